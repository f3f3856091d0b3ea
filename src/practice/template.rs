//! The templates: each turns a seed into an item, or tries again with the next choices.
//!
//! A template puts a world together and does not know what the evaluator will say of it. Which verdict is
//! aimed at is drawn first, so that all of them come equally often and an answer is never a matter of which
//! template it is.

mod access_keys;
mod boundary_and_bucket;
mod bucket_across_accounts;
mod bucket_or_object;
mod bucket_policy;
mod bucket_policy_who;
mod cast;
mod chain_clock;
mod change_on_its_way;
mod conditions;
mod external_id;
mod first_request;
mod group_grants;
mod home_folders;
mod home_listing;
mod inside_the_role;
mod instance_profile;
mod key_grants;
mod key_policy;
mod kinds_of_session;
mod mfa_sessions;
mod mfa_verdict;
mod not_action;
mod older_sessions;
mod pass_role;
mod password_and_permission;
mod permissions_boundary;
mod policy_versions;
mod rcp_who;
mod revoked_sessions;
mod role_across_accounts;
mod role_chain;
mod root_user;
mod scp_ladder;
mod scp_who;
mod service_at_the_door;
mod session_policy;
mod tags_decide;
mod tags_in_a_chain;
mod three_answers;
mod tokens_of_jobs;
mod two_permissions;
mod who_may_enter;

use super::act::{Act, opened};
use super::certain::{Certain, certain, place};
use super::chance::Chance;
use super::draft::Draft;
use super::edition::Edition;
use super::fact::Actor;
use super::item::{Asked, Item, ItemId, ItemKind, Right, VERDICTS, question};
use super::reader::{Reader, Record};
use super::topic::Topic;
use crate::api::{Answer, CheckRecord, Sandbox};
use crate::eval::{Decision, Principal};

/// A recipe for items.
#[derive(Debug)]
pub(super) struct Template {
    pub(super) name: &'static str,
    /// Goes up with every change of what the template makes.
    pub(super) version: u16,
    pub(super) topic: Topic,
    /// The first edition that has it.
    pub(super) since: Edition,
    pub(super) kind: ItemKind,
    /// Whether what is asked about may take several permissions.
    is_compound: bool,
    pub(super) draft: fn(&mut Chance) -> Draft,
}

/// Every template, in the order of the lessons.
pub(super) const ALL: &[&Template] = &[
    &first_request::TEMPLATE,
    &group_grants::TEMPLATE,
    &password_and_permission::TEMPLATE,
    &access_keys::TEMPLATE,
    &root_user::TEMPLATE,
    &mfa_sessions::TEMPLATE,
    &mfa_verdict::TEMPLATE,
    &bucket_or_object::TEMPLATE,
    &three_answers::TEMPLATE,
    &policy_versions::TEMPLATE,
    &not_action::TEMPLATE,
    &conditions::TEMPLATE,
    &home_folders::TEMPLATE,
    &home_listing::TEMPLATE,
    &bucket_policy::TEMPLATE,
    &bucket_policy_who::TEMPLATE,
    &change_on_its_way::TEMPLATE,
    &who_may_enter::TEMPLATE,
    &inside_the_role::TEMPLATE,
    &older_sessions::TEMPLATE,
    &kinds_of_session::TEMPLATE,
    &instance_profile::TEMPLATE,
    &service_at_the_door::TEMPLATE,
    &pass_role::TEMPLATE,
    &role_chain::TEMPLATE,
    &chain_clock::TEMPLATE,
    &tags_in_a_chain::TEMPLATE,
    &session_policy::TEMPLATE,
    &role_across_accounts::TEMPLATE,
    &bucket_across_accounts::TEMPLATE,
    &external_id::TEMPLATE,
    &two_permissions::TEMPLATE,
    &key_policy::TEMPLATE,
    &key_grants::TEMPLATE,
    &tokens_of_jobs::TEMPLATE,
    &permissions_boundary::TEMPLATE,
    &boundary_and_bucket::TEMPLATE,
    &scp_ladder::TEMPLATE,
    &scp_who::TEMPLATE,
    &rcp_who::TEMPLATE,
    &tags_decide::TEMPLATE,
    &revoked_sessions::TEMPLATE,
];

