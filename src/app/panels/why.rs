//! The Why zone: the rail that answers the sentence, what would change it, and what to ask next.

mod checks;
mod flips;
mod next;
mod rail;

use super::walk::WalkPanel;
use crate::app::store::{Action, Route, Snapshot, use_dispatch, use_snapshot};
use crate::app::strings::strings;
pub use checks::Checks;
use flips::Flips;
use iam_sandbox::eval::Station;
use iam_sandbox::text::{self, Explanation};
use next::Next;
pub use rail::Rail;
use std::rc::Rc;
use yew::prelude::*;

/// The rail with everything that hangs on it.
#[component]
pub fn WhyPanel() -> Html {
    let state = use_snapshot();
    let labels = &strings(state.language).why;
    let whole = use_explanation(&state, None);
    let explanation = use_explanation(&state, state.check);
    let is_stepping = state.step.is_some();
    if state.hides_answer() {
        return html! {
            <section class="zone why" id="why" aria-labelledby="why-title" tabindex="-1">
                <div class="zone-head"><h2 class="zone-title" id="why-title">{ labels.title }</h2></div>
                <p class="muted">{ strings(state.language).learn.predict_question }</p>
            </section>
        };
    }
    // Practice shows a rail of its own, and ids stand once in a page.
    let is_practice = matches!(state.route, Route::Practice(_));
    if let Some(walk) = state.walk.clone().filter(|_| !is_practice) {
        return html! {
            <section class="zone why" id="why" aria-labelledby="why-title" tabindex="-1">
                <div class="zone-head"><h2 class="zone-title" id="why-title">{ labels.title }</h2></div>
                <WalkPanel key={walk.provider.to_string()} walk={walk.clone()} />
            </section>
        };
    }
    html! {
        <section class="zone why" id="why" aria-labelledby="why-title" tabindex="-1">
            <div class="zone-head">
                <h2 class="zone-title" id="why-title">{ labels.title }</h2>
                if is_stepping { <Stepper /> } else { <StepThrough /> }
            </div>
            if !is_practice {
                <Checks />
                <Rail {explanation} />
            }
            if is_stepping {
                <p class="hints">
                    <span><kbd>{ "→" }</kbd>{ " " }{ labels.hint_next }</span>
                    <span><kbd>{ "←" }</kbd>{ " " }{ labels.hint_back }</span>
                    <span><kbd>{ "e" }</kbd>{ " " }{ labels.hint_evidence }</span>
                    <span><kbd>{ "Esc" }</kbd>{ " " }{ labels.hint_end }</span>
                </p>
            } else if state.looked_at.is_none() {
                if state.can_build() {
                    <Flips tone={whole.tone} sides={whole.sides.clone()} />
                }
                <Next />
            }
        </section>
    }
}

/// The answer in words: one of its checks, or the one that decided.
#[hook]
fn use_explanation(state: &Snapshot, check: Option<usize>) -> Rc<Explanation> {
    let told = state.clone();
    use_memo((state.answer.clone(), check, state.language), move |(answer, check, language)| {
        text::explain_check(answer, *check, told.sandbox.world(), *language)
    })
}

#[component]
fn StepThrough() -> Html {
    let state = use_snapshot();
    let dispatch = use_dispatch();
    let onclick = Callback::from(move |_| dispatch.dispatch(Action::Step(Some(Station::Authentication))));
    html! {
        <button class="button little" type="button" {onclick}>
            { strings(state.language).why.step_through }{ " " }<kbd aria-hidden="true">{ "→" }</kbd>
        </button>
    }
}

#[component]
fn Stepper() -> Html {
    let state = use_snapshot();
    let dispatch = use_dispatch();
    let labels = &strings(state.language).why;
    let index = state.step.map_or(0, |step| usize::from(step.number()));
    let to = |step: Option<Station>| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Step(step)))
    };
    let previous = index.checked_sub(1).and_then(|index| Station::ALL.get(index).copied());
    let next = Station::ALL.get(index + 1).copied();
    html! {
        <div class="stepper" role="group" aria-label={labels.stepper}>
            <span class="stepper-count">{ (labels.step_of)(index + 1, Station::ALL.len()) }</span>
            <button class="button little" type="button" aria-label={labels.back} onclick={to(previous)}>{ "←" }</button>
            <button class="button little primary" type="button" onclick={to(next)}>
                { labels.next }{ " " }<kbd>{ "→" }</kbd>
            </button>
            <button class="button little plain" type="button" onclick={to(None)}>
                { labels.end }{ " " }<kbd>{ "Esc" }</kbd>
            </button>
        </div>
    }
}
