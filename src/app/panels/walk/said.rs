//! The step of the walk that shows what was issued.

use super::Paper;
use super::step::step;
use super::way::{Place, Way};
use crate::app::strings::OutsideStrings;
use iam_sandbox::api::Claim;
use iam_sandbox::clock::Timestamp;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// What was issued: what it says, and the text, which can be changed.
pub(super) fn paper_step(way: &Way, place: &Place<'_>, paper: Option<&Paper>, on_paper: &Callback<Paper>) -> Html {
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
            if let Some(claims) = (way.claims)(place, text).filter(|claims| !claims.is_empty()) {
                { table(words, &claims) }
            } else {
                <p class="muted">{ if (way.claims)(place, text).is_some() { (way.words)(words).nothing } else { words.unreadable } }</p>
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

/// What is said, and what becomes of it.
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
