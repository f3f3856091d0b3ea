//! `sandbox:SetBillingAccess`: says whether IAM users and roles may come to billing. AWS has no call for it: it is a
//! setting of the console's account page, which only the root user sees (rule I-6).

use crate::authz::{AccessCheck, Authenticated};
use crate::eval::Principal;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        is_active: bool,
    }
}

/// `sandbox:SetBillingAccess`
#[derive(Clone, Copy, Debug)]
pub(crate) struct SetBillingAccess;

impl Operation for SetBillingAccess {
    type Input = Input;

    const NAME: &'static str = "sandbox:SetBillingAccess";

    fn checks(_: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        match stage.caller {
            Authenticated::Owner(_) => Ok(Vec::new()),
            Authenticated::Caller(caller) if matches!(caller.principal, Principal::Root { .. }) => Ok(Vec::new()),
            Authenticated::Caller(_) => {
                Err(ApiError::new("AccessDenied", 403, "Only the root user can activate IAM access to billing."))
            }
        }
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let id = stage.account();
        let _ = stage.world.change_account(id, |account| account.has_billing_access = input.is_active);
        Ok(json!({}))
    }
}
