//! The fields by which events are looked up, and how many fit.

use super::actor::actor;
use super::events::{EventsView, change};
use super::record::Doing;
use super::search::{self, Filter};
use crate::app::store::{AppState, Snapshot};
use crate::app::strings::{TrailStrings, strings};
use iam_sandbox::clock::Timestamp;
use std::collections::BTreeSet;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// The most that is suggested for a field.
const MAX_SUGGESTED: usize = 40;
/// The steps that suggestions are taken from.
const MAX_STEPS: usize = 500;

/// How a step may have ended, in the order of the choice.
const DOINGS: [Doing; 4] = [Doing::Allowed, Doing::Denied, Doing::NotAuthenticated, Doing::Failed];

/// The fields, once they are wanted; what was looked for, as long as it is.
pub(super) fn look_up(state: &Snapshot, view: &UseStateHandle<EventsView>, n_hits: Option<usize>) -> Html {
    let labels = &strings(state.language).trail;
    let is_open = view.is_looking_up;
    let toggle = change(view, |view| view.is_looking_up = !view.is_looking_up);
    let clear = change(view, |view| (view.filter, view.moments) = Default::default());
    let said = n_hits.map(|n| match n {
        0 => (labels.none_fits)(&described(&view.filter, labels)),
        n => (labels.hits)(n, &described(&view.filter, labels)),
    });
    html! {
        <div class="look-up">
            <div class="buttons">
                <button class="button little" type="button" aria-expanded={is_open.to_string()} aria-controls="look-up"
                    onclick={toggle}>{ labels.look_up }</button>
                // The region is always there, so that screen readers hear what comes into it.
                <span class="small" role="status">{ said.unwrap_or_default() }</span>
                if n_hits.is_some() {
                    <button class="link small" type="button" onclick={clear}>{ labels.clear }</button>
                }
            </div>
            <div id="look-up" hidden={!is_open}>
                if is_open { { fields(state, view, labels) } }
            </div>
        </div>
    }
}

fn fields(state: &AppState, view: &UseStateHandle<EventsView>, labels: &TrailStrings) -> Html {
    let (who, what) = suggestions(state);
    let filter = &view.filter;
    let text = |label: &'static str, value: &str, list: Option<&'static str>, set: fn(&mut Filter, String)| {
        let view = view.clone();
        let oninput = move |event: InputEvent| {
            let mut next = (*view).clone();
            set(&mut next.filter, event.target_unchecked_into::<HtmlInputElement>().value());
            view.set(next);
        };
        html! {
            <label>
                { label }
                <input class="field" type="search" value={value.to_owned()} {list} autocomplete="off" autocapitalize="off"
                    spellcheck="false" translate="no" {oninput} />
            </label>
        }
    };
    let now = state.sandbox.now();
    let moment = |label: &'static str, index: usize| {
        let view = view.clone();
        let typed = &view.moments[index];
        let is_wrong = !typed.trim().is_empty() && parse(typed, now).is_none();
        let value = typed.clone();
        let oninput = {
            let view = view.clone();
            move |event: InputEvent| {
                let mut next = (*view).clone();
                next.moments[index] = event.target_unchecked_into::<HtmlInputElement>().value();
                let [since, until] = next.moments.each_ref().map(|typed| parse(typed, now));
                (next.filter.since, next.filter.until) = (since, until);
                view.set(next);
            }
        };
        html! {
            <label>
                { label }
                <input class="field" {value} placeholder={now.clock_time()} autocomplete="off" translate="no"
                    aria-invalid={is_wrong.then_some("true")} {oninput} />
            </label>
        }
    };
    html! {
        <div class="look-up-fields" role="search" aria-label={labels.look_up}>
            { text(labels.who, &filter.who, Some("look-up-who"), |filter, value| filter.who = value) }
            { text(labels.what, &filter.what, Some("look-up-what"), |filter, value| filter.what = value) }
            { outcomes(view, labels) }
            { moment(labels.since, 0) }
            { moment(labels.until, 1) }
            { text(labels.text, &filter.text, None, |filter, value| filter.text = value) }
            { list("look-up-who", who) }
            { list("look-up-what", what) }
        </div>
    }
}

