//! The line below the sentence: the verdict and its reason.

use crate::app::components::tone::{Lamp, tone_name};
use iam_sandbox::text::Tone;
use yew::prelude::*;

/// What the line needs.
#[derive(Clone, PartialEq, Properties)]
pub struct VerdictProps {
    /// Colour and shape.
    pub tone: Tone,
    /// The badge.
    pub verdict: AttrValue,
    /// One sentence.
    pub reason: AttrValue,
    /// What a screen reader says in place of the badge.
    pub announcement: AttrValue,
}

/// The verdict and its reason.
#[component]
pub fn Verdict(props: &VerdictProps) -> Html {
    html! {
        <div class="verdict" data-tone={tone_name(props.tone)} role="status">
            <span class="vh">{ &props.announcement }{ " " }</span>
            <span class="verdict-pill" aria-hidden="true"><Lamp tone={props.tone} />{ &props.verdict }</span>
            <span class="verdict-why">{ &props.reason }</span>
        </div>
    }
}
