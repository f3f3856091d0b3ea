//! Panel `ask`.

use crate::app::store::use_snapshot;
use yew::prelude::*;

/// See the module.
#[component]
pub fn AskPanel() -> Html {
    let state = use_snapshot();
    html! { <section class="zone">{ state.question.action.to_string() }</section> }
}
