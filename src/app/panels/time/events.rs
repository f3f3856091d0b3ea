//! What was done, newest first. A row shows its answer again, as it was then.

use super::record::{self, Ending, Entry};
use crate::app::components::duration::exact_time;
use crate::app::components::tone::tone_name;
use crate::app::store::{Action, Snapshot};
use crate::app::strings::{TimeStrings, strings};
use iam_sandbox::api::{Answer, ApiCall, Credentials, Event};
use iam_sandbox::clock::Timestamp;
use iam_sandbox::text::Tone;
use iam_sandbox::world::KeyOwner;
use yew::prelude::*;

/// Rows that are shown at once.
const PAGE: usize = 100;

/// Properties of [`Events`].
#[derive(Properties, PartialEq)]
pub(super) struct EventsProps {
    /// The state.
    pub state: Snapshot,
    /// Where actions go.
    pub on: Callback<Action>,
}

/// See the module.
#[component]
pub(super) fn Events(props: &EventsProps) -> Html {
    let n_shown = use_state(|| PAGE);
    let state = &props.state;
    let labels = &strings(state.language).time;
    let steps = state.sandbox.steps();
    if steps.is_empty() {
        return html! { <p class="empty">{ labels.empty }</p> };
    }
    let entries = record::entries(steps);
    let n_more = entries.len().saturating_sub(*n_shown);
    let on_more = {
        let n_shown = n_shown.clone();
        Callback::from(move |_: MouseEvent| n_shown.set(*n_shown + PAGE))
    };
    html! {
        <>
            <table class="events">
                <caption class="vh">{ labels.caption }</caption>
                <thead>
                    <tr>
                        { for [labels.at, labels.who, labels.action, labels.resource, labels.outcome].map(heading) }
                    </tr>
                </thead>
                <tbody>{ for entries.iter().take(*n_shown).map(|entry| row(props, labels, entry)) }</tbody>
            </table>
            if n_more > 0 {
                <button class="link small" type="button" onclick={on_more}>{ (labels.earlier)(n_more) }</button>
            }
        </>
    }
}

fn heading(name: &'static str) -> Html {
    html! { <th key={name} scope="col">{ name }</th> }
}

fn row(props: &EventsProps, labels: &TimeStrings, entry: &Entry<'_>) -> Html {
    match entry {
        Entry::Answered { index, event, answer } => answered_row(props, labels, *index, event, answer),
        Entry::Clock { at, seconds, is_cut_short } => clock_row(labels, *at, *seconds, *is_cut_short),
        Entry::Metadata { index, at, instance, request, status } => {
            let (tone, word) = match status {
                Some(200) => (tone_name(Tone::Allow), "200".to_owned()),
                Some(status) => (tone_name(Tone::Expired), status.to_string()),
                None => ("na", labels.no_answer.to_owned()),
            };
            html! {
                <tr key={*index} data-tone={tone}>
                    <td>{ time(*at) }</td>
                    <th scope="row"><code translate="no">{ (*instance).to_owned() }</code></th>
                    <td>{ labels.metadata }</td>
                    <td><code translate="no">{ format!("{} {}", request.method, request.path) }</code></td>
                    <td>{ word }</td>
                </tr>
            }
        }
    }
}

fn clock_row(labels: &TimeStrings, at: Timestamp, seconds: i64, is_cut_short: bool) -> Html {
    html! {
        <tr key={format!("clock {at}")} data-tone="na">
            <td>{ time(at) }</td>
            <th scope="row">{ labels.clock }</th>
            <td colspan="2">{ format!("+{}", exact_time(seconds)) }</td>
            <td>{ if is_cut_short { labels.stopped } else { labels.moved } }</td>
        </tr>
    }
}

fn answered_row(props: &EventsProps, labels: &TimeStrings, index: usize, event: &Event, answer: &Answer) -> Html {
    let Ending { tone, word } = record::ending(answer, labels);
    let is_current = props.state.looked_at == Some(index);
    let can_be_looked_at = record::can_be_looked_at(answer);
    let on_click =
        can_be_looked_at.then(|| props.on.reform(move |_: MouseEvent| Action::LookAt((!is_current).then_some(index))));
    let is_only_asked = matches!(event, Event::Ask(_));
    html! {
        <tr key={index} data-tone={tone} aria-current={is_current.then_some("true")} onclick={on_click}>
            <td>{ time(answer.at) }</td>
            <th scope="row">{ who(props, labels, event) }</th>
            <td><code translate="no">{ answer.action.to_string() }</code></td>
            <td><code translate="no">{ record::resource(event, answer) }</code></td>
            <td>
                <button class="events-open" type="button" disabled={!can_be_looked_at} aria-pressed={can_be_looked_at.then(|| is_current.to_string())}>
                    <span class="lamp" data-tone={tone} aria-hidden="true"></span>{ word }
                </button>
                if is_only_asked {
                    <span class="muted">{ format!(" · {}", labels.only_asked) }</span>
                }
            </td>
        </tr>
    }
}

fn time(at: Timestamp) -> Html {
    html! { <time datetime={at.to_string()}>{ at.clock_time_with_seconds() }</time> }
}

/// The user; the role, with who took the session; or the owner of an account.
fn who(props: &EventsProps, labels: &TimeStrings, event: &Event) -> Html {
    let world = props.state.sandbox.world();
    if let Event::Call(call) = event
        && let Credentials::Owner(account) = &call.credentials
    {
        let name = world.account(*account).map_or_else(|| account.to_string(), |account| account.name.to_string());
        return html! { <>{ labels.owner }{ " " }<span class="muted">{ name }</span></> };
    }
    if let Event::Call(ApiCall { credentials: Credentials::Service(service), .. }) = event {
        return html! { <span translate="no">{ service.name.to_string() }</span> };
    }
    match record::key_of(event).and_then(|key| world.key_owner(key)) {
        Some(KeyOwner::User(_, user, _)) => user.name.to_string().into(),
        Some(KeyOwner::Root(account, _)) => account.id.root_arn().last_name().to_owned().into(),
        Some(KeyOwner::Session(session)) => html! {
            <>{ session.behind().last_name().to_owned() }{ " " }<span class="muted">{ (labels.of)(session.name().unwrap_or_default()) }</span></>
        },
        None => record::key_of(event).unwrap_or_default().to_owned().into(),
    }
}
