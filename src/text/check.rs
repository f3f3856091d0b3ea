//! One check in words: the stations that it went through, and what each of them found.
//!
//! Everything is read from the record of the check. Names that only a world knows, as that of an
//! account, are taken from one where the caller has it.

use super::considered::{Arranged, Considered, all_considered, arranged, missed};
use super::facts::{Detail, Why};
use super::gate::GateView;
use super::ladder::{Rung, RungOutcome, ladder, names, silent_level};
use super::named::{Named, most_direct, statement_of};
use super::sides::silent_sides;
use super::{Language, resource_name, say, short_resource};
use crate::api::CheckRecord;
use crate::eval::{
    Attachment, DecidedBy, Decision, GrantReach, PolicyLayer, Principal, ResourcePolicyRule, Side, StatementRef,
    Station, StationOutcome, TraceEvent, unknown_facts,
};
use crate::policy::{Effect, PrincipalEntry};
use crate::rule::Rule;
use crate::world::World;

/// A station of the rail.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StationView {
    /// Which one.
    pub station: Station,
    /// Whose policies it looks at, across accounts.
    pub side: Side,
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
    /// The levels of the organization, where SCPs or RCPs are looked at.
    pub ladder: Vec<Rung>,
}

/// Explains one check without a world to take names from: by ARNs and ids.
///
/// ```
/// use iam_sandbox::api::{Credentials, Question, Sandbox, Scenario};
/// use iam_sandbox::text::{Language, stations};
/// let sandbox = Sandbox::new(Scenario::first());
/// let alice = sandbox.keys().find(|key| &*key.name == "alice").unwrap();
/// let answer = sandbox.preview(&Question::new(Credentials::Key(alice.access_key_id), "s3:GetObject", "arn:aws:s3:::payroll/may.csv"));
/// let stations = stations(answer.deciding_check().unwrap(), Language::English);
/// assert_eq!(stations[0].detail, "alice is asking");
/// ```
#[must_use]
pub fn stations(check: &CheckRecord, language: Language) -> Vec<StationView> {
    CheckExplainer::new(check, None, language).stations()
}

/// A station that a request never came to, because nobody was authenticated or nothing was asked.
pub(super) fn not_reached(station: Station, language: Language) -> StationView {
    let detail = Detail::NotReached { would_allow: false };
    view(station, (StationOutcome::NotReached, Rule::C1), &detail, Arranged::default(), language)
}

fn view(
    station: Station,
    (outcome, rule): (StationOutcome, Rule),
    detail: &Detail,
    statements: Arranged,
    language: Language,
) -> StationView {
    StationView {
        station,
        side: Side::Both,
        outcome,
        rule,
        title: say!(language, station(station)),
        purpose: say!(language, station_purpose(station)),
        detail: say!(language, detail(detail)),
        shown: statements.shown,
        others: statements.others,
        ladder: Vec::new(),
    }
}

/// What the one who asks is called.
pub(super) fn who(principal: &Principal, language: Language) -> String {
    match principal {
        Principal::User { arn, .. } => arn.last_name().to_owned(),
        Principal::AssumedRole { role, .. } => role.last_name().to_owned(),
        Principal::Service { name } => name.to_string(),
        Principal::Federated { provider } => provider.to_string(),
        Principal::Anonymous => say!(language, anonymous()).to_owned(),
        principal => principal.arn().map(|arn| arn.to_string()).unwrap_or_default(),
    }
}

/// Finds words for one check.
pub(super) struct CheckExplainer<'a> {
    check: &'a CheckRecord,
    world: Option<&'a World>,
    language: Language,
    pub(super) who: String,
    considered: Vec<Considered>,
}

impl<'a> CheckExplainer<'a> {
    pub(super) fn new(check: &'a CheckRecord, world: Option<&'a World>, language: Language) -> Self {
        let who = who(&check.request.principal, language);
        Self { check, world, language, who, considered: all_considered(check) }
    }

