//! What closes a popover from outside: a press or a focus elsewhere.

use super::focus::takes_focus;
use gloo::events::EventListener;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, Node};
use yew::prelude::*;

/// Calls `on_dismiss` when something outside all of `inside` is pressed or gets the focus, as long as
/// `is_open`.
#[hook]
pub fn use_dismiss(is_open: bool, inside: Vec<NodeRef>, on_dismiss: Callback<()>) {
    let latest = use_mut_ref(|| (inside.clone(), on_dismiss.clone()));
    *latest.borrow_mut() = (inside, on_dismiss);
    use_effect_with(is_open, move |is_open| {
        let listeners = is_open.then(|| {
            ["pointerdown", "focusin"].map(|kind| {
                let latest = latest.clone();
                EventListener::new(&document(), kind, move |event| {
                    let (inside, on_dismiss) = latest.borrow().clone();
                    if is_outside(event, &inside) {
                        on_dismiss.emit(());
                    }
                })
            })
        });
        move || drop(listeners)
    });
}

fn is_outside(event: &Event, inside: &[NodeRef]) -> bool {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Node>().ok()) else { return false };
    // What a press has just taken out of the page was inside when it was pressed.
    target.is_connected() && !inside.iter().filter_map(NodeRef::get).any(|node| node.contains(Some(&target)))
}

/// Gives the focus to the first of `openers` that can have it: a button may be hidden on a phone.
pub fn focus_first(openers: &[NodeRef]) {
    let _ = openers.iter().filter_map(NodeRef::cast::<HtmlElement>).any(|element| takes_focus(&element));
}
