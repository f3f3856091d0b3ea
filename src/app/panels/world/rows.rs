//! The pieces that every row of the tree is made of.

use super::scene::Scene;
use crate::app::components::key_id::short_key_id;
use crate::app::store::Action;
use iam_sandbox::world::Account;
use yew::prelude::*;

/// A row of the tree.
pub(super) struct Row<'a> {
    /// Its key, also of its place in the list.
    pub key: &'a str,
    /// What the shape before the name stands for.
    pub kind: &'static str,
    /// Its name.
    pub name: String,
    /// What stands at the end.
    pub meta: String,
}

impl Row<'_> {
    /// Draws the row, with its details if it is selected.
    pub(super) fn show(self, scene: &Scene, detail: impl FnOnce() -> Html) -> Html {
        let detail = scene.is_selected(self.key).then(detail);
        self.around(scene, detail)
    }

    /// All of it but the details, once for all kinds of rows.
    fn around(self, scene: &Scene, detail: Option<Html>) -> Html {
        let is_open = detail.is_some();
        let on_click = scene.send(Action::SelectObject((!is_open).then(|| self.key.to_owned())));
        let asking = scene.asking_tone(self.key);
        let deciding = scene.deciding_tone(self.key).filter(|_| asking.is_none());
        let meta = match (asking, deciding) {
            (Some(_), _) => scene.strings().asking.to_owned(),
            (None, Some(_)) if self.meta.is_empty() => scene.strings().deciding.to_owned(),
            (None, Some(_)) => format!("{} · {}", self.meta, scene.strings().deciding),
            (None, None) => self.meta,
        };
        let meta = match scene.is_unsaved(self.key) {
            true if meta.is_empty() => scene.strings().unsaved.to_owned(),
            true => format!("{meta} · {}", scene.strings().unsaved),
            false => meta,
        };
        let class = (self.kind == "session").then_some("tree-sub");
        html! {
            <li key={self.key} class={class}>
                <button class="tree-row" type="button" data-asking={asking.map(|_| "")} data-deciding={deciding.map(|_| "")}
                    data-tone={asking.or(deciding)} aria-expanded={is_open.to_string()} onclick={on_click}>
                    <span class="glyph" data-kind={self.kind} aria-hidden="true"></span>
                    <span class="tree-name">{ self.name }</span>
                    if !meta.is_empty() {
                        <span class="tree-meta">{ meta }</span>
                    }
                </button>
                if let Some(detail) = detail {
                    <div class="detail">{ detail }</div>
                }
            </li>
        }
    }
}

/// A small button.
pub(super) fn button(label: &str, on_click: Callback<MouseEvent>) -> Html {
    html! { <button class="button little" type="button" onclick={on_click}>{ label }</button> }
}

/// A small button that opens a form.
pub(super) fn opener(scene: &Scene, form: &str, label: &str) -> Html {
    html! {
        <button class="button little" type="button" aria-expanded={scene.is_form_open(form).to_string()}
            aria-controls={form.to_owned()} onclick={scene.toggle_form(form)}>{ label }</button>
    }
}

/// The button that acts with a key.
pub(super) fn act_as(scene: &Scene, who: &str, access_key_id: &str) -> Html {
    button(&(scene.strings().act.act_as)(who), scene.send(Action::ActAs(access_key_id.into())))
}

/// A button of another name that acts with a key.
pub(super) fn act_with(scene: &Scene, label: &str, access_key_id: &str) -> Html {
    button(label, scene.send(Action::ActAs(access_key_id.into())))
}

/// Why nothing can be built here in caller mode.
pub(super) fn outsider_note(scene: &Scene, account: &Account) -> Html {
    let text = (scene.strings().other_account)(&scene.actor_name(), &account.name);
    html! { <p class="small muted">{ text }</p> }
}

/// A word that acts, within a list; `of` says on what, for those who hear it alone.
pub(super) fn link(scene: &Scene, label: &str, of: &str, action: Action) -> Html {
    let name = (scene.strings().act.of)(label, of);
    html! {
        <button class="link small" type="button" aria-label={name} onclick={scene.send(action)}>{ label }</button>
    }
}

/// One of several things that are held, and what can be done about it.
pub(super) fn held(scene: &Scene, name: &str, act: Option<(&str, Action)>) -> Html {
    html! {
        <span class="fact-tag" key={name.to_owned()}>
            <code translate="no">{ name.to_owned() }</code>{ " " }
            if let Some((label, action)) = act { { link(scene, label, name, action) } }
        </span>
    }
}

/// The end of a line of a list: what kind of thing it is, and what takes it off.
pub(super) fn line_end(kind: &str, take_off: Option<Html>) -> Html {
    html! {
        <span>
            if !kind.is_empty() {
                <span class="small muted">{ format!("{kind} ") }</span>
            }
            { take_off.unwrap_or_default() }
        </span>
    }
}

/// A fact of a detail.
pub(super) fn fact(name: &str, value: impl Into<Html>) -> Html {
    html! { <><dt>{ name }</dt><dd>{ value.into() }</dd></> }
}

/// An access key id, shortened.
pub(super) fn short_key(id: &str) -> Html {
    html! { <code translate="no">{ short_key_id(id) }</code> }
}
