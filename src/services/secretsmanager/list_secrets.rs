//! `secretsmanager:ListSecrets`: lists the secrets of an account in a Region, without what is in them.

use super::secret;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        include_planned_deletion: Option<bool>,
    }
}

/// `secretsmanager:ListSecrets`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListSecrets;

impl Operation for ListSecrets {
    type Input = Input;

    const NAME: &'static str = "secretsmanager:ListSecrets";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let is_all = input.include_planned_deletion.unwrap_or_default();
        let listed = secret::all(stage).filter(|known| is_all || known.deletion.is_none());
        Ok(json!({ "SecretList": listed.map(secret::view).collect::<Vec<_>>() }))
    }
}
