//! What an item shows of its world: short lines, and documents as they are written.

use crate::app::components::document_text::DocumentText;
use crate::app::components::problems::in_code;
use iam_sandbox::practice::Item;
use iam_sandbox::text::Language;
use iam_sandbox::text::practice::{ShownFact, fact};
use yew::prelude::*;

/// The facts of an item, in the order in which they are read.
pub fn facts(item: &Item, language: Language, title: &'static str) -> Html {
    let shown = item.facts.iter().map(|it| fact(language, item, it));
    html! {
        <section class="practice-facts" aria-labelledby="practice-facts">
            <h4 class="zone-title" id="practice-facts">{ title }</h4>
            <ul class="practice-list">{ for shown.map(|it| html! { <li>{ one(&it) }</li> }) }</ul>
        </section>
    }
}

fn one(fact: &ShownFact) -> Html {
    html! {
        <>
            <p class={classes!(fact.document.is_some().then_some("document-name"))}>{ in_code(&fact.text) }</p>
            if let Some(document) = &fact.document {
                <DocumentText text={AttrValue::from(document.to_string())} label={AttrValue::from(fact.text.clone())} />
            }
        </>
    }
}
