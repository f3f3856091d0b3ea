//! A selected event: what came of it, what it changed, and what CloudTrail has of it.

use super::actor::actor;
use super::trail_record::trail;
use super::wallet::source_ip;
use crate::app::components::focus::focus;
use crate::app::store::{Action, Snapshot, Tab, has_trace};
use crate::app::strings::{TrailStrings, strings};
use gloo::utils::document;
use iam_sandbox::api::{Answer, Cause, Event, Step};
use iam_sandbox::text;
use iam_sandbox::world::{Difference, EntityChange, World};
use std::sync::Arc;
use yew::prelude::*;

/// So many changes are listed.
const MAX_CHANGES: usize = 30;

/// Properties of [`EventDetail`].
#[derive(Properties, PartialEq)]
pub(super) struct DetailProps {
    /// The state.
    pub state: Snapshot,
    /// Position of the step.
    pub index: usize,
    /// Where actions go.
    pub on: Callback<Action>,
}

/// See the module.
#[component]
pub(super) fn EventDetail(props: &DetailProps) -> Html {
    let copied = use_state(|| None);
    use_focus_of(props.index);
    let state = &props.state;
    let labels = &strings(state.language).trail;
    let Some(step) = state.sandbox.steps().get(props.index) else { return Html::default() };
    let onclose = props.on.reform(|_: MouseEvent| Action::LookAt(None));
    let ontrace = {
        let on = props.on.clone();
        move |_: MouseEvent| {
            on.emit(Action::SetTab(Tab::Why));
            // The zone may only come into sight.
            gloo::timers::callback::Timeout::new(0, || {
                focus("#why");
            })
            .forget();
        }
    };
    let has_trace = has_trace(step);
    html! {
        <section class="event-detail" id="event-detail" aria-labelledby="event-detail-title" tabindex="-1">
            <div class="zone-head">
                <h3 class="card-title" id="event-detail-title">{ title(step, labels) }</h3>
                <button class="close" type="button" aria-label={labels.close} onclick={onclose}></button>
            </div>
            { facts(props, step, labels) }
            if has_trace {
                <div class="buttons"><button class="button little" type="button" onclick={ontrace}>{ labels.trace }</button></div>
            }
            { answer_of_metadata(step, labels) }
            <h4 class="zone-title">{ labels.changes }</h4>
            { changes(props, labels) }
            <h4 class="zone-title">{ "CloudTrail" }</h4>
            { trail(state, props.index, &copied) }
        </section>
    }
}

/// Where the list gives way to the event, the focus goes along; and back to the row when the event is closed.
#[hook]
fn use_focus_of(index: usize) {
    use_effect_with(index, |index| {
        let row = format!("[data-event=\"{index}\"]");
        let is_hidden = document().query_selector(&row).ok().flatten().is_some_and(|row| {
            let place = row.get_bounding_client_rect();
            place.width() == 0.0
        });
        if is_hidden {
            focus("#event-detail");
        }
        move || {
            gloo::timers::callback::Timeout::new(0, move || {
                let active = document().active_element();
                if active.is_none_or(|active| active.tag_name().eq_ignore_ascii_case("body")) {
                    focus(&row);
                }
            })
            .forget();
        }
    });
}

fn title(step: &Step, labels: &TrailStrings) -> Html {
    let what = match (&step.event, &step.answer) {
        (Event::Advance { .. }, _) => labels.clock.to_owned(),
        (Event::SetPropagationDelay { .. }, _) => labels.setting.to_owned(),
        (Event::Metadata { request, .. }, _) => format!("{} {}", request.method, request.path),
        (Event::Call(call), _) => call.operation.to_string(),
        (_, Some(answer)) => answer.action.to_string(),
        (_, None) => String::new(),
    };
    html! { <>{ step.at().clock_time_with_seconds() }{ " " }<span translate="no">{ what }</span></> }
}

fn facts(props: &DetailProps, step: &Step, labels: &TrailStrings) -> Html {
    let state = &props.state;
    let actor = actor(state, step);
    let source = source_ip(&step.event);
    let cause = step.cause.as_ref().map(|cause| match cause {
        Cause::Application(name) => (labels.by_schedule)(name),
        Cause::Service => labels.by_service.to_owned(),
    });
    let error = step.answer.as_ref().and_then(Answer::error);
    let explained = step.answer.as_ref().filter(|_| has_trace(step) || error.is_some());
    let sentence = explained.map(|answer| text::explain(answer, state.sandbox.world(), state.language).sentence);
    html! {
        <>
            if let Some(sentence) = sentence { <p>{ sentence }</p> }
            <dl class="facts">
                <dt>{ labels.who }</dt>
                <dd><span translate="no">{ actor.name }</span>{ " " }<span class="muted">{ actor.note }</span></dd>
                if let Some(source) = source { <dt>{ labels.from }</dt><dd translate="no">{ source.to_string() }</dd> }
                if let Some(cause) = cause { <dt>{ labels.cause }</dt><dd>{ cause }</dd> }
                if let Some(error) = error {
                    <dt>{ labels.error }</dt>
                    <dd lang="en" translate="no"><code>{ error.code.to_string() }</code>{ ": " }{ &error.message }</dd>
                }
            </dl>
        </>
    }
}

fn answer_of_metadata(step: &Step, labels: &TrailStrings) -> Html {
    let Some(response) = &step.metadata else { return Html::default() };
    let status = response.status.map_or_else(|| labels.no_answer.to_owned(), |status| format!("HTTP {status}"));
    html! {
        <>
            <h4 class="zone-title">{ labels.answer }</h4>
            <p class="small">{ status }</p>
            if !response.body.is_empty() { <pre class="answer" translate="no">{ &response.body }</pre> }
        </>
    }
}

/// What is another in the world after the step, and what followed a move of the clock by itself.
fn changes(props: &DetailProps, labels: &TrailStrings) -> Html {
    let Some((before, after)) = around(props) else { return Html::default() };
    let found = before.difference(after);
    if found.is_empty() {
        return html! { <p class="small muted">{ labels.no_changes }</p> };
    }
    let n_more = found.len().saturating_sub(MAX_CHANGES);
    html! {
        <ul class="changes">
            { for found.iter().take(MAX_CHANGES).map(|it| html! { <li>{ change(it, labels) }</li> }) }
            if n_more > 0 { <li class="muted">{ format!("+{n_more}") }</li> }
        </ul>
    }
}

fn around(props: &DetailProps) -> Option<(&World, &World)> {
    let steps = props.state.sandbox.steps();
    let step = steps.get(props.index)?;
    let is_move = |step: &Step| matches!(step.event, Event::Advance { .. });
    // Moves that follow one another are shown as one.
    let follows = |next: &&Arc<Step>| is_move(step) && (!next.is_told() || is_move(next));
    let rest = steps.get(props.index + 1..).unwrap_or_default();
    let n_following = rest.iter().take_while(follows).count();
    let after = rest.get(n_following).map_or(props.state.sandbox.world(), |step| step.world_before());
    Some((step.world_before(), after))
}

fn change(difference: &Difference, labels: &TrailStrings) -> Html {
    let (word, members) = match &difference.change {
        EntityChange::Added => (labels.added, None),
        EntityChange::Removed => (labels.removed, None),
        EntityChange::Changed(members) => (labels.changed, Some(members.join(", "))),
    };
    html! {
        <>
            <strong>{ word }</strong>{ " " }{ (labels.entity)(&difference.entity) }
            if let Some(members) = members { { ": " }<code translate="no">{ members }</code> }
        </>
    }
}
