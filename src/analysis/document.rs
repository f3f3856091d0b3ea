//! Where in the world a policy document stands, and the call that writes it.

use crate::api::{CheckRecord, queue_url};
use crate::arn::{AccountId, Arn};
use crate::eval::{Attachment, PolicyLayer, Principal, StatementRef};
use crate::json::json;
use crate::policy::PolicyKind;
use crate::world::{Organization, OrganizationPolicy, PolicyHolder, StoredPolicy, World};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A place in the world that holds a policy document.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", try_from = "Written")]
pub enum DocumentRef {
    /// An inline policy of a user.
    UserInline {
        /// The account.
        account: AccountId,
        /// The user.
        user: Box<str>,
        /// The policy.
        policy: Box<str>,
    },
    /// An inline policy of a group.
    GroupInline {
        /// The account.
        account: AccountId,
        /// The group.
        group: Box<str>,
        /// The policy.
        policy: Box<str>,
    },
    /// An inline policy of a role.
    RoleInline {
        /// The account.
        account: AccountId,
        /// The role.
        role: Box<str>,
        /// The policy.
        policy: Box<str>,
    },
    /// A managed policy, in its default version.
    Managed {
        /// The account in which it is known.
        account: AccountId,
        /// The policy.
        arn: Arn,
    },
    /// The trust policy of a role.
    Trust {
        /// The account.
        account: AccountId,
        /// The role.
        role: Box<str>,
    },
    /// A bucket policy, which may not exist yet.
    Bucket {
        /// The bucket.
        bucket: Box<str>,
    },
    /// An SCP or RCP of an organization.
    Organization {
        /// The policy.
        arn: Arn,
    },
    /// The policy of a KMS key.
    Key {
        /// The key.
        arn: Arn,
    },
    /// The policy of a VPC endpoint.
    VpcEndpoint {
        /// The id of the endpoint.
        id: Box<str>,
    },
    /// The policy of a queue, topic, table, secret or function, which may not exist yet.
    Resource {
        /// The resource.
        arn: Arn,
    },
}

/// A place as it is written: of what kind, and all that any kind has. Read so, it takes a sixth of the code that serde
/// makes of the enumeration.
#[derive(Deserialize)]
struct Written {
    kind: Box<str>,
    account: Option<AccountId>,
    user: Option<Box<str>>,
    group: Option<Box<str>>,
    role: Option<Box<str>>,
    policy: Option<Box<str>>,
    bucket: Option<Box<str>>,
    arn: Option<Arn>,
    id: Option<Box<str>>,
}

impl TryFrom<Written> for DocumentRef {
    type Error = &'static str;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        let Written { kind, account, user, group, role, policy, bucket, arn, id } = written;
        let read = || {
            Some(match &*kind {
                "userInline" => Self::UserInline { account: account?, user: user?, policy: policy? },
                "groupInline" => Self::GroupInline { account: account?, group: group?, policy: policy? },
                "roleInline" => Self::RoleInline { account: account?, role: role?, policy: policy? },
                "managed" => Self::Managed { account: account?, arn: arn? },
                "trust" => Self::Trust { account: account?, role: role? },
                "bucket" => Self::Bucket { bucket: bucket? },
                "organization" => Self::Organization { arn: arn? },
                "key" => Self::Key { arn: arn? },
                "vpcEndpoint" => Self::VpcEndpoint { id: id? },
                "resource" => Self::Resource { arn: arn? },
                _ => return None,
            })
        };
        read().ok_or("this is no place of a document")
    }
}

impl DocumentRef {
    /// What the document is for, which decides its grammar.
    #[must_use]
    pub fn policy_kind(&self) -> PolicyKind {
        match self {
            Self::Trust { .. } => PolicyKind::Trust,
            Self::Bucket { .. } | Self::Resource { .. } => PolicyKind::Resource,
            Self::Organization { arn } if arn.resource().contains("resource_control_policy/") => PolicyKind::Rcp,
            Self::Organization { .. } => PolicyKind::Scp,
            Self::Key { .. } => PolicyKind::Key,
            Self::VpcEndpoint { .. } => PolicyKind::VpcEndpoint,
            _ => PolicyKind::Identity,
        }
    }

    /// The account whose owner may write the document.
    #[must_use]
    pub fn account(&self, world: &World) -> Option<AccountId> {
        match self {
            Self::UserInline { account, .. }
            | Self::GroupInline { account, .. }
            | Self::RoleInline { account, .. }
            | Self::Managed { account, .. }
            | Self::Trust { account, .. } => Some(*account),
            Self::Bucket { bucket } => world.bucket(bucket).map(|bucket| bucket.account),
            Self::Key { arn } => world.key(arn).map(|key| key.account),
            Self::VpcEndpoint { id } => world.vpc_endpoint(id).map(|endpoint| endpoint.account),
            Self::Resource { arn } => world.resource_name(arn).and(arn.account()),
            Self::Organization { arn } => organization_policy(world, arn)?.arn.account(),
        }
    }

