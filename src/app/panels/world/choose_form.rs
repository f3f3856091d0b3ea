//! A form with one list to choose from.

use super::scene::Scene;
use crate::app::components::inline_panel::InlinePanel;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Properties of [`ChooseForm`].
#[derive(Properties, PartialEq)]
pub(super) struct ChooseFormProps {
    /// The key of the form, and its id.
    pub id: String,
    /// The state, and where actions go.
    pub scene: Scene,
    /// What is done.
    pub title: AttrValue,
    /// What the list is called.
    pub label: AttrValue,
    /// What the button says.
    pub button: AttrValue,
    /// The choices.
    pub options: Vec<AttrValue>,
    /// What stands there if there are none.
    pub nothing: AttrValue,
    /// What else is to be known.
    #[prop_or_default]
    pub note: AttrValue,
    /// The choice is made.
    pub on_submit: Callback<String>,
}

/// See the module. What AWS answers stands below the list until something else is chosen.
#[component]
pub(super) fn ChooseForm(props: &ChooseFormProps) -> Html {
    let select = use_node_ref();
    let is_changed = use_state(|| false);
    let on_submit = {
        let (select, on_submit, is_changed) = (select.clone(), props.on_submit.clone(), is_changed.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            is_changed.set(false);
            if let Some(select) = select.cast::<HtmlSelectElement>() {
                on_submit.emit(select.value());
            }
        })
    };
    let on_change = {
        let is_changed = is_changed.setter();
        Callback::from(move |_: Event| is_changed.set(true))
    };
    let error = props.scene.refusal().filter(|_| !*is_changed);
    let field = format!("{}-field", props.id);
    let options = props
        .options
        .iter()
        .enumerate()
        .map(|(index, name)| html! { <option key={name.to_string()} value={name.clone()} selected={index == 0}>{ name }</option> });
    html! {
        <InlinePanel id={props.id.clone()} title={props.title.clone()} close_label={props.scene.strings().form.close}
            on_close={props.scene.close_form()}>
            if props.options.is_empty() {
                <p class="small muted">{ &props.nothing }</p>
            } else {
                <form class="form" onsubmit={on_submit}>
                    <div class="form-row">
                        <label for={field.clone()}>{ &props.label }</label>
                        <select class="field" id={field} ref={select} onchange={on_change} translate="no">{ for options }</select>
                        if !props.note.is_empty() { <p class="form-note">{ &props.note }</p> }
                    </div>
                    if let Some(error) = error { <p class="form-error" role="alert">{ error }</p> }
                    <div class="buttons"><button class="button primary" type="submit">{ &props.button }</button></div>
                </form>
            }
        </InlinePanel>
    }
}
