//! Which policies bear on a request, and what is known about it.
//!
//! [`gather`] turns "alice wants to read payroll/may.csv" into the question that the evaluator
//! understands and the policies that it must weigh. alice is in group Readers, so for her request:
//!
//! | half      | policies                                            |
//! | --------- | --------------------------------------------------- |
//! | principal | Readers' and her own, her permissions boundary      |
//! | resource  | the bucket policy of payroll                        |
//!
//! An organization adds SCPs to the one and RCPs to the other.
//!
//! **Invariant:** nothing here decides. A policy that is gathered may still not match.

mod caller;
mod context_keys;
mod organization;
mod policies;
mod principal_keys;
mod resource_tags;
mod service_keys;
mod session_keys;
mod unseen;

pub use caller::{Authenticated, Caller};
pub use context_keys::Environment;
pub use policies::of_group as group_policies;
pub use principal_keys::principal_keys;

use crate::arn::AccountId;
use crate::clock::Timestamp;
use crate::eval::{ApplicablePolicies, AuthorizationRequest, RequestContext};
use crate::world::World;
use std::sync::Arc;

/// One permission that a call needs.
#[derive(Clone, PartialEq, Debug)]
pub struct AccessCheck {
    /// `prefix:Name`
    pub action: Box<str>,
    /// An ARN, or `*`.
    pub resource: Box<str>,
    /// Who owns the resource, where that cannot be told from the ARN.
    pub resource_account: Option<AccountId>,
    /// The grant of a KMS key that the call is about, which alone says who may retire it.
    pub grant: Option<Box<str>>,
    /// Condition keys that this call adds.
    pub context: RequestContext,
}

impl AccessCheck {
    /// Permission for `action` on `resource`, without further keys.
    #[must_use]
    pub fn new(action: &str, resource: &str) -> Self {
        let context = RequestContext::default();
        Self { action: action.into(), resource: resource.into(), resource_account: None, grant: None, context }
    }

    /// Whether the call is about a resource; keys and policies of a resource bear on no other (B-42).
    pub(crate) fn names_resource(&self) -> bool {
        self.resource.as_ref() != "*"
    }

    /// The same with one more condition key.
    #[must_use]
    pub fn with(mut self, key: &str, value: &str) -> Self {
        self.context.set_one(key, value);
        self
    }
}

fn is_assume_root(action: &str) -> bool {
    action.eq_ignore_ascii_case("sts:AssumeRoot")
}

/// The question for the evaluator, and the policies that bear on it.
#[must_use]
pub fn gather(
    world: &World,
    caller: &Caller,
    check: &AccessCheck,
    environment: &Environment,
    now: Timestamp,
) -> (AuthorizationRequest, ApplicablePolicies) {
    let owner = check.resource_account.or_else(|| world.resource_owner(&check.resource));
    let resource_account = owner.or_else(|| caller.account());
    // What lets AssumeRoot into a member account is the organization, not a policy there.
    let weighed_in = if is_assume_root(&check.action) { caller.account() } else { resource_account };
    let mut request = AuthorizationRequest {
        principal: caller.principal.clone(),
        action: check.action.clone().into(),
        resource: check.resource.clone(),
        resource_account: weighed_in.unwrap_or(AccountId::NOBODY),
        context: context_keys::context(world, caller, check, resource_account, environment, now),
    };
    let mut principal = policies::of_principal(world, caller);
    if let Some(account) = caller.account() {
        organization::add_scps(world, account, &mut principal);
    }
    let mut resource = policies::of_resource(world, caller, check);
    if let Some(account) = weighed_in.filter(|_| check.names_resource()) {
        organization::add_rcps(world, account, &mut resource);
    }
    let unknown = unseen::layers(world, caller, check, weighed_in, &resource);
    let policies = ApplicablePolicies {
        principal: Arc::new(principal),
        resource: Arc::new(resource),
        vpc_endpoint: environment.endpoint_of(world, caller, check).map(policies::of_endpoint),
        unknown,
    };
    unseen::set_tags(world, check, environment, &policies, &mut request.context);
    (request, policies)
}
