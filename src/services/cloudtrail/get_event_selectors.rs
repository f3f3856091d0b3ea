//! `cloudtrail:GetEventSelectors`: shows what a trail records.

use super::{input, view};
use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        trail_name: String,
    }
}

/// `cloudtrail:GetEventSelectors`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetEventSelectors;

impl Operation for GetEventSelectors {
    type Input = Input;

    const NAME: &'static str = "cloudtrail:GetEventSelectors";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![input::check(Self::NAME, stage, &input.trail_name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        Ok(view::selectors(&input::find(stage, &input.trail_name)?))
    }
}
