//! The ways in from outside, an entry each: what one signs in with, what is issued and says, and what AWS checks of it.

use super::{oidc, saml};
use crate::app::components::fields::{Field, Typed};
use crate::app::store::Snapshot;
use crate::app::strings::{OutsideStrings, WayStrings, strings};
use iam_sandbox::api::{Claim, TokenFailure};
use iam_sandbox::arn::Arn;
use iam_sandbox::clock::Timestamp;
use iam_sandbox::world::{Account, Role};
use serde_json::Value;
use yew::AttrValue;

/// A way in.
pub(super) struct Way {
    /// What the ARNs of its providers have in them.
    pub in_arn: &'static str,
    /// The operation to which is shown what was issued.
    pub operation: &'static str,
    /// Its labels.
    pub words: fn(&'static OutsideStrings) -> &'static WayStrings,
    /// The issuer, as it is called.
    pub issuer: fn(&Place<'_>) -> String,
    /// What one signs in with there.
    pub sign_in: fn(&Place<'_>) -> Vec<Field>,
    /// What is issued, of what was filled in.
    pub issue: fn(&Place<'_>, &Typed) -> String,
    /// What it says; none if nothing can be read in it.
    pub claims: fn(&Place<'_>, &str) -> Option<Vec<Claim>>,
    /// When it ends, if that can be read.
    pub ends: fn(&str) -> Option<Timestamp>,
    /// What the call has beside the role and what is shown.
    pub asked: fn(&Place<'_>) -> Vec<Field>,
    /// The request: role, what was filled in, what is shown.
    pub input: fn(&Place<'_>, &Typed, &str) -> Value,
    /// Which of the checks a failure belongs to, by its position among their labels.
    pub failed: fn(&TokenFailure) -> usize,
}

/// All there are.
const WAYS: [&Way; 2] = [&oidc::WAY, &saml::WAY];

/// The way in through a provider; none if there is no provider of the kind.
pub(super) fn way_of(provider: &Arn) -> Option<&'static Way> {
    WAYS.into_iter().find(|way| provider.resource().starts_with(way.in_arn))
}

/// Where one comes in.
pub(super) struct Place<'a> {
    /// The state.
    pub state: &'a Snapshot,
    /// What time it is, which may be that on the wall.
    pub now: Timestamp,
    /// The account that has the provider.
    pub account: &'a Account,
    /// The provider.
    pub provider: &'a Arn,
}

impl Place<'_> {
    /// The labels.
    pub(super) fn words(&self) -> &'static OutsideStrings {
        &strings(self.state.language).outside
    }

    /// All roles of the world: first those whose trust policy names the provider.
    pub(super) fn roles(&self) -> Vec<&Role> {
        let roles = self.state.sandbox.world().accounts().flat_map(Account::roles);
        let names = |role: &&Role| role.trust.policy().text().contains(self.provider.as_str());
        let (trusting, others): (Vec<&Role>, Vec<&Role>) = roles.partition(names);
        trusting.into_iter().chain(others).collect()
    }

    /// The roles to choose from, by ARN and name.
    pub(super) fn role_choices(&self) -> Vec<(String, AttrValue)> {
        let name = |role: &Role| {
            let elsewhere = role.arn.account().filter(|account| *account != self.account.id);
            let elsewhere = elsewhere.and_then(|account| self.state.sandbox.world().account(account));
            elsewhere.map_or_else(|| role.name.to_string(), |account| format!("{} · {}", role.name, account.name))
        };
        self.roles().into_iter().map(|role| (role.arn.to_string(), name(role).into())).collect()
    }
}

/// `name=value` by lines.
pub(super) fn pairs(lines: &str) -> impl Iterator<Item = (&str, &str)> {
    lines.lines().filter_map(|line| line.split_once('=')).map(|(name, value)| (name.trim(), value.trim()))
}
