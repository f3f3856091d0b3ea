//! The gate of a VPC endpoint: it stands on the way of a call, and has no number.

use super::station::outcome_name;
use crate::app::components::rule_code::{RulePlace, RuleSheets};
use crate::app::components::statements::Statements;
use crate::app::components::tone::{Lamp, tone_name};
use crate::app::store::{Action, Popup, use_dispatch, use_snapshot};
use iam_sandbox::eval::StatementRef;
use iam_sandbox::text::{Explanation, GateView};
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`Gate`].
#[derive(Clone, PartialEq, Properties)]
pub struct GateProps {
    /// What was found.
    pub view: GateView,
    /// The answer in words.
    pub explanation: Rc<Explanation>,
}

/// The gate.
#[component]
pub fn Gate(props: &GateProps) -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let (view, explanation) = (&props.view, &props.explanation);
    let is_stopped = view.is_stopped();
    let chosen = use_state(|| None::<bool>);
    let has_rows = !view.shown.is_empty();
    let is_open = has_rows && chosen.unwrap_or(is_stopped);
    let onclick = {
        let chosen = chosen.clone();
        Callback::from(move |_: MouseEvent| chosen.set(Some(!is_open)))
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
    html! {
        <li class="station station-gate" data-outcome={outcome_name(view.outcome)}
            data-tone={is_stopped.then(|| tone_name(explanation.tone))}>
            <button class="station-head" type="button" aria-expanded={is_open.to_string()} title={view.purpose} {onclick}>
                <span class="station-mark" aria-hidden="true"></span>
                <span class="station-name">{ view.title }</span>
                <span class="station-text">
                    if is_stopped { <b><Lamp tone={explanation.tone} />{ explanation.stops_here }</b>{ " · " } }
                    { view.detail }
                </span>
            </button>
            { sheets.code(view.rule, "gate".to_owned(), state.language) }
            if is_open {
                <div class="station-body">
                    <Statements answer={state.answer.clone()} check={state.check} shown={view.shown.clone()} others={view.others.clone()}
                        language={state.language} selected={state.statement} {on_select} sheets={sheets.clone()} />
                </div>
            }
        </li>
    }
}
