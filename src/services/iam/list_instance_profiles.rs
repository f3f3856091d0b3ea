//! `iam:ListInstanceProfiles`: lists the instance profiles of the account, by name.

use super::input::OfPath;
use super::{entity, instance_profile};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:ListInstanceProfiles`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListInstanceProfiles;

impl Operation for ListInstanceProfiles {
    type Input = OfPath;

    const NAME: &'static str = "iam:ListInstanceProfiles";
    const IS_READ: bool = true;

    fn checks(_: &OfPath, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(input: OfPath, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let prefix = format!("{}{}", instance_profile::WORD, input.path_prefix.as_deref().unwrap_or("/"));
        let account = entity::account(stage)?;
        let all = account.instance_profiles().filter(|profile| profile.arn.resource().starts_with(&prefix));
        let all: Vec<Value> = all.map(|profile| instance_profile::in_list(account, profile)).collect();
        Ok(json!({ "InstanceProfiles": all }))
    }
}
