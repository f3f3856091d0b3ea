//! The page in a browser: mounts it and uses it as a learner would. What does not need a browser is
//! tested below it.
#![cfg(target_arch = "wasm32")]
#![allow(
    missing_docs,
    unreachable_pub,
    dead_code,
    clippy::unwrap_used,
    reason = "a test program that takes the page in by path"
)]

#[path = "../src/app/mod.rs"]
mod app;

use gloo::timers::future::TimeoutFuture;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

/// Shows the page anew, as a first visit does.
async fn open() {
    let old = document().get_element_by_id("root");
    if let Some(old) = old {
        old.remove();
    }
    let root = document().create_element("div").unwrap();
    root.set_id("root");
    document().body().unwrap().append_child(&root).unwrap();
    document().document_element().unwrap().remove_attribute("data-ready").unwrap();
    if let Some(storage) = window().local_storage().unwrap() {
        storage.set_item("iam-sandbox.preferences", r#"{"language":"en","theme":null}"#).unwrap();
    }
    app::start();
    for _ in 0..200 {
        if document().document_element().unwrap().has_attribute("data-ready") {
            return;
        }
        TimeoutFuture::new(20).await;
    }
    panic!("the page did not come up");
}

fn find(selector: &str) -> Element {
    document().query_selector(selector).unwrap().unwrap_or_else(|| panic!("no `{selector}` on the page"))
}

fn text(selector: &str) -> String {
    find(selector).text_content().unwrap()
}

fn with_text(selector: &str, wanted: &str) -> HtmlElement {
    let all = document().query_selector_all(selector).unwrap();
    let elements = (0..all.length()).filter_map(|index| all.get(index)?.dyn_into::<HtmlElement>().ok());
    let mut fitting = elements.filter(|element| element.text_content().unwrap_or_default().contains(wanted));
    fitting.next().unwrap_or_else(|| panic!("no `{selector}` says `{wanted}`"))
}

async fn click(element: HtmlElement) {
    element.click();
    TimeoutFuture::new(30).await;
}

/// Waits for what comes about by itself.
async fn eventually(holds: impl Fn() -> bool) {
    for _ in 0..100 {
        if holds() {
            return;
        }
        TimeoutFuture::new(20).await;
    }
    panic!("it did not come about");
}

#[wasm_bindgen_test]
async fn the_first_screen_shows_the_denial_and_where_it_stops() {
    open().await;
    assert!(text(".verdict-pill").contains("Denied: nothing allows it"));
    assert_eq!(document().query_selector_all(".rail > .station:not(.station-fold)").unwrap().length(), 8);
    assert!(text(".station[data-outcome=stopped]").contains("Identity policies"));
}

#[wasm_bindgen_test]
async fn applying_a_flip_allows_and_undoing_denies_again() {
    open().await;
    click(with_text(".flip .button", "Apply")).await;
    assert!(text(".verdict-pill").contains("Allowed"));
    assert!(text(".station[data-outcome=granted]").contains("Readers"));
    click(with_text(".flip .button", "Undo")).await;
    assert!(text(".verdict-pill").contains("Denied"));
}

#[wasm_bindgen_test]
async fn the_language_can_be_changed() {
    open().await;
    click(with_text(".topbar button", "Español")).await;
    assert!(text(".verdict-pill").contains("Denegado: nada lo permite"));
    // The root element follows after the page has been drawn.
    eventually(|| document().document_element().unwrap().get_attribute("lang").as_deref() == Some("es")).await;
    click(with_text(".topbar button", "English")).await;
    assert!(text(".verdict-pill").contains("Denied"));
}

#[wasm_bindgen_test]
async fn a_statement_of_the_trace_lights_its_lines_in_the_document() {
    open().await;
    click(with_text(".flip .button", "Apply")).await;
    let lit = document().query_selector_all(".code-line[data-lit]").unwrap();
    let lines: Vec<_> = (0..lit.length()).map(|index| lit.get(index).unwrap().text_content().unwrap()).collect();
    let lit = lines.concat();
    assert!(lit.contains("\"Sid\": \"Read\"") && !lit.contains("\"Sid\": \"List\""), "{lit}");
    click(with_text(".cell-open", "List")).await;
    let lit = text(".code-line[data-lit] + .code-line[data-lit]");
    assert!(lit.contains("List"), "{lit}");
    click(with_text(".flip .button", "Undo")).await;
}
