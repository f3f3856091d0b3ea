//! A whole answer in words: the badge, the sentence, the stations.
//!
//! Everything is read from the record of the answer, so an old answer stays right when the world
//! has moved on. What stands here is what only an answer has: whether and how the caller was
//! authenticated. The check that decided is explained by [`super::check`].

use super::check::{CheckExplainer, StationView, not_reached, who};
use super::facts::{Detail, FailureFact, Settles, Verdict, Why};
use super::gate::GateView;
use super::sides::{Sides, sides, silent_sides};
use super::{Language, say};
use crate::api::{Answer, AuthenticationFailure, CheckRecord};
use crate::authz::{Authenticated, Caller};
use crate::eval::{DecidedBy, Decision, PolicyLayer, Principal, Station, StationOutcome};
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
    /// The gate of the VPC endpoint that the call goes through.
    pub gate: Option<GateView>,
    /// The stations, 0 to 7.
    pub stations: Vec<StationView>,
    /// What each account says, where there are two.
    pub sides: Option<Sides>,
    /// The station that decided: where it stopped, or where it was granted.
    pub deciding: Station,
    /// The words that stand before the detail of the station that stops.
    pub stops_here: &'static str,
}

/// Explains an answer about `world`, of which only names are read.
#[must_use]
pub fn explain(answer: &Answer, world: &World, language: Language) -> Explanation {
    explain_check(answer, None, world, language)
}

/// Explains an answer by the check at a position, as if it alone had been asked for; without a position by the one that
/// decided.
#[must_use]
pub fn explain_check(answer: &Answer, position: Option<usize>, world: &World, language: Language) -> Explanation {
    let record = answer.check(position);
    let check = record.map(|check| CheckExplainer::new(check, Some(world), language));
    let explainer = Explainer { answer, record, world, language, check };
    let stations = explainer.stations();
    let tone = explainer.tone();
    let verdict = say!(language, verdict(&explainer.verdict()));
    let stops: Vec<_> = with_outcome(&stations, StationOutcome::Stopped).collect();
    let stop = stops.first().copied();
    let unknown = with_outcome(&stations, StationOutcome::NotModelled).next();
    let granted = with_outcome(&stations, StationOutcome::Granted).last();
    let gate = explainer.check.as_ref().and_then(CheckExplainer::gate);
    Explanation {
        tone,
        sentence: explainer.sentence(),
        announcement: match gate.as_ref().filter(|gate| gate.is_stopped()) {
            Some(gate) => format!("{verdict}. {}: {}.", gate.title, gate.detail),
            None => say!(language, announcement(&verdict, &stops, unknown)),
        },
        verdict,
        gate,
        sides: record.and_then(|check| sides(check, &stations, language)),
        stations,
        deciding: stop.or(unknown).or(granted).unwrap_or(Station::Authentication),
        stops_here: say!(language, stops_here()),
    }
}

fn with_outcome(stations: &[StationView], outcome: StationOutcome) -> impl Iterator<Item = Station> {
    stations.iter().filter(move |view| view.outcome == outcome).map(|view| view.station)
}

struct Explainer<'a> {
    answer: &'a Answer,
    /// The check that is told.
    record: Option<&'a CheckRecord>,
    world: &'a World,
    language: Language,
    /// Of the check that is told; none where nobody was authenticated or nothing had to be asked.
    check: Option<CheckExplainer<'a>>,
}

