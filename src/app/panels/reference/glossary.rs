//! The glossary: AWS's words, each with what it means; where a text names another, it leads there.

use super::search::Search;
use super::{stay, use_focus};
use crate::app::panels::lesson::prose::inlines;
use crate::app::reference::{Place, address, line, term_has};
use crate::app::shared::Shared;
use crate::app::store::{Action, Route, use_dispatch};
use crate::app::strings::strings;
use iam_sandbox::lessons::reference::Term;
use iam_sandbox::text::Language;
use yew::prelude::*;

/// Props of [`Glossary`].
#[derive(Clone, PartialEq, Properties)]
pub struct GlossaryProps {
    /// The terms.
    pub terms: Shared<Vec<Term>>,
    /// The one in the address, which may be none.
    pub id: AttrValue,
    /// The language.
    pub language: Language,
}

/// The glossary.
#[component]
pub fn Glossary(props: &GlossaryProps) -> Html {
    let dispatch = use_dispatch();
    let words = &strings(props.language).reference;
    let is_term = props.terms.iter().any(|term| *term.id == *props.id);
    // What is no term is searched.
    let search = use_state(|| if is_term { String::new() } else { props.id.to_string() });
    let field = use_node_ref();
    {
        // A term that was named in the text of another must be seen, whatever was searched.
        let search = search.setter();
        use_effect_with(props.id.clone(), move |_| {
            if is_term {
                search.set(String::new());
            }
        });
    }
    use_focus(is_term.then(|| format!("term-{}", props.id)), &field);
    let on = Callback::from(move |action: Action| dispatch.dispatch(action));
    let on_search = {
        let search = search.setter();
        Callback::from(move |text| search.set(text))
    };
    let found: Vec<&Term> = props.terms.iter().filter(|term| term_has(term, &search, props.language)).collect();
    html! {
        <>
            <Search text={(*search).clone()} label={words.search} count={(words.n_terms)(found.len())} {field} {on_search} />
            <div class="book-body" tabindex="-1">
                <p class="muted">{ words.glossary_intro }</p>
                if found.is_empty() {
                    <p>{ (words.none)(search.trim()) }</p>
                } else {
                    <ul class="book-rules">{ for found.into_iter().map(|term| entry(term, props, &on)) }</ul>
                }
            </div>
        </>
    }
}

fn entry(term: &Term, props: &GlossaryProps, on: &Callback<Action>) -> Html {
    let is_chosen = *term.id == *props.id;
    let place = Place::Glossary(term.id.to_string());
    let href = address(&place);
    let onclick = stay(Route::Reference(place), href.clone(), on);
    html! {
        <li class="book-rule term" key={term.id.to_string()} data-chosen={is_chosen.then_some("")}>
            <h3 class="term-name">
                <a class="lesson-link" id={format!("term-{}", term.id)} {href} lang="en" translate="no"
                    aria-current={is_chosen.then_some("true")} {onclick}>{ term.term.to_string() }</a>
                if props.language == Language::Spanish {
                    { " " }<span class="term-gloss">{ term.spanish.to_string() }</span>
                }
            </h3>
            <div class="prose"><p>{ inlines(line(&term.text, props.language)) }</p></div>
        </li>
    }
}
