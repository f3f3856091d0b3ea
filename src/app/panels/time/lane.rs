//! One credential as a lane: from when to when it holds, what was done with it, and now.

use super::record;
use super::wallet::{Credential, Fate, Kind};
use super::window::{Window, attribute};
use crate::app::components::duration::{time_gone, time_left};
use crate::app::components::key_id::short_key_id;
use crate::app::strings::Strings;
use iam_sandbox::api::Answer;
use iam_sandbox::clock::Timestamp;
use yew::prelude::*;

/// Below this share of its life a session is ending.
const ENDING_SHARE: i64 = 10;
/// So long ago an end is told by its time, not by how long ago it was.
const LONG_AGO_SECONDS: i64 = 3_600;

/// A lane to be drawn.
pub(super) struct Lane<'a> {
    /// The credential.
    pub one: Credential,
    /// What was done with it.
    pub answers: Vec<&'a Answer>,
    /// Whether it is the one that acts.
    pub is_acting: bool,
    /// Whether its card is open.
    pub is_selected: bool,
}

/// How a credential stands at a time.
enum Life {
    Endless,
    Over(Fate),
    Left { seconds: i64, is_ending: bool },
    Ended { seconds_ago: i64, at: Timestamp },
}

impl Credential {
    fn life(&self, now: Timestamp) -> Life {
        let Some(expires) = self.key.expires else {
            return self.fate.map_or(Life::Endless, Life::Over);
        };
        let seconds = expires.epoch_seconds() - now.epoch_seconds();
        if seconds <= 0 {
            return Life::Ended { seconds_ago: -seconds, at: expires };
        }
        let whole = expires.epoch_seconds() - self.key.issued.epoch_seconds();
        Life::Left { seconds, is_ending: seconds * ENDING_SHARE < whole }
    }

    /// How long they hold still, in words; and that their role denies them everything, if it does.
    pub(super) fn standing(&self, now: Timestamp, all: &Strings) -> String {
        let labels = &all.time;
        let life = match self.life(now) {
            Life::Endless => labels.no_expiry.to_owned(),
            Life::Over(Fate::Inactive(None)) => labels.inactive.to_owned(),
            Life::Over(Fate::Inactive(Some(at))) => (all.trail.inactive_since)(&at.clock_time()),
            Life::Over(Fate::Deleted(at)) => (all.trail.deleted_at)(&at.clock_time()),
            Life::Left { seconds, is_ending: false } => (labels.left)(&time_left(seconds)),
            Life::Left { seconds, is_ending: true } => (all.trail.ending)(&(labels.left)(&time_left(seconds))),
            Life::Ended { seconds_ago: ..60, .. } => labels.just_ended.to_owned(),
            Life::Ended { seconds_ago, .. } if seconds_ago < LONG_AGO_SECONDS => {
                (labels.ended_ago)(&time_gone(seconds_ago))
            }
            Life::Ended { at, .. } => (labels.ended_at)(&at.clock_time()),
        };
        match self.revoked {
            Some(at) if matches!(self.life(now), Life::Left { .. }) => {
                format!("{} · {life}", (all.trail.revoked)(&at.clock_time()))
            }
            _ => life,
        }
    }

    /// Whose they are: the user or role, and what holds them, or the session's own name.
    pub(super) fn called(&self) -> String {
        let is_named = matches!(self.kind, Kind::Role | Kind::Federated);
        match (&self.holder, self.key.session_name.as_deref().filter(|_| is_named)) {
            (Some(holder), _) => format!("{} @ {holder}", self.key.name),
            (None, Some(session)) => format!("{}/{session}", self.key.name),
            (None, None) => self.key.name.to_string(),
        }
    }

    /// The kind, where name and place in the tree do not tell it.
    fn unusual(&self, all: &Strings) -> Option<&'static str> {
        let is_usual = matches!(self.kind, Kind::UserKey | Kind::Role | Kind::Instance | Kind::Function);
        (!is_usual).then(|| all.trail.kinds_short[self.kind as usize])
    }
}

