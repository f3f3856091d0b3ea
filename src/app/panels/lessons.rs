//! The list of all lessons, by unit, with what was solved. It lies over the page, as the rule book does;
//! any lesson opens at any time.

mod own;

use crate::app::fetch::{FetchError, Loading};
use crate::app::learn::{Index, IndexEntry, address};
use crate::app::storage;
use crate::app::store::{Action, AppState, Route, Snapshot, use_dispatch, use_snapshot};
use crate::app::strings::{LearnStrings, strings};
use gloo::utils::document;
use iam_sandbox::lessons::Stage;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
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
        Route::World | Route::Rules { .. } | Route::Practice(_) => return Html::default(),
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
    let closer = use_node_ref();
    {
        let closer = closer.clone();
        use_effect_with((), move |()| {
            if let Some(element) = closer.cast::<HtmlElement>() {
                let _ = element.focus();
            }
            || focus_page()
        });
    }
    html! {
        <section class="book" aria-labelledby="lessons-title">
            <div class="book-head">
                <h2 class="book-title" id="lessons-title">{ props.title }</h2>
                <button class="close" type="button" ref={closer} aria-label={props.leave_label}
                    onclick={props.leave.clone()}></button>
            </div>
            <div class="book-body" tabindex="-1">{ props.body.clone() }</div>
        </section>
    }
}

/// The page is inert until the list has gone.
fn focus_page() {
    gloo::timers::callback::Timeout::new(0, || {
        let target = document().query_selector("#goal, #why").ok().flatten();
        if let Some(element) = target.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    })
    .forget();
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
    let n_solved = index.lessons.iter().filter(|entry| stage(state, &entry.id) == Some(Stage::Solved)).count();
    html! {
        <>
            <p>{ labels.intro }{ " " }<span class="muted">{ (labels.n_solved)(n_solved, index.lessons.len()) }</span></p>
            { for labels.units.iter().map(|(unit, title)| of_unit(state, index, unit, title)) }
            <own::OwnPacks />
            <own::OwnProgress />
        </>
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
    html! { <Item entry={entry.clone()} language={state.language} {tone} {word} minutes={(labels.minutes)(entry.minutes)} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct ItemProps {
    entry: IndexEntry,
    language: iam_sandbox::text::Language,
    tone: Option<&'static str>,
    word: &'static str,
    minutes: String,
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
                </p>
            </div>
        </li>
    }
}
