//! The sentence under a verdict: a policy that names the caller and fails by one thing is not said to leave her out.

use super::{EDITOR, build, first, key};
use iam_sandbox::api::{Credentials, Outcome, Question, Sandbox, ServiceCredentials};
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

/// A service has no account, so nothing is "within one account".
#[test]
fn a_service_is_let_in_without_an_account() {
    let mut sandbox = first();
    let statement = json!({
        "Effect": "Allow", "Principal": { "Service": "logging.s3.amazonaws.com" }, "Action": "s3:PutObject",
        "Resource": "arn:aws:s3:::payroll/*",
    });
    let policy = json!({ "Version": "2012-10-17", "Statement": statement }).to_string();
    build(&mut sandbox, "s3:PutBucketPolicy", json!({ "Bucket": "payroll", "Policy": policy }));
    let service = Credentials::Service(ServiceCredentials {
        name: "logging.s3.amazonaws.com".into(),
        source_arn: None,
        source_account: None,
    });
    let question = Question::new(service, "s3:PutObject", "arn:aws:s3:::payroll/log");
    let expected = "payroll’s own policy lets logging.s3.amazonaws.com in; for a caller that has no account that is \
                    enough.";
    assert_eq!(said(&sandbox, &question), expected);
}

/// To name the session is not to name its role: a boundary of the role does not hold then (rule C-22).
#[test]
fn a_session_that_is_named_is_called_so() {
    let mut sandbox = first();
    let alice = Credentials::Key(key(&sandbox, "alice"));
    let input = json!({ "RoleArn": EDITOR, "RoleSessionName": "s1" });
    let answer = super::call(&mut sandbox, alice, "sts:AssumeRole", input);
    let Outcome::Done(output) = answer.outcome else { panic!("{:?}", answer.outcome) };
    let session = Credentials::Key(output["Credentials"]["AccessKeyId"].as_str().unwrap().into());
    let mut said_of = |named: &str| {
        let statement = json!({
            "Effect": "Allow", "Principal": { "AWS": named }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::payroll/*",
        });
        let policy = json!({ "Version": "2012-10-17", "Statement": statement }).to_string();
        build(&mut sandbox, "s3:PutBucketPolicy", json!({ "Bucket": "payroll", "Policy": policy }));
        said(&sandbox, &Question::new(session.clone(), "s3:GetObject", "arn:aws:s3:::payroll/new.csv"))
    };
    let of_session = "payroll’s own policy lets report-editor/s1 in; within one account that is enough.";
    assert_eq!(said_of("arn:aws:sts::111122223333:assumed-role/report-editor/s1"), of_session);
    let of_role = "payroll’s own policy lets report-editor in; within one account that is enough.";
    assert_eq!(said_of(EDITOR), of_role);
}
