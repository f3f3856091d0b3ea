//! Grants of KMS keys (KMS developer guide, "Grants in AWS KMS", "Creating grants", "Retiring and revoking grants").

use super::{build, call, error, first, key, let_user, owner, preview, verdict};
use iam_sandbox::api::{Answer, Credentials, Outcome, Sandbox};
use iam_sandbox::eval::{DecidedBy, Decision, PolicyLayer};
use iam_sandbox::text::{Language, explain};
use serde_json::{Value, json};

const ALICE: &str = "arn:aws:iam::111122223333:user/alice";

fn by(sandbox: &mut Sandbox, who: &str, operation: &str, input: Value) -> Answer {
    let credentials = Credentials::Key(key(sandbox, who));
    call(sandbox, credentials, operation, input)
}

fn code(answer: &Answer) -> Option<String> {
    answer.error().map(|error| error.code.to_string())
}

fn with_key() -> (Sandbox, String) {
    let mut sandbox = first();
    let made = build(&mut sandbox, "kms:CreateKey", json!({}));
    (sandbox, made["KeyMetadata"]["Arn"].as_str().unwrap().to_owned())
}

fn grant(sandbox: &mut Sandbox, arn: &str, operations: &Value, more: Value) -> Value {
    let mut input = json!({ "KeyId": arn, "GranteePrincipal": ALICE, "Operations": operations });
    for (name, value) in more.as_object().unwrap() {
        input[name] = value.clone();
    }
    build(sandbox, "kms:CreateGrant", input)
}

fn encrypt(sandbox: &mut Sandbox, arn: &str, context: Value) -> Option<String> {
    let input = json!({ "KeyId": arn, "Plaintext": "AA==", "EncryptionContext": context });
    code(&by(sandbox, "alice", "kms:Encrypt", input))
}

/// "the grant allows the grantee principal to call the specified grant operations on the KMS key"; no policy of hers is
/// needed, and none of the key's.
#[test]
fn a_grant_allows_its_operations_to_whom_it_names_and_nothing_else() {
    let (mut sandbox, arn) = with_key();
    assert!(!preview(&sandbox, "alice", "kms:Encrypt", &arn).is_allowed());
    let made = grant(&mut sandbox, &arn, &json!(["Encrypt", "DescribeKey"]), json!({ "Name": "for-alice" }));
    assert_eq!(made["GrantId"].as_str().unwrap().len(), 64);
    let asked = preview(&sandbox, "alice", "kms:Encrypt", &arn);
    assert!(asked.is_allowed());
    assert_eq!(verdict(&asked), (Decision::Allowed, DecidedBy::Layer(PolicyLayer::Resource)));
    let check = asked.deciding_check().unwrap();
    let at = check.verdict.statement.unwrap();
    assert_eq!(&*check.policies.layer(PolicyLayer::Resource)[usize::from(at.policy)].name, "for-alice");
    let told = |language| explain(&asked, sandbox.world(), language).sentence;
    assert!(told(Language::English).starts_with("A grant of "), "{}", told(Language::English));
    assert!(told(Language::Spanish).starts_with("Un grant de "));
    assert_eq!(encrypt(&mut sandbox, &arn, json!({})), None);
    assert!(!preview(&sandbox, "alice", "kms:Decrypt", &arn).is_allowed());
    assert!(!preview(&sandbox, "bob", "kms:Encrypt", &arn).is_allowed());
}

/// "A grant can allow access to a KMS key, but not deny access"; a Deny in a policy is stronger.
#[test]
fn a_deny_in_any_policy_is_stronger_than_a_grant() {
    let (mut sandbox, arn) = with_key();
    grant(&mut sandbox, &arn, &json!(["Encrypt"]), json!({}));
    let_user(&mut sandbox, "alice", &json!({ "Effect": "Deny", "Action": "kms:*", "Resource": "*" }));
    assert_eq!(encrypt(&mut sandbox, &arn, json!({})).as_deref(), Some("AccessDeniedException"));
    assert_eq!(verdict(&preview(&sandbox, "alice", "kms:Encrypt", &arn)).0, Decision::ExplicitDeny);
}

