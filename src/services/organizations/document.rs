//! The documents and names of an organization's policies, as Organizations takes them, and how answers show policies and
//! units.

use super::error;
use crate::catalog::{self, Quota};
use crate::json::json;
use crate::policy::{Author, pretty_value};
use crate::services::ApiError;
use crate::world::{Organization, OrganizationPolicy, OrganizationPolicyType, OrganizationalUnit, StoredPolicy};
use serde_json::Value;

/// Reads a document; its size counts with its white space, as the API saves it (rules ).
pub(super) fn parse(text: &str, kind: OrganizationPolicyType) -> Result<StoredPolicy, ApiError> {
    let quota = match kind {
        OrganizationPolicyType::ServiceControlPolicy => Quota::ScpCharacters,
        OrganizationPolicyType::ResourceControlPolicy => Quota::RcpCharacters,
    };
    if text.chars().count() > quota.value() {
        return Err(error::constraint("You have exceeded the maximum policy size."));
    }
    StoredPolicy::parse(text, kind.policy_kind()).map_err(|_| {
        let message = "The provided policy document does not meet the requirements of the specified policy type.";
        ApiError::new("MalformedPolicyDocumentException", 400, message)
    })
}

/// A name is not used twice for policies of a type.
pub(super) fn check_name(
    organization: &Organization,
    kind: OrganizationPolicyType,
    name: &str,
    own_id: Option<&str>,
) -> Result<(), ApiError> {
    let is_other = |policy: &&OrganizationPolicy| Some(&*policy.id) != own_id && policy.kind == kind;
    let is_taken = organization.policies().filter(is_other).any(|policy| *policy.name == *name);
    if is_taken { Err(error::duplicate_policy()) } else { Ok(()) }
}

/// The policy that AWS attaches everywhere when the type is turned on (rules C-15, C-21).
pub(super) fn full_access(kind: OrganizationPolicyType) -> Result<OrganizationPolicy, ApiError> {
    let missing = || ApiError::new("ServiceException", 500, "AWS Organizations can't complete your request.");
    let published = catalog::organization_policies().iter().find(|policy| *policy.policy_type == *kind.as_str());
    let published = published.ok_or_else(missing)?;
    let text = pretty_value(&published.document);
    let document = StoredPolicy::parse_by(&text, kind.policy_kind(), Author::Aws).map_err(|_| missing())?;
    let arn = format!("arn:aws:organizations::aws:policy/{}/{}", kind.in_arn(), published.id);
    Ok(OrganizationPolicy {
        id: published.id.clone(),
        name: published.name.clone(),
        description: published.description.clone(),
        kind,
        arn: arn.parse().map_err(|_| missing())?,
        document,
    })
}

/// A unit as answers show it.
pub(super) fn unit(organization: &Organization, unit: &OrganizationalUnit) -> Value {
    json!({ "Id": unit.id, "Arn": organization.target_arn(&unit.id), "Name": unit.name })
}

/// A policy without its document, as answers list it.
pub(super) fn summary(policy: &OrganizationPolicy) -> Value {
    json!({
        "Id": policy.id, "Arn": policy.arn, "Name": policy.name, "Description": policy.description,
        "Type": policy.kind, "AwsManaged": policy.is_from_aws(),
    })
}

/// A policy as answers show it.
pub(super) fn whole(policy: &OrganizationPolicy) -> Value {
    json!({ "Policy": { "PolicySummary": summary(policy), "Content": policy.document.text() } })
}
