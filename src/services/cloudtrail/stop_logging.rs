//! `cloudtrail:StopLogging`: ceases to record; the event history goes on.

use super::input::{self, OfTrail};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `cloudtrail:StopLogging`
#[derive(Clone, Copy, Debug)]
pub(crate) struct StopLogging;

impl Operation for StopLogging {
    type Input = OfTrail;

    const NAME: &'static str = "cloudtrail:StopLogging";

    fn checks(input: &OfTrail, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![input::check(Self::NAME, stage, &input.name)])
    }

    fn execute(input: OfTrail, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut trail = input::find(stage, &input.name)?;
        (trail.is_logging, trail.stopped) = (false, Some(stage.now));
        stage.world.put_trail(trail);
        Ok(json!({}))
    }
}
