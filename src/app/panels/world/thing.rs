//! Rows that are data: facts, buttons that are one call each, and forms that come to one request each.

use super::fields_form::request_form;
use super::rows::{Row, button, fact, held, opener, outsider_note};
use super::scene::Scene;
use crate::app::components::fields::Field;
use crate::app::store::{Action, Walk};
use iam_sandbox::arn::Arn;
use iam_sandbox::world::Account;
use serde_json::{Map, Value};
use std::rc::Rc;
use yew::prelude::*;

/// A call: service and operation, and the request.
pub(super) type Call = (&'static str, Value);

/// A form that comes to one request.
pub(super) struct Ask {
    /// What the button says that opens it, and its title.
    label: &'static str,
    fields: Vec<Field>,
    note: &'static str,
    call: Rc<dyn Fn(Map<String, Value>) -> Call>,
}

impl Ask {
    /// A form whose fields are members of a request, beside those that name what it is about.
    pub(super) fn new(label: &'static str, operation: &'static str, named: Value, fields: Vec<Field>) -> Self {
        Self::by(label, fields, move |typed| (operation, joined(named.clone(), typed)))
    }

    /// A form whose request is made of what stands in the fields.
    pub(super) fn by(
        label: &'static str,
        fields: Vec<Field>,
        call: impl Fn(Map<String, Value>) -> Call + 'static,
    ) -> Self {
        Self { label, fields, note: "", call: Rc::new(call) }
    }

    /// With what else is to be known.
    pub(super) fn noted(self, note: &'static str) -> Self {
        Self { note, ..self }
    }

    /// What is done, without the sign that there is a form first.
    fn title(&self) -> &'static str {
        self.label.trim_end_matches('…')
    }

    /// Draws it in an account as the form that makes something, if it is open.
    pub(super) fn create(self, scene: &Scene, account: &Account, id: String) -> Html {
        self.show(scene, account, id, scene.strings().form.create)
    }

    fn show(self, scene: &Scene, account: &Account, id: String, button: &'static str) -> Html {
        let (account, title, call) = (account.id, self.title(), self.call);
        let on_submit = Callback::from(move |typed| {
            let (operation, input) = call(typed);
            Scene::call(account, operation, input)
        });
        let below = if self.note.is_empty() {
            Html::default()
        } else {
            html! { <p class="small muted">{ self.note }</p> }
        };
        request_form(scene, id, title, || self.fields, button, on_submit, below)
    }
}

/// Buttons that open forms about a row, and the forms that are open.
pub(super) fn asks(scene: &Scene, account: &Account, row: &str, asks: Vec<Ask>) -> (Html, Html) {
    if !scene.can_build(account.id) {
        return Default::default();
    }
    let id = |index: usize| format!("{row}/{index}");
    let openers: Vec<Html> = asks.iter().enumerate().map(|(index, ask)| opener(scene, &id(index), ask.label)).collect();
    let forms: Vec<Html> = asks
        .into_iter()
        .enumerate()
        .map(|(index, ask)| {
            let title = ask.title();
            ask.show(scene, account, id(index), title)
        })
        .collect();
    (html! { <>{ for openers }</> }, html! { <>{ for forms }</> })
}

/// What is held, a line each, with the call that takes it away.
pub(super) fn list(scene: &Scene, account: &Account, all: impl Iterator<Item = (String, Option<Call>)>) -> Html {
    let can_build = scene.can_build(account.id);
    let lines: Vec<Html> = all
        .map(|(name, removal)| {
            let removal = removal.filter(|_| can_build);
            let act = removal.map(|(operation, input)| Scene::call(account.id, operation, input));
            held(scene, &name, act.map(|act| (scene.strings().act.remove, act)))
        })
        .collect();
    if lines.is_empty() {
        scene.strings().facts.none.into()
    } else {
        html! { <>{ for lines }</> }
    }
}

/// A request with more members.
pub(super) fn joined(mut input: Value, more: impl Into<Value>) -> Value {
    if let (Some(input), Value::Object(more)) = (input.as_object_mut(), more.into()) {
        input.extend(more);
    }
    input
}

/// What belongs to a row.
#[derive(Default)]
pub(super) struct Detail {
    /// Names and values.
    pub facts: Vec<(&'static str, Html)>,
    /// The door that one comes in by.
    pub door: Option<Arn>,
    /// Buttons that are one call each.
    pub buttons: Vec<(&'static str, Call)>,
    /// Forms.
    pub asks: Vec<Ask>,
}

/// A row with what belongs to it.
pub(super) fn row(scene: &Scene, account: &Account, row: Row<'_>, detail: impl FnOnce() -> Detail) -> Html {
    let (key, detail) = (row.key.to_owned(), scene.is_selected(row.key).then(detail));
    row.show(scene, || around(scene, account, &key, detail.unwrap_or_default()))
}

/// What belongs to a row, as it is drawn.
fn around(scene: &Scene, account: &Account, key: &str, detail: Detail) -> Html {
    let (openers, forms) = asks(scene, account, key, detail.asks);
    let can_build = scene.can_build(account.id);
    let calls = detail
        .buttons
        .into_iter()
        .filter(|_| can_build)
        .map(|(label, (operation, input))| button(label, scene.send(Scene::call(account.id, operation, input))));
    html! {
        <>
            <dl class="facts">{ for detail.facts.into_iter().map(|(name, value)| fact(name, value)) }</dl>
            <div class="row-actions">
                if let Some(door) = detail.door { { walk(scene, account, door) } }
                { openers }
                { for calls }
            </div>
            if !can_build { { outsider_note(scene, account) } }
            { forms }
        </>
    }
}

/// The button that opens the walk from a door to a session.
pub(super) fn walk(scene: &Scene, account: &Account, door: Arn) -> Html {
    let walk = Walk { account: account.id, provider: door };
    let is_walked = scene.state.walk.as_ref() == Some(&walk);
    let on_walk = scene.send(Action::OpenWalk((!is_walked).then_some(walk)));
    html! {
        <button class="button little" type="button" aria-expanded={is_walked.to_string()} aria-controls="walk"
            onclick={on_walk}>{ scene.outside().walk }</button>
    }
}

/// A text of AWS's.
pub(super) fn code(text: impl Into<String>) -> Html {
    html! { <code translate="no">{ text.into() }</code> }
}
