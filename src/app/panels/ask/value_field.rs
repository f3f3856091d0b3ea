//! A text field that hands over what was typed when it is left or Enter is pressed, if it is good.

use super::circumstances::Form;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What the field needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ValueFieldProps {
    /// Its name.
    pub label: AttrValue,
    /// The value that holds.
    pub value: AttrValue,
    /// What a text has to look like.
    pub form: Form,
    /// What is said of one that does not.
    pub error: AttrValue,
    /// Whether it cannot be used now.
    #[prop_or_default]
    pub disabled: bool,
    /// Whether it takes the focus when it comes up.
    #[prop_or_default]
    pub takes_focus: bool,
    /// The id of a list of offers.
    #[prop_or_default]
    pub list: Option<AttrValue>,
    /// Hears a good text.
    pub on_commit: Callback<AttrValue>,
}

/// A text field with a check.
#[component]
pub fn ValueField(props: &ValueFieldProps) -> Html {
    let draft = use_state(|| None::<AttrValue>);
    let input = use_node_ref();
    use_focus_if(&input, props.takes_focus);
    let oninput = {
        let draft = draft.clone();
        move |event: InputEvent| draft.set(Some(event.target_unchecked_into::<HtmlInputElement>().value().into()))
    };
    let onchange = {
        let (draft, form, on_commit) = (draft.clone(), props.form, props.on_commit.clone());
        move |event: Event| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            if form.fits(&text) {
                draft.set(None);
                on_commit.emit(text.trim().to_owned().into());
            }
        }
    };
    let text = (*draft).clone().unwrap_or_else(|| props.value.clone());
    // A field that nobody has touched yet is not wrong.
    let is_wrong = draft.as_ref().is_some_and(|text| !text.is_empty() && !props.form.fits(text)) && !props.disabled;
    let error_id = AttrValue::from(format!("error-{}", props.label));
    html! {
        <>
            <input class="field mono" ref={input} aria-label={props.label.clone()} value={text} translate="no"
                spellcheck="false" autocomplete="off" autocapitalize="off" disabled={props.disabled}
                list={props.list.clone()} aria-invalid={is_wrong.then_some("true")}
                aria-describedby={is_wrong.then(|| error_id.clone())} {oninput} {onchange} />
            if is_wrong {
                <p class="form-error" id={error_id} role="status">{ &props.error }</p>
            }
        </>
    }
}

#[hook]
fn use_focus_if(input: &NodeRef, takes_focus: bool) {
    let input = input.clone();
    use_effect_with((), move |()| {
        if let Some(input) = input.cast::<HtmlInputElement>().filter(|_| takes_focus) {
            let _ = input.focus();
        }
    });
}
