//! Lists in pages: `MaxItems`, `Marker` and `IsTruncated` as the API reference of IAM says (rule E-37).

use super::{build, call, error, first, owner};
use iam_sandbox::api::{Outcome, Sandbox};
use iam_sandbox::cli::{self, Terminal};
use serde_json::{Value, json};

fn names(answer: &Value) -> Vec<&str> {
    answer["Users"].as_array().unwrap().iter().map(|user| user["UserName"].as_str().unwrap()).collect()
}

/// A world with users u000, u001 and so on, and none besides.
fn with_users(count: usize) -> Sandbox {
    let mut sandbox = first();
    for number in 0..count {
        build(&mut sandbox, "iam:CreateUser", json!({ "Path": "/many/", "UserName": format!("u{number:03}") }));
    }
    sandbox
}

#[test]
fn a_page_has_as_many_as_were_asked_for_and_says_where_the_next_begins() {
    let mut sandbox = with_users(5);
    let asked = |marker: Option<&Value>| json!({ "PathPrefix": "/many/", "MaxItems": 2, "Marker": marker });
    let first = build(&mut sandbox, "iam:ListUsers", asked(None));
    assert_eq!((names(&first), &first["IsTruncated"]), (vec!["u000", "u001"], &json!(true)));
    let second = build(&mut sandbox, "iam:ListUsers", asked(Some(&first["Marker"])));
    assert_eq!((names(&second), &second["IsTruncated"]), (vec!["u002", "u003"], &json!(true)));
    let third = build(&mut sandbox, "iam:ListUsers", asked(Some(&second["Marker"])));
    assert_eq!((names(&third), &third["IsTruncated"], third.get("Marker")), (vec!["u004"], &json!(false), None));
}

#[test]
fn a_hundred_come_where_nothing_is_said() {
    let mut sandbox = with_users(101);
    let all = build(&mut sandbox, "iam:ListUsers", json!({ "PathPrefix": "/many/" }));
    assert_eq!((names(&all).len(), &all["IsTruncated"]), (100, &json!(true)));
}

#[test]
fn the_command_line_goes_through_all_pages() {
    let mut sandbox = with_users(101);
    let mut terminal = Terminal::of(&sandbox);
    let n_before = sandbox.steps().len();
    let output = cli::run(&mut sandbox, &mut terminal, "aws iam list-users --path-prefix /many/");
    let printed: Value = serde_json::from_str(&output.stdout).unwrap();
    assert_eq!(names(&printed).len(), 101);
    assert_eq!(printed.as_object().unwrap().len(), 1, "nothing is told of pages");
    assert_eq!(sandbox.steps().len(), n_before + 2, "each page is a call");
}

#[test]
fn a_marker_is_good_for_the_operation_that_gave_it() {
    let mut sandbox = with_users(2);
    let users = build(&mut sandbox, "iam:ListUsers", json!({ "MaxItems": 1 }));
    let refused = |sandbox: &mut Sandbox, operation: &str, marker: &Value| {
        error(&call(sandbox, owner(), operation, json!({ "Marker": marker }))).0
    };
    assert_eq!(refused(&mut sandbox, "iam:ListRoles", &users["Marker"]), "ValidationError");
    assert_eq!(refused(&mut sandbox, "iam:ListUsers", &json!("AAAA")), "ValidationError");
    let too_many = call(&mut sandbox, owner(), "iam:ListUsers", json!({ "MaxItems": 1001 }));
    assert!(matches!(too_many.outcome, Outcome::Failed(_)));
}
