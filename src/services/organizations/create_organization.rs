//! `organizations:CreateOrganization`: the account makes an organization and becomes its management account.

use super::{describe_organization, document, error};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{Organization, OrganizationPolicyType};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        feature_set: Option<String>,
    }
}

/// `organizations:CreateOrganization`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateOrganization;

/// The role that Organizations makes for itself in the account. It is asked for, and not shown in the
/// world: nothing here calls as that role.
const SERVICE_ROLE: &str = "aws-service-role/organizations.amazonaws.com/AWSServiceRoleForOrganizations";

impl Operation for CreateOrganization {
    type Input = Input;

    const NAME: &'static str = "organizations:CreateOrganization";

    fn checks(_: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let role = format!("arn:aws:iam::{}:role/{SERVICE_ROLE}", stage.account());
        let dependent = AccessCheck::new("iam:CreateServiceLinkedRole", &role);
        let dependent = dependent.with("iam:AWSServiceName", "organizations.amazonaws.com");
        Ok(vec![AccessCheck::new(Self::NAME, "*"), dependent])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        if input.feature_set.is_some_and(|features| features != "ALL") {
            return Err(error::invalid_input("You specified an invalid value."));
        }
        let account = stage.account();
        if stage.world.organization_of(account).is_some() {
            return Err(error::already_in_organization());
        }
        let id = stage.world.next_lower_case_id("o-", 10);
        let root = stage.world.next_lower_case_id("r-", 4);
        let mut organization = Organization::new(id, root, account);
        organization.enable(document::full_access(OrganizationPolicyType::ServiceControlPolicy)?);
        let output = json!({ "Organization": describe_organization::described(&organization) });
        stage.world.put_organization(organization);
        Ok(output)
    }
}
