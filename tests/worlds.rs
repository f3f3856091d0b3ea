//! A world is a value: properties of sandboxes in which anything was done, over acts made by chance.
//!
//! `PROPTEST_CASES` sets how many sequences each property is tried on; 48 if it is not set. A failure is shrunk.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, reason = "a test program: a panic is how it reports")]

#[path = "worlds/acts.rs"]
mod acts;

use acts::{Act, Choices, act, perform};
use iam_sandbox::api::{Sandbox, Save, Scenario};
use iam_sandbox::world::{Account, World};
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::Value;

fn config() -> Config {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(48);
    Config { cases, failure_persistence: None, ..Config::default() }
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(any::<u8>(), 0..900)
}

fn json(world: &World) -> String {
    serde_json::to_string(world).unwrap()
}

/// The world without the source of ids.
fn without_ids(world: &World) -> Value {
    let mut value = serde_json::to_value(world).unwrap();
    value.as_object_mut().unwrap().remove("ids");
    value
}

/// A sandbox in which all that the bytes say was done; `look` sees it before and after each act.
fn played(bytes: &[u8], look: &mut dyn FnMut(&Act, &Sandbox, &Sandbox)) -> Sandbox {
    let mut sandbox = Sandbox::new(Scenario::first());
    let mut choices = Choices::new(bytes);
    while !choices.is_empty() {
        let next = act(&mut choices, &sandbox);
        let before = sandbox.clone();
        perform(&mut sandbox, next.clone());
        look(&next, &before, &sandbox);
    }
    sandbox
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_call_that_failed_changed_nothing(bytes in bytes()) {
        played(&bytes, &mut |act, before, after| {
            if !matches!(act, Act::Call(_)) {
                return;
            }
            let step = after.steps().last().unwrap();
            let has_failed = step.answer.as_ref().unwrap().error().is_some();
            assert!(!has_failed || before.world() == after.world(), "{act:?}");
            assert_eq!(step.is_change, before.world() != after.world(), "{act:?}");
        });
    }

    #[test]
    fn a_difference_is_told_of_exactly_where_there_is_one(bytes in bytes()) {
        played(&bytes, &mut |act, before, after| {
            let is_same = without_ids(before.world()) == without_ids(after.world());
            let found = before.world().difference(after.world());
            assert_eq!(found.is_empty(), is_same, "{act:?}: {found:?}");
        });
    }

    #[test]
    fn a_save_is_opened_as_it_was(bytes in bytes()) {
        let sandbox = played(&bytes, &mut |_, _, _| {});
        let text = sandbox.save(Value::Null).to_json();
        let save = Save::parse(&text).unwrap();
        let opened = Sandbox::open(&save);
        prop_assert_eq!(opened.steps().len(), sandbox.steps().len(), "the history leads to the world");
        prop_assert_eq!(opened.save(Value::Null).to_json(), text.clone());
        prop_assert_eq!(opened.events(), sandbox.events());
        let elsewhere = Sandbox::open(&Save { engine: "0".into(), ..save });
        prop_assert_eq!(json(elsewhere.world()), json(sandbox.world()));
        prop_assert_eq!(elsewhere.activity(), sandbox.activity());
    }

    #[test]
    fn all_that_is_undone_comes_back_with_redo(bytes in bytes()) {
        let mut sandbox = played(&bytes, &mut |_, _, _| {});
        // What was undone before and not done again would come back too.
        while sandbox.redo() {}
        let end = sandbox.save(Value::Null).to_json();
        while sandbox.undo() {}
        prop_assert_eq!(json(sandbox.world()), json(Sandbox::new(Scenario::first()).world()));
        while sandbox.redo() {}
        prop_assert_eq!(sandbox.save(Value::Null).to_json(), end);
    }

    #[test]
    fn what_is_done_in_a_fork_stays_there(bytes in bytes(), more in bytes()) {
        let sandbox = played(&bytes, &mut |_, _, _| {});
        let before = sandbox.save(Value::Null).to_json();
        let mut fork = sandbox.clone();
        let mut choices = Choices::new(&more);
        while !choices.is_empty() {
            let next = act(&mut choices, &fork);
            perform(&mut fork, next);
        }
        prop_assert_eq!(sandbox.save(Value::Null).to_json(), before);
    }

    /// Rules H-8 and H-10.
    #[test]
    fn no_record_holds_the_secret_of_a_key(bytes in bytes()) {
        let sandbox = played(&bytes, &mut |_, _, _| {});
        let all: String = sandbox.records().map(|record| record.event.to_string()).collect();
        let world = sandbox.world();
        let of_sessions = world.sessions().map(|session| &session.secret);
        let of_users = world.accounts().flat_map(Account::users).flat_map(|user| &user.access_keys);
        for secret in of_sessions.chain(of_users.map(|key| &key.secret)) {
            prop_assert!(!all.contains(&**secret));
        }
    }
}
