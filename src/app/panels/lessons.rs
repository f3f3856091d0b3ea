//! The list of all lessons, by unit, with what was solved. It lies over the page, as the rule book does;
//! any lesson opens at any time.

mod own;

use crate::app::components::focus::focus_page;
use crate::app::fetch::{FetchError, Loading};
use crate::app::learn::{Index, IndexEntry, StudyPath, address};
use crate::app::panels::reference::sections;
use crate::app::reference::{self, Place};
use crate::app::shared::Shared;
use crate::app::storage;
use crate::app::store::{Action, AppState, Route, Snapshot, use_dispatch, use_snapshot};
use crate::app::strings::{LearnStrings, strings};
use iam_sandbox::lessons::Stage;
use iam_sandbox::text::Language;
use web_sys::{HtmlElement, HtmlSelectElement};
use yew::prelude::*;

/// The list while it is open, and what is said while a lesson is on its way.
#[component]
pub fn LessonList() -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let labels = &strings(state.language).learn;
    let (title, body) = match &state.route {
        Route::Lessons => (labels.lessons, list(&state, labels)),
        Route::Lesson { .. } => match state.lesson_error {
            Some(error) => (labels.lessons, html! { <>{ failed(error, labels) }<own::PackFailed /></> }),
            None => (labels.lessons, html! { <p class="muted" role="status">{ labels.loading }</p> }),
        },
        Route::World | Route::Rules { .. } | Route::Reference(_) | Route::Practice(_) => return Html::default(),
    };
    let leave = {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| storage::leave_lessons(&state, &dispatch))
    };
    html! { <Sheet {title} leave_label={labels.leave_list} {leave} {body} key={format!("{:?}", state.route)} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct SheetProps {
    title: &'static str,
    leave_label: &'static str,
    leave: Callback<MouseEvent>,
    body: Html,
}

#[component]
fn Sheet(props: &SheetProps) -> Html {
    let state = use_snapshot();
    let closer = use_node_ref();
    {
        let closer = closer.clone();
        use_effect_with((), move |()| {
            if let Some(element) = closer.cast::<HtmlElement>() {
                let _ = element.focus();
            }
            || focus_page(None)
        });
    }
    html! {
        <section class="book" aria-labelledby="lessons-title">
            <div class="book-head">
                <h2 class="book-title" id="lessons-title">{ props.title }</h2>
                { sections(&state) }
                <button class="close" type="button" ref={closer} aria-label={props.leave_label}
                    onclick={props.leave.clone()}></button>
            </div>
            <div class="book-body" tabindex="-1">{ props.body.clone() }</div>
        </section>
    }
}

fn failed(error: FetchError, labels: &LearnStrings) -> Html {
    let text = match error {
        FetchError::Offline => labels.offline,
        FetchError::Missing => labels.missing,
    };
    html! { <Retry {text} label={labels.retry} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct RetryProps {
    text: &'static str,
    label: &'static str,
}

#[component]
fn Retry(props: &RetryProps) -> Html {
    let dispatch = use_dispatch();
    let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::FetchAgain));
    html! {
        <div role="alert">
            <p>{ props.text }</p>
            <p><button class="button" type="button" {onclick}>{ props.label }</button></p>
        </div>
    }
}

fn list(state: &Snapshot, labels: &LearnStrings) -> Html {
    let index = match &state.index {
        Loading::Waiting => return html! { <p class="muted" role="status">{ labels.loading }</p> },
        Loading::Failed(error) => return failed(*error, labels),
        Loading::Ready(index) => index,
    };
    let path = index.path(&state.path);
    let listed = path.map_or_else(|| index.lessons.iter().collect(), |path| in_path(index, path));
    let n_solved = listed.iter().filter(|entry| stage(state, &entry.id) == Some(Stage::Solved)).count();
    html! {
        <>
            <div class="lesson-intro">
                <p>{ labels.intro }{ " " }<span class="muted">{ (labels.n_solved)(n_solved, listed.len()) }</span></p>
                <PathChoice index={index.clone()} chosen={state.path.clone()} language={state.language} />
            </div>
            if let Some(path) = path {
                { of_path(state, path, listed, labels) }
            } else {
                { for labels.units.iter().map(|(unit, title)| of_unit(state, index, unit, title)) }
            }
            <own::OwnPacks />
            <own::OwnProgress />
        </>
    }
}

/// The lessons of a path that there are, in its order.
fn in_path<'a>(index: &'a Index, path: &StudyPath) -> Vec<&'a IndexEntry> {
    path.lessons.iter().filter_map(|id| index.entry(id)).collect()
}

