//! What bears on a request and is not known, because an account came from a file that does not tell it.
//!
//! A world that was built here is known whole, and nothing below finds anything in it. What the file told stays what
//! it is: where a principal has a policy that could not be read, the whole layer counts as not known, so that a Deny
//! among what could be read is not told as certain.

use super::{AccessCheck, Caller, Environment};
use crate::arn::{AccountId, Arn};
use crate::eval::{
    ApplicablePolicies, ContextValue, LayerSet, PolicyLayer, Principal, RequestContext, ResourcePolicies,
    ResourcePolicyRule, Unknown,
};
use crate::policy::{TemplatePart, parse_template};
use crate::world::{Account, PolicyHolder, World};
use std::collections::BTreeSet;

/// The layers that bear on the request with policies that nobody told of.
pub(super) fn layers(
    world: &World,
    caller: &Caller,
    check: &AccessCheck,
    weighed_in: Option<AccountId>,
    resource: &ResourcePolicies,
) -> LayerSet {
    let mut layers = of_principal(world, caller);
    if caller.account().is_some_and(|account| world.is_organization_unseen(account)) {
        layers = layers.with(PolicyLayer::Scp);
    }
    if !check.names_resource() {
        return layers;
    }
    if weighed_in.is_some_and(|account| world.is_organization_unseen(account)) {
        layers = layers.with(PolicyLayer::Rcp);
    }
    let arn = check.resource.parse::<Arn>().ok();
    if arn.is_some_and(|arn| is_policy_unseen(world, &arn, resource)) {
        layers = layers.with(PolicyLayer::Resource);
    }
    layers
}

/// Whether the resource may have a policy, and is none of those that are in the world.
fn is_policy_unseen(world: &World, arn: &Arn, found: &ResourcePolicies) -> bool {
    if !found.resource.is_empty() {
        return false;
    }
    match found.rule {
        ResourcePolicyRule::None => false,
        ResourcePolicyRule::Trust => world.role(arn).is_none() && world.is_role_unseen(arn),
        ResourcePolicyRule::Grants | ResourcePolicyRule::Key => is_resource_unseen(world, arn),
    }
}

/// Whether a resource that is not in the world may be there all the same.
fn is_resource_unseen(world: &World, arn: &Arn) -> bool {
    let is_there = match arn.service() {
        "s3" => world.bucket_of(arn).is_some(),
        "kms" => world.key(arn).is_some(),
        "iam" if arn.resource().starts_with("role/") => return world.role(arn).is_none() && world.is_role_unseen(arn),
        // The file has no tags of managed policies.
        "iam" if arn.resource().starts_with("policy/") => world.tags(arn).is_some_and(|tags| !tags.is_empty()),
        _ => world.tags(arn).is_some() || world.resource_name(arn).is_some(),
    };
    !is_there && world.are_resources_unseen(arn.account())
}

/// Layers of the caller of which the file told that they are there, and not what they say.
fn of_principal(world: &World, caller: &Caller) -> LayerSet {
    let Some(account) = caller.account().and_then(|account| world.account(account)) else { return LayerSet::EMPTY };
    let (arn, policies, boundary) = match &caller.principal {
        Principal::User { arn, .. } | Principal::FederatedUser { user: arn, .. } => {
            let Some(user) = world.user(arn) else { return LayerSet::EMPTY };
            (arn, &user.policies, user.permissions_boundary.as_ref())
        }
        Principal::AssumedRole { role: arn, .. } => {
            let Some(role) = world.role(arn) else { return LayerSet::EMPTY };
            (arn, &role.policies, role.permissions_boundary.as_ref())
        }
        _ => return LayerSet::EMPTY,
    };
    let mut layers = LayerSet::EMPTY;
    let of_groups = || {
        let groups = world.user(arn).into_iter().flat_map(|user| &user.groups);
        groups.filter_map(|name| account.group(name)).any(|group| is_unread(account, &group.arn, &group.policies))
    };
    if is_unread(account, arn, policies) || of_groups() {
        layers = layers.with(PolicyLayer::Identity);
    }
    if boundary.is_some_and(|boundary| account.policy(boundary).is_none()) {
        layers = layers.with(PolicyLayer::PermissionsBoundary);
    }
    layers
}

/// Whether somebody has a policy that nobody here has read.
fn is_unread(account: &Account, arn: &Arn, policies: &PolicyHolder) -> bool {
    account.unseen.unread.contains(arn) || policies.attached.iter().any(|arn| account.policy(arn).is_none())
}

/// What condition keys that tell a tag of the resource have in them.
const TAG_KEYS: [&str; 2] = ["resourcetag/", "existingobjecttag/"];

/// Marks the tags for which a policy asks of a resource that is not in the world, and the account of a bucket that
/// nobody knows.
pub(super) fn set_tags(
    world: &World,
    check: &AccessCheck,
    environment: &Environment,
    policies: &ApplicablePolicies,
    context: &mut RequestContext,
) {
    let Some(arn) = check.resource.parse::<Arn>().ok().filter(|arn| is_resource_unseen(world, arn)) else { return };
    let mut keys = BTreeSet::new();
    for layer in PolicyLayer::ALL {
        policies.layer(layer).iter().for_each(|applied| collect(applied.policy.document(), &mut keys));
    }
    if arn.service() == "s3" && check.resource_account.is_none() {
        keys.extend(["aws:resourceaccount", "s3:resourceaccount"].map(str::to_owned));
    }
    let is_set = |key: &String| environment.overrides.keys().any(|set| set.eq_ignore_ascii_case(key));
    for key in keys.into_iter().filter(|key| !is_set(key)) {
        context.set(&key, ContextValue::Unknown(Unknown::VALUE));
    }
}

/// Collects the keys of a document that tell a tag of the resource, in lower case.
fn collect(document: &crate::policy::PolicyDocument, keys: &mut BTreeSet<String>) {
    let mut note = |key: &str| {
        let key = key.to_ascii_lowercase();
        if TAG_KEYS.iter().any(|part| key.contains(part)) {
            keys.insert(key);
        }
    };
    for statement in &document.statements {
        statement.conditions.iter().for_each(|condition| note(&condition.key.value));
        let values = statement.conditions.iter().flat_map(|condition| &condition.values);
        let patterns = statement.resource.iter().flat_map(|resource| &resource.patterns);
        for text in values.chain(patterns).filter(|text| text.value.contains("${")) {
            for part in parse_template(&text.value) {
                if let TemplatePart::Variable { key, .. } = part {
                    note(&key);
                }
            }
        }
    }
}
