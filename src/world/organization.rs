//! Organizations: accounts in a tree of organizational units, and the policies on its levels.
//!
//! An organization keeps its own references right: what has a parent has an existing one, and only
//! what exists has policies attached. Which policies must stay attached, and how many may be, is
//! asked above; what they permit is asked of the evaluator.

mod delegation;
mod invitation;
mod level;
mod membership;
mod policy;
mod table;

use delegation::Delegation;
pub use delegation::RootFeature;
pub use invitation::{Invitation, InvitationEnd, InvitationState};
pub use level::{Level, LevelKind};
pub use membership::{AccountCreation, Membership};
pub use policy::{OrganizationPolicy, OrganizationPolicyType};

use super::tags::Tags;
use crate::arn::{AccountId, Arn};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// An organizational unit: accounts and further units that share policies.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct OrganizationalUnit {
    /// `ou-<root>-<unit>`
    pub id: Box<str>,
    /// Unique among the units of its parent.
    pub name: Box<str>,
    /// The root or another unit.
    pub parent: Box<str>,
}

/// An organization with all features. It has one root, as AWS's have.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Organization {
    /// `o-…`
    pub id: Box<str>,
    /// The account that made the organization, which SCPs and RCPs do not touch (C-17, C-20).
    pub management_account: AccountId,
    /// The id of the root, `r-…`.
    pub root: Box<str>,
    enabled: BTreeSet<OrganizationPolicyType>,
    units: BTreeMap<Box<str>, OrganizationalUnit>,
    /// Accounts with the root or unit that each is in.
    accounts: BTreeMap<AccountId, Box<str>>,
    policies: BTreeMap<Box<str>, OrganizationPolicy>,
    /// By the id of the root, unit or account.
    attachments: BTreeMap<Box<str>, BTreeSet<Box<str>>>,
    invitations: BTreeMap<Box<str>, Invitation>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    memberships: BTreeMap<AccountId, Membership>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    creations: BTreeMap<Box<str>, AccountCreation>,
    #[serde(default, skip_serializing_if = "Delegation::is_empty")]
    delegation: Delegation,
    /// By the id of what they hang on.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    tags: BTreeMap<Box<str>, Tags>,
}

impl Organization {
    /// An organization of its management account alone, without policies.
    #[must_use]
    pub fn new(id: Box<str>, root: Box<str>, management_account: AccountId) -> Self {
        Self {
            id,
            management_account,
            accounts: BTreeMap::from([(management_account, root.clone())]),
            root,
            enabled: BTreeSet::new(),
            units: BTreeMap::new(),
            policies: BTreeMap::new(),
            attachments: BTreeMap::new(),
            invitations: BTreeMap::new(),
            memberships: BTreeMap::new(),
            creations: BTreeMap::new(),
            delegation: Delegation::default(),
            tags: BTreeMap::new(),
        }
    }

    /// Whether policies of that type count.
    #[must_use]
    pub fn is_enabled(&self, kind: OrganizationPolicyType) -> bool {
        self.enabled.contains(&kind)
    }

    /// Turns a type of policies on: `full_access` goes to the root, every unit and every account (C-15).
    pub fn enable(&mut self, full_access: OrganizationPolicy) {
        self.enabled.insert(full_access.kind);
        for target in self.targets() {
            self.attachments.entry(target).or_default().insert(full_access.id.clone());
        }
        self.put_policy(full_access);
    }

    /// Turns a type of policies off; they come off everywhere and stay in the organization.
    pub fn disable(&mut self, kind: OrganizationPolicyType) {
        self.enabled.remove(&kind);
        let policies = &self.policies;
        for attached in self.attachments.values_mut() {
            attached.retain(|id| policies.get(id).is_none_or(|policy| policy.kind != kind));
        }
    }

    /// All units, by id.
    pub fn units(&self) -> impl Iterator<Item = &OrganizationalUnit> {
        self.units.values()
    }

    /// The unit with that id.
    #[must_use]
    pub fn unit(&self, id: &str) -> Option<&OrganizationalUnit> {
        self.units.get(id)
    }

    /// Adds a unit with the full-access policy of every type that is on. False if its parent is unknown.
    pub fn add_unit(&mut self, unit: OrganizationalUnit) -> bool {
        let is_known = self.is_parent(&unit.parent);
        if is_known {
            self.attach_full_access(&unit.id);
            self.units.insert(unit.id.clone(), unit);
        }
        is_known
    }

    /// Changes the name of a unit.
    pub fn rename_unit(&mut self, id: &str, name: &str) {
        if let Some(unit) = self.units.get_mut(id) {
            unit.name = name.into();
        }
    }

    /// Takes a unit away with what is attached to it. Only one that nothing is in may go.
    pub fn remove_unit(&mut self, id: &str) {
        self.units.remove(id);
        self.attachments.remove(id);
        self.tags.remove(id);
    }

    /// The units right in a root or unit, by id.
    pub fn units_in<'a>(&'a self, parent: &'a str) -> impl Iterator<Item = &'a OrganizationalUnit> {
        self.units.values().filter(move |unit| *unit.parent == *parent)
    }

    /// The accounts right in a root or unit.
    pub fn accounts_in<'a>(&'a self, parent: &'a str) -> impl Iterator<Item = AccountId> + 'a {
        self.accounts().filter(move |(_, place)| *place == parent).map(|(account, _)| account)
    }

    /// Accounts with the root or unit that each is in.
    pub fn accounts(&self) -> impl Iterator<Item = (AccountId, &str)> {
        self.accounts.iter().map(|(account, parent)| (*account, &**parent))
    }

    /// Whether the account is a member, the management account being one.
    #[must_use]
    pub fn has_account(&self, account: AccountId) -> bool {
        self.accounts.contains_key(&account)
    }

