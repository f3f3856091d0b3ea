//! How the page comes to life: natively it is printed for the build, in a browser it takes the place
//! of what was printed.

#[cfg(all(feature = "app", target_arch = "wasm32"))]
pub use browser::start;
#[cfg(not(all(feature = "app", target_arch = "wasm32")))]
pub use native::start;

#[cfg(all(feature = "app", target_arch = "wasm32"))]
mod browser {
    use crate::app::frame::{App, AppProps};
    use crate::app::shared::Shared;
    use crate::app::storage::{self, Kept};
    use crate::app::store::{AppState, Notice, NoticeKind};
    use gloo::utils::document;
    use iam_sandbox::api::Save;
    use wasm_bindgen::JsCast;
    use yew::Callback;

    /// Everything that can have the focus, in the order of the page.
    const FOCUSABLE: &str = "#root a, #root button, #root input, #root textarea, #root select, #root [tabindex]";

    /// Shows the page: what the address carries, or what was kept, or the first world.
    pub fn start() {
        console_error_panic_hook::set_once();
        wasm_bindgen_futures::spawn_local(async {
            let state = opening().await;
            let Some(root) = document().get_element_by_id("root") else { return };
            let place = Place::of_reader();
            root.set_inner_html("");
            // Nothing is painted between the first render and its effects.
            let on_ready = Callback::from(move |()| {
                place.restore();
                if let Some(html) = document().document_element() {
                    let _ = html.set_attribute("data-ready", "1");
                }
            });
            yew::Renderer::<App>::with_root_and_props(root, AppProps { initial: Shared::new(state), on_ready })
                .render();
        });
    }

    async fn opening() -> AppState {
        AppState { route: storage::route(), path: storage::path(), ..world().await }
    }

    /// The world that the address carries, or the one that was kept, or the first.
    async fn world() -> AppState {
        let preferences = storage::preferences();
        let mut state = AppState::first(preferences.language(), preferences.theme());
        state.shortcuts = preferences.shortcuts();
        let broken = match storage::link() {
            Some(Ok(save)) => {
                state = state.opened(&save);
                let own = storage::saved(Kept::World)
                    .await
                    .filter(|own| Save::parse(own).is_ok_and(|own| own.world != save.world));
                state.notice = own.map(|own| Notice { kind: NoticeKind::LinkOpened(own) });
                return state;
            }
            Some(Err(data)) => Some(NoticeKind::BrokenLink(data)),
            None => None,
        };
        let kept = storage::saved(Kept::World).await.map(|text| Save::parse(&text).map_err(|_| text));
        let broken = match kept {
            Some(Ok(save)) => {
                state = state.opened(&save);
                broken
            }
            Some(Err(text)) => broken.or(Some(NoticeKind::BrokenSave(text))),
            None => broken,
        };
        state.notice = broken.map(|kind| Notice { kind });
        state
    }

    /// Where the reader of the printed page is: the focus, and how far the zones are scrolled.
    struct Place {
        focused: Option<u32>,
        scrolled: Vec<i32>,
    }

    impl Place {
        fn of_reader() -> Self {
            let active = document().active_element();
            let focused = all(FOCUSABLE).position(|element| Some(&element) == active.as_ref());
            Self {
                focused: focused.and_then(|index| u32::try_from(index).ok()),
                scrolled: all(".zone").map(|zone| zone.scroll_top()).collect(),
            }
        }

        fn restore(&self) {
            for (zone, top) in all(".zone").zip(&self.scrolled) {
                zone.set_scroll_top(*top);
            }
            let focused = self.focused.and_then(|index| all(FOCUSABLE).nth(index as usize));
            if let Some(element) = focused.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
                let _ = element.focus();
            }
        }
    }

    fn all(selector: &str) -> impl Iterator<Item = web_sys::Element> {
        let nodes = document().query_selector_all(selector).ok();
        let count = nodes.as_ref().map_or(0, web_sys::NodeList::length);
        (0..count).filter_map(move |index| nodes.as_ref()?.get(index)?.dyn_into().ok())
    }
}

#[cfg(not(all(feature = "app", target_arch = "wasm32")))]
mod native {
    /// Prints the first screen, for the build; or packs lessons, with `lessons FROM TO` or `pack FROM COURSE`.
    pub fn start() {
        #[cfg(feature = "prerender")]
        {
            let arguments: Vec<String> = std::env::args().skip(1).collect();
            if let [command, one, other] = &arguments[..] {
                let is_whole = match &**command {
                    "lessons" => crate::app::pack::run(one.as_ref(), other.as_ref()),
                    "pack" => crate::app::pack::bundle(one.as_ref(), other.as_ref()),
                    _ => false,
                };
                std::process::exit(i32::from(!is_whole));
            }
        }
        #[cfg(feature = "prerender")]
        #[expect(clippy::print_stdout, reason = "the build reads it from there")]
        {
            print!("{}", first_screen());
        }
    }

    /// The first screen in English, as the build puts it into the page.
    #[cfg(feature = "prerender")]
    pub fn first_screen() -> String {
        use crate::app::frame::{App, AppProps};
        use crate::app::{shared::Shared, store::AppState};
        use iam_sandbox::text::Language;
        use std::future::Future;
        use std::task::{Context, Poll, Waker};

        let make_props = || AppProps {
            initial: Shared::new(AppState::first(Language::English, None)),
            on_ready: yew::Callback::noop(),
        };
        let renderer = yew::LocalServerRenderer::<App>::with_props(make_props()).hydratable(false);
        let mut future = std::pin::pin!(renderer.render());
        let mut context = Context::from_waker(Waker::noop());
        // Nothing on the first screen waits for anything, so the future is ready at once.
        loop {
            if let Poll::Ready(html) = future.as_mut().poll(&mut context) {
                return html;
            }
        }
    }
}