    /// The document as it stands; none if there is none.
    #[must_use]
    pub fn stored<'a>(&self, world: &'a World) -> Option<&'a StoredPolicy> {
        let inline = |holder: &'a PolicyHolder, name: &str| holder.inline.get(name);
        match self {
            Self::UserInline { account, user, policy } => {
                inline(&world.account(*account)?.user(user)?.policies, policy)
            }
            Self::GroupInline { account, group, policy } => {
                inline(&world.account(*account)?.group(group)?.policies, policy)
            }
            Self::RoleInline { account, role, policy } => {
                inline(&world.account(*account)?.role(role)?.policies, policy)
            }
            Self::Managed { account, arn } => world.account(*account)?.policy(arn)?.document(),
            Self::Trust { account, role } => Some(&world.account(*account)?.role(role)?.trust),
            Self::Bucket { bucket } => world.bucket(bucket)?.policy.as_ref(),
            Self::Organization { arn } => organization_policy(world, arn).map(|policy| &policy.document),
            Self::Key { arn } => Some(&world.key(arn)?.policy),
            Self::VpcEndpoint { id } => Some(&world.vpc_endpoint(id)?.policy),
            Self::Resource { arn } => world.resource_policy(arn).map(|(_, policy)| policy),
        }
    }

    /// Whether customers may write it; AWS's own policies they may not, and the policy of a function they write a
    /// statement at a time.
    #[must_use]
    pub fn is_editable(&self) -> bool {
        match self {
            Self::Managed { arn, .. } | Self::Organization { arn } => arn.account().is_some(),
            Self::Resource { arn } => arn.service() != "lambda",
            _ => true,
        }
    }

    /// The operation and its input that write `text` there.
    #[must_use]
    pub fn write_call(&self, text: &str) -> (&'static str, Value) {
        match self {
            Self::UserInline { user, policy, .. } => {
                ("iam:PutUserPolicy", json!({ "UserName": user, "PolicyName": policy, "PolicyDocument": text }))
            }
            Self::GroupInline { group, policy, .. } => {
                ("iam:PutGroupPolicy", json!({ "GroupName": group, "PolicyName": policy, "PolicyDocument": text }))
            }
            Self::RoleInline { role, policy, .. } => {
                ("iam:PutRolePolicy", json!({ "RoleName": role, "PolicyName": policy, "PolicyDocument": text }))
            }
            Self::Managed { arn, .. } => {
                ("iam:CreatePolicyVersion", json!({ "PolicyArn": arn, "PolicyDocument": text, "SetAsDefault": true }))
            }
            Self::Trust { role, .. } => {
                ("iam:UpdateAssumeRolePolicy", json!({ "RoleName": role, "PolicyDocument": text }))
            }
            Self::Bucket { bucket } => ("s3:PutBucketPolicy", json!({ "Bucket": bucket, "Policy": text })),
            Self::Organization { arn } => {
                ("organizations:UpdatePolicy", json!({ "PolicyId": arn.last_name(), "Content": text }))
            }
            Self::Key { arn } => ("kms:PutKeyPolicy", json!({ "KeyId": arn, "Policy": text })),
            Self::VpcEndpoint { id } => {
                ("ec2:ModifyVpcEndpoint", json!({ "VpcEndpointId": id, "PolicyDocument": text }))
            }
            Self::Resource { arn } => write_resource_policy(arn, text),
        }
    }

    /// The name by which people call it in `world`.
    #[must_use]
    pub fn name_in<'a>(&'a self, world: &'a World) -> &'a str {
        match self {
            Self::Organization { arn } => {
                organization_policy(world, arn).map_or(arn.last_name(), |policy| &policy.name)
            }
            Self::Resource { arn } => world.resource_name(arn).unwrap_or(arn.last_name()),
            _ => self.name(),
        }
    }

    /// The name by which people call it; of an organization's policy, which may change its name, the id.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::UserInline { policy, .. } | Self::GroupInline { policy, .. } | Self::RoleInline { policy, .. } => {
                policy
            }
            Self::Managed { arn, .. } | Self::Organization { arn } | Self::Key { arn } | Self::Resource { arn } => {
                arn.last_name()
            }
            Self::VpcEndpoint { id } => id,
            Self::Trust { role, .. } => role,
            Self::Bucket { bucket } => bucket,
        }
    }
}

