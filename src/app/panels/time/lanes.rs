//! The lanes of all credentials that matter, those of whoever acts first.

use super::axis::axis;
use super::lane::Lane;
use super::record::key_of;
use super::window::Window;
use crate::app::store::{Action, Snapshot};
use crate::app::strings::TimeStrings;
use iam_sandbox::api::{Answer, KeyInUse};
use std::collections::BTreeMap;
use yew::prelude::*;

/// The deepest that the style sheet sets in.
const MAX_DEPTH: usize = 3;

/// Draws the lanes.
pub(super) fn lanes(state: &Snapshot, labels: &TimeStrings, on: &Callback<Action>) -> Html {
    let now = state.sandbox.now();
    let mut lanes = collect(state);
    let window = window_of(state, &lanes);
    // A session that ended long ago is over; its events tell what it did.
    let is_near = |lane: &Lane<'_>| lane.key.expires.is_none_or(|expires| expires > now || window.holds(expires));
    lanes.retain(|lane| lane.is_acting || is_near(lane));
    html! {
        <div class="lanes">
            { axis(window, now) }
            <ul>{ for lanes.iter().map(|lane| lane.show(window, now, labels, on)) }</ul>
        </div>
    }
}

fn window_of(state: &Snapshot, lanes: &[Lane<'_>]) -> Window {
    let moments = lanes.iter().flat_map(|lane| {
        let issued = lane.key.expires.map(|_| lane.key.issued);
        let calls = lane.answers.iter().map(|answer| answer.at);
        issued.into_iter().chain(lane.key.expires).chain(calls)
    });
    Window::around(state.sandbox.now(), moments)
}

/// Whoever acts first, with the sessions that belong together; then the others of the account, and
/// those elsewhere who did something.
fn collect(state: &Snapshot) -> Vec<Lane<'_>> {
    let mut answers: BTreeMap<&str, Vec<&Answer>> = BTreeMap::new();
    for step in state.sandbox.steps() {
        if let (Some(key), Some(answer)) = (key_of(&step.event), &step.answer) {
            answers.entry(key).or_default().push(answer);
        }
    }
    let acting = state.question.credentials.access_key_id();
    let lane = |(depth, key): (usize, KeyInUse)| Lane {
        depth: depth.min(MAX_DEPTH),
        answers: answers.get(&*key.access_key_id).cloned().unwrap_or_default(),
        is_acting: acting == Some(&*key.access_key_id),
        key,
    };
    let mut families: Vec<Vec<Lane<'_>>> =
        families(state).into_iter().map(|family| family.into_iter().map(lane).collect()).collect();
    let acts = |family: &[Lane<'_>]| family.iter().any(|lane| lane.is_acting);
    let home = families.iter().find(|family| acts(family)).and_then(|family| Some(family.first()?.key.account));
    families.retain(|family| {
        let is_home = family.first().is_some_and(|lane| Some(lane.key.account) == home);
        is_home || acts(family) || family.iter().any(|lane| !lane.answers.is_empty())
    });
    iam_sandbox::ordered::sort_by_key(&mut families, |family| !acts(family));
    families.into_iter().flatten().collect()
}

/// Each long-term key with the sessions that came of it, and how deep they are.
fn families(state: &Snapshot) -> Vec<Vec<(usize, KeyInUse)>> {
    let mut depths: BTreeMap<Box<str>, usize> = BTreeMap::new();
    let mut families: Vec<Vec<(usize, KeyInUse)>> = Vec::new();
    for key in state.sandbox.keys() {
        let depth = key.parent.as_ref().and_then(|parent| depths.get(parent)).map_or(0, |depth| depth + 1);
        depths.insert(key.access_key_id.clone(), depth);
        match families.last_mut() {
            Some(family) if depth > 0 => family.push((depth, key)),
            _ => families.push(vec![(depth, key)]),
        }
    }
    families
}
