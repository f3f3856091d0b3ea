//! `sandbox:RemoveApplication`: takes an application away.

use super::application;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        name: String,
    }
}

/// `sandbox:RemoveApplication`
#[derive(Clone, Copy, Debug)]
pub(crate) struct RemoveApplication;

impl Operation for RemoveApplication {
    type Input = Input;

    const NAME: &'static str = "sandbox:RemoveApplication";

    fn checks(_: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        application::check_owner(stage, Self::NAME)
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        application::find(stage, &input.name)?;
        stage.world.remove_application(&input.name);
        Ok(json!({}))
    }
}
