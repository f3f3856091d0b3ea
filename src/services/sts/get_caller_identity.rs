//! `sts:GetCallerIdentity`: says who the credentials speak for; needs no permission (rule F-29).

use crate::authz::{AccessCheck, Authenticated};
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {}
}

/// `sts:GetCallerIdentity`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetCallerIdentity;

impl Operation for GetCallerIdentity {
    type Input = Input;

    const NAME: &'static str = "sts:GetCallerIdentity";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(_: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        match stage.caller {
            Authenticated::Owner(account) => {
                Ok(json!({ "UserId": account, "Account": account, "Arn": account.root_arn() }))
            }
            Authenticated::Caller(caller) => {
                Ok(json!({ "UserId": caller.user_id, "Account": caller.account(), "Arn": caller.principal.arn() }))
            }
        }
    }
}
