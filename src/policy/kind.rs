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

    /// Whether a statement may leave `Resource` out, and then is about the resource that the policy
    /// hangs on (rule A-18). S3 asks for it all the same; ECR and others do not.
    #[must_use]
    pub const fn resource_is_optional(self) -> bool {
        matches!(self, Self::Trust | Self::Resource)
    }

    /// Whether the service takes a statement without `Action` or `Resource`, which then has no
    /// effect, as KMS does.
    #[must_use]
    pub const fn takes_ineffective_statements(self) -> bool {
        matches!(self, Self::Key)
    }

    /// Whether the API limits the characters of documents of this kind (rule A-9). S3, EC2 and
    /// Organizations say nothing of the sort.
    #[must_use]
    pub const fn limits_characters(self) -> bool {
        matches!(self, Self::Identity | Self::Session | Self::Trust | Self::Key)
    }

    /// Whether a `Sid` is letters and digits only (rule A-23).
    #[must_use]
    pub const fn limits_sid(self) -> bool {
        !matches!(self, Self::Resource | Self::Key | Self::VpcEndpoint)
    }

    /// The code of the error that the service answers to a document that is no policy: that of IAM
    /// and STS, of S3 for bucket policies, of KMS, of Organizations, of EC2.
    #[must_use]
    pub const fn malformed_error(self) -> &'static str {
        match self {
            Self::Identity | Self::Session | Self::Trust => "MalformedPolicyDocument",
            Self::Resource => "MalformedPolicy",
            Self::Key | Self::Scp | Self::Rcp => "MalformedPolicyDocumentException",
            Self::VpcEndpoint => "InvalidPolicyDocument",
        }
    }

    /// The code of the error that the service answers to a document over its quota (rule A-70). EC2
    /// does not say what it answers.
    #[must_use]
    pub const fn size_error(self) -> Option<&'static str> {
        match self {
            Self::Identity | Self::Trust => Some("LimitExceeded"),
            Self::Session => Some("ValidationError"),
            Self::Resource => Some("PolicyTooLarge"),
            Self::Key => Some("LimitExceededException"),
            Self::Scp | Self::Rcp => Some("ConstraintViolationException"),
            Self::VpcEndpoint => None,
        }
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
