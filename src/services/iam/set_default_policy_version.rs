//! `iam:SetDefaultPolicyVersion`: makes a version of a managed policy the one that holds (rule E-19).

use super::holder::in_account;
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
    version_id: String,
}

/// `iam:SetDefaultPolicyVersion`
#[derive(Clone, Copy, Debug)]
pub(crate) struct SetDefaultPolicyVersion;

impl Operation for SetDefaultPolicyVersion {
    type Input = Input;

    const NAME: &'static str = "iam:SetDefaultPolicyVersion";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.policy_arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let account = stage.account();
        in_account(stage, |data| {
            let known = data.policy(&input.policy_arn).filter(|_| input.policy_arn.account() == Some(account));
            let mut policy = known.cloned().ok_or_else(|| view::no_such_policy(&input.policy_arn))?;
            policy.default_version = view::version_number(&policy, &input.version_id)?;
            data.put_policy(policy);
            Ok(json!({}))
        })
    }
}
