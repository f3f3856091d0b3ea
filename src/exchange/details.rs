//! An account as the JSON of `aws iam get-account-authorization-details`.

use crate::api::{ApiCall, Credentials, Outcome, Sandbox};
use crate::arn::AccountId;
use crate::authz::Environment;
use crate::json::json;
use crate::services::operation;
use serde_json::Value;

/// What the operation answers to the owner of the account, all pages in one; none if there is no such account. The
/// sandbox stays as it is.
///
/// Documents are objects, as the AWS CLI prints them.
#[must_use]
pub fn authorization_details(sandbox: &Sandbox, account: AccountId) -> Option<Value> {
    const OPERATION: &str = "iam:GetAccountAuthorizationDetails";
    let mut fork = sandbox.clone();
    let entry = operation(OPERATION)?;
    let mut input = json!({ "MaxItems": 1000 });
    let mut whole: Option<Value> = None;
    loop {
        let call = ApiCall {
            credentials: Credentials::Owner(account),
            operation: OPERATION.into(),
            input: input.clone(),
            environment: Environment::default(),
        };
        let Outcome::Done(page) = &fork.call(call).outcome else { return None };
        let page = page.clone();
        let next = entry.request_for_next_page(&input, &page);
        match &mut whole {
            None => whole = Some(page),
            Some(whole) => entry.append_page(whole, &page),
        }
        match next {
            Some(next) => input = next,
            None => break,
        }
    }
    let whole = whole?;
    let members = whole.as_object()?.iter().filter(|(name, _)| *name != "IsTruncated" && *name != "Marker");
    let members = members.map(|(name, member)| (name.clone(), with_objects(member)));
    Some(Value::Object(members.collect()))
}

/// Documents as the AWS CLI prints them: as objects.
fn with_objects(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let member = |(name, member): (&String, &Value)| {
                let document = member.as_str().filter(|_| name.ends_with("Document"));
                let parsed = document.and_then(|text| serde_json::from_str(text).ok());
                (name.clone(), parsed.unwrap_or_else(|| with_objects(member)))
            };
            Value::Object(members.iter().map(member).collect())
        }
        Value::Array(items) => items.iter().map(with_objects).collect(),
        other => other.clone(),
    }
}
