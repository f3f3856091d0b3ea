//! Documents that are made to be slow: the answer comes all the same, and the same with a trace.
//!
//! The work of a decision is bounded by the bytes of the patterns that concern the action times the
//! bytes of the text they are compared with; the number of statements alone adds nothing worse than
//! one look at each. Were any of it quadratic, this program would not end.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test program: a panic is how it reports")]

use iam_sandbox::eval::{
    ApplicablePolicies, AppliedPolicy, AuthorizationRequest, Principal, PrincipalPolicies, RequestContext, authorize,
    authorize_traced,
};
use iam_sandbox::policy::{Author, Policy, PolicyKind};
use std::sync::Arc;

/// Whether a user may `s3:GetObject` on `resource` by a document with these statements.
#[track_caller]
fn check(statements: &str, resource: &str, is_allowed: bool) {
    let text = format!("{{\"Version\": \"2012-10-17\", \"Statement\": [{statements}]}}");
    let policy = Policy::parse_by(&text, PolicyKind::Identity, Author::Aws).value.unwrap();
    let principal = PrincipalPolicies {
        identity: vec![AppliedPolicy::direct("policy", Arc::new(policy))],
        ..PrincipalPolicies::default()
    };
    let policies = ApplicablePolicies { principal: Arc::new(principal), ..ApplicablePolicies::default() };
    let mut context = RequestContext::default();
    context.set_one("aws:username", "a".repeat(1_000));
    let account = "111122223333".parse().unwrap();
    let request = AuthorizationRequest {
        principal: Principal::User { arn: "arn:aws:iam::111122223333:user/alice".parse().unwrap(), account },
        action: "s3:GetObject".into(),
        resource: resource.into(),
        resource_account: account,
        context,
    };
    let verdict = authorize(&request, &policies);
    assert_eq!(verdict.is_allowed(), is_allowed);
    assert_eq!(authorize_traced(&request, &policies).0, verdict);
}

fn allow(action: &str, resource: &str) -> String {
    format!("{{\"Effect\": \"Allow\", \"Action\": {action}, \"Resource\": {resource}}}")
}

#[test]
fn a_hundred_thousand_statements() {
    let none = allow("\"s3:PutObject\"", "\"*\"");
    let some = allow("\"s3:Get*\"", "\"arn:aws:s3:::b/*\"");
    check(&vec![none.as_str(); 100_000].join(","), "arn:aws:s3:::b/k", false);
    check(&[vec![none.as_str(); 100_000], vec![&some]].concat().join(","), "arn:aws:s3:::b/k", true);
    let elsewhere = allow("\"*\"", "\"arn:aws:s3:::c/*\"");
    check(&[vec![elsewhere.as_str(); 100_000], vec![&some]].concat().join(","), "arn:aws:s3:::b/k", true);
}

#[test]
fn a_hundred_thousand_patterns_of_one_statement() {
    let patterns: Vec<String> = (0..100_000).map(|index| format!("\"s3:*{index}\"")).collect();
    check(&allow(&format!("[{}]", patterns.join(",")), "\"*\""), "arn:aws:s3:::b/k", false);
    let resources: Vec<String> = (0..100_000).map(|index| format!("\"arn:aws:s3:::b/*/{index}\"")).collect();
    check(&allow("\"s3:*\"", &format!("[{}]", resources.join(","))), "arn:aws:s3:::b/k/99999", true);
}

#[test]
fn a_megabyte_of_stars() {
    let stars = "*".repeat(1_000_000);
    check(&allow("\"*\"", &format!("\"arn:aws:s3:::{stars}\"")), "arn:aws:s3:::b/k", true);
    check(&allow(&format!("\"s3:{stars}\""), "\"*\""), "arn:aws:s3:::b/k", true);
    check(&allow("\"*\"", &format!("\"arn:aws:s3:::{stars}x\"")), "arn:aws:s3:::b/k", false);
}

#[test]
fn patterns_that_nearly_match_at_every_place() {
    let resource = format!("arn:aws:s3:::{}", "a".repeat(8_000));
    check(&allow("\"*\"", &format!("\"arn:aws:s3:::{}b*\"", "*a".repeat(7_999))), &resource, false);
    check(&allow("\"*\"", &format!("\"arn:aws:s3:::*{}b*\"", "a".repeat(4_000))), &resource, false);
    check(&allow("\"*\"", &format!("\"arn:aws:s3:::{}\"", "*a".repeat(8_000))), &resource, true);
    check(&allow("\"*\"", &format!("\"arn:aws:s3:::*{}*b\"", "?".repeat(8_000))), &resource, false);
}

#[test]
fn a_thousand_variables_in_one_pattern() {
    let variables = "${aws:username}*".repeat(1_000);
    check(
        &allow("\"*\"", &format!("\"arn:aws:s3:::{variables}\"")),
        &format!("arn:aws:s3:::{}", "a".repeat(8_000)),
        false,
    );
    check(
        &allow("\"*\"", "\"arn:aws:s3:::${aws:username}${aws:username}/*\""),
        &format!("arn:aws:s3:::{}/k", "a".repeat(2_000)),
        true,
    );
}
