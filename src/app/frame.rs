//! The frame around the zones: the store, the contexts, and what happens beside rendering.

use super::components::focus::focus;
use super::fetch::Loading;
use super::keyboard::use_keyboard;
use super::panels::{
    AskPanel, Dock, EvidencePanel, GoalPanel, LessonBar, LessonList, Notices, PracticeSheet, Reference, RuleSheet,
    TimePanel, Topbar, WhyPanel, WorldPanel,
};
use super::practice::{PracticePlace, Wanted};
use super::shared::Shared;
use super::storage::Kept;
use super::store::{
    Action, AppState, Dispatch, LeftZone, Notice, NoticeKind, Practice, PracticeAct, Route, Snapshot, Store, Tab,
};
use super::strings::strings;
use super::{learn, packs, practice, reference, rules, storage};
use gloo::events::EventListener;
use gloo::timers::callback::Interval;
use gloo::utils::window;
use iam_sandbox::lessons::Progress;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// What the page begins with.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The state of the first render.
    pub initial: Shared<AppState>,
    /// Hears, once, that the page is there and listens.
    #[prop_or_default]
    pub on_ready: Callback<()>,
}

/// The whole page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let initial = props.initial.clone();
    let store = use_reducer(|| Store(initial));
    let snapshot: Snapshot = store.0.clone();
    let dispatch: Dispatch = store.dispatcher();
    use_autosave(&snapshot, &dispatch);
    use_preferences(&snapshot);
    use_links(&dispatch);
    use_lessons(&snapshot, &dispatch);
    use_practice(&snapshot, &dispatch);
    use_wall(&snapshot, &dispatch);
    use_keyboard(&snapshot, &dispatch);
    // Effects run in the order in which they are declared: this one when the keys are heard.
    use_effect_with(props.on_ready.clone(), |on_ready| on_ready.emit(()));
    let tab = match snapshot.tab {
        Tab::Ask => "ask",
        Tab::Why => "why",
        Tab::World => "world",
        Tab::Time => "time",
        Tab::Goal => "goal",
    };
    let labels = strings(snapshot.language);
    // What lies under the rule book is there, and out of reach.
    let is_covered = snapshot.route != Route::World;
    let is_goal = snapshot.play.is_some() && snapshot.left == LeftZone::Goal;
    // The fragment says what is open: it stays.
    let skip = |event: MouseEvent| {
        event.prevent_default();
        focus("#why");
    };
    // A lesson begins at the top of each zone.
    let of_lesson = snapshot.play.as_ref().map_or_else(String::new, |play| play.lesson.id.to_string());
    html! {
        <ContextProvider<Dispatch> context={dispatch}>
            <ContextProvider<Snapshot> context={snapshot.clone()}>
                <div class="page" data-tab={tab} data-sheet={snapshot.sheet.then_some("open")}
                    data-hidden={snapshot.hides_answer().then_some("")}
                    data-left={snapshot.play.is_some().then_some(if is_goal { "goal" } else { "world" })}
                    inert={is_covered}>
                    <a class="button primary skip" href="#why" onclick={skip}>{ labels.why.skip }</a>
                    <Topbar />
                    <main class="desk">
                        <LessonBar />
                        <AskPanel />
                        <Notices />
                        <WhyPanel key={format!("why {of_lesson}")} />
                        <EvidencePanel key={format!("evidence {of_lesson}")} />
                        <WorldPanel key={format!("world {of_lesson}")} />
                        <GoalPanel key={format!("goal {of_lesson}")} />
                        <TimePanel />
                    </main>
                    <Dock />
                </div>
                <RuleSheet />
                <Reference />
                <LessonList />
                <PracticeSheet />
            </ContextProvider<Snapshot>>
        </ContextProvider<Dispatch>>
    }
}

/// Keeps every change of the sandbox; says once if the browser does not keep data.
#[hook]
fn use_autosave(snapshot: &Snapshot, dispatch: &Dispatch) {
    let is_refused = use_mut_ref(|| false);
    let (state, dispatch) = (snapshot.clone(), dispatch.clone());
    use_effect_with(snapshot.revision, move |revision| {
        // Revision 0 is what was just loaded.
        if *revision > 0 {
            storage::clear_address(&state);
            wasm_bindgen_futures::spawn_local(async move {
                // A lesson is kept with the progress, and the learner's own world waits as it was kept.
                let is_kept = state.play.is_some() || storage::keep(Kept::World, &state.save().to_json()).await;
                if !is_kept && !is_refused.replace(true) {
                    dispatch.dispatch(Action::Notify(Some(Notice { kind: NoticeKind::NoStorage })));
                }
            });
        }
    });
    use_effect_with(snapshot.progress.clone(), |progress| {
        if **progress != Progress::default() {
            storage::keep_progress(progress);
        }
    });
}

