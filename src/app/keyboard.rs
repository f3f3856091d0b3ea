//! The keys of the page. Single letters work only while no text is being edited.

use super::components::focus::focus;
use super::storage;
use super::store::{Action, AppState, Dispatch, LeftZone, Panel, Popup, Route, Snapshot, Tab};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use iam_sandbox::text;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

/// The zones in the order in which F6 visits them.
const ZONES: [(&str, Tab); 5] =
    [("ask", Tab::Ask), ("why", Tab::Why), ("evidence", Tab::Why), ("world", Tab::World), ("time", Tab::Time)];

/// Listens for the keys as long as the page is there.
#[hook]
pub fn use_keyboard(snapshot: &Snapshot, dispatch: &Dispatch) {
    let current = use_mut_ref(|| snapshot.clone());
    *current.borrow_mut() = snapshot.clone();
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&window(), "keydown", options, move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            let state = current.borrow().clone();
            if !event.default_prevented() && pressed(&state, event, &dispatch) {
                event.prevent_default();
            }
        });
        move || drop(listener)
    });
}

/// Acts on a key; false if it means nothing here.
fn pressed(state: &AppState, event: &KeyboardEvent, dispatch: &Dispatch) -> bool {
    if let Route::Practice(_) = state.route {
        return super::panels::practice_key(state, event, dispatch);
    }
    if state.route != Route::World {
        return leave(state, event, dispatch);
    }
    if event.key() == "F6" {
        return next_zone(event.shift_key(), dispatch);
    }
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return false;
    }
    if event.key() == "Escape" {
        return escape(state, dispatch);
    }
    let is_character = event.key().chars().count() == 1;
    if is_editing() || (is_character && !state.shortcuts) {
        return false;
    }
    let key = event.key();
    // They go from one choice to the next.
    if key.starts_with("Arrow") && is_on_choice() {
        return false;
    }
    if let Some(index) = key.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).filter(|n| *n < ZONES.len()) {
        return focus_zone(index, dispatch);
    }
    let action = match key.as_str() {
        "ArrowRight" | "ArrowLeft" => Action::StepOn { forward: key == "ArrowRight" },
        "ArrowDown" | "ArrowUp" if state.station.is_some() => match next_statement(state, key == "ArrowDown") {
            Some(at) => Action::SelectStatement(at),
            None => return false,
        },
        "/" => Action::OpenPopup(Some(Popup::Action)),
        "a" => Action::OpenPopup(Some(Popup::Who)),
        "s" => Action::OpenPopup(Some(Popup::Share)),
        "?" => Action::OpenPopup(Some(Popup::Help)),
        "u" => Action::Undo,
        "U" => Action::Redo,
        ">" => Action::NextEvent,
        "e" => return focus("#evidence .editor-text, #evidence"),
        "f" => return focus(".flips .button"),
        "c" => return focus(".time-head .button"),
        "t" => Action::SetPanel(match state.panel {
            Panel::Credentials => Panel::Events,
            Panel::Events => Panel::Terminal,
            Panel::Terminal => Panel::Credentials,
        }),
        "g" if state.play.is_some() => return focus_goal(dispatch),
        "h" => match state.play.as_ref().and_then(|play| play.to_hint(state.language)) {
            Some(goal) => Action::ShowHint(goal),
            None => return false,
        },
        "Enter" if is_on_nothing() => Action::Ask,
        _ => return false,
    };
    dispatch.dispatch(action);
    true
}

/// In what lies over the page only the key that leaves it means anything.
fn leave(state: &AppState, event: &KeyboardEvent, dispatch: &Dispatch) -> bool {
    let leaves = event.key() == "Escape";
    match state.route {
        _ if !leaves => {}
        Route::Rules { .. } | Route::Reference(_) => storage::leave_book(state, dispatch),
        Route::Lessons | Route::Lesson { .. } => storage::leave_lessons(state, dispatch),
        Route::World | Route::Practice(_) => {}
    }
    leaves
}

/// Ends what is open, innermost first.
fn escape(state: &AppState, dispatch: &Dispatch) -> bool {
    let action = if state.popup.is_some() {
        Action::OpenPopup(None)
    } else if state.sheet && has_sheet() {
        Action::SetSheet(false)
    } else if state.step.is_some() {
        Action::Step(None)
    } else if state.event.is_some() {
        Action::LookAt(None)
    } else if state.notice.is_some() {
        Action::Notify(None)
    } else {
        return focus("#why");
    };
    dispatch.dispatch(action);
    true
}

/// Whether Evidence is a sheet that lies over the rest, as on a phone.
fn has_sheet() -> bool {
    let close = document().query_selector(".sheet-close").ok().flatten();
    close.is_some_and(|close| close.get_bounding_client_rect().width() > 0.0)
}

fn next_statement(state: &AppState, forward: bool) -> Option<iam_sandbox::eval::StatementRef> {
    let explanation = text::explain(&state.answer, state.sandbox.world(), state.language);
    let station = explanation.stations.into_iter().find(|view| Some(view.station) == state.station)?;
    let index = state.statement.and_then(|at| station.shown.iter().position(|shown| *shown == at));
    let next = match (index, forward) {
        (None, _) => 0,
        (Some(index), true) => index + 1,
        (Some(index), false) => index.checked_sub(1)?,
    };
    station.shown.get(next).copied()
}

/// Whether the focus is where letters are text.
fn is_editing() -> bool {
    let Some(element) = document().active_element() else { return false };
    let is_text_input = element.tag_name() == "INPUT"
        && !matches!(element.get_attribute("type").as_deref(), Some("checkbox" | "radio" | "button" | "file"));
    is_text_input
        || matches!(element.tag_name().as_str(), "TEXTAREA" | "SELECT")
        || element.get_attribute("role").as_deref() == Some("tab")
}

/// Whether the focus is on one of some values of which one is chosen.
fn is_on_choice() -> bool {
    let active = document().active_element();
    active.is_some_and(|element| element.get_attribute("type").as_deref() == Some("radio"))
}

/// Whether Enter would press nothing else.
fn is_on_nothing() -> bool {
    document().active_element().is_none_or(|element| {
        !matches!(element.tag_name().as_str(), "BUTTON" | "A" | "SUMMARY" | "INPUT" | "TEXTAREA" | "SELECT")
    })
}

fn focus_zone(index: usize, dispatch: &Dispatch) -> bool {
    let (id, tab) = ZONES[index];
    dispatch.dispatch(Action::SetTab(tab));
    if id == "world" {
        dispatch.dispatch(Action::SetLeft(LeftZone::World));
    }
    let selector = if id == "ask" { ".ask .chip".to_owned() } else { format!("#{id}") };
    focus(&selector)
}

fn focus_goal(dispatch: &Dispatch) -> bool {
    dispatch.dispatch(Action::SetLeft(LeftZone::Goal));
    dispatch.dispatch(Action::SetTab(Tab::Goal));
    focus("#goal")
}

fn next_zone(backwards: bool, dispatch: &Dispatch) -> bool {
    let active = document().active_element();
    let inside = |id: &str| {
        let selector = if id == "ask" { ".ask".to_owned() } else { format!("#{id}") };
        active.as_ref().and_then(|element| element.closest(&selector).ok().flatten()).is_some()
    };
    let now = ZONES.iter().position(|(id, _)| inside(id));
    let n = ZONES.len();
    let next = match (now, backwards) {
        (None, false) => 0,
        (None, true) => n - 1,
        (Some(index), false) => (index + 1) % n,
        (Some(index), true) => (index + n - 1) % n,
    };
    focus_zone(next, dispatch)
}
