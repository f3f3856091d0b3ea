//! `cloudtrail:GetTrail`: shows a trail.

use super::input::{self, OfTrail};
use super::view;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `cloudtrail:GetTrail`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetTrail;

impl Operation for GetTrail {
    type Input = OfTrail;

    const NAME: &'static str = "cloudtrail:GetTrail";
    const IS_READ: bool = true;

    fn checks(input: &OfTrail, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![input::check(Self::NAME, stage, &input.name)])
    }

    fn execute(input: OfTrail, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        Ok(json!({ "Trail": view::trail(&input::find(stage, &input.name)?) }))
    }
}
