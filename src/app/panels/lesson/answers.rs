//! A finding that the learner picks from a list, and what is said to a wrong one.

use super::prose::inlines;
use crate::app::learn::prose;
use crate::app::store::{Action, use_dispatch, use_snapshot};
use crate::app::strings::strings;
use iam_sandbox::lessons::{Labelled, plain};
use std::collections::BTreeMap;
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
        let label =
            |option: &str| labelled(&prose.picks, option).map_or_else(|| option.to_owned(), |text| plain(&text));
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
