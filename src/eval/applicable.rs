//! The policies that bear on a request, in layers.
//!
//! The principal's half depends on who asks, the resource's half on what is asked for; bulk
//! questions make each half once. Policies are shared, so that a record keeps the very versions
//! that it was judged by.

use crate::arn::Arn;
use crate::policy::Policy;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A layer of policies. The order is that of the stations (rule C-3).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PolicyLayer {
    /// Of the VPC endpoint that the call goes through.
    VpcEndpoint,
    /// Resource control policies of the resource's organization.
    Rcp,
    /// Service control policies of the principal's organization.
    Scp,
    /// Of the resource: bucket policy, trust policy, key policy.
    Resource,
    /// Of the user with its groups, or of the role.
    Identity,
    /// The permissions boundary of the user or role.
    PermissionsBoundary,
    /// Passed when the session was made.
    Session,
}

impl PolicyLayer {
    /// All layers, in the order of the stations.
    pub const ALL: [Self; 7] = [
        Self::VpcEndpoint,
        Self::Rcp,
        Self::Scp,
        Self::Resource,
        Self::Identity,
        Self::PermissionsBoundary,
        Self::Session,
    ];
}

/// A set of layers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct LayerSet(u8);

impl LayerSet {
    /// No layer.
    pub const EMPTY: Self = Self(0);

    /// The set with one layer more.
    #[must_use]
    pub const fn with(self, layer: PolicyLayer) -> Self {
        Self(self.0 | 1 << layer as u8)
    }

    /// Whether the layer is in the set.
    #[must_use]
    pub const fn contains(self, layer: PolicyLayer) -> bool {
        self.0 & (1 << layer as u8) != 0
    }

    /// Whether no layer is in the set.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The layers in the order of the stations.
    pub fn iter(self) -> impl Iterator<Item = PolicyLayer> {
        PolicyLayer::ALL.into_iter().filter(move |layer| self.contains(*layer))
    }
}

/// How a policy came to bear on the request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Attachment {
    /// On the principal itself, the role, or the resource.
    Direct,
    /// On a group that the user is in.
    Group(Box<str>),
    /// On all users of the account, by a setting of it.
    Account,
    /// Beside the key policy, as a grant of the key, which is no document that one could change (rule C-43).
    Grant,
    /// On the root, an organizational unit or an account of an organization.
    Level(Box<str>),
}

/// A policy and how it came here.
#[derive(Clone, PartialEq, Debug)]
pub struct AppliedPolicy {
    /// The policy in the version that holds.
    pub policy: Arc<Policy>,
    /// What people call it: a managed policy's name, an inline policy's name, the bucket's name.
    pub name: Box<str>,
    /// Managed policies have an ARN, the others none.
    pub arn: Option<Arn>,
    /// How it came to bear on the request.
    pub attachment: Attachment,
    /// For SCPs and RCPs the level, 0 being the root; else 0.
    pub level: u16,
}

impl AppliedPolicy {
    /// A policy that stands on the principal or the resource itself.
    #[must_use]
    pub fn direct(name: &str, policy: Arc<Policy>) -> Self {
        Self { policy, name: name.into(), arn: None, attachment: Attachment::Direct, level: 0 }
    }
}

/// What the resource's policy must do for access (rules C-37, C-40).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ResourcePolicyRule {
    /// This kind of resource has no policy of its own.
    #[default]
    None,
    /// It may grant on its own, as a bucket policy does.
    Grants,
    /// A role's trust policy: it must grant.
    Trust,
    /// A KMS key policy: it must grant, be it by handing over to the account.
    Key,
}

/// The half that follows from who asks.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct PrincipalPolicies {
    /// Of the user and its groups, or of the role.
    pub identity: Vec<AppliedPolicy>,
    /// None if no boundary is set. All of these must allow.
    pub permissions_boundary: Option<Vec<AppliedPolicy>>,
    /// None if no session policy was passed.
    pub session: Option<Vec<AppliedPolicy>>,
    /// SCPs with their levels; none if no SCP applies to the account.
    pub scps: Option<Vec<AppliedPolicy>>,
    /// How many levels stand from the root to the account.
    pub n_scp_levels: u16,
    /// Whether the account is the management account, which SCPs do not touch (C-17).
    pub is_management_account: bool,
}

/// The half that follows from what is asked for.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ResourcePolicies {
    /// The policy on the resource; beside it, of a KMS key, what its grants allow (rule C-43).
    pub resource: Vec<AppliedPolicy>,
    /// What that policy must do.
    pub rule: ResourcePolicyRule,
    /// Whether S3 Block Public Access restricts a bucket with a public policy to its own account and to
    /// services (`RestrictPublicBuckets`).
    pub is_public_access_blocked: bool,
    /// Whether the account that owns the resource is the management account, whose resources RCPs do not
    /// touch (C-20).
    pub is_management_account: bool,
    /// RCPs with their levels; none if the resource's account is under none. `RCPFullAWSAccess` is
    /// implied, so only denials are listed (C-21).
    pub rcps: Option<Vec<AppliedPolicy>>,
}

/// All policies that bear on one request.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ApplicablePolicies {
    /// The half that follows from who asks.
    pub principal: Arc<PrincipalPolicies>,
    /// The half that follows from what is asked for.
    pub resource: Arc<ResourcePolicies>,
    /// Of the endpoint that the call goes through; none if it goes through none.
    pub vpc_endpoint: Option<Vec<AppliedPolicy>>,
    /// Layers that bear on the request with policies nobody here has seen, as after an import that
    /// does not hold them. What is listed for such a layer does not count.
    pub unknown: LayerSet,
}

impl ApplicablePolicies {
    /// Whether a layer that need not be there is, even if it holds no policy.
    #[must_use]
    pub fn is_set(&self, layer: PolicyLayer) -> bool {
        match layer {
            PolicyLayer::Identity => true,
            PolicyLayer::Resource => !self.resource.resource.is_empty(),
            PolicyLayer::VpcEndpoint => self.vpc_endpoint.is_some(),
            PolicyLayer::Rcp => self.resource.rcps.is_some(),
            PolicyLayer::Scp => self.principal.scps.is_some(),
            PolicyLayer::PermissionsBoundary => self.principal.permissions_boundary.is_some(),
            PolicyLayer::Session => self.principal.session.is_some(),
        }
    }

    /// The policies of a layer; empty also where the layer does not apply.
    #[must_use]
    pub fn layer(&self, layer: PolicyLayer) -> &[AppliedPolicy] {
        let optional = match layer {
            PolicyLayer::Identity => return &self.principal.identity,
            PolicyLayer::Resource => return &self.resource.resource,
            PolicyLayer::VpcEndpoint => &self.vpc_endpoint,
            PolicyLayer::Rcp => &self.resource.rcps,
            PolicyLayer::Scp => &self.principal.scps,
            PolicyLayer::PermissionsBoundary => &self.principal.permissions_boundary,
            PolicyLayer::Session => &self.principal.session,
        };
        optional.as_deref().unwrap_or_default()
    }
}
