//! The front door on the first world: what the first minute shows, as calls and answers.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test program: a panic is how it reports")]

#[path = "api/account_details.rs"]
mod account_details;
#[path = "api/activity.rs"]
mod activity;
#[path = "api/applications.rs"]
mod applications;
#[path = "api/audit.rs"]
mod audit;
#[path = "api/billing.rs"]
mod billing;
#[path = "api/boundaries.rs"]
mod boundaries;
#[path = "api/buckets.rs"]
mod buckets;
#[path = "api/callers.rs"]
mod callers;
#[path = "api/cells.rs"]
mod cells;
#[path = "api/chains.rs"]
mod chains;
#[path = "api/difference.rs"]
mod difference;
#[path = "api/encoded.rs"]
mod encoded;
#[path = "api/encryption.rs"]
mod encryption;
#[path = "api/endpoints.rs"]
mod endpoints;
#[path = "api/explained.rs"]
mod explained;
#[path = "api/federation.rs"]
mod federation;
#[path = "api/grants.rs"]
mod grants;
#[path = "api/identities.rs"]
mod identities;
#[path = "api/identity_center.rs"]
mod identity_center;
#[path = "api/identity_pools.rs"]
mod identity_pools;
#[path = "api/instances.rs"]
mod instances;
#[path = "api/items.rs"]
mod items;
#[path = "api/keys.rs"]
mod keys;
#[path = "api/messages.rs"]
mod messages;
#[path = "api/organizations.rs"]
mod organizations;
#[path = "api/paging.rs"]
mod paging;
#[path = "api/propagation.rs"]
mod propagation;
#[path = "api/quotas.rs"]
mod quotas;
#[path = "api/resources.rs"]
mod resources;
#[path = "api/roles_anywhere.rs"]
mod roles_anywhere;
#[path = "api/root_sessions.rs"]
mod root_sessions;
#[path = "api/saves.rs"]
mod saves;
#[path = "api/sessions.rs"]
mod sessions;
#[path = "api/sign_in.rs"]
mod sign_in;
#[path = "api/signed.rs"]
mod signed;
#[path = "api/tags.rs"]
mod tags;
#[path = "api/trails.rs"]
mod trails;
#[path = "api/unmodelled.rs"]
mod unmodelled;
#[path = "api/words.rs"]
mod words;

use iam_sandbox::analysis::{Change, flips};
use iam_sandbox::api::{Answer, ApiCall, Credentials, Outcome, Question, Sandbox, Save, SaveError, Scenario};
use iam_sandbox::authz::Environment;
use iam_sandbox::eval::{DecidedBy, Decision, PolicyLayer, Station, StationOutcome};
use serde_json::{Value, json};

const PAYROLL_MAY: &str = "arn:aws:s3:::payroll/may.csv";
const EDITOR: &str = "arn:aws:iam::111122223333:role/report-editor";

fn first() -> Sandbox {
    Sandbox::new(Scenario::first())
}

fn key(sandbox: &Sandbox, name: &str) -> Box<str> {
    sandbox.keys().find(|key| &*key.name == name).unwrap().access_key_id
}

fn preview(sandbox: &Sandbox, who: &str, action: &str, resource: &str) -> Answer {
    sandbox.preview(&Question::new(Credentials::Key(key(sandbox, who)), action, resource))
}

fn call(sandbox: &mut Sandbox, credentials: Credentials, operation: &str, input: Value) -> Answer {
    let environment = Environment::default();
    sandbox.call(ApiCall { credentials, operation: operation.into(), input, environment }).clone()
}

/// Lets the owner build; a failure is the test's.
#[track_caller]
fn build(sandbox: &mut Sandbox, operation: &str, input: Value) -> Value {
    match call(sandbox, owner(), operation, input).outcome {
        Outcome::Done(output) => output,
        outcome => panic!("{operation}: {outcome:?}"),
    }
}

/// Puts an inline policy with one statement on a user.
#[track_caller]
fn let_user(sandbox: &mut Sandbox, user: &str, statement: &Value) {
    let document = json!({ "Version": "2012-10-17", "Statement": statement }).to_string();
    let input = json!({ "UserName": user, "PolicyName": "Test", "PolicyDocument": document });
    build(sandbox, "iam:PutUserPolicy", input);
}

