//! The lamp: the shape that stands beside a verdict, so that colour never speaks alone.

use iam_sandbox::text::Tone;
use yew::prelude::*;

/// The name that the style sheet knows a tone by.
#[must_use]
pub fn tone_name(tone: Tone) -> &'static str {
    match tone {
        Tone::Allow => "allow",
        Tone::Explicit => "explicit",
        Tone::Implicit => "implicit",
        Tone::Expired => "expired",
        Tone::Unknown => "unknown",
    }
}

/// Props of [`Lamp`].
#[derive(Clone, PartialEq, Properties)]
pub struct LampProps {
    /// Colour and shape.
    pub tone: Tone,
    /// Half filled, for a grant that is not yet the end.
    #[prop_or_default]
    pub is_half: bool,
}

/// A small shape; words stand beside it.
#[component]
pub fn Lamp(props: &LampProps) -> Html {
    let shape = props.is_half.then_some("half");
    html! { <span class="lamp" data-tone={tone_name(props.tone)} data-shape={shape} aria-hidden="true"></span> }
}
