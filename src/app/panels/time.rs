//! Time: the clock, a lane for each credential, and what was done.
//!
//! The clock stands still until it is told to move. Everything here is drawn from the history of
//! the sandbox; nothing runs by itself.

mod axis;
mod events;
mod lane;
mod lanes;
mod record;
mod terminal;
mod window;

use crate::app::components::duration::exact_time;
use crate::app::components::tabs::{TabItem, Tabs};
use crate::app::store::{Action, Panel, Snapshot, use_dispatch, use_snapshot};
use crate::app::strings::{TimeStrings, strings};
use events::Events;
use terminal::Terminal;
use yew::prelude::*;

/// The steps of the clock, in seconds, with what their buttons say.
const STEPS: [(u32, &str); 3] = [(60, "+1 m"), (900, "+15 m"), (3_600, "+1 h")];

/// What the zone can show, in the order of the tabs.
const PANELS: [Panel; 3] = [Panel::Credentials, Panel::Events, Panel::Terminal];

/// See the module.
#[component]
pub fn TimePanel() -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let on = use_callback(dispatch, |action, dispatch| dispatch.dispatch(action));
    let labels = &strings(state.language).time;
    let selected = match state.panel {
        Panel::Credentials => "tab-credentials",
        Panel::Events => "tab-events",
        Panel::Terminal => "tab-terminal",
    };
    html! {
        <section class="zone time" id="time" aria-labelledby="time-title" tabindex="-1">
            <h2 class="vh" id="time-title">{ labels.title }</h2>
            <div class="time-head">
                { clock(&state, labels) }
                { buttons(&state, labels, &on) }
                { tabs(&state, labels, &on) }
            </div>
            <div class="time-panel" role="tabpanel" id="time-panel" aria-labelledby={selected} tabindex="0">
                { match state.panel {
                    Panel::Credentials => lanes::lanes(&state, labels, &on),
                    Panel::Events => html! { <Events {state} {on} /> },
                    Panel::Terminal => html! { <Terminal {state} {on} /> },
                } }
            </div>
        </section>
    }
}

fn clock(state: &Snapshot, labels: &TimeStrings) -> Html {
    let now = state.sandbox.now().to_string();
    html! {
        <>
            <time class="clock" datetime={now.clone()}>{ now.replacen('T', " ", 1) }</time>
            <span class="muted">{ labels.frozen }</span>
        </>
    }
}

fn buttons(state: &Snapshot, labels: &TimeStrings, on: &Callback<Action>) -> Html {
    let step = |(seconds, label): (u32, &'static str)| {
        let words = (labels.advance)(&exact_time(i64::from(seconds)));
        html! {
            <button key={label} class="button quiet" type="button" onclick={on.reform(move |_| Action::Advance(seconds))}>
                { label }<span class="vh">{ format!(": {words}") }</span>
            </button>
        }
    };
    let next = state.sandbox.next_event();
    let label = match next {
        Some(at) => (labels.next_event)(&at.clock_time()),
        None => labels.no_event.to_owned(),
    };
    html! {
        <div class="buttons">
            { for STEPS.into_iter().map(step) }
            <button key="next" class="button quiet" type="button" disabled={next.is_none()}
                onclick={on.reform(|_| Action::NextEvent)}>{ label }</button>
        </div>
    }
}

fn tabs(state: &Snapshot, labels: &TimeStrings, on: &Callback<Action>) -> Html {
    let n_events = record::entries(state.sandbox.steps()).len();
    let items = vec![
        TabItem { id: "tab-credentials".into(), label: labels.credentials.into() },
        TabItem { id: "tab-events".into(), label: (labels.events)(n_events).into() },
        TabItem { id: "tab-terminal".into(), label: strings(state.language).learn.terminal.into() },
    ];
    let selected = PANELS.iter().position(|panel| *panel == state.panel).unwrap_or_default();
    let on_select = on.reform(|index: usize| Action::SetPanel(PANELS.get(index).copied().unwrap_or_default()));
    html! { <Tabs label={labels.tabs} controls="time-panel" {items} {selected} {on_select} /> }
}
