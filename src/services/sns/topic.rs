//! What the calls on topics have in common.

use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::services::request::request;
use crate::services::tags::{self, Keys, Refused, Tag};
use crate::services::{ApiError, Stage, permission};
use crate::world::{Resource, StoredPolicy, Tags};
use serde_json::Value;

request! {
    /// Names a topic by its ARN, in the way of the calls on tags.
    pub(crate) struct OfResource {
        pub(super) resource_arn: Arn,
    }
}

request! {
    /// Names a topic.
    pub(crate) struct OfTopic {
        pub(super) topic_arn: Arn,
    }
}

/// Permission for `action` on a topic.
pub(super) fn check(action: &str, topic: &Arn) -> AccessCheck {
    AccessCheck::new(action, topic.as_str())
}

/// The topic with that ARN.
pub(super) fn find(stage: &Stage<'_>, arn: &Arn) -> Result<Resource, ApiError> {
    let missing = || ApiError::new("NotFound", 404, "Topic does not exist");
    stage.world.resource(arn).cloned().ok_or_else(missing)
}

/// The topic whose tags are meant.
pub(super) fn find_tagged(stage: &Stage<'_>, arn: &Arn) -> Result<Resource, ApiError> {
    find(stage, arn).map_err(|_| ApiError::new("ResourceNotFound", 404, "Resource does not exist"))
}

/// A parameter that is not taken.
pub(super) fn invalid(reason: &str) -> ApiError {
    ApiError::new("InvalidParameter", 400, format!("Invalid parameter: {reason}"))
}

/// The policy with these statements, as permissions are added and removed.
pub(super) fn policy(statements: &[Value]) -> Result<Option<StoredPolicy>, ApiError> {
    permission::policy("2008-10-17", "__default_policy_ID", statements, "InvalidParameter")
}

/// Sets tags.
pub(super) fn put_tags(into: &mut Tags, wanted: Vec<Tag>) -> Result<(), ApiError> {
    tags::put(into, wanted, Keys::AsTyped, Quota::TagsPerResource.value()).map_err(|refused| match refused {
        Refused::Reserved => invalid("Tag keys can't begin with aws:"),
        Refused::TooMany => {
            ApiError::new("TagLimitExceeded", 400, "Could not complete request: tag quota of per resource exceeded")
        }
    })
}
