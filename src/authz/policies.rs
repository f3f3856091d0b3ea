//! The two halves of the policies that bear on a request (rules C-8 to C-12).

use super::{AccessCheck, Caller};
use crate::arn::Arn;
use crate::eval::{AppliedPolicy, Attachment, Principal, PrincipalPolicies, ResourcePolicies, ResourcePolicyRule};
use crate::policy::{Author, PolicyKind};
use crate::world::{Account, Grant, Key, PolicyHolder, Role, Session, StoredPolicy, User, VpcEndpoint, World};
use std::sync::{Arc, OnceLock};

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
    let session = caller.access_key_id.as_deref().and_then(|key| world.session(key));
    let own = match &caller.principal {
        Principal::User { arn, .. } | Principal::FederatedUser { user: arn, .. } => {
            of_user(account, world.user(arn).filter(|user| is_still(&user.id, session)))
        }
        Principal::AssumedRole { role, .. } => {
            of_role(account, world.role(role).filter(|role| is_still(&role.id, session)))
        }
        _ => PrincipalPolicies::default(),
    };
    PrincipalPolicies { session: session.and_then(|session| of_session(account, session)), ..own }
}

/// The policies of a role or user that is gone, or that was made anew under the same name, are gone for
/// its sessions (E-17).
fn is_still(id: &str, session: Option<&Session>) -> bool {
    session.is_none_or(|session| session.id_behind() == id)
}

fn of_user(account: &Account, user: Option<&User>) -> PrincipalPolicies {
    let Some(user) = user else { return PrincipalPolicies::default() };
    let mut identity = held(account, &user.policies, &Attachment::Direct);
    identity.extend(user.groups.iter().flat_map(|name| of_group(account, name)));
    if account.password_policy.as_ref().is_some_and(|policy| policy.allows_change) {
        identity.extend(
            own_password().map(|policy| applied("AllowUsersToChangePassword", policy, None, &Attachment::Account)),
        );
    }
    let permissions_boundary = boundary(account, user.permissions_boundary.as_ref());
    PrincipalPolicies { identity, permissions_boundary, ..PrincipalPolicies::default() }
}

/// What the account option that lets users change their password gives each of them (rule E-14): no policy is
/// attached, the permissions hold for all users of the account.
fn own_password() -> Option<&'static StoredPolicy> {
    const TEXT: &str = r#"{
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Action": "iam:ChangePassword",
            "Resource": ["arn:aws:iam::*:user/${aws:username}", "arn:aws:iam::*:user/*/${aws:username}"]
        },
        {
            "Effect": "Allow",
            "Action": "iam:GetAccountPasswordPolicy",
            "Resource": "*"
        }
    ]
}"#;
    static POLICY: OnceLock<Option<StoredPolicy>> = OnceLock::new();
    POLICY.get_or_init(|| StoredPolicy::parse_by(TEXT, PolicyKind::Identity, Author::Aws).ok()).as_ref()
}

fn of_role(account: &Account, role: Option<&Role>) -> PrincipalPolicies {
    let Some(role) = role else { return PrincipalPolicies::default() };
    PrincipalPolicies {
        identity: held(account, &role.policies, &Attachment::Direct),
        permissions_boundary: boundary(account, role.permissions_boundary.as_ref()),
        ..PrincipalPolicies::default()
    }
}

/// What was passed when the session was made: the inline policy as it was, managed policies as they
/// are now (C-32). A managed policy that is gone leaves a session that allows nothing.
fn of_session(account: &Account, session: &Session) -> Option<Vec<AppliedPolicy>> {
    let inline = session.policy.iter().map(|policy| applied("session policy", policy, None, &Attachment::Direct));
    let managed = session.policy_arns.iter().filter_map(|arn| managed(account, arn, &Attachment::Direct));
    let is_limited = session.policy.is_some() || !session.policy_arns.is_empty();
    is_limited.then(|| inline.chain(managed).collect())
}

