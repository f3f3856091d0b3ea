//! The rule book: every rule with its source, searched by word or code.
//!
//! It lies over the page, which keeps what is typed and scrolled in it; Esc and the browser's way back
//! lead there again.

use crate::app::components::rule_code::asks_for_another_tab;
use crate::app::components::rule_facts::RuleFacts;
use crate::app::rules::{address, found, rule_of};
use crate::app::storage;
use crate::app::store::{Action, Route, use_dispatch, use_snapshot};
use crate::app::strings::strings;
use gloo::utils::document;
use iam_sandbox::rule::Rule;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

/// The book, while it is open.
#[component]
pub fn RuleBook() -> Html {
    let state = use_snapshot();
    match &state.route {
        Route::Rules { code } => html! { <Book code={AttrValue::from(code.clone())} /> },
        Route::World | Route::Lessons | Route::Lesson { .. } | Route::Practice(_) => Html::default(),
    }
}

#[derive(Clone, PartialEq, Properties)]
struct BookProps {
    /// The code in the address, which may be none or no rule's.
    code: AttrValue,
}

#[component]
fn Book(props: &BookProps) -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let words = &strings(state.language).rules;
    let chosen = rule_of(&props.code);
    // What is no code is searched.
    let search = use_state(|| if chosen.is_some() { String::new() } else { props.code.to_string() });
    let field = use_node_ref();
    use_focus(&field, chosen);
    let rules = found(&search, state.language);
    let oninput = {
        let search = search.clone();
        Callback::from(move |event: InputEvent| {
            search.set(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let onkeydown = {
        let search = search.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !search.is_empty() {
                event.prevent_default();
                search.set(String::new());
            }
        })
    };
    let leave = {
        let (state, dispatch) = (state.clone(), dispatch.clone());
        Callback::from(move |_: MouseEvent| storage::leave_rules(&state, &dispatch))
    };
    let on_choose = Callback::from(move |rule: Rule| {
        storage::replace_rule(rule.code());
        dispatch.dispatch(Action::SetRoute(Route::Rules { code: rule.code().to_owned() }));
    });
    html! {
        <section class="book" aria-labelledby="book-title">
            <div class="book-head">
                <h2 class="book-title" id="book-title">{ words.title }</h2>
                <input class="field book-search" type="search" ref={field} aria-label={words.search}
                    placeholder={words.search} value={(*search).clone()} autocomplete="off" spellcheck="false"
                    {oninput} {onkeydown} />
                <span class="muted book-count" role="status">{ (words.n_rules)(rules.len()) }</span>
                <button class="close" type="button" aria-label={words.leave} onclick={leave}></button>
            </div>
            <div class="book-body" tabindex="-1">
                <p class="muted">{ words.intro }</p>
                if rules.is_empty() { <p>{ (words.none)(search.trim()) }</p> }
                { for words.parts.iter().map(|(letter, title)| {
                    let of_part = rules.iter().copied().filter(|rule| rule.code().starts_with(*letter));
                    part(title, of_part.collect(), chosen, &on_choose)
                }) }
            </div>
        </section>
    }
}

fn part(title: &'static str, rules: Vec<Rule>, chosen: Option<Rule>, on_choose: &Callback<Rule>) -> Html {
    if rules.is_empty() {
        return Html::default();
    }
    html! {
        <section class="block">
            <h3 class="zone-title">{ title }</h3>
            <ul class="book-rules">
                { for rules.into_iter().map(|rule| html! {
                    <Entry key={rule.code()} {rule} is_chosen={chosen == Some(rule)} on_choose={on_choose.clone()} />
                }) }
            </ul>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct EntryProps {
    rule: Rule,
    is_chosen: bool,
    on_choose: Callback<Rule>,
}

#[component]
fn Entry(props: &EntryProps) -> Html {
    let state = use_snapshot();
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(props.is_chosen, move |is_chosen| {
            if let Some(element) = node.cast::<HtmlElement>().filter(|_| *is_chosen) {
                element.scroll_into_view();
            }
        });
    }
    let rule = props.rule;
    let onclick = {
        let on_choose = props.on_choose.clone();
        Callback::from(move |event: MouseEvent| {
            if !asks_for_another_tab(&event) {
                event.prevent_default();
                on_choose.emit(rule);
            }
        })
    };
    html! {
        <li class="book-rule" ref={node} data-chosen={props.is_chosen.then_some("")}>
            <a class="rule-code" id={format!("rule-{}", rule.code())} href={address(rule.code())}
                aria-current={props.is_chosen.then_some("true")} translate="no" {onclick}>{ rule.code() }</a>
            <div class="book-facts"><RuleFacts {rule} language={state.language} /></div>
        </li>
    }
}

/// Takes the focus to the rule in the address, or to the search; gives it back when the book is left.
#[hook]
fn use_focus(field: &NodeRef, chosen: Option<Rule>) {
    let field = field.clone();
    use_effect_with((), move |()| {
        let before = document().active_element().and_then(|active| active.dyn_into::<HtmlElement>().ok());
        let rule = chosen.and_then(|rule| document().get_element_by_id(&format!("rule-{}", rule.code())));
        let target = rule.and_then(|rule| rule.dyn_into::<HtmlElement>().ok()).or_else(|| field.cast());
        if let Some(target) = target {
            let _ = target.focus();
        }
        move || {
            let before = before.filter(|element| element.is_connected() && element.tag_name() != "BODY");
            let fallback = || document().get_element_by_id("why").and_then(|why| why.dyn_into().ok());
            if let Some(element) = before.or_else(fallback) {
                // The page is inert until the book has gone.
                gloo::timers::callback::Timeout::new(0, move || {
                    let _ = element.focus();
                })
                .forget();
            }
        }
    });
}
