//! `organizations:DisableAWSServiceAccess`: ends the trusted access of a service that nobody administers.

use super::{error, scope};
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

/// `organizations:DisableAWSServiceAccess`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DisableAwsServiceAccess;

impl Operation for DisableAwsServiceAccess {
    type Input = Input;

    const NAME: &'static str = "organizations:DisableAWSServiceAccess";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = AccessCheck::new(Self::NAME, "*");
        Ok(vec![check.with("organizations:ServicePrincipal", &input.service_principal)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        scope::check_service(&input.service_principal)?;
        scope::change(stage, |organization| {
            let service = input.service_principal.as_str();
            if organization.delegated_administrators().any(|(_, services)| services.contains_key(service)) {
                return Err(error::constraint(
                    "You attempted to disable service access before you deregistered the delegated administrator.",
                ));
            }
            organization.distrust(service);
            Ok(json!({}))
        })
    }
}
