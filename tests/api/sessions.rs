//! Sessions of every kind, what limits them, and what they may not call.

use super::{EDITOR, PAYROLL_MAY, build, call, error, first, key, let_user, owner, verdict};
use iam_sandbox::api::{Answer, Credentials, KeyKind, Outcome, Question, Sandbox, Save};
use iam_sandbox::eval::{ContextValue, DecidedBy, Decision, PolicyLayer};
use serde_json::{Value, json};

const READ_PAYROLL: &str = "arn:aws:iam::111122223333:policy/ReadPayroll";
const Q1: &str = "arn:aws:s3:::reports-prod/q1.csv";

/// A session policy with one statement.
fn allow(action: &str, resource: &str) -> String {
    let statement = json!({ "Effect": "Allow", "Action": action, "Resource": resource });
    json!({ "Version": "2012-10-17", "Statement": statement }).to_string()
}

fn alice(sandbox: &Sandbox) -> Credentials {
    Credentials::Key(key(sandbox, "alice"))
}

/// Makes a session and gives its credentials.
#[track_caller]
fn session(sandbox: &mut Sandbox, caller: Credentials, operation: &str, input: Value) -> Credentials {
    let answer = call(sandbox, caller, operation, input);
    let Outcome::Done(output) = &answer.outcome else { panic!("{operation}: {:?}", answer.outcome) };
    Credentials::key(output["Credentials"]["AccessKeyId"].as_str().unwrap())
}

fn ask(sandbox: &Sandbox, credentials: &Credentials, action: &str, resource: &str) -> Answer {
    sandbox.preview(&Question::new(credentials.clone(), action, resource))
}

fn value(answer: &Answer, key: &str) -> Option<String> {
    match answer.deciding_check().unwrap().request.context.get(key)? {
        ContextValue::One(value) => Some(value.to_string()),
        other => panic!("{key}: {other:?}"),
    }
}

/// alice may read payroll and federate; bob already reads payroll through his group.
fn with_federating_alice() -> Sandbox {
    let mut sandbox = first();
    let statement = json!([
        { "Effect": "Allow", "Action": "s3:*", "Resource": "*" },
        { "Effect": "Allow", "Action": "sts:GetFederationToken",
          "Resource": "arn:aws:sts::111122223333:federated-user/*" },
    ]);
    let_user(&mut sandbox, "alice", &statement);
    sandbox
}

/// Rules C-31 and C-44: no permission is needed, and the user stays who it is.
#[test]
fn with_a_session_token_a_user_stays_who_it_is() {
    let mut sandbox = first();
    let bob = Credentials::Key(key(&sandbox, "bob"));
    let token = session(&mut sandbox, bob.clone(), "sts:GetSessionToken", json!({}));
    let read = ask(&sandbox, &token, "s3:GetObject", PAYROLL_MAY);
    assert_eq!(verdict(&read), (Decision::Allowed, DecidedBy::Layer(PolicyLayer::Identity)));
    let with_key = ask(&sandbox, &bob, "s3:GetObject", PAYROLL_MAY);
    for name in ["aws:principalarn", "aws:principaltype", "aws:userid", "aws:username"] {
        assert_eq!(value(&read, name), value(&with_key, name), "{name}");
        assert!(value(&read, name).is_some(), "{name}");
    }
    // Table B-35: these two are there for temporary credentials, and absent for access keys.
    assert_eq!(value(&read, "aws:tokenissuetime").as_deref(), Some("2026-11-21T10:02:00Z"));
    assert_eq!(value(&read, "aws:multifactorauthpresent").as_deref(), Some("false"));
    assert_eq!(value(&with_key, "aws:tokenissuetime"), None);
    assert_eq!(value(&with_key, "aws:multifactorauthpresent"), None);
    let listed = sandbox.keys().find(|key| Some(&*key.access_key_id) == token.access_key_id()).unwrap();
    assert_eq!((listed.kind, &*listed.name), (KeyKind::SessionToken, "bob"));
    assert_eq!(listed.expires.unwrap().to_string(), "2026-11-21T22:02:00Z");
}

