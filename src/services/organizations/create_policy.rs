//! `organizations:CreatePolicy`: makes an SCP or RCP, attached nowhere yet.

use super::{document, error, scope, tagging};
use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::services::request::request;
use crate::services::tags::Tag;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{OrganizationPolicy, OrganizationPolicyType, Tags};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        content: String,
        description: String,
        name: String,
        kind = "Type": OrganizationPolicyType,
        tags: Vec<Tag>,
    }
}

/// `organizations:CreatePolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreatePolicy;

impl Operation for CreatePolicy {
    type Input = Input;

    const NAME: &'static str = "organizations:CreatePolicy";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        // The policy has no id yet.
        let check = scope::check(Self::NAME, stage, |organization| scope::policy_arn(organization, input.kind, "*"));
        Ok(tagging::checks_of_new(check.with(scope::POLICY_TYPE, input.kind.as_str()), &input.tags))
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let Input { content, description, name, kind, tags: wanted } = input;
        let organization = scope::managed(stage)?;
        document::check_name(organization, kind, &name, None)?;
        let quota = match kind {
            OrganizationPolicyType::ServiceControlPolicy => Quota::ScpsPerOrganization,
            OrganizationPolicyType::ResourceControlPolicy => Quota::RcpsPerOrganization,
        };
        if organization.policies().filter(|policy| policy.kind == kind).count() >= quota.value() {
            return Err(error::constraint("You have exceeded the allowed number of policies."));
        }
        let document = document::parse(&content, kind)?;
        let mut tags = Tags::new();
        tagging::put(&mut tags, wanted)?;
        let id = stage.world.next_lower_case_id("p-", 10);
        scope::change(stage, |organization| {
            let arn = scope::policy_arn(organization, kind, &id);
            let (name, description) = (name.into(), description.into());
            let policy = OrganizationPolicy { id, name, description, kind, arn, document };
            let output = document::whole(&policy);
            organization.set_tags(&policy.id, tags);
            organization.put_policy(policy);
            Ok(output)
        })
    }
}
