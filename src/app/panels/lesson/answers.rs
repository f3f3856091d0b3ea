//! A finding that the learner picks from a list, and what is said to a wrong one.

use super::prose::inlines;
use crate::app::learn::prose;
use crate::app::store::{Action, Dispatch, Snapshot, use_dispatch, use_snapshot};
use crate::app::strings::strings;
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
    /// Whether the right one was picked.
    pub is_met: bool,
    /// Whether several are right together.
    pub is_several: bool,
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
        let reply = picked.filter(|_| !props.is_met).and_then(|value| labelled(&prose.answers, value));
        let options = play.lesson.picks.iter().find(|pick| *pick.name == *name).map(|pick| pick.options.clone());
        let label = |option: &str| match labelled(&prose.picks, option) {
            Some(text) => plain(&text),
            None => of_event(&state, option).unwrap_or_else(|| option.to_owned()),
        };
        if props.is_several {
            return boxes(
                props,
                name,
                options.as_deref().unwrap_or_default(),
                &label,
                picked.map(|given| &**given),
                &dispatch,
            );
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
                <div role="status">
                    if let Some(reply) = reply { <p class="promise-why">{ inlines(&reply) }</p> }
                </div>
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
    picked: Option<&str>,
    dispatch: &Dispatch,
) -> Html {
    let ticked: BTreeSet<&str> = picked.into_iter().flat_map(|given| given.split(',')).collect();
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
    let at = step.at().to_string();
    let what = step.answer.as_ref().map(|answer| (&*answer.action, short_resource(&answer.resource)));
    let (action, resource) = what.unwrap_or_default();
    Some(format!("{} {action} {resource}", at.get(11..19).unwrap_or_default()))
}