impl Explainer<'_> {
    fn failure(&self) -> Option<FailureFact> {
        match self.answer.authentication.as_ref().err()? {
            AuthenticationFailure::Expired { ended } => {
                let seconds_ago = self.answer.at.epoch_seconds() - ended.epoch_seconds();
                Some(FailureFact::Expired { ended: *ended, seconds_ago })
            }
            AuthenticationFailure::Inactive => Some(FailureFact::Inactive),
            AuthenticationFailure::Unknown => Some(FailureFact::Unknown),
            AuthenticationFailure::WrongSecret => Some(FailureFact::WrongSecret),
            AuthenticationFailure::WrongToken => Some(FailureFact::WrongToken),
            AuthenticationFailure::NotSigned => Some(FailureFact::NotSigned),
            AuthenticationFailure::NoCredentials => Some(FailureFact::NoCredentials),
            AuthenticationFailure::SignIn(failure) => Some(FailureFact::SignIn(failure.clone())),
            AuthenticationFailure::NoBillingAccess => Some(FailureFact::NoBillingAccess),
            AuthenticationFailure::Token { failure, is_assertion } => {
                Some(FailureFact::Token { failure: failure.clone(), is_assertion: *is_assertion })
            }
            AuthenticationFailure::RootAssumesNoRole => Some(FailureFact::RootAssumesNoRole),
            AuthenticationFailure::NotAccepted { action } => {
                Some(FailureFact::NotAccepted { action: action.to_string() })
            }
        }
    }

    fn tone(&self) -> Tone {
        match self.record.map(|check| check.verdict.decision) {
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
        let Some(check) = self.record else { return Verdict::Allowed };
        let rule = check.policies.resource.rule;
        match (check.verdict.decision, check.verdict.decided_by) {
            (Decision::ExplicitDeny, DecidedBy::Layer(layer)) => Verdict::DeniedBy(layer, rule),
            (Decision::ImplicitDeny, DecidedBy::Layer(layer)) => match silent_sides(check) {
                (true, true) => Verdict::NotAllowedByEither,
                (true, false) if layer == PolicyLayer::Identity => Verdict::NotAllowedByCaller,
                _ => Verdict::NotAllowedBy(layer, rule),
            },
            (Decision::CannotSay, _) => Verdict::CannotSay,
            _ => Verdict::Allowed,
        }
    }

    /// Why, and whether it will soon be otherwise.
    fn sentence(&self) -> String {
        let mut sentence = say!(self.language, why(&self.why()));
        if let Some(settling) = self.answer.settling {
            let fact = Settles { is_allowed: settling.is_allowed, at: settling.at };
            sentence.push(' ');
            sentence.push_str(&say!(self.language, settles(fact)));
        }
        sentence
    }

    fn why(&self) -> Why {
        match (self.failure(), &self.check) {
            (Some(failure), _) => Why::NotAuthenticated(failure),
            (None, Some(check)) => check.why(),
            (None, None) => Why::Exempt,
        }
    }

    fn stations(&self) -> Vec<StationView> {
        let language = self.language;
        let mut stations = match &self.check {
            Some(check) => check.stations(),
            None => Station::ALL.into_iter().map(|station| not_reached(station, language)).collect(),
        };
        if let Some(view) = stations.first_mut() {
            (view.outcome, view.rule) = match &self.answer.authentication {
                Err(AuthenticationFailure::NoBillingAccess) => (StationOutcome::Stopped, Rule::I6),
                Err(AuthenticationFailure::RootAssumesNoRole) => (StationOutcome::Stopped, Rule::F8),
                Err(_) => (StationOutcome::Stopped, Rule::D14),
                Ok(_) => (StationOutcome::Passed, Rule::C1),
            };
            view.detail = say!(language, detail(&self.authentication()));
        }
        stations
    }

    /// By what a caller without a session is known; only users have a key for certain.
    fn caller(&self, caller: &Caller) -> Detail {
        match &caller.principal {
            Principal::Root { .. } if caller.access_key_id.is_none() => Detail::RootSignedIn,
            Principal::Service { name } => Detail::ServiceSpeaks { who: name.to_string() },
            Principal::Federated { provider } => Detail::TokenValid { provider: provider.to_string() },
            Principal::Anonymous => Detail::Unsigned,
            principal => Detail::KeyValid { who: who(principal, self.language) },
        }
    }

    fn authentication(&self) -> Detail {
        if let Some(failure) = self.failure() {
            return Detail::NotAuthenticated(failure);
        }
        let authenticated = self.answer.authentication.as_ref().ok();
        let caller = authenticated.and_then(Authenticated::caller);
        let session = caller.and_then(|caller| self.world.session(caller.access_key_id.as_deref()?));
        match (session, authenticated) {
            (Some(session), _) => Detail::SessionValid { until: session.expires },
            (None, Some(Authenticated::Owner(account))) => Detail::KeyValid { who: account.to_string() },
            (None, Some(Authenticated::Caller(caller))) => self.caller(caller),
            (None, None) => Detail::KeyValid { who: String::new() },
        }
    }
}
