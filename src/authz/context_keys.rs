//! The condition keys of a request: those that follow from the principal, the clock and the
//! resource, and those that the learner sets (tables B-42 to B-46).

use super::{AccessCheck, Caller, organization, principal_keys, resource_tags, service_keys, session_keys};
use crate::arn::{AccountId, Arn};
use crate::clock::Timestamp;
use crate::eval::{ContextValue, Principal, RequestContext};
use crate::world::{VpcEndpoint, World};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a request carries beside its content: where it comes from, and keys that somebody set.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Environment {
    /// Keys that replace what would be there; without a value the key is made absent.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub overrides: BTreeMap<Box<str>, Option<ContextValue>>,
    /// The public address that the call comes from, unless it goes through an endpoint.
    pub source_ip: Box<str>,
    /// The VPC endpoint that calls to its service go through; calls to other services take the public
    /// way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vpc_endpoint: Option<Box<str>>,
}

/// The private address of whoever calls from a VPC, in the words of `aws:VpcSourceIp`.
const ADDRESS_IN_VPC: &str = "10.0.0.9";

/// What calls, unless it was said.
const USER_AGENT: &str = "aws-cli/2";

impl Default for Environment {
    /// A call from a home address, which is no AWS address: 203.0.113.9, from the range for examples.
    fn default() -> Self {
        Self { overrides: BTreeMap::new(), source_ip: "203.0.113.9".into(), vpc_endpoint: None }
    }
}

impl Environment {
    /// The Region whose endpoint the call is sent to, where that was said.
    #[must_use]
    pub fn requested_region(&self) -> Option<&str> {
        self.set_to("aws:RequestedRegion")
    }

    /// What calls, in the words of `aws:UserAgent`.
    #[must_use]
    pub fn user_agent(&self) -> &str {
        self.set_to("aws:UserAgent").unwrap_or(USER_AGENT)
    }

    /// The private address of a call that goes through an endpoint.
    #[must_use]
    pub fn address_in_vpc(&self) -> &str {
        self.set_to("aws:VpcSourceIp").unwrap_or(ADDRESS_IN_VPC)
    }

    /// The one text that somebody set a key to.
    #[must_use]
    pub fn set_to(&self, key: &str) -> Option<&str> {
        let set = self.overrides.iter().find(|(name, _)| name.eq_ignore_ascii_case(key));
        match set?.1.as_ref()? {
            ContextValue::One(text) => Some(text),
            _ => None,
        }
    }

    /// The endpoint that a request for `action` goes through; a service calls from elsewhere.
    #[must_use]
    pub fn endpoint<'a>(&self, world: &'a World, caller: &Caller, action: &str) -> Option<&'a VpcEndpoint> {
        let service = action.split(':').next().unwrap_or_default();
        let is_service = matches!(caller.principal, Principal::Service { .. });
        let endpoint = self.vpc_endpoint.as_deref().filter(|_| !is_service).and_then(|id| world.vpc_endpoint(id));
        endpoint.filter(|endpoint| endpoint.service().eq_ignore_ascii_case(service))
    }

    /// The same for one permission: what a service asks for in the caller's name (rule C-57) goes through none of the
    /// caller's endpoints.
    #[must_use]
    pub(super) fn endpoint_of<'a>(
        &self,
        world: &'a World,
        caller: &Caller,
        check: &AccessCheck,
    ) -> Option<&'a VpcEndpoint> {
        self.endpoint(world, caller, &check.action).filter(|_| forwarding(check).is_none())
    }
}

/// The service that calls on with the caller's credentials, where one does: `kms:ViaService` begins with its name.
fn forwarding(check: &AccessCheck) -> Option<&str> {
    check.context.single("aws:viaawsservice").filter(|is_forwarded| *is_forwarded == "true")?;
    check.context.single("kms:viaservice")?.split('.').next()
}

pub(super) fn context(
    world: &World,
    caller: &Caller,
    check: &AccessCheck,
    resource_account: Option<AccountId>,
    environment: &Environment,
    now: Timestamp,
) -> RequestContext {
    let mut context = of_principal(world, caller, now);
    of_request(now, &mut context);
    of_network(world, caller, check, environment, &mut context);
    context.set_one("aws:RequestedRegion", region(world, &check.resource));
    if let Some(account) = caller.account() {
        organization::set_keys(world, "Principal", account, &mut context);
    }
    if let Some(account) = context.single("aws:sourceaccount").and_then(|account| account.parse().ok()) {
        organization::set_keys(world, "Source", account, &mut context);
    }
    if let Some(account) = resource_account.filter(|_| check.names_resource()) {
        context.set_one("aws:ResourceAccount", account.to_string());
        organization::set_keys(world, "Resource", account, &mut context);
    }
    service_keys::set(world, caller, check, resource_account, &mut context);
    if let Some(boundary) = boundary_of_target(world, check) {
        context.set_one("iam:PermissionsBoundary", boundary.as_str());
    }
    resource_tags::set(world, check, &mut context);
    for (key, value) in check.context.iter() {
        context.set(key, value.clone());
    }
    for (key, value) in &environment.overrides {
        match value {
            Some(value) => context.set(key, value.clone()),
            None => context.remove(key),
        }
    }
    context
}