fn verdict(answer: &Answer) -> (Decision, DecidedBy) {
    let verdict = answer.deciding_check().unwrap().verdict;
    (verdict.decision, verdict.decided_by)
}

/// Code, status and message of the error.
#[track_caller]
fn error(answer: &Answer) -> (String, u16, String) {
    let error = answer.error().unwrap();
    (error.code.to_string(), error.status, error.message.clone())
}

fn owner() -> Credentials {
    Credentials::Owner("111122223333".parse().unwrap())
}

fn assume(sandbox: &mut Sandbox, who: &str, seconds: u32) -> Answer {
    let credentials = Credentials::Key(key(sandbox, who));
    let input = json!({ "RoleArn": EDITOR, "RoleSessionName": "alice", "DurationSeconds": seconds });
    call(sandbox, credentials, "sts:AssumeRole", input)
}

#[test]
fn alice_has_no_policy_so_nothing_allows_her_request() {
    let answer = preview(&first(), "alice", "s3:GetObject", PAYROLL_MAY);
    let check = answer.deciding_check().unwrap();
    assert_eq!(check.verdict.decision, Decision::ImplicitDeny);
    assert_eq!(check.verdict.decided_by, DecidedBy::Layer(PolicyLayer::Identity));
    assert_eq!(check.trace.station(Station::Identity).unwrap().0, StationOutcome::Stopped);
    assert_eq!(check.trace.station(Station::PermissionsBoundary).unwrap().0, StationOutcome::NotReached);
    let error = answer.error().unwrap();
    assert_eq!((&*error.code, error.status), ("AccessDenied", 403));
    assert_eq!(
        error.message,
        "User: arn:aws:iam::111122223333:user/alice is not authorized to perform: s3:GetObject on resource: \
         \"arn:aws:s3:::payroll/may.csv\" because no identity-based policy allows the s3:GetObject action"
    );
}

#[test]
fn bob_reads_through_his_group() {
    let answer = preview(&first(), "bob", "s3:GetObject", PAYROLL_MAY);
    assert!(answer.is_allowed());
    assert_eq!(answer.deciding_check().unwrap().verdict.decided_by, DecidedBy::Layer(PolicyLayer::Identity));
}

#[test]
fn an_administrator_of_another_account_is_not_let_in() {
    let answer = preview(&first(), "dana", "s3:GetObject", PAYROLL_MAY);
    let verdict = answer.deciding_check().unwrap().verdict;
    assert_eq!(
        (verdict.decision, verdict.decided_by),
        (Decision::ImplicitDeny, DecidedBy::Layer(PolicyLayer::Resource))
    );
}

#[test]
fn three_changes_would_let_alice_read_and_each_is_proven() {
    let sandbox = first();
    let question = Question::new(Credentials::Key(key(&sandbox, "alice")), "s3:GetObject", PAYROLL_MAY);
    let found = flips(&sandbox, &question);
    let changes: Vec<_> = found.iter().map(|flip| flip.change.clone()).collect();
    let expected = [
        Change::JoinGroup { user: "alice".into(), group: "Readers".into() },
        Change::IdentityStatement { holder: "alice".into(), resource: PAYROLL_MAY.into() },
        Change::ResourceStatement { owner: "payroll".into(), named: "alice".into() },
    ];
    assert_eq!(changes, expected);
    for flip in &found {
        let mut fork = sandbox.clone();
        assert!(fork.call(flip.call.clone()).error().is_none());
        assert!(fork.preview(&question).is_allowed(), "{:?}", flip.change);
    }
    // Readers may also read any other object of payroll and list the bucket; the narrow ones open nothing else.
    let also: Vec<_> = found.iter().map(|flip| flip.also.len()).collect();
    assert_eq!(also, [2, 0, 0]);
}

#[test]
fn across_accounts_the_owner_of_the_bucket_can_let_an_administrator_in() {
    let sandbox = first();
    let question = Question::new(Credentials::Key(key(&sandbox, "dana")), "s3:GetObject", PAYROLL_MAY);
    let changes: Vec<_> = flips(&sandbox, &question).into_iter().map(|flip| flip.change).collect();
    assert_eq!(changes, [Change::ResourceStatement { owner: "payroll".into(), named: "dana".into() }]);
}

