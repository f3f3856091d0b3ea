//! IAM Identity Center: its own directory, permission sets, who is assigned which in which account, and the roles that
//! came of it.
//!
//! Passwords and devices of the directory's users, outer identity sources, and applications are not known here.

use crate::arn::{AccountId, Arn};
use crate::clock::Timestamp;
use crate::world::Tags;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The instance of an organization.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct IdentityCenter {
    /// `arn:aws:sso:::instance/ssoins-…`
    pub arn: Arn,
    /// The management account.
    pub account: AccountId,
    /// The id of the directory, `d-…`.
    pub store: Box<str>,
    /// Where it is.
    pub region: Box<str>,
    /// When it was made.
    pub created: Timestamp,
    /// People, by id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub users: BTreeMap<Box<str>, DirectoryUser>,
    /// Groups, by id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub groups: BTreeMap<Box<str>, DirectoryGroup>,
    /// By ARN.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub permission_sets: BTreeMap<Arn, PermissionSet>,
    /// Who has which permission set in which account.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub assignments: BTreeSet<Assignment>,
    /// The roles that were made, of which those of an account are its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<ProvisionedRole>,
    /// Attributes for access control, where they are on: the key of the session tag, and the sources it is taken from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access_control: Option<BTreeMap<Box<str>, Vec<Box<str>>>>,
}

/// Somebody in the directory.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DirectoryUser {
    /// The name to sign in with, which becomes that of the session.
    pub name: Box<str>,
    /// What is shown of it.
    pub display_name: Box<str>,
    /// What else is known of somebody, by the path that attributes for access control have for it: `title`,
    /// `name.familyName`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<Box<str>, Box<str>>,
}

/// A group of the directory.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DirectoryGroup {
    /// What people call it.
    pub name: Box<str>,
    /// The ids of its members, by the ids of their memberships.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub members: BTreeMap<Box<str>, Box<str>>,
}

/// What becomes a role wherever it is assigned.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PermissionSet {
    /// `arn:aws:sso:::permissionSet/<instance>/ps-…`
    pub arn: Arn,
    /// In the names of its roles.
    pub name: Box<str>,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Box<str>>,
    /// How long sessions last.
    pub seconds: u32,
    /// AWS's managed policies.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub managed: BTreeSet<Arn>,
    /// Customers' own managed policies, by path and name: `/team/Reader`. Each account has its own of that name.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub references: BTreeSet<Box<str>>,
    /// The inline policy, as it was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inline: Option<Box<str>>,
    /// The managed policy that limits its roles.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boundary: Option<SetBoundary>,
    /// When it was made.
    pub created: Timestamp,
    /// Tags.
    #[serde(default, skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
}

/// What limits the roles of a permission set.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum SetBoundary {
    /// A managed policy of AWS's.
    Managed(Arn),
    /// A customer's own, by path and name, as each account has it.
    Reference(Box<str>),
}

impl SetBoundary {
    /// The name of the policy.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Managed(arn) => arn.last_name(),
            Self::Reference(name) => name.rsplit('/').next().unwrap_or_default(),
        }
    }

    /// The policy in an account.
    #[must_use]
    pub fn in_account(&self, account: AccountId) -> Arn {
        match self {
            Self::Managed(arn) => arn.clone(),
            Self::Reference(name) => referred(account, name),
        }
    }
}

/// The policy of an account that goes by a path and a name.
fn referred(account: AccountId, name: &str) -> Arn {
    Arn::new("iam", "", Some(account), &format!("policy{name}"))
}

impl PermissionSet {
    /// The managed policies that its role in an account has.
    #[must_use]
    pub fn attached_in(&self, account: AccountId) -> BTreeSet<Arn> {
        let own = self.references.iter().map(|name| referred(account, name));
        self.managed.iter().cloned().chain(own).collect()
    }
}

/// Somebody, or a group, with a permission set in an account.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Assignment {
    /// Where.
    pub account: AccountId,
    /// What.
    pub permission_set: Arn,
    /// Whether it is a group.
    pub is_group: bool,
    /// The id of the user or group.
    pub principal: Box<str>,
}

/// A role that was made of a permission set.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ProvisionedRole {
    /// Where.
    pub account: AccountId,
    /// Of which permission set.
    pub permission_set: Arn,
    /// The role.
    pub role: Arn,
}

impl IdentityCenter {
    /// The id at the end of the ARN, `ssoins-…`.
    #[must_use]
    pub fn id(&self) -> &str {
        self.arn.last_name()
    }

    /// `arn:aws:identitystore::<account>:identitystore/d-…`
    #[must_use]
    pub fn store_arn(&self) -> Arn {
        Arn::new("identitystore", "", Some(self.account), &format!("identitystore/{}", self.store))
    }

    /// The user of that name, with the id.
    #[must_use]
    pub fn user_called(&self, name: &str) -> Option<(&str, &DirectoryUser)> {
        let found = self.users.iter().find(|(_, user)| user.name.eq_ignore_ascii_case(name));
        found.map(|(id, user)| (&**id, user))
    }

    /// What somebody has by being assigned to it, or a group in which they are.
    pub fn assigned_to<'a>(&'a self, user: &'a str) -> impl Iterator<Item = &'a Assignment> {
        let is_member = move |group: &str| {
            self.groups.get(group).is_some_and(|group| group.members.values().any(|member| **member == *user))
        };
        self.assignments.iter().filter(move |one| match one.is_group {
            true => is_member(&one.principal),
            false => *one.principal == *user,
        })
    }

    /// The role of a permission set in an account.
    #[must_use]
    pub fn role_in(&self, account: AccountId, permission_set: &Arn) -> Option<&Arn> {
        let is_it = |one: &&ProvisionedRole| one.account == account && one.permission_set == *permission_set;
        self.roles.iter().find(is_it).map(|one| &one.role)
    }
}