/// Table F-46: twelve hours unless asked otherwise, from 15 minutes to 36 hours; the root user's an hour.
#[test]
fn a_session_token_lasts_as_long_as_the_table_says() {
    let mut sandbox = first();
    let mut seconds = |credentials: Credentials, input: Value| {
        let issued = sandbox.now();
        let made = session(&mut sandbox, credentials, "sts:GetSessionToken", input);
        let made = sandbox.keys().find(|key| Some(&*key.access_key_id) == made.access_key_id()).unwrap();
        made.expires.unwrap().epoch_seconds() - issued.epoch_seconds()
    };
    let root = Credentials::Root("111122223333".parse().unwrap());
    let bob = Credentials::Key(key(&first(), "bob"));
    assert_eq!(seconds(bob.clone(), json!({})), 43_200);
    assert_eq!(seconds(bob.clone(), json!({ "DurationSeconds": 129_600 })), 129_600);
    assert_eq!(seconds(root.clone(), json!({})), 3_600);
    assert_eq!(seconds(root, json!({ "DurationSeconds": 7_200 })), 3_600);
    let refused = call(&mut sandbox, bob.clone(), "sts:GetSessionToken", json!({ "DurationSeconds": 129_601 }));
    assert_eq!(
        error(&refused),
        (
            "ValidationError".to_owned(),
            400,
            "1 validation error detected: Value '129601' at 'durationSeconds' failed to satisfy constraint: Member \
             must have value less than or equal to 129600"
                .to_owned()
        )
    );
    let refused = call(&mut sandbox, bob, "sts:GetSessionToken", json!({ "DurationSeconds": 899 }));
    assert!(error(&refused).2.ends_with("greater than or equal to 900"));
}

/// There are no devices in this world, so no code can be validated.
#[test]
fn a_code_of_an_unknown_device_is_refused() {
    let mut sandbox = first();
    let mfa = json!({ "SerialNumber": "arn:aws:iam::111122223333:mfa/alice", "TokenCode": "123456" });
    let refused = call(&mut sandbox, alice(&first()), "sts:GetSessionToken", mfa);
    let (code, status, message) = error(&refused);
    assert_eq!((&*code, status), ("AccessDenied", 403));
    assert!(message.starts_with("MultiFactorAuthentication failed"), "{message}");
}

/// Rule C-30: a federated user has what the user has and the session policy allows.
#[test]
fn a_federated_user_has_what_user_and_session_policy_share() {
    let mut sandbox = with_federating_alice();
    let input = json!({ "Name": "Bob", "Policy": allow("s3:GetObject", "arn:aws:s3:::payroll/*") });
    let caller = alice(&sandbox);
    let made = call(&mut sandbox, caller, "sts:GetFederationToken", input);
    let Outcome::Done(output) = &made.outcome else { panic!("{:?}", made.outcome) };
    assert_eq!(output["FederatedUser"]["Arn"], "arn:aws:sts::111122223333:federated-user/Bob");
    assert_eq!(output["FederatedUser"]["FederatedUserId"], "111122223333:Bob");
    let session = Credentials::key(output["Credentials"]["AccessKeyId"].as_str().unwrap());
    let read = ask(&sandbox, &session, "s3:GetObject", PAYROLL_MAY);
    assert_eq!(read.deciding_check().unwrap().verdict.decision, Decision::Allowed);
    let write = ask(&sandbox, &session, "s3:PutObject", PAYROLL_MAY);
    assert_eq!(verdict(&write), (Decision::ImplicitDeny, DecidedBy::Layer(PolicyLayer::Session)));
    // Table B-35: ARN of the federated user, `account:name`, and no user name.
    assert_eq!(value(&read, "aws:principalarn").as_deref(), Some("arn:aws:sts::111122223333:federated-user/Bob"));
    assert_eq!(value(&read, "aws:principaltype").as_deref(), Some("FederatedUser"));
    assert_eq!(value(&read, "aws:userid").as_deref(), Some("111122223333:Bob"));
    assert_eq!(value(&read, "aws:username"), None);
    // What the user loses, the session loses (C-32).
    let deny = json!({ "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*" });
    let_user(&mut sandbox, "alice", &deny);
    let read = ask(&sandbox, &session, "s3:GetObject", PAYROLL_MAY);
    assert_eq!(verdict(&read), (Decision::ExplicitDeny, DecidedBy::Layer(PolicyLayer::Identity)));
}

