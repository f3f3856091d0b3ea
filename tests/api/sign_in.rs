//! Signing in to the console: each failure in its turn, passwords that age, and the session (rules E-14, E-29, H-11).

use super::{build, call, error, first, let_user};
use iam_sandbox::api::{
    Answer, Audit, AuthenticationFailure, Credentials, Outcome, Sandbox, SignIn, SignInFailure, SignInName,
};
use iam_sandbox::authz::Environment;
use iam_sandbox::text::{Language, Tone, explain};
use serde_json::{Value, json};

const PROD: &str = "111122223333";
const DAY: u32 = 86_400;

fn form(account: &str, user: &str, password: &str) -> SignIn {
    SignIn {
        name: SignInName::User { account: account.into(), user: user.into() },
        password: password.into(),
        mfa_code: None,
        new_password: None,
        environment: Environment::default(),
    }
}

fn try_in(sandbox: &mut Sandbox, user: &str, password: &str) -> Answer {
    sandbox.sign_in(form(PROD, user, password)).clone()
}

#[track_caller]
fn failure(answer: &Answer) -> SignInFailure {
    match &answer.authentication {
        Err(AuthenticationFailure::SignIn(failure)) => failure.clone(),
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn key_of(answer: &Answer) -> Credentials {
    match &answer.outcome {
        Outcome::Done(output) => Credentials::key(output["AccessKeyId"].as_str().unwrap()),
        outcome => panic!("{outcome:?}"),
    }
}

/// A user `dave` with that password.
fn with_dave(password: &str) -> Sandbox {
    let mut sandbox = first();
    build(&mut sandbox, "iam:CreateUser", json!({ "UserName": "dave" }));
    build(&mut sandbox, "iam:CreateLoginProfile", json!({ "UserName": "dave", "Password": password }));
    sandbox
}

fn set_policy(sandbox: &mut Sandbox, policy: Value) {
    build(sandbox, "iam:UpdateAccountPasswordPolicy", policy);
}

fn record(sandbox: &Sandbox) -> Value {
    match sandbox.audit(sandbox.steps().len() - 1) {
        Some(Audit::Recorded(records)) => records.first().unwrap().event.clone(),
        other => panic!("{other:?}"),
    }
}

/// "A new user has no password" (id_users); no policy lets anybody in.
#[test]
fn a_new_user_cannot_sign_in_whatever_the_policies_say() {
    let mut sandbox = first();
    build(&mut sandbox, "iam:CreateUser", json!({ "UserName": "dave" }));
    let_user(&mut sandbox, "dave", &json!({ "Effect": "Allow", "Action": "*", "Resource": "*" }));
    let answer = try_in(&mut sandbox, "dave", "Abcdefg-1");
    assert_eq!(failure(&answer), SignInFailure::NoLoginProfile);
    assert!(answer.checks.is_empty() && !answer.is_allowed());
    build(&mut sandbox, "iam:CreateLoginProfile", json!({ "UserName": "dave", "Password": "Abcdefg-1" }));
    let answer = try_in(&mut sandbox, "dave", "Abcdefg-1");
    assert!(answer.is_allowed());
    // Who has nothing but a password comes in and may do nothing.
    build(&mut sandbox, "iam:DeleteUserPolicy", json!({ "UserName": "dave", "PolicyName": "Test" }));
    let denied = call(&mut sandbox, key_of(&answer), "iam:ListUsers", json!({}));
    assert_eq!(error(&denied).0, "AccessDenied");
}

#[test]
fn what_happened_is_told_apart_and_what_aws_shows_is_one_sentence() {
    let mut sandbox = with_dave("Abcdefg-1");
    let shown = |answer: &Answer| error(answer).2;
    let one = "Your authentication information is incorrect. Please try again.";
    for (account, user, password, expected) in [
        ("999999999999", "dave", "Abcdefg-1", SignInFailure::NoAccount),
        ("no-such-alias", "dave", "Abcdefg-1", SignInFailure::NoAccount),
        (PROD, "erin", "Abcdefg-1", SignInFailure::NoUser),
        (PROD, "alice", "Abcdefg-1", SignInFailure::NoLoginProfile),
        (PROD, "dave", "abcdefg-1", SignInFailure::WrongPassword),
    ] {
        let answer = sandbox.sign_in(form(account, user, password)).clone();
        assert_eq!(failure(&answer), expected);
        assert_eq!(shown(&answer), one);
        let told = explain(&answer, sandbox.world(), Language::English);
        assert_eq!(told.tone, Tone::Expired);
        assert!(told.sentence.ends_with("No policy was read."), "{}", told.sentence);
    }
    assert_eq!(sandbox.world().sessions().count(), 0, "nobody came in");
}

#[test]
fn an_alias_stands_for_the_account_and_the_id_stays() {
    let mut sandbox = with_dave("Abcdefg-1");
    build(&mut sandbox, "iam:CreateAccountAlias", json!({ "AccountAlias": "examplecorp" }));
    for account in ["examplecorp", PROD] {
        assert!(sandbox.sign_in(form(account, "dave", "Abcdefg-1")).is_allowed(), "{account}");
    }
}

/// "Console sessions" call IAM like anybody; the session token of GetSessionToken could not (F-26).
#[test]
fn a_session_of_the_console_is_the_user_for_twelve_hours() {
    let mut sandbox = with_dave("Abcdefg-1");
    let_user(&mut sandbox, "dave", &json!({ "Effect": "Allow", "Action": "iam:GetUser", "Resource": "*" }));
    let answer = try_in(&mut sandbox, "dave", "Abcdefg-1");
    let session = key_of(&answer);
    assert!(call(&mut sandbox, session.clone(), "iam:GetUser", json!({})).is_allowed());
    sandbox.advance_clock(12 * 3_600);
    assert_eq!(error(&call(&mut sandbox, session, "iam:GetUser", json!({}))).0, "ExpiredToken");
}

/// `PasswordResetRequired`: "the user is required to set a new password on next sign-in".
#[test]
fn a_password_that_must_be_replaced_opens_the_console_only_with_a_new_one() {
    let mut sandbox = first();
    build(&mut sandbox, "iam:CreateUser", json!({ "UserName": "dave" }));
    let profile = json!({ "UserName": "dave", "Password": "Abcdefg-1", "PasswordResetRequired": true });
    build(&mut sandbox, "iam:CreateLoginProfile", profile);
    assert_eq!(failure(&try_in(&mut sandbox, "dave", "Abcdefg-1")), SignInFailure::MustChange { since: None });
    let change = |new: &str| SignIn { new_password: Some(new.into()), ..form(PROD, "dave", "Abcdefg-1") };
    // Without the permission the new password is refused, with it the account's rules hold.
    let SignInFailure::ChangeRefused(refused) = failure(&sandbox.sign_in(change("Hijklmn-2")).clone()) else {
        panic!()
    };
    assert_eq!(refused.code, "AccessDenied");
    let arn = "arn:aws:iam::aws:policy/IAMUserChangePassword";
    build(&mut sandbox, "iam:AttachUserPolicy", json!({ "UserName": "dave", "PolicyArn": arn }));
    let SignInFailure::ChangeRefused(refused) = failure(&sandbox.sign_in(change("hijklmn")).clone()) else { panic!() };
    assert_eq!(refused.code, "PasswordPolicyViolation");
    let answer = sandbox.sign_in(change("Hijklmn-2")).clone();
    assert_eq!(error(&sandbox.sign_in(form(PROD, "dave", "Abcdefg-1")).clone()).0, "ConsoleLogin");
    assert!(answer.is_allowed() && try_in(&mut sandbox, "dave", "Hijklmn-2").is_allowed());
}

/// "MaxPasswordAge: the number of days that an IAM user password is valid"; expiry acts on passwords that are there.
#[test]
fn passwords_age_by_the_clock() {
    let mut sandbox = with_dave("Abcdefg-1");
    sandbox.advance_clock(90 * DAY);
    assert!(try_in(&mut sandbox, "dave", "Abcdefg-1").is_allowed(), "without a policy they never expire");
    set_policy(&mut sandbox, json!({ "MaxPasswordAge": 90, "AllowUsersToChangePassword": true }));
    let SignInFailure::MustChange { since: Some(since) } = failure(&try_in(&mut sandbox, "dave", "Abcdefg-1")) else {
        panic!("it is older than ninety days")
    };
    assert!(since < sandbox.now());
    let new = SignIn { new_password: Some("second".into()), ..form(PROD, "dave", "Abcdefg-1") };
    assert!(sandbox.sign_in(new).is_allowed());
    sandbox.advance_clock(90 * DAY - 60);
    assert!(try_in(&mut sandbox, "dave", "second").is_allowed());
    sandbox.advance_clock(60);
    assert!(matches!(failure(&try_in(&mut sandbox, "dave", "second")), SignInFailure::MustChange { .. }));
}

/// `HardExpiry`: "the IAM user cannot access the console until an administrator resets the password"; who has keys
/// and the permission still changes it by the API.
#[test]
fn a_hard_expiry_leaves_the_administrator_or_the_api() {
    let mut sandbox = with_dave("Abcdefg-1");
    set_policy(&mut sandbox, json!({ "MaxPasswordAge": 1, "HardExpiry": true, "AllowUsersToChangePassword": true }));
    sandbox.advance_clock(DAY);
    let new = SignIn { new_password: Some("second".into()), ..form(PROD, "dave", "Abcdefg-1") };
    assert!(matches!(failure(&sandbox.sign_in(new).clone()), SignInFailure::Expired { .. }));
    let made = build(&mut sandbox, "iam:CreateAccessKey", json!({ "UserName": "dave" }));
    let key = Credentials::key(made["AccessKey"]["AccessKeyId"].as_str().unwrap());
    let change = json!({ "OldPassword": "Abcdefg-1", "NewPassword": "second" });
    assert!(call(&mut sandbox, key, "iam:ChangePassword", change).is_allowed());
    assert!(try_in(&mut sandbox, "dave", "second").is_allowed());
    sandbox.advance_clock(DAY);
    build(&mut sandbox, "iam:UpdateLoginProfile", json!({ "UserName": "dave", "Password": "third3" }));
    assert!(try_in(&mut sandbox, "dave", "third3").is_allowed());
}

/// The account option is no policy of the user's, and a Deny goes before it as before any Allow.
#[test]
fn the_account_option_gives_way_to_a_deny() {
    let mut sandbox = with_dave("Abcdefg-1");
    set_policy(&mut sandbox, json!({ "AllowUsersToChangePassword": true }));
    let made = build(&mut sandbox, "iam:CreateAccessKey", json!({ "UserName": "dave" }));
    let key = Credentials::key(made["AccessKey"]["AccessKeyId"].as_str().unwrap());
    let others = json!({ "UserName": "alice", "Password": "Abcdefg-1" });
    assert_eq!(error(&call(&mut sandbox, key.clone(), "iam:CreateLoginProfile", others)).0, "AccessDenied");
    let_user(&mut sandbox, "dave", &json!({ "Effect": "Deny", "Action": "iam:ChangePassword", "Resource": "*" }));
    let change = json!({ "OldPassword": "Abcdefg-1", "NewPassword": "second" });
    let (code, _, message) = error(&call(&mut sandbox, key, "iam:ChangePassword", change));
    assert_eq!(code, "AccessDenied");
    assert!(message.ends_with("with an explicit deny in an identity-based policy"), "{message}");
}

/// "Your user name and password … and then the code from the device" (id_credentials_mfa); a code is taken once.
#[test]
fn with_a_device_the_password_alone_opens_nothing() {
    let mut sandbox = with_dave("Abcdefg-1");
    let made = build(&mut sandbox, "iam:CreateVirtualMFADevice", json!({ "VirtualMFADeviceName": "dave" }));
    let serial = made["VirtualMFADevice"]["SerialNumber"].as_str().unwrap().to_owned();
    let code = |sandbox: &Sandbox| sandbox.authenticator_code(&serial).unwrap().0;
    let first_code = code(&sandbox);
    sandbox.advance_clock(30);
    let second_code = code(&sandbox);
    let enable = json!({
        "UserName": "dave", "SerialNumber": serial, "AuthenticationCode1": first_code,
        "AuthenticationCode2": second_code,
    });
    build(&mut sandbox, "iam:EnableMFADevice", enable);
    sandbox.advance_clock(30);
    assert_eq!(failure(&try_in(&mut sandbox, "dave", "Abcdefg-1")), SignInFailure::MfaCodeMissing);
    assert_eq!(
        failure(&try_in(&mut sandbox, "dave", "wrong")),
        SignInFailure::WrongPassword,
        "the password comes first"
    );
    let with = |code: &str| SignIn { mfa_code: Some(code.into()), ..form(PROD, "dave", "Abcdefg-1") };
    assert_eq!(failure(&sandbox.sign_in(with(&second_code)).clone()), SignInFailure::MfaCodeWrong, "taken before");
    let now = code(&sandbox);
    let answer = sandbox.sign_in(with(&now)).clone();
    assert!(answer.is_allowed());
    assert_eq!(record(&sandbox)["additionalEventData"]["MFAUsed"], "Yes");
    assert_eq!(failure(&sandbox.sign_in(with(&now)).clone()), SignInFailure::MfaCodeWrong, "a code is taken once");
    let bool_true = json!({ "Bool": { "aws:MultiFactorAuthPresent": "true" } });
    let guarded = json!({ "Effect": "Allow", "Action": "iam:GetUser", "Resource": "*", "Condition": bool_true });
    let_user(&mut sandbox, "dave", &guarded);
    assert!(call(&mut sandbox, key_of(&answer), "iam:GetUser", json!({})).is_allowed());
}

#[test]
fn the_root_user_signs_in_by_address() {
    let mut sandbox = first();
    let account = sandbox.world().account(PROD.parse().unwrap()).unwrap();
    let email = account.email().into_owned();
    let password = sandbox.world().root_password(account).unwrap().into_owned();
    let form =
        |password: &str| SignIn { name: SignInName::Root { email: email.as_str().into() }, ..form("", "", password) };
    assert_eq!(failure(&sandbox.sign_in(form("Guess-123")).clone()), SignInFailure::WrongPassword);
    let answer = sandbox.sign_in(form(&password)).clone();
    let identity = call(&mut sandbox, key_of(&answer), "sts:GetCallerIdentity", json!({}));
    let Outcome::Done(identity) = identity.outcome else { panic!("the session holds") };
    assert_eq!(identity["Arn"], "arn:aws:iam::111122223333:root");
    let answer = sandbox.steps().iter().rev().nth(1).and_then(|step| step.answer.clone()).unwrap();
    assert!(call(&mut sandbox, key_of(&answer), "iam:ListUsers", json!({})).is_allowed());
}

/// Fields and sentences of the page on console sign-in events.
#[test]
fn the_trail_tells_of_every_attempt_and_keeps_what_may_be_a_password() {
    let mut sandbox = with_dave("Abcdefg-1");
    try_in(&mut sandbox, "dave", "Abcdefg-1");
    let event = record(&sandbox);
    assert_eq!(event["eventType"], "AwsConsoleSignIn");
    assert_eq!(event["userIdentity"]["arn"], "arn:aws:iam::111122223333:user/dave");
    assert_eq!(event["responseElements"], json!({ "ConsoleLogin": "Success" }));
    assert_eq!(event["additionalEventData"]["MFAUsed"], "No");
    try_in(&mut sandbox, "dave", "wrong");
    let event = record(&sandbox);
    assert_eq!(
        (&event["errorMessage"], &event["responseElements"]["ConsoleLogin"]),
        (&json!("Failed authentication"), &json!("Failure"))
    );
    assert_eq!(event["userIdentity"]["userName"], "dave");
    try_in(&mut sandbox, "Abcdefg-1", "dave");
    let event = record(&sandbox);
    assert_eq!(event["errorMessage"], "No username found in supplied account");
    assert_eq!(event["userIdentity"]["userName"], "HIDDEN_DUE_TO_SECURITY_REASONS");
    assert!(!event.to_string().contains("Abcdefg-1"));
}

#[test]
fn signing_in_is_undone_and_played_again_like_everything() {
    let mut sandbox = with_dave("Abcdefg-1");
    let before = sandbox.world().clone();
    try_in(&mut sandbox, "dave", "Abcdefg-1");
    let after = sandbox.world().clone();
    assert!(sandbox.undo());
    assert_eq!(*sandbox.world(), before);
    assert!(sandbox.redo());
    assert_eq!(*sandbox.world(), after);
    let opened = Sandbox::open(&sandbox.save(Value::Null));
    assert_eq!((opened.world(), opened.steps().len()), (&after, sandbox.steps().len()));
}
