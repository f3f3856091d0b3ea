//! The ways in from outside, an entry each: what one signs in with, what is issued and says, the calls that it is shown in,
//! and what AWS checks of it.

use super::{certificate, oidc, pool, portal, saml};
use crate::app::components::fields::{Field, FieldKind, Typed};
use crate::app::store::{Snapshot, Trial};
use crate::app::strings::{OutsideStrings, WayStrings, strings};
use iam_sandbox::api::{Answer, AuthenticationFailure, Claim, TokenFailure};
use iam_sandbox::arn::Arn;
use iam_sandbox::clock::Timestamp;
use iam_sandbox::world::{Account, Role};
use yew::AttrValue;

/// A way in.
pub(super) struct Way {
    /// What the ARNs of its doors have in them.
    pub in_arn: &'static str,
    /// The operation that makes the session.
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
    /// What the calls have beside what is shown.
    pub asked: fn(&Place<'_>) -> Vec<Field>,
    /// Makes the calls, of what was filled in and what is shown.
    pub come: fn(&Place<'_>, &Typed, &str, &mut Trial),
    /// Which of the checks failed, by its position among their labels, if one did before a policy was read.
    pub failed: fn(&Answer) -> Option<usize>,
    /// Whether a check has something to look at in what is shown.
    pub asks: fn(&str, usize) -> bool,
    /// What the condition keys begin with that the service tells STS, in lower case; empty where what is shown is told.
    pub tells: &'static str,
}

/// All there are.
const WAYS: [&Way; 5] = [&oidc::WAY, &saml::WAY, &certificate::WAY, &pool::WAY, &portal::WAY];

/// The way in through a door; none if nobody comes in there.
pub(super) fn way_of(door: &Arn) -> Option<&'static Way> {
    WAYS.into_iter().find(|way| door.resource().starts_with(way.in_arn))
}

/// Which check a token or assertion fails.
pub(super) fn of_token(answer: &Answer, position: fn(&TokenFailure) -> usize) -> Option<usize> {
    match &answer.authentication {
        Err(AuthenticationFailure::Token { failure, .. }) => Some(position(failure)),
        _ => None,
    }
}

/// Which check fails, where services tell of it in words alone: what of the code and the sentence goes with which
/// position. What no entry is about is the last one's.
pub(super) fn by_words(answer: &Answer, entries: &[(&str, usize)]) -> Option<usize> {
    let error = answer.error().filter(|_| answer.checks.is_empty())?;
    let told = format!("{}: {}", error.code, error.message);
    entries.iter().find(|(part, _)| told.contains(part)).or(entries.last()).map(|(_, position)| *position)
}

/// Where one comes in.
pub(super) struct Place<'a> {
    /// The state.
    pub state: &'a Snapshot,
    /// What time it is, which may be that on the wall.
    pub now: Timestamp,
    /// The account that has the door.
    pub account: &'a Account,
    /// The door.
    pub provider: &'a Arn,
}

impl Place<'_> {
    /// The labels.
    pub(super) fn words(&self) -> &'static OutsideStrings {
        &strings(self.state.language).outside
    }

    /// All roles of the world: first those whose trust policy names the provider.
    pub(super) fn roles(&self, trusted: &str) -> Vec<&Role> {
        let roles = self.state.sandbox.world().accounts().flat_map(Account::roles);
        let names = |role: &&Role| role.trust.policy().text().contains(trusted);
        let (trusting, others): (Vec<&Role>, Vec<&Role>) = roles.partition(names);
        trusting.into_iter().chain(others).collect()
    }

    /// The field for the role that is asked for: first those that trust the provider.
    pub(super) fn role_field(&self, name: &'static str, trusted: &str) -> Field {
        let called = |role: &Role| {
            let elsewhere = role.arn.account().filter(|account| *account != self.account.id);
            let elsewhere = elsewhere.and_then(|account| self.state.sandbox.world().account(account));
            elsewhere.map_or_else(|| role.name.to_string(), |account| format!("{} · {}", role.name, account.name))
        };
        let roles = self.roles(trusted).into_iter().map(|role| (role.arn.to_string(), called(role)));
        Field::new(FieldKind::names(roles), name, self.words().role)
    }

    /// The field for the name of the session.
    pub(super) fn session_field(&self, name: &'static str) -> Field {
        Field::text(name, self.words().session_name)
    }
}

/// `name=value` by lines.
pub(super) fn pairs(lines: &str) -> impl Iterator<Item = (&str, &str)> {
    lines.lines().filter_map(|line| line.split_once('=')).map(|(name, value)| (name.trim(), value.trim()))
}

/// One thing that is said.
pub(super) fn claim(name: &str, value: impl Into<Box<str>>, keys: &[&str]) -> Claim {
    Claim { name: name.into(), values: vec![value.into()], keys: keys.iter().map(|key| (*key).into()).collect() }
}

/// One of some to choose from: value and label.
pub(super) type Choice = (String, AttrValue);
