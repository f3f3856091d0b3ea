//! Rules that a policy and a request cannot show: each is shown by calls through the front door.
//!
//! The corpus names these tests under the headings of their rules.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test program: a panic is how it reports")]

use iam_sandbox::api::{Answer, ApiCall, Credentials, Outcome, Sandbox, Scenario};
use iam_sandbox::authz::Environment;
use serde_json::{Value, json};

const ACCOUNT: &str = "111122223333";
const EDITOR: &str = "arn:aws:iam::111122223333:role/report-editor";

fn call(sandbox: &mut Sandbox, credentials: Credentials, operation: &str, input: Value) -> Answer {
    let environment = Environment::default();
    sandbox.call(ApiCall { credentials, operation: operation.into(), input, environment }).clone()
}

#[track_caller]
fn done(sandbox: &mut Sandbox, credentials: Credentials, operation: &str, input: Value) -> Value {
    let answer = call(sandbox, credentials, operation, input);
    let Outcome::Done(output) = answer.outcome else { panic!("{operation}: {:?}", answer.outcome) };
    output
}

fn owner() -> Credentials {
    Credentials::Owner(ACCOUNT.parse().unwrap())
}

fn key(sandbox: &Sandbox, name: &str) -> Credentials {
    Credentials::Key(sandbox.keys().find(|key| &*key.name == name).unwrap().access_key_id)
}

/// The credentials of a session of report-editor that alice opened.
fn session_of_editor(sandbox: &mut Sandbox) -> Credentials {
    let alice = key(sandbox, "alice");
    let output = done(sandbox, alice, "sts:AssumeRole", json!({ "RoleArn": EDITOR, "RoleSessionName": "monday" }));
    Credentials::Key(output["Credentials"]["AccessKeyId"].as_str().unwrap().into())
}

fn trust(who: &str) -> String {
    let statement = json!({ "Effect": "Allow", "Principal": { "AWS": who }, "Action": "sts:AssumeRole" });
    json!({ "Version": "2012-10-17", "Statement": statement }).to_string()
}

fn write_report(sandbox: &mut Sandbox, credentials: &Credentials) -> Option<String> {
    let input = json!({ "Bucket": "reports-prod", "Key": "q3.csv" });
    call(sandbox, credentials.clone(), "s3:PutObject", input).error().map(|error| error.code.to_string())
}

#[test]
fn a_session_is_judged_by_the_policies_of_its_role_as_they_are_now() {
    let mut sandbox = Sandbox::new(Scenario::first());
    let session = session_of_editor(&mut sandbox);
    assert_eq!(write_report(&mut sandbox, &session), None);
    let deny = r#"{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"s3:PutObject","Resource":"*"}}"#;
    let input = json!({ "RoleName": "report-editor", "PolicyName": "Stop", "PolicyDocument": deny });
    done(&mut sandbox, owner(), "iam:PutRolePolicy", input);
    assert_eq!(write_report(&mut sandbox, &session).as_deref(), Some("AccessDenied"));
    let input = json!({ "RoleName": "report-editor", "PolicyName": "Stop" });
    done(&mut sandbox, owner(), "iam:DeleteRolePolicy", input);
    assert_eq!(write_report(&mut sandbox, &session), None);
}

#[test]
fn a_role_assumed_from_a_session_of_a_role_lasts_an_hour_at_the_most() {
    let mut sandbox = Sandbox::new(Scenario::first());
    let create = json!({
        "RoleName": "next", "AssumeRolePolicyDocument": trust(EDITOR), "MaxSessionDuration": 43_200,
    });
    done(&mut sandbox, owner(), "iam:CreateRole", create);
    let session = session_of_editor(&mut sandbox);
    let assume = |seconds: u32| {
        let arn = format!("arn:aws:iam::{ACCOUNT}:role/next");
        json!({ "RoleArn": arn, "RoleSessionName": "monday", "DurationSeconds": seconds })
    };
    let answer = call(&mut sandbox, session.clone(), "sts:AssumeRole", assume(3_601));
    assert_eq!(answer.error().map(|error| &*error.code), Some("ValidationError"));
    done(&mut sandbox, session, "sts:AssumeRole", assume(3_600));
}
