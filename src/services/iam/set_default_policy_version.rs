//! `iam:SetDefaultPolicyVersion`: makes a version of a managed policy the one that holds (rule E-19).

use super::input::OfVersion;
use super::managed;
use crate::authz::AccessCheck;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:SetDefaultPolicyVersion`
#[derive(Clone, Copy, Debug)]
pub(crate) struct SetDefaultPolicyVersion;

impl Operation for SetDefaultPolicyVersion {
    type Input = OfVersion;

    const NAME: &'static str = "iam:SetDefaultPolicyVersion";

    fn checks(input: &OfVersion, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.policy_arn.as_str())])
    }

    fn execute(input: OfVersion, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        managed::change_version(stage, &input.policy_arn, &input.version_id, |policy, number| {
            policy.default_version = number;
            Ok(())
        })
    }
}
