//! AWS's own words for requests that it does not take.

use super::{EDITOR, call, error, first, key, owner};
use iam_sandbox::api::{ApiCall, Credentials, ProviderCredentials, Sandbox, Save, ServiceCredentials};
use iam_sandbox::authz::Environment;
use iam_sandbox::services::OPERATIONS;
use serde_json::{Value, json};

#[track_caller]
fn check(operation: &str, input: Value, expected: &str) {
    let mut sandbox = first();
    let credentials = if operation.starts_with("sts:") { Credentials::Key(key(&sandbox, "alice")) } else { owner() };
    let (code, status, message) = error(&call(&mut sandbox, credentials, operation, input));
    assert_eq!((&*code, status), ("ValidationError", 400));
    assert_eq!(message, expected);
}

#[test]
fn names_that_break_the_pattern() {
    let words = |member: &str| {
        format!(
            "The specified value for {member} is invalid. It must contain only alphanumeric characters and/or the \
             following: +=,.@_-"
        )
    };
    check("iam:CreateUser", json!({ "UserName": "al ice" }), &words("userName"));
    check("iam:CreateGroup", json!({ "GroupName": "Ämter" }), &words("groupName"));
    let policy = json!({ "UserName": "alice", "PolicyName": "a/b", "PolicyDocument": "{}" });
    check("iam:PutUserPolicy", policy, &words("policyName"));
}

#[test]
fn names_that_are_too_long_or_missing() {
    let long = "x".repeat(65);
    let words = format!(
        "1 validation error detected: Value '{long}' at 'userName' failed to satisfy constraint: Member must have \
         length less than or equal to 64"
    );
    check("iam:CreateUser", json!({ "UserName": long }), &words);
    let null = "1 validation error detected: Value null at 'userName' failed to satisfy constraint: Member must not \
                be null";
    check("iam:CreateUser", json!({}), null);
}

#[test]
fn names_of_sessions() {
    let words = "1 validation error detected: Value 'al ice' at 'roleSessionName' failed to satisfy constraint: Member \
                 must satisfy regular expression pattern: [\\w+=,.@-]*";
    check("sts:AssumeRole", json!({ "RoleArn": EDITOR, "RoleSessionName": "al ice" }), words);
    let words = "1 validation error detected: Value 'B' at 'name' failed to satisfy constraint: Member must have length \
                 greater than or equal to 2";
    check("sts:GetFederationToken", json!({ "Name": "B" }), words);
}

/// Everybody, and what they may hand over: no shape of input does more than fail.
#[test]
fn no_operation_takes_a_shape_that_it_does_not_know() {
    let mut sandbox = first();
    let before = sandbox.world().clone();
    let everybody = [
        owner(),
        Credentials::Owner("999999999999".parse().unwrap()),
        Credentials::Key(key(&sandbox, "alice")),
        Credentials::key(""),
        Credentials::Root("444455556666".parse().unwrap()),
        Credentials::Service(ServiceCredentials::default()),
        Credentials::Provider(ProviderCredentials::default()),
        Credentials::Anonymous,
    ];
    let inputs = [json!(null), json!([]), json!("x"), json!(7), json!({ "Nothing": 1 }), json!({ "": {} })];
    for operation in OPERATIONS {
        for credentials in &everybody {
            for input in &inputs {
                let answer = call(&mut sandbox, credentials.clone(), operation.name, input.clone());
                assert!(answer.error().is_some(), "{} {credentials:?} {input}", operation.name);
            }
        }
    }
    assert_eq!(*sandbox.world(), before);
}

#[test]
fn a_place_that_does_not_exist_is_no_way_in() {
    let mut sandbox = first();
    let environment = Environment { vpc_endpoint: Some("vpce-none".into()), ..Environment::default() };
    let bob = Credentials::Key(key(&sandbox, "bob"));
    let input = json!({ "Bucket": "payroll", "Key": "may.csv" });
    let read = ApiCall { credentials: bob, operation: "s3:GetObject".into(), input, environment };
    let answer = sandbox.call(read).clone();
    let context = &answer.deciding_check().unwrap().request.context;
    assert_eq!(context.single("aws:sourcevpce"), None);
    assert_eq!(context.single("aws:sourceip"), Some("203.0.113.9"));
    let save = Save::parse(&sandbox.save(Value::Null).to_json()).unwrap();
    assert_eq!(Sandbox::open(&save).steps().len(), 1);
}
