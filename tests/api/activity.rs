//! What was used when: rules E-12, E-26, E-33 to E-35, and how it goes with undo and saves.

use super::{build, call, error, first, key, owner};
use data_encoding::BASE64;
use iam_sandbox::api::{Credentials, Outcome, Sandbox, Save};
use serde_json::{Value, json};

const HOUR: u32 = 3_600;

fn bob(sandbox: &Sandbox) -> Credentials {
    Credentials::Key(key(sandbox, "bob"))
}

fn list_buckets(sandbox: &mut Sandbox) {
    let credentials = bob(sandbox);
    call(sandbox, credentials, "s3:ListBuckets", json!({}));
}

fn last_used(sandbox: &mut Sandbox) -> Value {
    let id = key(sandbox, "bob");
    build(sandbox, "iam:GetAccessKeyLastUsed", json!({ "AccessKeyId": id }))["AccessKeyLastUsed"].clone()
}

fn report(sandbox: &mut Sandbox) -> Vec<Vec<String>> {
    let answered = build(sandbox, "iam:GetCredentialReport", json!({}));
    let bytes = BASE64.decode(answered["Content"].as_str().unwrap().as_bytes()).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

/// Rule E-35: attempts count, also denied ones; and a read is no change that undo would go back to.
#[test]
fn a_refused_read_is_a_use_and_no_change() {
    let mut sandbox = first();
    list_buckets(&mut sandbox);
    assert!(!sandbox.can_undo());
    assert_eq!(sandbox.steps()[0].answer.as_ref().unwrap().error().unwrap().code, "AccessDenied");
    let used = last_used(&mut sandbox);
    assert_eq!(used, json!({ "LastUsedDate": "2026-11-21T10:02:00Z", "ServiceName": "s3", "Region": "us-east-1" }));
}

#[test]
fn undo_takes_uses_back_and_redo_brings_them_again() {
    let mut sandbox = first();
    build(&mut sandbox, "iam:CreateUser", json!({ "UserName": "erin" }));
    list_buckets(&mut sandbox);
    let after = sandbox.activity().clone();
    assert!(sandbox.undo());
    assert!(sandbox.activity().is_empty());
    assert!(sandbox.redo());
    assert_eq!(*sandbox.activity(), after);
}

#[test]
fn a_save_keeps_uses_also_where_its_history_is_not_played_again() {
    let mut sandbox = first();
    list_buckets(&mut sandbox);
    let text = sandbox.save(Value::Null).to_json();
    let opened = Sandbox::open(&Save::parse(&text).unwrap());
    assert_eq!(opened.activity(), sandbox.activity());
    let mut of_other_version = Save::parse(&text).unwrap();
    of_other_version.engine = "0".into();
    let opened = Sandbox::open(&of_other_version);
    assert!(opened.steps().is_empty());
    assert_eq!(opened.activity(), sandbox.activity());
}

/// Rule E-34: the columns in order, the root user first.
#[test]
fn the_credential_report_has_a_line_for_each_user() {
    let mut sandbox = first();
    list_buckets(&mut sandbox);
    build(&mut sandbox, "iam:GenerateCredentialReport", json!({}));
    let lines = report(&mut sandbox);
    let columns = "user, arn, user_creation_time, password_enabled, password_last_used, password_last_changed, \
                   password_next_rotation, mfa_active, access_key_1_active, access_key_1_last_rotated, \
                   access_key_1_last_used_date, access_key_1_last_used_region, access_key_1_last_used_service, \
                   access_key_2_active, access_key_2_last_rotated, access_key_2_last_used_date, \
                   access_key_2_last_used_region, access_key_2_last_used_service, cert_1_active, \
                   cert_1_last_rotated, cert_2_active, cert_2_last_rotated";
    assert_eq!(lines[0], columns.split(", ").collect::<Vec<_>>());
    let who: Vec<_> = lines[1..].iter().map(|line| line[0].as_str()).collect();
    assert_eq!(who, ["<root_account>", "alice", "bob"]);
    assert_eq!(lines[1][1], "arn:aws:iam::111122223333:root");
    assert_eq!(lines[1][3], "not_supported");
    let [alice, bob] = [&lines[2], &lines[3]];
    assert_eq!(bob[2], "2026-11-20T09:00:00+00:00");
    assert_eq!(bob[8..13], ["true", "2026-11-20T09:00:00+00:00", "2026-11-21T10:02:00+00:00", "us-east-1", "s3"]);
    assert_eq!(alice[10..13], ["N/A", "N/A", "N/A"]);
    assert_eq!(bob[13..18], ["false", "N/A", "N/A", "N/A", "N/A"]);
}

/// Rule E-34: when the password was set, and by the account's policy must be replaced; never used is no information.
#[test]
fn the_credential_report_tells_how_old_passwords_are() {
    let mut sandbox = first();
    build(&mut sandbox, "iam:CreateLoginProfile", json!({ "UserName": "bob", "Password": "Correct-Horse-9" }));
    build(&mut sandbox, "iam:UpdateAccountPasswordPolicy", json!({ "MaxPasswordAge": 90 }));
    build(&mut sandbox, "iam:GenerateCredentialReport", json!({}));
    let lines = report(&mut sandbox);
    assert_eq!(lines[3][3..7], ["true", "no_information", "2026-11-21T10:02:00+00:00", "2027-02-19T10:02:00+00:00"]);
    assert_eq!(lines[2][3..7], ["false", "N/A", "N/A", "N/A"]);
}

/// Rule E-33: a new report at most every four hours; after that the old one has expired.
#[test]
fn a_credential_report_stands_for_four_hours() {
    let mut sandbox = first();
    build(&mut sandbox, "iam:GenerateCredentialReport", json!({}));
    build(&mut sandbox, "iam:CreateUser", json!({ "UserName": "erin" }));
    sandbox.advance_clock(3 * HOUR);
    assert_eq!(build(&mut sandbox, "iam:GenerateCredentialReport", json!({}))["State"], "COMPLETE");
    assert_eq!(report(&mut sandbox).len(), 4, "without erin");
    sandbox.advance_clock(HOUR);
    let expired = call(&mut sandbox, owner(), "iam:GetCredentialReport", json!({}));
    let (code, status, _) = error(&expired);
    assert_eq!((&*code, status), ("ReportExpired", 410));
    assert_eq!(build(&mut sandbox, "iam:GenerateCredentialReport", json!({}))["State"], "STARTED");
    assert_eq!(report(&mut sandbox).len(), 5, "with erin");
}

/// Rule E-35: for a policy and a group, the users and roles that they reach count.
#[test]
fn of_a_policy_and_a_group_those_under_it_are_counted() {
    let mut sandbox = first();
    let credentials = bob(&sandbox);
    call(&mut sandbox, credentials, "s3:GetObject", json!({ "Bucket": "payroll", "Key": "may.csv" }));
    for arn in ["arn:aws:iam::111122223333:policy/ReadPayroll", "arn:aws:iam::111122223333:group/Readers"] {
        let made = build(&mut sandbox, "iam:GenerateServiceLastAccessedDetails", json!({ "Arn": arn }));
        // What happens later does not change the report.
        list_buckets(&mut sandbox);
        let answered = build(&mut sandbox, "iam:GetServiceLastAccessedDetails", json!({ "JobId": made["JobId"] }));
        let lines = answered["ServicesLastAccessed"].as_array().unwrap();
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert_eq!((&lines[0]["ServiceNamespace"], &lines[0]["TotalAuthenticatedEntities"]), (&json!("s3"), &json!(1)));
        assert_eq!(lines[0]["LastAuthenticatedEntity"], "arn:aws:iam::111122223333:user/bob");
    }
}

#[test]
fn reports_of_other_accounts_are_not_shown() {
    let mut sandbox = first();
    let arn = "arn:aws:iam::111122223333:user/bob";
    let made = build(&mut sandbox, "iam:GenerateServiceLastAccessedDetails", json!({ "Arn": arn }));
    let dana = Credentials::Key(key(&sandbox, "dana"));
    let input = json!({ "JobId": made["JobId"] });
    let answer = call(&mut sandbox, dana.clone(), "iam:GetServiceLastAccessedDetails", input);
    assert_eq!(error(&answer).0, "NoSuchEntity");
    let id = key(&sandbox, "bob");
    let answer = call(&mut sandbox, dana, "iam:GetAccessKeyLastUsed", json!({ "AccessKeyId": id }));
    assert!(matches!(&answer.outcome, Outcome::Failed(error) if error.code == "NoSuchEntity"));
}
