//! Where a set is chosen: go on, ten items on some topics, one topic without end, results files.

use super::files::Files;
use crate::app::components::focus::focus;
use crate::app::fetch::Loading;
use crate::app::practice::{Wanted, fresh_seed, seed_of, seed_text};
use crate::app::store::{AppState, use_snapshot};
use crate::app::strings::{PracticeStrings, strings};
use iam_sandbox::practice::{Length, Set, Topic};
use iam_sandbox::text::Language;
use std::collections::BTreeSet;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The choice.
#[component]
pub fn Choose() -> Html {
    let state = use_snapshot();
    let labels = &strings(state.language).practice;
    let seed = use_state(|| seed_text(fresh_seed()));
    let topics = use_state(|| iam_sandbox::ordered::set(Topic::ALL.iter().copied()));
    use_effect_with((), |()| {
        focus("#practice-title");
    });
    let number = seed_of(&seed);
    let on_seed = {
        let seed = seed.setter();
        Callback::from(move |text| seed.set(text))
    };
    let on_topics = {
        let topics = topics.setter();
        Callback::from(move |chosen| topics.set(chosen))
    };
    html! {
        <>
            <p>{ labels.intro }</p>
            { unfinished(&state, labels) }
            { ten(&state, labels, number, &topics, &on_topics) }
            { endless(&state, labels, number) }
            <Seed seed={(*seed).clone()} {on_seed} language={state.language} />
            <Files />
        </>
    }
}

fn unfinished(state: &AppState, labels: &PracticeStrings) -> Html {
    let Some(practice) = state.practice.as_ref().and_then(|practice| practice.unfinished()) else {
        return Html::default();
    };
    let set = practice.sitting.set();
    html! {
        <section class="practice-card" aria-labelledby="practice-unfinished">
            <h3 class="zone-title" id="practice-unfinished">{ labels.unfinished }</h3>
            <p>
                { name(state, set) }{ " · " }{ (labels.n_answered)(practice.n_given(), set.n_items()) }{ " · " }
                { labels.seed }{ " " }<code translate="no">{ seed_text(set.seed) }</code>
            </p>
            <p><a class="button primary" href={Wanted::from(set).address()}>{ labels.go_on }</a></p>
        </section>
    }
}

/// What a set is called.
fn name(state: &AppState, set: &Set) -> String {
    match &set.length {
        Length::Endless(topic) => topic_name(state, *topic),
        Length::Ten(_) => strings(state.language).practice.ten.to_owned(),
    }
}

/// The id and the title of the lesson, once the list of lessons has come.
pub fn topic_name(state: &AppState, topic: Topic) -> String {
    let id = topic.lesson();
    let title = match &state.index {
        Loading::Ready(index) => index.entry(id).map(|entry| entry.title.of(state.language)),
        Loading::Waiting | Loading::Failed(_) => None,
    };
    title.map_or_else(|| id.to_owned(), |title| format!("{id} {title}"))
}

#[derive(Clone, PartialEq, Properties)]
struct SeedProps {
    seed: String,
    on_seed: Callback<String>,
    language: Language,
}

#[component]
fn Seed(props: &SeedProps) -> Html {
    let labels = &strings(props.language).practice;
    let is_wrong = seed_of(&props.seed).is_none();
    let oninput = props.on_seed.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    let another = props.on_seed.reform(|_: MouseEvent| seed_text(fresh_seed()));
    html! {
        <section class="practice-card" aria-label={labels.seed}>
            <div class="practice-seed">
                <label for="practice-seed">{ labels.seed }</label>
                <input class="field mono" id="practice-seed" value={props.seed.clone()} maxlength="16" autocomplete="off"
                    autocapitalize="off" spellcheck="false" aria-invalid={is_wrong.to_string()}
                    aria-describedby="practice-seed-note" {oninput} />
                <button class="button" type="button" onclick={another}>{ labels.new_seed }</button>
            </div>
            <p class={classes!("small", if is_wrong { "form-error" } else { "muted" })} id="practice-seed-note" role="status">
                { if is_wrong { labels.seed_wrong } else { labels.seed_note } }
            </p>
        </section>
    }
}

fn ten(
    state: &AppState,
    labels: &PracticeStrings,
    seed: Option<u64>,
    topics: &BTreeSet<Topic>,
    on_topics: &Callback<BTreeSet<Topic>>,
) -> Html {
    let chosen: Vec<Topic> = topics.iter().copied().collect();
    let href = Wanted::of_ten(&chosen, seed).address();
    let one = |topic: &Topic| {
        let (topic, topics) = (*topic, topics.clone());
        let is_chosen = topics.contains(&topic);
        let onchange = on_topics.reform(move |_: Event| {
            let mut topics = topics.clone();
            if !topics.remove(&topic) {
                topics.insert(topic);
            }
            topics
        });
        html! {
            <li key={topic.lesson()}>
                <label class="practice-option">
                    <input type="checkbox" checked={is_chosen} {onchange} />{ " " }<span>{ topic_name(state, topic) }</span>
                </label>
            </li>
        }
    };
    let all = on_topics.reform(|_: MouseEvent| Topic::ALL.iter().copied().collect());
    let none = on_topics.reform(|_: MouseEvent| BTreeSet::new());
    html! {
        <section class="practice-card" aria-labelledby="practice-ten">
            <h3 class="zone-title" id="practice-ten">{ labels.ten }</h3>
            <p>{ labels.ten_note }</p>
            <details>
                <summary>
                    { labels.topics }{ ": " }
                    { if topics.len() == Topic::ALL.len() { labels.all_topics.to_owned() } else { listed(&chosen) } }
                </summary>
                <div class="buttons">
                    <button class="button little" type="button" onclick={all}>{ labels.all_topics }</button>
                    <button class="button little" type="button" onclick={none}>{ labels.no_topics }</button>
                </div>
                <ul class="practice-topics">{ for Topic::ALL.iter().map(one) }</ul>
            </details>
            <p class="small muted" role="status">{ if topics.is_empty() { labels.none_is_all } else { "" } }</p>
            <p><a class="button primary" {href}>{ labels.begin }</a></p>
        </section>
    }
}

fn listed(topics: &[Topic]) -> String {
    if topics.is_empty() {
        "–".to_owned()
    } else {
        topics.iter().map(|it| it.lesson()).collect::<Vec<_>>().join(", ")
    }
}

fn endless(state: &AppState, labels: &PracticeStrings, seed: Option<u64>) -> Html {
    let one = |topic: &Topic| {
        let href = Wanted::endless(*topic, seed).address();
        html! { <li key={topic.lesson()}><a class="lesson-link" {href}>{ topic_name(state, *topic) }</a></li> }
    };
    html! {
        <section class="practice-card" aria-labelledby="practice-endless">
            <h3 class="zone-title" id="practice-endless">{ labels.endless }</h3>
            <p>{ labels.endless_note }</p>
            <ul class="practice-topics">{ for Topic::ALL.iter().map(one) }</ul>
        </section>
    }
}
