//! The keys of practice: digits pick, Enter hands in and goes on, Escape leaves.

use crate::app::practice::{PracticePlace, now};
use crate::app::storage;
use crate::app::store::{Action, AppState, Dispatch, Practice, PracticeAct, Route, Tick};
use gloo::utils::document;
use web_sys::KeyboardEvent;

/// Acts on a key while practice is open; false if it means nothing here.
pub fn practice_key(state: &AppState, event: &KeyboardEvent, dispatch: &Dispatch) -> bool {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return false;
    }
    if event.key() == "Escape" {
        storage::leave_lessons(state, dispatch);
        return true;
    }
    let is_at_item = matches!(&state.route, Route::Practice(PracticePlace::Set(_)));
    let practice = state.practice.as_ref().filter(|practice| is_at_item && !practice.is_finished);
    match practice.and_then(|practice| meant(practice, &event.key(), state.shortcuts)) {
        Some(act) => {
            dispatch.dispatch(Action::Practise(act));
            true
        }
        None => false,
    }
}

fn meant(practice: &Practice, key: &str, has_shortcuts: bool) -> Option<PracticeAct> {
    let is_given = practice.given().is_some();
    match key {
        "Enter" if !presses_something() => {
            Some(if is_given { PracticeAct::Next } else { PracticeAct::Submit { at: now() } })
        }
        digit if has_shortcuts && !is_given && !is_text() => {
            let number = digit.parse::<usize>().ok().filter(|number| (1..=9).contains(number))?;
            Some(PracticeAct::Tick(Tick::Number(number)))
        }
        _ => None,
    }
}

/// Whether Enter means something of its own where the focus is.
fn presses_something() -> bool {
    let Some(element) = document().active_element() else { return false };
    matches!(element.tag_name().as_str(), "BUTTON" | "A" | "SUMMARY" | "SELECT") || is_text()
}

/// Whether the focus is where digits are text.
fn is_text() -> bool {
    let Some(element) = document().active_element() else { return false };
    element.tag_name() == "INPUT" && !matches!(element.get_attribute("type").as_deref(), Some("radio" | "checkbox"))
}