/// Tells of each second, while the clock runs with the one on the wall.
#[hook]
fn use_wall(snapshot: &Snapshot, dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_effect_with(snapshot.wall.is_some(), move |runs| {
        let beat = runs.then(|| Interval::new(1000, move || dispatch.dispatch(Action::Beat)));
        move || drop(beat)
    });
}

/// Fetches the list of lessons when it is first looked at, and the lesson that the address names.
#[hook]
fn use_lessons(snapshot: &Snapshot, dispatch: &Dispatch) {
    let (state, dispatch) = (snapshot.clone(), dispatch.clone());
    let is_wanted = matches!(snapshot.route, Route::Lessons | Route::Lesson { .. } | Route::Practice(_));
    let has_index = matches!(snapshot.index, Loading::Ready(_));
    let is_waiting = is_wanted && !has_index;
    {
        let dispatch = dispatch.clone();
        use_effect_with((is_waiting, snapshot.n_fetches), move |(is_waiting, _)| {
            if *is_waiting {
                dispatch.dispatch(Action::SetProgress(storage::progress()));
                wasm_bindgen_futures::spawn_local(async move {
                    let (kept, failed) = packs::kept().await;
                    dispatch.dispatch(Action::SetPacks(kept));
                    dispatch.dispatch(Action::PackFailed(failed));
                    open_pack(&dispatch).await;
                    dispatch.dispatch(Action::SetIndex(learn::fetch_index().await));
                });
            }
        });
    }
    use_kept_packs(snapshot);
    let needs = (snapshot.route.clone(), has_index, snapshot.n_fetches, snapshot.packs.clone());
    use_effect_with(needs, move |(route, _, _, packs)| {
        let Route::Lesson { id } = route.clone() else { return };
        if state.play.as_ref().is_some_and(|play| *play.lesson.id == *id) {
            dispatch.dispatch(Action::SetRoute(Route::World));
            return;
        }
        if let Some(lesson) = packs.as_ref().and_then(|packs| packs::lesson(packs, &id)) {
            dispatch.dispatch(Action::OpenLesson(Rc::new(lesson)));
            return;
        }
        let index = match &state.index {
            Loading::Waiting => return,
            Loading::Failed(error) => return dispatch.dispatch(Action::LessonFailed(*error)),
            Loading::Ready(index) => index.clone(),
        };
        wasm_bindgen_futures::spawn_local(async move {
            match learn::fetch_lesson(&index, &id).await {
                Ok(lesson) => dispatch.dispatch(Action::OpenLesson(Rc::new(lesson))),
                Err(error) => dispatch.dispatch(Action::LessonFailed(error)),
            }
        });
    });
}

/// Brings back the sitting of the last visit, begins the set that the address names, and keeps what was answered.
#[hook]
fn use_practice(snapshot: &Snapshot, dispatch: &Dispatch) {
    let has_come = matches!(snapshot.practice_of_before, Loading::Ready(()));
    let is_waiting = matches!(snapshot.route, Route::Practice(_)) && !has_come;
    let wanted = match &snapshot.route {
        Route::Practice(PracticePlace::Set(wanted)) => Some(wanted.clone()),
        _ => None,
    };
    {
        let dispatch = dispatch.clone();
        use_effect_with(is_waiting, move |is_waiting| {
            if *is_waiting {
                wasm_bindgen_futures::spawn_local(async move {
                    let kept = storage::saved(Kept::Sitting).await.and_then(|text| Practice::parse(&text));
                    dispatch.dispatch(Action::Practise(PracticeAct::Resume(kept.map(Box::new))));
                });
            }
        });
    }
    {
        let (state, dispatch) = (snapshot.clone(), dispatch.clone());
        use_effect_with((wanted, has_come), move |(wanted, has_come)| {
            let Some(wanted) = wanted.clone().filter(|_| *has_come) else { return };
            let Some(set) = wanted.set() else {
                let wanted = Wanted { seed: Some(practice::fresh_seed()), ..wanted };
                storage::replace_set(&wanted);
                dispatch.dispatch(Action::SetRoute(Route::Practice(PracticePlace::Set(wanted))));
                return;
            };
            if state.practice.as_ref().is_none_or(|practice| *practice.sitting.set() != set) {
                dispatch.dispatch(Action::Practise(PracticeAct::Begin { set, at: practice::now() }));
            }
        });
    }
    let marks = snapshot.practice.as_ref().map(|it| (it.sitting.clone(), it.at, it.flags.clone(), it.is_finished));
    let state = snapshot.clone();
    use_effect_with(marks, move |_| {
        // A set that was only looked at takes no place of one that was begun.
        if let Some(kept) = state.practice.as_ref().filter(|practice| practice.n_given() > 0).map(Practice::kept) {
            wasm_bindgen_futures::spawn_local(async move {
                // Refused storage is said once, by the autosave.
                let _ = storage::keep(Kept::Sitting, &kept).await;
            });
        }
    });
}

