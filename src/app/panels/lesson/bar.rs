//! The bar over the sentence while a lesson is open: which one, how far, and what helps.

use super::prose::inlines;
use crate::app::fetch::Loading;
use crate::app::learn::{address, prose};
use crate::app::packs;
use crate::app::practice::Wanted;
use crate::app::storage;
use crate::app::store::{Action, Letters, Prediction, use_dispatch, use_snapshot};
use crate::app::strings::strings;
use iam_sandbox::practice::Topic;
use yew::prelude::*;

/// The bar; nothing while no lesson is open.
#[component]
pub fn LessonBar() -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let labels = &strings(state.language).learn;
    let Some(play) = &state.play else { return Html::default() };
    let send = |action: Action| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()))
    };
    let leave = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| storage::leave_lesson(&dispatch))
    };
    let n_acts = play.acts().len();
    let solution = match play.n_acts {
        n if n == 0 || n >= n_acts => labels.solution.to_owned(),
        n => (labels.next_act)(n + 1, n_acts),
    };
    let next = match &state.index {
        Loading::Ready(index) => index.after(&play.lesson.id, &state.path).map(|entry| address(&entry.id)),
        Loading::Waiting | Loading::Failed(_) => None,
    };
    let next = next.or_else(|| Some(address(&packs::after(state.packs.as_ref()?, &play.lesson.id)?)));
    let prediction = match state.prediction {
        Some(_) => None,
        None => Some(Prediction::default()),
    };
    let letters = match state.letters {
        Letters::Usual => Letters::Large,
        Letters::Large => Letters::Usual,
    };
    html! {
        <section class="lesson-bar" aria-label={labels.lessons}>
            <h2 class="lesson-name">
                <a class="link" href={address("")}>{ labels.lessons }</a>{ " › " }
                <span translate="no">{ play.lesson.id.to_string() }</span>{ " " }
                { inlines(&prose(&play.lesson, state.language).title) }
            </h2>
            // Always there, so that screen readers hear what comes into it.
            <span class="lesson-count" role="status" data-done={play.is_done().then_some("")}>
                { (labels.n_met)(play.n_met(), play.statuses.len()) }
                if play.is_done() {
                    { " · " }<strong>{ if play.is_seen { labels.seen } else { labels.done } }</strong>
                }
            </span>
            <div class="buttons">
                if let Some(goal) = play.to_hint(state.language) {
                    <button class="button little hint-button" type="button" onclick={send(Action::ShowHint(goal))}>
                        { labels.hint }{ " " }<kbd aria-hidden="true">{ "h" }</kbd>
                    </button>
                }
                <button class="button little" type="button" aria-pressed={state.prediction.is_some().to_string()}
                    onclick={send(Action::SetPrediction(prediction))}>{ labels.predict }</button>
                <button class="button little" type="button" aria-pressed={(state.letters == Letters::Large).to_string()}
                    onclick={send(Action::SetLetters(letters))}>{ labels.large }</button>
                <button class="button little" type="button" onclick={send(Action::ResetLesson)}>{ labels.reset }</button>
                <button class="button little" type="button" disabled={play.n_acts >= n_acts}
                    onclick={send(Action::NextAct)}>{ solution }</button>
                if let Some(topic) = Topic::of_lesson(&play.lesson.id) {
                    <a class="button little" href={Wanted::endless(topic, None).address()}>
                        { strings(state.language).practice.practise_this }
                    </a>
                }
                if let Some(next) = next {
                    <a class={classes!("button", "little", "next-lesson", play.is_done().then_some("primary"))} href={next}>{ labels.next }</a>
                }
                <button class="button little plain" type="button" onclick={leave}>{ labels.leave }</button>
            </div>
        </section>
    }
}
