//! A finding that the learner picks from a list, and what is said to a wrong one.

use super::prose::inlines;
use crate::app::learn::prose;
use crate::app::store::{Action, Dispatch, Play, Snapshot, use_dispatch, use_snapshot};
use crate::app::strings::strings;
use iam_sandbox::lessons::goal::Wanted;
use iam_sandbox::lessons::{Labelled, event_of, plain};
use iam_sandbox::text::short_resource;
use std::collections::{BTreeMap, BTreeSet};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What is asked.
#[derive(Clone, PartialEq, Properties)]
pub struct PicksProps {
    /// The name of the answer.
    pub name: AttrValue,
    /// What is asked, for those who do not see what stands beside.
    pub question: AttrValue,
    /// What is right.
    pub wanted: Wanted,
}

impl PicksProps {
    /// Whether the lesson wants this, of the list with that name.
    fn wants(&self, play: &Play, name: &str, value: &str) -> bool {
        match &self.wanted {
            Wanted::Value(wanted) => **wanted == *value,
            Wanted::Values(wanted) => wanted.iter().any(|wanted| **wanted == *value),
            Wanted::AtLeast { .. } => {
                let pick = play.lesson.picks.iter().find(|pick| *pick.name == *name);
                pick.is_some_and(|pick| pick.right.as_deref() == Some(value))
            }
        }
    }
}

/// A list of answers; where a goal counts several, one list each.
#[component]
pub fn Picks(props: &PicksProps) -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let labels = &strings(state.language).learn;
    let Some(play) = &state.play else { return Html::default() };
    let prose = prose(&play.lesson, state.language);
    let counted = format!("{}.", props.name);
    let names = play.lesson.picks.iter().map(|pick| &*pick.name);
    let names = names.filter(|name| **name == *props.name || name.starts_with(&counted));
    let list = |name: &str| {
        let picked = play.answers.get(name);
        let onchange = {
            let (dispatch, name) = (dispatch.clone(), Box::<str>::from(name));
            Callback::from(move |event: Event| {
                let value = event.target_unchecked_into::<HtmlSelectElement>().value();
                let value = (!value.is_empty()).then(|| value.into());
                dispatch.dispatch(Action::GiveAnswer { name: name.clone(), value });
            })
        };
        let labelled = |texts: &BTreeMap<Box<str>, Vec<Labelled>>, option: &str| {
            let found = texts.get(name)?.iter().find(|labelled| *labelled.option == *option);
            found.map(|labelled| labelled.text.clone())
        };
        let reply = |value: &str| match labelled(&prose.answers, value) {
            _ if props.wants(play, name, value) => Html::default(),
            Some(text) => html! { <p class="promise-why">{ inlines(&text) }</p> },
            None => html! { <p class="promise-why">{ labels.not_that }</p> },
        };
        let options = play.lesson.picks.iter().find(|pick| *pick.name == *name).map(|pick| pick.options.clone());
        let label = |option: &str| match labelled(&prose.picks, option) {
            Some(text) => plain(&text),
            None => of_event(&state, option).unwrap_or_else(|| option.to_owned()),
        };
        if let Wanted::Values(wanted) = &props.wanted {
            let options = options.as_deref().unwrap_or_default();
            let ticked: BTreeSet<&str> = picked.into_iter().flat_map(|given| given.split(',')).collect();
            let is_part = ticked.len() < wanted.len() && ticked.iter().all(|one| props.wants(play, name, one));
            return html! {
                <>
                    { boxes(props, name, options, &label, &ticked, &dispatch) }
                    <div class="promise-why" role="status">
                        { for ticked.iter().map(|one| reply(one)) }
                        if is_part && !ticked.is_empty() { <p class="promise-why">{ labels.not_all }</p> }
                    </div>
                </>
            };
        }
        html! {
            <div class="promise-pick">
                <select class="field" aria-label={&props.question} {onchange}>
                    <option value="" selected={picked.is_none()}>{ labels.pick }</option>
                    { for options.iter().flatten().map(|option| html! {
                        <option value={option.to_string()} selected={picked == Some(option)}>
                            { label(option) }
                        </option>
                    }) }
                </select>
                <div role="status">{ picked.map(|value| reply(value)) }</div>
            </div>
        }
    };
    html! { { for names.map(list) } }
}

/// Answers of which several are right together, to be ticked.
fn boxes(
    props: &PicksProps,
    name: &str,
    options: &[Box<str>],
    label: &dyn Fn(&str) -> String,
    ticked: &BTreeSet<&str>,
    dispatch: &Dispatch,
) -> Html {
    let row = |option: &str| {
        let is_ticked = ticked.contains(option);
        let mut after = ticked.clone();
        if is_ticked {
            after.remove(option)
        } else {
            after.insert(option)
        };
        let after = after.into_iter().collect::<Vec<_>>().join(",");
        let (dispatch, name) = (dispatch.clone(), Box::<str>::from(name));
        let onchange = Callback::from(move |_: Event| {
            let value = (!after.is_empty()).then(|| after.as_str().into());
            dispatch.dispatch(Action::GiveAnswer { name: name.clone(), value });
        });
        html! {
            <label class="practice-option">
                <input type="checkbox" checked={is_ticked} {onchange} />{ " " }<span>{ label(option) }</span>
            </label>
        }
    };
    html! {
        <fieldset class="promise-pick">
            <legend class="vh">{ &props.question }</legend>
            { for options.iter().map(|option| row(option)) }
        </fieldset>
    }
}

/// What an option says that stands for an event on record.
fn of_event(state: &Snapshot, option: &str) -> Option<String> {
    let step = state.sandbox.steps().get(event_of(option)?.checked_sub(1)?)?;
    let what = step.answer.as_ref().map(|answer| (&*answer.action, short_resource(&answer.resource)));
    let (action, resource) = what.unwrap_or_default();
    Some(format!("{} {action} {resource}", step.at().clock_time_with_seconds()))
}
