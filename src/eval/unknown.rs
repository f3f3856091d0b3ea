//! Deciding although facts are not known: a layer of policies that nobody has seen, a condition key of
//! which nothing is told.
//!
//! A *completion* fills in every fact that is not known. The answer is what the one evaluator says under
//! all of them:
//!
//! - a statement that denies whatever the facts are denies;
//! - if every completion allows, the request is allowed; if none does, it is denied, by a statement if in
//!   every completion a statement denies;
//! - if some allow and some do not, it cannot be said.
//!
//! To one request a layer can say only a few things, whatever stands in it ([`Contribution`]), and a
//! value of the context can only be in one of finitely many classes that the policies tell apart
//! ([`values`]). One completion of each kind is tried, up to [`MAX_COMPLETIONS`] of them; where there are
//! more, it cannot be said. A fact that no statement asks for multiplies nothing.
//!
//! A fact *matters* if two completions that differ in nothing else are decided differently. Whoever knows
//! the facts that matter knows the answer, and where it cannot be said there is one. To know a layer is to
//! know what it contributes: its statements, once they are seen, may ask for keys that are not known.

mod axis;
mod survey;
mod texts;
mod values;

use super::applicable::{ApplicablePolicies, PolicyLayer};
use super::assumption::Assumption;
use super::bearing::is_exempt;
use super::request::AuthorizationRequest;
use super::stages::{authorize_with, explicit_deny};
use super::trace::{NoTrace, Recorder, Station, StationOutcome, Trace, TraceEvent};
use super::verdict::{DecidedBy, Decision, Verdict};
use crate::rule::Rule;
use axis::Axis;
use survey::Survey;

/// How many completions are tried before it cannot be said.
pub const MAX_COMPLETIONS: usize = 10_000;

/// A fact that is not known.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum UnknownFact {
    /// What the policies of a layer say.
    Layer(PolicyLayer),
    /// The value of a condition key, or that it is absent; the key as it was given.
    ContextKey(Box<str>),
}

/// The facts that are not known and on which the answer depends; none unless it cannot be said. Beyond
/// [`MAX_COMPLETIONS`] these are all that a statement asks for.
#[must_use]
pub fn unknown_facts(request: &AuthorizationRequest, policies: &ApplicablePolicies) -> Vec<UnknownFact> {
    if !is_incomplete(request, policies) || authorize(request, policies).decision != Decision::CannotSay {
        return Vec::new();
    }
    let axes = axis::axes(request, policies, &Survey::of(request, policies));
    let Some(n_completions) = n_completions(&axes) else { return axes.into_iter().map(|axis| axis.fact).collect() };
    let decide = |index| is_allowed(index, &axes, request, policies);
    let answers: Vec<bool> = (0..n_completions).map(decide).collect();
    let mut stride = 1;
    let mut facts = Vec::new();
    for axis in axes {
        let n_options = axis.n_options();
        // The completions that differ from this one in this fact alone stand at multiples of the stride.
        let is_first = |index: &usize| (index / stride).is_multiple_of(n_options);
        let differs = |first: usize| (1..n_options).any(|step| answers[first] != answers[first + step * stride]);
        if (0..n_completions).filter(is_first).any(differs) {
            facts.push(axis.fact);
        }
        stride *= n_options;
    }
    facts
}

/// Whether there is anything that is not known.
pub(super) fn is_incomplete(request: &AuthorizationRequest, policies: &ApplicablePolicies) -> bool {
    !policies.unknown.is_empty() || request.context.has_unknown()
}

/// Decides under all completions.
pub(super) fn authorize(request: &AuthorizationRequest, policies: &ApplicablePolicies) -> Verdict {
    let survey = Survey::of(request, policies);
    if let Some(deny) = survey.sure_deny.filter(|_| !is_exempt(&request.action)) {
        return explicit_deny(deny);
    }
    let axes = axis::axes(request, policies, &survey);
    let Some(n_completions) = n_completions(&axes) else { return CANNOT_SAY };
    let mut sum = Sum::default();
    for index in 0..n_completions {
        let completion = complete(index, &axes, request);
        let verdict = authorize_with(&completion.request, policies, completion.assumption, &mut NoTrace);
        sum.add(verdict, completion.is_generous);
        if sum.is_undecided() {
            break;
        }
    }
    sum.verdict()
}

/// Decides, and records what is certain: of statements what was compared, of stations what is the same in
/// every completion that comes to them. Where completions disagree the station is not modelled.
pub(super) fn authorize_traced(
    request: &AuthorizationRequest,
    policies: &ApplicablePolicies,
    trace: &mut Trace,
) -> Verdict {
    let verdict = authorize(request, policies);
    if !is_exempt(&request.action) {
        survey::compare(request, policies, trace);
    }
    let axes = axis::axes(request, policies, &Survey::of(request, policies));
    let mut stations = Stations::default();
    match n_completions(&axes) {
        Some(n_completions) => (0..n_completions).for_each(|index| {
            let completion = complete(index, &axes, request);
            authorize_with(&completion.request, policies, completion.assumption, &mut stations);
        }),
        None => stations.forget(),
    }
    policies.unknown.iter().for_each(|layer| stations.hide(layer));
    stations.write(trace);
    verdict
}

