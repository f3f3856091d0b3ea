//! `organizations:UpdatePolicy`: changes the name, the description or the document of a policy where it stands.

use super::{document, error, scope};
use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        policy_id: String,
        content: Option<String>,
        description: Option<String>,
        name: Option<String>,
    }
}

/// `organizations:UpdatePolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct UpdatePolicy;

impl Operation for UpdatePolicy {
    type Input = Input;

    const NAME: &'static str = "organizations:UpdatePolicy";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![scope::policy_check(Self::NAME, stage, &input.policy_id)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        scope::change(stage, |organization| {
            let mut policy = organization.policy(&input.policy_id).cloned().ok_or_else(error::no_policy)?;
            if policy.is_from_aws() {
                return Err(error::immutable_policy());
            }
            if let Some(name) = input.name {
                document::check_name(organization, policy.kind, &name, Some(&policy.id))?;
                policy.name = name.into();
            }
            if let Some(description) = input.description {
                policy.description = description.into();
            }
            if let Some(content) = input.content {
                policy.document = document::parse(&content, policy.kind)?;
            }
            let output = document::whole(&policy);
            organization.put_policy(policy);
            Ok(output)
        })
    }
}
