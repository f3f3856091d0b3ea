//! The same id stands for the same item for ever: results files rest on it.
//!
//! `kept.txt` has a line for every template: its name, its version, and a digest of its first items. A line
//! that no longer fits means that a template makes something else, or that the evaluator answers something
//! else. Then the version goes up, and the line is written anew; files with the old version are refused.

use super::{Item, all, templates};
use data_encoding::HEXLOWER;
use iam_sandbox::practice::{Circumstance, Fact, Right, Topic};
use sha2::{Digest, Sha256};

/// How many items of each template are held.
const N_KEPT: u64 = 8;

/// What an item is, without the words in which it is shown.
fn digest(items: &[&Item]) -> String {
    let mut hash = Sha256::new();
    for item in items {
        let who: Vec<String> = item.asked.who.iter().map(ToString::to_string).collect();
        let right = match item.right() {
            Right::Predict(verdict, place) => format!("{verdict:?} {place:?}"),
            Right::WhoCan(may) => may.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        };
        for account in &item.scenario.accounts {
            hash.update(format!("{} {} ", account.id, account.name));
        }
        for call in &item.scenario.build {
            hash.update(format!("{} {} {} {:?} ", call.account, call.call, call.input, call.keep));
        }
        let is_act = |fact: &&Fact| {
            matches!(
                fact,
                Fact::Key { .. }
                    | Fact::UserSession { .. }
                    | Fact::MaxDuration { .. }
                    | Fact::Federated { .. }
                    | Fact::Instance { .. }
                    | Fact::Delay { .. }
                    | Fact::PutLater { .. }
                    | Fact::TakenLater { .. }
            )
        };
        for act in item.facts.iter().filter(is_act) {
            hash.update(format!("{act:?} "));
        }
        for passed in item.asked.circumstances.iter().filter(|it| matches!(it, Circumstance::ExternalId(_))) {
            hash.update(format!("{passed:?} "));
        }
        hash.update(format!("{} {} {} {right}", who.join(" "), item.asked.action, item.asked.resource));
    }
    HEXLOWER.encode(&hash.finalize())[..16].to_owned()
}

#[test]
fn items_stay_what_they_were() {
    let kept: Vec<&str> = include_str!("kept.txt").lines().collect();
    let line = |(name, version, _): (&str, u16, Topic)| {
        let items: Vec<&Item> = all(N_KEPT).filter(|item| *item.id.template == *name).collect();
        assert_eq!(items.len() as u64, N_KEPT);
        format!("{name} {version} {}", digest(&items))
    };
    let found: Vec<String> = templates().map(line).collect();
    assert_eq!(found, kept, "\n{}\n", found.join("\n"));
}
