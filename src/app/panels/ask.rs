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

use crate::app::components::focus::focus;
use crate::app::store::{Action, Dispatch, Popup, Snapshot, Tab, use_dispatch, use_snapshot};
use crate::app::strings::{AskStrings, strings};
use iam_sandbox::text::{explain, resource_name};
use predict::{Predict, Predicted};
use sentence::Sentence;
use shown::Shown;
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
        // A part that is still being edited holds what cannot be taken.
        let is_edited = matches!(state.popup, Some(Popup::Who | Popup::Action | Popup::Resource));
        move |_| {
            if !is_edited {
                shown.ask(&dispatch);
            }
        }
    };
    html! {
        <section class="ask" aria-labelledby="ask-title">
            <h2 class="vh" id="ask-title">{ words.ask }</h2>
            { brief(&state, &shown, &dispatch, words) }
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

/// The sentence in two lines, for a phone whose other tabs need the room.
fn brief(state: &Snapshot, shown: &Shown, dispatch: &Dispatch, words: &'static AskStrings) -> Html {
    let caller = who::caller(&state.sandbox, &shown.credentials, shown.at, words);
    let context = circumstances::chip_words(shown, &state.answer, words);
    let dispatch = dispatch.clone();
    let onclick = move |_| {
        dispatch.dispatch(Action::SetTab(Tab::Ask));
        // The chip is there once the tab is drawn.
        gloo::timers::callback::Timeout::new(0, || {
            focus(".chip-who");
        })
        .forget();
    };
    html! {
        <div class="ask-brief">
            <p>
                <b translate="no">{ caller.name }</b>{ format!(" {} ", words.asks_to) }
                <code translate="no">{ shown.question.action.to_string() }</code>{ " " }
                <code translate="no">{ resource_name(state.sandbox.world(), &shown.question.resource) }</code>
                { format!(" {} {}{}", (words.at)(&shown.at.clock_time()), context.before, context.after) }
            </p>
            <button class="button little" type="button" {onclick}>{ strings(state.language).common.edit }</button>
        </div>
    }
}
