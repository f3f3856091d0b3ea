//! The parser on texts that are no policies, or no longer: it never panics, and what it says has a
//! place that can be shown.

use super::documents;
use iam_sandbox::eval::{
    ApplicablePolicies, AppliedPolicy, AuthorizationRequest, Principal, RequestContext, authorize,
};
use iam_sandbox::policy::{Author, Parsed, Policy, PolicyKind, Severity};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::sync::Arc;

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

/// Pieces that mean something to a reader of JSON or of policies, and some that never should.
const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"",
    "\\",
    "'",
    "//",
    "/*",
    "*/",
    "#",
    " ",
    "\n",
    "\t",
    "\r",
    "\u{a0}",
    "\u{2003}",
    "\u{feff}",
    "\u{0}",
    "\u{202e}",
    "é",
    "€",
    "😀",
    "e\u{301}",
    "\u{10ffff}",
    "\"Statement\"",
    "\"Effect\"",
    "\"Allow\"",
    "\"Action\"",
    "\"s3:*\"",
    "\"Resource\"",
    "\"*\"",
    "\"Principal\"",
    "\"AWS\"",
    "\"Condition\"",
    "\"StringLike\"",
    "\"Sid\"",
    "\"Version\"",
    "null",
    "true",
    "-",
    "0",
    "1.",
    "1e9",
    "0x1F",
    ".5",
    "NaN",
    "\\ud800",
    "\\udc00",
    "\\u00e9",
    "\\u",
    "\\x",
    "${",
    "arn:",
];

/// A policy with a few slips of the hand.
fn mutated() -> impl Strategy<Value = String> {
    let text = select(&KINDS[..]).prop_flat_map(documents::document).prop_map(|document| format!("{document:#}"));
    let slip = (any::<Index>(), 0..12_usize, prop_oneof![Just(""), select(PIECES)]);
    (text, prop::collection::vec(slip, 1..4)).prop_map(|(mut text, slips)| {
        for (place, n_lost, piece) in slips {
            let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let from = place.index(boundaries.len());
            let to = (from + n_lost).min(boundaries.len() - 1);
            text.replace_range(boundaries[from]..boundaries[to], piece);
        }
        text
    })
}

fn check(text: &str, parsed: &Parsed<Policy>) -> Result<(), TestCaseError> {
    let has_error = parsed.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    prop_assert_ne!(parsed.value.is_some(), has_error, "a policy is there or the reason why it is not");
    for diagnostic in &parsed.diagnostics {
        let (start, end) = (diagnostic.span.start as usize, diagnostic.span.end as usize);
        prop_assert!(start <= end && text.get(start..end).is_some(), "{:?} does not fit the text", diagnostic);
        let is_blank = text[start..end].bytes().all(|byte| byte.is_ascii_whitespace());
        prop_assert!(!is_blank || text.trim().is_empty(), "{:?} shows nothing but a blank", diagnostic);
    }
    let is_json = serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok();
    prop_assert!(is_json || has_error, "a policy is taken that is no JSON");
    let starts: Vec<u32> = parsed.diagnostics.iter().map(|diagnostic| diagnostic.span.start).collect();
    prop_assert!(starts.is_sorted(), "{:?} are not in the order of the text", parsed.diagnostics);
    Ok(())
}

proptest! {
    #![proptest_config(super::config())]

    #[test]
    fn any_text_is_read_or_refused_with_a_place(text in any::<String>(), kind in select(&KINDS[..])) {
        check(&text, &Policy::parse(&text, kind))?;
    }

    #[test]
    fn any_soup_of_pieces_is_read_or_refused_with_a_place(
        pieces in prop::collection::vec(select(PIECES), 0..40),
        kind in select(&KINDS[..]),
    ) {
        let text = pieces.concat();
        check(&text, &Policy::parse(&text, kind))?;
    }

    #[test]
    fn a_policy_with_slips_is_read_or_refused_with_a_place(text in mutated(), kind in select(&KINDS[..])) {
        check(&text, &Policy::parse(&text, kind))?;
    }
}

/// Every kind refuses the text, with a place that fits it.
fn check_refused(text: &str) {
    for kind in KINDS {
        let parsed = Policy::parse(text, kind);
        check(text, &parsed).unwrap();
        assert!(parsed.value.is_none(), "{kind:?} takes {}…", text.chars().take(60).collect::<String>());
    }
}

