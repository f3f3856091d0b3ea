//! What was done, newest first, and what followed by itself folded below it; or what was looked up. Beside it the
//! event that is selected.

use super::actor::actor;
use super::clock::moment;
use super::detail::EventDetail;
use super::history::{self, Entry, Group, Move};
use super::look_up::look_up;
use super::record::{self, Ending};
use super::search::{Facts, Filter};
use super::wallet::source_ip;
use crate::app::accounts::account_name;
use crate::app::components::duration::exact_time;
use crate::app::components::tone::tone_name;
use crate::app::store::{Action, Snapshot};
use crate::app::strings::{Strings, strings};
use iam_sandbox::api::{Answer, Event, Step};
use iam_sandbox::arn::Arn;
use iam_sandbox::clock::Timestamp;
use iam_sandbox::text::{self, Tone, short_resource};
use std::collections::BTreeSet;
use yew::prelude::*;

/// Rows that are shown at once.
const PAGE: usize = 100;

/// How the list is looked at, which outlives the tab.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct EventsView {
    /// What is looked for.
    pub filter: Filter,
    /// The moments between which it is looked for, as typed.
    pub moments: [String; 2],
    /// Whether the fields for it are shown.
    pub is_looking_up: bool,
    /// The first steps of the groups that are unfolded.
    unfolded: BTreeSet<usize>,
    /// How many more rows are shown than at first.
    n_more: usize,
}

/// Properties of [`Events`].
#[derive(Properties, PartialEq)]
pub(super) struct EventsProps {
    /// The state.
    pub state: Snapshot,
    /// How the list is looked at.
    pub view: UseStateHandle<EventsView>,
    /// Where actions go.
    pub on: Callback<Action>,
}

/// What a row shows.
enum Row<'a> {
    Clock(usize, Move),
    Group(&'a Group),
    /// What follows was there before anybody came.
    Before,
    Step {
        index: usize,
        is_nested: bool,
    },
}

/// See the module.
#[component]
pub(super) fn Events(props: &EventsProps) -> Html {
    let state = &props.state;
    let all = strings(state.language);
    let steps = state.sandbox.steps();
    let view = &*props.view;
    if steps.is_empty() {
        let resource = short_resource(&state.question.resource);
        return html! { <p class="empty">{ (all.time.empty)(&state.question.action, resource) }</p> };
    }
    let entries = history::entries(steps);
    let rows = if view.filter.is_empty() {
        all_rows(&entries, view, state.sandbox.n_before())
    } else {
        found(state, &view.filter)
    };
    let n_hits = (!view.filter.is_empty()).then_some(rows.len());
    let n_shown = PAGE + view.n_more;
    let n_more = rows.len().saturating_sub(n_shown);
    let on_more = change(&props.view, |view| view.n_more += PAGE);
    let headings = [all.time.at, all.time.who, all.time.source, all.time.action, all.time.resource, all.time.outcome];
    html! {
        <div class="events-split">
            <div class="events-list">
                { look_up(state, &props.view, n_hits) }
                if !rows.is_empty() {
                    <table class="events">
                        <caption class="vh">{ all.time.caption }</caption>
                        <thead><tr>{ for headings.map(heading) }</tr></thead>
                        <tbody>{ for rows.iter().take(n_shown).map(|it| row(props, all, it)) }</tbody>
                    </table>
                }
                if n_more > 0 {
                    <button class="link small" type="button" onclick={on_more}>{ (all.time.earlier)(n_more) }</button>
                }
            </div>
            if let Some(index) = state.event.filter(|index| *index < steps.len()) {
                <EventDetail state={state.clone()} {index} on={props.on.clone()} />
            }
        </div>
    }
}

/// A change of how the list is looked at.
pub(super) fn change<E: 'static>(
    view: &UseStateHandle<EventsView>,
    change: impl Fn(&mut EventsView) + 'static,
) -> Callback<E> {
    let view = view.clone();
    Callback::from(move |_| {
        let mut next = (*view).clone();
        change(&mut next);
        view.set(next);
    })
}

