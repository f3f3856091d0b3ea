//! `iam:GetPolicyVersion`: shows what a version of a managed policy says.

use super::input::OfVersion;
use super::managed;
use crate::authz::AccessCheck;
use crate::catalog::managed_policy;
use crate::json::json;
use crate::policy::pretty_value;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:GetPolicyVersion`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetPolicyVersion;

impl Operation for GetPolicyVersion {
    type Input = OfVersion;

    const NAME: &'static str = "iam:GetPolicyVersion";
    const IS_READ: bool = true;

    fn checks(input: &OfVersion, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.policy_arn.as_str())])
    }

    fn execute(input: OfVersion, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let known = managed::find(stage, &input.policy_arn);
        // What AWS publishes can be read though nobody has attached it.
        if let Some(published) = known.is_err().then(|| managed_policy(&input.policy_arn)).flatten() {
            if input.version_id != format!("v{}", published.version) {
                return Err(managed::no_such_version(&input.policy_arn, &input.version_id));
            }
            return Ok(json!({ "PolicyVersion": {
                "Document": pretty_value(&published.document), "VersionId": input.version_id, "IsDefaultVersion": true,
            }}));
        }
        let policy = known?;
        let number = managed::version_number(policy, &input.version_id)?;
        let shown = policy.versions.get(&number).map(|version| managed::version_whole(policy, number, version));
        Ok(json!({ "PolicyVersion": shown }))
    }
}
