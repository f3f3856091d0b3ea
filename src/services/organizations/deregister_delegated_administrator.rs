//! `organizations:DeregisterDelegatedAdministrator`: takes a service from the member that administers it.

use super::{account, error, scope};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        account_id: String,
        service_principal: String,
    }
}

/// `organizations:DeregisterDelegatedAdministrator`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeregisterDelegatedAdministrator;

impl Operation for DeregisterDelegatedAdministrator {
    type Input = Input;

    const NAME: &'static str = "organizations:DeregisterDelegatedAdministrator";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = scope::check(Self::NAME, stage, |organization| organization.target_arn(&input.account_id));
        Ok(vec![check.with("organizations:ServicePrincipal", &input.service_principal)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        scope::check_service(&input.service_principal)?;
        scope::change(stage, |organization| {
            let id = account::find(organization, &input.account_id)?;
            if !organization.is_delegated(id, Some(&input.service_principal)) {
                return Err(error::not_registered());
            }
            organization.end_delegation(id, &input.service_principal);
            Ok(json!({}))
        })
    }
}
