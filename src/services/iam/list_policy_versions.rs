//! `iam:ListPolicyVersions`: lists the versions of a managed policy, the newest first.

use super::view;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::services::{ApiError, Operation, Stage};
use serde::Deserialize;
use serde_json::{Value, json};

/// The request.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(crate) struct Input {
    policy_arn: Arn,
}

/// `iam:ListPolicyVersions`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListPolicyVersions;

impl Operation for ListPolicyVersions {
    type Input = Input;

    const NAME: &'static str = "iam:ListPolicyVersions";
    const IS_READ: bool = true;

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.policy_arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let policy = view::find_policy(stage, &input.policy_arn)?;
        let versions = policy.versions.iter().rev().map(|(number, version)| view::version(policy, *number, version));
        let versions: Vec<Value> = versions.collect();
        Ok(json!({ "Versions": versions, "IsTruncated": false }))
    }
}
