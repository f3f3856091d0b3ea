//! `organizations:RegisterDelegatedAdministrator`: makes a member the administrator of a service for the whole organization.

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

/// `organizations:RegisterDelegatedAdministrator`
#[derive(Clone, Copy, Debug)]
pub(crate) struct RegisterDelegatedAdministrator;

impl Operation for RegisterDelegatedAdministrator {
    type Input = Input;

    const NAME: &'static str = "organizations:RegisterDelegatedAdministrator";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = scope::check(Self::NAME, stage, |organization| organization.target_arn(&input.account_id));
        Ok(vec![check.with("organizations:ServicePrincipal", &input.service_principal)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let now = stage.now;
        scope::check_service(&input.service_principal)?;
        scope::change(stage, |organization| {
            let (id, service) = (account::find(organization, &input.account_id)?, &input.service_principal);
            if id == organization.management_account {
                return Err(error::constraint(
                    "You attempted to register the management account of the organization as a delegated administrator for an AWS service integrated with Organizations. You can designate only a member account as a delegated administrator.",
                ));
            }
            if !organization.trusts(service) {
                return Err(error::constraint(
                    "You attempted to register a delegated administrator before you enabled service access. Call the EnableAWSServiceAccess API first.",
                ));
            }
            if organization.is_delegated(id, Some(service)) {
                return Err(error::already_registered());
            }
            organization.delegate(id, service, now);
            Ok(json!({}))
        })
    }
}
