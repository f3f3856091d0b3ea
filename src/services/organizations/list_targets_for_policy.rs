//! `organizations:ListTargetsForPolicy`: what a policy is attached to.

use super::{error, scope};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        policy_id: String,
    }
}

/// `organizations:ListTargetsForPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListTargetsForPolicy;

impl Operation for ListTargetsForPolicy {
    type Input = Input;

    const NAME: &'static str = "organizations:ListTargetsForPolicy";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![scope::policy_check(Self::NAME, stage, &input.policy_id)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let organization = scope::seen(stage)?;
        organization.policy(&input.policy_id).ok_or_else(error::no_policy)?;
        let view = |id: &str| {
            let (kind, name) = match organization.unit(id) {
                Some(unit) => ("ORGANIZATIONAL_UNIT", &*unit.name),
                None if *id == *organization.root => ("ROOT", "Root"),
                None => {
                    let account = id.parse().ok().and_then(|account| stage.world.account(account));
                    ("ACCOUNT", account.map_or(id, |account| &account.name))
                }
            };
            json!({ "TargetId": id, "Arn": organization.target_arn(id), "Name": name, "Type": kind })
        };
        Ok(json!({ "Targets": organization.targets_of(&input.policy_id).map(view).collect::<Vec<_>>() }))
    }
}
