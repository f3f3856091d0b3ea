//! KMS keys and their policies (rule C-40).

use super::{build, call, error, first, key, let_user, verdict};
use iam_sandbox::api::{Answer, Credentials, Question, Sandbox};
use iam_sandbox::eval::{DecidedBy, Decision, PolicyLayer};
use serde_json::{Value, json};

fn decrypt(sandbox: &Sandbox, credentials: Credentials, arn: &str) -> (Decision, DecidedBy) {
    verdict(&sandbox.preview(&Question::new(credentials, "kms:Decrypt", arn)))
}

fn user(sandbox: &Sandbox, name: &str) -> Credentials {
    Credentials::Key(key(sandbox, name))
}

fn root(account: &str) -> Credentials {
    Credentials::Root(account.parse().unwrap())
}

/// Makes a key and gives its ARN.
fn make(sandbox: &mut Sandbox, input: Value) -> String {
    build(sandbox, "kms:CreateKey", input)["KeyMetadata"]["Arn"].as_str().unwrap().to_owned()
}

/// A key policy of statements that allow principals an action.
fn policy(statements: &[(&str, &str)]) -> String {
    let statement = |(who, action): &(&str, &str)| json!({ "Effect": "Allow", "Principal": { "AWS": who }, "Action": action, "Resource": "*" });
    let statements: Vec<_> = statements.iter().map(statement).collect();
    json!({ "Version": "2012-10-17", "Statement": statements }).to_string()
}

const PROD: &str = "arn:aws:iam::111122223333:root";
const ALICE: &str = "arn:aws:iam::111122223333:user/alice";
const DANA: &str = "arn:aws:iam::444455556666:user/dana";

const ALLOWED_BY_IDENTITY: (Decision, DecidedBy) = (Decision::Allowed, DecidedBy::Layer(PolicyLayer::Identity));
const ALLOWED_BY_KEY: (Decision, DecidedBy) = (Decision::Allowed, DecidedBy::Layer(PolicyLayer::Resource));

#[test]
fn the_default_key_policy_hands_over_to_the_account() {
    let mut sandbox = first();
    let arn = make(&mut sandbox, json!({ "Description": "payroll", "Region": "eu-west-1" }));
    assert!(arn.starts_with("arn:aws:kms:eu-west-1:111122223333:key/"), "{arn}");
    assert_eq!(decrypt(&sandbox, root("111122223333"), &arn).0, Decision::Allowed);
    assert_eq!(decrypt(&sandbox, user(&sandbox, "alice"), &arn).0, Decision::ImplicitDeny);
    let_user(&mut sandbox, "alice", &json!({ "Effect": "Allow", "Action": "kms:Decrypt", "Resource": arn }));
    assert_eq!(decrypt(&sandbox, user(&sandbox, "alice"), &arn), ALLOWED_BY_IDENTITY);
}

#[test]
fn without_the_hand_over_identity_policies_are_void_and_even_root_is_out() {
    let mut sandbox = first();
    let arn = make(&mut sandbox, json!({ "Policy": policy(&[(ALICE, "kms:*")]) }));
    assert_eq!(decrypt(&sandbox, user(&sandbox, "alice"), &arn), ALLOWED_BY_KEY);
    let_user(&mut sandbox, "bob", &json!({ "Effect": "Allow", "Action": "kms:*", "Resource": "*" }));
    let by_key = (Decision::ImplicitDeny, DecidedBy::Layer(PolicyLayer::Resource));
    assert_eq!(decrypt(&sandbox, user(&sandbox, "bob"), &arn), by_key);
    assert_eq!(decrypt(&sandbox, root("111122223333"), &arn), by_key);
    // A Deny still counts.
    let_user(&mut sandbox, "alice", &json!({ "Effect": "Deny", "Action": "kms:Decrypt", "Resource": "*" }));
    let denied = (Decision::ExplicitDeny, DecidedBy::Layer(PolicyLayer::Identity));
    assert_eq!(decrypt(&sandbox, user(&sandbox, "alice"), &arn), denied);
}

