//! Changes on their way: rules I-1 and I-2, by the setting of rule I-8.

use super::{EDITOR, PAYROLL_MAY, build, call, first, key, let_user};
use iam_sandbox::analysis::flips;
use iam_sandbox::api::{Credentials, Question, Sandbox, Save, Settling, Upcoming, UpcomingKind};
use iam_sandbox::text::{Language, explain};
use iam_sandbox::world::{Entity, EntityChange};
use serde_json::{Value, json};

const DELAY: u32 = 30;

fn delayed() -> Sandbox {
    let mut sandbox = first();
    sandbox.set_propagation_delay(DELAY);
    sandbox
}

fn question(sandbox: &Sandbox) -> Question {
    Question::new(Credentials::Key(key(sandbox, "alice")), "s3:GetObject", PAYROLL_MAY)
}

fn let_alice_read(sandbox: &mut Sandbox) {
    let_user(sandbox, "alice", &json!({ "Effect": "Allow", "Action": "s3:GetObject", "Resource": PAYROLL_MAY }));
}

/// "Access denied right after": a new policy is stored at once, and seen after the delay.
#[test]
fn a_new_policy_is_there_at_once_and_works_later() {
    let mut sandbox = delayed();
    let changed = sandbox.now();
    let_alice_read(&mut sandbox);
    let listed = build(&mut sandbox, "iam:ListUserPolicies", json!({ "UserName": "alice" }));
    assert_eq!(listed["PolicyNames"], json!(["Test"]), "the control plane answers at once");
    let answer = sandbox.preview(&question(&sandbox));
    assert!(!answer.is_allowed());
    let visible = changed.plus_seconds(i64::from(DELAY));
    assert_eq!(answer.settling, Some(Settling { is_allowed: true, at: visible }));
    sandbox.advance_clock(DELAY - 3);
    assert_eq!(sandbox.now(), visible.plus_seconds(-1));
    assert!(!sandbox.preview(&question(&sandbox)).is_allowed());
    sandbox.advance_clock(1);
    let answer = sandbox.preview(&question(&sandbox));
    assert!(answer.is_allowed());
    assert_eq!(answer.settling, None);
    assert!(sandbox.in_flight().is_empty());
}

/// The clock can be moved to when a change is seen; before and after it, nothing is ahead in this world.
#[test]
fn what_comes_next_is_that_the_change_is_seen() {
    let mut sandbox = delayed();
    assert_eq!(sandbox.upcoming(), None);
    let at = sandbox.now().plus_seconds(i64::from(DELAY));
    let_alice_read(&mut sandbox);
    assert_eq!(sandbox.upcoming(), Some(Upcoming { at, kind: UpcomingKind::ChangesSeen }));
    sandbox.advance_clock(DELAY);
    assert_eq!(sandbox.upcoming(), None);
}

/// Removing works as late as granting does.
#[test]
fn a_policy_that_was_taken_away_works_on_for_a_while() {
    let mut sandbox = first();
    let_alice_read(&mut sandbox);
    sandbox.set_propagation_delay(DELAY);
    sandbox.advance_clock(DELAY);
    build(&mut sandbox, "iam:DeleteUserPolicy", json!({ "UserName": "alice", "PolicyName": "Test" }));
    let answer = sandbox.preview(&question(&sandbox));
    assert!(answer.is_allowed());
    assert!(!answer.settling.unwrap().is_allowed);
    sandbox.advance_clock(DELAY);
    assert!(!sandbox.preview(&question(&sandbox)).is_allowed());
}

/// Rule I-2: a role that was just made cannot be assumed yet.
#[test]
fn a_new_role_is_not_yet_assumable() {
    let mut sandbox = delayed();
    let statement = json!({
        "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:user/alice" }, "Action": "sts:AssumeRole",
    });
    let document = json!({ "Version": "2012-10-17", "Statement": statement }).to_string();
    let role =
        build(&mut sandbox, "iam:CreateRole", json!({ "RoleName": "fresh", "AssumeRolePolicyDocument": document }));
    let assume = |sandbox: &mut Sandbox| {
        let alice = Credentials::Key(key(sandbox, "alice"));
        let input = json!({ "RoleArn": role["Role"]["Arn"], "RoleSessionName": "alice" });
        call(sandbox, alice, "sts:AssumeRole", input).error().map(|error| error.code.to_string())
    };
    assert_eq!(assume(&mut sandbox).as_deref(), Some("AccessDenied"));
    sandbox.advance_clock(DELAY);
    assert_eq!(assume(&mut sandbox), None);
}

