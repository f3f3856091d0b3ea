//! The page: one frame, five zones.
//!
//! `App` owns the store and hands it down in two contexts: the snapshot, compared by address, and
//! the dispatcher, which never changes. This file is `mod.rs` and not `app.rs`, since the browser
//! tests take it in by path and a file so taken looks for its children beside itself.

mod components;
mod panels;
mod shared;
mod store;
mod strings;

use iam_sandbox::text::Language;
use panels::{AskPanel, Dock, EvidencePanel, Notices, TimePanel, Topbar, WhyPanel, WorldPanel};
use shared::Shared;
use store::{AppState, Dispatch, Snapshot, Store};
use yew::prelude::*;

/// The whole page.
#[component]
pub fn App() -> Html {
    let store = use_reducer(|| Store(Shared::new(AppState::first(Language::English, None))));
    let snapshot: Snapshot = store.0.clone();
    let dispatch: Dispatch = store.dispatcher();
    html! {
        <ContextProvider<Dispatch> context={dispatch}>
            <ContextProvider<Snapshot> context={snapshot}>
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
            </ContextProvider<Snapshot>>
        </ContextProvider<Dispatch>>
    }
}

/// Shows the page in the browser.
#[cfg(all(feature = "app", target_arch = "wasm32"))]
pub fn start() {
    if let Some(root) = gloo::utils::document().get_element_by_id("root") {
        root.set_inner_html("");
        yew::Renderer::<App>::with_root(root).render();
        let _ = gloo::utils::document_element().set_attribute("data-ready", "1");
    }
}

/// Prints the first screen, for the build.
#[cfg(not(all(feature = "app", target_arch = "wasm32")))]
pub fn start() {}
