//! Giving the focus: to a place on the page, and to where it belongs when what lay over the page is left.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// Gives the focus to what a selector finds first, which may only come into sight; false if there is nothing.
pub fn focus(selector: &str) -> bool {
    find(selector).is_some_and(|element| element.focus().is_ok())
}

/// Gives the focus to an element; false if it does not take it, as what is hidden.
pub fn takes_focus(element: &HtmlElement) -> bool {
    element.focus().is_ok() && document().active_element().as_ref() == Some(element.as_ref())
}

/// Gives the focus to `before` as soon as the page has it to give; without that to the goals of a lesson where they
/// are shown, else to the answer.
pub fn focus_page(before: Option<HtmlElement>) {
    // The page is inert until what lay over it has gone, and a lesson's goals may come only then.
    gloo::timers::callback::Timeout::new(0, move || {
        if document().active_element().is_some_and(|element| element.tag_name() != "BODY") {
            return;
        }
        let places = ["#goal", "#why"].into_iter().filter_map(find);
        let _ = before.into_iter().chain(places).any(|element| takes_focus(&element));
    })
    .forget();
}
