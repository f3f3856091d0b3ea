//! The steps of the walk as they are drawn: a mark, what came of it, and what belongs to it.

use super::way::{Place, Way};
use crate::app::components::tone::{Lamp, tone_name};
use crate::app::panels::trace::Trace;
use crate::app::shared::Shared;
use crate::app::store::{Action, AppState, use_dispatch};
use crate::app::strings::OutsideStrings;
use iam_sandbox::analysis::DocumentRef;
use iam_sandbox::api::{Answer, AuthenticationFailure, Claim, Outcome};
use iam_sandbox::clock::Timestamp;
use iam_sandbox::text::{Tone, explain};
use serde_json::Value;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// What is answered to the call.
pub(super) struct Told {
    /// The state that looks at the answer.
    seen: Shared<AppState>,
    /// The check of what is shown that fails.
    failed: Option<usize>,
}

impl Told {
    /// Reads an answer.
    pub(super) fn of(seen: &Shared<AppState>, way: &Way) -> Self {
        let failed = match &seen.answer.authentication {
            Err(AuthenticationFailure::Token { failure, .. }) => Some((way.failed)(failure)),
            _ => None,
        };
        Self { seen: seen.clone(), failed }
    }

    fn answer(&self) -> &Answer {
        &self.seen.answer
    }

    /// Whether policies were asked.
    fn is_weighed(&self) -> bool {
        !self.answer().checks.is_empty()
    }

    fn output(&self) -> Option<&Value> {
        match &self.answer().outcome {
            Outcome::Done(output) => Some(output),
            Outcome::Allowed | Outcome::Failed(_) => None,
        }
    }

    fn session(&self) -> Option<&str> {
        self.output()?["AssumedRoleUser"]["Arn"].as_str()
    }

    /// Whether the session has that key.
    fn has_key(&self, access_key_id: &str) -> bool {
        self.output().and_then(|output| output["Credentials"]["AccessKeyId"].as_str()) == Some(access_key_id)
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

/// What was issued: what it says, and the text, which can be changed.
pub(super) fn paper_step(
    way: &Way,
    place: &Place<'_>,
    paper: Option<&(AttrValue, AttrValue)>,
    on_paper: &Callback<(AttrValue, AttrValue)>,
) -> Html {
    let words = place.words();
    let Some((issued, text)) = paper else {
        return step(1, words.steps[1], "notreached", words.nothing_yet.into(), Html::default());
    };
    let ends = (way.ends)(text).map(|ends| {
        let at = ends.date_and_time();
        if ends <= place.now { (words.ended)(&at) } else { (words.until)(&at) }
    });
    let oninput = {
        let issued = issued.clone();
        on_paper.reform(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            (issued.clone(), text.into())
        })
    };
    let body = html! {
        <>
            if let Some(claims) = (way.claims)(place, text) {
                { table(words, &claims) }
            } else {
                <p class="muted">{ words.unreadable }</p>
            }
            <details>
                <summary>{ words.raw }</summary>
                <textarea class="field mono" rows="6" value={text.clone()} {oninput} spellcheck="false" translate="no"
                    aria-label={words.raw} />
            </details>
            if issued != text { <p class="small">{ words.changed }</p> }
        </>
    };
    step(1, words.steps[1], "passed", ends.unwrap_or_default().into(), body)
}

fn table(words: &'static OutsideStrings, claims: &[Claim]) -> Html {
    let list = |texts: &[Box<str>]| {
        html! { <>{ for texts.iter().map(|text| html! { <code class="walk-value">{ text.to_string() }</code> }) }</> }
    };
    let row = |claim: &Claim| {
        html! {
            <tr key={claim.name.to_string()}>
                <th class="cell" scope="row" translate="no"><code>{ short(&claim.name) }</code></th>
                <td class="cell" translate="no">{ list(&claim.values) }{ moment(claim) }</td>
                <td class="cell">
                    if claim.keys.is_empty() {
                        <span class="muted">{ words.no_key }</span>
                    } else {
                        <span translate="no">{ list(&claim.keys) }</span>
                    }
                </td>
            </tr>
        }
    };
    html! {
        <table class="cells walk-claims">
            <caption class="vh">{ words.steps[1] }</caption>
            <thead><tr>{ for words.columns.iter().map(|name| html! { <th scope="col">{ *name }</th> }) }</tr></thead>
            <tbody>{ for claims.iter().map(row) }</tbody>
        </table>
    }
}

/// A time of a token, which counts seconds, as people read it.
fn moment(claim: &Claim) -> Html {
    let seconds = claim.values.first().filter(|_| matches!(&*claim.name, "iat" | "exp"));
    let at = seconds.and_then(|seconds| seconds.parse().ok()).map(Timestamp::from_epoch_seconds);
    html! { if let Some(at) = at { <span class="small muted">{ at.date_and_time() }</span> } }
}

/// The last part of a long name of AWS's.
fn short(name: &str) -> String {
    let rest = name.strip_prefix("https://aws.amazon.com/");
    rest.map_or_else(|| name.to_owned(), |rest| rest.rsplit('/').next().unwrap_or(rest).to_owned())
}

/// What AWS checks of what is shown before any policy is read.
pub(super) fn taken_step(way: &Way, place: &Place<'_>, told: Option<&Told>) -> Html {
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
    let error = told.failed.and_then(|_| told.answer().error());
    let body = html! {
        <>
            <ol class="walk-checks">{ for labels.iter().enumerate().map(line) }</ol>
            if let Some(error) = error {
                <pre class="answer" translate="no" lang="en">{ format!("{}: {}", error.code, error.message) }</pre>
            }
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

/// What policies say, on a rail.
pub(super) fn trust_step(place: &Place<'_>, told: Option<&Told>, trust: Option<(String, DocumentRef)>) -> Html {
    let words = place.words();
    let Some(told) = told.filter(|told| told.is_weighed()) else {
        return step(4, words.steps[4], "notreached", words.not_reached.into(), Html::default());
    };
    let world = told.seen.sandbox.world();
    let explained = explain(told.answer(), world, place.state.language);
    let body = html! {
        <>
            <div class="row-actions">
                if let Some((role, document)) = trust { <TrustButton label={(words.open_trust)(&role)} {document} /> }
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
    let Some(arn) = told.session() else {
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
    let name = arn.rsplit(':').next().unwrap_or(arn);
    let is_taken = place.state.acting_key().is_some_and(|key| told.has_key(&key.access_key_id));
    let (text, body) = match is_taken {
        true => ((words.acts)(name), button(words.again, "button little", on_again)),
        false => ((words.would_be)(name), button(words.take, "button primary", on_send)),
    };
    toned(
        5,
        words.steps[5],
        ("passed", is_taken.then_some(Tone::Allow)),
        html! { <span role="status">{ text }</span> },
        body,
    )
}
