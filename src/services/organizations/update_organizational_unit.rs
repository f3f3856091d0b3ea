//! `organizations:UpdateOrganizationalUnit`: gives a unit another name; its id stays.

use super::{document, error, scope};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::OrganizationalUnit;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        organizational_unit_id: String,
        name: Option<String>,
    }
}

/// `organizations:UpdateOrganizationalUnit`
#[derive(Clone, Copy, Debug)]
pub(crate) struct UpdateOrganizationalUnit;

impl Operation for UpdateOrganizationalUnit {
    type Input = Input;

    const NAME: &'static str = "organizations:UpdateOrganizationalUnit";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![scope::check(Self::NAME, stage, |organization| organization.target_arn(&input.organizational_unit_id))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        scope::change(stage, |organization| {
            let mut unit = organization.unit(&input.organizational_unit_id).ok_or_else(error::no_unit)?.clone();
            if let Some(name) = input.name {
                let is_other = |known: &OrganizationalUnit| known.id != unit.id && *known.name == *name;
                if organization.units_in(&unit.parent).any(is_other) {
                    return Err(error::duplicate_unit());
                }
                organization.rename_unit(&unit.id, &name);
                unit.name = name.into();
            }
            Ok(json!({ "OrganizationalUnit": document::unit(organization, &unit) }))
        })
    }
}