#[test]
fn where_both_accounts_are_silent_two_changes_help_together() {
    let mut sandbox = first();
    let question =
        Question::new(Credentials::Key(key(&sandbox, "alice")), "s3:GetObject", "arn:aws:s3:::dev-scratch/notes.txt");
    let found = flips(&sandbox, &question);
    let of_caller = Change::IdentityStatement { holder: "alice".into(), resource: question.resource.clone() };
    let of_resource = Change::ResourceStatement { owner: "dev-scratch".into(), named: "alice".into() };
    let changes: Vec<_> = found.iter().map(|flip| (flip.change.clone(), flip.together.clone())).collect();
    assert_eq!(changes, [(of_caller.clone(), Some(of_resource.clone())), (of_resource.clone(), Some(of_caller))]);
    assert_ne!(found[0].account, found[1].account);

    assert!(sandbox.call(found[0].call.clone()).error().is_none());
    assert!(!sandbox.preview(&question).is_allowed(), "one is not enough");
    // What is left is a single change.
    let left: Vec<_> = flips(&sandbox, &question).into_iter().map(|flip| (flip.change, flip.together)).collect();
    assert_eq!(left, [(of_resource, None)]);
    assert!(sandbox.call(found[1].call.clone()).error().is_none());
    assert!(sandbox.preview(&question).is_allowed());
}

#[test]
fn a_deny_has_no_flip() {
    let mut sandbox = first();
    let deny = r#"{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"s3:*","Resource":"*"}}"#;
    let input = json!({ "UserName": "alice", "PolicyName": "NoS3", "PolicyDocument": deny });
    call(&mut sandbox, owner(), "iam:PutUserPolicy", input);
    let question = Question::new(Credentials::Key(key(&sandbox, "alice")), "s3:GetObject", PAYROLL_MAY);
    assert_eq!(sandbox.preview(&question).deciding_check().unwrap().verdict.decision, Decision::ExplicitDeny);
    assert!(flips(&sandbox, &question).is_empty());
}

#[test]
fn a_role_is_assumed_from_a_home_address_outside_aws() {
    let mut sandbox = first();
    assert_eq!(&*Environment::default().source_ip, "203.0.113.9");
    let answer = assume(&mut sandbox, "alice", 900);
    let Outcome::Done(output) = &answer.outcome else { panic!("{:?}", answer.outcome) };
    assert_eq!(output["AssumedRoleUser"]["Arn"], "arn:aws:sts::111122223333:assumed-role/report-editor/alice");
    // The trust policy names alice herself, so she needs no policy of her own (C-37).
    let check = answer.deciding_check().unwrap();
    assert_eq!(check.verdict.decided_by, DecidedBy::Layer(PolicyLayer::Resource));
    let write = preview(&sandbox, "report-editor", "s3:PutObject", "arn:aws:s3:::reports-prod/q3.csv");
    assert!(write.is_allowed());
    let read = preview(&sandbox, "report-editor", "s3:GetObject", PAYROLL_MAY);
    assert!(!read.is_allowed());
}

#[test]
fn bob_is_not_in_the_trust_policy() {
    let answer = assume(&mut first(), "bob", 900);
    let message = &answer.error().unwrap().message;
    assert!(message.ends_with("because no role trust policy allows the sts:AssumeRole action"), "{message}");
}

#[test]
fn a_session_ends_at_its_time_and_not_a_second_before() {
    let mut sandbox = first();
    assume(&mut sandbox, "alice", 900);
    let ends = sandbox.next_event().unwrap();
    assert_eq!(ends.to_string(), "2026-11-21T10:17:00Z");
    let left = u32::try_from(ends.epoch_seconds() - sandbox.now().epoch_seconds()).unwrap();
    sandbox.advance_clock(left - 1);
    let write = |sandbox: &Sandbox| preview(sandbox, "report-editor", "s3:PutObject", "arn:aws:s3:::reports-prod/x");
    assert!(write(&sandbox).is_allowed());
    sandbox.advance_clock(1);
    let answer = write(&sandbox);
    assert!(answer.checks.is_empty(), "no policy is read for an expired token");
    assert_eq!(answer.error().unwrap().code, "ExpiredToken");
    assert_eq!(sandbox.next_event(), None);
}

#[test]
fn a_session_may_not_be_longer_than_the_role_allows_or_shorter_than_fifteen_minutes() {
    let mut sandbox = first();
    let message = |answer: Answer| answer.error().unwrap().message.clone();
    assert_eq!(
        message(assume(&mut sandbox, "alice", 3_601)),
        "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."
    );
    assert!(message(assume(&mut sandbox, "alice", 899)).contains("greater than or equal to 900"));
}