/// The example of the user guide: without a session policy only a resource policy that names the
/// federated user gives anything.
#[test]
fn a_federated_user_without_a_session_policy_has_what_a_bucket_policy_gives_to_it() {
    let mut sandbox = with_federating_alice();
    let caller = alice(&sandbox);
    let session = session(&mut sandbox, caller, "sts:GetFederationToken", json!({ "Name": "Bob" }));
    let read = ask(&sandbox, &session, "s3:GetObject", PAYROLL_MAY);
    assert_eq!(read.deciding_check().unwrap().verdict.decision, Decision::ImplicitDeny);
    let policy = json!({ "Version": "2012-10-17", "Statement": {
        "Effect": "Allow", "Principal": { "AWS": "arn:aws:sts::111122223333:federated-user/Bob" },
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::payroll/*",
    }});
    build(&mut sandbox, "s3:PutBucketPolicy", json!({ "Bucket": "payroll", "Policy": policy.to_string() }));
    let read = ask(&sandbox, &session, "s3:GetObject", PAYROLL_MAY);
    assert_eq!(verdict(&read), (Decision::Allowed, DecidedBy::Layer(PolicyLayer::Resource)));
}

#[test]
fn federating_needs_permission_on_the_name() {
    let mut sandbox = first();
    let caller = alice(&sandbox);
    let refused = call(&mut sandbox, caller, "sts:GetFederationToken", json!({ "Name": "Bob" }));
    assert_eq!(
        error(&refused).2,
        "User: arn:aws:iam::111122223333:user/alice is not authorized to perform: sts:GetFederationToken on \
         resource: arn:aws:sts::111122223333:federated-user/Bob because no identity-based policy allows the \
         sts:GetFederationToken action"
    );
}

/// Tables F-26 and F-27.
#[test]
fn some_sessions_are_not_taken_for_some_calls_whatever_the_policies_say() {
    let mut sandbox = first();
    let dev = |name: &str| format!("arn:aws:iam::444455556666:{name}");
    let dana = Credentials::Key(key(&sandbox, "dana"));
    // dana is an administrator, so no policy stands in the way.
    let token = session(&mut sandbox, dana.clone(), "sts:GetSessionToken", json!({}));
    let input = json!({ "Name": "Guest", "PolicyArns": [{ "arn": "arn:aws:iam::aws:policy/AdministratorAccess" }] });
    let guest = session(&mut sandbox, dana.clone(), "sts:GetFederationToken", input);
    let trust = json!({ "Version": "2012-10-17", "Statement": {
        "Effect": "Allow", "Principal": { "AWS": "444455556666" }, "Action": "sts:AssumeRole",
    }});
    let input = json!({ "RoleName": "admin", "AssumeRolePolicyDocument": trust.to_string() });
    assert_eq!(call(&mut sandbox, dana.clone(), "iam:CreateRole", input).error(), None);
    let input = json!({ "RoleName": "admin", "PolicyArn": "arn:aws:iam::aws:policy/AdministratorAccess" });
    assert_eq!(call(&mut sandbox, dana.clone(), "iam:AttachRolePolicy", input).error(), None);
    let input = json!({ "RoleArn": dev("role/admin"), "RoleSessionName": "dana" });
    let role = session(&mut sandbox, token.clone(), "sts:AssumeRole", input);
    let invalid = ("InvalidClientTokenId", "The security token included in the request is invalid.");
    let rows = [
        (&token, "iam:CreateUser", Some(invalid)),
        (&token, "sts:AssumeRole", None),
        (&token, "sts:GetCallerIdentity", None),
        (&token, "sts:GetSessionToken", Some(("AccessDenied", "Cannot call GetSessionToken with session credentials"))),
        (&token, "s3:ListAllMyBuckets", None),
        (&guest, "iam:CreateUser", Some(invalid)),
        (&guest, "sts:AssumeRole", Some(("AccessDenied", "Cannot call AssumeRole with session credentials"))),
        (&guest, "sts:GetCallerIdentity", None),
        (&guest, "s3:ListAllMyBuckets", None),
        (&role, "iam:CreateUser", None),
        (&role, "sts:AssumeRole", None),
        (
            &role,
            "sts:GetFederationToken",
            Some(("AccessDenied", "Cannot call GetFederationToken with session credentials")),
        ),
        (&dana, "iam:CreateUser", None),
    ];
    for (credentials, action, refused) in rows {
        let resource = if action == "sts:AssumeRole" { dev("role/admin") } else { "*".to_owned() };
        let answer = ask(&sandbox, credentials, action, &resource);
        let found = answer.error().map(|error| (error.code.to_string(), error.message.clone()));
        assert_eq!(found, refused.map(|(code, message)| (code.to_owned(), message.to_owned())), "{action}");
        assert_eq!(answer.is_allowed(), refused.is_none(), "{action}");
        assert_eq!(answer.checks.is_empty(), refused.is_some(), "no policy is read: {action}");
    }
}

/// Rule C-29, with an inline and with managed session policies; managed ones as they are now (C-32).
#[test]
fn a_role_session_has_what_role_and_session_policies_share() {
    let decide = |input: Value, resource: &str| {
        let mut sandbox = first();
        let mut all = json!({ "RoleArn": EDITOR, "RoleSessionName": "alice" });
        all.as_object_mut().unwrap().extend(input.as_object().unwrap().clone());
        let caller = alice(&sandbox);
        let session = session(&mut sandbox, caller, "sts:AssumeRole", all);
        let answer = ask(&sandbox, &session, "s3:GetObject", resource);
        verdict(&answer)
    };
    let allowed = (Decision::Allowed, DecidedBy::Layer(PolicyLayer::Identity));
    let by_session = (Decision::ImplicitDeny, DecidedBy::Layer(PolicyLayer::Session));
    let by_identity = (Decision::ImplicitDeny, DecidedBy::Layer(PolicyLayer::Identity));
    assert_eq!(decide(json!({}), Q1), allowed);
    assert_eq!(decide(json!({ "Policy": allow("s3:*", "*") }), Q1), allowed);
    assert_eq!(decide(json!({ "Policy": allow("s3:PutObject", "*") }), Q1), by_session);
    assert_eq!(decide(json!({ "PolicyArns": [{ "arn": READ_PAYROLL }] }), Q1), by_session);
    // The role has nothing on payroll, so the session policy gives nothing (C-27).
    assert_eq!(decide(json!({ "PolicyArns": [{ "arn": READ_PAYROLL }] }), PAYROLL_MAY), by_identity);
    let s3 = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";
    assert_eq!(decide(json!({ "PolicyArns": [{ "arn": READ_PAYROLL }, { "arn": s3 }] }), Q1), allowed);
}

/// Rule F-15.
#[test]
fn session_policies_have_their_limits() {
    let mut sandbox = first();
    let mut assume = |input: Value| {
        let mut all = json!({ "RoleArn": EDITOR, "RoleSessionName": "alice" });
        all.as_object_mut().unwrap().extend(input.as_object().unwrap().clone());
        let caller = alice(&first());
        error(&call(&mut sandbox, caller, "sts:AssumeRole", all))
    };
    let eleven = vec![json!({ "arn": READ_PAYROLL }); 11];
    let (code, _, message) = assume(json!({ "PolicyArns": eleven }));
    assert_eq!(code, "ValidationError");
    assert!(message.ends_with("Member must have length less than or equal to 10"), "{message}");
    let (code, status, _) = assume(json!({ "Policy": "{" }));
    assert_eq!((&*code, status), ("MalformedPolicyDocument", 400));
    let long = allow("s3:GetObject", &format!("arn:aws:s3:::payroll/{}", "x".repeat(1_900)));
    let (code, status, _) = assume(json!({ "Policy": long, "PolicyArns": [{ "arn": READ_PAYROLL }] }));
    assert_eq!((&*code, status), ("PackedPolicyTooLarge", 400));
    let nowhere = json!({ "PolicyArns": [{ "arn": "arn:aws:iam::111122223333:policy/Nowhere" }] });
    assert_eq!(assume(nowhere).0, "NoSuchEntity");
}

#[test]
fn sessions_of_every_kind_are_saved_and_replayed() {
    let mut sandbox = with_federating_alice();
    let caller = alice(&sandbox);
    session(&mut sandbox, caller.clone(), "sts:GetSessionToken", json!({}));
    let input = json!({ "Name": "Bob", "Policy": allow("s3:*", "*") });
    session(&mut sandbox, caller.clone(), "sts:GetFederationToken", input);
    session(&mut sandbox, Credentials::Root("111122223333".parse().unwrap()), "sts:GetSessionToken", json!({}));
    session(&mut sandbox, owner(), "sts:GetFederationToken", json!({ "Name": "Guest" }));
    let kinds: Vec<_> = sandbox.keys().filter(|key| key.expires.is_some()).map(|key| (key.kind, key.name)).collect();
    let expected = [
        (KeyKind::SessionToken, "alice".into()),
        (KeyKind::FederatedUser, "alice".into()),
        (KeyKind::SessionToken, "root".into()),
        (KeyKind::FederatedUser, "root".into()),
    ];
    assert_eq!(kinds, expected);
    let text = sandbox.save(Value::Null).to_json();
    let mut save = Save::parse(&text).unwrap();
    assert_eq!(Sandbox::open(&save).world(), sandbox.world());
    assert!(Sandbox::open(&save).can_undo());
    save.events.clear();
    assert_eq!(Sandbox::open(&save).world(), sandbox.world());
    assert!(sandbox.undo() && sandbox.redo());
    assert_eq!(sandbox.save(Value::Null).to_json(), text);
}

/// Temporary credentials hold until they end (id_credentials_temp_control-access_disable-perms), whatever becomes of the
/// key that asked for them, so they are among those that are in use.
#[test]
fn sessions_outlive_a_deleted_key() {
    let mut sandbox = first();
    let alice = key(&sandbox, "alice");
    let input = json!({ "RoleArn": "arn:aws:iam::111122223333:role/report-editor", "RoleSessionName": "ana" });
    call(&mut sandbox, Credentials::Key(alice.clone()), "sts:AssumeRole", input);
    let ana = |sandbox: &Sandbox| sandbox.keys().find(|key| key.session_name.as_deref() == Some("ana"));
    let before = ana(&sandbox).unwrap();
    build(&mut sandbox, "iam:DeleteAccessKey", json!({ "UserName": "alice", "AccessKeyId": alice }));
    assert_eq!(ana(&sandbox).map(|key| key.access_key_id), Some(before.access_key_id.clone()));
    let identity = call(&mut sandbox, Credentials::Key(before.access_key_id), "sts:GetCallerIdentity", json!({}));
    assert!(identity.is_allowed());
}
