//! Credentials as a client holds them: an id, a secret and a token, all of which must fit.
//!
//! From the IAM user guide: "Use temporary credentials with AWS resources", "Troubleshoot AWS Signature Version 4
//! signing", and from the API reference "Common errors".

use super::{call, error, first, key};
use iam_sandbox::api::{Credentials, Outcome, Sandbox, Save, SignedCredentials};
use serde_json::{Value, json};

fn signed(from: &Value) -> SignedCredentials {
    let text = |name: &str| from.get(name).and_then(Value::as_str).map(Into::into);
    SignedCredentials {
        access_key_id: text("AccessKeyId").unwrap(),
        secret_access_key: text("SecretAccessKey").unwrap(),
        session_token: text("SessionToken"),
    }
}

/// A long-term key of bob's and a session of his, as their calls answered them.
fn with_keys() -> (Sandbox, SignedCredentials, SignedCredentials) {
    let mut sandbox = first();
    let made = super::build(&mut sandbox, "iam:CreateAccessKey", json!({ "UserName": "bob" }));
    let long_term = signed(&made["AccessKey"]);
    let credentials = Credentials::Signed(long_term.clone());
    let made = call(&mut sandbox, credentials, "sts:GetSessionToken", json!({}));
    let Outcome::Done(made) = made.outcome else { panic!("{:?}", made.outcome) };
    (sandbox, long_term, signed(&made["Credentials"]))
}

#[track_caller]
fn check(sandbox: &mut Sandbox, credentials: SignedCredentials, expected: Result<(), (&str, &str)>) {
    let answer = call(sandbox, Credentials::Signed(credentials), "sts:GetCallerIdentity", json!({}));
    match expected {
        Ok(()) => assert!(matches!(answer.outcome, Outcome::Done(_)), "{:?}", answer.outcome),
        Err((code, words)) => {
            let (found, status, message) = error(&answer);
            assert_eq!((found.as_str(), status), (code, 403));
            assert!(message.starts_with(words), "{message}");
            assert!(answer.checks.is_empty(), "no policy is read");
        }
    }
}

#[test]
fn secret_and_token_must_fit_the_key() {
    let (mut sandbox, long_term, session) = with_keys();
    let mismatch = Err((
        "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided.",
    ));
    let invalid = Err(("InvalidClientTokenId", "The security token included in the request is invalid"));
    check(&mut sandbox, long_term.clone(), Ok(()));
    check(&mut sandbox, session.clone(), Ok(()));
    let wrong_secret =
        |held: &SignedCredentials| SignedCredentials { secret_access_key: "wJalr".into(), ..held.clone() };
    check(&mut sandbox, wrong_secret(&long_term), mismatch);
    check(&mut sandbox, wrong_secret(&session), mismatch);
    let with_token = |held: &SignedCredentials, session_token| SignedCredentials { session_token, ..held.clone() };
    check(&mut sandbox, with_token(&session, None), invalid);
    check(&mut sandbox, with_token(&session, Some("IQoJb3JpZ2luX2VjEXAMPLETOKEN".into())), invalid);
    check(&mut sandbox, with_token(&long_term, session.session_token.clone()), invalid);
    let nobody = SignedCredentials { access_key_id: "AKIAIOSFODNN7EXAMPLE".into(), ..long_term.clone() };
    check(&mut sandbox, nobody, invalid);
    sandbox.advance_clock(43_200);
    check(&mut sandbox, session, Err(("ExpiredToken", "The security token included in the request is expired")));
    let input = json!({ "UserName": "bob", "AccessKeyId": long_term.access_key_id, "Status": "Inactive" });
    super::build(&mut sandbox, "iam:UpdateAccessKey", input);
    check(&mut sandbox, long_term, invalid);
}

/// A token of another session, or of another world, is no token of this one.
#[test]
fn a_foreign_token_is_refused() {
    let (mut sandbox, _, session) = with_keys();
    let bob = Credentials::Key(key(&sandbox, "bob"));
    let other = call(&mut sandbox, bob, "sts:GetSessionToken", json!({}));
    let Outcome::Done(other) = other.outcome else { panic!("{:?}", other.outcome) };
    let session_token = signed(&other["Credentials"]).session_token;
    assert!(session_token.is_some() && session_token != session.session_token);
    let invalid = Err(("InvalidClientTokenId", "The security token included in the request is invalid"));
    check(&mut sandbox, SignedCredentials { session_token, ..session }, invalid);
}

#[test]
fn they_are_saved_and_replayed() {
    let (mut sandbox, _, session) = with_keys();
    check(&mut sandbox, session, Ok(()));
    let save = Save::parse(&sandbox.save(Value::Null).to_json()).unwrap();
    assert_eq!(Sandbox::open(&save).world(), sandbox.world());
    assert!(Sandbox::open(&save).can_undo());
}

/// The API reference on GetAccessKeyInfo: the account is told of keys that are switched off as well.
#[test]
fn whose_key_it_is_can_be_asked() {
    let (mut sandbox, long_term, session) = with_keys();
    let input = json!({ "UserName": "bob", "AccessKeyId": long_term.access_key_id, "Status": "Inactive" });
    super::build(&mut sandbox, "iam:UpdateAccessKey", input);
    for id in [&long_term.access_key_id, &session.access_key_id] {
        let dana = Credentials::Key(key(&sandbox, "dana"));
        let answer = call(&mut sandbox, dana, "sts:GetAccessKeyInfo", json!({ "AccessKeyId": id }));
        assert_eq!(answer.outcome, Outcome::Done(json!({ "Account": "111122223333" })));
    }
    let bob = Credentials::Key(key(&sandbox, "bob"));
    let refused = call(&mut sandbox, bob, "sts:GetAccessKeyInfo", json!({ "AccessKeyId": long_term.access_key_id }));
    assert_eq!(refused.error().unwrap().status, 403);
}
