//! What learners are told: everything that was weighed, nothing that gives the answer away, in both languages.

use super::{N_SEEDS, all};
use iam_sandbox::eval::PolicyLayer;
use iam_sandbox::policy::pretty_value;
use iam_sandbox::practice::{
    Actor, Fact, GivenError, Item, ItemKind, Place, Reader, ResultsError, Sureness, Twist, VERDICTS,
};
use iam_sandbox::text::{Language, practice};
use std::collections::BTreeSet;

const LANGUAGES: [Language; 2] = [Language::English, Language::Spanish];

/// The end of a sentence, which the dots in names and addresses are not.
fn n_sentences(text: &str) -> usize {
    let inner = text.match_indices(['.', '?']).filter(|(at, _)| text[at + 1..].starts_with(' ')).count();
    inner + usize::from(text.ends_with(['.', '?']))
}

#[test]
fn prompts_are_one_or_two_short_sentences_in_both_languages() {
    for item in all(N_SEEDS) {
        let [english, spanish] = LANGUAGES.map(|language| practice::prompt(language, item));
        assert_ne!(english, spanish);
        for prompt in [english, spanish] {
            assert!((1..=2).contains(&n_sentences(&prompt)), "{prompt}");
            assert!(prompt.chars().count() <= 180, "{prompt}");
            assert!(!prompt.contains("arn:"), "{prompt}");
        }
    }
}

/// The documents that are shown of an item, in one form.
fn shown(item: &Item) -> BTreeSet<String> {
    let facts = item.facts.iter().map(|fact| practice::fact(Language::English, item, fact));
    let form = |document: Box<str>| pretty_value(&serde_json::from_str(&document).unwrap());
    facts.filter_map(|fact| fact.document).map(form).collect()
}

#[test]
fn every_policy_that_is_weighed_is_shown() {
    for item in all(N_SEEDS) {
        let shown = shown(item);
        for answer in item.answers() {
            let Some(check) = answer.deciding_check() else { continue };
            for applied in PolicyLayer::ALL.into_iter().flat_map(|layer| check.policies.layer(layer)) {
                let document = pretty_value(&serde_json::from_str(applied.policy.text()).unwrap());
                // Of a grant AWS shows no document; who may do what with it is told.
                let is_grant =
                    |fact: &Fact| matches!(fact, Fact::KmsGrant { name, .. } if applied.name.contains(&**name));
                let is_told = ["FullAWSAccess", "RCPFullAWSAccess"].contains(&&*applied.name)
                    || shown.contains(&document)
                    || item.facts.iter().any(is_grant);
                assert!(is_told, "{}: {} is not shown: {document}", item.id, applied.name);
            }
        }
    }
}

#[test]
fn facts_are_told_in_both_languages_and_do_not_give_the_answer_away() {
    let verdicts: Vec<&str> = LANGUAGES
        .into_iter()
        .flat_map(|language| VERDICTS.map(|verdict| practice::verdict(language, verdict)))
        .collect();
    for item in all(30) {
        for fact in &item.facts {
            let [english, spanish] = LANGUAGES.map(|language| practice::fact(language, item, fact));
            assert_ne!(english.text, spanish.text);
            assert_eq!(english.document, spanish.document);
            for text in [&english.text, &spanish.text] {
                assert!(!text.is_empty() && !verdicts.iter().any(|verdict| text.contains(verdict)), "{text}");
            }
        }
    }
}

#[test]
fn whoever_is_asked_about_has_a_name_of_their_own() {
    for item in all(N_SEEDS) {
        for language in LANGUAGES {
            let names: BTreeSet<String> =
                item.asked.who.iter().map(|who| practice::actor(language, item, who)).collect();
            assert_eq!(names.len(), item.asked.who.len(), "{names:?}");
        }
    }
    let item = all(1).next().unwrap();
    assert_ne!(
        practice::actor(Language::English, item, &Actor::Anonymous),
        practice::actor(Language::Spanish, item, &Actor::Anonymous)
    );
}

#[test]
fn reviews_say_what_is_right_and_why_others_are_not() {
    for item in all(N_SEEDS) {
        for language in LANGUAGES {
            let review = practice::review(language, item);
            assert!(review.right.ends_with('.'), "{}", review.right);
            assert_eq!(review.twists.len(), item.twists.len());
            assert_eq!(review.readers.len(), item.misled.len());
            let twists: BTreeSet<_> = review.twists.iter().collect();
            assert_eq!(twists.len(), review.twists.len(), "{}: a hint stands there twice", item.id);
        }
    }
}

/// Each of these has words of its own in both languages.
#[track_caller]
fn are_all_different<T: Copy>(all: &[T], say: impl Fn(Language, T) -> String) {
    for language in LANGUAGES {
        let texts: BTreeSet<String> = all.iter().map(|one| say(language, *one)).collect();
        assert_eq!(texts.len(), all.len(), "{texts:?}");
    }
    for one in all {
        assert_ne!(say(Language::English, *one), say(Language::Spanish, *one));
    }
}

#[test]
fn options_hints_and_errors_have_words_of_their_own() {
    are_all_different(&VERDICTS, |language, it| practice::verdict(language, it).into());
    are_all_different(&Place::ALL, |language, it| practice::place(language, it).into());
    are_all_different(Twist::ALL, |language, it| practice::twist(language, it).into());
    are_all_different(&Reader::ALL, |language, it| practice::reader(language, it).into());
    are_all_different(&[ItemKind::Predict, ItemKind::WhoCan], |language, it| practice::task(language, it).into());
    let sureness = [Sureness::Guess, Sureness::Half, Sureness::Sure];
    are_all_different(&sureness, |language, it| practice::sureness(language, it).into());
    let given = [GivenError::NoItem, GivenError::Answered, GivenError::Unfitting, GivenError::Earlier];
    are_all_different(&given, |language, it| practice::given_error(language, it).into());
    let results = [
        ResultsError::Cut,
        ResultsError::NotResults("x".into()),
        ResultsError::OtherFormat { found: 2 },
        ResultsError::OtherEdition { found: 9 },
        ResultsError::OtherItemVersion { index: 0, id: "x".into() },
        ResultsError::Edited,
        ResultsError::OtherItem { index: 0 },
        ResultsError::Answer { index: 0, error: GivenError::NoItem },
    ];
    let positions: Vec<usize> = (0..results.len()).collect();
    are_all_different(&positions, |language, at| practice::results_error(language, &results[at]));
}