/// Keeps the packs of one's own whenever one comes or goes.
#[hook]
fn use_kept_packs(snapshot: &Snapshot) {
    let is_known = use_mut_ref(|| false);
    use_effect_with(snapshot.packs.clone(), move |packs| {
        // The first are those that were kept.
        if let Some(packs) = packs.clone()
            && is_known.replace(true)
        {
            wasm_bindgen_futures::spawn_local(async move {
                // Refused storage is said once, by the autosave.
                packs::keep(packs).await;
            });
        }
    });
}

/// Opens the pack that the address names, if it names one.
async fn open_pack(dispatch: &Dispatch) {
    let Some(address) = packs::wanted(&storage::fragment()) else { return };
    match packs::fetch(address).await {
        Ok(pack) => dispatch.dispatch(Action::PackOpened(pack)),
        Err(failure) => dispatch.dispatch(Action::PackFailed(Some(failure))),
    }
}

/// Keeps what the learner prefers.
#[hook]
fn use_preferences(snapshot: &Snapshot) {
    use_effect_with(snapshot.path.clone(), |path| storage::keep_path(path));
    use_effect_with(snapshot.letters, |letters| storage::show_letters(*letters));
    use_effect_with((snapshot.language, snapshot.theme, snapshot.shortcuts), |(language, theme, shortcuts)| {
        storage::keep_preferences(*language, *theme, *shortcuts);
    });
}

/// Whether the address was that of the rule book or of the reference before it changed.
fn came_from_book(event: &web_sys::Event) -> bool {
    let before = event.dyn_ref::<web_sys::HashChangeEvent>().map(web_sys::HashChangeEvent::old_url);
    let is_book = |fragment: &str| rules::code_in(fragment).is_some() || reference::place_in(fragment).is_some();
    before.is_some_and(|url| url.find('#').is_some_and(|at| is_book(&url[at..])))
}

/// Goes where an address leads that is put into the open page: to a link's world, or to the rule book.
#[hook]
fn use_links(dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let opened = std::cell::RefCell::new(storage::fragment());
        let depth = std::cell::Cell::new(0);
        let listener = EventListener::new(&window(), "hashchange", move |event| {
            let fragment = storage::fragment();
            let route = storage::route();
            // The way back from the rule book leads to a link that was opened before.
            let is_from_book = came_from_book(event);
            let is_way_back = *opened.borrow() == fragment && is_from_book;
            if route != Route::World || is_way_back || storage::link().is_none() {
                if route == Route::World {
                    dispatch.dispatch(Action::LeaveLesson);
                }
                if let Some(path) = learn::path_in(&fragment) {
                    dispatch.dispatch(Action::SetPath(path.to_owned()));
                }
                let is_book = matches!(route, Route::Rules { .. } | Route::Reference(_));
                let n_pages_back = if is_book { storage::n_pages_back(is_from_book, depth.get()) } else { 0 };
                depth.set(n_pages_back);
                let dispatch = dispatch.clone();
                wasm_bindgen_futures::spawn_local(async move {
                    open_pack(&dispatch).await;
                    dispatch.dispatch(Action::FollowAddress { route, n_pages_back });
                });
                return;
            }
            opened.replace(fragment);
            match storage::link() {
                None => {}
                Some(Ok(save)) => dispatch.dispatch(Action::Load(Box::new(save))),
                Some(Err(data)) => {
                    dispatch.dispatch(Action::Notify(Some(Notice { kind: NoticeKind::BrokenLink(data) })));
                }
            }
        });
        move || drop(listener)
    });
}
