//! `iam:GetPolicyVersion`: shows what a version of a managed policy says.

use super::view;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::catalog::managed_policy;
use crate::policy::pretty_value;
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

/// `iam:GetPolicyVersion`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetPolicyVersion;

impl Operation for GetPolicyVersion {
    type Input = Input;

    const NAME: &'static str = "iam:GetPolicyVersion";
    const IS_READ: bool = true;

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.policy_arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let known = view::find_policy(stage, &input.policy_arn);
        // What AWS publishes can be read though nobody has attached it.
        if let Some(published) = known.is_err().then(|| managed_policy(&input.policy_arn)).flatten() {
            if input.version_id != format!("v{}", published.version) {
                return Err(view::no_such_version(&input.policy_arn, &input.version_id));
            }
            return Ok(json!({ "PolicyVersion": {
                "Document": pretty_value(&published.document), "VersionId": input.version_id, "IsDefaultVersion": true,
            }}));
        }
        let policy = known?;
        let number = view::version_number(policy, &input.version_id)?;
        let shown = policy.versions.get(&number).map(|version| {
            let mut shown = view::version(policy, number, version);
            shown["Document"] = json!(version.document.text());
            shown
        });
        Ok(json!({ "PolicyVersion": shown }))
    }
}
