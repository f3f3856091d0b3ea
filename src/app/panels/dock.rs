//! The tabs of a phone, along the lower edge.

use crate::app::store::{Action, Tab, use_dispatch, use_snapshot};
use crate::app::strings::strings;
use yew::prelude::*;

/// The tabs of a phone.
#[component]
pub fn Dock() -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let words = &strings(state.language).common;
    let goal = state.play.is_some().then_some((Tab::Goal, strings(state.language).learn.goal));
    let tabs = [
        (Tab::Ask, words.tab_ask),
        (Tab::Why, words.tab_why),
        (Tab::World, words.tab_world),
        (Tab::Time, words.tab_time),
    ];
    let tabs = tabs.into_iter().chain(goal).map(|(tab, label)| {
        let dispatch = dispatch.clone();
        let onclick = move |_| dispatch.dispatch(Action::SetTab(tab));
        html! {
            <button key={label} type="button" aria-current={(state.tab == tab).then_some("true")} {onclick}>{ label }</button>
        }
    });
    html! { <nav class="dock" aria-label={words.zones}>{ for tabs }</nav> }
}
