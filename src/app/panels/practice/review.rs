//! An item after it was answered: points for each part, what there was to see, and the trace.

use super::super::trace::{Trace, looking_at};
use super::mark::Mark;
use crate::app::components::problems::in_code;
use crate::app::components::segmented::Segmented;
use crate::app::learn;
use crate::app::storage;
use crate::app::store::{Action, PracticeAct, use_dispatch, use_snapshot};
use crate::app::strings::{PracticeStrings, strings};
use iam_sandbox::practice::{FOR_VERDICT, FULL, Item, Response, Right, points};
use iam_sandbox::text::Language;
use iam_sandbox::text::practice::{actor, place, review, verdict};
use yew::prelude::*;

/// The review of the item that is shown.
#[component]
pub fn ReviewView() -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let labels = &strings(state.language).practice;
    let looked_at = use_state(|| 0_usize);
    let shown = {
        let state = state.clone();
        let at = state.practice.as_ref().map(|practice| practice.at);
        use_memo((at, *looked_at, state.language), move |(_, index, language)| {
            let item = state.practice.as_ref()?.item()?;
            let who = item.asked.who.get(*index)?.clone();
            let sandbox = item.sandbox();
            let question = item.question(&sandbox, &who)?;
            Some((who, looking_at(sandbox, question, *language)))
        })
    };
    let Some(practice) = &state.practice else { return Html::default() };
    let (Some(item), Some(given)) = (practice.item(), practice.given()) else { return Html::default() };
    let (language, got) = (state.language, points(item, &given.response));
    let mark = Mark::of(got);
    let words = review(language, item);
    let who: Vec<AttrValue> = item.asked.who.iter().map(|it| actor(language, item, it).into()).collect();
    let next = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Practise(PracticeAct::Next)))
    };
    let open = shown.as_ref().as_ref().map(|(who, _)| {
        let (who, dispatch) = (who.clone(), dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            storage::push_world();
            dispatch.dispatch(Action::Practise(PracticeAct::OpenWorld(who.clone())));
        })
    });
    let on_choose = {
        let looked_at = looked_at.setter();
        Callback::from(move |index| looked_at.set(index))
    };
    let lesson = item.topic.lesson();
    html! {
        <>
            <section class="practice-answer" aria-labelledby="practice-review">
                <h4 class="practice-mark" id="practice-review" tabindex="-1" data-tone={mark.tone()}>
                    { mark.lamp() }{ mark.word(labels) }{ " · " }{ (labels.points)(got, FULL) }
                </h4>
                { parts(item, &given.response, language, labels) }
                <p>{ in_code(&words.right) }</p>
                { told(labels.traps, &words.twists) }
                { told(labels.readers, &words.readers) }
                <div class="buttons">
                    <button class="button primary" type="button" onclick={next}>
                        { if practice.is_endless() || practice.next_open().is_some() { labels.next } else { labels.finish } }
                        { " " }<kbd aria-hidden="true">{ "↵" }</kbd>
                    </button>
                    if let Some(onclick) = open {
                        <button class="button" type="button" {onclick}>{ labels.open_world }</button>
                    }
                    <a class="button" href={learn::address(lesson)}>{ (labels.lesson)(lesson) }</a>
                </div>
            </section>
            <section class="practice-trace" aria-labelledby="practice-trace">
                <h4 class="zone-title" id="practice-trace">{ labels.trace }</h4>
                if who.len() > 1 {
                    <Segmented name="practice-trace-of" label={labels.trace_of} options={who}
                        selected={Some(*looked_at)} {on_choose} />
                }
                if let Some((_, initial)) = &*shown {
                    <Trace key={format!("{}-{}", *looked_at, language.code())} initial={initial.clone()} />
                }
            </section>
        </>
    }
}

fn told(title: &'static str, lines: &[&'static str]) -> Html {
    if lines.is_empty() {
        return Html::default();
    }
    html! {
        <div>
            <h5 class="practice-legend">{ title }</h5>
            <ul class="practice-told">{ for lines.iter().map(|line| html! { <li>{ in_code(line) }</li> }) }</ul>
        </div>
    }
}

/// What was answered beside what is right, part by part.
fn parts(item: &Item, response: &Response, language: Language, labels: &PracticeStrings) -> Html {
    let rows: Vec<Row> = match (item.right(), response) {
        (Right::Predict(right, decides), Response::Predict { verdict: said, place: at }) => vec![
            Row {
                name: labels.verdict.to_owned(),
                yours: verdict(language, *said),
                right: verdict(language, *right),
                worth: Some(FOR_VERDICT),
            },
            Row {
                name: labels.place.to_owned(),
                yours: place(language, *at),
                right: place(language, *decides),
                worth: Some(FULL - FOR_VERDICT),
            },
        ],
        (Right::WhoCan(may), Response::WhoCan(chosen)) => {
            let word = |may| if may { labels.may } else { labels.may_not };
            let row = |who| Row {
                name: actor(language, item, who),
                yours: word(chosen.contains(who)),
                right: word(may.contains(who)),
                worth: None,
            };
            item.asked.who.iter().map(row).collect()
        }
        _ => Vec::new(),
    };
    html! {
        <table class="practice-parts">
            <thead>
                <tr>
                    <td></td>
                    <th scope="col">{ labels.yours }</th>
                    <th scope="col">{ labels.correct }</th>
                </tr>
            </thead>
            <tbody>{ for rows.into_iter().map(|row| row.view(labels)) }</tbody>
        </table>
    }
}

struct Row {
    name: String,
    yours: &'static str,
    right: &'static str,
    worth: Option<u32>,
}

impl Row {
    fn view(self, labels: &PracticeStrings) -> Html {
        let is_right = self.yours == self.right;
        let mark = if is_right { Mark::Right } else { Mark::Wrong };
        html! {
            <tr>
                <th scope="row">{ self.name }</th>
                <td data-label={labels.yours}>
                    { mark.lamp() }{ " " }{ self.yours }<span class="vh">{ format!(" ({})", mark.word(labels)) }</span>
                    if let Some(worth) = self.worth {
                        <span class="small muted practice-worth">
                            { (labels.points)(if is_right { worth } else { 0 }, worth) }
                        </span>
                    }
                </td>
                <td data-label={labels.correct}>{ self.right }</td>
            </tr>
        }
    }
}
