//! Permissions boundaries: set, taken away, and demanded of others.

use super::{build, call, error, first, key, let_user, owner, verdict};
use iam_sandbox::api::{Credentials, Question, Sandbox};
use iam_sandbox::eval::{DecidedBy, Decision, PolicyLayer};
use serde_json::{Value, json};

/// The boundary of the example in the user guide (rule C-28).
const SHIRLEY: &str = "arn:aws:iam::111122223333:policy/ShirleyBoundary";

fn with_boundary_policy() -> Sandbox {
    let mut sandbox = first();
    let statement = json!({ "Effect": "Allow", "Action": ["s3:*", "cloudwatch:*", "ec2:*"], "Resource": "*" });
    let document = json!({ "Version": "2012-10-17", "Statement": statement }).to_string();
    build(&mut sandbox, "iam:CreatePolicy", json!({ "PolicyName": "ShirleyBoundary", "PolicyDocument": document }));
    sandbox
}

fn decide(sandbox: &Sandbox, who: &str, action: &str, resource: &str) -> (Decision, DecidedBy) {
    verdict(&sandbox.preview(&Question::new(Credentials::Key(key(sandbox, who)), action, resource)))
}

/// Rule C-28, as the user guide tells it.
#[test]
fn a_boundary_limits_and_grants_nothing() {
    let mut sandbox = with_boundary_policy();
    let put = json!({ "UserName": "alice", "PermissionsBoundary": SHIRLEY });
    build(&mut sandbox, "iam:PutUserPermissionsBoundary", put);
    let_user(&mut sandbox, "alice", &json!({ "Effect": "Allow", "Action": "iam:CreateUser", "Resource": "*" }));
    let user = "arn:aws:iam::111122223333:user/zoe";
    let by_boundary = (Decision::ImplicitDeny, DecidedBy::Layer(PolicyLayer::PermissionsBoundary));
    assert_eq!(decide(&sandbox, "alice", "iam:CreateUser", user), by_boundary);
    let by_identity = (Decision::ImplicitDeny, DecidedBy::Layer(PolicyLayer::Identity));
    assert_eq!(decide(&sandbox, "alice", "s3:GetObject", super::PAYROLL_MAY), by_identity);
    build(&mut sandbox, "iam:DeleteUserPermissionsBoundary", json!({ "UserName": "alice" }));
    let allowed = (Decision::Allowed, DecidedBy::Layer(PolicyLayer::Identity));
    assert_eq!(decide(&sandbox, "alice", "iam:CreateUser", user), allowed);
}

#[test]
fn a_boundary_on_a_role_limits_its_sessions_from_then_on() {
    let mut sandbox = with_boundary_policy();
    super::assume(&mut sandbox, "alice", 900);
    let q1 = "arn:aws:s3:::reports-prod/q1.csv";
    let allowed = (Decision::Allowed, DecidedBy::Layer(PolicyLayer::Identity));
    assert_eq!(decide(&sandbox, "report-editor", "s3:GetObject", q1), allowed);
    let boundary = "arn:aws:iam::aws:policy/IAMReadOnlyAccess";
    let put = json!({ "RoleName": "report-editor", "PermissionsBoundary": boundary });
    build(&mut sandbox, "iam:PutRolePermissionsBoundary", put);
    let by_boundary = (Decision::ImplicitDeny, DecidedBy::Layer(PolicyLayer::PermissionsBoundary));
    assert_eq!(decide(&sandbox, "report-editor", "s3:GetObject", q1), by_boundary);
    build(&mut sandbox, "iam:DeleteRolePermissionsBoundary", json!({ "RoleName": "report-editor" }));
    assert_eq!(decide(&sandbox, "report-editor", "s3:GetObject", q1), allowed);
}

