//! Why an answer is what it is, in the words of goals.

use super::goal::{AccountSide, Layer, Reason, ReasonKind};
use crate::api::{Answer, CheckRecord};
use crate::eval::{DecidedBy, Decision, PolicyLayer, ResourcePolicyRule, Side, Station, StationOutcome};

/// Whether this is why the answer is what it is.
#[must_use]
pub(super) fn fits(reason: Reason, answer: &Answer) -> bool {
    let Some(check) = answer.deciding_check() else {
        let is_about_it = reason.side.is_none() && reason.layer == Some(Layer::Authentication);
        return answer.authentication.is_err() && is_about_it && reason.kind.is_none();
    };
    match reason.side {
        None => {
            kinds(check).is_some_and(|kind| reason.kind.is_none_or(|wanted| wanted == kind)) && decided(reason, check)
        }
        Some(side) => alone_says_no(side, reason, check),
    }
}

fn kinds(check: &CheckRecord) -> Option<ReasonKind> {
    match check.verdict.decision {
        Decision::Allowed => Some(ReasonKind::Allow),
        Decision::ExplicitDeny => Some(ReasonKind::Explicit),
        Decision::ImplicitDeny => Some(ReasonKind::Implicit),
        Decision::CannotSay => None,
    }
}

fn decided(reason: Reason, check: &CheckRecord) -> bool {
    let Some(wanted) = reason.layer else { return true };
    match check.verdict.decided_by {
        DecidedBy::Layer(layer) => is_layer(wanted, layer, check),
        DecidedBy::IdentityAndResource => {
            is_layer(wanted, PolicyLayer::Identity, check) || is_layer(wanted, PolicyLayer::Resource, check)
        }
        DecidedBy::Root => wanted == Layer::Root,
        DecidedBy::Exempt | DecidedBy::Unknown => false,
    }
}

fn is_layer(wanted: Layer, layer: PolicyLayer, check: &CheckRecord) -> bool {
    let rule = check.policies.resource.rule;
    match (wanted, layer) {
        (Layer::Identity, PolicyLayer::Identity)
        | (Layer::Resource, PolicyLayer::Resource)
        | (Layer::Boundary, PolicyLayer::PermissionsBoundary)
        | (Layer::Session, PolicyLayer::Session)
        | (Layer::Scp, PolicyLayer::Scp)
        | (Layer::Rcp, PolicyLayer::Rcp)
        | (Layer::Endpoint, PolicyLayer::VpcEndpoint) => true,
        (Layer::Trust, PolicyLayer::Resource) => rule == ResourcePolicyRule::Trust,
        (Layer::KeyPolicy, PolicyLayer::Resource) => rule == ResourcePolicyRule::Key,
        _ => false,
    }
}

/// Across accounts: this one says no, for this reason, and the other does not.
fn alone_says_no(side: AccountSide, reason: Reason, check: &CheckRecord) -> bool {
    if !check.request.is_cross_account() {
        return false;
    }
    let (own, other) = match side {
        AccountSide::Caller => (Side::Caller, Side::Resource),
        AccountSide::Resource => (Side::Resource, Side::Caller),
    };
    match check.verdict.decision {
        Decision::ExplicitDeny => {
            let station = check.verdict.statement.and_then(|at| station_of(at.layer));
            let is_own = station.is_some_and(|station| Side::of(station, &check.request) == own);
            let is_kind = reason.kind.is_none_or(|kind| kind == ReasonKind::Explicit);
            is_own && is_kind && decided(reason, check)
        }
        Decision::ImplicitDeny => {
            let stopped = |side| stops(check, side);
            let is_layer = |station: &Station| {
                let layer = station.layer();
                reason.layer.is_none_or(|wanted| layer.is_some_and(|layer| is_layer(wanted, layer, check)))
            };
            let is_kind = reason.kind.is_none_or(|kind| kind == ReasonKind::Implicit);
            is_kind && stopped(own).iter().any(is_layer) && stopped(other).is_empty()
        }
        Decision::Allowed | Decision::CannotSay => false,
    }
}

fn station_of(layer: PolicyLayer) -> Option<Station> {
    Station::ALL.into_iter().find(|station| station.layer() == Some(layer))
}

fn stops(check: &CheckRecord, side: Side) -> Vec<Station> {
    let of_side = Station::ALL.into_iter().filter(|station| Side::of(*station, &check.request) == side);
    let is_stop = |station: &Station| {
        check.trace.station(*station).is_some_and(|(outcome, _)| outcome == StationOutcome::Stopped)
    };
    of_side.filter(is_stop).collect()
}
