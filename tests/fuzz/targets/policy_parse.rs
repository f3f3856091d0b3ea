//! Any text as a policy of every kind: nothing panics, places fit the text, a policy is there or the
//! reason why it is not, and what is laid out anew means the same.
#![no_main]

use iam_sandbox::policy::{
    Author, Diagnostic, Finding, JsonProblem, MAX_DIAGNOSTICS, Policy, PolicyKind, Severity, pretty, validate,
};
use iam_sandbox::span::LineIndex;
use iam_sandbox::text::{self, Language};
use libfuzzer_sys::fuzz_target;

const KINDS: [PolicyKind; 8] = [
    PolicyKind::Identity,
    PolicyKind::Session,
    PolicyKind::Resource,
    PolicyKind::Trust,
    PolicyKind::Key,
    PolicyKind::Scp,
    PolicyKind::Rcp,
    PolicyKind::VpcEndpoint,
];

fuzz_target!(|text: &str| {
    let lines = LineIndex::new(text);
    for kind in KINDS {
        for author in [Author::Customer, Author::Aws] {
            let parsed = Policy::parse_by(text, kind, author);
            check(text, &lines, &parsed.diagnostics);
            let has_error = parsed.diagnostics.iter().any(|one| one.severity == Severity::Error);
            assert_ne!(parsed.value.is_some(), has_error, "{:?}", parsed.diagnostics);
            if let Some(policy) = parsed.value {
                check_printed(&policy, kind);
                check(text, &lines, &policy.odd_variables());
            }
            if author == Author::Aws {
                check_syntax(text, &parsed.diagnostics);
            }
        }
    }
    check(text, &lines, &validate(text, PolicyKind::Identity));
});

fn check(text: &str, lines: &LineIndex, diagnostics: &[Diagnostic]) {
    assert!(diagnostics.len() <= MAX_DIAGNOSTICS);
    for diagnostic in diagnostics {
        for span in [Some(diagnostic.span), diagnostic.related].into_iter().flatten() {
            assert!(span.start <= span.end, "{diagnostic:?}");
            assert!(text.get(span.start as usize..span.end as usize).is_some(), "{diagnostic:?} does not fit the text");
        }
        let (start, end) = diagnostic.range(text, lines);
        assert!(start <= end && start.line >= 1 && start.column >= 1);
        for language in [Language::English, Language::Spanish] {
            assert!((5..400).contains(&text::finding(language, &diagnostic.finding).len()), "{diagnostic:?}");
        }
    }
    assert!(diagnostics.is_sorted_by_key(|diagnostic| diagnostic.span.start), "{diagnostics:?}");
    let places: std::collections::BTreeSet<_> = diagnostics.iter().map(|one| (one.span, one.rule)).collect();
    assert_eq!(places.len(), diagnostics.len(), "a problem is told twice: {diagnostics:?}");
}

/// Another parser of JSON agrees on what is JSON, as far as its own bounds reach.
fn check_syntax(text: &str, diagnostics: &[Diagnostic]) {
    let is_json = |one: &&Diagnostic| matches!(one.finding, Finding::Json(_));
    let is_too_deep = diagnostics.iter().any(|one| one.finding == Finding::Json(JsonProblem::TooDeep));
    let error = serde_json::from_str::<serde_json::Value>(text).err().map(|error| error.to_string());
    let is_bound = |error: &String| error.starts_with("number out of range") || error.starts_with("recursion limit");
    if !is_too_deep && !error.as_ref().is_some_and(is_bound) {
        assert_eq!(diagnostics.iter().find(is_json).is_some(), error.is_some(), "{error:?} {diagnostics:?}");
    }
}

/// A policy in another layout means the same. Places are left out of the comparison.
fn check_printed(policy: &Policy, kind: PolicyKind) {
    // A number may be written anew in another way, which the values of conditions keep.
    let Some(printed) = pretty(policy.text()).filter(|_| !has_numbers(policy.text())) else { return };
    // What was an escape may now be a character that customers cannot write, and the text is longer.
    let parsed = Policy::parse_by(&printed, kind, Author::Aws);
    let again = parsed.value.unwrap_or_else(|| panic!("{:?} in {printed}", parsed.diagnostics));
    assert_eq!(meaning(policy), meaning(&again));
}

fn has_numbers(text: &str) -> bool {
    fn is_number(value: &serde_json::Value) -> bool {
        match value {
            serde_json::Value::Number(_) => true,
            serde_json::Value::Array(items) => items.iter().any(is_number),
            serde_json::Value::Object(members) => members.values().any(is_number),
            _ => false,
        }
    }
    serde_json::from_str(text).map_or(true, |value| is_number(&value))
}

fn meaning(policy: &Policy) -> String {
    let written = format!("{:?}", policy.compiled());
    let mut parts = written.split("Span { start: ");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('}').map_or("", |(_, rest)| rest))
}
