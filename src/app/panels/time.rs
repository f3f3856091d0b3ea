//! Time: the clock, a lane for each credential, and what was done.
//!
//! The clock stands still until it is told to move, or to run with the one on the wall. Everything here is drawn from
//! the history of the sandbox; nothing else runs by itself.

mod actor;
mod axis;
mod clock;
mod detail;
mod events;
mod history;
mod lane;
mod lane_card;
mod lanes;
mod look_up;
mod record;
mod search;
mod terminal;
mod trail_record;
mod wallet;
mod window;

pub(super) use clock::run_with_wall;

use crate::app::components::tabs::{TabItem, Tabs};
use crate::app::store::{Action, Panel, Snapshot, use_dispatch, use_now, use_snapshot};
use crate::app::strings::{TimeStrings, strings};
use events::{Events, EventsView};
use lanes::Lanes;
use terminal::Terminal;
use web_sys::Element;
use yew::prelude::*;

/// What the zone can show, in the order of the tabs.
const PANELS: [Panel; 3] = [Panel::Credentials, Panel::Events, Panel::Terminal];

/// See the module.
#[component]
pub fn TimePanel() -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let on = use_callback(dispatch, |action, dispatch| dispatch.dispatch(action));
    let now = use_now(&state);
    let labels = &strings(state.language).time;
    let text = use_state(String::new);
    let view = use_state(EventsView::default);
    let selected_key = use_state(|| None);
    let (panel, onscroll) = use_scroll_of(state.panel);
    let selected = match state.panel {
        Panel::Credentials => "tab-credentials",
        Panel::Events => "tab-events",
        Panel::Terminal => "tab-terminal",
    };
    html! {
        <section class="zone time" id="time" aria-labelledby="time-title" tabindex="-1">
            <h2 class="vh" id="time-title">{ labels.title }</h2>
            <div class="time-head">
                { clock::clock(&state, now, labels) }
                { clock::buttons(&state, labels, &on) }
                { clock::delay(&state, labels, &on) }
                { tabs(&state, labels, &on) }
            </div>
            { clock::in_flight(&state, labels) }
            <div class="time-panel" role="tabpanel" id="time-panel" aria-labelledby={selected} tabindex="0" ref={panel} {onscroll}>
                { match state.panel {
                    Panel::Credentials => html! { <Lanes {state} selected={selected_key} {on} /> },
                    Panel::Events => html! { <Events {state} {view} {on} /> },
                    Panel::Terminal => html! { <Terminal {state} {text} {on} /> },
                } }
            </div>
        </section>
    }
}

/// Each tab is as far down as it was left.
#[hook]
fn use_scroll_of(shown: Panel) -> (NodeRef, Callback<web_sys::Event>) {
    let panel = use_node_ref();
    let places = use_mut_ref(|| [0; PANELS.len()]);
    let onscroll = {
        let (panel, places) = (panel.clone(), places.clone());
        Callback::from(move |event: web_sys::Event| {
            // What scrolls within has its own place.
            if let Some(element) = panel.cast::<Element>().filter(|own| event.target().as_ref() == Some(own.as_ref())) {
                places.borrow_mut()[shown as usize] = element.scroll_top();
            }
        })
    };
    {
        let panel = panel.clone();
        use_effect_with(shown, move |shown| {
            if let Some(element) = panel.cast::<Element>() {
                element.set_scroll_top(places.borrow()[*shown as usize]);
            }
        });
    }
    (panel, onscroll)
}

fn tabs(state: &Snapshot, labels: &TimeStrings, on: &Callback<Action>) -> Html {
    let n_events = history::entries(state.sandbox.steps()).len();
    let items = vec![
        TabItem { id: "tab-credentials".into(), label: labels.credentials.into() },
        TabItem { id: "tab-events".into(), label: (labels.events)(n_events).into() },
        TabItem { id: "tab-terminal".into(), label: strings(state.language).learn.terminal.into() },
    ];
    let selected = PANELS.iter().position(|panel| *panel == state.panel).unwrap_or_default();
    let on_select = on.reform(|index: usize| Action::SetPanel(PANELS.get(index).copied().unwrap_or_default()));
    html! { <Tabs label={labels.tabs} controls="time-panel" {items} {selected} {on_select} /> }
}
