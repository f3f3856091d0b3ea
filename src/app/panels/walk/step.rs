//! The steps of the walk as they are drawn: a mark, what came of it, and what belongs to it.

use super::way::{Place, Way};
use crate::app::components::tone::{Lamp, tone_name};
use crate::app::panels::trace::Trace;
use crate::app::shared::Shared;
use crate::app::store::{Action, AppState, OutsideCall, key_in, use_dispatch};
use iam_sandbox::analysis::DocumentRef;
use iam_sandbox::api::{Answer, Outcome};
use iam_sandbox::arn::Arn;
use iam_sandbox::eval::ContextValue;
use iam_sandbox::services::ApiError;
use iam_sandbox::text::{Tone, explain};
use yew::prelude::*;

/// What is answered to the calls.
#[derive(Clone)]
pub(super) struct Told {
    calls: Vec<OutsideCall>,
    /// The state that looks at the last answer.
    seen: Shared<AppState>,
    /// The check of what is shown that fails.
    failed: Option<usize>,
}

impl PartialEq for Told {
    fn eq(&self, other: &Self) -> bool {
        self.seen == other.seen
    }
}

impl Told {
    /// Reads what was answered.
    pub(super) fn of((calls, seen): (Vec<OutsideCall>, Shared<AppState>), way: &Way) -> Self {
        let failed = (way.failed)(&seen.answer);
        Self { calls, seen, failed }
    }

    /// The calls, of which the last one was answered so.
    pub(super) fn calls(&self) -> &[OutsideCall] {
        &self.calls
    }

    /// Why it was refused.
    pub(super) fn error(&self) -> Option<&ApiError> {
        self.answer().error()
    }

    fn answer(&self) -> &Answer {
        &self.seen.answer
    }

    /// Whether policies were asked.
    fn is_weighed(&self) -> bool {
        !self.answer().checks.is_empty()
    }

    /// The key of the session.
    fn key(&self) -> Option<&str> {
        match &self.answer().outcome {
            Outcome::Done(output) => key_in(output),
            Outcome::Allowed | Outcome::Failed(_) => None,
        }
    }

    /// What the session is called.
    fn session(&self) -> Option<String> {
        let session = self.seen.sandbox.world().session(self.key()?)?;
        Some(session.arn().resource().to_owned())
    }

    /// The trust policy that was asked, with the name of its role.
    fn trust(&self) -> Option<(String, DocumentRef)> {
        let arn: Arn = self.answer().checks.first()?.request.resource.to_string().parse().ok()?;
        let role = self.seen.sandbox.world().role(&arn)?;
        Some((role.name.to_string(), DocumentRef::Trust { account: arn.account()?, role: role.name.clone() }))
    }

    /// What the service says of who comes, by condition keys that begin so.
    fn told(&self, beginning: &str) -> Vec<(&str, String)> {
        let check = self.answer().checks.first().filter(|_| !beginning.is_empty());
        let keys = check.into_iter().flat_map(|check| check.request.context.iter());
        let own = keys.filter(|(key, _)| key.to_ascii_lowercase().starts_with(beginning));
        own.map(|(key, value)| (key, said(value))).collect()
    }
}

fn said(value: &ContextValue) -> String {
    match value {
        ContextValue::One(value) => value.to_string(),
        ContextValue::Many(values) => values.join(", "),
        ContextValue::Unknown(_) => String::new(),
    }
}

/// A step: its position, title, outcome, what came of it, what belongs to it.
pub(super) fn step(position: usize, title: &str, outcome: &'static str, text: Html, body: Html) -> Html {
    toned(position, title, (outcome, None), text, body)
}