/// Everything, as far as it is unfolded.
fn all_rows<'a>(entries: &'a [Entry], view: &EventsView, n_before: usize) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    let first_before = entries.iter().position(|entry| entry.index < n_before);
    for (at, entry) in entries.iter().enumerate() {
        if first_before == Some(at) {
            rows.push(Row::Before);
        }
        rows.push(match entry.clock {
            Some(moved) => Row::Clock(entry.index, moved),
            None => Row::Step { index: entry.index, is_nested: false },
        });
        for group in &entry.groups {
            rows.push(Row::Group(group));
            if group.steps.first().is_some_and(|first| view.unfolded.contains(first)) {
                rows.extend(group.steps.iter().rev().map(|index| Row::Step { index: *index, is_nested: true }));
            }
        }
    }
    rows
}

fn found(state: &Snapshot, filter: &Filter) -> Vec<Row<'static>> {
    let steps = state.sandbox.steps().iter().enumerate().rev();
    let found = steps.filter(|(_, step)| filter.fits(&Facts::of(state, step)));
    found.map(|(index, _)| Row::Step { index, is_nested: false }).collect()
}

fn heading(name: &'static str) -> Html {
    html! { <th key={name} scope="col">{ name }</th> }
}

fn row(props: &EventsProps, all: &Strings, row: &Row<'_>) -> Html {
    match row {
        Row::Clock(index, moved) => clock_row(props, all, *index, *moved),
        Row::Group(group) => group_row(props, all, group),
        Row::Before => html! {
            <tr key="before" class="events-before"><th colspan="6" scope="rowgroup">{ all.trail.before }</th></tr>
        },
        Row::Step { index, is_nested } => match props.state.sandbox.steps().get(*index) {
            Some(step) => step_row(props, all, *index, step, *is_nested),
            None => Html::default(),
        },
    }
}

fn group_row(props: &EventsProps, all: &Strings, group: &Group) -> Html {
    let first = group.steps.first().copied().unwrap_or_default();
    let is_open = props.view.unfolded.contains(&first);
    let onclick = change(&props.view, move |view| {
        if !view.unfolded.remove(&first) {
            view.unfolded.insert(first);
        }
    });
    let mut words = (all.trail.by_itself)(&group.name, group.is_application, group.steps.len(), group.n_refused);
    let now = props.state.sandbox.now();
    let steps = props.state.sandbox.steps();
    if group.steps.len() > 1 {
        words.push_str(&(all.trail.last_at)(&moment(group.until, now)));
    }
    if let Some(step) = group.first_refused.and_then(|first| steps.get(first)) {
        let code = step.answer.as_ref().and_then(Answer::error).map(|error| error.code.to_string());
        words.push_str(&(all.trail.first_refused)(&code.unwrap_or_default(), &moment(step.at(), now)));
    }
    html! {
        <tr key={format!("by itself {first}")} class="events-group">
            <td></td>
            <td colspan="5">
                <button class="link" type="button" aria-expanded={is_open.to_string()} onclick={onclick}>
                    <span aria-hidden="true">{ if is_open { "▾ " } else { "▸ " } }</span>{ words }
                </button>
            </td>
        </tr>
    }
}

/// A row with its six cells; the last is the button that selects it.
fn selectable(props: &EventsProps, index: usize, class: &'static str, at: Timestamp, cells: Html, end: Ending) -> Html {
    let is_current = props.state.event == Some(index);
    let onclick = props.on.reform(move |_: MouseEvent| Action::LookAt((!is_current).then_some(index)));
    html! {
        <tr key={index} {class} data-tone={end.tone} aria-current={is_current.then_some("true")} {onclick}>
            <td><time datetime={at.to_string()}>{ at.clock_time_with_seconds() }</time></td>
            { cells }
            <td>
                <button class="events-open" type="button" data-event={index.to_string()} aria-pressed={is_current.to_string()}>
                    <span class="lamp" data-tone={end.tone} aria-hidden="true"></span>{ end.word }
                </button>
            </td>
        </tr>
    }
}

fn clock_row(props: &EventsProps, all: &Strings, index: usize, moved: Move) -> Html {
    let ends = Timestamp::from_epoch_seconds(moved.at.epoch_seconds() + moved.seconds);
    let word = if moved.is_cut_short { all.time.stopped } else { all.time.moved };
    let cells = html! {
        <>
            <th scope="row">{ all.time.clock }</th>
            <td colspan="3">{ format!("+{} → {}", exact_time(moved.seconds), moment(ends, props.state.sandbox.now())) }</td>
        </>
    };
    selectable(props, index, "", moved.at, cells, Ending { tone: "na", word: word.to_owned() })
}

