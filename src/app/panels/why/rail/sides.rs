//! The two rails of a request across accounts, and how they join. On a phone one is shown at a time,
//! with a line that tells how the other ends.

use crate::app::accounts::account_name;
use crate::app::components::tabs::{TabItem, Tabs};
use crate::app::components::tone::{Lamp, tone_name};
use crate::app::store::use_snapshot;
use crate::app::strings::strings;
use iam_sandbox::eval::Side;
use iam_sandbox::text::{Explanation, SideView, Sides, Tone};
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`RailSides`].
#[derive(Clone, PartialEq, Properties)]
pub struct RailSidesProps {
    /// The answer in words.
    pub explanation: Rc<Explanation>,
    /// The stations before the rails part.
    pub shared: Html,
    /// Those of the caller's account.
    pub caller: Html,
    /// Those of the account that owns the resource.
    pub resource: Html,
}

/// Both rails.
#[component]
pub fn RailSides(props: &RailSidesProps) -> Html {
    let state = use_snapshot();
    let chosen = use_state(|| None::<Side>);
    {
        let chosen = chosen.setter();
        use_effect_with(state.answer.clone(), move |_| chosen.set(None));
    }
    let labels = &strings(state.language).why;
    let Some(sides) = &props.explanation.sides else { return Html::default() };
    let name = |view: &SideView| account_name(state.sandbox.world(), view.account);
    let stepped = state.step.and_then(|step| props.explanation.stations.get(usize::from(step.number())));
    let shown = stepped.map(|view| view.side).filter(|side| *side != Side::Both);
    let shown = shown.or(*chosen).unwrap_or_else(|| telling(sides));
    let tabs = sides.both().map(|view| TabItem {
        id: format!("side-tab-{}", word(view.side)).into(),
        label: format!("{} {}", view.title, name(view)).into(),
    });
    let on_select = {
        let chosen = chosen.setter();
        Callback::from(move |index| chosen.set(Some(if index == 0 { Side::Caller } else { Side::Resource })))
    };
    let section = |view: &SideView, other: &SideView, rail: &Html| {
        let title_id = format!("side-{}", word(view.side));
        html! {
            <section class="side" data-side={word(view.side)} data-shown={(view.side == shown).then_some("")}
                aria-labelledby={title_id.clone()}>
                <h3 class="side-head" id={title_id}>
                    <span class="side-title">{ view.title }</span>{ " " }<b>{ name(view) }</b>{ " " }
                    <code class="muted" translate="no">{ view.account.grouped() }</code>
                </h3>
                { rail.clone() }
                <p class="side-end" data-end={end(view)} data-tone={tone(view)}>
                    { lamp(view) }<span><b>{ name(view) }</b>{ " " }{ view.end }</span>
                </p>
                <p class="side-other">
                    { lamp(other) }
                    <span>
                        <b>{ other.title }{ " " }{ name(other) }</b>{ " " }{ other.end }
                        if !other.reason.is_empty() { { ": " }{ &other.reason } }
                    </span>
                </p>
            </section>
        }
    };
    html! {
        <div class="rails">
            { props.shared.clone() }
            <div class="side-tabs">
                <Tabs label={labels.sides} controls="sides" items={tabs.to_vec()}
                    selected={usize::from(shown == Side::Resource)} {on_select} />
            </div>
            <div class="fork" aria-hidden="true"></div>
            <div class="sides" id="sides">
                { section(&sides.caller, &sides.resource, &props.caller) }
                { section(&sides.resource, &sides.caller, &props.resource) }
            </div>
            <div class="join" data-caller={end(&sides.caller)} data-resource={end(&sides.resource)} aria-hidden="true"></div>
            <p class="joined" data-tone={tone_name(props.explanation.tone)}>
                <Lamp tone={props.explanation.tone} />
                <b>{ &props.explanation.verdict }</b>{ " " }<span class="muted">{ sides.both_must }</span>
            </p>
        </div>
    }
}

/// The side that tells most: the first that does not say yes.
fn telling(sides: &Sides) -> Side {
    sides.both().into_iter().find(|view| view.tone != Some(Tone::Allow)).map_or(Side::Caller, |view| view.side)
}

fn word(side: Side) -> &'static str {
    match side {
        Side::Both => "both",
        Side::Caller => "caller",
        Side::Resource => "resource",
    }
}

fn end(view: &SideView) -> &'static str {
    if view.tone == Some(Tone::Allow) { "yes" } else { "no" }
}

fn tone(view: &SideView) -> &'static str {
    view.tone.map_or("na", tone_name)
}

fn lamp(view: &SideView) -> Html {
    match view.tone {
        Some(tone) => html! { <Lamp {tone} /> },
        None => html! { <span class="lamp" data-tone="na" aria-hidden="true"></span> },
    }
}
