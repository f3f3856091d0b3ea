//! `organizations:ListCreateAccountStatus`: the accounts that were asked for, by how far each is: all are made at once here.

use super::{account, scope};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        states: Vec<String>,
    }
}

/// `organizations:ListCreateAccountStatus`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListCreateAccountStatus;

impl Operation for ListCreateAccountStatus {
    type Input = Input;

    const NAME: &'static str = "organizations:ListCreateAccountStatus";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let is_asked_for = input.states.is_empty() || input.states.iter().any(|state| state == "SUCCEEDED");
        let creations = scope::seen(stage)?.creations().filter(|_| is_asked_for).map(account::creation);
        Ok(json!({ "CreateAccountStatuses": creations.collect::<Vec<_>>() }))
    }
}
