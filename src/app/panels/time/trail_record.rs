//! The records that CloudTrail has of an event, each with the account that has it; or why there is none.

use crate::app::accounts::account_name;
use crate::app::components::document_text::DocumentText;
use crate::app::storage;
use crate::app::store::AppState;
use crate::app::strings::{TrailStrings, strings};
use iam_sandbox::api::{Audit, Event};
use iam_sandbox::services::TrailRecord;
use yew::prelude::*;

/// What CloudTrail has of a step. `copied` is the record that was copied last, by its position.
pub(super) fn trail(state: &AppState, index: usize, copied: &UseStateHandle<Option<usize>>) -> Html {
    let labels = &strings(state.language).trail;
    let none = |why: &'static str| html! { <p class="small">{ why }</p> };
    let records = match state.sandbox.audit(index) {
        Some(Audit::Recorded(records)) if !records.is_empty() => records,
        Some(Audit::Recorded(_)) => return none(labels.no_account),
        Some(Audit::NotAuthenticated) => return none(labels.no_credentials),
        Some(Audit::OfOwner) => return none(labels.of_owner),
        Some(Audit::NoCall) | None => return none(no_call(state, index, labels)),
    };
    let is_shared = records.len() > 1;
    let accounts: Vec<String> =
        records.iter().map(|record| account_name(state.sandbox.world(), record.account)).collect();
    html! {
        <>
            if is_shared { <p class="small">{ (labels.shared)(&accounts.join(", ")) }</p> }
            { for records.iter().zip(&accounts).enumerate().map(|(position, (record, account))| {
                shown(record, account, position, copied, labels)
            }) }
            <span class="vh" role="status">{ if copied.is_some() { labels.copied } else { "" } }</span>
        </>
    }
}

fn no_call(state: &AppState, index: usize, labels: &TrailStrings) -> &'static str {
    match state.sandbox.steps().get(index).map(|step| &step.event) {
        Some(Event::Ask(_)) => labels.of_question,
        Some(Event::Metadata { .. }) => labels.of_metadata,
        _ => labels.of_clock,
    }
}

fn shown(
    record: &TrailRecord,
    account: &str,
    position: usize,
    copied: &UseStateHandle<Option<usize>>,
    labels: &TrailStrings,
) -> Html {
    let json = serde_json::to_string_pretty(&record.event).unwrap_or_default();
    let label = (labels.record_in)(account);
    let held = match (record.is_management, record.trails.as_slice()) {
        (true, []) => labels.in_history.to_owned(),
        (true, trails) => format!("{} {}", labels.in_history, (labels.in_trails)(&trails.join(", "))),
        (false, trails) => (labels.in_trails)(&trails.join(", ")),
    };
    let oncopy = {
        let (copied, json) = (copied.clone(), json.clone());
        move |_: MouseEvent| {
            let copied = copied.clone();
            storage::copy(json.clone(), Callback::from(move |is_done: bool| copied.set(is_done.then_some(position))));
        }
    };
    let ondownload = {
        let (name, json) = (format!("cloudtrail-{}.json", record.text("/eventID")), json.clone());
        move |_: MouseEvent| storage::download_text(&name, &json)
    };
    let document = html! {
        <>
            <div class="buttons">
                <button class="button little" type="button" aria-label={format!("{}: {label}", labels.copy)} onclick={oncopy}>
                    { if **copied == Some(position) { labels.copied } else { labels.copy } }
                </button>
                <button class="button little" type="button" aria-label={format!("{}: {label}", labels.download)}
                    onclick={ondownload}>{ labels.download }</button>
            </div>
            <DocumentText text={json} label={label.clone()} />
        </>
    };
    if record.is_kept() {
        return html! {
            <div class="block" key={position}>
                <h5 class="card-title">{ label }</h5>
                <p class="small muted">{ held }</p>
                { document }
            </div>
        };
    }
    html! {
        <div class="block" key={position}>
            <p class="small">{ labels.of_data }</p>
            <details><summary>{ (labels.would_be_in)(account) }</summary>{ document }</details>
        </div>
    }
}
