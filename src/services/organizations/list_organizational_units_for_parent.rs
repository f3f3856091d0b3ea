//! `organizations:ListOrganizationalUnitsForParent`: the units right in the root or in a unit.

use super::parent::{self, OfParent};
use super::{document, scope};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `organizations:ListOrganizationalUnitsForParent`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListOrganizationalUnitsForParent;

impl Operation for ListOrganizationalUnitsForParent {
    type Input = OfParent;

    const NAME: &'static str = "organizations:ListOrganizationalUnitsForParent";
    const IS_READ: bool = true;

    fn checks(input: &OfParent, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(input.checks(Self::NAME, stage))
    }

    fn execute(input: OfParent, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let organization = scope::seen(stage)?;
        parent::check(organization, &input.parent_id)?;
        let units = organization.units_in(&input.parent_id).map(|unit| document::unit(organization, unit));
        Ok(json!({ "OrganizationalUnits": units.collect::<Vec<_>>() }))
    }
}
