//! One station: its number, what was found, and the statements that were weighed there.

use crate::app::components::rule_code::{RulePlace, RuleSheets};
use crate::app::components::statements::Statements;
use crate::app::components::tone::{Lamp, tone_name};
use crate::app::shared::Shared;
use crate::app::store::{Action, Popup, use_dispatch, use_snapshot};
use crate::app::strings::strings;
use iam_sandbox::api::Answer;
use iam_sandbox::eval::{StatementRef, Station, StationOutcome};
use iam_sandbox::text::{Explanation, Language, Rung, RungOutcome, StationView, Tone};
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`StationItem`].
#[derive(Clone, PartialEq, Properties)]
pub struct StationProps {
    /// The answer in words.
    pub explanation: Rc<Explanation>,
    /// Which station.
    pub station: Station,
    /// The answer.
    pub answer: Shared<Answer>,
    /// Whether its statements are shown.
    pub is_open: bool,
    /// Whether it stands in one line with its neighbour on a phone.
    pub is_folded: bool,
    /// It was closed.
    pub on_close: Callback<()>,
}

/// A station of the rail with what was found there.
#[component]
pub fn StationItem(props: &StationProps) -> Html {
    let state = use_snapshot();
    let dispatch = use_dispatch();
    let labels = &strings(state.language).why;
    let explanation = &props.explanation;
    let view = &explanation.stations[usize::from(props.station.number())];
    let step = state.step.map(|step| match view.station.cmp(&step) {
        std::cmp::Ordering::Less => "past",
        std::cmp::Ordering::Equal => "current",
        std::cmp::Ordering::Greater => "later",
    });
    let has_rows = !view.shown.is_empty();
    let is_open = props.is_open && has_rows;
    let onclick = {
        let (station, on_close) = (view.station, props.on_close.clone());
        let dispatch = dispatch.clone();
        Callback::from(move |_| {
            dispatch.dispatch(Action::OpenStation(Some(station).filter(|_| !is_open)));
            if is_open {
                on_close.emit(());
            }
            // On a phone there is nothing to unfold, so the evidence comes up.
            if !has_rows {
                dispatch.dispatch(Action::SetSheet(true));
            }
        })
    };
    let on_select = {
        let dispatch = dispatch.clone();
        Callback::from(move |at: StatementRef| {
            dispatch.dispatch(Action::SelectStatement(at));
            dispatch.dispatch(Action::SetSheet(true));
        })
    };
    let on_open =
        Callback::from(move |place: Option<RulePlace>| dispatch.dispatch(Action::OpenPopup(place.map(Popup::Rule))));
    let sheets = RuleSheets { open: state.open_rule().cloned(), on_open };
    let body_id = format!("station-{}", view.station.number());
    html! {
        <li
            class="station"
            data-outcome={outcome_name(view.outcome)}
            data-tone={tone_of(explanation, view)}
            data-folded={props.is_folded.then_some("")}
            data-step={step.filter(|step| *step != "past")}
        >
            <button
                class="station-head"
                type="button"
                aria-expanded={is_open.to_string()}
                aria-current={(step == Some("current")).then_some("step")}
                aria-controls={is_open.then(|| body_id.clone())}
                {onclick}
            >
                <span class="station-mark" aria-hidden="true">
                    if view.outcome == StationOutcome::NotModelled { { "?" } } else { { view.station.number() } }
                </span>
                <span class="station-name">
                    <span class="vh">{ format!("{}. ", view.station.number()) }</span>{ view.title }
                </span>
                <span class="station-text">{ lead(explanation, view, labels.granted) }{ &view.detail }{ ladder(view, state.language) }</span>
            </button>
            if view.outcome != StationOutcome::NotReached {
                { sheets.code(view.rule, body_id.clone(), state.language) }
            }
            if step == Some("current") { <p class="caption" role="status">{ view.purpose }</p> }
            if is_open {
                <div class="station-body" id={body_id}>
                    <Statements
                        answer={props.answer.clone()}
                        check={state.check}
                        shown={view.shown.clone()}
                        others={view.others.clone()}
                        language={state.language}
                        selected={state.statement}
                        {on_select}
                        sheets={sheets.clone()}
                    />
                </div>
            }
        </li>
    }
}

/// The levels of the organization, from the root down, each with a mark.
fn ladder(view: &StationView, language: Language) -> Html {
    let words = &strings(language).organization;
    let rung = |rung: &Rung| {
        let (outcome, word) = match rung.outcome {
            RungOutcome::Allows => ("allows", words.rung_allows),
            RungOutcome::Silent => ("silent", words.rung_silent),
            RungOutcome::Denies => ("denies", words.rung_denies),
        };
        html! {
            <span class="rung" data-outcome={outcome} title={word}>
                <span class="rung-mark" aria-hidden="true"></span>
                <span translate="no">{ &rung.name }</span><span class="vh">{ format!(" {word}. ") }</span>
            </span>
        }
    };
    if view.ladder.is_empty() {
        return Html::default();
    }
    html! { <span class="ladder">{ for view.ladder.iter().map(rung) }</span> }
}

/// The words before the detail of a station that stops or grants.
fn lead(explanation: &Explanation, view: &StationView, granted: &'static str) -> Html {
    match view.outcome {
        StationOutcome::Stopped => html! {
            <><b><Lamp tone={explanation.tone} />{ explanation.stops_here }</b>{ " · " }</>
        },
        StationOutcome::Granted => html! {
            <><b><Lamp tone={Tone::Allow} is_half={true} />{ granted }</b>{ " · " }</>
        },
        StationOutcome::NotModelled => html! { <Lamp tone={Tone::Unknown} /> },
        _ => Html::default(),
    }
}

fn tone_of(explanation: &Explanation, view: &StationView) -> Option<&'static str> {
    // Across accounts it takes two grants, and each decides.
    let is_allowed_twice = explanation.sides.is_some() && explanation.tone == Tone::Allow;
    match view.outcome {
        StationOutcome::Stopped => Some(tone_name(explanation.tone)),
        StationOutcome::NotModelled if explanation.tone == Tone::Unknown => Some("unknown"),
        StationOutcome::Granted if view.station == explanation.deciding || is_allowed_twice => Some("allow"),
        _ => None,
    }
}

/// The name that the style sheet knows an outcome by.
pub fn outcome_name(outcome: StationOutcome) -> &'static str {
    match outcome {
        StationOutcome::Passed => "passed",
        StationOutcome::Granted => "granted",
        StationOutcome::Stopped => "stopped",
        StationOutcome::NotApplicable(_) => "na",
        StationOutcome::NotReached => "notreached",
        StationOutcome::NotModelled => "notmodelled",
    }
}
