//! Anything that somebody may do in a sandbox: nothing panics, a failed call changes nothing, and what was done can be
//! saved and opened.
#![no_main]

#[path = "../../worlds/acts.rs"]
mod acts;

use acts::{Act, Choices, act, perform};
use iam_sandbox::api::{Sandbox, Save, Scenario};
use iam_sandbox::text::{Language, explain};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use std::sync::OnceLock;

fn first() -> Sandbox {
    static FIRST: OnceLock<Sandbox> = OnceLock::new();
    FIRST.get_or_init(|| Sandbox::new(Scenario::first())).clone()
}

fuzz_target!(|bytes: &[u8]| {
    let mut sandbox = first();
    let mut choices = Choices::new(bytes);
    while !choices.is_empty() {
        let next = act(&mut choices, &sandbox);
        let before = sandbox.world().clone();
        let is_call = matches!(next, Act::Call(_));
        perform(&mut sandbox, next);
        let Some(answer) = sandbox.steps().last().and_then(|step| step.answer.as_ref()) else { continue };
        assert!(!is_call || answer.error().is_none() || before == *sandbox.world());
        for language in [Language::English, Language::Spanish] {
            assert!(!explain(answer, &before, language).sentence.is_empty());
        }
    }
    let _ = (sandbox.events(), sandbox.in_flight(), sandbox.next_event());
    let text = sandbox.save(Value::Null).to_json();
    let save = Save::parse(&text).expect("what was saved can be read");
    assert_eq!(Sandbox::open(&save).steps().len(), sandbox.steps().len());
});