/// Delegation as the user guide has it: who makes users must give them the boundary, and neither
/// change it nor take it away (keys of B-47).
#[test]
fn an_administrator_makes_only_users_within_the_boundary() {
    let mut sandbox = with_boundary_policy();
    let actions = ["iam:CreateUser", "iam:PutUserPolicy", "iam:PutUserPermissionsBoundary"];
    let condition = json!({ "StringEquals": { "iam:PermissionsBoundary": SHIRLEY } });
    let statement = json!({ "Effect": "Allow", "Action": actions, "Resource": "*", "Condition": condition });
    let_user(&mut sandbox, "alice", &statement);
    let alice = Credentials::Key(key(&sandbox, "alice"));
    let mut code = |operation: &str, input: Value| {
        let answer = call(&mut sandbox, alice.clone(), operation, input);
        answer.error().map(|error| error.code.to_string())
    };
    let denied = Some("AccessDenied".to_owned());
    assert_eq!(code("iam:CreateUser", json!({ "UserName": "zoe" })), denied);
    let other = "arn:aws:iam::aws:policy/AdministratorAccess";
    assert_eq!(code("iam:CreateUser", json!({ "UserName": "zoe", "PermissionsBoundary": other })), denied);
    assert_eq!(code("iam:CreateUser", json!({ "UserName": "zoe", "PermissionsBoundary": SHIRLEY })), None);
    let document = json!({ "Version": "2012-10-17", "Statement": {
        "Effect": "Allow", "Action": "s3:*", "Resource": "*",
    }});
    let policy = |user: &str| json!({ "UserName": user, "PolicyName": "s3", "PolicyDocument": document.to_string() });
    assert_eq!(code("iam:PutUserPolicy", policy("zoe")), None);
    assert_eq!(code("iam:PutUserPolicy", policy("bob")), denied, "bob has no boundary");
    let change = json!({ "UserName": "zoe", "PermissionsBoundary": other });
    assert_eq!(code("iam:PutUserPermissionsBoundary", change), denied);
    assert_eq!(code("iam:DeleteUserPermissionsBoundary", json!({ "UserName": "zoe" })), denied);
}

/// A request that is only asked tells the boundary of its target as the call does; the Service Authorization
/// Reference lists the actions that tell it (key of B-47).
#[test]
fn asking_tells_the_boundary_of_the_target_as_calling_does() {
    let mut sandbox = with_boundary_policy();
    build(
        &mut sandbox,
        "iam:PutRolePermissionsBoundary",
        json!({
            "RoleName": "report-editor", "PermissionsBoundary": SHIRLEY,
        }),
    );
    build(&mut sandbox, "iam:PutUserPermissionsBoundary", json!({ "UserName": "bob", "PermissionsBoundary": SHIRLEY }));
    let condition = json!({ "StringEquals": { "iam:PermissionsBoundary": SHIRLEY } });
    let statement = json!({ "Effect": "Allow", "Action": "iam:*", "Resource": "*", "Condition": condition });
    let_user(&mut sandbox, "alice", &statement);
    let role = "arn:aws:iam::111122223333:role/report-editor";
    let (bob, alice_herself) = ("arn:aws:iam::111122223333:user/bob", "arn:aws:iam::111122223333:user/alice");
    let is_allowed = |action: &str, resource: &str| decide(&sandbox, "alice", action, resource).0 == Decision::Allowed;
    assert!(is_allowed("iam:DeleteRolePermissionsBoundary", role), "the boundary does not protect itself");
    assert!(is_allowed("iam:attachrolepolicy", role));
    assert!(is_allowed("iam:UpdateAssumeRolePolicy", role));
    assert!(is_allowed("iam:PutUserPolicy", bob));
    assert!(!is_allowed("iam:PutUserPolicy", alice_herself), "alice has no boundary");
    for untold in ["iam:CreateAccessKey", "iam:DeleteUser", "iam:TagUser", "iam:PutUserPermissionsBoundary"] {
        assert!(!is_allowed(untold, bob), "{untold}");
    }
    let alice = Credentials::Key(key(&sandbox, "alice"));
    let mut works =
        |operation: &str, input: Value| call(&mut sandbox, alice.clone(), operation, input).error().is_none();
    assert!(!works("iam:CreateAccessKey", json!({ "UserName": "bob" })));
    assert!(works("iam:DeleteRolePermissionsBoundary", json!({ "RoleName": "report-editor" })));
    assert!(!works("iam:DeleteRolePermissionsBoundary", json!({ "RoleName": "report-editor" })), "it is gone");
}

#[test]
fn boundaries_that_are_not_there_are_told_of() {
    let mut sandbox = first();
    let before = sandbox.world().clone();
    let nowhere = "arn:aws:iam::111122223333:policy/Nowhere";
    let mut refused = |operation: &str, input: Value| error(&call(&mut sandbox, owner(), operation, input));
    let missing = (
        "NoSuchEntity".to_owned(),
        404,
        "Scope ARN: arn:aws:iam::111122223333:policy/Nowhere does not exist or is not attachable.".to_owned(),
    );
    let put = |name: &str| json!({ "UserName": name, "PermissionsBoundary": nowhere });
    assert_eq!(refused("iam:PutUserPermissionsBoundary", put("alice")), missing);
    assert_eq!(refused("iam:CreateUser", put("zoe")), missing);
    assert_eq!(refused("iam:PutUserPermissionsBoundary", put("nobody")).0, "NoSuchEntity");
    assert_eq!(refused("iam:DeleteUserPermissionsBoundary", json!({ "UserName": "alice" })).0, "NoSuchEntity");
    assert_eq!(*sandbox.world(), before);
}
