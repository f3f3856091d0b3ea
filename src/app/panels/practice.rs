//! Practice: a set is chosen, its items are answered one by one, each is reviewed with its trace, and a score is read.
//!
//! It lies over the page, as the rule book does. What is right is asked of the library only after an answer was given.

mod choose;
mod clock;
mod facts;
mod files;
mod form;
mod item;
mod keys;
mod mark;
mod review;
mod score;
mod strip;

pub use keys::practice_key;

use crate::app::components::focus::focus_page;
use crate::app::practice::{PracticePlace, address};
use crate::app::storage;
use crate::app::store::{Practice, Route, use_dispatch, use_snapshot};
use crate::app::strings::strings;
use yew::prelude::*;

/// The sheet of practice, while it is open.
#[component]
pub fn PracticeSheet() -> Html {
    let state = use_snapshot();
    match &state.route {
        Route::Practice(place) => html! { <Sheet place={place.clone()} /> },
        _ => Html::default(),
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SheetProps {
    place: PracticePlace,
}

#[component]
fn Sheet(props: &SheetProps) -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let labels = &strings(state.language).practice;
    use_effect_with((), |()| || focus_page(None));
    let leave = {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| storage::leave_lessons(&state, &dispatch))
    };
    let practice = state.practice.as_ref().filter(|practice| is_of(practice, &props.place));
    let body = match (&props.place, practice) {
        (PracticePlace::Choice, _) => html! { <choose::Choose /> },
        (PracticePlace::Set(_), None) => html! { <p class="muted" role="status">{ labels.loading }</p> },
        (PracticePlace::Set(_), Some(practice)) if practice.is_finished => html! { <score::ScoreView /> },
        (PracticePlace::Set(_), Some(_)) => html! { <item::ItemView /> },
    };
    html! {
        <section class="book practice" aria-labelledby="practice-title">
            <div class="book-head">
                <h2 class="book-title" id="practice-title" tabindex="-1">{ labels.practice }</h2>
                if props.place != PracticePlace::Choice {
                    <a class="link" href={address()}>{ labels.all_sets }</a>
                }
                <button class="close" type="button" aria-label={labels.leave} onclick={leave}></button>
            </div>
            <div class="book-body" tabindex="-1">{ body }</div>
        </section>
    }
}

fn is_of(practice: &Practice, place: &PracticePlace) -> bool {
    let PracticePlace::Set(wanted) = place else { return false };
    wanted.set().is_some_and(|set| set == *practice.sitting.set())
}
