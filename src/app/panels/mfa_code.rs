//! The field for the code of an MFA device, and the wait for the next one: each code is taken once.

use crate::app::components::fields::{Field, FieldKind};
use crate::app::store::Action;
use crate::app::strings::IdentityStrings;
use iam_sandbox::clock::Timestamp;
use iam_sandbox::world::MfaDevice;
use yew::prelude::*;

/// The field, with what the authenticator shows at that time as long as nobody took it.
pub fn code_field(name: &'static str, device: Option<&MfaDevice>, now: Timestamp, words: &IdentityStrings) -> Field {
    let fresh = device.filter(|device| !device.is_spent(now)).map(|device| device.code(now).0);
    let note = if fresh.is_none() && device.is_some() { words.code_spent } else { "" };
    let aid = fresh.map(|code| (AttrValue::from((words.take_code)(&code)), AttrValue::from(code)));
    Field::new(FieldKind::Code, name, words.mfa_code).aided(aid).noted(note)
}

/// The button that moves the clock on to the next code, in so many seconds.
pub fn wait_for_code(left: i64, on: &Callback<Action>, words: &IdentityStrings) -> Html {
    let seconds = u32::try_from(left).unwrap_or(30);
    let onclick = on.reform(move |_: MouseEvent| Action::Advance(seconds));
    html! { <p class="buttons"><button class="button little" type="button" {onclick}>{ (words.wait)(left) }</button></p> }
}
