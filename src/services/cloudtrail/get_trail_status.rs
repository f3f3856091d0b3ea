//! `cloudtrail:GetTrailStatus`: tells whether a trail records, and since when.

use super::input::{self, OfTrail};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `cloudtrail:GetTrailStatus`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetTrailStatus;

impl Operation for GetTrailStatus {
    type Input = OfTrail;

    const NAME: &'static str = "cloudtrail:GetTrailStatus";
    const IS_READ: bool = true;

    fn checks(input: &OfTrail, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![input::check(Self::NAME, stage, &input.name)])
    }

    fn execute(input: OfTrail, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let trail = input::find(stage, &input.name)?;
        let mut status = json!({ "IsLogging": trail.is_logging });
        let times = [("StartLoggingTime", trail.started), ("StopLoggingTime", trail.stopped)];
        for (name, at) in times.into_iter().filter_map(|(name, at)| Some((name, at?))) {
            status[name] = json!(at);
        }
        Ok(status)
    }
}
