//! The condition keys of a request: those that were given, and those that follow from the principal.

use super::bounds;
use super::failure::Failure;
use super::principal::Caller;
use super::read::{Path, items, list_like, member, names, object, scalar};
use crate::eval::{ContextValue, Principal, RequestContext, Unknown};
use js_sys::Reflect;
use wasm_bindgen::JsValue;

const VALUE: &str = "a string, a number, a boolean, a list of these, or { unknown: true }";

/// Reads the keys and fills in what follows from the principal.
pub(super) fn read(given: Option<&JsValue>, path: &Path<'_>, caller: &Caller) -> Result<RequestContext, Failure> {
    let mut context = RequestContext::default();
    let Some(given) = given else {
        fill(&mut context, caller);
        return Ok(context);
    };
    object(given, path, "an object of condition keys")?;
    for (name_in_javascript, name) in names(given, path, bounds::KEYS, "condition keys")? {
        let at = Path::Key(path, &name);
        let value = Reflect::get(given, &name_in_javascript).map_err(|cause| at.threw(cause))?;
        let Some(given) = value_of(&value, &at)? else { continue };
        if context.get(&name.to_ascii_lowercase()).is_some() {
            return Err(at.expected("each key once: keys have no case"));
        }
        context.set(&name, given);
    }
    fill(&mut context, caller);
    Ok(context)
}

fn value_of(value: &JsValue, at: &Path<'_>) -> Result<Option<ContextValue>, Failure> {
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    if !value.is_object() {
        return Ok(Some(ContextValue::One(scalar(value, at, VALUE)?.into())));
    }
    if list_like(value, at)? {
        let values = items(value, at, bounds::VALUES, "values")?;
        let values = (0..).zip(&values).map(|(index, value)| {
            scalar(value, &Path::Item(at, index), "a string, a number or a boolean").map(Into::into)
        });
        return Ok(Some(ContextValue::Many(values.collect::<Result<_, _>>()?)));
    }
    match member(value, "unknown", at)?.map(|mark| mark.as_bool()) {
        Some(Some(true)) => Ok(Some(ContextValue::Unknown(Unknown::VALUE))),
        _ => Err(at.expected(VALUE)),
    }
}

/// Keys that follow from who asks (tables B-35, B-36 and B-42). The unique id of a user or a role does
/// not follow from an ARN, so `aws:userid` stays absent for these.
fn fill(context: &mut RequestContext, caller: &Caller) {
    let mut set = |key: &str, value: &str| {
        if context.get(&key.to_ascii_lowercase()).is_none() {
            context.set_one(key, value);
        }
    };
    if let Principal::Service { name } = &caller.principal {
        set("aws:PrincipalIsAWSService", "true");
        set("aws:PrincipalServiceName", name);
        if context.get("aws:principalservicenameslist").is_none() {
            context.set("aws:PrincipalServiceNamesList", ContextValue::Many(vec![name.clone()]));
        }
        return;
    }
    let Some(account) = caller.principal.account() else {
        // Nobody, or somebody with a token whom AWS does not know as a principal.
        set("aws:PrincipalAccount", "anonymous");
        set("aws:PrincipalType", "Anonymous");
        set("aws:userid", "anonymous");
        return;
    };
    let account = account.to_string();
    let principal_type = match &caller.principal {
        Principal::User { arn, .. } => {
            set("aws:username", arn.last_name());
            "User"
        }
        Principal::AssumedRole { .. } => "AssumedRole",
        Principal::FederatedUser { session, .. } => {
            set("aws:userid", &format!("{account}:{}", session.last_name()));
            "FederatedUser"
        }
        _ => {
            set("aws:userid", &account);
            "Account"
        }
    };
    set("aws:PrincipalType", principal_type);
    set("aws:PrincipalAccount", &account);
    set("aws:PrincipalIsAWSService", "false");
    if let Some(arn) = &caller.principal_arn {
        set("aws:PrincipalArn", arn.as_str());
    }
}
