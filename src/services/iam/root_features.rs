//! The switches of central root access, which the management account of an organization turns (rule F-22).

use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Stage};
use crate::world::{Organization, RootFeature};
use serde_json::Value;

/// The principal of IAM, which needs trusted access.
const SERVICE: &str = "iam.amazonaws.com";

request! {
    /// The request of all these calls, which has no members.
    pub(crate) struct Input {}
}

fn refused(code: &'static str, message: &str) -> ApiError {
    ApiError::new(code, 400, message)
}

/// The organization, for its management account and who administers IAM for it.
pub(super) fn seen<'a>(stage: &'a Stage<'_>) -> Result<&'a Organization, ApiError> {
    let account = stage.account();
    let organization = stage.world.organization_of(account).ok_or_else(|| {
        refused(
            "OrganizationNotFoundException",
            "The request was rejected because no organization is associated with your account.",
        )
    })?;
    if organization.management_account != account && !organization.is_delegated(account, Some(SERVICE)) {
        return Err(refused(
            "AccountNotManagementOrDelegatedAdministratorException",
            "The request was rejected because the account making the request is not the management account or delegated administrator account for centralized root access.",
        ));
    }
    if !organization.trusts(SERVICE) {
        return Err(refused(
            "ServiceAccessNotEnabledException",
            "The request was rejected because trusted access is not enabled for IAM in AWS Organizations.",
        ));
    }
    Ok(organization)
}

/// What is on, as answers show it.
pub(super) fn view(organization: &Organization) -> Value {
    let features: Vec<RootFeature> = organization.root_features().collect();
    json!({ "OrganizationId": organization.id, "EnabledFeatures": features })
}

/// Turns a switch on or off.
pub(super) fn turn(stage: &mut Stage<'_>, feature: RootFeature, is_on: bool) -> Result<Value, ApiError> {
    let account = stage.account();
    let mut organization = seen(stage)?.clone();
    if organization.management_account != account {
        return Err(refused(
            "CallerIsNotManagementAccountException",
            "The request was rejected because the account making the request is not the management account for the organization.",
        ));
    }
    organization.set_root_feature(feature, is_on);
    let view = view(&organization);
    stage.world.put_organization(organization);
    Ok(view)
}
