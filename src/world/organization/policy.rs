//! Policies of an organization: service control policies and resource control policies.

use crate::arn::Arn;
use crate::policy::PolicyKind;
use crate::world::StoredPolicy;
use serde::{Deserialize, Serialize};

/// A type of policies that bears on access. AWS has further ones, which do not (rule C-62).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum OrganizationPolicyType {
    /// `SERVICE_CONTROL_POLICY`: limits the principals of the accounts.
    ServiceControlPolicy,
    /// `RESOURCE_CONTROL_POLICY`: limits access to the resources of the accounts.
    ResourceControlPolicy,
}

impl OrganizationPolicyType {
    /// Both types, SCPs first.
    pub const ALL: [Self; 2] = [Self::ServiceControlPolicy, Self::ResourceControlPolicy];

    /// The name as the API has it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ServiceControlPolicy => "SERVICE_CONTROL_POLICY",
            Self::ResourceControlPolicy => "RESOURCE_CONTROL_POLICY",
        }
    }

    /// The name as it stands in ARNs.
    #[must_use]
    pub const fn in_arn(self) -> &'static str {
        match self {
            Self::ServiceControlPolicy => "service_control_policy",
            Self::ResourceControlPolicy => "resource_control_policy",
        }
    }

    /// The grammar of its documents.
    #[must_use]
    pub const fn policy_kind(self) -> PolicyKind {
        match self {
            Self::ServiceControlPolicy => PolicyKind::Scp,
            Self::ResourceControlPolicy => PolicyKind::Rcp,
        }
    }
}

/// A policy of an organization. It has no versions: an update replaces what it says.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct OrganizationPolicy {
    /// `p-…`
    pub id: Box<str>,
    /// Unique among the policies of its type.
    pub name: Box<str>,
    /// What people say it is for.
    pub description: Box<str>,
    /// The type, which never changes.
    pub kind: OrganizationPolicyType,
    /// With the management account's id, or `aws` for AWS's own.
    pub arn: Arn,
    /// What it says.
    pub document: StoredPolicy,
}

impl OrganizationPolicy {
    /// Whether AWS owns it, so that customers can attach but not change it.
    #[must_use]
    pub fn is_from_aws(&self) -> bool {
        self.arn.account().is_none()
    }
}
