//! The frame around the zones: the store, the contexts, and what happens beside rendering.

use super::keyboard::use_keyboard;
use super::panels::{
    AskPanel, Dock, EvidencePanel, Notices, RuleBook, RuleSheet, TimePanel, Topbar, WhyPanel, WorldPanel,
};
use super::rules;
use super::shared::Shared;
use super::storage;
use super::store::{Action, AppState, Dispatch, Notice, NoticeKind, Route, Snapshot, Store, Tab};
use super::strings::strings;
use gloo::events::EventListener;
use gloo::utils::window;
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
    use_keyboard(&snapshot, &dispatch);
    // Effects run in the order in which they are declared: this one when the keys are heard.
    use_effect_with(props.on_ready.clone(), |on_ready| on_ready.emit(()));
    let tab = match snapshot.tab {
        Tab::Ask => "ask",
        Tab::Why => "why",
        Tab::World => "world",
        Tab::Time => "time",
    };
    let labels = strings(snapshot.language);
    // What lies under the rule book is there, and out of reach.
    let is_covered = snapshot.route != Route::World;
    html! {
        <ContextProvider<Dispatch> context={dispatch}>
            <ContextProvider<Snapshot> context={snapshot.clone()}>
                <div class="page" data-tab={tab} data-sheet={snapshot.sheet.then_some("open")}
                    inert={is_covered}>
                    <a class="button primary skip" href="#why">{ labels.why.skip }</a>
                    <Topbar />
                    <main class="desk">
                        <AskPanel />
                        <Notices />
                        <WhyPanel />
                        <EvidencePanel />
                        <WorldPanel />
                        <TimePanel />
                    </main>
                    <Dock />
                </div>
                <RuleSheet />
                <RuleBook />
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
            storage::clear_link();
            wasm_bindgen_futures::spawn_local(async move {
                let is_kept = storage::autosave(&state.save().to_json()).await;
                if !is_kept && !is_refused.replace(true) {
                    dispatch.dispatch(Action::Notify(Some(Notice { kind: NoticeKind::NoStorage })));
                }
            });
        }
    });
}

/// Keeps what the learner prefers.
#[hook]
fn use_preferences(snapshot: &Snapshot) {
    use_effect_with((snapshot.language, snapshot.theme, snapshot.shortcuts), |(language, theme, shortcuts)| {
        storage::keep_preferences(*language, *theme, *shortcuts);
    });
}

/// Whether the address was that of the rule book before it changed.
fn came_from_rules(event: &web_sys::Event) -> bool {
    let before = event.dyn_ref::<web_sys::HashChangeEvent>().map(web_sys::HashChangeEvent::old_url);
    before.is_some_and(|url| url.find('#').is_some_and(|at| rules::code_in(&url[at..]).is_some()))
}

/// Goes where an address leads that is put into the open page: to a link's world, or to the rule book.
#[hook]
fn use_links(dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let opened = std::cell::RefCell::new(storage::fragment());
        let listener = EventListener::new(&window(), "hashchange", move |event| {
            let fragment = storage::fragment();
            let route = storage::route();
            // The way back from the rule book leads to a link that was opened before.
            let is_way_back = *opened.borrow() == fragment && came_from_rules(event);
            if route != Route::World || is_way_back || storage::link().is_none() {
                dispatch.dispatch(Action::FollowAddress(route));
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
