//! Where the reader is: the steps of the browser's way back, and the path in which lessons are taken.

use super::{fragment, local_storage, replace_fragment};
use crate::app::learn;
use crate::app::store::{Action, Dispatch};
use gloo::utils::window;
use wasm_bindgen::JsValue;

/// In which order lessons are taken.
const PATH_KEY: &str = "iam-sandbox.path";

/// How many steps back lead from the book or reference at this address to what was open before: 0 if the page
/// began there. Kept with the entry of the browser's history, so that it is known again on the way back.
pub fn n_pages_back(is_from_book: bool, before: u32) -> u32 {
    let Ok(history) = window().history() else { return 0 };
    let kept = history.state().ok().and_then(|state| state.as_f64());
    if let Some(kept) = kept {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count that was kept here")]
        return kept as u32;
    }
    let steps = match (is_from_book, before) {
        (false, _) => 1,
        (true, 0) => 0,
        (true, before) => before + 1,
    };
    let _ = history.replace_state_with_url(&JsValue::from_f64(f64::from(steps)), "", None);
    steps
}

/// The path in whose order lessons are taken: the one in the address, or the one chosen last.
#[must_use]
pub fn path() -> String {
    if let Some(path) = learn::path_in(&fragment()) {
        return path.to_owned();
    }
    local_storage().and_then(|storage| storage.get_item(PATH_KEY).ok().flatten()).unwrap_or_default()
}

/// Keeps the path that was chosen.
pub fn keep_path(path: &str) {
    if let Some(storage) = local_storage().filter(|_| !path.is_empty() || self::path() != path) {
        // Refused storage is said once, by the autosave.
        let _ = storage.set_item(PATH_KEY, path);
    }
}

/// Takes lessons in the order of another path, which the address then has, to be passed on.
pub fn choose_path(path: &str, dispatch: &Dispatch) {
    replace_fragment(&learn::list_address(path));
    dispatch.dispatch(Action::SetPath(path.to_owned()));
}
