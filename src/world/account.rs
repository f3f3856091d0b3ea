//! One account with its identities and managed policies.

use super::Table;
use super::identity::{Group, Role, User};
use super::instance_profile::InstanceProfile;
use super::managed_policy::ManagedPolicy;
use super::mfa_device::MfaDevice;
use super::password::PasswordPolicy;
use super::provider::{OidcProvider, SamlProvider};
use super::root_user::RootUser;
use super::unseen::Unseen;
use crate::arn::{AccountId, Arn};
use rpds::RedBlackTreeMapSync;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::sync::Arc;

/// An AWS account.
///
/// Names are looked up without regard to case, as AWS keeps them apart (rule E-2).
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Account {
    /// Twelve digits.
    pub id: AccountId,
    /// What people call it.
    pub name: Box<str>,
    /// The name in the address of the sign-in page, if it has one; unique in all of AWS (rule E-38).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alias: Option<Box<str>>,
    /// The root user.
    #[serde(default, skip_serializing_if = "RootUser::is_untouched")]
    pub root: RootUser,
    /// Its own rules for passwords; without them those of AWS hold (rule E-27).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password_policy: Option<PasswordPolicy>,
    /// Whether IAM users and roles may come to billing at all, which only the root user can say (rule I-6).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub has_billing_access: bool,
    /// What is not known of it, if it came from a file.
    #[serde(default, skip_serializing_if = "Unseen::is_nothing")]
    pub unseen: Unseen,
    pub(super) users: Table<Box<str>, User>,
    pub(super) groups: Table<Box<str>, Group>,
    pub(super) roles: Table<Box<str>, Role>,
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub(super) instance_profiles: Table<Box<str>, InstanceProfile>,
    /// The account's own policies, and those of AWS that were attached in it; a copy, so that no
    /// decision depends on data that is loaded later.
    pub(super) policies: Table<Arn, ManagedPolicy>,
    /// Virtual MFA devices, by serial number; of some nobody makes use (rule E-32).
    #[serde(default, skip_serializing_if = "RedBlackTreeMapSync::is_empty")]
    pub(super) mfa_devices: Table<Arn, MfaDevice>,
    #[serde(default, skip_serializing_if = "RedBlackTreeMapSync::is_empty")]
    pub(super) saml_providers: Table<Arn, SamlProvider>,
    #[serde(default, skip_serializing_if = "RedBlackTreeMapSync::is_empty")]
    pub(super) oidc_providers: Table<Arn, OidcProvider>,
}

fn folded(name: &str) -> Box<str> {
    name.to_ascii_lowercase().into()
}

macro_rules! named_table {
    ($all:ident $one:ident $put:ident $change:ident $remove:ident $entity:ident $what:literal) => {
        #[doc = concat!("All ", $what, "s, by name.")]
        pub fn $all(&self) -> impl Iterator<Item = &$entity> {
            self.$all.values().map(|entity| &**entity)
        }

        #[doc = concat!("The ", $what, " of that name, whatever the case.")]
        #[must_use]
        pub fn $one(&self, name: &str) -> Option<&$entity> {
            self.$all.get(&folded(name)).map(|entity| &**entity)
        }

        #[doc = concat!("Adds a ", $what, ", or replaces the one of the same name.")]
        pub fn $put(&mut self, entity: $entity) {
            self.$all.insert_mut(folded(&entity.name), Arc::new(entity));
        }

        #[doc = concat!("Changes a ", $what, "; none if there is none of that name.")]
        pub fn $change<T>(&mut self, name: &str, change: impl FnOnce(&mut $entity) -> T) -> Option<T> {
            let mut entity = self.$one(name)?.clone();
            let result = change(&mut entity);
            self.$put(entity);
            Some(result)
        }

        #[doc = concat!("Takes a ", $what, " away; false if there was none.")]
        pub fn $remove(&mut self, name: &str) -> bool {
            self.$all.remove_mut(&folded(name))
        }
    };
}

impl Account {
    /// An account without anything in it.
    #[must_use]
    pub fn new(id: AccountId, name: &str) -> Self {
        let name = name.into();
        Self {
            id,
            name,
            alias: None,
            root: RootUser::default(),
            password_policy: None,
            has_billing_access: false,
            unseen: Unseen::default(),
            users: Table::default(),
            groups: Table::default(),
            roles: Table::default(),
            instance_profiles: Table::default(),
            policies: Table::default(),
            mfa_devices: Table::default(),
            saml_providers: Table::default(),
            oidc_providers: Table::default(),
        }
    }

    /// The e-mail address of the root user: the one that was told, or one after the name.
    #[must_use]
    pub fn email(&self) -> Cow<'_, str> {
        self.root.email.as_deref().map_or_else(|| format!("{}@example.com", folded(&self.name)).into(), Cow::Borrowed)
    }

    named_table!(users user put_user change_user remove_user User "user");
    named_table!(groups group put_group change_group remove_group Group "group");
    named_table!(roles role put_role change_role remove_role Role "role");
    named_table!(instance_profiles instance_profile put_instance_profile change_instance_profile remove_instance_profile
        InstanceProfile "instance profile");

    /// The account as such, without what is in it.
    pub(super) fn without_tables(&self) -> Self {
        let name = self.name.clone();
        let (alias, root, password_policy) = (self.alias.clone(), self.root.clone(), self.password_policy.clone());
        Self { alias, root, password_policy, unseen: self.unseen.clone(), ..Self::new(self.id, &name) }
    }

    /// All managed policies known in the account, by ARN.
    pub fn policies(&self) -> impl Iterator<Item = &ManagedPolicy> {
        self.policies.values().map(|policy| &**policy)
    }

    /// The managed policy with that ARN.
    #[must_use]
    pub fn policy(&self, arn: &Arn) -> Option<&ManagedPolicy> {
        self.policies.get(arn).map(|policy| &**policy)
    }

    /// Adds a managed policy, or replaces the one with the same ARN.
    pub fn put_policy(&mut self, policy: ManagedPolicy) {
        self.policies.insert_mut(policy.arn.clone(), Arc::new(policy));
    }

    /// Takes a managed policy away; false if there was none.
    pub fn remove_policy(&mut self, arn: &Arn) -> bool {
        self.policies.remove_mut(arn)
    }

    /// The instance profiles that hold a role, by name.
    pub fn instance_profiles_of(&self, role: &str) -> impl Iterator<Item = &InstanceProfile> {
        let role = folded(role);
        self.instance_profiles().filter(move |profile| profile.role.as_deref().map(folded).as_ref() == Some(&role))
    }

    /// Takes a group away under its old name and lets its members be in one of the new name.
    pub fn rename_group(&mut self, before: &str, after: &str) {
        let members: Vec<Box<str>> = self.members(before).map(|user| user.name.clone()).collect();
        let folded_before = folded(before);
        for name in members {
            self.change_user(&name, |user| {
                user.groups.retain(|group| folded(group) != folded_before);
                user.groups.insert(after.into());
            });
        }
        self.remove_group(before);
    }

    /// The users who are in a group, by name.
    pub fn members(&self, group: &str) -> impl Iterator<Item = &User> {
        let group = folded(group);
        self.users().filter(move |user| user.groups.iter().any(|name| folded(name) == group))
    }
}
