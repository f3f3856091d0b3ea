//! `iam:CreatePolicyVersion`: writes a new version of a managed policy (rules E-18, E-19).

use super::holder::in_account;
use super::managed;
use super::managed::managed_document;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::PolicyVersion;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        policy_arn: Arn,
        policy_document: String,
        set_as_default: Option<bool>,
    }
}

/// `iam:CreatePolicyVersion`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreatePolicyVersion;

impl Operation for CreatePolicyVersion {
    type Input = Input;

    const NAME: &'static str = "iam:CreatePolicyVersion";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.policy_arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let quota = Quota::VersionsPerManagedPolicy.value();
        let document = managed_document(&input.policy_document)?;
        let created = stage.now;
        in_account(stage, |account| {
            let mut policy = managed::find_own(account, &input.policy_arn)?.clone();
            if policy.versions.len() >= quota {
                let message = "A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.";
                return Err(ApiError::limit_exceeded(message));
            }
            let number = policy.next_version();
            policy.versions.insert(number, PolicyVersion { document, created });
            if input.set_as_default.unwrap_or(false) {
                policy.default_version = number;
            }
            let is_default = policy.default_version == number;
            account.put_policy(policy);
            Ok(json!({ "PolicyVersion": {
                "VersionId": format!("v{number}"), "IsDefaultVersion": is_default, "CreateDate": created,
            }}))
        })
    }
}
