//! The trace of an answer: the rail of the Why zone, over a world that is only looked at.
//!
//! The rail reads the page's snapshot; here it gets one of its own, so that opening a station here opens none there.

use super::rules::RuleSheet;
use super::why::{Checks, Rail};
use crate::app::components::tone::{Lamp, tone_name};
use crate::app::shared::Shared;
use crate::app::store::{AppState, Dispatch, Snapshot, Store};
use iam_sandbox::api::{Question, Sandbox};
use iam_sandbox::text::{self, Language};
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`Trace`].
#[derive(Clone, PartialEq, Properties)]
pub struct TraceProps {
    /// The state that shows the answer, made once for an answer.
    pub initial: Shared<AppState>,
}

/// A state in which nothing but the answer to a question is looked at.
pub fn looking_at(sandbox: Sandbox, question: Question, language: Language) -> Shared<AppState> {
    Shared::new(AppState::of(sandbox, question, language, None))
}

/// The verdict in a sentence, and the rail.
#[component]
pub fn Trace(props: &TraceProps) -> Html {
    let initial = props.initial.clone();
    let store = use_reducer(|| Store(initial));
    let snapshot: Snapshot = store.0.clone();
    let dispatch: Dispatch = store.dispatcher();
    let told = |check| text::explain_check(&snapshot.answer, check, snapshot.sandbox.world(), snapshot.language);
    let (explanation, told) = (told(None), told(snapshot.check));
    html! {
        <ContextProvider<Dispatch> context={dispatch}>
            <ContextProvider<Snapshot> context={snapshot}>
                <p class="verdict" data-tone={tone_name(explanation.tone)}>
                    <span class="verdict-pill"><Lamp tone={explanation.tone} />{ &explanation.verdict }</span>
                    <span class="verdict-why">{ &explanation.sentence }</span>
                </p>
                <div class="practice-rail"><Checks /><Rail explanation={Rc::new(told)} /></div>
                <RuleSheet />
            </ContextProvider<Snapshot>>
        </ContextProvider<Dispatch>>
    }
}
