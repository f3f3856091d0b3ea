//! `iam:ListAttachedRolePolicies`: lists the managed policies that are attached to a role.

use super::holder::Holder;
use super::view;
use crate::authz::AccessCheck;
use crate::services::{ApiError, Operation, Stage};
use serde::Deserialize;
use serde_json::{Value, json};

/// The request.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(crate) struct Input {
    role_name: String,
}

/// `iam:ListAttachedRolePolicies`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListAttachedRolePolicies;

impl Operation for ListAttachedRolePolicies {
    type Input = Input;

    const NAME: &'static str = "iam:ListAttachedRolePolicies";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![Holder::Role.check(Self::NAME, stage, &input.role_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let held = view::held(stage, Holder::Role, &input.role_name)?;
        let account = view::account(stage)?;
        let policies = held.attached.iter().filter_map(|arn| account.policy(arn));
        let policies: Vec<Value> =
            policies.map(|policy| json!({ "PolicyName": policy.name, "PolicyArn": policy.arn })).collect();
        Ok(json!({ "AttachedPolicies": policies, "IsTruncated": false }))
    }
}
