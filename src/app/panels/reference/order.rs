//! The order of evaluation: the stations as a list, and what changes with who asks.

use super::use_focus;
use crate::app::panels::lesson::prose::{blocks, inlines};
use crate::app::reference::of;
use crate::app::shared::Shared;
use crate::app::strings::{ReferenceStrings, strings};
use iam_sandbox::eval::Station;
use iam_sandbox::lessons::reference::{Bilingual, Heading, Page, PageSection, Power};
use iam_sandbox::text::{self, Language};
use yew::prelude::*;

/// Props of [`Order`].
#[derive(Clone, PartialEq, Properties)]
pub struct OrderProps {
    /// The page.
    pub order: Shared<Bilingual<Page>>,
    /// The section in the address, which may be none.
    pub id: AttrValue,
    /// The language.
    pub language: Language,
}

/// The page.
#[component]
pub fn Order(props: &OrderProps) -> Html {
    let words = &strings(props.language).reference;
    let page = of(&props.order, props.language);
    let title = use_node_ref();
    let is_section = page.sections.iter().any(|section| *section.id == *props.id);
    use_focus(is_section.then(|| format!("order-{}", props.id)), &title);
    let stations = page.sections.iter().filter_map(|section| match &section.heading {
        Heading::Station { station, powers } => Some((section, *station, powers.as_slice())),
        Heading::Text(_) => None,
    });
    let others = page.sections.iter().filter(|section| matches!(section.heading, Heading::Text(_)));
    let is_chosen = |section: &PageSection| *section.id == *props.id;
    html! {
        <div class="book-body" tabindex="-1">
            <div>
                <h3 class="page-title" ref={title} tabindex="-1">{ inlines(&page.title) }</h3>
                <p>{ inlines(&page.intro) }</p>
            </div>
            <ol class="book-rules">
                { for stations.map(|(section, station, powers)| {
                    entry(section, station, powers, is_chosen(section), words, props.language)
                }) }
            </ol>
            { for others.map(|section| html! {
                <section class="block page-section" key={section.id.to_string()}
                    data-chosen={is_chosen(section).then_some("")}>
                    <h3 class="page-title" id={format!("order-{}", section.id)} tabindex="-1">{ heading(section) }</h3>
                    <div class="prose">{ blocks(&section.body) }</div>
                </section>
            }) }
        </div>
    }
}

fn heading(section: &PageSection) -> Html {
    match &section.heading {
        Heading::Text(title) => inlines(title),
        Heading::Station { .. } => Html::default(),
    }
}

fn entry(
    section: &PageSection,
    station: Station,
    powers: &[Power],
    is_chosen: bool,
    words: &ReferenceStrings,
    language: Language,
) -> Html {
    let power = |power: &Power| {
        let (name, word) = match power {
            Power::Deny => ("deny", words.can_deny),
            Power::Limit => ("limit", words.can_limit),
            Power::Grant => ("grant", words.can_grant),
        };
        html! { <li class="power" data-power={name}>{ word }</li> }
    };
    html! {
        <li class="book-rule page-station" key={section.id.to_string()} data-chosen={is_chosen.then_some("")}>
            <span class="station-number" aria-hidden="true">{ station.number() }</span>
            <div class="book-facts">
                <div class="page-station-head">
                    <h4 class="page-station-name" id={format!("order-{}", section.id)} tabindex="-1">
                        <span class="vh">{ station.number() }{ " " }</span>{ text::station(language, station) }
                    </h4>
                    if !powers.is_empty() {
                        <ul class="powers" aria-label={words.powers}>{ for powers.iter().map(power) }</ul>
                    }
                </div>
                <div class="prose">{ blocks(&section.body) }</div>
            </div>
        </li>
    }
}
