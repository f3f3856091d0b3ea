//! The lesson that is open: its bar over the sentence, and its promises beside the world.
//!
//! Whether a promise holds is read from the store; nothing is weighed here.

mod answers;
mod bar;
mod goals;
pub(super) mod prose;

pub use bar::LessonBar;

use crate::app::components::tabs::{TabItem, Tabs};
use crate::app::fetch::Loading;
use crate::app::learn::prose;
use crate::app::reference::{Place, address};
use crate::app::store::{Action, AppState, LeftZone, Play, Snapshot, Tab, use_dispatch, use_snapshot};
use crate::app::strings::{LearnStrings, strings};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use iam_sandbox::lessons::{Block, FactCard};
use iam_sandbox::text::short_resource;
use prose::{blocks, inlines};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};
use yew::prelude::*;

/// The left zone while a lesson is open: promises or world.
#[component]
pub fn GoalPanel() -> Html {
    let state = use_snapshot();
    let zone = use_place(state.left, state.tab);
    let labels = &strings(state.language).learn;
    let Some(play) = &state.play else { return Html::default() };
    let prose = prose(&play.lesson, state.language);
    html! {
        <section class="zone goal" id="goal" aria-labelledby="goal-title" tabindex="-1" ref={zone}>
            <LeftTabs zone={LeftZone::Goal} />
            <div class="zone-head">
                <h2 class="zone-title" id="goal-title">{ labels.goal }</h2>
                <p class="zone-meta lesson-count">{ (labels.n_met)(play.n_met(), play.statuses.len()) }</p>
            </div>
            <p>{ inlines(&prose.objective) }</p>
            <details open=true>
                <summary class="zone-title">{ labels.story }</summary>
                <div class="prose">{ blocks(&prose.story) }</div>
            </details>
            { text(labels.task, &prose.task) }
            if !play.lesson.builds {
                <p class="small muted">{ labels.no_building }</p>
            }
            <goals::Goals />
            { done(play, labels) }
            if play.is_done() { { also(play, labels) } }
            if play.is_done() || play.is_seen {
                { text(labels.look, &prose.look) }
            }
            { facts(&prose.facts, labels) }
            { cards(&state, play, labels) }
        </section>
    }
}

/// The promises are as far down as they were left, also after something else was shown in their place: within their
/// zone, and on a phone, where the zone is the page, within that.
#[hook]
fn use_place(left: LeftZone, tab: Tab) -> NodeRef {
    let zone = use_node_ref();
    let place = use_mut_ref(|| (0, 0.0));
    {
        let zone = zone.clone();
        use_effect_with((left == LeftZone::Goal, tab == Tab::Goal), move |(in_zone, in_page)| {
            let (in_zone, in_page) = (*in_zone, *in_page);
            let element = zone.cast::<Element>().filter(|_| in_zone);
            let (top, y) = *place.borrow();
            if let Some(element) = &element {
                element.set_scroll_top(top);
            }
            if in_page {
                window().scroll_to_with_x_and_y(0.0, y);
            }
            let options = EventListenerOptions::run_in_capture_phase();
            let on_scroll = move |_: &web_sys::Event| {
                let mut place = place.borrow_mut();
                place.0 = element.as_ref().map_or(place.0, Element::scroll_top);
                place.1 = if in_page { window().scroll_y().unwrap_or_default() } else { place.1 };
            };
            let is_shown = in_zone || in_page;
            let listener = is_shown.then(|| EventListener::new_with_options(&document(), "scroll", options, on_scroll));
            move || drop(listener)
        });
    }
    zone
}

/// The beliefs that the lesson settles, to bet on.
fn cards(state: &AppState, play: &Play, labels: &LearnStrings) -> Html {
    let Loading::Ready(index) = &state.index else { return Html::default() };
    let known = play.lesson.cards.iter().filter_map(|id| Some((id, index.cards.get(&**id)?)));
    let links: Vec<Html> = known
        .map(|(id, belief)| {
            let href = address(&Place::Cards(id.to_string()));
            html! { <li><a href={href}>{ belief.of(state.language).to_owned() }</a></li> }
        })
        .collect();
    if links.is_empty() || !(play.is_done() || play.is_seen) {
        return Html::default();
    }
    html! {
        <section class="block" aria-label={labels.cards}>
            <h3 class="zone-title">{ labels.cards }</h3>
            <ul class="prose small">{ for links }</ul>
        </section>
    }
}

