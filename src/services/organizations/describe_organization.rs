//! `organizations:DescribeOrganization`: what every member account may know of its organization.

use super::scope;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{Organization, OrganizationPolicyType};
use serde_json::Value;

request! {
    /// The request, which has no members.
    pub(crate) struct Input {}
}

/// `organizations:DescribeOrganization`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DescribeOrganization;

impl Operation for DescribeOrganization {
    type Input = Input;

    const NAME: &'static str = "organizations:DescribeOrganization";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(_: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        Ok(json!({ "Organization": described(scope::organization(stage)?) }))
    }
}

/// An organization as answers show it. That a type is available says nothing of whether it is on.
pub(super) fn described(organization: &Organization) -> Value {
    let account = organization.management_account;
    let types: Vec<Value> =
        OrganizationPolicyType::ALL.iter().map(|kind| json!({ "Type": kind, "Status": "ENABLED" })).collect();
    let arn = format!("arn:aws:organizations::{account}:organization/{}", organization.id);
    json!({
        "Id": organization.id, "Arn": arn, "FeatureSet": "ALL",
        "MasterAccountId": account, "MasterAccountArn": organization.target_arn(&account.to_string()),
        "AvailablePolicyTypes": types,
    })
}
