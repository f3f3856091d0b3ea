//! The search in a section, and how much it found.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Props of [`Search`].
#[derive(Clone, PartialEq, Properties)]
pub struct SearchProps {
    /// What is searched.
    pub text: AttrValue,
    /// Name of the field.
    pub label: AttrValue,
    /// How much was found.
    pub count: AttrValue,
    /// The field.
    pub field: NodeRef,
    /// Something else is searched.
    pub on_search: Callback<String>,
}

/// The field. The first Esc empties it, the next one leaves the sheet.
#[component]
pub fn Search(props: &SearchProps) -> Html {
    let oninput = props.on_search.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    let onkeydown = {
        let (is_empty, on_search) = (props.text.is_empty(), props.on_search.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !is_empty {
                event.prevent_default();
                on_search.emit(String::new());
            }
        })
    };
    html! {
        <div class="book-tools">
            <input class="field book-search" type="search" ref={props.field.clone()} aria-label={props.label.clone()}
                placeholder={props.label.clone()} value={props.text.clone()} autocomplete="off" spellcheck="false"
                {oninput} {onkeydown} />
            <span class="muted book-count" role="status">{ &props.count }</span>
        </div>
    }
}
