//! `iam:CreatePolicy`: makes a managed policy of the account.

use super::holder::in_account;
use super::managed::managed_document;
use super::tags::{self, Keys, Tag};
use super::{path, view};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::json::json;
use crate::services::request::request;
use crate::services::validate;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{IdKind, ManagedPolicy, PolicyVersion};
use serde_json::Value;
use std::collections::BTreeMap;

request! {
    /// The request.
    pub(crate) struct Input {
        policy_name: String,
        path: Option<String>,
        description: Option<String>,
        policy_document: String,
        tags: Vec<Tag>,
    }
}

/// `iam:CreatePolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreatePolicy;

impl Operation for CreatePolicy {
    type Input = Input;

    const NAME: &'static str = "iam:CreatePolicy";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let arn = arn(input, stage)?;
        let check = |action| tags::with(AccessCheck::new(action, arn.as_str()), &input.tags);
        let tagging = (!input.tags.is_empty()).then(|| check("iam:TagPolicy"));
        Ok(std::iter::once(check(Self::NAME)).chain(tagging).collect())
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let arn = arn(&input, stage)?;
        let document = managed_document(&input.policy_document)?;
        let mut tags = BTreeMap::new();
        tags::put(&mut tags, input.tags, Keys::AsTyped)?;
        let policy = ManagedPolicy {
            name: input.policy_name.clone().into(),
            arn: arn.clone(),
            id: Some(stage.world.next_id(IdKind::ManagedPolicy)),
            versions: BTreeMap::from([(1, PolicyVersion { document, created: stage.now })]),
            default_version: 1,
            description: input.description.as_deref().map(Into::into),
            tags,
            highest_deleted: 0,
        };
        in_account(stage, |account| {
            // Names are unique without regard to case (E-2).
            let is_taken =
                |known: &ManagedPolicy| !known.is_from_aws() && known.name.eq_ignore_ascii_case(&input.policy_name);
            if account.policies().any(is_taken) {
                let message =
                    format!("A policy called {} already exists. Duplicate names are not allowed.", input.policy_name);
                return Err(ApiError::new("EntityAlreadyExists", 409, message));
            }
            let n_own = account.policies().filter(|known| !known.is_from_aws()).count();
            validate::room(Quota::ManagedPoliciesPerAccount, "PoliciesPerAccount", n_own)?;
            let output = json!({ "Policy": view::with_tags(view::policy(account, &policy), &policy.tags) });
            account.put_policy(policy);
            Ok(output)
        })
    }
}

fn arn(input: &Input, stage: &Stage<'_>) -> Result<Arn, ApiError> {
    path::arn(stage.account(), "policy", input.path.as_deref(), &input.policy_name)
}
