//! The lanes of all credentials that matter, those of whoever acts first; and the card of the one that is selected.

use super::axis::axis;
use super::lane::Lane;
use super::lane_card::LaneCard;
use super::record::key_of;
use super::wallet::{self, Credential};
use super::window::Window;
use crate::app::store::{Action, Snapshot};
use crate::app::strings::strings;
use iam_sandbox::api::Answer;
use std::collections::BTreeMap;
use yew::prelude::*;

/// The deepest that the style sheet sets in.
const MAX_DEPTH: usize = 3;

/// What the lanes need.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct LanesProps {
    /// The state.
    pub state: Snapshot,
    /// The key whose card is open.
    pub selected: UseStateHandle<Option<Box<str>>>,
    /// Where actions go.
    pub on: Callback<Action>,
}

/// Draws the lanes.
#[component]
pub(super) fn Lanes(props: &LanesProps) -> Html {
    let state = &props.state;
    let all = strings(state.language);
    let now = state.sandbox.now();
    let mut lanes = collect(state, props.selected.as_deref());
    let window = window_of(state, &lanes);
    // A session that ended long ago is over; its events tell what it did.
    let is_near = |lane: &Lane<'_>| lane.one.key.expires.is_none_or(|expires| expires > now || window.holds(expires));
    lanes.retain(|lane| lane.is_acting || lane.is_selected || lane.one.is_in_use || is_near(lane));
    if lanes.is_empty() {
        return html! { <p class="empty">{ all.trail.no_credentials_yet }</p> };
    }
    let select = {
        let selected = props.selected.clone();
        Callback::from(move |key| selected.set(key))
    };
    let shown = lanes.iter().find(|lane| lane.is_selected).map(|lane| lane.one.clone());
    html! {
        <div class="lanes-split">
            <div class="lanes">
                { axis(window, now, &state.sandbox.in_flight()) }
                <ul>{ for lanes.iter().map(|lane| lane.show(window, now, all, &select)) }</ul>
            </div>
            if let Some(one) = shown {
                <LaneCard key={one.key.access_key_id.to_string()} state={state.clone()} one={one.clone()}
                    on={props.on.clone()} on_select={select} />
            }
        </div>
    }
}

fn window_of(state: &Snapshot, lanes: &[Lane<'_>]) -> Window {
    let moments = lanes.iter().flat_map(|lane| {
        let issued = lane.one.key.expires.map(|_| lane.one.key.issued);
        let calls = lane.answers.iter().map(|answer| answer.at);
        issued.into_iter().chain(lane.one.key.expires).chain(calls)
    });
    Window::around(state.sandbox.now(), moments)
}

/// Whoever acts first, with the sessions that belong together; then the others of the account, and
/// those elsewhere who did something.
fn collect<'a>(state: &'a Snapshot, selected: Option<&str>) -> Vec<Lane<'a>> {
    let mut answers: BTreeMap<&str, Vec<&Answer>> = BTreeMap::new();
    for step in state.sandbox.steps() {
        if let (Some(key), Some(answer)) = (key_of(&step.event), &step.answer) {
            answers.entry(key).or_default().push(answer);
        }
    }
    let acting = state.question.credentials.access_key_id();
    let lane = |one: Credential| Lane {
        answers: answers.get(&*one.key.access_key_id).cloned().unwrap_or_default(),
        is_acting: acting == Some(&*one.key.access_key_id),
        is_selected: selected == Some(&*one.key.access_key_id),
        one: Credential { depth: one.depth.min(MAX_DEPTH), ..one },
    };
    let families = wallet::families(state).into_iter();
    let mut families: Vec<Vec<Lane<'_>>> = families.map(|family| family.into_iter().map(lane).collect()).collect();
    let acts = |family: &[Lane<'_>]| family.iter().any(|lane| lane.is_acting);
    let home = families.iter().find(|family| acts(family)).and_then(|family| Some(family.first()?.one.key.account));
    families.retain(|family| {
        let is_home = family.first().is_some_and(|lane| Some(lane.one.key.account) == home);
        let is_used = family.iter().any(|lane| !lane.answers.is_empty() || lane.is_selected);
        is_home || acts(family) || is_used || family.first().is_some_and(|lane| lane.one.key.expires.is_some())
    });
    iam_sandbox::ordered::sort_by_key(&mut families, |family| !acts(family));
    families.into_iter().flatten().collect()
}
