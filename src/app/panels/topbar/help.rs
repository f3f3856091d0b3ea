//! The keys, and whose page this is not.

use crate::app::reference::{Place, address};
use crate::app::strings::strings;
use iam_sandbox::text::Language;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What the panel needs.
#[derive(Clone, PartialEq, Properties)]
pub struct HelpPanelProps {
    /// The language.
    pub language: Language,
    /// Whether keys that are single letters do something.
    pub shortcuts: bool,
    /// Switches them.
    pub on_shortcuts: Callback<bool>,
}

/// The keys.
#[component]
pub fn HelpPanel(props: &HelpPanelProps) -> Html {
    let words = &strings(props.language).common;
    let onchange =
        props.on_shortcuts.reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().checked());
    html! {
        <>
            <dl class="keys">
                { for words.keys.iter().map(|(keys, meaning)| html! {
                    <>
                        <dt>{ for keys.iter().map(|key| key_cap(key)) }</dt>
                        <dd>{ *meaning }</dd>
                    </>
                }) }
            </dl>
            <div class="choices">
                <label><input type="checkbox" checked={props.shortcuts} {onchange} />{ words.shortcuts }</label>
            </div>
            <a class="button" href={address(&Place::Order(String::new()))}>{ strings(props.language).reference.title }</a>
            <p class="small muted">{ words.disclaimer }{ " " }{ words.licence }</p>
        </>
    }
}

fn key_cap(key: &'static str) -> Html {
    if key == "…" {
        html! { "… " }
    } else {
        html! { <><kbd>{ key }</kbd>{ " " }</> }
    }
}