fn done(play: &Play, labels: &LearnStrings) -> Html {
    let text = match (play.is_seen, play.is_done()) {
        (true, _) => labels.done_seen,
        (false, true) => labels.done,
        (false, false) => return Html::default(),
    };
    html! { <p class="done" data-seen={play.is_seen.then_some("")}>{ text }</p> }
}

fn text(title: &'static str, content: &[Block]) -> Html {
    if content.is_empty() {
        return Html::default();
    }
    html! {
        <section class="block" aria-label={title}>
            <h3 class="zone-title">{ title }</h3>
            <div class="prose">{ blocks(content) }</div>
        </section>
    }
}

fn also(play: &Play, labels: &LearnStrings) -> Html {
    html! {
        <section class="block" aria-label={labels.also}>
            <h3 class="zone-title">{ labels.also }</h3>
            if play.also.is_empty() {
                <p class="small muted">{ labels.also_nothing }</p>
            } else {
                <ul class="flip-body">
                    { for play.also.iter().map(|also| html! {
                        <li>
                            { also.who.as_deref().unwrap_or(labels.anybody) }{ " " }
                            <code translate="no">{ also.question.action.to_string() }</code>{ " " }
                            <code translate="no">{ short_resource(&also.question.resource).to_owned() }</code>
                        </li>
                    }) }
                </ul>
            }
        </section>
    }
}

fn facts(facts: &[FactCard], labels: &LearnStrings) -> Html {
    if facts.is_empty() {
        return Html::default();
    }
    html! {
        <section class="block" aria-label={labels.facts}>
            <h3 class="zone-title">{ labels.facts }</h3>
            <ul class="prose small">{ for facts.iter().map(|fact| html! { <li>{ inlines(&fact.text) }</li> }) }</ul>
        </section>
    }
}

/// Props of [`LeftTabs`].
#[derive(Clone, PartialEq, Properties)]
pub struct LeftTabsProps {
    /// The zone in which these tabs stand; both have them, and one is shown.
    pub zone: LeftZone,
}

/// Chooses between promises and world, on wide screens; on a phone the dock does.
#[component]
pub fn LeftTabs(props: &LeftTabsProps) -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    if state.play.is_none() {
        return Html::default();
    }
    let on_select = Callback::from(move |index: usize| {
        let zone = if index == 0 { LeftZone::Goal } else { LeftZone::World };
        dispatch.dispatch(Action::SetLeft(zone));
        // The tab that had the focus goes with its zone; the other zone has one like it.
        gloo::timers::callback::Timeout::new(0, move || {
            let tab = document().get_element_by_id(&tab_id(zone, zone));
            if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
                let options = FocusOptions::new();
                // What stands below is as far down as it was left.
                options.set_prevent_scroll(true);
                let _ = tab.focus_with_options(&options);
            }
        })
        .forget();
    });
    html! { { tabs(&state, props.zone, on_select) } }
}

/// The id of a tab in a zone.
fn tab_id(tab: LeftZone, zone: LeftZone) -> String {
    let word = |zone| if zone == LeftZone::Goal { "goal" } else { "world" };
    format!("left-{}-in-{}", word(tab), word(zone))
}

fn tabs(state: &Snapshot, zone: LeftZone, on_select: Callback<usize>) -> Html {
    let labels = strings(state.language);
    let controls = if state.left == LeftZone::Goal { "goal" } else { "world" };
    let items = vec![
        TabItem { id: tab_id(LeftZone::Goal, zone).into(), label: labels.learn.goal.into() },
        TabItem { id: tab_id(LeftZone::World, zone).into(), label: labels.common.tab_world.into() },
    ];
    let selected = usize::from(state.left == LeftZone::World);
    html! { <div class="left-tabs"><Tabs label={labels.common.zones} {controls} {items} {selected} {on_select} /></div> }
}
