//! A few values side by side of which one is chosen: radio buttons in one frame.

use yew::prelude::*;

/// What the choice needs.
#[derive(Clone, PartialEq, Properties)]
pub struct SegmentedProps {
    /// The name of the radio group, unlike all others on the page.
    pub name: AttrValue,
    /// What is chosen, for screen readers.
    pub label: AttrValue,
    /// The values, as they are shown.
    pub options: Vec<AttrValue>,
    /// Position of the chosen one; none may be.
    pub selected: Option<usize>,
    /// Whether it cannot be used now.
    #[prop_or_default]
    pub disabled: bool,
    /// Hears the position of what is chosen.
    pub on_choose: Callback<usize>,
}

/// A few values side by side of which one is chosen.
#[component]
pub fn Segmented(props: &SegmentedProps) -> Html {
    let options = props.options.iter().enumerate().map(|(index, option)| {
        let onchange = props.on_choose.reform(move |_: Event| index);
        html! {
            <label key={index}>
                <input type="radio" name={props.name.clone()} checked={props.selected == Some(index)}
                    disabled={props.disabled} {onchange} />
                { option }
            </label>
        }
    });
    html! {
        <span class="choice" role="radiogroup" aria-label={props.label.clone()}>{ for options }</span>
    }
}