fn of_path(state: &Snapshot, path: &StudyPath, entries: Vec<&IndexEntry>, labels: &LearnStrings) -> Html {
    let name = path.name.of(state.language).to_owned();
    let n_minutes = entries.iter().map(|entry| entry.minutes).sum();
    let n_to_come = path.to_come.len();
    html! {
        <section class="block" aria-label={name.clone()}>
            <h3 class="zone-title">{ name }</h3>
            <p class="small">
                { path.about.of(state.language).to_owned() }{ " " }
                <span class="muted">{ (labels.n_minutes)(n_minutes) }</span>
            </p>
            <ol class="book-rules">{ for entries.into_iter().map(|entry| item(state, entry)) }</ol>
            if n_to_come > 0 {
                <div class="small muted to-come">
                    <p>{ (labels.to_come)(n_to_come, n_to_come + path.lessons.len()) }</p>
                    <ul>{ for path.to_come.iter().map(|title| html! { <li>{ title.of(state.language).to_owned() }</li> }) }</ul>
                </div>
            }
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PathChoiceProps {
    index: Shared<Index>,
    chosen: String,
    language: Language,
}

/// In which order lessons are listed and follow each other.
#[component]
fn PathChoice(props: &PathChoiceProps) -> Html {
    let dispatch = use_dispatch();
    let labels = &strings(props.language).learn;
    let onchange = Callback::from(move |event: Event| {
        storage::choose_path(&event.target_unchecked_into::<HtmlSelectElement>().value(), &dispatch);
    });
    let is_any = props.index.path(&props.chosen).is_some();
    html! {
        <label class="path-choice">
            <span>{ labels.path }</span>
            <select class="field" {onchange}>
                <option value="" selected={!is_any}>{ labels.every_lesson }</option>
                { for props.index.paths.iter().map(|path| html! {
                    <option value={path.id.clone()} selected={path.id == props.chosen}>
                        { path.name.of(props.language).to_owned() }
                    </option>
                }) }
            </select>
        </label>
    }
}

fn stage(state: &AppState, id: &str) -> Option<Stage> {
    state.progress.lessons.get(id).map(|progress| progress.stage)
}

fn of_unit(state: &Snapshot, index: &Index, unit: &str, title: &'static str) -> Html {
    let entries: Vec<&IndexEntry> = index.lessons.iter().filter(|entry| entry.unit == unit).collect();
    if entries.is_empty() {
        return Html::default();
    }
    html! {
        <section class="block" aria-label={title}>
            <h3 class="zone-title">{ title }</h3>
            <ul class="book-rules">
                { for entries.into_iter().map(|entry| item(state, entry)) }
            </ul>
        </section>
    }
}

fn item(state: &Snapshot, entry: &IndexEntry) -> Html {
    let labels = &strings(state.language).learn;
    let (tone, word) = match stage(state, &entry.id) {
        Some(Stage::Solved) => (Some("allow"), labels.solved),
        Some(Stage::Seen) => (Some("na"), labels.seen),
        Some(Stage::Begun) => (Some("na"), labels.begun),
        None => (None, ""),
    };
    let minutes = (labels.minutes)(entry.minutes);
    let tells_cards = matches!(stage(state, &entry.id), Some(Stage::Solved | Stage::Seen));
    html! { <Item entry={entry.clone()} language={state.language} {tone} {word} {minutes} {tells_cards} /> }
}

fn card(id: &str) -> Html {
    let href = reference::address(&Place::Cards(id.to_owned()));
    html! { <><a class="link" {href} translate="no">{ id.to_owned() }</a>{ " " }</> }
}

#[derive(Clone, PartialEq, Properties)]
struct ItemProps {
    entry: IndexEntry,
    language: Language,
    tone: Option<&'static str>,
    word: &'static str,
    minutes: String,
    /// Its cards come once it was done, so that they give nothing away.
    tells_cards: bool,
}

#[component]
fn Item(props: &ItemProps) -> Html {
    let entry = &props.entry;
    let href = address(&entry.id);
    html! {
        <li class="book-rule lesson-item">
            <span class="lesson-id" translate="no">{ entry.id.rsplit('/').next().unwrap_or_default().to_owned() }</span>
            <div class="book-facts">
                <a class="lesson-link" {href}>{ entry.title.of(props.language).to_owned() }</a>
                <p>{ entry.objective.of(props.language).to_owned() }</p>
                <p class="small muted">
                    { &props.minutes }
                    if let Some(tone) = props.tone {
                        { " · " }<span class="lamp" data-tone={tone}></span>{ " " }{ props.word }
                    }
                    if props.tells_cards && !entry.cards.is_empty() {
                        { " · " }{ strings(props.language).learn.cards }{ ": " }
                        { for entry.cards.iter().map(|id| card(id)) }
                    }
                </p>
            </div>
        </li>
    }
}