#[test]
fn a_failed_call_changes_nothing_but_the_time() {
    let mut sandbox = first();
    let before = sandbox.world().clone();
    let calls = [
        (owner(), "iam:CreateUser", json!({ "UserName": "ALICE" })),
        (owner(), "iam:AddUserToGroup", json!({ "GroupName": "Nobody", "UserName": "alice" })),
        (owner(), "iam:PutUserPolicy", json!({ "UserName": "alice", "PolicyName": "x", "PolicyDocument": "{" })),
        (owner(), "iam:AttachUserPolicy", json!({ "UserName": "alice", "PolicyArn": "arn:aws:iam::aws:policy/Nope" })),
        (owner(), "iam:CreateUser", json!({ "Name": 1 })),
        (owner(), "nothing:AtAll", json!(null)),
        (Credentials::Key(key(&sandbox, "alice")), "iam:CreateUser", json!({ "UserName": "eve" })),
        (Credentials::Key("AKIANOBODY".into()), "iam:CreateUser", json!({ "UserName": "eve" })),
    ];
    let expected = [
        "EntityAlreadyExists",
        "NoSuchEntity",
        "MalformedPolicyDocument",
        "NoSuchEntity",
        "ValidationError",
        "InvalidAction",
        "AccessDenied",
        "InvalidClientTokenId",
    ];
    for ((credentials, operation, input), code) in calls.into_iter().zip(expected) {
        let answer = call(&mut sandbox, credentials, operation, input);
        assert_eq!(answer.error().unwrap().code, code, "{operation}");
        assert_eq!(*sandbox.world(), before, "{operation}");
    }
    assert!(!sandbox.can_undo());
}

#[test]
fn undo_takes_back_the_last_change_and_redo_brings_it_again() {
    let mut sandbox = first();
    let start = (sandbox.world().clone(), sandbox.now());
    call(&mut sandbox, owner(), "iam:AddUserToGroup", json!({ "GroupName": "Readers", "UserName": "alice" }));
    let question = Question::new(Credentials::Key(key(&sandbox, "alice")), "s3:GetObject", PAYROLL_MAY);
    assert!(sandbox.ask(question).is_allowed());
    let end = (sandbox.world().clone(), sandbox.now());
    assert!(sandbox.undo());
    assert_eq!((sandbox.world().clone(), sandbox.now()), start);
    assert!(sandbox.redo());
    assert_eq!((sandbox.world().clone(), sandbox.now()), end);
    assert_eq!(sandbox.steps().len(), 2);
    assert!(!sandbox.redo());
}

#[test]
fn a_save_opens_as_it_was_with_its_history() {
    let mut sandbox = first();
    assume(&mut sandbox, "alice", 900);
    sandbox.advance_clock(60);
    let text = sandbox.save(json!({ "open": 5 })).to_json();
    let save = Save::parse(&text).unwrap();
    let mut opened = Sandbox::open(&save);
    assert_eq!(opened.world(), sandbox.world());
    assert_eq!(opened.now(), sandbox.now());
    assert_eq!(opened.save(json!({ "open": 5 })).to_json(), text);
    assert!(opened.undo() && opened.undo() && !opened.undo());
    assert_eq!(*opened.world(), *first().world());
}

#[test]
fn a_save_whose_history_does_not_lead_to_its_world_keeps_the_world() {
    let mut sandbox = first();
    call(&mut sandbox, owner(), "iam:AddUserToGroup", json!({ "GroupName": "Readers", "UserName": "alice" }));
    let mut save = sandbox.save(Value::Null);
    save.events.clear();
    let opened = Sandbox::open(&save);
    assert_eq!(opened.world(), sandbox.world());
    assert!(!opened.can_undo());
}

