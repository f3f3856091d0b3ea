//! What the calls on functions have in common.

use crate::arn::Arn;
use crate::authz::{AccessCheck, Caller, gather};
use crate::catalog::Quota;
use crate::eval::{Principal, authorize};
use crate::json::json;
use crate::services::request::request;
use crate::services::tags::{self, Keys, Refused, Tag};
use crate::services::{ApiError, Stage};
use crate::world::{Function, Tags};
use serde_json::Value;

request! {
    /// Names a function.
    pub(crate) struct OfFunction {
        pub(super) function_name: String,
    }
}

/// The ARN of a function that is named by name, or by ARN.
pub(super) fn arn(stage: &Stage<'_>, name: &str) -> Arn {
    let region = stage.environment.requested_region().unwrap_or("us-east-1");
    name.parse().unwrap_or_else(|_| Arn::new("lambda", region, Some(stage.account()), &format!("function:{name}")))
}

/// Permission for `action` on the function of that name.
pub(super) fn check(action: &str, stage: &Stage<'_>, name: &str) -> AccessCheck {
    AccessCheck::new(action, arn(stage, name).as_str())
}

/// The function of that name.
pub(super) fn find(stage: &Stage<'_>, name: &str) -> Result<Function, ApiError> {
    let arn = arn(stage, name);
    let missing = || ApiError::new("ResourceNotFoundException", 404, format!("Function not found: {arn}"));
    stage.world.function(&arn).cloned().ok_or_else(missing)
}

/// Sets tags.
pub(super) fn put_tags(into: &mut Tags, wanted: Vec<Tag>) -> Result<(), ApiError> {
    tags::put(into, wanted, Keys::AsTyped, Quota::TagsPerResource.value()).map_err(|refused| {
        let message = match refused {
            Refused::Reserved => "Tag keys can't begin with aws:.",
            Refused::TooMany => "The number of tags exceeds the limit.",
        };
        ApiError::new("InvalidParameterValueException", 400, message)
    })
}

/// Lambda takes only a role that it can assume (rule G-13).
pub(super) fn check_role(stage: &Stage<'_>, role: &Arn) -> Result<(), ApiError> {
    let lambda = Caller::without_key(Principal::Service { name: "lambda.amazonaws.com".into() });
    let check = AccessCheck::new("sts:AssumeRole", role.as_str());
    let (request, policies) = gather(stage.world, &lambda, &check, stage.environment, stage.now);
    if stage.world.role(role).is_some() && authorize(&request, &policies).is_allowed() {
        return Ok(());
    }
    let message = "The role defined for the function cannot be assumed by Lambda.";
    Err(ApiError::new("InvalidParameterValueException", 400, message))
}

/// A function as answers show it.
pub(super) fn view(function: &Function) -> Value {
    json!({
        "FunctionName": function.name, "FunctionArn": function.arn, "Runtime": function.runtime, "Role": function.role,
        "Handler": function.handler, "Description": function.description, "Timeout": 3, "MemorySize": 128,
        "LastModified": function.modified, "Version": "$LATEST", "State": "Active", "LastUpdateStatus": "Successful",
        "PackageType": "Zip",
    })
}
