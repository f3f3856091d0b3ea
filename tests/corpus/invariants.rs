//! What every trace must hold to: it tells of one stop, or of none, and of the right one.

use iam_sandbox::eval::{
    ApplicablePolicies, AuthorizationRequest, DecidedBy, Decision, PolicyLayer, Side, StatementRef, Station,
    StationOutcome, Trace, TraceEvent, Verdict,
};
use iam_sandbox::policy::Effect;

/// The gate of a VPC endpoint is no station, but it stops requests as they do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Stop {
    Gate,
    At(Station),
}

pub fn check(
    verdict: Verdict,
    trace: &Trace,
    request: &AuthorizationRequest,
    policies: &ApplicablePolicies,
) -> Result<(), String> {
    let steps: Vec<(Stop, StationOutcome)> = trace
        .events()
        .iter()
        .filter_map(|event| match event {
            TraceEvent::Gate { outcome, .. } => Some((Stop::Gate, *outcome)),
            TraceEvent::Station { station, outcome, .. } => Some((Stop::At(*station), *outcome)),
            _ => None,
        })
        .collect();
    check_order(&steps)?;
    if request.context.has_unknown() || !policies.unknown.is_empty() {
        return check_unknown(verdict, &steps);
    }
    let stops: Vec<Stop> =
        steps.iter().filter(|(_, outcome)| *outcome == StationOutcome::Stopped).map(|(stop, _)| *stop).collect();
    check_sides(verdict, request, &steps, &stops)?;
    let n_not_reached = steps.iter().filter(|(_, outcome)| *outcome == StationOutcome::NotReached).count();
    if verdict.is_allowed() && n_not_reached > 0 {
        return Err(format!("allowed, but {n_not_reached} stations were not reached"));
    }
    check_grants(verdict, &steps)?;
    verdict.statement.map_or(Ok(()), |at| check_statement(verdict, at, trace, policies))
}

/// Where facts are not known a station tells what is certain: none stops what may be allowed, and where it
/// cannot be said one of them is not known.
fn check_unknown(verdict: Verdict, steps: &[(Stop, StationOutcome)]) -> Result<(), String> {
    let has = |wanted: StationOutcome| steps.iter().any(|(_, outcome)| *outcome == wanted);
    let is_fit = match verdict.decision {
        Decision::Allowed => !has(StationOutcome::Stopped),
        Decision::CannotSay => has(StationOutcome::NotModelled) && !has(StationOutcome::Stopped),
        Decision::ExplicitDeny | Decision::ImplicitDeny => {
            has(StationOutcome::Stopped) || has(StationOutcome::NotModelled)
        }
    };
    if is_fit { Ok(()) } else { Err(format!("{verdict:?} with {steps:?}")) }
}

/// On every side there is one stop at most, and nothing is reached after it; the first of them decided.
fn check_sides(
    verdict: Verdict,
    request: &AuthorizationRequest,
    steps: &[(Stop, StationOutcome)],
    stops: &[Stop],
) -> Result<(), String> {
    let side = |stop: Stop| match stop {
        Stop::Gate => Side::Both,
        Stop::At(station) => Side::of(station, request),
    };
    let hides = |stop: Stop, later: Stop| side(stop) == Side::Both || side(stop) == side(later);
    if verdict.is_allowed() != stops.is_empty() {
        return Err(format!("{:?} with stops at {stops:?}", verdict.decision));
    }
    for (index, (step, outcome)) in steps.iter().enumerate() {
        let earlier = steps[..index].iter().filter(|(_, outcome)| *outcome == StationOutcome::Stopped);
        let is_hidden = earlier.clone().any(|(stop, _)| hides(*stop, *step));
        if is_hidden != (*outcome == StationOutcome::NotReached) && *step != Stop::Gate {
            return Err(format!("{step:?} is {outcome:?}, with stops at {stops:?}"));
        }
    }
    stops.first().map_or(Ok(()), |stop| check_stop(verdict, *stop))
}

/// Each station once, in the order of the rail, and the gate before them.
fn check_order(steps: &[(Stop, StationOutcome)]) -> Result<(), String> {
    let stations: Vec<Stop> = steps.iter().map(|(step, _)| *step).filter(|step| *step != Stop::Gate).collect();
    let all = Station::ALL.map(Stop::At);
    let is_complete = stations == all || stations == all[1..];
    let gate = steps.iter().position(|(step, _)| *step == Stop::Gate);
    if is_complete && gate.is_none_or(|at| at <= 1) { Ok(()) } else { Err(format!("the stations are {steps:?}")) }
}

/// The station that stopped the request is that of the layer that decided.
fn check_stop(verdict: Verdict, stop: Stop) -> Result<(), String> {
    let expected = match (verdict.decision, verdict.decided_by) {
        (Decision::ExplicitDeny, _) => Some(Stop::At(Station::ExplicitDeny)),
        (_, DecidedBy::Layer(PolicyLayer::VpcEndpoint)) => Some(Stop::Gate),
        (_, DecidedBy::Layer(layer)) => {
            Station::ALL.into_iter().find(|station| station.layer() == Some(layer)).map(Stop::At)
        }
        _ => None,
    };
    if expected == Some(stop) { Ok(()) } else { Err(format!("{verdict:?}, but the stop is at {stop:?}")) }
}

/// Only the resource's and the identity's policies grant, and a grant decides what is allowed by them.
fn check_grants(verdict: Verdict, steps: &[(Stop, StationOutcome)]) -> Result<(), String> {
    let grants: Vec<Stop> =
        steps.iter().filter(|(_, outcome)| *outcome == StationOutcome::Granted).map(|(step, _)| *step).collect();
    let (resource, identity) = (Stop::At(Station::Resource), Stop::At(Station::Identity));
    if let Some(other) = grants.iter().find(|grant| **grant != resource && **grant != identity) {
        return Err(format!("a grant at {other:?}"));
    }
    let needed: &[Stop] = match verdict.decided_by {
        _ if !verdict.is_allowed() => &[],
        DecidedBy::IdentityAndResource => &[resource, identity],
        DecidedBy::Layer(PolicyLayer::Resource) => &[resource],
        DecidedBy::Layer(PolicyLayer::Identity) => &[identity],
        _ => &[],
    };
    match needed.iter().find(|stop| !grants.contains(stop)) {
        Some(stop) => Err(format!("{verdict:?}, but nothing was granted at {stop:?}")),
        None => Ok(()),
    }
}

/// The statement that the verdict names is there, matches, and has the effect of the decision.
fn check_statement(
    verdict: Verdict,
    at: StatementRef,
    trace: &Trace,
    policies: &ApplicablePolicies,
) -> Result<(), String> {
    let policy = &policies.layer(at.layer)[usize::from(at.policy)].policy;
    let effect = policy.document().statements[usize::from(at.statement)].effect.value;
    let is_match = trace.statements(at.layer).any(|(statement, matched)| statement == at && matched);
    let expected = if verdict.is_allowed() { Effect::Allow } else { Effect::Deny };
    if is_match && effect == expected {
        Ok(())
    } else {
        Err(format!("{verdict:?}, but that statement does not decide so"))
    }
}