fn toned(position: usize, title: &str, (outcome, tone): (&'static str, Option<Tone>), text: Html, body: Html) -> Html {
    html! {
        <li class="station" data-outcome={outcome} data-tone={tone.map(tone_name)} key={position}>
            <div class="station-head">
                <span class="station-mark" aria-hidden="true">{ position + 1 }</span>
                <h4 class="station-name"><span class="vh">{ format!("{}. ", position + 1) }</span>{ title.to_owned() }</h4>
                <span class="station-text">{ text }</span>
            </div>
            <div class="walk-body">{ body }</div>
        </li>
    }
}

/// What AWS checks of what is shown before any policy is read.
pub(super) fn taken_step(way: &Way, place: &Place<'_>, told: Option<&Told>, text: &str) -> Html {
    let words = place.words();
    let Some(told) = told else {
        return step(3, words.steps[3], "notreached", words.not_reached.into(), Html::default());
    };
    let labels = (way.words)(words).checks;
    let line = |(position, label): (usize, &&'static str)| {
        let (outcome, mark) = match told.failed {
            Some(failed) if position == failed => ("fails", words.marks[1]),
            Some(failed) if position > failed => ("later", words.marks[2]),
            _ => ("holds", words.marks[0]),
        };
        html! {
            <li key={position} data-outcome={outcome}>
                <span class="vh">{ format!("{mark}: ") }</span>{ *label }
            </li>
        }
    };
    let asked = labels.iter().enumerate().filter(|(position, _)| (way.asks)(text, *position));
    let error = told.failed.and_then(|_| told.answer().error());
    let body = html! {
        <>
            <ol class="walk-checks">{ for asked.map(line) }</ol>
            if let Some(error) = error {
                <pre class="answer" translate="no" lang="en">{ format!("{}: {}", error.code, error.message) }</pre>
            }
            { told_table(way, place, told) }
        </>
    };
    match told.failed {
        Some(failed) => {
            let label = labels.get(failed).copied().unwrap_or_default();
            let text = html! { <><b><Lamp tone={Tone::Expired} />{ words.refused }</b><span class="vh">{ format!(": {label}") }</span></> };
            toned(3, words.steps[3], ("stopped", Some(Tone::Expired)), text, body)
        }
        None => step(3, words.steps[3], "passed", words.taken.into(), body),
    }
}

/// What the service then says of who comes.
fn told_table(way: &Way, place: &Place<'_>, told: &Told) -> Html {
    let (words, keys) = (place.words(), told.told(way.tells));
    if keys.is_empty() {
        return Html::default();
    }
    let row = |(key, value): &(&str, String)| {
        html! {
            <tr key={(*key).to_owned()}>
                <th class="cell" scope="row"><code>{ *key }</code></th>
                <td class="cell"><code class="walk-value">{ value.clone() }</code></td>
            </tr>
        }
    };
    html! {
        <>
            <p class="small muted">{ words.told }</p>
            <table class="cells walk-claims">
                <caption class="vh">{ words.told }</caption>
                <thead><tr><th scope="col">{ words.columns[2] }</th><th scope="col">{ words.columns[1] }</th></tr></thead>
                <tbody translate="no">{ for keys.iter().map(row) }</tbody>
            </table>
        </>
    }
}

/// What policies say, on a rail.
pub(super) fn trust_step(place: &Place<'_>, told: Option<&Told>) -> Html {
    let words = place.words();
    let Some(told) = told.filter(|told| told.is_weighed()) else {
        return step(4, words.steps[4], "notreached", words.not_reached.into(), Html::default());
    };
    let world = told.seen.sandbox.world();
    let explained = explain(told.answer(), world, place.state.language);
    let body = html! {
        <>
            <div class="row-actions">
                if let Some((role, document)) = told.trust() { <TrustButton label={(words.open_trust)(&role)} {document} /> }
            </div>
            <Trace key={told.seen.address()} initial={told.seen.clone()} />
        </>
    };
    let outcome = if told.answer().is_allowed() { "passed" } else { "stopped" };
    let text = html! { <b><Lamp tone={explained.tone} />{ explained.verdict }</b> };
    toned(4, words.steps[4], (outcome, Some(explained.tone)), text, body)
}

/// Properties of [`TrustButton`].
#[derive(Clone, PartialEq, Properties)]
struct TrustProps {
    label: String,
    document: DocumentRef,
}

/// Opens a trust policy in Evidence.
#[component]
fn TrustButton(props: &TrustProps) -> Html {
    let dispatch = use_dispatch();
    let document = props.document.clone();
    let onclick = move |_: MouseEvent| dispatch.dispatch(Action::OpenDocument(Some(document.clone())));
    html! { <button class="button little" type="button" {onclick}>{ &props.label }</button> }
}

/// The session, and the button that takes it.
pub(super) fn session_step(
    place: &Place<'_>,
    told: Option<&Told>,
    on_send: Callback<MouseEvent>,
    on_again: Callback<MouseEvent>,
) -> Html {
    let words = place.words();
    let Some(told) = told else {
        return step(5, words.steps[5], "notreached", words.not_reached.into(), Html::default());
    };
    let button = |label: &'static str, class: &'static str, onclick: Callback<MouseEvent>| {
        html! { <div class="buttons"><button {class} type="button" {onclick}>{ label }</button></div> }
    };
    let Some(session) = told.session() else {
        let error = told.answer().error().filter(|_| told.failed.is_none() && told.answer().is_allowed());
        let body = html! {
            <>
                if let Some(error) = error {
                    <pre class="answer" translate="no" lang="en">{ format!("{}: {}", error.code, error.message) }</pre>
                }
                { button(words.take_anyway, "button", on_send) }
            </>
        };
        return step(5, words.steps[5], "notreached", words.not_reached.into(), body);
    };
    let is_taken = place.state.acting_key().is_some_and(|key| told.key() == Some(&*key.access_key_id));
    let (text, body) = match is_taken {
        true => ((words.acts)(&session), button(words.again, "button little", on_again)),
        false => ((words.would_be)(&session), button(words.take, "button primary", on_send)),
    };
    toned(
        5,
        words.steps[5],
        ("passed", is_taken.then_some(Tone::Allow)),
        html! { <span role="status">{ text }</span> },
        body,
    )
}
