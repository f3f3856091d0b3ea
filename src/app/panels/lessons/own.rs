//! What stands under the list of lessons: packs of one's own, and progress as a file.

use crate::app::components::file_button::FileButton;
use crate::app::components::problems::in_code;
use crate::app::fetch::FetchError;
use crate::app::learn::{Both, IndexEntry};
use crate::app::packs::{self, PackFailure, PackProblem};
use crate::app::storage;
use crate::app::store::{Action, Snapshot, use_dispatch, use_snapshot};
use crate::app::strings::{PacksStrings, strings};
use iam_sandbox::lessons::{Bundle, BundleError, Progress, ProgressError};
use iam_sandbox::text::{bundle_error, lesson_problem};
use yew::prelude::*;

/// How many faults of a pack are listed.
const MOST_FAULTS: usize = 12;

/// Packs of lessons that are not of the course.
#[component]
pub fn OwnPacks() -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let labels = &strings(state.language).packs;
    let opened = use_state(String::new);
    let on_file = {
        let (opened, language) = (opened.setter(), state.language);
        Callback::from(move |file: web_sys::File| {
            let (dispatch, opened, name) = (dispatch.clone(), opened.clone(), file.name());
            storage::read_file(
                file,
                Callback::from(move |text: String| match packs::read(&name, &text) {
                    Ok(pack) => {
                        opened.set((strings(language).packs.opened)(&pack.name, pack.lessons.len()));
                        dispatch.dispatch(Action::PackOpened(pack));
                    }
                    Err(failure) => {
                        opened.set(String::new());
                        dispatch.dispatch(Action::PackFailed(Some(failure)));
                    }
                }),
            );
        })
    };
    html! {
        <section class="block" aria-labelledby="own-lessons">
            <h3 class="zone-title" id="own-lessons">{ labels.own }</h3>
            <p class="small muted">{ in_code(labels.own_note) }</p>
            { for state.packs.iter().flat_map(|packs| packs.iter()).map(|pack| of_pack(&state, pack)) }
            <p><FileButton label={labels.open} {on_file} /></p>
            <p class="small" role="status">{ &*opened }</p>
            <PackFailed />
        </section>
    }
}

/// Why a pack was not opened.
#[component]
pub fn PackFailed() -> Html {
    let state = use_snapshot();
    let labels = &strings(state.language).packs;
    let place = use_node_ref();
    {
        // The pack of an address fails far from where one looks.
        let place = place.clone();
        use_effect_with(state.pack_failure.clone(), move |_| {
            if let Some(element) = place.cast::<web_sys::Element>() {
                element.scroll_into_view();
            }
        });
    }
    match &state.pack_failure {
        Some(failure) => {
            html! { <div class="notice-block" role="alert" ref={place}>{ failed(&state, failure, labels) }</div> }
        }
        None => Html::default(),
    }
}

