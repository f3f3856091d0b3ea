//! Sets, sittings and what answers are worth.

use super::{all, made};
use iam_sandbox::clock::Timestamp;
use iam_sandbox::eval::Decision;
use iam_sandbox::practice::{
    FOR_VERDICT, FULL, Given, GivenError, Item, ItemKind, Place, Response, Right, Set, Sitting, Sureness, TEN, Topic,
    VERDICTS, item, points,
};
use std::collections::BTreeSet;

pub fn start() -> Timestamp {
    Timestamp::parse("2026-11-22T18:00:00Z").unwrap()
}

pub fn right(item: &Item) -> Response {
    match item.right() {
        Right::Predict(verdict, place) => Response::Predict { verdict: *verdict, place: *place },
        Right::WhoCan(may) => Response::WhoCan(may.clone()),
    }
}

/// An answer that is wrong in every part.
pub fn wrong(item: &Item) -> Response {
    match item.right() {
        Right::Predict(verdict, place) => Response::Predict {
            verdict: *VERDICTS.iter().find(|other| *other != verdict).unwrap(),
            place: *Place::ALL.iter().find(|other| *other != place).unwrap(),
        },
        Right::WhoCan(may) => {
            Response::WhoCan(item.asked.who.iter().filter(|who| !may.contains(who)).cloned().collect())
        }
    }
}

pub fn given(response: Response, seconds: i64) -> Given {
    Given { response, sureness: None, at: start().plus_seconds(seconds) }
}

#[test]
fn a_prediction_is_worth_sixty_and_forty() {
    let item = made("three-answers", 1, 0);
    let Right::Predict(verdict, place) = *item.right() else { panic!("a prediction") };
    let Response::Predict { verdict: other_verdict, place: other_place } = wrong(&item) else { panic!("the same") };
    let worth = |verdict, place| points(&item, &Response::Predict { verdict, place });
    assert_eq!(worth(verdict, place), FULL);
    assert_eq!(worth(verdict, other_place), FOR_VERDICT);
    assert_eq!(worth(other_verdict, place), FULL - FOR_VERDICT);
    assert_eq!(worth(other_verdict, other_place), 0);
    assert_eq!((FULL, FOR_VERDICT), (100, 60));
    assert_eq!(points(&item, &Response::WhoCan(BTreeSet::new())), 0);
}

#[test]
fn who_may_is_worth_what_the_sets_have_in_common() {
    let item =
        all(60).find(|item| matches!(item.right(), Right::WhoCan(may) if may.len() == 2 && item.asked.who.len() == 4));
    let item = item.unwrap();
    let Right::WhoCan(may) = item.right() else { panic!("who may") };
    let mut may_not = item.asked.who.iter().filter(|who| !may.contains(who));
    let (one, mut three) = (may.iter().take(1).cloned().collect::<BTreeSet<_>>(), may.clone());
    three.insert(may_not.next().unwrap().clone());
    assert_eq!(points(item, &Response::WhoCan(may.clone())), 100);
    assert_eq!(points(item, &Response::WhoCan(one)), 50);
    assert_eq!(points(item, &Response::WhoCan(three)), 67);
    assert_eq!(points(item, &Response::WhoCan(item.asked.who.iter().cloned().collect())), 50);
    assert_eq!(points(item, &Response::WhoCan(BTreeSet::new())), 0);
}

#[test]
fn sets_of_ten_have_ten_different_items_on_the_topics_chosen() {
    let topics = [Topic::L07, Topic::L13, Topic::L24];
    let set = Set::of_ten(5, &topics);
    let items: Vec<Item> = (0..TEN).map(|index| set.item(index).unwrap()).collect();
    assert_eq!(set.item(TEN), None);
    assert!(topics.iter().all(|topic| items.iter().filter(|item| item.topic == *topic).count() >= 3));
    let ids: BTreeSet<_> = items.iter().map(|item| &item.id).collect();
    assert_eq!(ids.len(), TEN);
    assert!(items.iter().all(|made| item(&made.id).as_ref() == Some(made)));
    assert_ne!(Set::of_ten(6, &topics).item(0).unwrap().id, items[0].id);
    let of_all: BTreeSet<Topic> = (0..TEN).map(|index| Set::of_ten(9, &[]).item(index).unwrap().topic).collect();
    assert_eq!(of_all.len(), TEN, "ten topics of all");
}

#[test]
fn endless_sets_have_an_item_on_their_topic_at_every_position() {
    for topic in Topic::ALL {
        let set = Set::endless(*topic, 11);
        let items: Vec<Item> = (0..6).map(|index| set.item(index).unwrap()).collect();
        assert!(items.iter().all(|item| item.topic == *topic));
        let templates: BTreeSet<_> = items.iter().map(|item| item.id.template.clone()).collect();
        let expected = iam_sandbox::practice::templates().filter(|(_, _, of)| of == topic).count();
        assert_eq!(templates.len(), expected, "{topic:?}: every template has its turn");
    }
}

