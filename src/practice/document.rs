//! Policy documents as values: the parts that templates put together.
//!
//! What is written here says nothing about what it means; the evaluator does.

use crate::arn::AccountId;
use crate::json::json;
use serde_json::Value;

/// A document in the version with variables.
pub(super) fn policy(statements: &[Value]) -> Value {
    json!({ "Version": "2012-10-17", "Statement": statements })
}

/// An Allow.
pub(super) fn allow(action: impl Into<Value>, resource: impl Into<Value>) -> Value {
    json!({ "Effect": "Allow", "Action": action.into(), "Resource": resource.into() })
}

/// A Deny.
pub(super) fn deny(action: impl Into<Value>, resource: impl Into<Value>) -> Value {
    json!({ "Effect": "Deny", "Action": action.into(), "Resource": resource.into() })
}

/// The statement with a principal, for policies on resources.
pub(super) fn of(principal: &str, statement: &Value) -> Value {
    let principal = if principal == "*" { json!("*") } else { json!({ "AWS": principal }) };
    let mut with_principal = json!({ "Effect": statement["Effect"], "Principal": principal });
    for (name, value) in statement.as_object().into_iter().flatten() {
        with_principal[name] = value.clone();
    }
    with_principal
}

/// The statement with one more line in its condition.
pub(super) fn when(mut statement: Value, operator: &str, key: &str, value: impl Into<Value>) -> Value {
    statement["Condition"][operator][key] = value.into();
    statement
}

/// A trust policy that lets in who is named.
pub(super) fn trust(principals: impl Into<Value>) -> Value {
    trust_of(json!({ "AWS": principals.into() }), "sts:AssumeRole")
}

/// A trust policy with its principals by kind, and with actions of its own.
pub(super) fn trust_of(principal: impl Into<Value>, action: impl Into<Value>) -> Value {
    policy(&[json!({ "Effect": "Allow", "Principal": principal.into(), "Action": action.into() })])
}

/// The ARN of a bucket.
pub(super) fn bucket(name: &str) -> String {
    format!("arn:aws:s3:::{name}")
}

/// The ARN of an object, or a pattern for objects.
pub(super) fn object(bucket: &str, key: &str) -> String {
    format!("arn:aws:s3:::{bucket}/{key}")
}

/// The ARN of a user.
pub(super) fn user(account: AccountId, name: &str) -> String {
    format!("arn:aws:iam::{account}:user/{name}")
}

/// The ARN of a role.
pub(super) fn role(account: AccountId, name: &str) -> String {
    format!("arn:aws:iam::{account}:role/{name}")
}

/// The ARN that stands for an account.
pub(super) fn root(account: AccountId) -> String {
    format!("arn:aws:iam::{account}:root")
}
