//! The strip over an item: which one, how it goes so far, the flag, the clock, and every item of the set.

use super::clock::Clock;
use super::mark::Mark;
use crate::app::practice::seed_text;
use crate::app::store::{Action, Practice, PracticeAct, use_dispatch, use_snapshot};
use crate::app::strings::{PracticeStrings, strings};
use iam_sandbox::practice::FULL;
use yew::prelude::*;

/// The strip.
#[component]
pub fn Strip() -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let labels = &strings(state.language).practice;
    let Some(practice) = &state.practice else { return Html::default() };
    let send = |act: PracticeAct| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Practise(act.clone())))
    };
    let n_items = practice.sitting.set().n_items();
    let is_flagged = practice.flags.contains(&practice.at);
    html! {
        <div class="practice-strip">
            <p class="practice-count">
                <b>{ (labels.item)(practice.at + 1, n_items) }</b>
                if practice.n_given() > 0 { <span class="muted">{ so_far(practice, labels) }</span> }
                <span class="muted">{ labels.seed }{ " " }<code translate="no">{ seed_text(practice.sitting.set().seed) }</code></span>
            </p>
            <div class="buttons">
                <Clock />
                <button class="button little" type="button" aria-pressed={is_flagged.to_string()}
                    onclick={send(PracticeAct::Flag)}>{ labels.flag }</button>
                <button class="button little" type="button" onclick={send(PracticeAct::Finish)}>{ labels.finish }</button>
            </div>
            <ItemList />
        </div>
    }
}

fn so_far(practice: &Practice, labels: &PracticeStrings) -> String {
    let points = practice.sitting.score().points;
    let n_right = points.iter().flatten().filter(|points| **points == FULL).count();
    (labels.n_right)(n_right, practice.n_given())
}

/// The items by number, each a button that leads to it.
#[component]
pub fn ItemList() -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let labels = &strings(state.language).practice;
    let Some(practice) = &state.practice else { return Html::default() };
    let score = practice.sitting.score();
    let one = |(index, points): (usize, &Option<u32>)| {
        let (tone, word) = match points.map(Mark::of) {
            Some(mark) => (Some(mark.tone()), mark.word(labels)),
            None => (None, labels.open),
        };
        let is_flagged = practice.flags.contains(&index);
        let flagged = if is_flagged { format!(", {}", labels.flagged) } else { String::new() };
        let n_items = practice.sitting.set().n_items();
        let name = format!("{}: {word}{flagged}", (labels.item)(index + 1, n_items));
        let dispatch = dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Practise(PracticeAct::GoTo(index)));
        });
        let is_current = index == practice.at && !practice.is_finished;
        html! {
            <li key={index}>
                <button class="practice-number" type="button" aria-label={name} data-tone={tone}
                    data-flagged={is_flagged.then_some("")} aria-current={is_current.then_some("step")} {onclick}>
                    { index + 1 }
                    if let Some(tone) = tone { <span class="lamp" data-tone={tone} aria-hidden="true"></span> }
                </button>
            </li>
        }
    };
    html! {
        <nav aria-label={labels.items}>
            <ol class="practice-numbers">{ for score.points.iter().enumerate().map(one) }</ol>
        </nav>
    }
}