#[test]
fn a_sitting_takes_each_answer_once_and_counts() {
    let mut sitting = Sitting::new(Set::of_ten(3, &[]), start());
    assert_eq!(sitting.score().percent(), Some(0));
    let items = sitting.items().to_vec();
    assert_eq!(items.len(), TEN);
    assert_eq!(sitting.answer(0, given(right(&items[0]), 10)), Ok(()));
    assert_eq!(sitting.answer(0, given(right(&items[0]), 11)), Err(GivenError::Answered));
    assert_eq!(sitting.answer(1, given(right(&items[1]), 5)), Err(GivenError::Earlier));
    assert_eq!(sitting.answer(TEN, given(right(&items[1]), 12)), Err(GivenError::NoItem));
    let sure = Given { sureness: Some(Sureness::Sure), ..given(wrong(&items[2]), 20) };
    assert_eq!(sitting.answer(2, sure), Ok(()));
    let score = sitting.score();
    assert_eq!((score.total(), score.full(), score.percent()), (100, 1000, Some(10)));
    assert_eq!(score.points[..3], [Some(100), None, Some(0)]);
    assert_eq!(score.sure_and_wrong, [2]);
}

#[test]
fn answers_that_do_not_fit_are_refused() {
    let mut sitting = Sitting::new(Set::of_ten(3, &[]), start());
    let kinds: Vec<ItemKind> = sitting.items().iter().map(|item| item.kind).collect();
    let at = |kind| kinds.iter().position(|it| *it == kind).unwrap();
    let (predict, who_can) = (at(ItemKind::Predict), at(ItemKind::WhoCan));
    let nobody = Response::WhoCan(BTreeSet::new());
    let cannot_say = Response::Predict { verdict: Decision::CannotSay, place: Place::Identity };
    let stranger = Response::WhoCan(BTreeSet::from([iam_sandbox::practice::Actor::Anonymous]));
    assert_eq!(sitting.answer(predict, given(nobody.clone(), 1)), Err(GivenError::Unfitting));
    assert_eq!(sitting.answer(predict, given(cannot_say, 1)), Err(GivenError::Unfitting));
    assert_eq!(sitting.answer(who_can, given(stranger, 1)), Err(GivenError::Unfitting));
    assert_eq!(sitting.answer(who_can, given(nobody, 1)), Ok(()));
}

#[test]
fn an_endless_sitting_goes_on_and_one_of_ten_does_not() {
    let mut sitting = Sitting::new(Set::endless(Topic::L08, 1), start());
    assert_eq!(sitting.items().len(), 1);
    assert!(sitting.go_on() && sitting.go_on());
    assert_eq!((sitting.items().len(), sitting.given().len()), (3, 3));
    assert!(!Sitting::new(Set::of_ten(1, &[Topic::L01]), start()).go_on());
}

/// What decides a prediction.
fn place(item: &Item) -> Option<Place> {
    match item.right() {
        Right::Predict(_, place) => Some(*place),
        Right::WhoCan(_) => None,
    }
}

#[test]
fn topics_name_the_places_that_decide_their_items() {
    for topic in Topic::ALL {
        let of_topic = all(super::N_SEEDS).filter(|item| item.topic == *topic);
        let found: BTreeSet<Place> = of_topic.filter_map(place).collect();
        let named: BTreeSet<Place> = topic.places().iter().copied().collect();
        assert!(found.is_empty() || found == named, "{topic:?}: {found:?}");
    }
}

#[test]
fn sets_are_spread_over_the_places_of_a_topic() {
    const N_ITEMS: usize = 48;
    for topic in Topic::ALL.iter().filter(|topic| topic.places().len() > 1) {
        let set = Set::endless(*topic, 2);
        let found: Vec<Place> = (0..N_ITEMS).filter_map(|index| place(&set.item(index).unwrap())).collect();
        for one in topic.places() {
            let share = 100 * found.iter().filter(|place| *place == one).count() / found.len();
            let most = 100 / topic.places().len() + 15;
            assert!(share <= most, "{topic:?}: {share} in a hundred are decided by {one:?}");
        }
    }
}

#[test]
fn naming_one_place_each_time_does_not_pay_in_sets_of_all_topics() {
    let sets = (0..12).map(|seed| Set::of_ten(seed, &[]));
    let items: Vec<Item> = sets.flat_map(|set| (0..TEN).filter_map(move |index| set.item(index))).collect();
    let found: Vec<Place> = items.iter().filter_map(place).collect();
    let n_identity = found.iter().filter(|place| **place == Place::Identity).count();
    assert!(3 * n_identity <= 2 * found.len(), "{n_identity} of {} are decided by identity policies", found.len());
}
