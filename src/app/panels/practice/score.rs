//! The score of a sitting: points, by topic, item by item, and the file for whoever keeps the results.

use super::choose::topic_name;
use super::mark::Mark;
use crate::app::components::focus::focus;
use crate::app::components::problems::in_code;
use crate::app::practice::{Wanted, fresh_seed, now, seed_text};
use crate::app::storage;
use crate::app::store::{Action, AppState, Practice, PracticeAct, use_dispatch, use_snapshot};
use crate::app::strings::{PracticeStrings, strings};
use iam_sandbox::practice::{Edition, FULL, Length, Sitting, Topic, results};
use iam_sandbox::text::Language;
use iam_sandbox::text::practice::prompt;
use std::collections::BTreeMap;
use yew::prelude::*;

/// The score of the sitting that is open.
#[component]
pub fn ScoreView() -> Html {
    let state = use_snapshot();
    let labels = &strings(state.language).practice;
    use_effect_with((), |()| {
        focus("#practice-score");
    });
    let Some(practice) = &state.practice else { return Html::default() };
    let n_open = practice.sitting.items().len() - practice.n_given();
    let (points, full) = worth(&practice.sitting);
    html! {
        <>
            <section class="practice-card" aria-labelledby="practice-score">
                <h3 class="practice-mark" id="practice-score" tabindex="-1">
                    { labels.score }{ ": " }{ (labels.total)(points, full, percent(points, full)) }
                </h3>
                if n_open > 0 && !practice.is_endless() { <p>{ (labels.n_open)(n_open) }</p> }
                <Buttons />
                <p class="small muted">{ labels.download_note }</p>
            </section>
            { by_topic(&state, &practice.sitting, labels) }
            <section class="practice-card" aria-label={labels.items}>
                <h3 class="zone-title">{ labels.items }</h3>
                <ol class="practice-list">{ for item_rows(&state, practice, labels) }</ol>
            </section>
        </>
    }
}

/// The points, and of how many: in a set without end those that were answered count.
pub fn worth(sitting: &Sitting) -> (u32, u32) {
    let score = sitting.score();
    let n_given = score.points.iter().flatten().count();
    let n = sitting.set().n_items().unwrap_or(n_given);
    (score.total(), u32::try_from(n).unwrap_or(u32::MAX).saturating_mul(FULL))
}

/// In hundredths; none of nothing.
pub fn percent(points: u32, full: u32) -> u32 {
    (points * FULL).checked_div(full).unwrap_or_default()
}

#[component]
fn Buttons() -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let labels = &strings(state.language).practice;
    let is_copied = use_state(|| false);
    let Some(practice) = &state.practice else { return Html::default() };
    let set = practice.sitting.set().clone();
    let name = format!("iam-sandbox-practice-{}.json", seed_text(set.seed));
    let download = {
        let sitting = practice.sitting.clone();
        Callback::from(move |_: MouseEvent| storage::download_text(&name, &results(&sitting)))
    };
    let again = {
        let set = set.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Practise(PracticeAct::Begin { set: set.clone(), at: now() }));
        })
    };
    let copy = {
        let (link, is_copied) = (storage::link_to(&Wanted::from(&set).address()), is_copied.setter());
        Callback::from(move |_: MouseEvent| {
            let is_copied = is_copied.clone();
            storage::copy(link.clone(), Callback::from(move |is_done| is_copied.set(is_done)));
        })
    };
    let another = Wanted { edition: Edition::NEWEST, seed: Some(fresh_seed()), ..Wanted::from(&set) }.address();
    html! {
        <div class="buttons">
            <button class="button primary" type="button" onclick={download}>{ labels.download }</button>
            <button class="button" type="button" onclick={again}>{ labels.again }</button>
            if matches!(set.length, Length::Ten(_)) { <a class="button" href={another}>{ labels.another }</a> }
            <button class="button" type="button" onclick={copy}>{ labels.copy_link }</button>
            <span class="small" role="status">{ if *is_copied { labels.copied } else { "" } }</span>
        </div>
    }
}

/// A table with the points of each topic.
pub fn by_topic(state: &AppState, sitting: &Sitting, labels: &PracticeStrings) -> Html {
    let mut topics: BTreeMap<Topic, (u32, u32)> = BTreeMap::new();
    for (item, points) in sitting.items().iter().zip(sitting.score().points) {
        let sum = topics.entry(item.topic).or_default();
        if let Some(points) = points {
            *sum = (sum.0 + points, sum.1 + FULL);
        }
    }
    let told = |points, full| match full {
        0 => labels.open.to_owned(),
        _ => (labels.total)(points, full, percent(points, full)),
    };
    html! {
        <section class="practice-card" aria-label={labels.by_topic}>
            <h3 class="zone-title">{ labels.by_topic }</h3>
            <table class="practice-table">
                <thead><tr><th scope="col">{ labels.topic }</th><th scope="col">{ labels.points_column }</th></tr></thead>
                <tbody>
                    { for topics.into_iter().map(|(topic, (points, full))| html! {
                        <tr>
                            <th scope="row">{ topic_name(state, topic) }</th>
                            <td>{ told(points, full) }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
        </section>
    }
}

fn item_rows(state: &AppState, practice: &Practice, labels: &PracticeStrings) -> Vec<Html> {
    let score = practice.sitting.score();
    let row = |(index, points): (usize, &Option<u32>)| {
        let item = practice.sitting.items().get(index)?;
        let text = prompt(state.language, item);
        let notes = [
            score.sure_and_wrong.contains(&index).then_some(labels.sure_and_wrong),
            practice.flags.contains(&index).then_some(labels.flagged),
        ];
        let notes: Vec<&'static str> = notes.into_iter().flatten().collect();
        Some(html! { <ItemRow key={index} {index} points={*points} {text} notes={notes} language={state.language} /> })
    };
    score.points.iter().enumerate().filter_map(row).collect()
}

#[derive(Clone, PartialEq, Properties)]
struct RowProps {
    index: usize,
    points: Option<u32>,
    text: String,
    notes: Vec<&'static str>,
    language: Language,
}

/// An item that leads to its review, or to its form.
#[component]
fn ItemRow(props: &RowProps) -> Html {
    let dispatch = use_dispatch();
    let labels = &strings(props.language).practice;
    let index = props.index;
    let onclick = Callback::from(move |_: MouseEvent| {
        dispatch.dispatch(Action::Practise(PracticeAct::GoTo(index)));
    });
    let mark = props.points.map(Mark::of);
    html! {
        <li class="practice-row">
            <button class="link" type="button" {onclick}>{ (labels.item)(index + 1, None) }</button>
            <span>{ in_code(&props.text) }</span>
            <span class="muted">
                if let Some(mark) = mark { { mark.lamp() }{ " " } }
                { match (mark, props.points) {
                    (Some(mark), Some(points)) => format!("{}, {}", mark.word(labels), (labels.points)(points, FULL)),
                    _ => labels.open.to_owned(),
                } }
                { for props.notes.iter().map(|note| format!(" · {note}")) }
            </span>
        </li>
    }
}