fn of_principal(world: &World, caller: &Caller, now: Timestamp) -> RequestContext {
    let mut context = principal_keys(&caller.principal);
    if let Some(id) = &caller.user_id {
        context.set_one("aws:userid", id.clone());
    }
    let tags = match &caller.principal {
        Principal::User { arn, .. } | Principal::FederatedUser { user: arn, .. } => {
            world.user(arn).map(|user| &user.tags)
        }
        Principal::AssumedRole { role, .. } => world.role(role).map(|role| &role.tags),
        _ => None,
    };
    for (key, value) in tags.into_iter().flatten() {
        context.set_one(&format!("aws:PrincipalTag/{key}"), value.clone());
    }
    if let Some(session) = caller.access_key_id.as_deref().and_then(|key| world.session(key)) {
        session_keys::set(session, now, &mut context);
    }
    for (key, value) in caller.context.iter() {
        context.set(key, value.clone());
    }
    context
}

/// The IAM actions whose requests tell the boundary of the user or role that they are about (B-47); the table of
/// actions in the Service Authorization Reference has them. Those that set a boundary tell the one that is to be,
/// which only the call itself knows.
const TELLS_BOUNDARY: [&str; 15] = [
    "AttachRolePolicy",
    "AttachUserPolicy",
    "DeleteRole",
    "DeleteRolePermissionsBoundary",
    "DeleteRolePolicy",
    "DeleteUserPermissionsBoundary",
    "DeleteUserPolicy",
    "DetachRolePolicy",
    "DetachUserPolicy",
    "GetRole",
    "PutRolePolicy",
    "PutUserPolicy",
    "UpdateAssumeRolePolicy",
    "UpdateRole",
    "UpdateRoleDescription",
];

/// The boundary of the user or role that a request is about, where the request tells it.
fn boundary_of_target<'a>(world: &'a World, check: &AccessCheck) -> Option<&'a Arn> {
    let (service, action) = check.action.split_once(':')?;
    let tells = TELLS_BOUNDARY.iter().any(|known| known.eq_ignore_ascii_case(action));
    if !tells || !service.eq_ignore_ascii_case("iam") {
        return None;
    }
    let arn = check.resource.parse::<Arn>().ok()?;
    let of_user = world.user(&arn).and_then(|user| user.permissions_boundary.as_ref());
    of_user.or_else(|| world.role(&arn)?.permissions_boundary.as_ref())
}

fn of_request(now: Timestamp, context: &mut RequestContext) {
    context.set_one("aws:CurrentTime", now.to_string());
    context.set_one("aws:EpochTime", now.epoch_seconds().to_string());
    context.set_one("aws:SecureTransport", "true");
    context.set_one("aws:UserAgent", USER_AGENT);
    context.set_one("aws:ViaAWSService", "false");
}

/// Table B-44: the keys of a VPC endpoint, or the public address. A service that calls on tells the address of the
/// first call if that was public; of an endpoint that the first call came through it tells nothing (our reading).
fn of_network(
    world: &World,
    caller: &Caller,
    check: &AccessCheck,
    environment: &Environment,
    context: &mut RequestContext,
) {
    let first = forwarding(check).map(|service| format!("{service}:"));
    match environment.endpoint_of(world, caller, check) {
        // A service does not call from the learner's place, and AWS does not say from where it does.
        None if matches!(caller.principal, Principal::Service { .. }) => {}
        None if first.is_some_and(|first| environment.endpoint(world, caller, &first).is_some()) => {}
        Some(endpoint) => {
            context.set_one("aws:SourceVpce", endpoint.id.clone());
            context.set_one("aws:SourceVpc", endpoint.vpc_id.clone());
            context.set_one("aws:VpcSourceIp", ADDRESS_IN_VPC);
        }
        None => context.set_one("aws:SourceIp", environment.source_ip.clone()),
    }
}

/// The Region whose endpoint is called; IAM's is in us-east-1 (rule I-3).
fn region(world: &World, resource: &str) -> Box<str> {
    let arn = resource.parse::<Arn>().ok();
    let bucket = arn.as_ref().and_then(|arn| world.bucket_of(arn));
    match (bucket, &arn) {
        (Some(bucket), _) => bucket.region.clone(),
        (None, Some(arn)) if !arn.region().is_empty() => arn.region().into(),
        _ => "us-east-1".into(),
    }
}
