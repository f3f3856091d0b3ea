//! The two halves of the policies that bear on a request (rules C-8 to C-12).

use super::Caller;
use crate::arn::Arn;
use crate::eval::{AppliedPolicy, Attachment, Principal, PrincipalPolicies, ResourcePolicies, ResourcePolicyRule};
use crate::world::{Account, PolicyHolder, StoredPolicy, World};
use std::sync::Arc;

/// Services whose resources may have a policy of their own, by the service field of the ARN. A
/// resource of any other service is reached through identity policies alone.
const SERVICES_WITH_RESOURCE_POLICIES: &[&str] = &[
    "s3",
    "sqs",
    "sns",
    "lambda",
    "secretsmanager",
    "dynamodb",
    "ecr",
    "events",
    "backup",
    "elasticfilesystem",
    "es",
    "execute-api",
    "glacier",
    "glue",
    "kinesis",
    "logs",
    "mediastore",
    "acm-pca",
    "codeartifact",
    "s3-object-lambda",
];

pub(super) fn of_principal(world: &World, caller: &Caller) -> PrincipalPolicies {
    let Some(account) = caller.account().and_then(|account| world.account(account)) else {
        return PrincipalPolicies::default();
    };
    match &caller.principal {
        Principal::User { arn, .. } => of_user(world, account, arn),
        Principal::AssumedRole { role, .. } => of_role(world, account, role, caller),
        _ => PrincipalPolicies::default(),
    }
}

fn of_user(world: &World, account: &Account, arn: &Arn) -> PrincipalPolicies {
    let Some(user) = world.user(arn) else { return PrincipalPolicies::default() };
    let mut identity = held(account, &user.policies, &Attachment::Direct);
    for group in user.groups.iter().filter_map(|name| account.group(name)) {
        identity.extend(held(account, &group.policies, &Attachment::Group(group.name.clone())));
    }
    let permissions_boundary = boundary(account, user.permissions_boundary.as_ref());
    PrincipalPolicies { identity, permissions_boundary, ..PrincipalPolicies::default() }
}

fn of_role(world: &World, account: &Account, arn: &Arn, caller: &Caller) -> PrincipalPolicies {
    let session = caller.access_key_id.as_deref().and_then(|key| world.session(key));
    // The policies of a role that is gone, or that was made anew under the same name, are gone (E-17).
    let role = world.role(arn).filter(|role| session.is_none_or(|session| session.role_id == role.id));
    let session = session.and_then(|session| {
        let inline = session.policy.iter().map(|policy| applied("session policy", policy, None, &Attachment::Direct));
        let managed = session.policy_arns.iter().filter_map(|arn| managed(account, arn, &Attachment::Direct));
        let policies: Vec<_> = inline.chain(managed).collect();
        (!policies.is_empty()).then_some(policies)
    });
    PrincipalPolicies {
        identity: role.map(|role| held(account, &role.policies, &Attachment::Direct)).unwrap_or_default(),
        permissions_boundary: role.and_then(|role| boundary(account, role.permissions_boundary.as_ref())),
        session,
        ..PrincipalPolicies::default()
    }
}

/// Inline policies first, then managed ones, each by name.
fn held(account: &Account, holder: &PolicyHolder, attachment: &Attachment) -> Vec<AppliedPolicy> {
    let inline = holder.inline.iter().map(|(name, policy)| applied(name, policy, None, attachment));
    let managed = holder.attached.iter().filter_map(|arn| managed(account, arn, attachment));
    inline.chain(managed).collect()
}

fn managed(account: &Account, arn: &Arn, attachment: &Attachment) -> Option<AppliedPolicy> {
    let policy = account.policy(arn)?;
    Some(applied(&policy.name, policy.document()?, Some(arn.clone()), attachment))
}

fn boundary(account: &Account, arn: Option<&Arn>) -> Option<Vec<AppliedPolicy>> {
    arn.map(|arn| managed(account, arn, &Attachment::Direct).into_iter().collect())
}

fn applied(name: &str, policy: &StoredPolicy, arn: Option<Arn>, attachment: &Attachment) -> AppliedPolicy {
    let attachment = attachment.clone();
    AppliedPolicy { policy: Arc::clone(policy.policy()), name: name.into(), arn, attachment, level: 0 }
}

/// The policy on the resource: a role's trust policy for the calls that assume it, a bucket's policy
/// for everything in the bucket.
pub(super) fn of_resource(world: &World, action: &str, resource: &str) -> ResourcePolicies {
    let Ok(arn) = resource.parse::<Arn>() else { return ResourcePolicies::default() };
    let is_assume = action.to_ascii_lowercase().starts_with("sts:assumerole");
    let direct = |name: &str, policy: &StoredPolicy| applied(name, policy, None, &Attachment::Direct);
    let (rule, policy) = match arn.service() {
        "iam" if is_assume => (ResourcePolicyRule::Trust, world.role(&arn).map(|role| direct(&role.name, &role.trust))),
        "kms" if arn.resource().starts_with("key/") => (ResourcePolicyRule::Key, None),
        "s3" => {
            let bucket = world.bucket_of(&arn);
            let policy = bucket.and_then(|bucket| Some(direct(&bucket.name, bucket.policy.as_ref()?)));
            (ResourcePolicyRule::Grants, policy)
        }
        service if SERVICES_WITH_RESOURCE_POLICIES.contains(&service) => (ResourcePolicyRule::Grants, None),
        _ => (ResourcePolicyRule::None, None),
    };
    ResourcePolicies { resource: policy, rule, ..ResourcePolicies::default() }
}
