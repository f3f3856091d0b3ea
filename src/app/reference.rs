//! What one looks up beside the rules: addresses, what is fetched, and the search in it.
//!
//! `#/reference/order` is the order of evaluation, `#/cards/K10` a myth card, `#/glossary/trust-policy` a word.

use super::fetch::{self, FetchError, Loading};
use super::learn;
use super::rules::has_words;
use super::shared::Shared;
use iam_sandbox::lessons::reference::{Bilingual, Card, Term};
use iam_sandbox::lessons::{Inline, plain};
use iam_sandbox::text::Language;
use serde::de::DeserializeOwned;

/// A place in the reference.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Place {
    /// The order of evaluation, at a section, which may be none.
    Order(String),
    /// The myth cards, at one of them, which may be none.
    Cards(String),
    /// The glossary, at a term, which may be none.
    Glossary(String),
}

const ORDER: &str = "#/reference/order";
const CARDS: &str = "#/cards";
const GLOSSARY: &str = "#/glossary";

/// The fragment that shows a place.
#[must_use]
pub fn address(place: &Place) -> String {
    let (prefix, id) = match place {
        Place::Order(id) => (ORDER, id),
        Place::Cards(id) => (CARDS, id),
        Place::Glossary(id) => (GLOSSARY, id),
    };
    if id.is_empty() { prefix.to_owned() } else { format!("{prefix}/{id}") }
}

/// The place that a fragment names; nothing if it is of something else.
#[must_use]
pub fn place_in(fragment: &str) -> Option<Place> {
    if fragment == "#/reference" {
        return Some(Place::Order(String::new()));
    }
    let at = |prefix| {
        let rest = fragment.strip_prefix(prefix)?;
        if rest.is_empty() { Some(String::new()) } else { rest.strip_prefix('/').map(str::to_owned) }
    };
    at(ORDER).map(Place::Order).or_else(|| at(CARDS).map(Place::Cards)).or_else(|| at(GLOSSARY).map(Place::Glossary))
}

/// Whether a link in a text leads to a place of this page that texts may name.
#[must_use]
pub fn is_inside(address: &str) -> bool {
    place_in(address).is_some()
        || super::rules::code_in(address).is_some()
        || learn::lesson_in(address).is_some_and(|id| !id.is_empty())
}

/// Fetches a file of the reference.
pub async fn fetch<T: DeserializeOwned>(name: &str) -> Loading<Shared<T>> {
    match fetch::text(&format!("lessons/{name}")).await {
        Ok(text) => match iam_sandbox::json::read(&text) {
            Ok(found) => Loading::Ready(Shared::new(found)),
            Err(_) => Loading::Failed(FetchError::Missing),
        },
        Err(error) => Loading::Failed(error),
    }
}

/// One of two texts.
#[must_use]
pub fn of<T>(both: &Bilingual<T>, language: Language) -> &T {
    match language {
        Language::English => &both.en,
        Language::Spanish => &both.es,
    }
}

/// One of two lines.
#[must_use]
pub fn line(both: &Bilingual<Vec<Inline>>, language: Language) -> &[Inline] {
    of::<Vec<Inline>>(both, language)
}

/// Whether a card has every word of a search.
#[must_use]
pub fn card_has(card: &Card, search: &str, language: Language) -> bool {
    let text = of(&card.text, language);
    let all = [&*card.id, &plain(&text.belief), &plain(&text.why), &plain(&text.today)].join(" ");
    has_words(search, &all)
}

/// Whether a term has every word of a search.
#[must_use]
pub fn term_has(term: &Term, search: &str, language: Language) -> bool {
    let gloss = if language == Language::Spanish { &*term.spanish } else { "" };
    has_words(search, &[&*term.term, gloss, &plain(line(&term.text, language))].join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_has_an_address_that_leads_back_to_it() {
        for id in ["", "K10", "trust-policy"] {
            for place in [Place::Order(id.into()), Place::Cards(id.into()), Place::Glossary(id.into())] {
                assert_eq!(place_in(&address(&place)), Some(place));
            }
        }
        assert_eq!(place_in("#/reference"), Some(Place::Order(String::new())));
    }

    #[test]
    fn other_fragments_are_not_of_the_reference() {
        for fragment in ["", "#/rules/C-13", "#/cardsX", "#/reference/none", "#/learn/L01", "#/open/1/abc"] {
            assert_eq!(place_in(fragment), None, "{fragment}");
        }
    }

    #[test]
    fn texts_lead_to_places_of_the_page_and_nowhere_else() {
        for address in ["#/rules/C-1", "#/cards/K1", "#/glossary/role", "#/learn/L15", "#/reference/order"] {
            assert!(is_inside(address), "{address}");
        }
        for address in ["#/open/1/abc", "javascript:alert(1)", "#/learn", "http://example.com/#/cards/K1"] {
            assert!(!is_inside(address), "{address}");
        }
    }
}
