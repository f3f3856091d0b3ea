//! The cells of a statement: what they say of elements that list what they are not about, and of variables.

use super::{build, first, preview};
use iam_sandbox::api::Sandbox;
use iam_sandbox::text::{CellElement, CellLine, Language, statement_rows};
use serde_json::{Value, json};

const HOME: &str = "arn:aws:s3:::home/${aws:username}/*";

/// The world with a policy for alice, whose only statement is named `Test`.
fn world(version: Option<&str>, mut statement: Value) -> Sandbox {
    let mut sandbox = first();
    statement["Sid"] = "Test".into();
    let mut document = json!({ "Statement": statement });
    if let Some(version) = version {
        document["Version"] = version.into();
    }
    let input = json!({ "UserName": "alice", "PolicyName": "Test", "PolicyDocument": document.to_string() });
    build(&mut sandbox, "iam:PutUserPolicy", input);
    sandbox
}

/// A line of the statement when alice asks.
#[track_caller]
fn line(sandbox: &Sandbox, action: &str, resource: &str, element: CellElement, language: Language) -> CellLine {
    let answer = preview(sandbox, "alice", action, resource);
    let rows: Vec<_> = statement_rows(answer.deciding_check().unwrap(), language).collect();
    let row = rows.iter().find(|row| row.name == "Test").unwrap();
    row.cells.iter().find(|cell| cell.element == element).unwrap().lines[0].clone()
}

fn but_iam() -> Sandbox {
    world(Some("2012-10-17"), json!({ "Effect": "Deny", "NotAction": ["sts:*", "iam:*"], "Resource": "*" }))
}

#[test]
fn an_action_that_is_not_listed_is_among_all_but_these() {
    let at = |language| line(&but_iam(), "ec2:RunInstances", "*", CellElement::Action, language);
    let english = at(Language::English);
    assert!(english.is_match);
    assert_eq!((english.label.as_deref(), english.lead), (Some("NotAction"), Some("all but")));
    assert_eq!(english.policy_value, "sts:*, iam:*");
    assert_eq!(english.request_value.as_deref(), Some("ec2:RunInstances"));
    assert_eq!(english.note.as_deref(), Some("not among those left out"));
    let spanish = at(Language::Spanish);
    assert_eq!((spanish.label.as_deref(), spanish.lead), (Some("NotAction"), Some("cualquiera salvo")));
    assert_eq!(spanish.policy_value, "sts:*, iam:*");
}

#[test]
fn an_action_that_is_listed_is_left_out_by_one_of_them() {
    let at = |language| line(&but_iam(), "iam:ListUsers", "*", CellElement::Action, language);
    let english = at(Language::English);
    assert!(!english.is_match);
    assert_eq!((english.label.as_deref(), english.lead), (Some("NotAction"), Some("all but")));
    assert_eq!(english.policy_value, "sts:*, iam:*");
    assert_eq!(english.note.as_deref(), Some("left out by iam:*"));
    assert_eq!(at(Language::Spanish).note.as_deref(), Some("lo excluye iam:*"));
}

#[test]
fn a_not_resource_has_its_own_name() {
    let statement = json!({ "Effect": "Deny", "Action": "s3:*", "NotResource": ["arn:aws:s3:::payroll", "arn:aws:s3:::payroll/*"] });
    let sandbox = world(Some("2012-10-17"), statement);
    let at = |resource| line(&sandbox, "s3:GetObject", resource, CellElement::Resource, Language::English);
    let left_out = at("arn:aws:s3:::payroll/may.csv");
    assert_eq!((left_out.label.as_deref(), left_out.lead), (Some("NotResource"), Some("all but")));
    assert_eq!((left_out.is_match, left_out.note.as_deref()), (false, Some("left out by arn:aws:s3:::payroll/*")));
    assert!(at("arn:aws:s3:::reports/q1.csv").is_match);
}