    /// The verdict in one sentence.
    pub(super) fn why(&self) -> Why {
        let verdict = &self.check.verdict;
        let path = || self.path_or_several(verdict.statement);
        let (who, owner) = (self.who.clone(), self.owner());
        if silent_sides(self.check) == (true, true) {
            return Why::BothSilent { who, owner };
        }
        match (verdict.decision, verdict.decided_by) {
            (Decision::ExplicitDeny, _) => Why::Denied { path: path() },
            (Decision::Allowed, DecidedBy::Root) => Why::Root,
            (Decision::Allowed, DecidedBy::Exempt) => Why::Exempt,
            (Decision::Allowed, DecidedBy::IdentityAndResource) => {
                Why::BothGrant { path: path(), owner, is_grant: self.is_by_grant() }
            }
            (Decision::Allowed, DecidedBy::Layer(PolicyLayer::Resource)) => {
                let who = self.named_session().unwrap_or(who);
                let has_account = self.check.request.principal.account().is_some();
                Why::ResourceGrants { owner, who, has_account, is_grant: self.is_by_grant() }
            }
            (Decision::Allowed, DecidedBy::Layer(_)) => Why::IdentityGrants { path: path() },
            (Decision::ImplicitDeny, DecidedBy::Layer(PolicyLayer::Identity)) => self.identity_silent(),
            (Decision::ImplicitDeny, DecidedBy::Layer(PolicyLayer::Resource)) => self.resource_silent(),
            (Decision::ImplicitDeny, DecidedBy::Layer(PolicyLayer::Scp)) => {
                Why::LevelSilent { level: silent_level(self.check, &self.considered) }
            }
            (Decision::ImplicitDeny, DecidedBy::Layer(layer)) => Why::LimitSilent(layer),
            (Decision::ImplicitDeny, _) => Why::NothingAllows { who },
            (Decision::CannotSay, _) | (_, DecidedBy::Unknown) => Why::CannotSay {
                missing: unknown_facts(&self.check.request, &self.check.policies),
                rule: self.check.policies.resource.rule,
            },
        }
    }

    /// How a statement comes to the caller; under facts that are not known several may decide together.
    fn path_or_several(&self, statement: Option<StatementRef>) -> String {
        let path = statement.map(|at| path(self.check, at, self.language));
        path.unwrap_or_else(|| say!(self.language, one_or_another()).to_owned())
    }

    fn identity_silent(&self) -> Why {
        let (who, owner) = (self.who.clone(), self.owner());
        let handed_over = self.check.trace.station(Station::Resource).is_some_and(|(outcome, rule)| {
            outcome == StationOutcome::Passed && matches!(rule, Rule::C22 | Rule::C37 | Rule::C40)
        });
        match self.check.request.principal.account() == Some(self.check.request.resource_account) {
            false => Why::CallerSilent { who, owner },
            true if handed_over => Why::HandedOver { owner, who },
            true => Why::NothingAllows { who },
        }
    }

    fn resource_silent(&self) -> Why {
        let (who, owner) = (self.who.clone(), self.owner());
        let rule = self.check.policies.resource.rule;
        if let Some(missed) = missed(self.check, &self.considered) {
            return Why::NearlyGranted { owner, rule, who, missed };
        }
        match rule {
            ResourcePolicyRule::Trust => Why::TrustSilent { role: owner, who },
            ResourcePolicyRule::Key => Why::KeySilent { who },
            _ => {
                let account = self.check.request.resource_account;
                let known = self.world.and_then(|world| world.account(account)).map(|known| known.name.to_string());
                Why::OwnerSilent { owner, account: known.unwrap_or_else(|| account.to_string()), who }
            }
        }
    }

    /// What the resource's policy hangs on: the bucket, the role.
    fn owner(&self) -> String {
        let resource = &self.check.request.resource;
        let named = self.world.map(|world| resource_name(world, resource));
        let resource = named.as_deref().unwrap_or_else(|| short_resource(resource));
        match resource.split_once('/') {
            Some(("role" | "key", name)) => name.rsplit('/').next().unwrap_or(name).to_owned(),
            Some((bucket, _)) => bucket.to_owned(),
            None => resource.to_owned(),
        }
    }

