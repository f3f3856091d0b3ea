//! The kinds of policies, and which elements each may hold (rule A-77).

use serde::{Deserialize, Serialize};

/// What a policy document is for. The grammar differs by kind.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PolicyKind {
    /// Attached to a user, group or role, managed or inline; also what a permissions boundary is.
    Identity,
    /// Passed in the call that makes a session.
    Session,
    /// Attached to a resource such as a bucket.
    Resource,
    /// Says who may assume a role.
    Trust,
    /// Attached to a KMS key.
    Key,
    /// Service control policy of an organization.
    Scp,
    /// Resource control policy of an organization.
    Rcp,
    /// Attached to a VPC endpoint.
    VpcEndpoint,
}

/// The names of the elements, as AWS writes them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ElementName {
    /// `Version`
    Version,
    /// `Id`
    Id,
    /// `Statement`
    Statement,
    /// `Sid`
    Sid,
    /// `Effect`
    Effect,
    /// `Principal`
    Principal,
    /// `NotPrincipal`
    NotPrincipal,
    /// `Action`
    Action,
    /// `NotAction`
    NotAction,
    /// `Resource`
    Resource,
    /// `NotResource`
    NotResource,
    /// `Condition`
    Condition,
}

impl ElementName {
    /// The elements that stand beside each other at the top of a document.
    pub const TOP: &[Self] = &[Self::Version, Self::Id, Self::Statement];

    /// The elements of a statement.
    pub const IN_STATEMENT: &[Self] = &[
        Self::Sid,
        Self::Effect,
        Self::Principal,
        Self::NotPrincipal,
        Self::Action,
        Self::NotAction,
        Self::Resource,
        Self::NotResource,
        Self::Condition,
    ];

    /// The name as it stands in a document.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Version => "Version",
            Self::Id => "Id",
            Self::Statement => "Statement",
            Self::Sid => "Sid",
            Self::Effect => "Effect",
            Self::Principal => "Principal",
            Self::NotPrincipal => "NotPrincipal",
            Self::Action => "Action",
            Self::NotAction => "NotAction",
            Self::Resource => "Resource",
            Self::NotResource => "NotResource",
            Self::Condition => "Condition",
        }
    }
}

impl PolicyKind {
    /// Whether statements of this kind say who they are about.
    #[must_use]
    pub const fn has_principal(self) -> bool {
        matches!(self, Self::Resource | Self::Trust | Self::Key | Self::Rcp | Self::VpcEndpoint)
    }

    /// Whether statements of this kind say which resource they are about. A trust policy does not:
    /// its role is the resource (rule A-18).
    #[must_use]
    pub const fn has_resource(self) -> bool {
        !matches!(self, Self::Trust)
    }

    /// Whether a statement may leave `Resource` out. AWS allows it in some resource-based policies,
    /// where it then means the resource that the policy hangs on (rule A-18).
    #[must_use]
    pub const fn resource_is_optional(self) -> bool {
        matches!(self, Self::Trust | Self::Key)
    }

    /// Whether `element` may stand in a statement, or at the top, of a document of this kind.
    #[must_use]
    pub const fn allows(self, element: ElementName) -> bool {
        match element {
            ElementName::Id => matches!(self, Self::Resource | Self::Trust | Self::Key | Self::VpcEndpoint),
            ElementName::Principal => self.has_principal(),
            ElementName::NotPrincipal => self.has_principal() && !matches!(self, Self::Trust | Self::Rcp),
            ElementName::NotAction => !matches!(self, Self::Rcp),
            ElementName::Resource | ElementName::NotResource => self.has_resource(),
            _ => true,
        }
    }
}
