//! `iam:DeletePolicyVersion`: deletes a version that is not the one that holds (rule E-15).

use super::input::OfVersion;
use super::{entity, managed};
use crate::authz::AccessCheck;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:DeletePolicyVersion`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeletePolicyVersion;

impl Operation for DeletePolicyVersion {
    type Input = OfVersion;

    const NAME: &'static str = "iam:DeletePolicyVersion";

    fn checks(input: &OfVersion, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.policy_arn.as_str())])
    }

    fn execute(input: OfVersion, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        managed::change_version(stage, &input.policy_arn, &input.version_id, |policy, number| {
            if number == policy.default_version {
                return Err(entity::conflict("Cannot delete the default version of a policy."));
            }
            policy.delete_version(number);
            Ok(())
        })
    }
}
