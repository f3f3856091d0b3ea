//! A part of a sentence that can be changed: a button that opens its editor.

use yew::prelude::*;

/// What a chip needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ChipProps {
    /// The class that tells its kind.
    pub class: &'static str,
    /// What it opens, as `aria-haspopup` has it.
    pub popup: &'static str,
    /// Whether that is open.
    #[prop_or_default]
    pub is_open: bool,
    /// The id of what it opens.
    #[prop_or_default]
    pub controls: Option<AttrValue>,
    /// The button, for those who give it the focus.
    pub button: NodeRef,
    /// Whether the text is a name that no translator may touch.
    #[prop_or_default]
    pub is_name: bool,
    /// The text in full, where the chip shows it short.
    #[prop_or_default]
    pub title: Option<AttrValue>,
    /// Opens or closes it.
    pub on_press: Callback<()>,
    /// What it shows.
    pub children: Html,
}

/// A part of a sentence that can be changed.
#[component]
pub fn Chip(props: &ChipProps) -> Html {
    html! {
        <button class={classes!("chip", props.class)} type="button" ref={props.button.clone()}
            aria-haspopup={props.popup} aria-expanded={props.is_open.to_string()} aria-controls={props.controls.clone()}
            translate={props.is_name.then_some("no")} title={props.title.clone()}
            onclick={props.on_press.reform(|_: MouseEvent| ())}>
            { props.children.clone() }
        </button>
    }
}