/// Buckets are not IAM's, and the sessions of a role are known where they are made.
#[test]
fn bucket_policies_and_sessions_are_seen_at_once() {
    let mut sandbox = delayed();
    let statement = json!({
        "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:user/alice" },
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::payroll/*",
    });
    let policy = json!({ "Version": "2012-10-17", "Statement": statement }).to_string();
    build(&mut sandbox, "s3:PutBucketPolicy", json!({ "Bucket": "payroll", "Policy": policy }));
    assert!(sandbox.preview(&question(&sandbox)).is_allowed());
    let alice = Credentials::Key(key(&sandbox, "alice"));
    let made = call(&mut sandbox, alice, "sts:AssumeRole", json!({ "RoleArn": EDITOR, "RoleSessionName": "alice" }));
    let iam_sandbox::api::Outcome::Done(output) = &made.outcome else { panic!("{made:?}") };
    let session = Credentials::key(output["Credentials"]["AccessKeyId"].as_str().unwrap());
    let answer = sandbox.preview(&Question::new(session, "s3:GetObject", "arn:aws:s3:::reports-prod/q1.csv"));
    assert!(answer.is_allowed());
}

#[test]
fn what_is_on_its_way_can_be_told_at_every_moment() {
    let mut sandbox = delayed();
    let start = sandbox.now();
    let_alice_read(&mut sandbox);
    build(&mut sandbox, "iam:CreateUser", json!({ "UserName": "erin" }));
    let account = "111122223333".parse().unwrap();
    let told = |sandbox: &Sandbox, seconds| -> Vec<(Entity, EntityChange)> {
        let found = sandbox.in_flight_at(start.plus_seconds(seconds)).into_iter();
        found.map(|change| (change.difference.entity, change.difference.change)).collect()
    };
    let policy = (Entity::User(account, "alice".into()), EntityChange::Changed(vec!["policies".into()]));
    let erin = (Entity::User(account, "erin".into()), EntityChange::Added);
    sandbox.advance_clock(2 * DELAY);
    assert_eq!(told(&sandbox, 0), std::slice::from_ref(&policy));
    assert_eq!(told(&sandbox, 1), [policy.clone(), erin.clone()]);
    assert_eq!(told(&sandbox, i64::from(DELAY) - 1), [policy, erin.clone()]);
    assert_eq!(told(&sandbox, i64::from(DELAY)), [erin]);
    assert_eq!(told(&sandbox, i64::from(DELAY) + 1), []);
}

#[test]
fn the_answer_says_in_both_languages_when_it_will_be_another() {
    let mut sandbox = delayed();
    let_alice_read(&mut sandbox);
    let answer = sandbox.preview(&question(&sandbox));
    let english = explain(&answer, sandbox.world(), Language::English).sentence;
    assert!(english.ends_with("A change is on its way: from 10:02:30 on the same request is allowed."), "{english}");
    let spanish = explain(&answer, sandbox.world(), Language::Spanish).sentence;
    assert!(
        spanish.ends_with("Hay un cambio en camino: desde las 10:02:30 se permite la misma petición."),
        "{spanish}"
    );
}

/// Flips tell what would help, not how long it takes.
#[test]
fn flips_are_proven_as_if_all_were_seen_at_once() {
    let sandbox = delayed();
    assert_eq!(flips(&sandbox, &question(&sandbox)).len(), flips(&first(), &question(&first())).len());
}

#[test]
fn the_setting_is_an_event_that_is_undone_and_played_again() {
    let mut sandbox = delayed();
    assert_eq!(sandbox.world().propagation_seconds(), DELAY);
    let_alice_read(&mut sandbox);
    let saved = sandbox.save(Value::Null).to_json();
    let opened = Sandbox::open(&Save::parse(&saved).unwrap());
    assert_eq!(opened.steps().len(), 2);
    assert_eq!(opened.in_flight(), sandbox.in_flight());
    assert!(sandbox.undo() && sandbox.undo());
    assert_eq!(sandbox.world().propagation_seconds(), 0);
    assert!(sandbox.redo());
    assert_eq!(sandbox.world().propagation_seconds(), DELAY);
}
