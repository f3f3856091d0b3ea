//! The two sides of a request across accounts in words: what each account says, and why.
//!
//! Everything is read from the stations, which a trace has followed to the end of each side.

use super::check::StationView;
use super::explain::Tone;
use super::facts::SideEnd;
use super::{Language, say};
use crate::api::CheckRecord;
use crate::arn::AccountId;
use crate::eval::{Decision, Side, Station, StationOutcome};

/// What one account says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SideView {
    /// Which side.
    pub side: Side,
    /// The account.
    pub account: AccountId,
    /// Its part in the request: caller or resource.
    pub title: &'static str,
    /// Colour and shape of what it says; none where it was not asked.
    pub tone: Option<Tone>,
    /// What it says: yes, no.
    pub end: &'static str,
    /// Why, in the words of the station that decided on this side.
    pub reason: String,
    /// That station.
    pub deciding: Option<Station>,
}

/// Both sides of a request across accounts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sides {
    /// The caller's account.
    pub caller: SideView,
    /// The account that owns the resource.
    pub resource: SideView,
    /// That both must say yes.
    pub both_must: &'static str,
}

impl Sides {
    /// The two, the caller's first.
    #[must_use]
    pub fn both(&self) -> [&SideView; 2] {
        [&self.caller, &self.resource]
    }
}

/// The sides of a check; none within one account.
pub(super) fn sides(check: &CheckRecord, stations: &[StationView], language: Language) -> Option<Sides> {
    if !check.request.is_cross_account() {
        return None;
    }
    let caller = check.request.principal.account()?;
    let view = |side, account| side_view(side, account, stations, language);
    Some(Sides {
        caller: view(Side::Caller, caller),
        resource: view(Side::Resource, check.request.resource_account),
        both_must: say!(language, both_must()),
    })
}

fn side_view(side: Side, account: AccountId, stations: &[StationView], language: Language) -> SideView {
    let own = || stations.iter().filter(|view| view.side == side);
    let stopped = own().find(|view| view.outcome == StationOutcome::Stopped);
    let unknown = own().find(|view| view.outcome == StationOutcome::NotModelled);
    let granted = own().find(|view| view.outcome == StationOutcome::Granted);
    let (end, deciding) = match (stopped, unknown, granted) {
        (Some(view), ..) => (SideEnd::No, Some(view)),
        (None, Some(view), _) => (SideEnd::NotKnown, Some(view)),
        (None, None, Some(view)) => (SideEnd::Yes, Some(view)),
        (None, None, None) if own().all(|view| view.outcome == StationOutcome::NotReached) => (SideEnd::NotAsked, None),
        (None, None, None) => (SideEnd::Yes, None),
    };
    let tone = match end {
        SideEnd::Yes => Some(Tone::Allow),
        SideEnd::No => Some(Tone::Implicit),
        SideEnd::NotKnown => Some(Tone::Unknown),
        SideEnd::NotAsked => None,
    };
    SideView {
        side,
        account,
        title: say!(language, side(side)),
        tone,
        end: say!(language, side_end(end)),
        reason: deciding.map(|view| view.detail.clone()).unwrap_or_default(),
        deciding: deciding.map(|view| view.station),
    }
}

/// The sides on which a request that is denied for want of an Allow stops.
pub(super) fn silent_sides(check: &CheckRecord) -> (bool, bool) {
    let is_silent = |side| {
        let of_side = Station::ALL.into_iter().filter(|station| Side::of(*station, &check.request) == side);
        let mut outcomes = of_side.filter_map(|station| check.trace.station(station));
        check.verdict.decision == Decision::ImplicitDeny && outcomes.any(|(found, _)| found == StationOutcome::Stopped)
    };
    (is_silent(Side::Caller), is_silent(Side::Resource))
}
