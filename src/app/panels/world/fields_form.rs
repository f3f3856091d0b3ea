//! A form that is a list of fields, in the place where it is needed.

use super::scene::Scene;
use crate::app::components::fields::{Field, FieldKind, FieldsForm, Typed};
use crate::app::components::inline_panel::InlinePanel;
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
}

impl Form {
    /// A form of these fields.
    pub(super) fn new(
        id: String,
        title: impl Into<AttrValue>,
        button: impl Into<AttrValue>,
        fields: Vec<Field>,
    ) -> Self {
        Self { id, title: title.into(), button: button.into(), fields, below: Html::default(), instead: None }
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
                <FieldsForm id={self.id.clone()} fields={self.fields} button={self.button} {error} {on_submit}>
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
