//! `organizations:DescribeCreateAccountStatus`: how far the making of an account is.

use super::{account, error, scope};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        create_account_request_id: String,
    }
}

/// `organizations:DescribeCreateAccountStatus`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DescribeCreateAccountStatus;

impl Operation for DescribeCreateAccountStatus {
    type Input = Input;

    const NAME: &'static str = "organizations:DescribeCreateAccountStatus";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let organization = scope::seen(stage)?;
        let mut creations = organization.creations();
        let found = creations.find(|creation| *creation.id == *input.create_account_request_id);
        Ok(json!({ "CreateAccountStatus": account::creation(found.ok_or_else(error::no_creation)?) }))
    }
}
