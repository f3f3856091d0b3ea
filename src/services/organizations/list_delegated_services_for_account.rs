//! `organizations:ListDelegatedServicesForAccount`: the services that a member administers.

use super::account::{self, OfAccount};
use super::{error, scope};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `organizations:ListDelegatedServicesForAccount`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListDelegatedServicesForAccount;

impl Operation for ListDelegatedServicesForAccount {
    type Input = OfAccount;

    const NAME: &'static str = "organizations:ListDelegatedServicesForAccount";
    const IS_READ: bool = true;

    fn checks(input: &OfAccount, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(input.checks(Self::NAME, stage))
    }

    fn execute(input: OfAccount, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let organization = scope::seen(stage)?;
        let id = account::find(organization, &input.account_id)?;
        let mut administrators = organization.delegated_administrators();
        let (_, services) = administrators.find(|(known, _)| *known == id).ok_or_else(error::not_registered)?;
        let view = |(service, since)| json!({ "ServicePrincipal": service, "DelegationEnabledDate": since });
        Ok(json!({ "DelegatedServices": services.iter().map(view).collect::<Vec<_>>() }))
    }
}