impl Lane<'_> {
    /// Draws it.
    pub(super) fn show(&self, window: Window, now: Timestamp, all: &Strings, on: &Callback<Option<Box<str>>>) -> Html {
        let one = &self.one;
        let life = one.life(now);
        let is_ending = matches!(life, Life::Left { is_ending: true, .. });
        let id = one.key.access_key_id.clone();
        let next = (!self.is_selected).then(|| id.clone());
        let x = attribute(window.now_percent());
        html! {
            <li key={id.to_string()} class="lane" data-depth={one.depth.to_string()} data-ending={is_ending.then_some("")}
                data-revoked={one.revoked.filter(|_| matches!(life, Life::Left { .. })).map(|_| "")}>
                <button class="lane-head" type="button" aria-current={self.is_acting.then_some("true")} data-key={id.to_string()}
                    aria-pressed={self.is_selected.to_string()} onclick={on.reform(move |_: MouseEvent| next.clone())}>
                    <span class="lane-name" translate="no">{ one.called() }</span>{ " " }
                    <span class="lane-note">{ self.note(now, all) }</span>
                    <span class="vh">{ self.words(&life, all) }</span>
                </button>
                <svg class="lane-track" aria-hidden="true">
                    <svg y="50%">
                        <rect class="track" y="-11" width="100%" height="22" rx="5" />
                        { self.bar(window, now) }
                        { self.cut(window) }
                    </svg>
                    <line class="now" x1={x.clone()} x2={x} y1="0" y2="100%" />
                    <svg y="50%">
                        { for self.answers.iter().filter(|answer| window.holds(answer.at)).map(|answer| mark(window, answer, all)) }
                        { self.end_mark(window, &life) }
                    </svg>
                </svg>
            </li>
        }
    }

    fn note(&self, now: Timestamp, all: &Strings) -> Html {
        let one = &self.one;
        let id = one.key.expires.is_none();
        html! {
            <>
                if id { <span class="mono" translate="no">{ short_key_id(&one.key.access_key_id) }</span>{ " · " } }
                if !one.programs.is_empty() { <span translate="no">{ one.programs.join(", ") }</span>{ " · " } }
                if let Some(kind) = one.unusual(all) { { kind }{ " · " } }
                { one.standing(now, all) }
            </>
        }
    }

    /// What those hear who do not see the drawing.
    fn words(&self, life: &Life, all: &Strings) -> String {
        let (one, labels) = (&self.one, &all.time);
        let kind = all.trail.kinds[one.kind as usize];
        let times = one.key.expires.map_or_else(String::new, |expires| {
            let (issued, ends) = (one.key.issued.clock_time(), expires.clock_time());
            let name = one.key.session_name.as_deref().unwrap_or(&one.key.name);
            (labels.session_words)(name, &issued, &ends, matches!(life, Life::Ended { .. }))
        });
        let n_allowed = self.answers.iter().filter(|answer| record::is_allowed(answer)).count();
        let calls = (labels.calls_words)(self.answers.len(), n_allowed);
        let acting = if self.is_acting { labels.acting } else { "" };
        format!(". {kind}. {times} {calls} {acting}")
    }

    /// From its issue, endless for a long-term key; for a session the part that is gone, and hatched what is left.
    fn bar(&self, window: Window, now: Timestamp) -> Html {
        let one = &self.one;
        let from = window.percent(one.key.issued);
        let Some(expires) = one.key.expires else {
            let over = match one.fate {
                Some(Fate::Inactive(since)) => Some(since.unwrap_or(one.key.issued)),
                Some(Fate::Deleted(at)) => Some(at),
                None => None,
            };
            let to = over.map_or(100.0, |at| window.percent(at));
            return html! {
                <>
                    <rect class="bar" x={attribute(from)} y="-8" width={attribute(to - from)} height="16" rx="4" />
                    if over.is_some() {
                        { scissors(to) }
                    } else {
                        <svg x="100%"><path class="bar-end" d="M-14-4.5-7 0-14 4.5z" /></svg>
                    }
                </>
            };
        };
        let to = window.percent(expires);
        let gone = window.percent(now.min(expires));
        let is_past = now >= expires;
        html! {
            <>
                <rect class="bar" data-kind="session" data-state={is_past.then_some("past")} x={attribute(from)} y="-8"
                    width={attribute(gone - from)} height="16" rx="4" />
                if !is_past {
                    <rect x={attribute(gone)} y="-8" width={attribute(to - gone)} height="16" fill="url(#hatch)" />
                }
                if one.is_renewal && window.holds(one.key.issued) {
                    <text class="renewal" x={attribute(from)} dx="-9" y="5" text-anchor="middle">{ "↻" }</text>
                }
            </>
        }
    }

    /// What the role took away from it: all that came after the line.
    fn cut(&self, window: Window) -> Html {
        let (Some(at), Some(expires)) = (self.one.revoked, self.one.key.expires) else { return Html::default() };
        let (from, to) = (window.percent(at), window.percent(expires));
        html! {
            <>
                <rect class="revoked" x={attribute(from)} y="-8" width={attribute(to - from)} height="16" />
                if window.holds(at) {
                    <rect class="revoked-line" x={attribute(from)} y="-11" width="4" height="22" />
                }
            </>
        }
    }

    /// The hourglass where a session has ended or is about to.
    fn end_mark(&self, window: Window, life: &Life) -> Html {
        let is_marked = matches!(life, Life::Ended { .. } | Life::Left { is_ending: true, .. });
        let at = self.one.key.expires.filter(|at| is_marked && window.holds(*at));
        at.map(|at| hourglass(window.percent(at))).unwrap_or_default()
    }
}

/// A call, at its time: each tone has its own shape.
fn mark(window: Window, answer: &Answer, all: &Strings) -> Html {
    let percent = window.percent(answer.at);
    let tone = record::ending(answer, &all.time).tone;
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

/// Where a long-term key was cut off.
fn scissors(percent: f64) -> Html {
    html! { <svg x={attribute(percent)}><path class="cut" d="M-5-8 5 8M5-8-5 8" /></svg> }
}