/// How many completions there are, if they are not too many to be tried.
fn n_completions(axes: &[Axis]) -> Option<usize> {
    let product = axes.iter().try_fold(1_usize, |product, axis| product.checked_mul(axis.n_options()));
    product.filter(|product| *product <= MAX_COMPLETIONS)
}

/// Every fact filled in.
struct Completion {
    request: AuthorizationRequest,
    assumption: Assumption,
    /// Whether every layer says the most that it can.
    is_generous: bool,
}

/// The completion of that number: the options of the first axis change fastest.
fn complete(index: usize, axes: &[Axis], request: &AuthorizationRequest) -> Completion {
    let mut completion = Completion { request: request.clone(), assumption: Assumption::NONE, is_generous: true };
    let mut rest = index;
    for axis in axes {
        axis.choose(rest % axis.n_options(), &mut completion);
        rest /= axis.n_options();
    }
    completion
}

fn is_allowed(index: usize, axes: &[Axis], request: &AuthorizationRequest, policies: &ApplicablePolicies) -> bool {
    let completion = complete(index, axes, request);
    authorize_with(&completion.request, policies, completion.assumption, &mut NoTrace).is_allowed()
}

const CANNOT_SAY: Verdict = Verdict { decision: Decision::CannotSay, decided_by: DecidedBy::Unknown, statement: None };

/// What the verdicts of all completions have in common.
#[derive(Default)]
struct Sum {
    allowed: Option<Verdict>,
    denied: Option<Verdict>,
    /// Of the completions in which every layer says the most that it can: what denies there denies by
    /// what is known, and denies everywhere.
    denied_by_what_is_known: Option<Verdict>,
}

impl Sum {
    fn add(&mut self, verdict: Verdict, is_generous: bool) {
        let join_into = |sum: &mut Option<Verdict>| *sum = Some(sum.map_or(verdict, |sum| join(sum, verdict)));
        match (verdict.is_allowed(), is_generous) {
            (true, _) => join_into(&mut self.allowed),
            (false, true) => {
                join_into(&mut self.denied);
                join_into(&mut self.denied_by_what_is_known);
            }
            (false, false) => join_into(&mut self.denied),
        }
    }

    fn is_undecided(&self) -> bool {
        self.allowed.is_some() && self.denied.is_some()
    }

    fn verdict(self) -> Verdict {
        match (self.allowed, self.denied) {
            (Some(verdict), None) => verdict,
            (None, Some(verdict)) => self.denied_by_what_is_known.unwrap_or(verdict),
            _ => CANNOT_SAY,
        }
    }
}

/// What two verdicts have in common, of which both allow or both do not.
fn join(one: Verdict, other: Verdict) -> Verdict {
    let is_same = one.decision == other.decision && one.decided_by == other.decided_by;
    let decision = if one.decision == other.decision { one.decision } else { Decision::ImplicitDeny };
    let decided_by = if is_same { one.decided_by } else { DecidedBy::Unknown };
    Verdict { decision, decided_by, statement: one.statement.filter(|_| one == other) }
}

/// What was found at the gate and the stations in several completions.
#[derive(Default)]
struct Stations {
    gate: Option<(StationOutcome, Rule)>,
    /// By number.
    stations: [Option<(StationOutcome, Rule)>; Station::ALL.len()],
}

impl Recorder for Stations {
    const RECORDING: bool = true;

    fn reserve(&mut self, _: usize) {}

    fn record(&mut self, event: TraceEvent) {
        let (place, outcome, rule) = match event {
            TraceEvent::Gate { outcome, rule } => (&mut self.gate, outcome, rule),
            TraceEvent::Station { station, outcome, rule } => {
                (&mut self.stations[usize::from(station.number())], outcome, rule)
            }
            _ => return,
        };
        *place = match *place {
            // A completion that ends before the station says nothing about it.
            None | Some((StationOutcome::NotReached, _)) => Some((outcome, rule)),
            Some(found) if outcome == StationOutcome::NotReached || found.0 == outcome => Some(found),
            Some((_, rule)) => Some((StationOutcome::NotModelled, rule)),
        };
    }
}

impl Stations {
    /// Too much is not known for any station to be sure.
    fn forget(&mut self) {
        for station in Station::ALL.into_iter().skip(1) {
            self.stations[usize::from(station.number())] = Some((StationOutcome::NotModelled, Rule::C2));
        }
    }

    /// What a layer would say that nobody has seen is not found anywhere, even where only one thing it could
    /// say lets a request come to its station.
    fn hide(&mut self, layer: PolicyLayer) {
        let of_layer = Station::ALL.into_iter().find(|station| station.layer() == Some(layer));
        let place = match of_layer {
            Some(station) => &mut self.stations[usize::from(station.number())],
            None => &mut self.gate,
        };
        *place = place.map(|(outcome, rule)| match outcome {
            StationOutcome::NotApplicable(_) | StationOutcome::NotReached => (outcome, rule),
            _ => (StationOutcome::NotModelled, rule),
        });
    }

    fn write(&self, trace: &mut Trace) {
        if let Some((outcome, rule)) = self.gate {
            trace.record(TraceEvent::Gate { outcome, rule });
        }
        for (station, found) in Station::ALL.into_iter().zip(self.stations) {
            if let Some((outcome, rule)) = found {
                trace.record(TraceEvent::Station { station, outcome, rule });
            }
        }
    }
}
