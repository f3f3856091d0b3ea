//! What the page has to say that is no answer: one message, which stands until it is taken away, and
//! a band as long as an earlier event is looked at.

mod message;

use crate::app::store::{Action, AppState, Notice, NoticeKind, Popup, use_dispatch, use_snapshot};
use crate::app::strings::strings;
use gloo::utils::document;
use message::Message;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};
use yew::prelude::*;

/// Gives the focus to the answer, since the button that had it goes away; nothing is scrolled.
fn focus_answer() {
    let answer = document().get_element_by_id("why").and_then(|answer| answer.dyn_into::<HtmlElement>().ok());
    if let Some(answer) = answer {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = answer.focus_with_options(&options);
    }
}

/// What opens in the world as forms do and sends nothing, so that nothing is said there.
const ONLY_SHOWN: [&str; 5] = ["credential/", "metadata/", "new-key/", "report/", "version/"];

/// Whether the form that is open says it already, and there is no trace to be offered beside.
fn is_said_elsewhere(state: &AppState, notice: &Notice) -> bool {
    let is_in_form =
        matches!(&state.popup, Some(Popup::World(form)) if !ONLY_SHOWN.iter().any(|it| form.starts_with(it)));
    is_in_form && matches!(notice.kind, NoticeKind::Refused { event: None, .. })
}

/// The messages.
#[component]
pub fn Notices() -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let words = &strings(state.language).common;
    let onreturn = {
        let dispatch = dispatch.clone();
        move |_| {
            dispatch.dispatch(Action::LookAt(None));
            focus_answer();
        }
    };
    // The region is always there, so that screen readers hear what comes into it.
    html! {
        <div class="notices" role="status">
            if state.looked_at.is_some() {
                <div class="notice" data-tone="na">
                    <p class="notice-text">
                        { (words.looking_at)(
                            &state.answer.at.clock_time_with_seconds(),
                            &state.sandbox.now().clock_time_with_seconds(),
                        ) }
                    </p>
                    <button class="button little" type="button" onclick={onreturn}>{ words.come_back }</button>
                </div>
            }
            if let Some(notice) = state.notice.as_ref().filter(|notice| !is_said_elsewhere(&state, notice)) {
                <Message kind={notice.kind.clone()} language={state.language} {dispatch} />
            }
        </div>
    }
}