    pub(super) fn stations(&self) -> Vec<StationView> {
        Station::ALL.into_iter().map(|station| self.station(station)).collect()
    }

    fn station(&self, station: Station) -> StationView {
        let finding = match station {
            Station::Authentication => (StationOutcome::Passed, Rule::C1),
            _ => self.check.trace.station(station).unwrap_or((StationOutcome::NotReached, Rule::C1)),
        };
        let statements = self.considered(station);
        let ladder = ladder(self.check, station, finding.0, &self.considered);
        let detail = match (finding.0, names(&ladder, RungOutcome::Denies)) {
            (StationOutcome::NotReached, level) if !level.is_empty() => Detail::LevelDenied { level },
            _ => self.detail(station, finding.0, &statements),
        };
        let view = view(station, finding, &detail, arranged(&statements), self.language);
        StationView { side: Side::of(station, &self.check.request), ladder, ..view }
    }

    /// The statements that a station looks at: all Denies at station 1, the Allows of its layer at
    /// the others.
    fn considered(&self, station: Station) -> Vec<Considered> {
        let (layer, effect) = match station.layer() {
            Some(layer) => (Some(layer), Effect::Allow),
            None if station == Station::ExplicitDeny => (None, Effect::Deny),
            None => return Vec::new(),
        };
        let of_layer = self.considered.iter().filter(|it| layer.is_none_or(|layer| it.at.layer == layer));
        of_layer.filter(|it| effect_of(self.check, it.at) == Some(effect)).copied().collect()
    }

    /// The gate that a call through a VPC endpoint passes before all stations.
    pub(super) fn gate(&self) -> Option<GateView> {
        let (outcome, rule) = self.check.trace.events().iter().find_map(|event| match event {
            TraceEvent::Gate { outcome, rule } => Some((*outcome, *rule)),
            _ => None,
        })?;
        let of_layer = self.considered.iter().filter(|it| it.at.layer == PolicyLayer::VpcEndpoint);
        let allows: Vec<_> =
            of_layer.filter(|it| effect_of(self.check, it.at) == Some(Effect::Allow)).copied().collect();
        let statements = arranged(&allows);
        Some(GateView {
            outcome,
            rule,
            title: say!(self.language, gate_title()),
            purpose: say!(self.language, gate_purpose()),
            detail: say!(self.language, gate_detail(outcome)),
            shown: statements.shown,
            others: statements.others,
        })
    }

    fn detail(&self, station: Station, outcome: StationOutcome, statements: &[Considered]) -> Detail {
        let n_considered = statements.len();
        let n_matching = statements.iter().filter(|statement| statement.is_match).count();
        match (outcome, station) {
            (StationOutcome::NotApplicable(reason), _) => Detail::NotApplicable(station, reason),
            (StationOutcome::NotReached, _) => {
                // A Deny elsewhere ended the request although this station would have granted.
                let may_grant = matches!(station, Station::Identity | Station::Resource);
                Detail::NotReached { would_allow: may_grant && n_matching > 0 }
            }
            (StationOutcome::NotModelled, _) => Detail::NotModelled,
            (_, Station::Authentication) if self.check.request.principal == Principal::Anonymous => Detail::Unsigned,
            (_, Station::Authentication) => Detail::Asking { who: self.who.clone() },
            (StationOutcome::Stopped, Station::ExplicitDeny) => Detail::Denies { n_matching, n_considered },
            (_, Station::ExplicitDeny) => Detail::NoDeny { n_considered },
            (_, Station::Resource) => self.resource(outcome),
            (StationOutcome::Stopped, Station::Identity) => Detail::IdentityStops { n_considered },
            (_, Station::Identity) => self.identity(),
            (StationOutcome::Stopped, Station::Scp) => {
                Detail::LevelStops { level: silent_level(self.check, &self.considered) }
            }
            (StationOutcome::Stopped, _) => Detail::LimitStops { station, n_considered },
            _ => Detail::LimitAllows(station),
        }
    }

