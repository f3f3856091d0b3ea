//! What one looks up: the order of evaluation, the rule book, the myth cards, the glossary; one sheet with a section
//! for each.
//!
//! It lies over the page, which keeps what is typed and scrolled in it; Esc and the browser's way back lead there
//! again. What is fetched for a section stays here as long as the page does.

mod book;
mod card;
mod cards;
mod glossary;
mod order;
mod search;
mod trial;

use crate::app::components::focus::focus_page;
use crate::app::components::rule_code::asks_for_another_tab;
use crate::app::fetch::{FetchError, Loading};
use crate::app::reference::{self, Place, address};
use crate::app::shared::Shared;
use crate::app::store::{Action, AppState, Route, use_dispatch, use_snapshot};
use crate::app::strings::strings;
use crate::app::{learn, practice, rules, storage};
use gloo::utils::document;
use serde::de::DeserializeOwned;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// The sheet, while it is open.
#[component]
pub fn Reference() -> Html {
    let state = use_snapshot();
    let place = match &state.route {
        Route::Reference(place) => Some(place),
        _ => None,
    };
    let order = use_fetched("order.json", matches!(place, Some(Place::Order(_))));
    let cards = use_fetched("cards.json", matches!(place, Some(Place::Cards(_))));
    let terms = use_fetched("glossary.json", matches!(place, Some(Place::Glossary(_))));
    let language = state.language;
    let section = match &state.route {
        Route::Rules { code } => html! { <book::Book code={AttrValue::from(code.clone())} /> },
        Route::Reference(Place::Order(id)) => {
            let id = AttrValue::from(id.clone());
            shown(&order, |order| html! { <order::Order {order} {id} {language} /> })
        }
        Route::Reference(Place::Cards(id)) => {
            let id = AttrValue::from(id.clone());
            shown(&cards, |cards| html! { <cards::Cards {cards} {id} /> })
        }
        Route::Reference(Place::Glossary(id)) => {
            let id = AttrValue::from(id.clone());
            shown(&terms, |terms| html! { <glossary::Glossary {terms} {id} {language} /> })
        }
        Route::World | Route::Lessons | Route::Lesson { .. } | Route::Practice(_) => return Html::default(),
    };
    html! { <Sheet>{ section }</Sheet> }
}

/// What was fetched, and how to try again.
type Fetched<T> = (Loading<Shared<T>>, Callback<()>);

/// Fetches a file of the reference when it is first wanted.
#[hook]
fn use_fetched<T: DeserializeOwned + 'static>(name: &'static str, is_wanted: bool) -> Fetched<T> {
    let found = use_state(|| Loading::Waiting);
    let n_tries = use_state(|| 0_u32);
    let is_missing = !matches!(&*found, Loading::Ready(_));
    {
        let found = found.setter();
        use_effect_with((is_wanted && is_missing, *n_tries), move |(is_to_come, _)| {
            if *is_to_come {
                wasm_bindgen_futures::spawn_local(async move { found.set(reference::fetch(name).await) });
            }
        });
    }
    let again = {
        let found = found.setter();
        Callback::from(move |()| {
            found.set(Loading::Waiting);
            n_tries.set(*n_tries + 1);
        })
    };
    (Loading::clone(&found), again)
}

fn shown<T: 'static>((found, again): &Fetched<T>, ready: impl FnOnce(Shared<T>) -> Html) -> Html {
    match found {
        Loading::Ready(found) => ready(found.clone()),
        Loading::Waiting => html! { <Waiting error={None::<FetchError>} again={again.clone()} /> },
        Loading::Failed(error) => html! { <Waiting error={Some(*error)} again={again.clone()} /> },
    }
}

#[derive(Clone, PartialEq, Properties)]
struct WaitingProps {
    error: Option<FetchError>,
    again: Callback<()>,
}

