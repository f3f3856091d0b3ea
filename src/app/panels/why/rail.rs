//! The stations as ordered lists; the drawing is made of them by the style sheet.
//!
//! Within one account there is one rail. Across accounts the rail parts after station 1 into the
//! caller's and the resource's, each with its own end, and both lead to one verdict.

mod gate;
mod sides;
mod station;

use crate::app::store::use_snapshot;
use crate::app::strings::strings;
use gate::Gate;
use iam_sandbox::eval::{NotApplicable, Side, Station, StationOutcome};
use iam_sandbox::text::{Explanation, StationView};
use sides::RailSides;
use station::StationItem;
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
    // The stations that decide are open by themselves until somebody closes one.
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
    let is_open_by_itself = state.station.is_none() && state.step.is_none() && !*is_closed;
    let item = |view: &StationView| {
        let is_open = state.station == Some(view.station) || (is_open_by_itself && decides(explanation, view));
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
    };
    let rail = |side: Option<Side>| {
        let views = explanation.stations.iter().filter(|view| side.is_none_or(|side| view.side == side));
        let gate = explanation.gate.as_ref().filter(|_| matches!(side, None | Some(Side::Both)));
        let items = views.map(|view| {
            // The gate stands behind station 0.
            let gate = gate.filter(|_| view.station == Station::Authentication);
            html! {
                <>
                    { item(view) }
                    if let Some(gate) = gate { <Gate view={gate.clone()} explanation={Rc::clone(explanation)} /> }
                </>
            }
        });
        html! { <ol class="rail" data-unfolded={is_unfolded.then_some("")}>{ for items }</ol> }
    };
    match explanation.sides {
        None => rail(None),
        Some(_) => html! {
            <RailSides explanation={Rc::clone(explanation)} shared={rail(Some(Side::Both))}
                caller={rail(Some(Side::Caller))} resource={rail(Some(Side::Resource))} />
        },
    }
}

/// Whether a station is open by itself: the one that decides, and across accounts those of both sides.
fn decides(explanation: &Explanation, view: &StationView) -> bool {
    let decisive = explanation.stations.get(usize::from(explanation.deciding.number())).map(|view| view.outcome);
    match explanation.sides {
        Some(_) if explanation.deciding > Station::ExplicitDeny => Some(view.outcome) == decisive,
        _ => view.station == explanation.deciding,
    }
}

/// On narrow screens stations 2 and 3, and 6 and 7, stand in one line while neither has a say.
fn folds(explanation: &Explanation, station: Station) -> bool {
    let pair = match station {
        Station::Rcp | Station::Scp => [Station::Rcp, Station::Scp],
        Station::PermissionsBoundary | Station::Session => [Station::PermissionsBoundary, Station::Session],
        _ => return false,
    };
    // Across accounts 2 and 3 stand on different rails.
    if explanation.sides.is_some() && pair[0] == Station::Rcp {
        return false;
    }
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
