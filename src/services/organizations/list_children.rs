//! `organizations:ListChildren`: the ids of the accounts or of the units right in the root or in a unit.

use super::{parent, scope};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        child_type: String,
        parent_id: String,
    }
}

/// `organizations:ListChildren`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListChildren;

impl Operation for ListChildren {
    type Input = Input;

    const NAME: &'static str = "organizations:ListChildren";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![scope::check(Self::NAME, stage, |organization| organization.target_arn(&input.parent_id))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let organization = scope::seen(stage)?;
        let parent = &input.parent_id;
        parent::check(organization, parent)?;
        let ids: Vec<String> = if input.child_type == "ACCOUNT" {
            organization.accounts_in(parent).map(|account| account.to_string()).collect()
        } else {
            organization.units_in(parent).map(|unit| unit.id.to_string()).collect()
        };
        let child = |id: &String| json!({ "Id": id, "Type": input.child_type });
        Ok(json!({ "Children": ids.iter().map(child).collect::<Vec<_>>() }))
    }
}
