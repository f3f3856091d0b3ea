//! `cloudtrail:DeleteTrail`: deletes a trail; what it delivered stays in the bucket.

use super::input::{self, OfTrail};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `cloudtrail:DeleteTrail`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteTrail;

impl Operation for DeleteTrail {
    type Input = OfTrail;

    const NAME: &'static str = "cloudtrail:DeleteTrail";

    fn checks(input: &OfTrail, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![input::check(Self::NAME, stage, &input.name)])
    }

    fn execute(input: OfTrail, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let trail = input::find(stage, &input.name)?;
        stage.world.remove_trail(&trail.arn());
        Ok(json!({}))
    }
}
