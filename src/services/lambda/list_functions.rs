//! `lambda:ListFunctions`: lists the functions of the account in the Region.

use super::function;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {}
}

/// `lambda:ListFunctions`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListFunctions;

impl Operation for ListFunctions {
    type Input = Input;

    const NAME: &'static str = "lambda:ListFunctions";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(_: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let own = function::arn(stage, "");
        let here = stage.world.functions().filter(|known| known.arn.as_str().starts_with(own.as_str()));
        let here: Vec<Value> = here.map(function::view).collect();
        Ok(json!({ "Functions": here }))
    }
}