/// API_GrantConstraints: `EncryptionContextSubset` is included in the request's context, `EncryptionContextEquals` is it.
#[test]
fn constraints_hold_a_grant_to_an_encryption_context() {
    let constraint = |kind: &str| json!({ "Constraints": { kind: { "Department": "IT" } } });
    let (mut sandbox, arn) = with_key();
    grant(&mut sandbox, &arn, &json!(["Encrypt", "DescribeKey"]), constraint("EncryptionContextSubset"));
    let refused = Some("AccessDeniedException".to_owned());
    assert_eq!(encrypt(&mut sandbox, &arn, json!({})), refused);
    assert_eq!(encrypt(&mut sandbox, &arn, json!({ "Department": "HR" })), refused);
    assert_eq!(encrypt(&mut sandbox, &arn, json!({ "Department": "IT", "Purpose": "Test" })), None);
    // "the constraint doesn't apply to these operations": DescribeKey and RetireGrant.
    assert_eq!(code(&by(&mut sandbox, "alice", "kms:DescribeKey", json!({ "KeyId": arn }))), None);

    let (mut sandbox, arn) = with_key();
    grant(&mut sandbox, &arn, &json!(["Encrypt"]), constraint("EncryptionContextEquals"));
    assert_eq!(encrypt(&mut sandbox, &arn, json!({ "Department": "IT", "Purpose": "Test" })), refused);
    assert_eq!(encrypt(&mut sandbox, &arn, json!({ "Department": "IT" })), None);
}

/// "Principals who get permission to create grants from a grant are limited in the grants that they can create."
#[test]
fn who_may_make_grants_by_a_grant_gives_no_more_than_it_has() {
    let (mut sandbox, arn) = with_key();
    grant(&mut sandbox, &arn, &json!(["Encrypt", "CreateGrant"]), json!({}));
    let mut make = |operations: Value| {
        let bob = "arn:aws:iam::111122223333:user/bob";
        let input = json!({ "KeyId": arn, "GranteePrincipal": bob, "Operations": operations });
        code(&by(&mut sandbox, "alice", "kms:CreateGrant", input))
    };
    assert_eq!(make(json!(["Encrypt", "Decrypt"])).as_deref(), Some("AccessDeniedException"));
    assert_eq!(make(json!(["Encrypt"])), None);
    assert!(preview(&sandbox, "bob", "kms:Encrypt", &arn).is_allowed());
}

#[test]
fn grants_are_listed_and_revoked_by_leave_of_the_key() {
    let (mut sandbox, arn) = with_key();
    let more = json!({ "Name": "one", "Constraints": { "EncryptionContextSubset": { "Department": "IT" } } });
    let made = grant(&mut sandbox, &arn, &json!(["Decrypt"]), more.clone());
    assert_eq!(grant(&mut sandbox, &arn, &json!(["Decrypt"]), more), made, "recognized as a retry");
    let listed = build(&mut sandbox, "kms:ListGrants", json!({ "KeyId": arn }));
    let grants = listed["Grants"].as_array().unwrap();
    assert_eq!(grants.len(), 1);
    let told = &grants[0];
    assert_eq!((&told["GranteePrincipal"], &told["Operations"]), (&json!(ALICE), &json!(["Decrypt"])));
    assert_eq!(told["Constraints"], json!({ "EncryptionContextSubset": { "Department": "IT" } }));
    assert_eq!(told["IssuingAccount"], "arn:aws:iam::111122223333:root");
    let revoke = json!({ "KeyId": arn, "GrantId": made["GrantId"] });
    assert_eq!(
        code(&by(&mut sandbox, "alice", "kms:RevokeGrant", revoke.clone())).as_deref(),
        Some("AccessDeniedException")
    );
    build(&mut sandbox, "kms:RevokeGrant", revoke.clone());
    assert_eq!(build(&mut sandbox, "kms:ListGrants", json!({ "KeyId": arn }))["Grants"], json!([]));
    assert_eq!(code(&call(&mut sandbox, owner(), "kms:RevokeGrant", revoke)).as_deref(), Some("NotFoundException"));
}

