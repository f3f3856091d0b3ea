//! The scale above the lanes. It is decoration: the lanes say everything in words.

use super::window::{Window, attribute};
use iam_sandbox::api::InFlight;
use iam_sandbox::clock::Timestamp;
use yew::prelude::*;

/// How near to now a label would run into that of now, in percent.
const TOO_NEAR: f64 = 9.0;

/// Draws the scale, the hatching that the lanes fill what is left of a session with, and for how long changes are on
/// their way.
pub(super) fn axis(window: Window, now: Timestamp, in_flight: &[InFlight]) -> Html {
    let now_percent = window.now_percent();
    let x = attribute(now_percent);
    let ticks = window.ticks().filter(|tick| (window.percent(*tick) - now_percent).abs() >= TOO_NEAR);
    html! {
        <div class="axis" aria-hidden="true">
            <span></span>
            <svg class="axis-track">
                <defs>
                    <pattern id="hatch" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(35)">
                        <line class="hatch" x1="2" x2="2" y1="0" y2="9" />
                    </pattern>
                </defs>
                { for in_flight.iter().map(|change| {
                    let (from, to) = (window.percent(change.changed), window.percent(change.visible));
                    html! { <rect class="flight" x={attribute(from)} y="14" width={attribute((to - from).max(0.4))} height="4" /> }
                }) }
                { for ticks.map(|tick| label("tick", window.percent(tick), tick.clock_time())) }
                { label("now-label", now_percent, now.clock_time()) }
                <line class="now" x1={x.clone()} x2={x} y1="15" y2="18" />
            </svg>
        </div>
    }
}

fn label(class: &'static str, percent: f64, text: String) -> Html {
    let anchor = match percent {
        ..5.0 => "start",
        95.0.. => "end",
        _ => "middle",
    };
    html! { <text {class} x={attribute(percent)} y="12" text-anchor={anchor}>{ text }</text> }
}