    /// Takes an account in, right under the root, with the full-access policies.
    pub fn add_account(&mut self, account: AccountId) {
        self.attach_full_access(&account.to_string());
        self.accounts.insert(account, self.root.clone());
    }

    /// Lets an account go, and its attachments with it.
    pub fn remove_account(&mut self, account: AccountId) {
        let id = account.to_string();
        self.accounts.remove(&account);
        self.attachments.remove(&*id);
        self.memberships.remove(&account);
        self.tags.remove(&*id);
    }

    /// Puts an account elsewhere; what is attached to it stays. False if there is no such place.
    pub fn move_account(&mut self, account: AccountId, parent: &str) -> bool {
        let can_move = self.is_parent(parent) && self.has_account(account);
        if can_move {
            self.accounts.insert(account, parent.into());
        }
        can_move
    }

    /// Whether accounts and units can be in it: the root, or a unit.
    #[must_use]
    pub fn is_parent(&self, id: &str) -> bool {
        *self.root == *id || self.units.contains_key(id)
    }

    /// The root or unit that a unit or account is in.
    #[must_use]
    pub fn parent(&self, child: &str) -> Option<&str> {
        let account = child.parse().ok().and_then(|account: AccountId| self.accounts.get(&account));
        account.or_else(|| self.units.get(child).map(|unit| &unit.parent)).map(|parent| &**parent)
    }

    /// All policies, by id; those of AWS are here once their type was turned on.
    pub fn policies(&self) -> impl Iterator<Item = &OrganizationPolicy> {
        self.policies.values()
    }

    /// The policy with that id.
    #[must_use]
    pub fn policy(&self, id: &str) -> Option<&OrganizationPolicy> {
        self.policies.get(id)
    }

    /// Adds a policy, or replaces the one with the same id.
    pub fn put_policy(&mut self, policy: OrganizationPolicy) {
        self.policies.insert(policy.id.clone(), policy);
    }

    /// Takes a policy away, from where it is attached too.
    pub fn remove_policy(&mut self, id: &str) {
        self.policies.remove(id);
        self.tags.remove(id);
        for attached in self.attachments.values_mut() {
            attached.remove(id);
        }
    }

    /// The policies of a type that are attached right to a root, unit or account, by id.
    pub fn attached(&self, target: &str, kind: OrganizationPolicyType) -> impl Iterator<Item = &OrganizationPolicy> {
        let ids = self.attachments.get(target).into_iter().flatten();
        ids.filter_map(|id| self.policies.get(id)).filter(move |policy| policy.kind == kind)
    }

    /// Where a policy is attached: ids of roots, units and accounts.
    pub fn targets_of(&self, policy: &str) -> impl Iterator<Item = &str> {
        self.attachments.iter().filter(move |(_, attached)| attached.contains(policy)).map(|(target, _)| &**target)
    }

    /// Attaches a policy. False if the policy or the target is unknown, or it is attached already.
    pub fn attach(&mut self, policy: &str, target: &str) -> bool {
        let can_attach = self.policies.contains_key(policy) && self.is_target(target);
        can_attach && self.attachments.entry(target.into()).or_default().insert(policy.into())
    }

    /// Detaches a policy. False if it was not attached.
    pub fn detach(&mut self, policy: &str, target: &str) -> bool {
        self.attachments.get_mut(target).is_some_and(|attached| attached.remove(policy))
    }

    /// Whether policies can be attached to it: the root, a unit or an account.
    #[must_use]
    pub fn is_target(&self, id: &str) -> bool {
        self.is_parent(id) || id.parse().is_ok_and(|account| self.has_account(account))
    }

    /// All invitations, by id.
    pub fn invitations(&self) -> impl Iterator<Item = &Invitation> {
        self.invitations.values()
    }

    /// The invitation with that id.
    #[must_use]
    pub fn invitation(&self, id: &str) -> Option<&Invitation> {
        self.invitations.get(id)
    }

    /// Adds an invitation, or replaces the one with the same id.
    pub fn put_invitation(&mut self, invitation: Invitation) {
        self.invitations.insert(invitation.id.clone(), invitation);
    }

    /// The tags of an account, unit, root or policy; none where it has none.
    #[must_use]
    pub fn tags(&self, id: &str) -> Option<&Tags> {
        self.tags.get(id)
    }

    /// Gives an account, unit, root or policy other tags.
    pub fn set_tags(&mut self, id: &str, tags: Tags) {
        if tags.is_empty() {
            self.tags.remove(id);
        } else {
            self.tags.insert(id.into(), tags);
        }
    }

    /// `arn:aws:organizations::<management account>:<kind>/<organization>/<rest>`
    #[must_use]
    pub fn arn_of(&self, kind: &str, rest: &str) -> Arn {
        Arn::new("organizations", "", Some(self.management_account), &format!("{kind}/{}/{rest}", self.id))
    }

    /// The ARN of a root, unit or account, also if there is none of that id.
    #[must_use]
    pub fn target_arn(&self, id: &str) -> Arn {
        let kind = match id {
            _ if id.starts_with("r-") => "root",
            _ if id.starts_with("ou-") => "ou",
            _ => "account",
        };
        self.arn_of(kind, id)
    }

    fn targets(&self) -> Vec<Box<str>> {
        let accounts = self.accounts.keys().map(|account| account.to_string().into());
        std::iter::once(self.root.clone()).chain(self.units.keys().cloned()).chain(accounts).collect()
    }

    fn attach_full_access(&mut self, target: &str) {
        let full: Vec<Box<str>> = self
            .policies
            .values()
            .filter(|policy| policy.is_from_aws() && self.enabled.contains(&policy.kind))
            .map(|policy| policy.id.clone())
            .collect();
        self.attachments.entry(target.into()).or_default().extend(full);
    }
}
