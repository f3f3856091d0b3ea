//! Which layers have a say in a request, and on which side of it they stand (rules C-11, C-17, C-20, C-64).
//!
//! This reads who asks, what is asked for and what is set, never a statement: a layer that bears on a
//! request may still be silent about it.

use super::action::ActionName;
use super::applicable::{ApplicablePolicies, PolicyLayer};
use super::principal::CallerKind;
use super::request::{AuthorizationRequest, ContextValue, Principal};
use super::trace::{NotApplicable, Station};
use crate::catalog;

/// Calls that need no permission, in lower case (rule C-44).
const EXEMPT_ACTIONS: &[&str] = &["sts:getcalleridentity", "sts:getsessiontoken"];

/// What the root user of an account may do to the policies of its own buckets and queues, whatever these
/// say, so that nobody locks themselves out (rule C-53).
const UNLOCKING_ACTIONS: &[&str] = &[
    "s3:getbucketpolicy",
    "s3:putbucketpolicy",
    "s3:deletebucketpolicy",
    "sqs:getqueueattributes",
    "sqs:setqueueattributes",
];

/// Whose policies a station looks at. A request from one account to another is judged twice, once in each
/// (rule C-45), and both judgements must say yes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Side {
    /// Both accounts', or those of the only one there is.
    Both,
    /// The caller's account's.
    Caller,
    /// The account's that owns the resource.
    Resource,
}

impl Side {
    /// How many there are.
    pub(super) const N: usize = 3;

    /// The side of `station` in `request`.
    ///
    /// Within one account, and for callers who have none, there is a single rail and everything is on it.
    /// Across accounts authentication and the search for denials come before the rails part. So does the
    /// gate of a VPC endpoint: the endpoint stands on the way, in an account that need be neither's.
    #[must_use]
    pub fn of(station: Station, request: &AuthorizationRequest) -> Self {
        if !request.is_cross_account() {
            return Self::Both;
        }
        match station {
            Station::Authentication | Station::ExplicitDeny => Self::Both,
            Station::Rcp | Station::Resource => Self::Resource,
            Station::Scp | Station::Identity | Station::PermissionsBoundary | Station::Session => Self::Caller,
        }
    }
}

/// Whether the action needs no permission.
pub(super) fn is_exempt(action: &ActionName) -> bool {
    EXEMPT_ACTIONS.contains(&action.folded())
}

/// Whether a layer has a say in the request, or why not.
#[inline]
pub(super) fn is_bound(
    layer: PolicyLayer,
    request: &AuthorizationRequest,
    policies: &ApplicablePolicies,
) -> Result<(), NotApplicable> {
    let kind = CallerKind::of(&request.principal);
    match layer {
        PolicyLayer::Resource if may_always_unlock(request) => Err(NotApplicable::RootOfOwner),
        PolicyLayer::VpcEndpoint | PolicyLayer::Resource => Ok(()),
        PolicyLayer::Rcp => are_rcps_bound(request, policies),
        _ if kind == CallerKind::NoAccount => Err(NotApplicable::NoPrincipalAccount),
        PolicyLayer::Scp => are_scps_bound(request, policies),
        PolicyLayer::Identity | PolicyLayer::PermissionsBoundary if kind == CallerKind::Root => {
            Err(NotApplicable::RootUser)
        }
        PolicyLayer::Identity | PolicyLayer::PermissionsBoundary | PolicyLayer::Session => Ok(()),
    }
}

fn are_rcps_bound(request: &AuthorizationRequest, policies: &ApplicablePolicies) -> Result<(), NotApplicable> {
    let is_known_to_be_none = policies.resource.rcps.is_none() && !policies.unknown.contains(PolicyLayer::Rcp);
    match () {
        () if policies.resource.is_management_account => Err(NotApplicable::ManagementAccount),
        () if is_known_to_be_none => Err(NotApplicable::NoOrganization),
        () if is_service_linked(&request.principal) => Err(NotApplicable::ServiceLinkedRole),
        // The one call that RCPs leave alone (C-20).
        () if request.action.folded() == "kms:retiregrant" => Err(NotApplicable::Exempt),
        () if is_on_aws_managed_key(request) => Err(NotApplicable::AwsManagedKey),
        () if !catalog::supports_rcps(request.action.service()) => Err(NotApplicable::ServiceNotCovered),
        () => Ok(()),
    }
}

fn are_scps_bound(request: &AuthorizationRequest, policies: &ApplicablePolicies) -> Result<(), NotApplicable> {
    let is_known_to_be_none = policies.principal.scps.is_none() && !policies.unknown.contains(PolicyLayer::Scp);
    match () {
        () if policies.principal.is_management_account => Err(NotApplicable::ManagementAccount),
        () if is_known_to_be_none => Err(NotApplicable::NoOrganization),
        () if is_service_linked(&request.principal) => Err(NotApplicable::ServiceLinkedRole),
        () => Ok(()),
    }
}

fn is_service_linked(principal: &Principal) -> bool {
    matches!(principal, Principal::AssumedRole { is_service_linked: true, .. })
}

/// The alias `aws/…` is kept for the keys that AWS manages in an account. A request tells it by its
/// resource, or by the aliases that KMS puts into the context.
fn is_on_aws_managed_key(request: &AuthorizationRequest) -> bool {
    if request.action.service() != "kms" {
        return false;
    }
    let of_key = ["kms:resourcealiases", "kms:requestalias"].into_iter();
    let mut aliases = of_key.filter_map(|key| request.context.get(key)).flat_map(ContextValue::values);
    let by_arn = request.resource.splitn(6, ':').nth(5).is_some_and(|name| name.starts_with("alias/aws/"));
    by_arn || aliases.any(|alias| alias.starts_with("alias/aws/"))
}

fn may_always_unlock(request: &AuthorizationRequest) -> bool {
    let is_root = matches!(request.principal, Principal::Root { .. } | Principal::AssumedRoot { .. });
    is_root && !request.is_cross_account() && UNLOCKING_ACTIONS.contains(&request.action.folded())
}
