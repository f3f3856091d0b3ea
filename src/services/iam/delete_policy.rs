//! `iam:DeletePolicy`: deletes a managed policy that nobody holds, with its one version (rule E-15).

use super::holder::in_account;
use super::input::OfPolicy;
use super::{entity, managed, view};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:DeletePolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeletePolicy;

impl Operation for DeletePolicy {
    type Input = OfPolicy;

    const NAME: &'static str = "iam:DeletePolicy";

    fn checks(input: &OfPolicy, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.policy_arn.as_str())])
    }

    fn execute(input: OfPolicy, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        in_account(stage, |account| {
            let policy = managed::find_own(account, &input.policy_arn)?;
            let n_users = view::n_attached(account, &input.policy_arn) + view::n_limited(account, &input.policy_arn);
            let has_versions = "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.";
            entity::check_free(&[
                (n_users > 0, "Cannot delete a policy attached to entities."),
                (policy.versions.len() > 1, has_versions),
            ])?;
            account.remove_policy(&input.policy_arn);
            Ok(json!({}))
        })
    }
}
