//! The sentence under a verdict: a policy that names the caller and fails by one thing is not said to leave her out.

use super::{EDITOR, build, first, key};
use iam_sandbox::api::{Credentials, Question, Sandbox};
use iam_sandbox::text::{Language, explain};
use serde_json::{Value, json};

/// What is said to alice after the trust policy of the role has become this statement.
fn told(statement: &Value) -> String {
    let mut sandbox = first();
    let document = json!({ "Version": "2012-10-17", "Statement": statement }).to_string();
    build(
        &mut sandbox,
        "iam:UpdateAssumeRolePolicy",
        json!({ "RoleName": "report-editor", "PolicyDocument": document }),
    );
    said(&sandbox, &Question::new(Credentials::Key(key(&sandbox, "alice")), "sts:AssumeRole", EDITOR))
}

fn said(sandbox: &Sandbox, question: &Question) -> String {
    explain(&sandbox.preview(question), sandbox.world(), Language::English).sentence
}

fn trust(who: &str, action: &str, condition: &Value) -> Value {
    json!({
        "Effect": "Allow", "Principal": { "AWS": format!("arn:aws:iam::111122223333:user/{who}") }, "Action": action,
        "Condition": condition,
    })
}

#[test]
fn a_condition_that_is_not_met_is_named() {
    let condition = json!({ "StringEquals": { "sts:ExternalId": "c-7781" } });
    let expected = "The trust policy of report-editor lets alice in under a condition only, and its condition on \
                    sts:ExternalId is not met.";
    assert_eq!(told(&trust("alice", "sts:AssumeRole", &condition)), expected);
}

#[test]
fn another_action_is_named() {
    let expected = "The trust policy of report-editor lets alice in for other actions, and not for sts:AssumeRole.";
    assert_eq!(told(&trust("alice", "sts:TagSession", &json!({}))), expected);
}

#[test]
fn who_is_not_named_is_said_not_to_be() {
    let expected = "The trust policy of report-editor does not name alice.";
    assert_eq!(told(&trust("bob", "sts:AssumeRole", &json!({}))), expected);
    let condition = json!({ "StringEquals": { "sts:ExternalId": "c-7781" } });
    assert_eq!(told(&trust("bob", "sts:AssumeRole", &condition)), expected);
}
