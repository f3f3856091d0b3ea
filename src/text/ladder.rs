//! The levels of an organization as a ladder: which of them let a request through, which do not.
//!
//! A level has no word of its own beyond the name that was given to it; its number stands in where the
//! record holds no policy of that level.

use super::check::effect_of;
use super::considered::Considered;
use crate::api::CheckRecord;
use crate::eval::{Attachment, PolicyLayer, Station, StationOutcome};
use crate::policy::Effect;

/// What the policies of a level say together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RungOutcome {
    /// An Allow matches, and no Deny.
    Allows,
    /// No statement matches.
    Silent,
    /// A Deny matches.
    Denies,
}

/// One level on the way from the root to the account.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rung {
    /// The name of the root, unit or account.
    pub name: String,
    /// What its policies say.
    pub outcome: RungOutcome,
}

/// The ladder of a station, from the root down; empty where levels play no part or were not looked at.
pub(super) fn ladder(
    check: &CheckRecord,
    station: Station,
    outcome: StationOutcome,
    considered: &[Considered],
) -> Vec<Rung> {
    let layer = match station {
        Station::Scp => PolicyLayer::Scp,
        Station::Rcp => PolicyLayer::Rcp,
        _ => return Vec::new(),
    };
    let is_out = matches!(outcome, StationOutcome::NotApplicable(_) | StationOutcome::NotModelled);
    let policies = check.policies.layer(layer);
    if is_out || policies.is_empty() {
        return Vec::new();
    }
    let n_levels = policies.iter().map(|policy| policy.level + 1).max().unwrap_or_default();
    let n_levels =
        if layer == PolicyLayer::Scp { n_levels.max(check.policies.principal.n_scp_levels) } else { n_levels };
    let says = |level: u16, effect: Effect| {
        let of_level = considered.iter().filter(|it| {
            it.at.layer == layer && policies.get(usize::from(it.at.policy)).is_some_and(|policy| policy.level == level)
        });
        of_level.into_iter().any(|it| it.is_match && effect_of(check, it.at) == Some(effect))
    };
    let rung = |level: u16| {
        let named =
            policies.iter().filter(|policy| policy.level == level).find_map(|policy| match &policy.attachment {
                Attachment::Level(name) => Some(name.to_string()),
                Attachment::Direct | Attachment::Group(_) | Attachment::Account | Attachment::Grant => None,
            });
        let outcome = match (says(level, Effect::Deny), says(level, Effect::Allow)) {
            (true, _) => RungOutcome::Denies,
            (false, true) => RungOutcome::Allows,
            // Full access is part of every RCP level, listed or not (C-21).
            (false, false) if layer == PolicyLayer::Rcp => RungOutcome::Allows,
            (false, false) => RungOutcome::Silent,
        };
        Rung { name: named.unwrap_or_else(|| level.to_string()), outcome }
    };
    let rungs: Vec<_> = (0..n_levels).map(rung).collect();
    // A station that was not reached has nothing to show, unless what ended the request stands here.
    let denies = rungs.iter().any(|rung| rung.outcome == RungOutcome::Denies);
    if outcome == StationOutcome::NotReached && !denies { Vec::new() } else { rungs }
}

/// The names of the levels with an outcome.
pub(super) fn names(rungs: &[Rung], outcome: RungOutcome) -> String {
    let names = rungs.iter().filter(|rung| rung.outcome == outcome);
    names.map(|rung| rung.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// The names of the levels without an SCP that allows.
pub(super) fn silent_level(check: &CheckRecord, considered: &[Considered]) -> String {
    let rungs = ladder(check, Station::Scp, StationOutcome::Stopped, considered);
    names(&rungs, RungOutcome::Silent)
}
