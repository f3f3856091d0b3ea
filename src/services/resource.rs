//! What the calls on resources with a policy have in common: queues, topics, tables, secrets.

use super::{ApiError, Stage, principals};
use crate::arn::Arn;
use crate::policy::PolicyKind;
use crate::world::{Resource, StoredPolicy, Tags};
use std::collections::BTreeMap;

/// An ARN of the service in the caller's account and Region.
pub(super) fn arn(stage: &Stage<'_>, service: &str, resource: &str) -> Arn {
    let region = stage.environment.requested_region().unwrap_or("us-east-1");
    Arn::new(service, region, Some(stage.account()), resource)
}

/// A resource without a policy.
pub(super) fn new(stage: &Stage<'_>, name: &str, arn: Arn) -> Resource {
    Resource {
        name: name.into(),
        arn,
        created: stage.now,
        policy: None,
        attributes: BTreeMap::new(),
        content: None,
        deletion: None,
        tags: Tags::new(),
        messages: Vec::new(),
        subscriptions: Vec::new(),
        table: None,
    }
}

/// Reads the policy of a resource, whose users and roles must exist (rule A-52).
pub(super) fn policy(stage: &Stage<'_>, text: &str, code: &'static str) -> Result<StoredPolicy, ApiError> {
    let malformed = |problems: Vec<_>| ApiError::malformed(code, &problems);
    let policy = StoredPolicy::parse(text, PolicyKind::Resource).map_err(malformed)?;
    if principals::missing(stage.world, policy.policy().document()).is_some() {
        return Err(ApiError::new(code, 400, "Invalid principal in policy"));
    }
    Ok(policy)
}

/// The resources of the service in the caller's account and Region.
pub(super) fn all<'a>(stage: &'a Stage<'_>, service: &str) -> impl Iterator<Item = &'a Resource> {
    let own = arn(stage, service, "");
    stage.world.resources().filter(move |known| known.arn.as_str().starts_with(own.as_str()))
}
