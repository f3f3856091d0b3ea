//! AWS's own words for requests that it does not take.

use super::{EDITOR, call, error, first, key, owner};
use iam_sandbox::api::Credentials;
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