fn outcomes(view: &UseStateHandle<EventsView>, labels: &TrailStrings) -> Html {
    let onchange = {
        let view = view.clone();
        move |event: Event| {
            let mut next = (*view).clone();
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            next.filter.doing = chosen.parse().ok().and_then(|index: usize| DOINGS.get(index).copied());
            view.set(next);
        }
    };
    let option = |(index, doing): (usize, &Doing)| {
        let selected = view.filter.doing == Some(*doing);
        html! { <option value={index.to_string()} {selected}>{ outcome(*doing, labels) }</option> }
    };
    html! {
        <label>
            { labels.outcome }
            <select class="field" {onchange}>
                <option value="" selected={view.filter.doing.is_none()}>{ labels.any }</option>
                { for DOINGS.iter().enumerate().map(option) }
            </select>
        </label>
    }
}

fn outcome(doing: Doing, labels: &TrailStrings) -> &'static str {
    match doing {
        Doing::Allowed => labels.allowed,
        Doing::Denied => labels.denied,
        Doing::NotAuthenticated => labels.not_authenticated,
        Doing::Failed => labels.failed,
    }
}

fn list(id: &'static str, names: BTreeSet<String>) -> Html {
    html! {
        <datalist {id}>
            { for names.into_iter().take(MAX_SUGGESTED).map(|value| html! { <option {value}></option> }) }
        </datalist>
    }
}

/// Who did something of late, and what.
fn suggestions(state: &AppState) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut who, mut whats) = (BTreeSet::new(), BTreeSet::new());
    for step in state.sandbox.steps().iter().rev().take(MAX_STEPS).filter(|step| step.answer.is_some()) {
        who.insert(actor(state, step).name);
        whats.extend(search::what(step).lines().map(str::to_owned));
    }
    (who, whats)
}

/// What a field for a moment holds: a time of the present day, or a day with a time.
fn parse(typed: &str, now: Timestamp) -> Option<Timestamp> {
    let typed = typed.trim().trim_end_matches('Z').replace(' ', "T");
    let (day, time) = match typed.split_once('T') {
        Some((day, time)) => (day.to_owned(), time),
        None => (now.date(), &*typed),
    };
    let seconds = if time.len() == "10:02".len() { ":00" } else { "" };
    Timestamp::parse(&format!("{day}T{time}{seconds}Z"))
}

fn described(filter: &Filter, labels: &TrailStrings) -> String {
    let texts = [(labels.who, &filter.who), (labels.what, &filter.what), (labels.text, &filter.text)];
    let texts = texts.into_iter().filter(|(_, value)| !value.trim().is_empty());
    let texts = texts.map(|(label, value)| format!("{label} “{}”", value.trim()));
    let moments = [(labels.since, filter.since), (labels.until, filter.until)];
    let moments = moments.into_iter().filter_map(|(label, at)| Some(format!("{label} {}", at?)));
    let doing = filter.doing.map(|doing| outcome(doing, labels).to_owned());
    texts.chain(doing).chain(moments).collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use iam_sandbox::text::Language;

    #[test]
    fn a_moment_is_a_time_of_the_present_day_or_says_its_own() {
        let at = |text: &str| Timestamp::parse(text);
        let now = at("2026-11-21T10:17:01Z").unwrap();
        assert_eq!(parse("10:02", now), at("2026-11-21T10:02:00Z"));
        assert_eq!(parse(" 10:02:05 ", now), at("2026-11-21T10:02:05Z"));
        assert_eq!(parse("2026-11-20 23:59", now), at("2026-11-20T23:59:00Z"));
        assert_eq!(parse("2026-11-20T23:59:58Z", now), at("2026-11-20T23:59:58Z"));
        assert_eq!(parse("", now), None);
        assert_eq!(parse("noon", now), None);
    }

    #[test]
    fn what_was_looked_for_is_said_without_what_was_left_out() {
        let labels = &strings(Language::English).trail;
        let filter = Filter { who: " alice ".into(), doing: Some(Doing::Denied), ..Filter::default() };
        assert_eq!(described(&filter, labels), "Who “alice” · Denied");
    }
}
