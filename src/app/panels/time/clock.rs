//! The clock: what it says, the buttons that move it, and how long changes are on their way.

use super::wallet::machine;
use crate::app::components::duration::{exact_time, time_left};
use crate::app::practice::now;
use crate::app::store::{Action, Snapshot, Wall};
use crate::app::strings::{TimeStrings, strings};
use iam_sandbox::api::{InFlight, Upcoming, UpcomingKind};
use iam_sandbox::clock::Timestamp;
use iam_sandbox::world::SessionOrigin;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The steps of the clock, in seconds, with what their buttons say.
const STEPS: [(u32, &str); 4] = [(60, "+1 m"), (900, "+15 m"), (3_600, "+1 h"), (86_400, "+1 d")];

/// For how many seconds a change may not be seen, as offered.
const DELAYS: [u32; 6] = [0, 5, 10, 30, 60, 300];

/// So many changes that are on their way are named.
const MAX_NAMED: usize = 3;

/// What the clock says.
pub(super) fn clock(state: &Snapshot, now: Timestamp, labels: &TimeStrings) -> Html {
    html! {
        <>
            <time class="clock" datetime={now.to_string()}>{ now.date_and_time() }</time>
            <span class="muted">{ if state.wall.is_some() { labels.runs_with_wall } else { labels.frozen } }</span>
        </>
    }
}

/// The buttons that move it.
pub(super) fn buttons(state: &Snapshot, labels: &TimeStrings, on: &Callback<Action>) -> Html {
    let step = |(seconds, label): (u32, &'static str)| {
        let words = (labels.advance)(&exact_time(i64::from(seconds)));
        html! {
            <button key={label} class="button quiet" type="button" onclick={on.reform(move |_| Action::Advance(seconds))}>
                { label }<span class="vh">{ format!(": {words}") }</span>
            </button>
        }
    };
    let next = state.sandbox.upcoming();
    let label = match &next {
        Some(next) => (labels.next_event)(&moment(next.at, state.sandbox.now()), &what(state, next, labels)),
        None => labels.no_event.to_owned(),
    };
    html! {
        <div class="buttons">
            { for STEPS.into_iter().map(step) }
            <button key="next" class="button quiet" type="button" disabled={next.is_none()}
                onclick={on.reform(|_| Action::NextEvent)}>{ label }</button>
            if state.play.is_none() {
                <button key="wall" class="button quiet" type="button" aria-pressed={state.wall.is_some().to_string()}
                    title={labels.wall_note} onclick={run_with_wall(state, on)}>{ labels.wall }</button>
            }
        </div>
    }
}

/// Lets the clock run with the one on the wall, or stops it.
pub(crate) fn run_with_wall(state: &Snapshot, on: &Callback<Action>) -> Callback<MouseEvent> {
    let wall: Option<Wall> = if state.wall.is_some() { None } else { Some(now) };
    on.reform(move |_| Action::RunWith(wall))
}

/// The time of day; with the date, if it is not that of now.
pub(super) fn moment(at: Timestamp, now: Timestamp) -> String {
    let text = at.to_string();
    match text.get(..10) {
        Some(day) if !now.to_string().starts_with(day) => format!("{day} {}", at.clock_time()),
        _ => at.clock_time(),
    }
}

fn what(state: &Snapshot, next: &Upcoming, labels: &TimeStrings) -> String {
    let world = state.sandbox.world();
    match &next.kind {
        UpcomingKind::SessionEnds(key) => {
            let session = world.session(key);
            (labels.ends)(&session.map_or_else(String::new, |session| match &session.facts.origin {
                SessionOrigin::Service { resource, .. } => machine(world, resource.last_name()).to_owned(),
                _ => session.behind().last_name().to_owned(),
            }))
        }
        UpcomingKind::ChangesSeen => labels.changes_seen.to_owned(),
        UpcomingKind::Credentials(instance) => (labels.gets_credentials)(machine(world, instance)),
        UpcomingKind::Execution(function) => (labels.gets_credentials)(function.last_name()),
        UpcomingKind::Delivery => labels.delivers.to_owned(),
        UpcomingKind::Application(name) => (labels.runs)(name),
    }
}

/// The choice of how long authorization does not see a change.
pub(super) fn delay(state: &Snapshot, labels: &TimeStrings, on: &Callback<Action>) -> Html {
    let seconds = state.sandbox.world().propagation_seconds();
    let own = (!DELAYS.contains(&seconds)).then_some(seconds);
    let option = |it: u32| {
        let text = if it == 0 { labels.at_once.to_owned() } else { (labels.after)(&exact_time(i64::from(it))) };
        html! { <option value={it.to_string()} selected={it == seconds}>{ text }</option> }
    };
    let onchange = on.reform(|event: Event| {
        Action::SetPropagationDelay(event.target_unchecked_into::<HtmlSelectElement>().value().parse().unwrap_or(0))
    });
    html! {
        <label class="delay" title={labels.delay_note}>
            { labels.delay }
            <select class="field" disabled={!state.can_build()} {onchange}>
                { for DELAYS.into_iter().chain(own).map(option) }
            </select>
        </label>
    }
}

/// What is on its way, and from when on it is seen.
pub(super) fn in_flight(state: &Snapshot, labels: &TimeStrings) -> Html {
    let entity = strings(state.language).trail.entity;
    let now = state.sandbox.now();
    let mut changes: Vec<InFlight> = state.sandbox.in_flight();
    changes.retain(|change| change.visible > now);
    let lines = changes.chunk_by(|one, other| one.visible == other.visible).filter_map(|group| {
        let at = group.first()?.visible;
        let mut names: Vec<String> =
            group.iter().take(MAX_NAMED).map(|change| entity(&change.difference.entity)).collect();
        if group.len() > MAX_NAMED {
            names.push(format!("+{}", group.len() - MAX_NAMED));
        }
        let left = time_left(at.epoch_seconds() - now.epoch_seconds());
        let text = (labels.in_flight)(&names.join(", "), &at.clock_time_with_seconds(), &left);
        Some(html! { <p key={at.to_string()}>{ text }</p> })
    });
    html! { <div class="in-flight" role="status">{ for lines }</div> }
}
