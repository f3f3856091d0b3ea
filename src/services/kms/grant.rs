//! What a grant allows, written as statements (KMS developer guide, "Grants in AWS KMS" and "Creating grants").
//!
//! That a new grant is not seen everywhere at once, and the tokens that help until then, are left out: here a grant holds
//! from the call on.

use crate::arn::{AccountId, Arn};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::policy::PolicyKind;
use crate::services::request::request;
use crate::services::{ApiError, Stage};
use crate::world::{Grant, Key, StoredPolicy};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

request! {
    /// Under which circumstances a grant holds.
    pub(crate) struct Constraints {
        pub(super) encryption_context_subset: Option<BTreeMap<String, String>>,
        pub(super) encryption_context_equals: Option<BTreeMap<String, String>>,
        pub(super) source_arn: Option<String>,
    }
}

/// Operations without an encryption context, to which a constraint on it does not apply (API_GrantConstraints).
const WITHOUT_CONTEXT: [&str; 3] = ["CreateGrant", "DescribeKey", "RetireGrant"];

/// Somebody who is named by an ARN, or a service by its name, as the `Principal` of a statement.
pub(super) fn principal(stage: &Stage<'_>, arn: Option<&str>, service: Option<&str>) -> Result<Value, ApiError> {
    let invalid = || ApiError::new("InvalidArnException", 400, "ARN does not refer to a valid principal");
    match (arn, service) {
        (None, Some(service)) => Ok(json!({ "Service": service })),
        (Some(name), None) => {
            let arn: Arn = name.parse().map_err(|_| invalid())?;
            let world = &stage.world;
            let is_known = |arn: &Arn| world.user(arn).is_some() || world.role(arn).is_some();
            let is_inside = arn.account().is_some_and(|account| world.account(account).is_some());
            let is_checked = is_inside && arn.service() == "iam" && arn.resource() != "root";
            if is_checked && !is_known(&arn) { Err(invalid()) } else { Ok(json!({ "AWS": name })) }
        }
        _ => {
            let message = "Specify either a principal or a service principal.";
            Err(ApiError::new("ValidationException", 400, message))
        }
    }
}

/// The statements of a grant for `grantee`.
pub(super) fn policy(grantee: &Value, operations: &[String], constraints: Option<&Constraints>) -> Value {
    let of = |wanted: &dyn Fn(&str) -> bool, condition: Value| {
        let actions =
            operations.iter().filter(|operation| wanted(operation)).map(|operation| format!("kms:{operation}"));
        let actions: Vec<String> = actions.collect();
        let mut statement = json!({ "Effect": "Allow", "Principal": grantee, "Action": actions, "Resource": "*" });
        if condition != json!({}) {
            statement["Condition"] = condition;
        }
        (!actions.is_empty()).then_some(statement)
    };
    let of_source = conditions(constraints, false);
    let of_context = conditions(constraints, true);
    // Who may create grants by a grant, may give no more than the grant has ("Granting CreateGrant permission").
    let mut of_grants = of_context.clone();
    of_grants["ForAllValues:StringEquals"]["kms:GrantOperations"] = json!(operations);
    let statements = [
        of(&|name| !WITHOUT_CONTEXT.contains(&name), of_context),
        of(&|name| name == "DescribeKey", of_source),
        of(&|name| name == "CreateGrant", of_grants),
    ];
    json!({ "Version": "2012-10-17", "Statement": statements.into_iter().flatten().collect::<Vec<_>>() })
}

/// The constraints as conditions.
fn conditions(constraints: Option<&Constraints>, with_context: bool) -> Value {
    let mut condition = json!({});
    let Some(constraints) = constraints else { return condition };
    if let Some(arn) = &constraints.source_arn {
        condition["ArnLike"] = json!({ "aws:SourceArn": arn });
    }
    let context = constraints.encryption_context_equals.as_ref().or(constraints.encryption_context_subset.as_ref());
    let Some(context) = context.filter(|_| with_context) else { return condition };
    let pairs = context.iter().map(|(key, value)| (format!("kms:EncryptionContext:{key}"), json!(value)));
    condition["StringEquals"] = Value::Object(pairs.collect::<Map<_, _>>());
    if constraints.encryption_context_equals.is_some() {
        let keys: Vec<&String> = context.keys().collect();
        condition["ForAllValues:StringEquals"] = json!({ "kms:EncryptionContextKeys": keys });
    }
    condition
}

/// Who may retire a grant: who is named for it, the grantee if that is among the operations, and the account of the key,
/// which may hand it on ("Retiring and revoking grants").
pub(super) fn retirement(owner: AccountId, retiring: Option<&Value>, grantee: &Value, operations: &[String]) -> Value {
    let may = operations.iter().any(|operation| operation == "RetireGrant");
    let account = json!({ "AWS": owner.root_arn() });
    let principals = std::iter::once(&account).chain(retiring).chain(may.then_some(grantee));
    let statement = |principal: &Value| json!({ "Effect": "Allow", "Principal": principal, "Action": "kms:RetireGrant", "Resource": "*" });
    json!({ "Version": "2012-10-17", "Statement": principals.map(statement).collect::<Vec<_>>() })
}

/// The document as the world keeps it.
pub(super) fn stored(document: &Value) -> Result<StoredPolicy, ApiError> {
    let invalid = |_| ApiError::new("ValidationException", 400, "The request is not valid.");
    StoredPolicy::parse(&document.to_string(), PolicyKind::Key).map_err(invalid)
}

/// The grant of a key with that id.
pub(super) fn find<'a>(key: &'a Key, id: &str) -> Result<&'a Grant, ApiError> {
    let missing = || ApiError::new("NotFoundException", 400, format!("Grant ID {id} not found"));
    key.grants.iter().find(|grant| *grant.id == *id).ok_or_else(missing)
}

/// Takes a grant away.
pub(super) fn remove(stage: &mut Stage<'_>, mut key: Key, id: &str) -> Result<Value, ApiError> {
    find(&key, id)?;
    key.grants.retain(|grant| *grant.id != *id);
    stage.world.put_key(key);
    Ok(json!({}))
}

/// The check with `kms:GrantIsForAWSResource`, which is true where a service makes grants for a resource of its own.
pub(super) fn check(action: &str, key: &Arn) -> AccessCheck {
    AccessCheck::new(action, key.as_str()).with("kms:GrantIsForAWSResource", "false")
}