/// The templates of an edition, in the order of the lessons.
pub(super) fn of_edition(edition: Edition) -> impl Iterator<Item = &'static Template> {
    ALL.iter().copied().filter(move |template| template.since <= edition)
}

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
        Self { name, version, topic, since: Edition::FIRST, kind: ItemKind::Predict, is_compound: false, draft }
    }

    /// Asks who of several may do something.
    const fn who_can(name: &'static str, version: u16, topic: Topic, draft: fn(&mut Chance) -> Draft) -> Self {
        Self { name, version, topic, since: Edition::FIRST, kind: ItemKind::WhoCan, is_compound: false, draft }
    }

    /// The template in that edition and later ones only.
    const fn since(self, since: Edition) -> Self {
        Self { since, ..self }
    }

    /// The template with requests that may take several permissions.
    const fn compound(self) -> Self {
        Self { is_compound: true, ..self }
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
        let answers = answers(&sandbox, &asked)?;
        let checks: Vec<Certain<'_>> =
            answers.iter().map(|answer| certain(answer, self.is_compound)).collect::<Option<_>>()?;
        let right = self.right(&asked, &checks)?;
        if let (Right::Predict(verdict, _), Some(wanted)) = (&right, aim.verdict)
            && *verdict != wanted
        {
            return None;
        }
        let mut misled = self.misled(&sandbox, &asked, &draft.acts, &checks);
        misled.extend(misjudging(&draft, &asked, &checks));
        misled.extend(draft.misread.iter().filter(|(_, world)| self.is_misled(id, world, &checks)).map(|(it, _)| *it));
        let is_wanted = !misled.is_empty() || !aim.is_misleading;
        let Draft { facts, twists, acts, .. } = draft;
        let (id, kind, topic) = (id.clone(), self.kind, self.topic);
        is_wanted.then_some(Item { id, kind, topic, scenario, facts, asked, twists, misled, acts, right })
    }

    /// What is right, if it is one thing alone: neither everybody nor nobody, and one place that decides.
    fn right(&self, asked: &Asked, checks: &[Certain<'_>]) -> Option<Right> {
        match (self.kind, checks) {
            (ItemKind::Predict, [Certain::Weighed(check)]) => {
                Some(Right::Predict(check.verdict.decision, place(check)?))
            }
            (ItemKind::Predict, _) => None,
            (ItemKind::WhoCan, checks) => {
                let may = asked.who.iter().zip(checks).filter(|(_, certain)| certain.is_allowed());
                let may = crate::ordered::set(may.map(|(who, _)| who.clone()));
                (!may.is_empty() && may.len() < asked.who.len()).then_some(Right::WhoCan(may))
            }
        }
    }

    /// The readers who would have gone wrong.
    fn misled(&self, sandbox: &Sandbox, asked: &Asked, acts: &[Act], checks: &[Certain<'_>]) -> Vec<Reader> {
        // What a session's user may do, of whom nothing but the name goes into the session.
        let of_user = |who: &Actor| {
            let question = question(sandbox, asked, &behind(acts, who)?)?;
            Some(sandbox.preview(&question).deciding_check()?.verdict.decision)
        };
        // Readers read policies, and the root user has none. Items of the first edition count it all the same.
        let is_read = |check: &&CheckRecord| {
            self.since == Edition::FIRST || !matches!(check.request.principal, Principal::Root { .. })
        };
        let weighed = asked.who.iter().zip(checks).filter_map(|(who, certain)| {
            let check = certain.check().filter(is_read)?;
            Some((Record::of(check), of_user(who)))
        });
        let weighed: Vec<(Record<'_>, Option<Decision>)> = weighed.collect();
        let is_wrong = |reader: &Reader| {
            weighed.iter().any(|(record, user)| {
                let (read, verdict) = (reader.decide(record, *user), &record.check.verdict);
                match self.kind {
                    ItemKind::Predict => read != verdict.decision,
                    ItemKind::WhoCan => (read == Decision::Allowed) != verdict.is_allowed(),
                }
            })
        };
        Reader::ALL.into_iter().filter(is_wrong).collect()
    }

    /// Whether the world as somebody takes it to be comes to something else for anybody who is asked about.
    fn is_misled(&self, id: &ItemId, world: &Draft, checks: &[Certain<'_>]) -> bool {
        let read = || {
            let sandbox = opened(Sandbox::new(world.scenario(&id.to_string())), &world.acts)?;
            answers(&sandbox, world.asked.as_ref()?)
        };
        let differs = |(read, certain): (&Answer, &Certain<'_>)| match self.kind {
            ItemKind::Predict => {
                read.deciding_check().map(|check| check.verdict.decision)
                    != certain.check().map(|check| check.verdict.decision)
            }
            ItemKind::WhoCan => read.is_allowed() != certain.is_allowed(),
        };
        read().is_some_and(|read| read.iter().zip(checks).any(differs))
    }
}

/// Who says something else of anybody than the evaluator, by rules of thumb that need no world.
fn misjudging(draft: &Draft, asked: &Asked, checks: &[Certain<'_>]) -> Vec<Reader> {
    let may =
        |wanted: &Actor| asked.who.iter().zip(checks).find(|(who, _)| *who == wanted).map(|(_, it)| it.is_allowed());
    let wrong = draft.misjudged.iter().filter(|(_, who, says)| may(who) == Some(!says));
    let mut readers: Vec<Reader> = wrong.map(|(reader, ..)| *reader).collect();
    readers.dedup();
    readers
}

/// What everybody who is asked about is answered.
fn answers(sandbox: &Sandbox, asked: &Asked) -> Option<Vec<Answer>> {
    asked.who.iter().map(|who| Some(sandbox.preview(&question(sandbox, asked, who)?))).collect()
}

/// The user who took a session.
fn behind(acts: &[Act], who: &Actor) -> Option<Actor> {
    let Actor::Session { session, .. } = who else { return None };
    acts.iter().find_map(|act| match act {
        Act::Assume { by, session: taken, .. } if taken == session => Some(by.clone()),
        _ => None,
    })
}
