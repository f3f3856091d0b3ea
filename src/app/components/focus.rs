//! Where the focus goes when what lay over the page is left.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Gives the focus to `before` as soon as the page has it to give; without that to the goals of a lesson where they
/// are shown, else to the answer.
pub fn focus_page(before: Option<HtmlElement>) {
    // The page is inert until what lay over it has gone, and a lesson's goals may come only then.
    gloo::timers::callback::Timeout::new(0, move || {
        let places = ["#goal", "#why"].into_iter().filter_map(|place| {
            let found = document().query_selector(place).ok().flatten();
            found.and_then(|element| element.dyn_into().ok())
        });
        for element in before.into_iter().chain(places) {
            // What is hidden takes no focus.
            if element.focus().is_ok() && document().active_element().as_ref() == Some(element.as_ref()) {
                return;
            }
        }
    })
    .forget();
}
