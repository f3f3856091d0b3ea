//! `iam:DeletePolicyVersion`: deletes a version that is not the one that holds (rule E-15).

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

/// `iam:DeletePolicyVersion`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeletePolicyVersion;

impl Operation for DeletePolicyVersion {
    type Input = Input;

    const NAME: &'static str = "iam:DeletePolicyVersion";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.policy_arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let account = stage.account();
        in_account(stage, |data| {
            let known = data.policy(&input.policy_arn).filter(|_| input.policy_arn.account() == Some(account));
            let mut policy = known.cloned().ok_or_else(|| view::no_such_policy(&input.policy_arn))?;
            let number = view::version_number(&policy, &input.version_id)?;
            if number == policy.default_version {
                return Err(view::conflict("Cannot delete the default version of a policy."));
            }
            policy.delete_version(number);
            data.put_policy(policy);
            Ok(json!({}))
        })
    }
}
