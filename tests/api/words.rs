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

#[test]
fn several_problems_are_told_together_in_the_order_of_the_members() {
    let input = json!({ "RoleName": "r", "MaxSessionDuration": 900, "Description": "x".repeat(1001) });
    let long = "x".repeat(1001);
    let words = format!(
        "3 validation errors detected: Value null at 'assumeRolePolicyDocument' failed to satisfy constraint: Member must \
         not be null; Value '{long}' at 'description' failed to satisfy constraint: Member must have length less than or \
         equal to 1000; Value '900' at 'maxSessionDuration' failed to satisfy constraint: Member must have value greater \
         than or equal to 3600"
    );
    check("iam:CreateRole", input, &words);
}

#[test]
fn members_of_lists_are_told_by_their_place() {
    let long = "k".repeat(129);
    let tags = json!([{ "Key": "team", "Value": "blue" }, { "Key": long, "Value": "x" }]);
    let words = format!(
        "1 validation error detected: Value '{long}' at 'tags.2.member.key' failed to satisfy constraint: Member must \
         have length less than or equal to 128"
    );
    check("iam:CreateUser", json!({ "UserName": "carol", "Tags": tags }), &words);
}

#[test]
fn values_of_a_set_are_told_with_the_set() {
    let input = json!({ "UserName": "alice", "AccessKeyId": "AKIAIOSFODNN7EXAMPLE", "Status": "Off" });
    let words = "1 validation error detected: Value 'Off' at 'status' failed to satisfy constraint: Member must satisfy \
                 enum value set: [Active, Inactive, Expired]";
    check("iam:UpdateAccessKey", input, words);
}

#[test]
fn other_services_refuse_in_their_own_words() {
    let refused = |operation: &str, input: Value| error(&call(&mut first(), owner(), operation, input));
    let (code, _, message) = refused("ec2:ModifyVpcEndpoint", json!({}));
    assert_eq!((&*code, &*message), ("MissingParameter", "The request must contain the parameter VpcEndpointId"));
    let (code, _, message) = refused("kms:PutKeyPolicy", json!({ "Policy": "{}" }));
    let words =
        "1 validation error detected: Value null at 'keyId' failed to satisfy constraint: Member must not be null";
    assert_eq!((&*code, &*message), ("ValidationException", words));
    let (code, ..) = refused("kms:PutKeyPolicy", json!({ "KeyId": 7, "Policy": "{}" }));
    assert_eq!(code, "SerializationException");
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
