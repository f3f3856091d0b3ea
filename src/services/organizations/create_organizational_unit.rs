//! `organizations:CreateOrganizationalUnit`: makes a unit in the root or in another unit.

use super::{document, error, parent, scope, tagging};
use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::json::json;
use crate::services::request::request;
use crate::services::tags::Tag;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{OrganizationalUnit, Tags};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        name: String,
        parent_id: String,
        tags: Vec<Tag>,
    }
}

/// `organizations:CreateOrganizationalUnit`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateOrganizationalUnit;

impl Operation for CreateOrganizationalUnit {
    type Input = Input;

    const NAME: &'static str = "organizations:CreateOrganizationalUnit";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = scope::check(Self::NAME, stage, |organization| organization.target_arn(&input.parent_id));
        Ok(tagging::checks_of_new(check, &input.tags))
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let organization = scope::managed(stage)?;
        parent::check(organization, &input.parent_id)?;
        if organization.depth(&input.parent_id) >= Quota::OrganizationalUnitDepth.value() {
            return Err(error::constraint("You have exceeded the allowed depth for an organizational unit."));
        }
        if organization.units().count() >= Quota::OrganizationalUnitsPerOrganization.value() {
            return Err(error::constraint("You have exceeded the allowed number of organizational units."));
        }
        let is_same = |unit: &OrganizationalUnit| *unit.parent == *input.parent_id && *unit.name == *input.name;
        if organization.units().any(is_same) {
            return Err(error::duplicate_unit());
        }
        let prefix = format!("ou-{}-", organization.root.trim_start_matches("r-"));
        let id = stage.world.next_lower_case_id(&prefix, 8);
        let mut tags = Tags::new();
        tagging::put(&mut tags, input.tags)?;
        scope::change(stage, |organization| {
            let unit = OrganizationalUnit { id, name: input.name.into(), parent: input.parent_id.into() };
            organization.set_tags(&unit.id, tags);
            let output = json!({ "OrganizationalUnit": document::unit(organization, &unit) });
            organization.add_unit(unit);
            Ok(output)
        })
    }
}