    fn resource(&self, outcome: StationOutcome) -> Detail {
        let owner = self.owner();
        let rule = self.check.policies.resource.rule;
        let has_policy = !self.check.policies.resource.resource.is_empty();
        match (outcome, self.grant()) {
            (StationOutcome::Granted, Some(named)) => {
                Detail::ResourceGrants { owner, rule, named, is_grant: self.is_by_grant() }
            }
            (StationOutcome::Stopped, _) => Detail::ResourceStops { owner, rule, has_policy },
            (_, Some(_)) => Detail::ResourceHandsOver { owner, rule },
            _ if has_policy => Detail::ResourceSilent { owner },
            _ => Detail::ResourceHasNone { owner },
        }
    }

    /// The statements of a layer that match and allow.
    fn granting(&self, layer: PolicyLayer) -> impl Iterator<Item = StatementRef> {
        let matching = self.considered.iter().filter(move |it| it.at.layer == layer && it.is_match);
        matching.map(|it| it.at).filter(|at| effect_of(self.check, *at) == Some(Effect::Allow))
    }

    /// The granting statement of the resource's policies that names the caller most directly.
    fn most_direct(&self) -> Option<Named<'_>> {
        most_direct(self.check, &self.granting(PolicyLayer::Resource).collect::<Vec<_>>())
    }

    /// Whether it is a grant of a KMS key that lets the caller in, and not its policy.
    fn is_by_grant(&self) -> bool {
        self.most_direct().is_some_and(|named| named.policy.attachment == Attachment::Grant)
    }

    /// Who the granting statement of the resource's policy names, in a word.
    fn grant(&self) -> Option<String> {
        let named = self.most_direct()?;
        Some(match (named.reach, named.entry) {
            (_, PrincipalEntry::Everyone) => say!(self.language, everyone()).to_owned(),
            (GrantReach::Account, _) => say!(self.language, the_account()).to_owned(),
            (GrantReach::Parent | GrantReach::Caller, _) => self.named_session().unwrap_or_else(|| self.who.clone()),
        })
    }

    /// The session `helper/s1`, where the policy names it and not its role: the limits of the role do not hold then.
    fn named_session(&self) -> Option<String> {
        let named = self.most_direct().filter(|named| named.reach == GrantReach::Caller)?;
        let Principal::AssumedRole { .. } = &self.check.request.principal else { return None };
        let arn = self.check.request.principal.arn().filter(|_| *named.entry != PrincipalEntry::Everyone)?;
        Some(arn.resource().strip_prefix("assumed-role/")?.to_owned())
    }

    fn identity(&self) -> Detail {
        let granting = self.granting(PolicyLayer::Identity).next();
        Detail::IdentityGrants { path: format!("{} ← {}", self.who, self.path_or_several(granting)) }
    }
}

/// What a statement of a record does.
pub(super) fn effect_of(check: &CheckRecord, at: StatementRef) -> Option<Effect> {
    Some(statement_of(check, at)?.1.effect.value)
}

/// How a statement comes to the caller: `Readers ← ReadPayroll ← statement Read`.
pub(super) fn path(check: &CheckRecord, at: StatementRef, language: Language) -> String {
    let Some(policy) = check.policies.layer(at.layer).get(usize::from(at.policy)) else { return String::new() };
    let sid = policy.policy.document().statements.get(usize::from(at.statement));
    let sid = sid.and_then(|statement| statement.sid.as_ref()).map(|sid| &*sid.value).filter(|sid| !sid.is_empty());
    let statement = say!(language, statement_name(sid, usize::from(at.statement) + 1));
    match &policy.attachment {
        Attachment::Direct | Attachment::Account | Attachment::Grant => format!("{} ← {statement}", policy.name),
        Attachment::Group(holder) | Attachment::Level(holder) => format!("{holder} ← {} ← {statement}", policy.name),
    }
}