fn of_pack(state: &Snapshot, pack: &Bundle) -> Html {
    let entry = |lesson: &iam_sandbox::lessons::Lesson| IndexEntry {
        id: format!("{}/{}", pack.name, lesson.id),
        minutes: lesson.minutes,
        title: Both::plain(&lesson.prose.en.title, &lesson.prose.es.title),
        objective: Both::plain(&lesson.prose.en.objective, &lesson.prose.es.objective),
        ..IndexEntry::default()
    };
    html! {
        <section class="own-pack" aria-label={pack.name.to_string()} key={&*pack.name}>
            <Remove name={pack.name.to_string()} />
            <ul class="book-rules">
                { for pack.lessons.iter().map(|lesson| super::item(state, &entry(lesson))) }
            </ul>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct RemoveProps {
    name: String,
}

/// The name of a pack, and the button that takes it out of the list.
#[component]
fn Remove(props: &RemoveProps) -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let labels = &strings(state.language).packs;
    let name = props.name.clone();
    let onclick = move |_: MouseEvent| dispatch.dispatch(Action::RemovePack(name.clone()));
    html! {
        <div class="own-pack-head">
            <h4 translate="no">{ &props.name }</h4>
            <button class="close" type="button" aria-label={(labels.remove)(&props.name)} {onclick}></button>
        </div>
    }
}

fn failed(state: &Snapshot, failure: &PackFailure, labels: &PacksStrings) -> Html {
    let why = match &failure.why {
        PackProblem::Bundle(error) => bundle_error(state.language, error),
        PackProblem::Fetch(FetchError::Offline) => labels.offline.to_owned(),
        PackProblem::Fetch(FetchError::Missing) => labels.missing.to_owned(),
        PackProblem::Elsewhere => labels.elsewhere.to_owned(),
    };
    let head = if failure.from.is_empty() { labels.failed_kept.to_owned() } else { (labels.failed)(&failure.from) };
    let faults = match &failure.why {
        PackProblem::Bundle(BundleError::Faults(faults)) => &**faults,
        _ => &[],
    };
    html! {
        <>
            <p><strong>{ head }</strong>{ " " }{ in_code(&why) }</p>
            if !faults.is_empty() {
                <ul class="small">
                    { for faults.iter().take(MOST_FAULTS).map(|(id, problem)| html! {
                        <li>
                            <strong translate="no">{ id.to_string() }</strong>{ ": " }
                            { in_code(&lesson_problem(state.language, problem)) }
                        </li>
                    }) }
                    if faults.len() > MOST_FAULTS { <li>{ "…" }</li> }
                </ul>
            }
        </>
    }
}

/// What was solved, as a file.
#[component]
pub fn OwnProgress() -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let labels = &strings(state.language).packs;
    let said = use_state(|| None::<Result<usize, ProgressError>>);
    let on_file = {
        let (said, progress) = (said.setter(), state.progress.clone());
        Callback::from(move |file| {
            let (said, dispatch, progress) = (said.clone(), dispatch.clone(), progress.clone());
            storage::read_file(
                file,
                Callback::from(move |text: String| {
                    let read = Progress::parse(&text);
                    said.set(Some(read.clone().map(|file| Progress::clone(&progress).merge(file))));
                    if let Ok(file) = read {
                        dispatch.dispatch(Action::MergeProgress(file));
                    }
                }),
            );
        })
    };
    let onsave = {
        let progress = state.progress.clone();
        move |_: MouseEvent| storage::download_text("iam-sandbox-progress.json", &progress.to_json())
    };
    let (merged, error) = match &*said {
        None => (None, None),
        Some(Ok(n_taken)) => (Some((labels.merged)(*n_taken)), None),
        Some(Err(ProgressError::Shape(_))) => (None, Some(labels.no_progress)),
        Some(Err(ProgressError::Newer(_))) => (None, Some(labels.newer)),
    };
    html! {
        <section class="block" aria-labelledby="own-progress">
            <h3 class="zone-title" id="own-progress">{ labels.progress }</h3>
            <p class="small muted">{ labels.progress_note }</p>
            <div class="buttons">
                <button class="button" type="button" disabled={state.progress.lessons.is_empty()} onclick={onsave}>
                    { labels.save }
                </button>
                <FileButton label={labels.load} {on_file} />
            </div>
            <p class="small" role="status">{ merged }</p>
            if let Some(error) = error { <p class="notice-block" role="alert">{ error }</p> }
            <Unreadable />
        </section>
    }
}

/// Progress that the browser had kept and that cannot be read: nobody's work is thrown away without a word.
#[component]
fn Unreadable() -> Html {
    let labels = &strings(use_snapshot().language).packs;
    let data = use_state(storage::unreadable_progress);
    let Some(text) = (*data).clone() else { return Html::default() };
    let onsave = move |_: MouseEvent| storage::download_text("iam-sandbox-unreadable-progress.txt", &text);
    let onforget = {
        let data = data.setter();
        move |_: MouseEvent| {
            storage::forget_unreadable_progress();
            data.set(None);
        }
    };
    html! {
        <div class="notice-block" role="alert">
            <p>{ labels.unreadable }</p>
            <div class="buttons">
                <button class="button" type="button" onclick={onsave}>{ labels.download_unreadable }</button>
                <button class="button" type="button" onclick={onforget}>{ labels.forget_unreadable }</button>
            </div>
        </div>
    }
}
