//! The stations as an ordered list; the drawing is made of it by the style sheet.

use crate::app::components::rule_code::{RuleCode, RulePlace};
use crate::app::components::statements::Statements;
use crate::app::components::tone::{Lamp, tone_name};
use crate::app::shared::Shared;
use crate::app::store::{Action, Popup, use_dispatch, use_snapshot};
use crate::app::strings::strings;
use iam_sandbox::api::Answer;
use iam_sandbox::eval::{NotApplicable, StatementRef, Station, StationOutcome};
use iam_sandbox::text::{Explanation, StationView, Tone};
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`Rail`].
#[derive(Clone, PartialEq, Properties)]
pub struct RailProps {
    /// The answer in words.
    pub explanation: Rc<Explanation>,
}

/// All eight stations.
#[component]
pub fn Rail(props: &RailProps) -> Html {
    let state = use_snapshot();
    let is_unfolded = use_state(|| false);
    // The deciding station is open by itself until somebody closes it.
    let is_closed = use_state(|| false);
    {
        let is_closed = is_closed.setter();
        use_effect_with(state.answer.clone(), move |_| is_closed.set(false));
    }
    let labels = &strings(state.language).why;
    let explanation = &props.explanation;
    let unfold = {
        let is_unfolded = is_unfolded.setter();
        Callback::from(move |()| is_unfolded.set(true))
    };
    let on_close = {
        let is_closed = is_closed.setter();
        Callback::from(move |()| is_closed.set(true))
    };
    let is_folding = state.step.is_none();
    let items = explanation.stations.iter().map(|view| {
        let default_open = state.station.is_none() && view.station == explanation.deciding && !*is_closed;
        let is_open = state.station == Some(view.station) || (default_open && state.step.is_none());
        html! {
            <>
                if is_folding { { fold(explanation, view.station, labels, &unfold) } }
                <StationItem
                    explanation={Rc::clone(explanation)}
                    station={view.station}
                    answer={state.answer.clone()}
                    {is_open}
                    is_folded={is_folding && folds(explanation, view.station)}
                    on_close={on_close.clone()}
                />
            </>
        }
    });
    html! { <ol class="rail" data-unfolded={is_unfolded.then_some("")}>{ for items }</ol> }
}

/// On narrow screens stations 2 and 3, and 6 and 7, stand in one line while neither has a say.
fn folds(explanation: &Explanation, station: Station) -> bool {
    let pair = match station {
        Station::Rcp | Station::Scp => [Station::Rcp, Station::Scp],
        Station::PermissionsBoundary | Station::Session => [Station::PermissionsBoundary, Station::Session],
        _ => return false,
    };
    let mut outcomes = pair.into_iter().filter_map(|wanted| explanation.stations.get(usize::from(wanted.number())));
    let is_idle = |view: &StationView| match view.outcome {
        StationOutcome::NotReached => true,
        StationOutcome::NotApplicable(reason) => reason != NotApplicable::GrantedDirectly,
        _ => false,
    };
    let first = outcomes.next().map(|view| std::mem::discriminant(&view.outcome));
    explanation.stations.get(usize::from(pair[0].number())).is_some_and(is_idle)
        && outcomes.all(|view| is_idle(view) && Some(std::mem::discriminant(&view.outcome)) == first)
}

fn fold(
    explanation: &Explanation,
    station: Station,
    labels: &'static crate::app::strings::WhyStrings,
    unfold: &Callback<()>,
) -> Html {
    if !matches!(station, Station::Rcp | Station::PermissionsBoundary) || !folds(explanation, station) {
        return Html::default();
    }
    let is_reached = explanation.stations[usize::from(station.number())].outcome != StationOutcome::NotReached;
    let (numbers, text) = match (station, is_reached) {
        (Station::Rcp, _) => ("2·3", labels.fold_organization),
        (_, true) => ("6·7", labels.fold_limits),
        (_, false) => ("6·7", labels.fold_limits_not_reached),
    };
    let onclick = unfold.reform(|_: MouseEvent| ());
    html! {
        <li class="station station-fold" data-outcome={if is_reached { "na" } else { "notreached" }}>
            <button class="station-head" type="button" aria-expanded="false" {onclick}>
                <span class="station-mark" aria-hidden="true">{ numbers }</span>
                <span class="station-name">{ text }</span>
            </button>
        </li>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct StationProps {
    explanation: Rc<Explanation>,
    station: Station,
    answer: Shared<Answer>,
    is_open: bool,
    is_folded: bool,
    on_close: Callback<()>,
}

#[component]
fn StationItem(props: &StationProps) -> Html {
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
                <span class="station-mark" aria-hidden="true">{ view.station.number() }</span>
                <span class="station-name">
                    <span class="vh">{ format!("{}. ", view.station.number()) }</span>{ view.title }
                </span>
                <span class="station-text">{ lead(explanation, view, labels.granted) }{ &view.detail }</span>
            </button>
            if view.outcome != StationOutcome::NotReached {
                <RuleCode place={RulePlace { rule: view.rule, at: body_id.clone().into() }} open={state.open_rule().cloned()}
                    language={state.language} {on_open} />
            }
            if step == Some("current") { <p class="caption" role="status">{ view.purpose }</p> }
            if is_open {
                <div class="station-body" id={body_id}>
                    <Statements
                        answer={props.answer.clone()}
                        shown={view.shown.clone()}
                        others={view.others.clone()}
                        language={state.language}
                        selected={state.statement}
                        {on_select}
                    />
                </div>
            }
        </li>
    }
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
        _ => Html::default(),
    }
}

fn tone_of(explanation: &Explanation, view: &StationView) -> Option<&'static str> {
    match view.outcome {
        StationOutcome::Stopped => Some(tone_name(explanation.tone)),
        StationOutcome::Granted if view.station == explanation.deciding => Some("allow"),
        _ => None,
    }
}

fn outcome_name(outcome: StationOutcome) -> &'static str {
    match outcome {
        StationOutcome::Passed => "passed",
        StationOutcome::Granted => "granted",
        StationOutcome::Stopped => "stopped",
        StationOutcome::NotApplicable(_) => "na",
        StationOutcome::NotReached => "notreached",
        StationOutcome::NotModelled => "notmodelled",
    }
}
