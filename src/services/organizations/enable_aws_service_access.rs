//! `organizations:EnableAWSServiceAccess`: lets a service work with the organization: trusted access.

use super::scope;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        service_principal: String,
    }
}

/// `organizations:EnableAWSServiceAccess`
#[derive(Clone, Copy, Debug)]
pub(crate) struct EnableAwsServiceAccess;

impl Operation for EnableAwsServiceAccess {
    type Input = Input;

    const NAME: &'static str = "organizations:EnableAWSServiceAccess";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = AccessCheck::new(Self::NAME, "*");
        Ok(vec![check.with("organizations:ServicePrincipal", &input.service_principal)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let now = stage.now;
        scope::check_service(&input.service_principal)?;
        scope::change(stage, |organization| {
            organization.trust(&input.service_principal, now);
            Ok(json!({}))
        })
    }
}
