//! `iam:ListPolicyVersions`: lists the versions of a managed policy, the newest first.

use super::input::OfPolicy;
use super::{managed, view};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:ListPolicyVersions`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListPolicyVersions;

impl Operation for ListPolicyVersions {
    type Input = OfPolicy;

    const NAME: &'static str = "iam:ListPolicyVersions";
    const IS_READ: bool = true;

    fn checks(input: &OfPolicy, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.policy_arn.as_str())])
    }

    fn execute(input: OfPolicy, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let policy = managed::find(stage, &input.policy_arn)?;
        let versions = policy.versions.iter().rev().map(|(number, version)| view::version(policy, *number, version));
        let versions: Vec<Value> = versions.collect();
        Ok(json!({ "Versions": versions }))
    }
}
