//! A whole answer in words: the badge, the sentence, the stations.
//!
//! Everything is read from the record of the answer, so an old answer stays right when the world
//! has moved on. Which statements are shown at a station is decided here: those that matched, then
//! those that came nearest; the rest is counted.

use super::facts::{Detail, FailureFact, Verdict, Why};
use super::{Language, say, short_resource};
use crate::api::{Answer, AuthenticationFailure, CheckRecord};
use crate::authz::Authenticated;
use crate::eval::{
    Attachment, DecidedBy, Decision, GrantReach, PolicyLayer, Principal, PrincipalOutcome, ResourcePolicyRule,
    StatementRef, Station, StationOutcome, TraceEvent,
};
use crate::policy::{Effect, PrincipalEntry};
use crate::rule::Rule;
use crate::world::World;

/// The colour and shape that an answer carries.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tone {
    /// Allowed.
    Allow,
    /// A statement denies.
    Explicit,
    /// Nothing allows.
    Implicit,
    /// Not authenticated.
    Expired,
    /// A fact is missing.
    Unknown,
}

/// A station of the rail.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StationView {
    /// Which one.
    pub station: Station,
    /// What was found.
    pub outcome: StationOutcome,
    /// By which rule.
    pub rule: Rule,
    /// Its name.
    pub title: &'static str,
    /// What it is for, for those who step through.
    pub purpose: &'static str,
    /// What was found, in a few words.
    pub detail: String,
    /// The statements that matter here, most decisive first.
    pub shown: Vec<StatementRef>,
    /// The other statements that were looked at.
    pub others: Vec<StatementRef>,
}

/// An answer in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Explanation {
    /// Colour and shape.
    pub tone: Tone,
    /// The badge.
    pub verdict: String,
    /// One sentence.
    pub sentence: String,
    /// What a screen reader says when the answer changes.
    pub announcement: String,
    /// The stations, 0 to 7.
    pub stations: Vec<StationView>,
    /// The station that decided: where it stopped, or where it was granted.
    pub deciding: Station,
    /// The words that stand before the detail of the station that stops.
    pub stops_here: &'static str,
}

/// Most statements that are shown at a station before the rest is folded.
const MAX_SHOWN: usize = 4;

/// Explains an answer about `world`, of which only names are read.
#[must_use]
pub fn explain(answer: &Answer, world: &World, language: Language) -> Explanation {
    let explainer = Explainer { answer, world, language, who: who(answer) };
    let stations = explainer.stations();
    let tone = explainer.tone();
    let verdict = say!(language, verdict(&explainer.verdict()));
    let stop = stations.iter().find(|view| view.outcome == StationOutcome::Stopped).map(|view| view.station);
    let granted = stations.iter().rev().find(|view| view.outcome == StationOutcome::Granted).map(|view| view.station);
    Explanation {
        tone,
        sentence: say!(language, why(&explainer.why())),
        announcement: say!(language, announcement(&verdict, stop)),
        verdict,
        stations,
        deciding: stop.or(granted).unwrap_or(Station::Authentication),
        stops_here: say!(language, stops_here()),
    }
}

/// What the one who asks is called.
fn who(answer: &Answer) -> String {
    match &answer.authentication {
        Ok(Authenticated::Caller(caller)) => match &caller.principal {
            Principal::User { arn, .. } => arn.last_name().to_owned(),
            Principal::AssumedRole { role, .. } => role.last_name().to_owned(),
            principal => principal.arn().map(|arn| arn.to_string()).unwrap_or_default(),
        },
        Ok(Authenticated::Owner(account)) => account.to_string(),
        Err(_) => String::new(),
    }
}

struct Explainer<'a> {
    answer: &'a Answer,
    world: &'a World,
    language: Language,
    who: String,
}

