//! The rule book: every rule with its source, searched by word or code.

use super::search::Search;
use super::{stay, use_focus};
use crate::app::components::rule_facts::RuleFacts;
use crate::app::rules::{address, found, rule_of};
use crate::app::store::{Action, Route, use_dispatch, use_snapshot};
use crate::app::strings::strings;
use iam_sandbox::rule::Rule;
use iam_sandbox::text::Language;
use yew::prelude::*;

/// Props of [`Book`].
#[derive(Clone, PartialEq, Properties)]
pub struct BookProps {
    /// The code in the address, which may be none or no rule's.
    pub code: AttrValue,
}

/// The book.
#[component]
pub fn Book(props: &BookProps) -> Html {
    let (state, dispatch) = (use_snapshot(), use_dispatch());
    let words = &strings(state.language).rules;
    let chosen = rule_of(&props.code);
    // What is no code is searched.
    let search = use_state(|| if chosen.is_some() { String::new() } else { props.code.to_string() });
    let field = use_node_ref();
    use_focus(chosen.map(|rule| format!("rule-{}", rule.code())), &field);
    let rules = found(&search, state.language);
    let on = Callback::from(move |action: Action| dispatch.dispatch(action));
    let on_search = {
        let search = search.setter();
        Callback::from(move |text| search.set(text))
    };
    html! {
        <>
            <Search text={(*search).clone()} label={words.search} count={(words.n_rules)(rules.len())} {field} {on_search} />
            <div class="book-body" tabindex="-1">
                <p class="muted">{ words.intro }</p>
                if rules.is_empty() { <p>{ (words.none)(search.trim()) }</p> }
                { for words.parts.iter().map(|(letter, title)| {
                    let of_part = rules.iter().copied().filter(|rule| rule.code().starts_with(*letter));
                    part(title, of_part.collect(), chosen, &on, state.language)
                }) }
            </div>
        </>
    }
}

fn part(
    title: &'static str,
    rules: Vec<Rule>,
    chosen: Option<Rule>,
    on: &Callback<Action>,
    language: Language,
) -> Html {
    if rules.is_empty() {
        return Html::default();
    }
    html! {
        <section class="block">
            <h3 class="zone-title">{ title }</h3>
            <ul class="book-rules">
                { for rules.into_iter().map(|rule| entry(rule, chosen == Some(rule), on, language)) }
            </ul>
        </section>
    }
}

fn entry(rule: Rule, is_chosen: bool, on: &Callback<Action>, language: Language) -> Html {
    let code = rule.code();
    let onclick = stay(Route::Rules { code: code.to_owned() }, address(code), on);
    html! {
        <li class="book-rule" key={code} data-chosen={is_chosen.then_some("")}>
            <a class="rule-code" id={format!("rule-{code}")} href={address(code)}
                aria-current={is_chosen.then_some("true")} translate="no" {onclick}>{ code }</a>
            <div class="book-facts"><RuleFacts {rule} {language} /></div>
        </li>
    }
}
