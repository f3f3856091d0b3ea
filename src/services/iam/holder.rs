//! Users, groups and roles as holders of policies: what the calls on them have in common.

use super::{entity, path};
use crate::arn::{AccountId, Arn};
use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::clock::Timestamp;
use crate::policy::PolicyKind;
use crate::services::{ApiError, Stage};
use crate::world::{Account, ManagedPolicy, PolicyHolder, StoredPolicy, World};

/// What holds the policies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Holder {
    User,
    Group,
    Role,
}

impl Holder {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Group => "group",
            Self::Role => "role",
        }
    }

    /// The same as AWS writes it in the middle of names.
    const fn title(self) -> &'static str {
        match self {
            Self::User => "User",
            Self::Group => "Group",
            Self::Role => "Role",
        }
    }

    /// The member of requests and answers that names it.
    pub(super) const fn member(self) -> &'static str {
        match self {
            Self::User => "UserName",
            Self::Group => "GroupName",
            Self::Role => "RoleName",
        }
    }

    /// All inline policies of one holder together, white space not counted (rule A-80).
    const fn inline_quota(self) -> Quota {
        match self {
            Self::User => Quota::InlinePolicyCharactersPerUser,
            Self::Group => Quota::InlinePolicyCharactersPerGroup,
            Self::Role => Quota::InlinePolicyCharactersPerRole,
        }
    }

    /// Managed policies on one holder (rule E-8).
    const fn attachment_quota(self) -> Quota {
        match self {
            Self::User => Quota::ManagedPoliciesPerUser,
            Self::Group => Quota::ManagedPoliciesPerGroup,
            Self::Role => Quota::ManagedPoliciesPerRole,
        }
    }

    /// The ARN of the holder, also if it does not exist: AWS authorises before it looks.
    pub(super) fn arn(self, world: &World, account: AccountId, name: &str) -> Arn {
        let account_data = world.account(account);
        let known = account_data.and_then(|account| match self {
            Self::User => account.user(name).map(|user| user.arn.clone()),
            Self::Group => account.group(name).map(|group| group.arn.clone()),
            Self::Role => account.role(name).map(|role| role.arn.clone()),
        });
        known.unwrap_or_else(|| Arn::new("iam", "", Some(account), &format!("{}/{name}", self.word())))
    }

    /// Permission to make a holder of that name, under its ARN to be.
    pub(super) fn check_new(
        self,
        action: &str,
        stage: &Stage<'_>,
        path: Option<&str>,
        name: &str,
    ) -> Result<AccessCheck, ApiError> {
        let arn = path::arn(stage.account(), self.word(), path, name)?;
        Ok(AccessCheck::new(action, arn.as_str()))
    }

    /// Permission for `action` on the holder.
    pub(super) fn check(self, action: &str, stage: &Stage<'_>, name: &str) -> AccessCheck {
        AccessCheck::new(action, self.arn(stage.world, stage.account(), name).as_str())
    }

    /// Changes the holder's policies.
    fn change<T>(
        self,
        account: &mut Account,
        name: &str,
        change: impl FnOnce(&mut PolicyHolder) -> Result<T, ApiError>,
    ) -> Result<T, ApiError> {
        match self {
            Self::User => entity::change_user(account, name, |user| change(&mut user.policies))?,
            Self::Group => entity::change_group(account, name, |group| change(&mut group.policies))?,
            Self::Role => {
                entity::check_unprotected(entity::role(account, name)?)?;
                entity::change_role(account, name, |role| change(&mut role.policies))?
            }
        }
    }

    /// Attaches a managed policy; attaching it twice is no error, attaching what is for service-linked roles is (rule
    /// E-20).
    pub(super) fn attach(self, stage: &mut Stage<'_>, name: &str, arn: &Arn) -> Result<(), ApiError> {
        if arn.account().is_none() && arn.resource().starts_with("policy/aws-service-role/") {
            let message = format!("Cannot attach a Service Role Policy to a Customer {}.", self.title());
            return Err(ApiError::new("PolicyNotAttachable", 400, message));
        }
        let quota = self.attachment_quota().value();
        let now = stage.now;
        in_account(stage, |account| {
            bring_in(account, arn, now)?;
            self.change(account, name, |policies| {
                if policies.attached.len() >= quota && !policies.attached.contains(arn) {
                    let message = format!("Cannot exceed quota for PoliciesPer{}: {quota}", self.title());
                    return Err(ApiError::limit_exceeded(message));
                }
                policies.attached.insert(arn.clone());
                Ok(())
            })
        })
    }

    /// Detaches a managed policy.
    pub(super) fn detach(self, stage: &mut Stage<'_>, name: &str, arn: &Arn) -> Result<(), ApiError> {
        in_account(stage, |account| {
            self.change(account, name, |policies| {
                let message = format!("Policy {arn} was not found.");
                policies.attached.remove(arn).then_some(()).ok_or_else(|| ApiError::new("NoSuchEntity", 404, message))
            })
        })
    }

    /// Writes an inline policy over the one of the same name (rule E-22).
    pub(super) fn put(self, stage: &mut Stage<'_>, name: &str, policy: &str, document: &str) -> Result<(), ApiError> {
        let document = parse(document, PolicyKind::Identity)?;
        in_account(stage, |account| {
            self.change(account, name, |policies| {
                policies.inline.insert(policy.into(), document);
                let used: usize = policies.inline.values().map(|policy| policy.policy().n_counted_characters()).sum();
                let quota = self.inline_quota().value();
                if used > quota {
                    let message = format!("Maximum policy size of {quota} bytes exceeded for {} {name}", self.word());
                    return Err(ApiError::limit_exceeded(message));
                }
                Ok(())
            })
        })
    }

    /// Deletes an inline policy.
    pub(super) fn delete(self, stage: &mut Stage<'_>, name: &str, policy: &str) -> Result<(), ApiError> {
        in_account(stage, |account| {
            self.change(account, name, |policies| {
                let message = format!("The {} policy with name {policy} cannot be found.", self.word());
                let removed = policies.inline.remove(policy).map(|_| ());
                removed.ok_or_else(|| ApiError::new("NoSuchEntity", 404, message))
            })
        })
    }
}

/// Changes the caller's account.
pub(super) fn in_account<T>(
    stage: &mut Stage<'_>,
    change: impl FnOnce(&mut Account) -> Result<T, ApiError>,
) -> Result<T, ApiError> {
    let id = stage.account();
    let missing = || Err(ApiError::no_such_entity("account", &id.to_string()));
    stage.world.change_account(id, change).unwrap_or_else(missing)
}

/// Reads a document, or refuses it as IAM does.
pub(super) fn parse(document: &str, kind: PolicyKind) -> Result<StoredPolicy, ApiError> {
    StoredPolicy::parse(document, kind).map_err(|problems| ApiError::malformed("MalformedPolicyDocument", &problems))
}

/// Makes sure that the account knows the policy: its own it does, one of AWS is copied into it.
pub(in crate::services) fn bring_in(account: &mut Account, arn: &Arn, now: Timestamp) -> Result<(), ApiError> {
    if account.policy(arn).is_some() {
        return Ok(());
    }
    let missing = || ApiError::new("NoSuchEntity", 404, format!("Policy {arn} does not exist or is not attachable."));
    account.put_policy(ManagedPolicy::published(arn, now).ok_or_else(missing)?);
    Ok(())
}
