//! `sandbox:RestartApplication`: starts an application anew, so that its SDK looks for credentials again.

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

/// `sandbox:RestartApplication`
#[derive(Clone, Copy, Debug)]
pub(crate) struct RestartApplication;

impl Operation for RestartApplication {
    type Input = Input;

    const NAME: &'static str = "sandbox:RestartApplication";

    fn checks(_: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        application::check_owner(stage, Self::NAME)
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut restarted = application::find(stage, &input.name)?;
        restarted.holding = None;
        stage.world.put_application(restarted);
        Ok(json!({}))
    }
}
