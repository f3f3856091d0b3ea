//! The item that is shown: what is asked, what there is, and the form or, once it is answered, the review.

use super::facts::facts;
use super::form::AnswerForm;
use super::mark::Mark;
use super::review::ReviewView;
use super::strip::Strip;
use crate::app::components::focus::focus;
use crate::app::components::problems::in_code;
use crate::app::store::use_snapshot;
use crate::app::strings::strings;
use iam_sandbox::practice::points;
use iam_sandbox::text::practice::prompt;
use yew::prelude::*;

/// The item with everything around it.
#[component]
pub fn ItemView() -> Html {
    let state = use_snapshot();
    let labels = &strings(state.language).practice;
    let place = state.practice.as_ref().map(|it| (it.item().map(|item| item.id.clone()), it.given().is_some()));
    use_effect_with(place, |place| {
        focus(if matches!(place, Some((_, true))) { "#practice-review" } else { "#practice-prompt" });
    });
    let Some(practice) = &state.practice else { return Html::default() };
    let Some(item) = practice.item() else { return Html::default() };
    let is_given = practice.given().is_some();
    let mark = practice.given().map(|given| Mark::of(points(item, &given.response)).word(labels));
    html! {
        <>
            <Strip />
            // Always there, so that screen readers hear what comes into it.
            <p class="vh" role="status">{ mark.unwrap_or_default() }</p>
            <article class="practice-item" data-answered={is_given.then_some("")} aria-labelledby="practice-prompt" key={item.id.to_string()}>
                <h3 class="practice-prompt" id="practice-prompt" tabindex="-1">
                    { in_code(&prompt(state.language, item)) }
                </h3>
                if is_given { <ReviewView /> }
                { facts(item, state.language, labels.facts) }
                if !is_given { <AnswerForm /> }
            </article>
        </>
    }
}
