//! The templates: each turns a seed into an item, or tries again with the next choices.
//!
//! A template puts a world together and does not know what the evaluator will say of it. Which verdict is
//! aimed at is drawn first, so that all of them come equally often and an answer is never a matter of which
//! template it is.

mod bucket_across_accounts;
mod bucket_or_object;
mod bucket_policy;
mod bucket_policy_who;
mod cast;
mod conditions;
mod first_request;
mod group_grants;
mod home_folders;
mod home_listing;
mod inside_the_role;
mod not_action;
mod older_sessions;
mod permissions_boundary;
mod role_across_accounts;
mod scp_ladder;
mod scp_who;
mod session_policy;
mod three_answers;
mod who_may_enter;

use super::certain::{certain, place};
use super::chance::Chance;
use super::draft::Draft;
use super::fact::Actor;
use super::item::{Act, Asked, Item, ItemId, ItemKind, Right, VERDICTS, opened, question};
use super::reader::Reader;
use super::topic::Topic;
use crate::api::{CheckRecord, Sandbox};
use crate::eval::Decision;

/// A recipe for items.
#[derive(Debug)]
pub(super) struct Template {
    pub(super) name: &'static str,
    /// Goes up with every change of what the template makes.
    pub(super) version: u16,
    pub(super) topic: Topic,
    pub(super) kind: ItemKind,
    pub(super) draft: fn(&mut Chance) -> Draft,
}

/// Every template, in the order of the lessons.
pub(super) const ALL: &[&Template] = &[
    &first_request::TEMPLATE,
    &group_grants::TEMPLATE,
    &bucket_or_object::TEMPLATE,
    &three_answers::TEMPLATE,
    &not_action::TEMPLATE,
    &conditions::TEMPLATE,
    &home_folders::TEMPLATE,
    &home_listing::TEMPLATE,
    &bucket_policy::TEMPLATE,
    &bucket_policy_who::TEMPLATE,
    &who_may_enter::TEMPLATE,
    &inside_the_role::TEMPLATE,
    &older_sessions::TEMPLATE,
    &session_policy::TEMPLATE,
    &role_across_accounts::TEMPLATE,
    &bucket_across_accounts::TEMPLATE,
    &permissions_boundary::TEMPLATE,
    &scp_ladder::TEMPLATE,
    &scp_who::TEMPLATE,
];

/// How often a template may try for one seed.
const MAX_TRIES: u32 = 200;

/// After so many tries an item need no longer mislead anybody.
const N_MISLEADING_TRIES: u32 = 16;

/// After so many tries an item need no longer end in the verdict aimed at.
const N_AIMED_TRIES: u32 = 120;

/// What a template is after with one seed.
struct Aim {
    /// The verdict of a prediction.
    verdict: Option<Decision>,
    /// Whether somebody who reads quickly has to be wrong about it.
    is_misleading: bool,
}

impl Template {
    /// Predicts one request, that ends in an Allow or in a denial of either kind.
    const fn predict(name: &'static str, version: u16, topic: Topic, draft: fn(&mut Chance) -> Draft) -> Self {
        Self { name, version, topic, kind: ItemKind::Predict, draft }
    }

    /// Asks who of several may do something.
    const fn who_can(name: &'static str, version: u16, topic: Topic, draft: fn(&mut Chance) -> Draft) -> Self {
        Self { name, version, topic, kind: ItemKind::WhoCan, draft }
    }

    /// The item of a seed; none if no try is certain enough.
    pub(super) fn make(&self, seed: u64) -> Option<Item> {
        let id = ItemId { template: self.name.into(), version: self.version, seed };
        let purpose = |what: &str| format!("{}.{}.{what}", self.name, self.version);
        let mut chance = Chance::new(&purpose("aim"), seed);
        let verdict = (self.kind == ItemKind::Predict).then(|| chance.pick(&VERDICTS));
        let aim = Aim { verdict, is_misleading: !chance.one_in(5) };
        (0..MAX_TRIES).find_map(|n| {
            let draft = (self.draft)(&mut Chance::new(&purpose(&n.to_string()), seed));
            let aim = Aim {
                verdict: aim.verdict.filter(|_| n < N_AIMED_TRIES),
                is_misleading: aim.is_misleading && n < N_MISLEADING_TRIES,
            };
            self.item(&id, draft, &aim)
        })
    }

    /// The item that a draft becomes, if it is certain enough and what is aimed at.
    fn item(&self, id: &ItemId, mut draft: Draft, aim: &Aim) -> Option<Item> {
        draft.complete();
        let scenario = draft.scenario(&id.to_string());
        let asked = draft.asked.take()?;
        let sandbox = opened(Sandbox::new(scenario.clone()), &draft.acts)?;
        let answers = asked.who.iter().map(|who| Some(sandbox.preview(&question(&sandbox, &asked, who)?)));
        let answers: Vec<_> = answers.collect::<Option<_>>()?;
        let checks: Vec<&CheckRecord> = answers.iter().map(certain).collect::<Option<_>>()?;
        let right = self.right(&asked, &checks)?;
        let is_as_aimed = match (&right, aim.verdict) {
            (Right::Predict(verdict, _), Some(wanted)) => *verdict == wanted,
            _ => true,
        };
        let misled = self.misled(&sandbox, &asked, &draft.acts, &checks);
        let is_wanted = is_as_aimed && (!misled.is_empty() || !aim.is_misleading);
        let Draft { facts, twists, acts, .. } = draft;
        let (id, kind, topic) = (id.clone(), self.kind, self.topic);
        is_wanted.then_some(Item { id, kind, topic, scenario, facts, asked, twists, misled, acts, right })
    }

    /// What is right, if it is one thing alone: neither everybody nor nobody, and one place that decides.
    fn right(&self, asked: &Asked, checks: &[&CheckRecord]) -> Option<Right> {
        match (self.kind, checks) {
            (ItemKind::Predict, [check]) => Some(Right::Predict(check.verdict.decision, place(check)?)),
            (ItemKind::Predict, _) => None,
            (ItemKind::WhoCan, checks) => {
                let may = asked.who.iter().zip(checks).filter(|(_, check)| check.verdict.is_allowed());
                let may = crate::ordered::set(may.map(|(who, _)| who.clone()));
                (!may.is_empty() && may.len() < asked.who.len()).then_some(Right::WhoCan(may))
            }
        }
    }

    /// The readers who would have gone wrong.
    fn misled(&self, sandbox: &Sandbox, asked: &Asked, acts: &[Act], checks: &[&CheckRecord]) -> Vec<Reader> {
        // What a session's user may do, of whom nothing but the name goes into the session.
        let users = asked.who.iter().map(|who| {
            let question = question(sandbox, asked, &behind(acts, who)?)?;
            Some(sandbox.preview(&question).deciding_check()?.verdict.decision)
        });
        let users: Vec<Option<Decision>> = users.collect();
        let is_wrong = |reader: &Reader| {
            checks.iter().zip(&users).any(|(check, user)| {
                let read = reader.decide(check, *user);
                match self.kind {
                    ItemKind::Predict => read != check.verdict.decision,
                    ItemKind::WhoCan => (read == Decision::Allowed) != check.verdict.is_allowed(),
                }
            })
        };
        Reader::ALL.into_iter().filter(is_wrong).collect()
    }
}

/// The user who took a session.
fn behind(acts: &[Act], who: &Actor) -> Option<Actor> {
    let Actor::Session { session, .. } = who else { return None };
    acts.iter().find_map(|act| match act {
        Act::Assume { user, session: taken, .. } if taken == session => Some(user.clone()),
        _ => None,
    })
}
