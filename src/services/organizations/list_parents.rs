//! `organizations:ListParents`: the root or unit that an account or unit is in.

use super::scope;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        child_id: String,
    }
}

/// `organizations:ListParents`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListParents;

impl Operation for ListParents {
    type Input = Input;

    const NAME: &'static str = "organizations:ListParents";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![scope::check(Self::NAME, stage, |organization| organization.target_arn(&input.child_id))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let organization = scope::seen(stage)?;
        let missing = || {
            let message =
                "We can't find an organizational unit (OU) or AWS account with the ChildId that you specified.";
            ApiError::new("ChildNotFoundException", 400, message)
        };
        let parent = organization.parent(&input.child_id).ok_or_else(missing)?;
        let kind = if *parent == *organization.root { "ROOT" } else { "ORGANIZATIONAL_UNIT" };
        Ok(json!({ "Parents": [{ "Id": parent, "Type": kind }] }))
    }
}
