//! The parser on texts that are no policies, or no longer: it never panics, and what it says has a
//! place that can be shown.

use super::documents;
use iam_sandbox::eval::{
    ApplicablePolicies, AppliedPolicy, AuthorizationRequest, Principal, RequestContext, authorize,
};
use iam_sandbox::policy::{
    Author, Finding, JsonProblem, MAX_DIAGNOSTICS, Parsed, Policy, PolicyKind, Severity, pretty, validate,
};
use iam_sandbox::text::{self, Language};
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
        let is_about_it = matches!(diagnostic.finding, Finding::Json(JsonProblem::StrangeBlank(_)));
        let may_be_blank = is_about_it || text.trim().is_empty();
        prop_assert!(!is_blank || may_be_blank, "{:?} shows nothing but a blank", diagnostic);
        let sentences =
            [Language::English, Language::Spanish].map(|language| text::finding(language, &diagnostic.finding));
        prop_assert!(sentences.iter().all(|sentence| (5..400).contains(&sentence.len())), "{:?}", sentences);
    }
    check_syntax(text, parsed)?;
    let starts: Vec<u32> = parsed.diagnostics.iter().map(|diagnostic| diagnostic.span.start).collect();
    prop_assert!(starts.is_sorted(), "{:?} are not in the order of the text", parsed.diagnostics);
    Ok(())
}

/// What is said to be no JSON is none for the other parser either, and the other way about.
fn check_syntax(text: &str, parsed: &Parsed<Policy>) -> Result<(), TestCaseError> {
    if parsed.diagnostics.iter().any(|diagnostic| matches!(diagnostic.finding, Finding::TooLong { .. })) {
        return Ok(());
    }
    let has_syntax_error = parsed.diagnostics.iter().any(|diagnostic| matches!(diagnostic.finding, Finding::Json(_)));
    let is_too_deep =
        parsed.diagnostics.iter().any(|diagnostic| diagnostic.finding == Finding::Json(JsonProblem::TooDeep));
    // The other parser has bounds of its own: on depth, and on the size of numbers.
    let error = serde_json::from_str::<serde_json::Value>(text).err().map(|error| error.to_string());
    let is_bound = |error: &String| error.starts_with("number out of range") || error.starts_with("recursion limit");
    if parsed.diagnostics.len() < MAX_DIAGNOSTICS && !is_too_deep && !error.as_ref().is_some_and(is_bound) {
        prop_assert_eq!(has_syntax_error, error.is_some(), "{:?}", error);
    }
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

proptest! {
    #![proptest_config(super::config())]

    #[test]
    fn a_policy_that_is_laid_out_anew_means_the_same(
        (kind, document) in select(&KINDS[..]).prop_flat_map(|kind| (Just(kind), documents::document(kind)))
    ) {
        let text = document.to_string();
        let (plain, laid_out) = (Policy::parse(&text, kind), Policy::parse(&pretty(&text).unwrap(), kind));
        prop_assert_eq!(&plain.diagnostics, &[]);
        prop_assert_eq!(meaning(&plain.value.unwrap()), meaning(&laid_out.value.unwrap()));
    }
}

/// What the evaluator reads, without places.
fn meaning(policy: &Policy) -> String {
    let written = format!("{:?}", policy.compiled());
    let mut parts = written.split("Span { start: ");
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |text, part| text + part.split_once('}').unwrap().1)
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

/// AWS's own documents may be of any length.
fn check_long(text: &str) {
    let parsed = Policy::parse_by(text, PolicyKind::Identity, Author::Aws);
    check(text, &parsed).unwrap();
    assert!(parsed.diagnostics.len() <= MAX_DIAGNOSTICS);
}

#[test]
fn documents_far_beyond_the_length_of_the_api_are_read() {
    let many = |part: &dyn Fn(usize) -> String| (0..100_000).map(part).collect::<Vec<_>>().join(",");
    let statement = r#"{"Effect":"Allow","Action":"s3:*","Resource":"*"}"#;
    let text = format!("{{\"Statement\":[{}]}}", many(&|_| statement.into()));
    let parsed = Policy::parse_by(&text, PolicyKind::Identity, Author::Aws);
    assert_eq!(parsed.value.unwrap().document().statements.len(), 100_000);
    check_long(&format!("{{\"Statement\":[{}]}}", many(&|_| "{}".into())));
    check_long(&format!("{{{}}}", many(&|index| format!("\"{index}\":0"))));
    check_long(&format!("{{{}}}", many(&|_| "\"a\":0".into())));
    check_long(&format!(
        "{{\"Statement\":{{\"Condition\":{{\"StringEquals\":{{{}}}}}}}}}",
        many(&|index| format!("\"aws:{}\":0", index / 2))
    ));
    check_long(&format!("{{\"Statement\":{{\"Sid\":\"a\",\"Action\":[{}]}}}}", many(&|_| "\"\"".into())));
    check_long(&format!("{{\"Statement\":\"{}", "\n".repeat(300_000)));
    check_long(&format!("{{\"Statement\":\"{}\"}}", "\n".repeat(1_000_000)));
    check_long(&format!("{{\"Statement\":[{}", "\"a\n".repeat(100_000)));
    check_long(&format!("{{\"Statement\":[{}", "[}".repeat(100_000)));
    check_long(&format!("{{\"Statement\":{}", "{]".repeat(100_000)));
    check_long(&"{\"a\":[\"b\":".repeat(50_000));
    check_long(&"[{".repeat(100_000));
    check_long(&"“a”:".repeat(50_000));
    check_long(&format!("[{}", "'a',".repeat(250_000)));
    check_long(&format!("[{}", "'a ".repeat(250_000)));
    check_long(&"*".repeat(1_000_000));
}

#[test]
fn a_small_stack_is_enough() {
    let deep = ["{\"a\":".repeat(100_000), "[".repeat(100_000), "[{\"a\":".repeat(100_000)];
    let read_all = move || {
        for text in deep {
            let parsed = Policy::parse_by(&text, PolicyKind::Identity, Author::Aws);
            assert!(parsed.value.is_none() && !parsed.diagnostics.is_empty());
        }
    };
    std::thread::Builder::new().stack_size(256 * 1024).spawn(read_all).unwrap().join().unwrap();
}

#[test]
fn a_megabyte_of_problems_is_told_in_sentences_of_a_line() {
    for diagnostic in validate(&format!("[{}", "x".repeat(100_000)), PolicyKind::Identity) {
        assert!(text::finding(Language::Spanish, &diagnostic.finding).len() < 400);
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
        let text = format!(
            "{{\"Statement\": {{\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"arn:aws:s3:::{odd}\"}}}}"
        );
        let parsed = Policy::parse(&text, PolicyKind::Identity);
        check(&text, &parsed).unwrap();
        let shown = parsed.diagnostics[0].span.of(&text);
        assert!(shown.chars().any(|character| odd.contains(character)), "{shown:?} for {odd:?}");
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
