//! `organizations:DeleteOrganizationalUnit`: takes away a unit that nothing is in.

use super::{error, scope};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        organizational_unit_id: String,
    }
}

/// `organizations:DeleteOrganizationalUnit`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteOrganizationalUnit;

impl Operation for DeleteOrganizationalUnit {
    type Input = Input;

    const NAME: &'static str = "organizations:DeleteOrganizationalUnit";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![scope::check(Self::NAME, stage, |organization| organization.target_arn(&input.organizational_unit_id))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        scope::change(stage, |organization| {
            let id = &input.organizational_unit_id;
            organization.unit(id).ok_or_else(error::no_unit)?;
            if organization.units_in(id).next().is_some() || organization.accounts_in(id).next().is_some() {
                return Err(error::unit_not_empty());
            }
            organization.remove_unit(id);
            Ok(json!({}))
        })
    }
}