impl Explainer<'_> {
    fn check(&self) -> Option<&CheckRecord> {
        self.answer.deciding_check()
    }

    fn failure(&self) -> Option<FailureFact> {
        match self.answer.authentication.as_ref().err()? {
            AuthenticationFailure::Expired { ended } => {
                let seconds_ago = self.answer.at.epoch_seconds() - ended.epoch_seconds();
                Some(FailureFact::Expired { ended: *ended, seconds_ago })
            }
            AuthenticationFailure::Inactive => Some(FailureFact::Inactive),
            AuthenticationFailure::Unknown => Some(FailureFact::Unknown),
        }
    }

    fn tone(&self) -> Tone {
        match self.check().map(|check| check.verdict.decision) {
            None if self.failure().is_some() => Tone::Expired,
            None | Some(Decision::Allowed) => Tone::Allow,
            Some(Decision::ExplicitDeny) => Tone::Explicit,
            Some(Decision::ImplicitDeny) => Tone::Implicit,
            Some(Decision::CannotSay) => Tone::Unknown,
        }
    }

    fn verdict(&self) -> Verdict {
        if let Some(failure) = self.failure() {
            return Verdict::NotAuthenticated(failure);
        }
        let Some(check) = self.check() else { return Verdict::Allowed };
        let rule = check.policies.resource.rule;
        match (check.verdict.decision, check.verdict.decided_by) {
            (Decision::ExplicitDeny, DecidedBy::Layer(layer)) => Verdict::DeniedBy(layer, rule),
            (Decision::ImplicitDeny, DecidedBy::Layer(layer)) => Verdict::NotAllowedBy(layer, rule),
            (Decision::CannotSay, _) => Verdict::CannotSay,
            _ => Verdict::Allowed,
        }
    }

    fn why(&self) -> Why {
        if let Some(failure) = self.failure() {
            return Why::NotAuthenticated(failure);
        }
        let Some(check) = self.check() else { return Why::Exempt };
        let path = || check.verdict.statement.map(|at| path(check, at, self.language)).unwrap_or_default();
        let (who, owner) = (self.who.clone(), self.owner());
        match (check.verdict.decision, check.verdict.decided_by) {
            (Decision::ExplicitDeny, _) => Why::Denied { path: path() },
            (Decision::Allowed, DecidedBy::Root) => Why::Root,
            (Decision::Allowed, DecidedBy::Exempt) => Why::Exempt,
            (Decision::Allowed, DecidedBy::IdentityAndResource) => Why::BothGrant { path: path(), owner },
            (Decision::Allowed, DecidedBy::Layer(PolicyLayer::Resource)) => Why::ResourceGrants { owner, who },
            (Decision::Allowed, DecidedBy::Layer(_)) => Why::IdentityGrants { path: path() },
            (Decision::ImplicitDeny, DecidedBy::Layer(PolicyLayer::Identity)) => self.identity_silent(check),
            (Decision::ImplicitDeny, DecidedBy::Layer(PolicyLayer::Resource)) => self.resource_silent(check),
            (Decision::ImplicitDeny, DecidedBy::Layer(layer)) => Why::LimitSilent(layer),
            (Decision::ImplicitDeny, _) => Why::NothingAllows { who },
            (Decision::CannotSay, _) | (_, DecidedBy::Unknown) => Why::CannotSay,
        }
    }

    fn identity_silent(&self, check: &CheckRecord) -> Why {
        let (who, owner) = (self.who.clone(), self.owner());
        let handed_over = check.trace.station(Station::Resource).is_some_and(|(outcome, rule)| {
            outcome == StationOutcome::Passed && matches!(rule, Rule::C22 | Rule::C37 | Rule::C40)
        });
        match check.request.principal.account() == Some(check.request.resource_account) {
            false => Why::CallerSilent { who, owner },
            true if handed_over => Why::HandedOver { owner, who },
            true => Why::NothingAllows { who },
        }
    }

    fn resource_silent(&self, check: &CheckRecord) -> Why {
        let (who, owner) = (self.who.clone(), self.owner());
        match check.policies.resource.rule {
            ResourcePolicyRule::Trust => Why::TrustSilent { role: owner, who },
            ResourcePolicyRule::Key => Why::KeySilent { who },
            _ => {
                let account = check.request.resource_account;
                let known = self.world.account(account).map(|account| account.name.to_string());
                Why::OwnerSilent { owner, account: known.unwrap_or_else(|| account.to_string()), who }
            }
        }
    }

    /// What the resource's policy hangs on: the bucket, the role.
    fn owner(&self) -> String {
        let resource = short_resource(&self.answer.resource);
        match resource.split_once('/') {
            Some(("role" | "key", name)) => name.rsplit('/').next().unwrap_or(name).to_owned(),
            Some((bucket, _)) => bucket.to_owned(),
            None => resource.to_owned(),
        }
    }

    fn stations(&self) -> Vec<StationView> {
        Station::ALL.into_iter().map(|station| self.station(station)).collect()
    }

    fn station(&self, station: Station) -> StationView {
        let (outcome, rule) = self.finding(station);
        let statements = self.considered(station);
        let (shown, others) = self.arranged(&statements);
        StationView {
            station,
            outcome,
            rule,
            title: say!(self.language, station(station)),
            purpose: say!(self.language, station_purpose(station)),
            detail: say!(self.language, detail(&self.detail(station, outcome, &statements))),
            shown,
            others,
        }
    }

    fn finding(&self, station: Station) -> (StationOutcome, Rule) {
        match (station, &self.answer.authentication) {
            (Station::Authentication, Err(_)) => (StationOutcome::Stopped, Rule::D14),
            (Station::Authentication, Ok(_)) => (StationOutcome::Passed, Rule::C1),
            _ => {
                let found = self.check().and_then(|check| check.trace.station(station));
                found.unwrap_or((StationOutcome::NotReached, Rule::C1))
            }
        }
    }

    /// The statements that a station looks at, with whether they match: all Denies at station 1, the
    /// Allows of its layer at the others.
    fn considered(&self, station: Station) -> Vec<(StatementRef, bool)> {
        let Some(check) = self.check() else { return Vec::new() };
        let (layers, effect) = match station.layer() {
            Some(layer) => (vec![layer], Effect::Allow),
            None if station == Station::ExplicitDeny => (PolicyLayer::ALL.to_vec(), Effect::Deny),
            None => return Vec::new(),
        };
        let all = layers.into_iter().flat_map(|layer| check.trace.statements(layer));
        all.filter(|(at, _)| effect_of(check, *at) == Some(effect)).collect()
    }

    /// Matching statements first, then those with the fewest elements that fail.
    fn arranged(&self, statements: &[(StatementRef, bool)]) -> (Vec<StatementRef>, Vec<StatementRef>) {
        let Some(check) = self.check() else { return Default::default() };
        let mut ordered: Vec<_> = statements.iter().map(|(at, _)| (n_failing(check, *at), *at)).collect();
        ordered.sort_by_key(|(n_failing, at)| (*n_failing, *at));
        let n_matching = statements.iter().filter(|(_, matched)| *matched).count();
        let n_shown = n_matching.max(ordered.len().min(MAX_SHOWN)).min(2 * MAX_SHOWN);
        let mut shown: Vec<_> = ordered.into_iter().map(|(_, at)| at).collect();
        let others = shown.split_off(n_shown.min(shown.len()));
        (shown, others)
    }

    fn detail(&self, station: Station, outcome: StationOutcome, statements: &[(StatementRef, bool)]) -> Detail {
        let n_considered = statements.len();
        let n_matching = statements.iter().filter(|(_, matched)| *matched).count();
        match (outcome, station) {
            (StationOutcome::NotApplicable(reason), _) => Detail::NotApplicable(station, reason),
            (StationOutcome::NotReached, _) => {
                // A Deny elsewhere ended the request although this station would have granted.
                let may_grant = matches!(station, Station::Identity | Station::Resource);
                Detail::NotReached { would_allow: may_grant && n_matching > 0 }
            }
            (StationOutcome::NotModelled, _) => Detail::NotModelled,
            (_, Station::Authentication) => self.authentication(),
            (StationOutcome::Stopped, Station::ExplicitDeny) => Detail::Denies { n_matching, n_considered },
            (_, Station::ExplicitDeny) => Detail::NoDeny { n_considered },
            (_, Station::Resource) => self.resource(outcome),
            (StationOutcome::Stopped, Station::Identity) => Detail::IdentityStops { n_considered },
            (_, Station::Identity) => self.identity(),
            (StationOutcome::Stopped, _) => Detail::LimitStops { station, n_considered },
            _ => Detail::LimitAllows(station),
        }
    }

    fn authentication(&self) -> Detail {
        if let Some(failure) = self.failure() {
            return Detail::NotAuthenticated(failure);
        }
        let caller = self.answer.authentication.as_ref().ok().and_then(Authenticated::caller);
        let session = caller.and_then(|caller| self.world.session(&caller.access_key_id));
        match session {
            Some(session) => Detail::SessionValid { until: session.expires },
            None => Detail::KeyValid { who: self.who.clone() },
        }
    }

    fn resource(&self, outcome: StationOutcome) -> Detail {
        let owner = self.owner();
        let Some(check) = self.check() else { return Detail::ResourceHasNone { owner } };
        let rule = check.policies.resource.rule;
        let has_policy = check.policies.resource.resource.is_some();
        let grant = self.grant(check);
        match (outcome, grant) {
            (StationOutcome::Granted, Some(named)) => Detail::ResourceGrants { owner, rule, named },
            (StationOutcome::Stopped, _) => Detail::ResourceStops { owner, rule, has_policy },
            (_, Some(_)) => Detail::ResourceHandsOver { owner, rule },
            _ if has_policy => Detail::ResourceSilent { owner },
            _ => Detail::ResourceHasNone { owner },
        }
    }

    /// Who the granting statement of the resource's policy names, in a word.
    fn grant(&self, check: &CheckRecord) -> Option<String> {
        let policy = check.policies.layer(PolicyLayer::Resource).first()?;
        let matching = check.trace.statements(PolicyLayer::Resource).filter(|(_, matched)| *matched);
        let allows = matching.filter(|(at, _)| effect_of(check, *at) == Some(Effect::Allow));
        let named = allows.filter_map(|(at, _)| {
            let (index, reach) = check.trace.elements(at).find_map(principal_outcome)?;
            let element = policy.policy.document().statements.get(usize::from(at.statement))?.principal.as_ref()?;
            Some((reach, &element.entries.get(usize::from(index))?.value))
        });
        Some(match named.max_by_key(|(reach, _)| *reach)? {
            (_, PrincipalEntry::Everyone) => say!(self.language, everyone()).to_owned(),
            (GrantReach::Account, _) => say!(self.language, the_account()).to_owned(),
            (GrantReach::Parent | GrantReach::Caller, _) => self.who.clone(),
        })
    }

    fn identity(&self) -> Detail {
        let granting = self.check().and_then(|check| {
            let mut matching = check.trace.statements(PolicyLayer::Identity).filter(|(_, matched)| *matched);
            let at = matching.find(|(at, _)| effect_of(check, *at) == Some(Effect::Allow))?.0;
            Some(format!("{} ← {}", self.who, path(check, at, self.language)))
        });
        Detail::IdentityGrants { path: granting.unwrap_or_default() }
    }
}