#[test]
fn a_broken_save_says_so() {
    assert!(matches!(Save::parse("{"), Err(SaveError::Shape(_))));
    assert!(matches!(Save::parse("{}"), Err(SaveError::Shape(_))));
    assert!(matches!(Save::parse(r#"{"format": 99}"#), Err(SaveError::Newer(99))));
    let text = first().save(Value::Null).to_json().replace("s3:GetObject", "");
    assert!(matches!(Save::parse(&text), Err(SaveError::Shape(_))));
}

/// Rule E-20: all but those that are for service-linked roles.
#[test]
fn every_core_managed_policy_can_be_attached() {
    let mut sandbox = first();
    let policies = iam_sandbox::catalog::managed_policies();
    assert_eq!(policies.len(), 80);
    for policy in policies {
        let input = json!({ "UserName": "alice", "PolicyArn": policy.arn });
        let answer = call(&mut sandbox, owner(), "iam:AttachUserPolicy", input.clone());
        let is_of_service = policy.arn.resource().starts_with("policy/aws-service-role/");
        let refused = is_of_service.then_some("PolicyNotAttachable");
        assert_eq!(answer.error().map(|error| &*error.code), refused, "{}", policy.name);
        call(&mut sandbox, owner(), "iam:DetachUserPolicy", input);
    }
}

/// Repeats a call of the owner until it fails, and tells how often it succeeded and the error.
fn repeat(operation: &str, input: impl Fn(usize) -> Value) -> (usize, String) {
    let mut sandbox = first();
    let mut n_done = 0;
    loop {
        let answer = call(&mut sandbox, owner(), operation, input(n_done));
        match answer.error() {
            Some(error) => return (n_done, error.code.to_string()),
            None => n_done += 1,
        }
        assert!(n_done < 1_000, "{operation} has no limit");
    }
}

#[test]
fn quotas_end_what_can_be_added() {
    let limit = |n| (n, "LimitExceeded".to_owned());
    // alice has one key already.
    assert_eq!(repeat("iam:CreateAccessKey", |_| json!({ "UserName": "alice" })), limit(1));
    let policies = iam_sandbox::catalog::managed_policies();
    let attach = |n: usize| json!({ "UserName": "alice", "PolicyArn": policies[n].arn });
    assert_eq!(repeat("iam:AttachUserPolicy", attach), limit(10));
    let text = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}"#;
    let version = |_| json!({ "PolicyArn": "arn:aws:iam::111122223333:policy/ReadPayroll", "PolicyDocument": text });
    // The policy has one version already, and five is the most.
    assert_eq!(repeat("iam:CreatePolicyVersion", version), limit(4));
    // White space does not count: 86 characters each, 2,048 for all inline policies of a user.
    let spaced = text.replace(',', ",\n        ");
    assert_eq!(text.len(), 86);
    let inline = |n: usize| json!({ "UserName": "alice", "PolicyName": format!("p{n}"), "PolicyDocument": spaced });
    assert_eq!(repeat("iam:PutUserPolicy", inline), limit(23));
}

#[test]
fn a_trust_policy_speaks_of_sts_alone() {
    let trust = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"s3:GetObject"}}"#;
    let input = json!({ "RoleName": "report-editor", "PolicyDocument": trust });
    let answer = call(&mut first(), owner(), "iam:UpdateAssumeRolePolicy", input);
    assert_eq!(answer.error().unwrap().code, "MalformedPolicyDocument");
}

#[test]
fn no_statement_is_offered_for_an_action_that_cannot_be_about_the_resource() {
    let sandbox = first();
    let alice = key(&sandbox, "alice");
    let pairs = [
        ("ec2:RunInstances", PAYROLL_MAY),
        ("s3:GetObject", "arn:aws:s3:::payroll"),
        ("s3:ListBucket", PAYROLL_MAY),
        ("s3:GetObject", "*"),
    ];
    for (action, resource) in pairs {
        assert_eq!(
            flips(&sandbox, &Question::new(Credentials::key(&alice), action, resource)),
            [],
            "{action} {resource}"
        );
    }
}

#[test]
fn s3_tells_callers_of_other_accounts_nothing() {
    let answer = preview(&first(), "dana", "s3:GetObject", PAYROLL_MAY);
    assert_eq!(answer.error().unwrap().message, "Access Denied");
}

#[test]
fn a_mistyped_trust_policy_is_refused_in_aws_s_words() {
    let trust = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:user/nobody"},"Action":"sts:AssumeRole"}}"#;
    let input = json!({ "RoleName": "report-editor", "PolicyDocument": trust });
    let answer = call(&mut first(), owner(), "iam:UpdateAssumeRolePolicy", input);
    let error = answer.error().unwrap();
    assert_eq!(error.code, "MalformedPolicyDocument");
    assert_eq!(error.message, "Invalid principal in policy: \"AWS\":\"arn:aws:iam::111122223333:user/nobody\"");
}