/// Each service has a way of its own to write the policy of a resource.
fn write_resource_policy(arn: &Arn, text: &str) -> (&'static str, Value) {
    match arn.service() {
        "sqs" => ("sqs:SetQueueAttributes", json!({ "QueueUrl": queue_url(arn), "Attributes": { "Policy": text } })),
        "sns" => {
            let input = json!({ "TopicArn": arn, "AttributeName": "Policy", "AttributeValue": text });
            ("sns:SetTopicAttributes", input)
        }
        "secretsmanager" => ("secretsmanager:PutResourcePolicy", json!({ "SecretId": arn, "ResourcePolicy": text })),
        _ => ("dynamodb:PutResourcePolicy", json!({ "ResourceArn": arn, "Policy": text })),
    }
}

/// Where the policy of a statement in a record stands; none for what is fixed, as a session policy is.
#[must_use]
pub fn document_of(check: &CheckRecord, at: StatementRef) -> Option<DocumentRef> {
    let applied = check.policies.layer(at.layer).get(usize::from(at.policy))?;
    let principal = &check.request.principal;
    match at.layer {
        PolicyLayer::Identity | PolicyLayer::PermissionsBoundary => {
            let account = principal.account()?;
            if let Some(arn) = &applied.arn {
                return Some(DocumentRef::Managed { account, arn: arn.clone() });
            }
            let policy = applied.name.clone();
            match (&applied.attachment, principal) {
                (Attachment::Account, _) => None,
                (Attachment::Group(group), _) => {
                    Some(DocumentRef::GroupInline { account, group: group.clone(), policy })
                }
                (_, Principal::User { arn, .. } | Principal::FederatedUser { user: arn, .. }) => {
                    Some(DocumentRef::UserInline { account, user: arn.last_name().into(), policy })
                }
                (_, Principal::AssumedRole { role, .. }) => {
                    Some(DocumentRef::RoleInline { account, role: role.last_name().into(), policy })
                }
                _ => None,
            }
        }
        PolicyLayer::Resource if applied.attachment == Attachment::Grant => None,
        PolicyLayer::Resource => resource_document(&check.request.resource),
        PolicyLayer::Scp | PolicyLayer::Rcp => {
            applied.arn.as_ref().map(|arn| DocumentRef::Organization { arn: arn.clone() })
        }
        PolicyLayer::VpcEndpoint => Some(DocumentRef::VpcEndpoint { id: applied.name.clone() }),
        PolicyLayer::Session => None,
    }
}

/// AWS's own policies are the same in every organization.
fn organization_policy<'a>(world: &'a World, arn: &Arn) -> Option<&'a OrganizationPolicy> {
    world.organizations().flat_map(Organization::policies).find(|policy| policy.arn == *arn)
}

/// The document that a resource's own policy stands in: a role's is its trust policy.
pub(super) fn resource_document(resource: &str) -> Option<DocumentRef> {
    let arn: Arn = resource.parse().ok()?;
    match arn.service() {
        "s3" => Some(DocumentRef::Bucket { bucket: arn.resource().split('/').next()?.into() }),
        "iam" if arn.resource().starts_with("role/") => {
            Some(DocumentRef::Trust { account: arn.account()?, role: arn.last_name().into() })
        }
        "kms" if arn.resource().starts_with("key/") => Some(DocumentRef::Key { arn }),
        "sqs" | "sns" | "secretsmanager" | "dynamodb" | "lambda" => Some(DocumentRef::Resource { arn }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_read_as_it_is_written() {
        let (account, arn) = (AccountId::NOBODY, AccountId::NOBODY.root_arn());
        let name = || Box::<str>::from("x");
        let places = [
            DocumentRef::UserInline { account, user: name(), policy: name() },
            DocumentRef::GroupInline { account, group: name(), policy: name() },
            DocumentRef::RoleInline { account, role: name(), policy: name() },
            DocumentRef::Managed { account, arn: arn.clone() },
            DocumentRef::Trust { account, role: name() },
            DocumentRef::Bucket { bucket: name() },
            DocumentRef::Organization { arn: arn.clone() },
            DocumentRef::Key { arn: arn.clone() },
            DocumentRef::VpcEndpoint { id: name() },
            DocumentRef::Resource { arn },
        ];
        for place in places {
            let written = serde_json::to_value(&place).unwrap();
            assert_eq!(crate::json::of_value::<DocumentRef>(written).unwrap(), place);
        }
        assert!(crate::json::of_value::<DocumentRef>(json!({ "kind": "trust", "account": account })).is_err());
        assert!(crate::json::of_value::<DocumentRef>(json!({ "kind": "elsewhere", "id": "x" })).is_err());
    }
}
