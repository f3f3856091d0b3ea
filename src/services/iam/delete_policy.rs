//! `iam:DeletePolicy`: deletes a managed policy that nobody holds, with its one version (rule E-15).

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
}

/// `iam:DeletePolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeletePolicy;

impl Operation for DeletePolicy {
    type Input = Input;

    const NAME: &'static str = "iam:DeletePolicy";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.policy_arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let account = stage.account();
        in_account(stage, |data| {
            let known = data.policy(&input.policy_arn).filter(|_| input.policy_arn.account() == Some(account));
            let policy = known.ok_or_else(|| view::no_such_policy(&input.policy_arn))?;
            let n_users = view::n_attached(data, &input.policy_arn) + view::n_limited(data, &input.policy_arn);
            if n_users > 0 {
                return Err(view::conflict("Cannot delete a policy attached to entities."));
            }
            if policy.versions.len() > 1 {
                let message = "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.";
                return Err(view::conflict(message));
            }
            data.remove_policy(&input.policy_arn);
            Ok(json!({}))
        })
    }
}