/// The policies on a group, as they come to each of its users.
#[must_use]
pub fn of_group(account: &Account, name: &str) -> Vec<AppliedPolicy> {
    let Some(group) = account.group(name) else { return Vec::new() };
    held(account, &group.policies, &Attachment::Group(group.name.clone()))
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

/// The policy of the endpoint that the call goes through.
pub(super) fn of_endpoint(endpoint: &VpcEndpoint) -> Vec<AppliedPolicy> {
    vec![applied(&endpoint.id, &endpoint.policy, None, &Attachment::Direct)]
}

fn is_one_of(action: &str, names: &[&str]) -> bool {
    let name = action.split(':').next_back().unwrap_or_default();
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// What the policy of a queue opens to nobody outside its account: "Cross-account permissions don't apply to the
/// following actions" (SQS developer guide, "Limitations of Amazon SQS custom policies").
fn is_for_owner_alone(action: &str) -> bool {
    const ACTIONS: [&str; 12] = [
        "AddPermission",
        "CancelMessageMoveTask",
        "CreateQueue",
        "DeleteQueue",
        "ListMessageMoveTasks",
        "ListQueueTags",
        "ListQueues",
        "RemovePermission",
        "SetQueueAttributes",
        "StartMessageMoveTask",
        "TagQueue",
        "UntagQueue",
    ];
    is_one_of(action, &ACTIONS)
}

/// What the policy of a key and its grants open to principals of other accounts: "If you give a user in a different
/// account permission for other operations, those permissions have no effect" (KMS developer guide, "Allowing users in
/// other accounts to use a KMS key"). Which they are says "Cross-account use" of each operation in the API reference.
fn is_for_other_accounts(action: &str) -> bool {
    const ACTIONS: [&str; 22] = [
        "CreateGrant",
        "Decapsulate",
        "Decrypt",
        "DeriveSharedSecret",
        "DescribeKey",
        "Encapsulate",
        "Encrypt",
        "GenerateDataKey",
        "GenerateDataKeyPair",
        "GenerateDataKeyPairWithoutPlaintext",
        "GenerateDataKeyWithoutPlaintext",
        "GenerateMac",
        "GetKeyRotationStatus",
        "GetPublicKey",
        "ListGrants",
        "ReEncryptFrom",
        "ReEncryptTo",
        "RetireGrant",
        "RevokeGrant",
        "Sign",
        "Verify",
        "VerifyMac",
    ];
    is_one_of(action, &ACTIONS)
}

/// Whether a role's trust policy has a say: in the calls that assume it, and in what they pass along (rules F-12,
/// F-13): tags, a source identity, and the context that IAM Identity Center vouches for.
fn is_assume(action: &str) -> bool {
    let action = action.to_ascii_lowercase();
    action.starts_with("sts:assumerole")
        || matches!(action.as_str(), "sts:tagsession" | "sts:setsourceidentity" | "sts:setcontext")
}

/// The policy on the resource: a role's trust policy for the calls that assume it, a bucket's policy
/// for everything in the bucket.
pub(super) fn of_resource(world: &World, caller: &Caller, check: &AccessCheck) -> ResourcePolicies {
    let Ok(arn) = check.resource.parse::<Arn>() else { return ResourcePolicies::default() };
    let is_foreign = caller.account() != arn.account();
    let is_assume = is_assume(&check.action);
    let direct = |name: &str, policy: &StoredPolicy| applied(name, policy, None, &Attachment::Direct);
    let (rule, policy) = match arn.service() {
        "iam" if is_assume => (ResourcePolicyRule::Trust, world.role(&arn).map(|role| direct(&role.name, &role.trust))),
        "kms" if is_foreign && caller.account().is_some() && !is_for_other_accounts(&check.action) => {
            (ResourcePolicyRule::None, None)
        }
        "kms" if arn.resource().starts_with("key/") => {
            let policies = world.key(&arn).map(|key| of_key(key, check)).unwrap_or_default();
            return ResourcePolicies {
                resource: policies,
                rule: ResourcePolicyRule::Key,
                ..ResourcePolicies::default()
            };
        }
        "s3" => {
            let bucket = world.bucket_of(&arn);
            let policy = bucket.and_then(|bucket| Some(direct(&bucket.name, bucket.policy.as_ref()?)));
            (ResourcePolicyRule::Grants, policy)
        }
        "sqs" if is_foreign && is_for_owner_alone(&check.action) => (ResourcePolicyRule::None, None),
        service if SERVICES_WITH_RESOURCE_POLICIES.contains(&service) => {
            (ResourcePolicyRule::Grants, world.resource_policy(&arn).map(|(name, policy)| direct(name, policy)))
        }
        _ => (ResourcePolicyRule::None, None),
    };
    let bucket = world.bucket_of(&arn).filter(|_| arn.service() == "s3");
    let is_public_access_blocked = bucket.is_some_and(|bucket| bucket.public_access_block.restrict_public_buckets);
    let resource = policy.into_iter().collect();
    ResourcePolicies { resource, rule, is_public_access_blocked, ..ResourcePolicies::default() }
}

/// The policy of a key and what its grants allow (rule C-43). Who may retire a grant the grant says: "The
/// kms:RetireGrant permission is not effective in a key policy" (KMS developer guide, "Retiring and revoking grants").
fn of_key(key: &Key, check: &AccessCheck) -> Vec<AppliedPolicy> {
    let granted = |grant: &Grant, policy| applied(grant.label(), policy, None, &Attachment::Grant);
    if check.action.eq_ignore_ascii_case("kms:RetireGrant") {
        let is_meant = |grant: &&Grant| check.grant.as_ref().is_none_or(|id| *id == grant.id);
        return key.grants.iter().filter(is_meant).map(|grant| granted(grant, &grant.retirement)).collect();
    }
    let own = applied(key.name(), &key.policy, None, &Attachment::Direct);
    std::iter::once(own).chain(key.grants.iter().map(|grant| granted(grant, &grant.policy))).collect()
}
