//! The two signs of the top bar that are no letters: arrows that turn back and on.

use yew::prelude::*;

/// What an icon needs.
#[derive(Clone, PartialEq, Properties)]
pub struct TurnIconProps {
    /// Back, or else on.
    pub is_back: bool,
}

/// An arrow that turns; its button has the name.
#[component]
pub fn TurnIcon(props: &TurnIconProps) -> Html {
    let path = if props.is_back {
        "M6 2.5 2.5 6 6 9.5M3 6h6a4 4 0 0 1 0 8H6"
    } else {
        "M10 2.5 13.5 6 10 9.5M13 6H7a4 4 0 0 0 0 8h3"
    };
    html! {
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor"
            stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"><path d={path} /></svg>
    }
}