fn principal_outcome(event: &TraceEvent) -> Option<(u16, GrantReach)> {
    match event {
        TraceEvent::Principal { outcome: PrincipalOutcome::Named(index, reach), .. } => Some((*index, *reach)),
        _ => None,
    }
}

/// What a statement of a record does.
pub(super) fn effect_of(check: &CheckRecord, at: StatementRef) -> Option<Effect> {
    let policy = check.policies.layer(at.layer).get(usize::from(at.policy))?;
    Some(policy.policy.document().statements.get(usize::from(at.statement))?.effect.value)
}

/// How many elements of a statement fail to match.
fn n_failing(check: &CheckRecord, at: StatementRef) -> usize {
    let fails = |event: &&TraceEvent| match event {
        TraceEvent::Principal { outcome, .. } => !outcome.is_match(),
        TraceEvent::Pattern { outcome, .. } => !outcome.is_match(),
        TraceEvent::Condition { outcome, .. } => !outcome.is_match(),
        _ => false,
    };
    check.trace.elements(at).filter(fails).count()
}

/// How a statement comes to the caller: `Readers ← ReadPayroll ← statement Read`.
pub(super) fn path(check: &CheckRecord, at: StatementRef, language: Language) -> String {
    let Some(policy) = check.policies.layer(at.layer).get(usize::from(at.policy)) else { return String::new() };
    let sid = policy.policy.document().statements.get(usize::from(at.statement));
    let sid = sid.and_then(|statement| statement.sid.as_ref()).map(|sid| &*sid.value).filter(|sid| !sid.is_empty());
    let statement = say!(language, statement_name(sid, usize::from(at.statement) + 1));
    match &policy.attachment {
        Attachment::Direct => format!("{} ← {statement}", policy.name),
        Attachment::Group(holder) | Attachment::Level(holder) => format!("{holder} ← {} ← {statement}", policy.name),
    }
}
