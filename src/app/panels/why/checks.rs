//! The permissions that one request asks for, one below the other, each with its verdict. One of them is chosen: the
//! rail tells of that. A call ends at the first that is refused, so what would have come after it is not known here.

use crate::app::components::tone::{Lamp, tone_name};
use crate::app::store::{Action, use_dispatch, use_snapshot};
use crate::app::strings::strings;
use iam_sandbox::text::{explain_check, resource_name};
use yew::prelude::*;

/// The stack; nothing where a single permission is asked for.
#[component]
pub fn Checks() -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let labels = &strings(state.language).why;
    let n_checks = state.answer.checks.len();
    if n_checks < 2 {
        return Html::default();
    }
    let chosen = state.check.filter(|check| *check < n_checks).unwrap_or(n_checks - 1);
    let is_allowed = state.answer.is_allowed();
    let row = |(position, check): (usize, &iam_sandbox::api::CheckRecord)| {
        let told = explain_check(&state.answer, Some(position), state.sandbox.world(), state.language);
        let dispatch = dispatch.clone();
        let onclick = move |_| dispatch.dispatch(Action::OpenCheck(Some(position)));
        let decides = !is_allowed && position + 1 == n_checks;
        html! {
            <li key={position}>
                <button class="check" type="button" aria-pressed={(position == chosen).to_string()}
                    data-tone={tone_name(told.tone)} {onclick}>
                    <span class="check-name">
                        <code translate="no">{ check.request.action.to_string() }</code>{ " " }
                        <span class="check-resource" translate="no">{ resource_name(state.sandbox.world(), &check.request.resource) }</span>
                    </span>
                    <span class="check-verdict">
                        <Lamp tone={told.tone} />{ told.verdict }
                        if decides { { " · " }<b>{ labels.check_decides }</b> }
                    </span>
                </button>
            </li>
        }
    };
    let note = if is_allowed { labels.checks_all } else { labels.checks_first };
    html! {
        <div class="checks" role="group" aria-labelledby="checks-title" aria-describedby="checks-note">
            <h3 class="checks-title" id="checks-title">{ (labels.checks)(n_checks) }</h3>
            <ol class="check-list">{ for state.answer.checks.iter().enumerate().map(row) }</ol>
            <p class="small muted" id="checks-note">{ note }</p>
        </div>
    }
}