#[test]
fn across_accounts_both_the_key_policy_and_the_caller_s_policies_must_allow() {
    let mut sandbox = first();
    let arn = make(&mut sandbox, json!({}));
    let dana = user(&sandbox, "dana");
    assert_eq!(decrypt(&sandbox, dana.clone(), &arn).0, Decision::ImplicitDeny);
    let shared = policy(&[(PROD, "kms:*"), (DANA, "kms:Decrypt")]);
    build(&mut sandbox, "kms:PutKeyPolicy", json!({ "KeyId": arn, "Policy": shared }));
    assert_eq!(decrypt(&sandbox, dana.clone(), &arn), (Decision::Allowed, DecidedBy::IdentityAndResource));
    let encrypt = sandbox.preview(&Question::new(dana.clone(), "kms:Encrypt", &arn));
    assert_eq!(encrypt.deciding_check().unwrap().verdict.decision, Decision::ImplicitDeny);
    let caller = &encrypt.deciding_check().unwrap().request.context;
    assert_eq!(caller.single("kms:calleraccount"), Some("444455556666"));
}

/// KMS developer guide, "Allowing users in other accounts to use a KMS key": "If you give a user in a different account
/// permission for other operations, those permissions have no effect." Of the operations below the API reference says
/// "Cross-account use: Yes" of the first four, and "No" of the others.
#[test]
fn keys_are_used_from_other_accounts_and_not_managed() {
    let mut sandbox = first();
    let arn = make(&mut sandbox, json!({}));
    let everything = policy(&[(PROD, "kms:*"), (DANA, "kms:*")]);
    build(&mut sandbox, "kms:PutKeyPolicy", json!({ "KeyId": arn, "Policy": everything }));
    let asked = |who: &str, action: &str| {
        let asked = sandbox.preview(&Question::new(user(&sandbox, who), action, &arn));
        asked.deciding_check().unwrap().verdict.decision
    };
    for action in ["kms:ReEncryptFrom", "kms:DescribeKey", "kms:CreateGrant", "kms:GetKeyRotationStatus"] {
        assert_eq!(asked("dana", action), Decision::Allowed, "{action}");
    }
    for action in ["kms:PutKeyPolicy", "kms:ScheduleKeyDeletion", "kms:ListKeyRotations", "kms:TagResource"] {
        assert_eq!(asked("dana", action), Decision::ImplicitDeny, "{action}");
    }
    let dana = user(&sandbox, "dana");
    let taken = call(&mut sandbox, dana, "kms:PutKeyPolicy", json!({ "KeyId": arn, "Policy": everything }));
    assert_eq!(error(&taken).0, "AccessDeniedException");
}

/// What KMS checks before it takes a key policy (API reference of `CreateKey` and `PutKeyPolicy`).
#[test]
fn a_key_policy_that_locks_its_author_out_is_refused_unless_the_check_is_bypassed() {
    let mut sandbox = first();
    let_user(&mut sandbox, "alice", &json!({ "Effect": "Allow", "Action": "kms:*", "Resource": "*" }));
    let alice = user(&sandbox, "alice");
    let mut make = |input: Value| call(&mut sandbox, alice.clone(), "kms:CreateKey", input);
    let refused = |answer: &Answer| answer.error().map(|error| (error.code.to_string(), error.message.clone()));
    let locked_out = (
        "MalformedPolicyDocumentException".to_owned(),
        "The new key policy will not allow you to update the key policy in the future.".to_owned(),
    );
    let of_bob = policy(&[("arn:aws:iam::111122223333:user/bob", "kms:*")]);
    assert_eq!(refused(&make(json!({ "Policy": of_bob }))), Some(locked_out));
    assert_eq!(refused(&make(json!({ "Policy": of_bob, "BypassPolicyLockoutSafetyCheck": true }))), None);
    assert_eq!(refused(&make(json!({ "Policy": policy(&[(ALICE, "kms:*")]) }))), None);
    assert_eq!(refused(&make(json!({ "Policy": policy(&[(PROD, "kms:*")]) }))), None);
    assert_eq!(refused(&make(json!({}))), None);
}