/// "The grant determines who can retire it." "The kms:RetireGrant permission alone does not allow principals to retire a
/// grant", and "is not effective in a key policy"; the account of the key can hand it on.
#[test]
fn a_grant_says_who_retires_it() {
    let (mut sandbox, arn) = with_key();
    let bob = "arn:aws:iam::111122223333:user/bob";
    let first = grant(&mut sandbox, &arn, &json!(["Decrypt"]), json!({ "RetiringPrincipal": bob }));
    let second = grant(&mut sandbox, &arn, &json!(["Encrypt"]), json!({}));
    let third = grant(&mut sandbox, &arn, &json!(["Encrypt", "RetireGrant"]), json!({}));
    let retire = |made: &Value| json!({ "KeyId": arn, "GrantId": made["GrantId"] });
    let refused = Some("AccessDeniedException".to_owned());
    assert_eq!(code(&by(&mut sandbox, "alice", "kms:RetireGrant", retire(&first))), refused);
    assert_eq!(code(&by(&mut sandbox, "bob", "kms:RetireGrant", retire(&second))), refused);
    assert_eq!(code(&by(&mut sandbox, "bob", "kms:RetireGrant", retire(&first))), None);
    assert_eq!(code(&by(&mut sandbox, "alice", "kms:RetireGrant", json!({ "GrantToken": third["GrantToken"] }))), None);
    let may = json!({ "Effect": "Allow", "Action": "kms:RetireGrant", "Resource": arn });
    let_user(&mut sandbox, "bob", &may);
    assert_eq!(code(&by(&mut sandbox, "bob", "kms:RetireGrant", retire(&second))), None, "handed on by the account");
    assert_eq!(build(&mut sandbox, "kms:ListGrants", json!({ "KeyId": arn }))["Grants"], json!([]));
}

/// Across accounts both sides must allow (rule C-45): the grant is the key's side.
#[test]
fn across_accounts_a_grant_is_one_of_two() {
    let (mut sandbox, arn) = with_key();
    assert!(!preview(&sandbox, "dana", "kms:Decrypt", &arn).is_allowed(), "dana administers her account alone");
    let dana = "arn:aws:iam::444455556666:user/dana";
    let input = json!({ "KeyId": arn, "GranteePrincipal": dana, "Operations": ["Decrypt"] });
    build(&mut sandbox, "kms:CreateGrant", input);
    let asked = preview(&sandbox, "dana", "kms:Decrypt", &arn);
    assert_eq!(verdict(&asked), (Decision::Allowed, DecidedBy::IdentityAndResource));
    let nobody =
        json!({ "KeyId": arn, "GranteePrincipal": "arn:aws:iam::444455556666:user/nobody", "Operations": ["Decrypt"] });
    let (code, status, message) = error(&call(&mut sandbox, owner(), "kms:CreateGrant", nobody));
    assert_eq!((&*code, status), ("InvalidArnException", 400));
    assert_eq!(message, "ARN does not refer to a valid principal");
}

/// KMS developer guide, `kms:GrantOperations` and `kms:GranteePrincipal`.
#[test]
fn conditions_tell_what_a_grant_would_give() {
    let (mut sandbox, arn) = with_key();
    let statement = json!({ "Effect": "Allow", "Action": "kms:CreateGrant", "Resource": arn, "Condition": {
        "ForAllValues:StringEquals": { "kms:GrantOperations": ["Encrypt", "Decrypt"] },
        "StringEquals": { "kms:GranteePrincipal": "arn:aws:iam::111122223333:user/bob" },
    }});
    let_user(&mut sandbox, "alice", &statement);
    let mut make = |who: &str, operation: &str| {
        let grantee = format!("arn:aws:iam::111122223333:user/{who}");
        let input = json!({ "KeyId": arn, "GranteePrincipal": grantee, "Operations": [operation] });
        matches!(by(&mut sandbox, "alice", "kms:CreateGrant", input).outcome, Outcome::Done(_))
    };
    assert!(make("bob", "Decrypt"));
    assert!(!make("bob", "CreateGrant"));
    assert!(!make("alice", "Decrypt"));
}
