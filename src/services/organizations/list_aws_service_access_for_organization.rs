//! `organizations:ListAWSServiceAccessForOrganization`: the services with trusted access.

use super::scope;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request, which has no members.
    pub(crate) struct Input {}
}

/// `organizations:ListAWSServiceAccessForOrganization`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListAwsServiceAccessForOrganization;

impl Operation for ListAwsServiceAccessForOrganization {
    type Input = Input;

    const NAME: &'static str = "organizations:ListAWSServiceAccessForOrganization";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(_: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let services = scope::seen(stage)?.trusted_services();
        let view = |(service, since)| json!({ "ServicePrincipal": service, "DateEnabled": since });
        Ok(json!({ "EnabledServicePrincipals": services.map(view).collect::<Vec<_>>() }))
    }
}