#[test]
fn kms_refuses_in_its_own_words() {
    let mut sandbox = first();
    let before = sandbox.world().clone();
    let mut refused = |operation: &str, input: Value| error(&call(&mut sandbox, super::owner(), operation, input));
    let malformed = |input: Value| ("kms:CreateKey", input, "MalformedPolicyDocumentException");
    let ghost = policy(&[("arn:aws:iam::111122223333:user/ghost", "kms:*")]);
    let large = policy(&[(ALICE, &format!("kms:{}", "x".repeat(33_000)))]);
    let nowhere = json!({ "KeyId": "1234abcd-12ab-34cd-56ef-1234567890ab", "Policy": policy(&[(PROD, "kms:*")]) });
    let rows = [
        malformed(json!({ "Policy": "{" })),
        malformed(json!({ "Policy": ghost })),
        ("kms:CreateKey", json!({ "Policy": large }), "LimitExceededException"),
        ("kms:PutKeyPolicy", nowhere, "NotFoundException"),
    ];
    for (operation, input, code) in rows {
        let (found, status, _) = refused(operation, input.clone());
        assert_eq!((&*found, status), (code, 400), "{input}");
    }
    assert_eq!(*sandbox.world(), before);
    let key = make(&mut sandbox, json!({}));
    let alias = |name: &str| json!({ "AliasName": name, "TargetKeyId": key });
    build(&mut sandbox, "kms:CreateAlias", alias("alias/payroll"));
    assert_eq!(sandbox.world().keys().next().unwrap().name(), "payroll");
    let mut refused = |name: &str| error(&call(&mut sandbox, super::owner(), "kms:CreateAlias", alias(name))).0;
    assert_eq!(refused("alias/payroll"), "AlreadyExistsException");
    assert_eq!(refused("alias/aws/s3"), "NotAuthorizedException");
    assert_eq!(refused("payroll"), "ValidationError");
}

/// The permission for an alias is asked for on the alias and on the key (KMS developer guide).
#[test]
fn an_alias_needs_permission_on_both_of_its_ends() {
    let mut sandbox = first();
    let key = make(&mut sandbox, json!({}));
    let alice = user(&sandbox, "alice");
    let input = json!({ "AliasName": "alias/payroll", "TargetKeyId": key });
    let alias = "arn:aws:kms:us-east-1:111122223333:alias/payroll";
    for (resources, is_allowed) in [(json!([alias]), false), (json!([key]), false), (json!([alias, key]), true)] {
        let statement = json!({ "Effect": "Allow", "Action": "kms:CreateAlias", "Resource": resources });
        let_user(&mut sandbox, "alice", &statement);
        let answer = call(&mut sandbox, alice.clone(), "kms:CreateAlias", input.clone());
        assert_eq!(answer.is_allowed(), is_allowed, "{resources}");
    }
}

#[test]
fn the_narrowest_statement_of_a_key_policy_is_found_and_proven() {
    let mut sandbox = first();
    let arn = make(&mut sandbox, json!({}));
    let question = Question::new(user(&sandbox, "alice"), "kms:Decrypt", &arn);
    let found = iam_sandbox::analysis::flips(&sandbox, &question);
    let flip = found.iter().find(|flip| &*flip.call.operation == "kms:PutKeyPolicy").unwrap();
    assert_eq!(sandbox.call(flip.call.clone()).error(), None);
    assert_eq!(verdict(&sandbox.preview(&question)), ALLOWED_BY_KEY);
    // What handed over to the account still does.
    assert_eq!(decrypt(&sandbox, root("111122223333"), &arn).0, Decision::Allowed);
}

/// Of a read that takes two permissions, the change is proposed where the one that is missing is given.
#[test]
fn what_opens_an_object_under_a_key_is_a_statement_of_the_key_policy() {
    let mut sandbox = first();
    let arn = make(&mut sandbox, json!({ "Policy": policy(&[(DANA, "kms:*")]) }));
    let_user(&mut sandbox, "alice", &json!({ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }));
    let sealed = json!({
        "Bucket": "payroll", "Key": "sealed.csv", "ServerSideEncryption": "aws:kms", "SSEKMSKeyId": arn,
    });
    build(&mut sandbox, "s3:PutObject", sealed);
    let question = Question::new(user(&sandbox, "alice"), "s3:GetObject", "arn:aws:s3:::payroll/sealed.csv");
    assert_eq!(sandbox.preview(&question).deciding_check().unwrap().request.action.to_string(), "kms:Decrypt");
    let found = iam_sandbox::analysis::flips(&sandbox, &question);
    let calls: Vec<_> = found.iter().map(|flip| &*flip.call.operation).collect();
    assert_eq!(calls, ["kms:PutKeyPolicy"]);
    sandbox.call(found[0].call.clone());
    assert!(sandbox.preview(&question).is_allowed());
}
