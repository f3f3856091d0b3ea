//! `organizations:DescribeOrganizationalUnit`: shows a unit.

use super::{document, error, scope};
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

/// `organizations:DescribeOrganizationalUnit`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DescribeOrganizationalUnit;

impl Operation for DescribeOrganizationalUnit {
    type Input = Input;

    const NAME: &'static str = "organizations:DescribeOrganizationalUnit";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![scope::check(Self::NAME, stage, |organization| organization.target_arn(&input.organizational_unit_id))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let organization = scope::seen(stage)?;
        let unit = organization.unit(&input.organizational_unit_id).ok_or_else(error::no_unit)?;
        Ok(json!({ "OrganizationalUnit": document::unit(organization, unit) }))
    }
}
