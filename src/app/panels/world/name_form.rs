//! A form with one field, for names.

use super::scene::Scene;
use crate::app::components::inline_panel::InlinePanel;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`NameForm`].
#[derive(Properties, PartialEq)]
pub(super) struct NameFormProps {
    /// The key of the form, and its id.
    pub id: String,
    /// The state, and where actions go.
    pub scene: Scene,
    /// What is made.
    pub title: AttrValue,
    /// What the field is called.
    pub label: AttrValue,
    /// The name to begin with.
    #[prop_or_default]
    pub value: AttrValue,
    /// What else is to be known.
    #[prop_or_default]
    pub note: AttrValue,
    /// Names that would replace what has them.
    #[prop_or_default]
    pub taken: Vec<AttrValue>,
    /// The name is entered.
    pub on_submit: Callback<String>,
}

/// See the module. What AWS answers to a name stands below it until the name is changed.
#[component]
pub(super) fn NameForm(props: &NameFormProps) -> Html {
    let text = use_state(|| props.value.to_string());
    let is_sent = use_state(|| false);
    let form = &props.scene.strings().form;
    let is_taken = props.taken.iter().any(|taken| taken.as_str() == text.trim());
    let error = match is_taken {
        true => Some(AttrValue::from((form.taken)(text.trim()))),
        false => props.scene.refusal().filter(|_| *is_sent),
    };
    let on_input = {
        let (text, is_sent) = (text.clone(), is_sent.clone());
        Callback::from(move |event: InputEvent| {
            text.set(event.target_unchecked_into::<HtmlInputElement>().value());
            is_sent.set(false);
        })
    };
    let on_submit = {
        let (text, on_submit) = (text.clone(), props.on_submit.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if !is_taken {
                is_sent.set(true);
                on_submit.emit(text.trim().to_owned());
            }
        })
    };
    let (field, below) = (format!("{}-field", props.id), format!("{}-below", props.id));
    let is_described = error.is_some() || !props.note.is_empty();
    html! {
        <InlinePanel id={props.id.clone()} title={props.title.clone()} close_label={form.close}
            on_close={props.scene.close_form()}>
            <form class="form" onsubmit={on_submit} novalidate={true}>
                <div class="form-row">
                    <label for={field.clone()}>{ &props.label }</label>
                    <input class="field" id={field} value={(*text).clone()} oninput={on_input} spellcheck="false"
                        onfocus={|event: FocusEvent| event.target_unchecked_into::<HtmlInputElement>().select()}
                        autocomplete="off" autocapitalize="off" translate="no"
                        aria-invalid={error.is_some().then_some("true")} aria-describedby={is_described.then(|| below.clone())} />
                    if let Some(error) = error {
                        <p class="form-error" id={below}>{ error }</p>
                    } else if !props.note.is_empty() {
                        <p class="form-note" id={below}>{ &props.note }</p>
                    }
                </div>
                <div class="buttons"><button class="button primary" type="submit">{ form.create }</button></div>
            </form>
        </InlinePanel>
    }
}