#[test]
fn brackets_without_end_are_refused() {
    check_refused(&"[".repeat(100_000));
    check_refused(&"]".repeat(100_000));
    check_refused(&"{\"a\":".repeat(20_000));
    check_refused(&format!("{{\"Statement\":{}{}}}", "[".repeat(60_000), "]".repeat(60_000)));
}

#[test]
fn brackets_without_end_are_refused_beyond_the_length_of_the_api() {
    let text = "{\"Statement\":[".repeat(200_000);
    let parsed = Policy::parse_by(&text, PolicyKind::Identity, Author::Aws);
    check(&text, &parsed).unwrap();
    assert!(parsed.value.is_none());
}

#[test]
fn texts_longer_than_the_api_takes_are_refused() {
    check_refused(&"*".repeat(1_000_000));
    check_refused(&"é".repeat(200_000));
    check_refused(&format!("{{\"Statement\":[{}]}}", vec!["{}"; 100_000].join(",")));
}

#[test]
fn a_hundred_thousand_of_anything_is_refused() {
    for piece in ["\"", "\\", ",", ":", "'", "/*", "//", "*", "-", "\n", "0"] {
        check_refused(&piece.repeat(100_000 / piece.len()));
        check_refused(&format!("{{\"Statement\": {}", piece.repeat(100_000 / piece.len())));
        check_refused(&format!("{{\"Statement\": \"{}", piece.repeat(100_000 / piece.len())));
    }
}

#[test]
fn thousands_of_faulty_parts_are_refused() {
    let many = |part: &dyn Fn(usize) -> String| (0..3_000).map(part).collect::<Vec<_>>().join(",");
    check_refused(&format!("{{{}}}", many(&|index| format!("\"{index}\":0"))));
    check_refused(&format!("{{{}}}", many(&|_| "\"Statement\":[]".into())));
    check_refused(&format!("{{\"Statement\":[{}]}}", many(&|_| "{}".into())));
    check_refused(&format!("{{\"Statement\":{{\"Condition\":{{{}}}}}}}", many(&|_| "\"Bool\":{\"\":0}".into())));
    check_refused(&format!("{{\"Statement\":{{\"Principal\":{{{}}}}}}}", many(&|_| "\"AWS\":\"\"".into())));
}

#[test]
fn odd_characters_are_refused() {
    for odd in ["\u{0}", "\u{1f}", "\u{feff}", "\u{202e}", "\u{10ffff}", "\u{100}", "\u{d7ff}", "😀", "e\u{301}"] {
        check_refused(&format!(
            "{{\"Statement\": {{\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"arn:aws:s3:::{odd}\"}}}}"
        ));
        check_refused(&format!("{odd}{{\"Statement\": []}}"));
    }
}

#[test]
fn halves_of_surrogate_pairs_are_refused() {
    for escape in ["\\ud800", "\\udc00", "\\ud800\\u0041", "\\ud800x", "\\udc00\\ud800", "\\ud8"] {
        check_refused(&format!(
            "{{\"Statement\": {{\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"arn:aws:s3:::{escape}\"}}}}"
        ));
    }
}

/// The longest patterns that the service takes, against a name made to match them almost.
#[test]
fn a_pattern_of_a_hundred_thousand_stars_is_read_and_compared() {
    let pattern = "*a".repeat(50_000);
    let text =
        format!("{{\"Statement\":{{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"arn:aws:s3:::{pattern}\"}}}}");
    let policy = Arc::new(Policy::parse(&text, PolicyKind::Identity).value.unwrap());
    let account = "111122223333".parse().unwrap();
    let request = AuthorizationRequest {
        principal: Principal::User { arn: "arn:aws:iam::111122223333:user/alice".parse().unwrap(), account },
        action: "s3:GetObject".into(),
        resource: format!("arn:aws:s3:::{}", "a".repeat(1_000)).into(),
        resource_account: account,
        context: RequestContext::default(),
    };
    let mut policies = ApplicablePolicies::default();
    Arc::make_mut(&mut policies.principal).identity.push(AppliedPolicy::direct("long", policy));
    assert!(!authorize(&request, &policies).is_allowed());
}
