//! The form in which an item is answered.

use crate::app::components::focus::focus;
use crate::app::practice::now;
use crate::app::store::{Action, Practice, PracticeAct, Tick, use_dispatch, use_snapshot};
use crate::app::strings::{PracticeStrings, strings};
use iam_sandbox::practice::{ItemKind, Place, Sureness, VERDICTS};
use iam_sandbox::text::practice::{actor, place, sureness, task, verdict};
use yew::prelude::*;

/// The form of the item that is shown.
#[component]
pub fn AnswerForm() -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let labels = &strings(state.language).practice;
    let lacks = state.practice.as_ref().is_some_and(|practice| practice.lacks);
    use_effect_with(lacks, |lacks| {
        if *lacks {
            focus_missing();
        }
    });
    let Some(practice) = &state.practice else { return Html::default() };
    let Some(item) = practice.item() else { return Html::default() };
    let send = Callback::from(move |act: PracticeAct| dispatch.dispatch(Action::Practise(act)));
    let tick = send.reform(PracticeAct::Tick);
    let language = state.language;
    let draft = practice.draft();
    let groups = match item.kind {
        ItemKind::Predict => {
            let verdicts = VERDICTS
                .iter()
                .map(|it| (verdict(language, *it).into(), draft.verdict == Some(*it), Tick::Verdict(*it)));
            let places = Place::ALL.iter();
            let places = places.map(|it| (place(language, *it).into(), draft.place == Some(*it), Tick::Place(*it)));
            html! {
                <>
                    { group("verdict", labels.verdict, verdicts.collect(), Some(1), &tick) }
                    { group("place", labels.place, places.collect(), Some(1 + VERDICTS.len()), &tick) }
                    <p class="small muted">{ labels.place_note }</p>
                </>
            }
        }
        ItemKind::WhoCan => {
            let who = item.asked.who.iter();
            let who = who.map(|it| (actor(language, item, it).into(), draft.who.contains(it), Tick::Who(it.clone())));
            group("who", labels.who, who.collect(), Some(1), &tick)
        }
    };
    let how_sure = [Sureness::Sure, Sureness::Half, Sureness::Guess]
        .map(|it| (AttrValue::from(sureness(language, it)), draft.sureness == Some(it), Tick::Sureness(it)));
    html! {
        <section class="practice-answer" aria-labelledby="practice-answer">
            <h4 class="zone-title" id="practice-answer">{ labels.answer }</h4>
            <p>{ task(language, item.kind) }</p>
            { groups }
            { group("sureness", labels.sureness, how_sure.to_vec(), None, &tick) }
            <div role="alert">
                if practice.lacks { <p class="form-error">{ lacking(item.kind, labels) }</p> }
            </div>
            { buttons(practice, labels, &send) }
            if state.shortcuts { <p class="small muted key-hint">{ labels.keys }</p> }
        </section>
    }
}

fn lacking(kind: ItemKind, labels: &PracticeStrings) -> &'static str {
    match kind {
        ItemKind::Predict => labels.lacks_part,
        ItemKind::WhoCan => labels.lacks_who,
    }
}

fn buttons(practice: &Practice, labels: &PracticeStrings, send: &Callback<PracticeAct>) -> Html {
    let can_skip = !practice.is_endless() && practice.next_open().is_some();
    html! {
        <div class="buttons">
            <button class="button primary" type="button"
                onclick={send.reform(|_: MouseEvent| PracticeAct::Submit { at: now() })}>
                { labels.submit }{ " " }<kbd aria-hidden="true">{ "↵" }</kbd>
            </button>
            if can_skip {
                <button class="button" type="button" onclick={send.reform(|_: MouseEvent| PracticeAct::Next)}>
                    { labels.skip }
                </button>
            }
        </div>
    }
}

/// A few options of which one may be picked, or several if they are about who may. `first` is the number of the first.
fn group(
    name: &'static str,
    legend: &'static str,
    options: Vec<(AttrValue, bool, Tick)>,
    first: Option<usize>,
    tick: &Callback<Tick>,
) -> Html {
    let kind = if name == "who" { "checkbox" } else { "radio" };
    let option = |(index, (label, is_chosen, chosen)): (usize, (AttrValue, bool, Tick))| {
        let onchange = tick.reform(move |_: Event| chosen.clone());
        html! {
            <label key={index} class="practice-option">
                <input type={kind} name={format!("practice-{name}")} checked={is_chosen} {onchange} />
                <span>{ label }</span>
                if let Some(first) = first { <kbd class="key-hint" aria-hidden="true">{ first + index }</kbd> }
            </label>
        }
    };
    html! {
        <fieldset class="practice-group" data-group={name}>
            <legend class="practice-legend">{ legend }</legend>
            <div class={if first.is_some() { "practice-options" } else { "practice-options small" }}>
                { for options.into_iter().enumerate().map(option) }
            </div>
        </fieldset>
    }
}

/// Takes the focus to the first group in which nothing is picked.
fn focus_missing() {
    focus(".practice-group:not(:has(:checked), [data-group=sureness]) input");
}
