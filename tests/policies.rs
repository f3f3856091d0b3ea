//! Policies as people write them: of the kind found in AWS's documentation, and with typical slips.
//!
//! `tests/policies` holds the former, one to a file, `<what-it-does>.<kind>.json`; the service takes
//! all of them and so nothing is said about them. `tests/policies/mistakes.rs` holds the latter,
//! each with the rules it breaks and the exact words that are underlined. `tests/policies/validated.rs`
//! has what is told of a document beyond that.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, reason = "a test program: a panic is how it reports")]

#[path = "policies/mistakes.rs"]
mod mistakes;
#[path = "policies/mistakes_in_json.rs"]
mod mistakes_in_json;
#[path = "policies/validated.rs"]
mod validated;

use iam_sandbox::policy::{Policy, PolicyKind};
use std::path::Path;

/// What somebody wrote by mistake.
#[derive(Debug)]
pub struct Mistake {
    /// The mistake, as a claim.
    pub claim: &'static str,
    pub kind: PolicyKind,
    pub text: &'static str,
    /// Rules and underlined texts, in the order of the text.
    pub expected: &'static [(&'static str, &'static str)],
}

#[track_caller]
fn check(mistakes: &[Mistake]) {
    let mut problems = Vec::new();
    for Mistake { claim, kind, text, expected } in mistakes {
        let parsed = Policy::parse(text, *kind);
        let found: Vec<_> = parsed.diagnostics.iter().map(|one| (one.rule.code(), one.span.of(text))).collect();
        if found != *expected || parsed.value.is_some() {
            problems.push(format!("{claim}:\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(problems.is_empty(), "{}\n", problems.join("\n"));
}

#[test]
fn mistakes_in_what_a_policy_says_are_underlined() {
    check(mistakes::ALL);
}

#[test]
fn mistakes_in_json_are_underlined_and_later_ones_are_still_found() {
    check(mistakes_in_json::ALL);
}

#[test]
fn no_mistake_is_listed_twice() {
    let all = mistakes::ALL.iter().chain(mistakes_in_json::ALL);
    let claims: Vec<&str> = all.map(|mistake| mistake.claim).collect();
    let unique: std::collections::BTreeSet<&str> = claims.iter().copied().collect();
    assert_eq!(claims.len(), unique.len());
}

#[test]
fn policies_of_the_documented_kinds_are_taken_without_a_word() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/policies");
    let mut problems = Vec::new();
    let mut n_policies = 0;
    for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let Some(stem) = name.strip_suffix(".json") else { continue };
        n_policies += 1;
        let kind = kind(stem.rsplit('.').next().unwrap_or_default());
        let parsed = Policy::parse(&std::fs::read_to_string(&path).unwrap(), kind);
        if parsed.value.is_none() || !parsed.diagnostics.is_empty() {
            problems.push(format!("tests/policies/{name}: {:?}", parsed.diagnostics));
        }
    }
    assert!(problems.is_empty(), "{}\n", problems.join("\n"));
    assert!(n_policies > 50, "the policies are not where this test looks for them");
}

fn kind(name: &str) -> PolicyKind {
    match name {
        "identity" => PolicyKind::Identity,
        "session" => PolicyKind::Session,
        "resource" => PolicyKind::Resource,
        "trust" => PolicyKind::Trust,
        "key" => PolicyKind::Key,
        "scp" => PolicyKind::Scp,
        "rcp" => PolicyKind::Rcp,
        "vpce" => PolicyKind::VpcEndpoint,
        _ => panic!("`{name}` is no kind of policy"),
    }
}
