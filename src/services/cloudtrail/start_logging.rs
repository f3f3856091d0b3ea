//! `cloudtrail:StartLogging`: begins to record what the trail selects.

use super::input::{self, OfTrail};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `cloudtrail:StartLogging`
#[derive(Clone, Copy, Debug)]
pub(crate) struct StartLogging;

impl Operation for StartLogging {
    type Input = OfTrail;

    const NAME: &'static str = "cloudtrail:StartLogging";

    fn checks(input: &OfTrail, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![input::check(Self::NAME, stage, &input.name)])
    }

    fn execute(input: OfTrail, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut trail = input::find(stage, &input.name)?;
        (trail.is_logging, trail.started) = (true, Some(stage.now));
        stage.world.put_trail(trail);
        Ok(json!({}))
    }
}