fn step_row(props: &EventsProps, all: &Strings, index: usize, step: &Step, is_nested: bool) -> Html {
    let class = if is_nested { "events-nested" } else { "" };
    let actor = actor(&props.state, step);
    let name = html! {
        <th scope="row">
            <span class="events-who" translate="no">{ actor.name }</span>
            if !actor.note.is_empty() { { " " }<span class="muted">{ actor.note }</span> }
        </th>
    };
    let (cells, ending) = match (&step.event, &step.answer) {
        (Event::Advance { seconds }, _) => {
            let ending = Ending { tone: "na", word: all.time.moved.to_owned() };
            (html! { <td colspan="3">{ format!("+{}", exact_time(i64::from(*seconds))) }</td> }, ending)
        }
        (Event::SetPropagationDelay { seconds }, _) => {
            let after = if *seconds == 0 {
                all.time.at_once.to_owned()
            } else {
                (all.time.after)(&exact_time(i64::from(*seconds)))
            };
            let ending = Ending { tone: "na", word: all.time.done.to_owned() };
            (html! { <td colspan="3">{ format!("{} {after}", all.time.delay) }</td> }, ending)
        }
        (Event::Metadata { request, .. }, _) => {
            let cells = html! {
                <>
                    <td>{ all.time.metadata }</td>
                    <td><code translate="no">{ format!("{} {}", request.method, request.path) }</code></td>
                </>
            };
            (cells, metadata_ending(step, all))
        }
        (Event::SignIn(_), Some(answer)) => (sign_in_cells(props, all, answer), sign_in_ending(answer, all)),
        (event, Some(answer)) => (call_cells(event, answer, all), record::ending(answer, &all.time)),
        (_, None) => (Html::default(), Ending { tone: "na", word: String::new() }),
    };
    let has_source = !matches!(step.event, Event::Advance { .. } | Event::SetPropagationDelay { .. });
    let source = source_ip(&step.event).unwrap_or_default().to_owned();
    let source = has_source.then(|| html! { <td class="events-source" translate="no">{ source }</td> });
    selectable(props, index, class, step.at(), html! { <>{ name }{ source }{ cells }</> }, ending)
}

fn metadata_ending(step: &Step, all: &Strings) -> Ending {
    let (tone, word) = match step.metadata.as_ref().and_then(|response| response.status) {
        Some(200) => (tone_name(Tone::Allow), "200".to_owned()),
        Some(status) => (tone_name(Tone::Expired), status.to_string()),
        None => ("na", all.time.no_answer.to_owned()),
    };
    Ending { tone, word }
}

fn sign_in_ending(answer: &Answer, all: &Strings) -> Ending {
    match answer.error() {
        Some(_) => Ending { tone: tone_name(Tone::Expired), word: all.time.not_signed_in.to_owned() },
        None => Ending { tone: tone_name(Tone::Allow), word: all.time.signed_in.to_owned() },
    }
}

/// Where somebody signed in, or why not.
fn sign_in_cells(props: &EventsProps, all: &Strings, answer: &Answer) -> Html {
    let state = &props.state;
    let world = state.sandbox.world();
    let account = answer.resource.parse().ok().and_then(|arn: Arn| arn.account());
    let where_to = account.map(|account| account_name(world, account)).unwrap_or_default();
    let why = answer.error().map(|_| text::explain(answer, world, state.language).sentence);
    html! {
        <>
            <td>{ all.time.signs_in }</td>
            <td>
                if let Some(why) = why { { why } } else { <span translate="no">{ where_to }</span> }
            </td>
        </>
    }
}

fn call_cells(event: &Event, answer: &Answer, all: &Strings) -> Html {
    html! {
        <>
            <td>
                <code translate="no">{ answer.action.to_string() }</code>
                if matches!(event, Event::Ask(_)) { <span class="muted">{ format!(" · {}", all.time.only_asked) }</span> }
            </td>
            <td><code translate="no">{ record::resource(event, answer) }</code></td>
        </>
    }
}
