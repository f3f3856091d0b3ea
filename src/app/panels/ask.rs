//! The Ask bar: a sentence that can be edited part by part, and the verdict on it.
//!
//! The sentence shows the question of the store, or the request of the event that is looked at;
//! changing a part starts from what is shown. Text that is being typed stays in the part's own field
//! until it is taken.

mod actions;
mod caller_form;
mod circumstances;
mod context_form;
mod context_row;
mod predict;
mod resources;
mod sentence;
mod shown;
mod sign_in_popover;
mod value_field;
mod verdict;
mod who;

use crate::app::store::{use_dispatch, use_snapshot};
use crate::app::strings::strings;
use iam_sandbox::text::explain;
use predict::{Predict, Predicted};
use sentence::Sentence;
use verdict::Verdict;
use yew::prelude::*;

/// The Ask bar.
#[component]
pub fn AskPanel() -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let words = &strings(state.language).ask;
    let shown = shown::shown(&state);
    let explanation = explain(&state.answer, state.sandbox.world(), state.language);
    let ways = (words.n_ways)(state.flips.len());
    let hides_answer = state.hides_answer();
    let onclick = {
        let (shown, dispatch) = (shown.clone(), dispatch.clone());
        move |_| shown.ask(&dispatch)
    };
    html! {
        <section class="ask" aria-labelledby="ask-title">
            <h2 class="vh" id="ask-title">{ words.ask }</h2>
            <div class="ask-row">
                <Sentence {state} {shown} {dispatch} />
                <button class="button primary ask-send" type="button" disabled={hides_answer} {onclick}>
                    { words.ask }{ " " }<kbd aria-hidden="true">{ "↵" }</kbd>
                </button>
            </div>
            if hides_answer {
                <Predict />
            } else {
                <Verdict tone={explanation.tone} verdict={explanation.verdict} reason={explanation.sentence}
                    announcement={format!("{} {ways}", explanation.announcement)} />
                <Predicted tone={explanation.tone} />
            }
        </section>
    }
}
