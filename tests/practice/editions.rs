//! Editions: sets that were given out stay what they were when topics and templates are added.
//!
//! `first-edition.results.json` and `first-edition.txt`, which the page's tests read, were written before there was a
//! second edition. They are never written anew.

use super::files::forged;
use super::sittings::start;
use iam_sandbox::practice::{
    Edition, Item, Length, ResultsError, Set, Sitting, TEN, Topic, recompute, replay, results, templates,
};
use std::collections::BTreeSet;

const OF_FIRST: &str = include_str!("first-edition.results.json");

#[test]
fn a_file_of_the_first_edition_is_replayed_as_it_was_written() {
    let sitting = replay(OF_FIRST).unwrap();
    assert_eq!((sitting.set().edition, &sitting.set().length), (Edition::FIRST, &Length::Ten(Vec::new())));
    // Right and wrong in turn, six of ten.
    let points: Vec<_> = sitting.score().points;
    assert_eq!(points[..6], [100, 0, 100, 0, 100, 0].map(Some));
    assert_eq!(points[6..], [None; 4]);
    assert_eq!(results(&sitting), OF_FIRST);
}

#[test]
fn all_topics_are_those_of_the_edition() {
    let items = |edition: Edition| -> BTreeSet<Topic> {
        let sets = (0..40).map(|seed| Set { edition, ..Set::of_ten(seed, &[]) });
        sets.flat_map(|set| (0..TEN).filter_map(move |index| Some(set.item(index)?.topic))).collect()
    };
    for number in 1..=Edition::NEWEST.number() {
        let edition = Edition::of(number.into()).unwrap();
        assert_eq!(items(edition), edition.topics().into_iter().collect());
    }
    assert_eq!(Edition::FIRST.topics().len(), 15);
    assert_eq!(Edition::NEWEST.topics(), Topic::ALL, "every topic has a template");
    assert_eq!(Edition::NEWEST, Edition::of(Edition::NEWEST.number().into()).unwrap());
}

#[test]
fn an_edition_has_what_the_ones_before_it_have() {
    for number in 2..=Edition::NEWEST.number() {
        let [before, edition] = [number - 1, number].map(|number| Edition::of(number.into()).unwrap());
        assert!(before.topics().iter().all(|topic| edition.has(*topic)));
        assert!(before.topics().len() < edition.topics().len());
    }
    assert!(templates().count() > Edition::FIRST.topics().len());
}

#[test]
fn the_edition_is_in_the_file_unless_it_is_the_first() {
    let file = |edition| results(&Sitting::new(Set { edition, ..Set::of_ten(3, &[Topic::L07]) }, start()));
    assert!(!file(Edition::FIRST).contains("edition"));
    let second = file(Edition::SECOND);
    assert_eq!(replay(&second).unwrap().set().edition, Edition::SECOND);
    let edited = second.replacen("\"edition\": 2", "\"edition\": 1", 1);
    assert_ne!(edited, second);
    assert_eq!(recompute(&edited), Err(ResultsError::Edited));
    let later = forged(&second, "\"edition\": 2", "\"edition\": 60000");
    assert_eq!(recompute(&later), Err(ResultsError::OtherEdition { found: 60_000 }));
}

#[test]
fn a_set_has_no_items_of_later_editions() {
    let later = Topic::ALL.iter().find(|topic| !Edition::FIRST.has(**topic)).unwrap();
    let set = Set { edition: Edition::FIRST, ..Set::endless(*later, 1) };
    assert_eq!(set.item(0), None::<Item>);
    assert_eq!(Edition::FIRST.with(&[*later]), Edition::SECOND);
    assert_eq!(Edition::FIRST.with(&[Topic::L07]), Edition::FIRST);
}
