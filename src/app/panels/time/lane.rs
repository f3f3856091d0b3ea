//! One credential as a lane: from when to when it holds, what was done with it, and now.

use super::record;
use super::window::{Window, attribute};
use crate::app::components::duration::{time_gone, time_left};
use crate::app::components::key_id::short_key_id;
use crate::app::store::Action;
use crate::app::strings::TimeStrings;
use iam_sandbox::api::{Answer, KeyInUse};
use iam_sandbox::clock::Timestamp;
use yew::prelude::*;

/// Below this share of its life a session is ending.
const ENDING_SHARE: i64 = 10;
/// So long ago an end is told by its time, not by how long ago it was.
const LONG_AGO_SECONDS: i64 = 3_600;

/// A lane to be drawn.
pub(super) struct Lane<'a> {
    /// The credential.
    pub key: KeyInUse,
    /// How many sessions deep it is.
    pub depth: usize,
    /// What was done with it.
    pub answers: Vec<&'a Answer>,
    /// Whether it is the one that acts.
    pub is_acting: bool,
}

/// How a credential stands at a time.
enum Life {
    Endless,
    Inactive,
    Left { seconds: i64, is_ending: bool },
    Ended { seconds_ago: i64, at: Timestamp },
}

impl Lane<'_> {
    fn life(&self, now: Timestamp) -> Life {
        let Some(expires) = self.key.expires else {
            return if self.key.is_active { Life::Endless } else { Life::Inactive };
        };
        let seconds = expires.epoch_seconds() - now.epoch_seconds();
        if seconds <= 0 {
            return Life::Ended { seconds_ago: -seconds, at: expires };
        }
        let whole = expires.epoch_seconds() - self.key.issued.epoch_seconds();
        Life::Left { seconds, is_ending: seconds * ENDING_SHARE < whole }
    }

    /// Draws it.
    pub(super) fn show(&self, window: Window, now: Timestamp, labels: &TimeStrings, on: &Callback<Action>) -> Html {
        let life = self.life(now);
        let is_ending = matches!(life, Life::Left { is_ending: true, .. });
        let id = self.key.access_key_id.clone();
        let x = attribute(window.now_percent());
        html! {
            <li key={id.to_string()} class="lane" data-depth={self.depth.to_string()} data-ending={is_ending.then_some("")}>
                <button class="lane-head" type="button" aria-current={self.is_acting.then_some("true")}
                    onclick={on.reform(move |_| Action::ActAs(id.clone()))}>
                    <span class="lane-name">{ self.key.name.to_string() }</span>{ " " }
                    <span class="lane-note">{ self.note(&life, labels) }</span>
                    <span class="vh">{ self.words(&life, labels) }</span>
                </button>
                <svg class="lane-track" aria-hidden="true">
                    <svg y="50%">
                        <rect class="track" y="-11" width="100%" height="22" rx="5" />
                        { self.bar(window, now) }
                    </svg>
                    <line class="now" x1={x.clone()} x2={x} y1="0" y2="100%" />
                    <svg y="50%">
                        { for self.answers.iter().filter(|answer| window.holds(answer.at)).map(|answer| mark(window, answer, labels)) }
                        { self.end_mark(window, &life) }
                    </svg>
                </svg>
            </li>
        }
    }

    fn note(&self, life: &Life, labels: &TimeStrings) -> Html {
        let id = html! { <span class="mono" translate="no">{ short_key_id(&self.key.access_key_id) }</span> };
        match life {
            Life::Endless => html! { <>{ id }{ format!(" · {}", labels.no_expiry) }</> },
            Life::Inactive => html! { <>{ id }{ format!(" · {}", labels.inactive) }</> },
            Life::Left { seconds, .. } => (labels.left)(&time_left(*seconds)).into(),
            Life::Ended { seconds_ago: ..60, .. } => labels.just_ended.into(),
            Life::Ended { seconds_ago, .. } if *seconds_ago < LONG_AGO_SECONDS => {
                (labels.ended_ago)(&time_gone(*seconds_ago)).into()
            }
            Life::Ended { at, .. } => (labels.ended_at)(&at.clock_time()).into(),
        }
    }

    /// What those hear who do not see the drawing.
    fn words(&self, life: &Life, labels: &TimeStrings) -> String {
        let kind = match (&self.key.session_name, self.key.expires) {
            (Some(name), Some(expires)) => {
                let (issued, ends) = (self.key.issued.clock_time(), expires.clock_time());
                (labels.session_words)(name, &issued, &ends, matches!(life, Life::Ended { .. }))
            }
            _ => labels.key_words.to_owned(),
        };
        let n_allowed = self.answers.iter().filter(|answer| record::is_allowed(answer)).count();
        let calls = (labels.calls_words)(self.answers.len(), n_allowed);
        let act = if self.is_acting { labels.acting.to_owned() } else { (labels.act_as)(&self.key.name) };
        format!(". {kind} {calls} {act}")
    }

    /// Endless for a long-term key; for a session the part that is gone, and hatched what is left.
    fn bar(&self, window: Window, now: Timestamp) -> Html {
        let Some(expires) = self.key.expires else {
            return html! {
                <>
                    <rect class="bar" y="-8" width="100%" height="16" rx="4" />
                    <svg x="100%"><path class="bar-end" d="M-14-4.5-7 0-14 4.5z" /></svg>
                </>
            };
        };
        let (from, to) = (window.percent(self.key.issued), window.percent(expires));
        let gone = window.percent(now.min(expires));
        let is_past = now >= expires;
        html! {
            <>
                <rect class="bar" data-kind="session" data-state={is_past.then_some("past")} x={attribute(from)} y="-8"
                    width={attribute(gone - from)} height="16" rx="4" />
                if !is_past {
                    <rect x={attribute(gone)} y="-8" width={attribute(to - gone)} height="16" fill="url(#hatch)" />
                }
            </>
        }
    }

    /// The hourglass where a session has ended or is about to.
    fn end_mark(&self, window: Window, life: &Life) -> Html {
        let is_marked = matches!(life, Life::Ended { .. } | Life::Left { is_ending: true, .. });
        let at = self.key.expires.filter(|at| is_marked && window.holds(*at));
        at.map(|at| hourglass(window.percent(at))).unwrap_or_default()
    }
}

/// A call, at its time: each tone has its own shape.
fn mark(window: Window, answer: &Answer, labels: &TimeStrings) -> Html {
    let percent = window.percent(answer.at);
    let tone = record::ending(answer, labels).tone;
    let shape = match tone {
        "expired" => return hourglass(percent),
        "explicit" => {
            html! { <path class="event-mark" data-tone={tone} d="M-6-3-3-6 0-3 3-6 6-3 3 0 6 3 3 6 0 3-3 6-6 3-3 0z" /> }
        }
        "implicit" => {
            html! { <rect class="event-mark" data-tone={tone} x="-4.5" y="-4.5" width="9" height="9" rx="1.5" /> }
        }
        _ => html! { <circle class="event-mark" data-tone={tone} r="4.5" /> },
    };
    html! { <svg x={attribute(percent)}>{ shape }</svg> }
}

fn hourglass(percent: f64) -> Html {
    html! {
        <svg x={attribute(percent)}>
            <path class="event-mark" data-tone="expired" d="M-5-6.5h10v2.5L1.5 0 5 4v2.5h-10V4L-1.5 0-5-4z" />
        </svg>
    }
}