/// What stands there until the section has come.
#[component]
fn Waiting(props: &WaitingProps) -> Html {
    let words = &strings(use_snapshot().language).learn;
    let text = match props.error {
        None => return html! { <div class="book-body"><p class="muted" role="status">{ words.loading }</p></div> },
        Some(FetchError::Offline) => words.offline,
        Some(FetchError::Missing) => words.missing,
    };
    html! {
        <div class="book-body">
            <div role="alert">
                <p>{ text }</p>
                <p>
                    <button class="button" type="button" onclick={props.again.reform(|_: MouseEvent| ())}>
                        { words.retry }
                    </button>
                </p>
            </div>
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct SheetProps {
    children: Html,
}

/// The frame: title, sections, the way out.
#[component]
fn Sheet(props: &SheetProps) -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let words = &strings(state.language).reference;
    use_focus_back();
    let leave = {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| storage::leave_book(&state, &dispatch))
    };
    html! {
        <section class="book" aria-labelledby="book-title">
            <div class="book-head">
                <h2 class="book-title" id="book-title">{ words.title }</h2>
                { sections(&state) }
                <button class="close" type="button" aria-label={words.leave} onclick={leave}></button>
            </div>
            { props.children.clone() }
        </section>
    }
}

/// What there is to learn from, and to look up; with the place that is open.
pub fn sections(state: &AppState) -> Html {
    let labels = strings(state.language);
    let words = &labels.reference;
    let sections = [
        (learn::address(""), labels.learn.lessons),
        (practice::address().to_owned(), labels.practice.practice),
        (address(&Place::Order(String::new())), words.order),
        (rules::address(""), words.rules),
        (address(&Place::Cards(String::new())), words.cards),
        (address(&Place::Glossary(String::new())), words.glossary),
    ];
    let current = match &state.route {
        Route::Lessons => 0,
        Route::Reference(Place::Order(_)) => 2,
        Route::Rules { .. } => 3,
        Route::Reference(Place::Cards(_)) => 4,
        Route::Reference(Place::Glossary(_)) => 5,
        Route::World | Route::Lesson { .. } | Route::Practice(_) => sections.len(),
    };
    html! {
        <nav class="book-sections" aria-label={words.sections}>
            { for sections.into_iter().enumerate().map(|(index, (href, name))| html! {
                <a {href} aria-current={(index == current).then_some("page")}>{ name }</a>
            }) }
        </nav>
    }
}

/// Gives the focus back when the sheet is left.
#[hook]
fn use_focus_back() {
    let before = use_memo((), |()| document().active_element().and_then(|it| it.dyn_into::<HtmlElement>().ok()));
    use_effect_with((), move |()| {
        move || {
            let before =
                Option::clone(&before).filter(|element| element.is_connected() && element.tag_name() != "BODY");
            focus_page(before);
        }
    });
}

/// Takes the focus to what the address names, or, where the sheet has just been opened, to `field`.
#[hook]
fn use_focus(chosen: Option<String>, field: &NodeRef) {
    let field = field.clone();
    use_effect_with(chosen, move |chosen| {
        let named = chosen.as_ref().and_then(|id| document().get_element_by_id(id));
        let is_inside = || document().query_selector(".book :focus").ok().flatten().is_some();
        let target = match named {
            Some(element) => element.dyn_into::<HtmlElement>().ok(),
            None if is_inside() => None,
            None => field.cast(),
        };
        if let Some(element) = target {
            let _ = element.focus();
            if let Some(entry) = element.closest("[data-chosen]").ok().flatten() {
                entry.scroll_into_view();
            }
        }
    });
}

/// A press on a link that stays in its section: the address changes in its place, without another step back.
fn stay(place: Route, address: String, on: &Callback<Action>) -> Callback<MouseEvent> {
    let (on, route) = (on.clone(), Rc::new(place));
    Callback::from(move |event: MouseEvent| {
        if !asks_for_another_tab(&event) {
            event.prevent_default();
            storage::replace_address(&address);
            on.emit(Action::SetRoute(Route::clone(&route)));
        }
    })
}
