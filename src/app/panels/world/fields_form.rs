//! A form that is a list of fields, in the place where it is needed.

use super::scene::Scene;
use crate::app::components::fields::{Field, FieldKind, FieldsForm, Typed};
use crate::app::components::inline_panel::InlinePanel;
use crate::app::store::Action;
use iam_sandbox::cli;
use serde_json::{Map, Value};
use yew::prelude::*;

/// The only field of a list to choose from.
const CHOICE: &str = "field";

/// See the module.
pub(super) struct Form {
    /// The key of the form, and its id.
    pub id: String,
    /// What is done.
    pub title: AttrValue,
    /// What the button says.
    pub button: AttrValue,
    /// What is to be filled in.
    pub fields: Vec<Field>,
    /// What stands between the fields and the button.
    pub below: Html,
    /// What stands there instead of the form, if there is nothing to choose.
    pub instead: Option<Html>,
    /// The lines of the AWS CLI that do the same.
    pub lines: Option<Callback<Typed, AttrValue>>,
}

/// A form of nothing but fields that come to a request, in the place of its key; none if it is not open.
pub(super) fn request_form(
    scene: &Scene,
    id: String,
    title: &str,
    fields: impl FnOnce() -> Vec<Field>,
    button: &'static str,
    on_submit: Callback<Map<String, Value>, Action>,
    below: Html,
) -> Html {
    if !scene.is_form_open(&id) {
        return Html::default();
    }
    open_request_form(scene, id, title, fields(), button, on_submit, below)
}

/// The same form, which is open.
fn open_request_form(
    scene: &Scene,
    id: String,
    title: &str,
    fields: Vec<Field>,
    button: &'static str,
    on_submit: Callback<Map<String, Value>, Action>,
    below: Html,
) -> Html {
    let act = {
        let fields = fields.clone();
        Callback::from(move |typed: Typed| on_submit.emit(typed.request(&fields)))
    };
    let lines = act.clone();
    let lines = Some(Callback::from(move |typed| lines_of(&lines.emit(typed))));
    let on = scene.on.clone();
    let on_submit = Callback::from(move |typed| on.emit(act.emit(typed)));
    let is_empty = |field: &Field| matches!(&field.kind, FieldKind::Names(options) if options.is_empty());
    let instead = fields.iter().any(is_empty).then(|| line(scene.ways().nothing));
    Form { below, instead, lines, ..Form::new(id, title.to_owned(), button, fields) }.show(scene, on_submit)
}

/// The calls of an action, as one types them.
fn lines_of(action: &Action) -> AttrValue {
    let lines: Vec<String> = match action {
        Action::Call { operation, input, .. } => cli::line(operation, input).into_iter().collect(),
        Action::Build(build) => {
            build.calls.iter().filter_map(|(operation, input)| cli::line(operation, input)).collect()
        }
        _ => Vec::new(),
    };
    lines.join("\n").into()
}

impl Form {
    /// A form of these fields.
    pub(super) fn new(
        id: String,
        title: impl Into<AttrValue>,
        button: impl Into<AttrValue>,
        fields: Vec<Field>,
    ) -> Self {
        Self {
            id,
            title: title.into(),
            button: button.into(),
            fields,
            below: Html::default(),
            instead: None,
            lines: None,
        }
    }

    /// With what else is to be known.
    pub(super) fn noted(self, note: &str) -> Self {
        Self { below: line(note), ..self }
    }

    /// With this in its place, if there is nothing to choose.
    pub(super) fn unless(self, nothing: Option<&str>) -> Self {
        Self { instead: nothing.map(line), ..self }
    }

    /// A list to choose from, by label and button; this text in its place, if there is nothing to choose.
    pub(super) fn choosing(
        id: String,
        title: impl Into<AttrValue>,
        [label, button]: [&'static str; 2],
        options: Vec<AttrValue>,
        nothing: &str,
    ) -> Self {
        let nothing = options.is_empty().then_some(nothing);
        Self::new(id, title, button, vec![Field::new(FieldKind::plain(options), CHOICE, label)]).unless(nothing)
    }

    /// Draws a list to choose from; `on_submit` hears what was chosen.
    pub(super) fn show_choice(self, scene: &Scene, on_submit: Callback<String>) -> Html {
        self.show(scene, on_submit.reform(|typed: Typed| typed.of(CHOICE).to_owned()))
    }

    /// Draws it; `on_submit` hears what was filled in.
    pub(super) fn show(self, scene: &Scene, on_submit: Callback<Typed>) -> Html {
        let error = scene.refusal().map(|text| html! { <p lang="en" translate="no">{ text }</p> });
        let form = match self.instead {
            Some(instead) => instead,
            None => html! {
                <FieldsForm id={self.id.clone()} fields={self.fields} button={self.button} lines={self.lines} {error} {on_submit}>
                    { self.below }
                </FieldsForm>
            },
        };
        html! {
            <InlinePanel key={self.id.clone()} id={self.id.clone()} title={self.title} close_label={scene.strings().form.close}
                on_close={scene.close_form()}>{ form }</InlinePanel>
        }
    }
}

fn line(text: &str) -> Html {
    html! { <p class="small muted">{ text.to_owned() }</p> }
}