#[test]
fn a_not_principal_lists_all_whom_it_leaves_out() {
    let mut sandbox = world(Some("2012-10-17"), json!({ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }));
    let users = ["arn:aws:iam::111122223333:user/bob", "arn:aws:iam::111122223333:root"];
    let statement = json!({
        "Sid": "Others", "Effect": "Deny", "NotPrincipal": { "AWS": users }, "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::payroll/*",
    });
    let policy = json!({ "Version": "2012-10-17", "Statement": statement }).to_string();
    build(&mut sandbox, "s3:PutBucketPolicy", json!({ "Bucket": "payroll", "Policy": policy }));
    let answer = preview(&sandbox, "alice", "s3:GetObject", "arn:aws:s3:::payroll/may.csv");
    let rows: Vec<_> = statement_rows(answer.deciding_check().unwrap(), Language::English).collect();
    let cell = &rows.iter().find(|row| row.name == "Others").unwrap().cells[0];
    assert_eq!((cell.element, cell.is_match), (CellElement::Principal, Some(true)));
    let line = &cell.lines[0];
    assert_eq!((line.label.as_deref(), line.lead), (Some("NotPrincipal"), Some("all but")));
    assert_eq!(line.policy_value, users.join(", "));
}

/// What a resource became, and what is said of variables in it that stand for nothing.
#[track_caller]
fn variables(version: Option<&str>, resource: &str, language: Language) -> (Option<String>, Vec<String>) {
    let sandbox = world(version, json!({ "Effect": "Allow", "Action": "s3:GetObject", "Resource": resource }));
    let line = line(&sandbox, "s3:GetObject", "arn:aws:s3:::home/alice/cv.pdf", CellElement::Resource, language);
    assert_eq!(line.policy_value, resource);
    let variables = line.variables.unwrap();
    (variables.value, variables.notes)
}

#[test]
fn a_variable_is_shown_with_what_it_became() {
    let (value, notes) = variables(Some("2012-10-17"), HOME, Language::English);
    assert_eq!((value.as_deref(), notes.len()), (Some("arn:aws:s3:::home/alice/*"), 0));
    let with_default = "arn:aws:s3:::${aws:PrincipalTag/team, 'company-wide'}/${*}/*";
    let (value, notes) = variables(Some("2012-10-17"), with_default, Language::English);
    // The star that stands for itself stays apart from the one that stands for anything.
    assert_eq!((value.as_deref(), notes.len()), (Some("arn:aws:s3:::company-wide/${*}/*"), 0));
}

#[test]
fn a_variable_without_value_says_why() {
    let (value, notes) =
        variables(Some("2012-10-17"), "arn:aws:s3:::home/${aws:PrincipalTag/Team}/*", Language::English);
    let expected = "not replaced, fits nothing: this request has no value for aws:PrincipalTag/Team";
    assert_eq!((value, notes), (None, vec![expected.to_owned()]));
    let (_, notes) = variables(Some("2012-10-17"), "arn:aws:s3:::home/${aws:usrname}/*", Language::English);
    assert_eq!(notes, ["not replaced, fits nothing: AWS has no key aws:usrname"]);
    let (_, notes) = variables(Some("2012-10-17"), "arn:aws:s3:::home/${aws:usrname}/*", Language::Spanish);
    assert_eq!(notes, ["no se sustituye y no coincide con nada: AWS no tiene la clave aws:usrname"]);
}

#[test]
fn nothing_is_put_in_without_the_newer_version() {
    let missing = (None, vec!["not replaced: Version 2012-10-17 is missing".to_owned()]);
    assert_eq!(variables(None, HOME, Language::English), missing);
    let old = (None, vec!["not replaced: Version 2008-10-17 has no variables".to_owned()]);
    assert_eq!(variables(Some("2008-10-17"), HOME, Language::English), old);
}

#[test]
fn a_condition_shows_what_its_variables_became() {
    let of = |operator: &str, key: &str, value: &str| {
        let mut condition = json!({});
        condition[operator][key] = value.into();
        let statement = json!({ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": condition });
        let sandbox = world(Some("2012-10-17"), statement);
        let line = line(&sandbox, "s3:GetObject", "arn:aws:s3:::home/x", CellElement::Condition, Language::English);
        line.variables.map(|variables| (variables.value, variables.notes))
    };
    let put_in = of("StringLike", "aws:userid", "${aws:username}*");
    assert_eq!(put_in, Some((Some("alice*".to_owned()), Vec::new())));
    let not_taken = of("NumericEquals", "aws:EpochTime", "${aws:username}");
    assert_eq!(not_taken, Some((None, vec!["not replaced: NumericEquals takes no variables".to_owned()])));
    assert_eq!(of("StringLike", "aws:userid", "AIDA*"), None);
}
