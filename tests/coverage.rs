//! The project data around the lessons: which statements they cover, the myth cards, the glossary.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test program: a panic is how it reports")]

use iam_sandbox::api::{Sandbox, Scenario};
use iam_sandbox::cli::{Terminal, script};
use iam_sandbox::lessons::goal::Goal;
use iam_sandbox::lessons::{Attempt, Status, status};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Coverage {
    #[expect(dead_code, reason = "is there to be read")]
    about: String,
    #[expect(dead_code, reason = "is there to be read")]
    reviewed: String,
    statements: Vec<Statement>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Statement {
    id: String,
    en: String,
    es: String,
    verdict: Verdict,
    corrections: Vec<String>,
    lessons: BTreeSet<String>,
}

#[derive(Deserialize, PartialEq, Eq, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum Verdict {
    Ok,
    Imprecise,
    Wrong,
    Outdated,
    Fact,
}

#[derive(Deserialize)]
struct Lesson {
    id: String,
    claims: BTreeSet<String>,
    cards: BTreeSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cards {
    card: Vec<Card>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Card {
    id: String,
    lessons: BTreeSet<String>,
    #[expect(dead_code, reason = "only its values are checked")]
    bet: Bet,
    world: Option<String>,
    #[serde(default)]
    setup: String,
    #[serde(default)]
    play: String,
    ask: Option<String>,
    expect: Option<String>,
    source: String,
    en: Belief,
    es: Belief,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Bet {
    True,
    False,
    Depends,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_field_names, reason = "as the files have it")]
struct Belief {
    belief: String,
    why: String,
    today: String,
}

#[derive(Deserialize)]
struct World {
    built: String,
    start: String,
    seed: String,
    accounts: Vec<toml::Table>,
    build: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Glossary {
    term: Vec<Term>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_field_names, reason = "as the files have it")]
struct Term {
    term: String,
    es_name: String,
    en: String,
    es: String,
}

fn www(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("www").join(path)
}

fn read(path: &str) -> String {
    std::fs::read_to_string(www(path)).unwrap()
}

fn statements() -> BTreeMap<String, Statement> {
    let coverage: Coverage = serde_json::from_str(&read("lessons/coverage.json")).unwrap();
    let count = coverage.statements.len();
    let by_id: BTreeMap<_, _> = coverage.statements.into_iter().map(|it| (it.id.clone(), it)).collect();
    assert_eq!(by_id.len(), count, "a statement stands twice");
    by_id
}

fn lessons() -> Vec<Lesson> {
    let folders = std::fs::read_dir(www("lessons")).unwrap().map(|entry| entry.unwrap().path());
    let files = folders.map(|folder| folder.join("lesson.toml")).filter(|file| file.exists());
    let lessons: Vec<Lesson> =
        files.map(|file| toml::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()).collect();
    assert!(!lessons.is_empty());
    lessons
}

fn cards() -> BTreeMap<String, Card> {
    let cards: Cards = toml::from_str(&read("lessons/cards.toml")).unwrap();
    let count = cards.card.len();
    let by_id: BTreeMap<_, _> = cards.card.into_iter().map(|card| (card.id.clone(), card)).collect();
    assert_eq!(by_id.len(), count, "a card stands twice");
    by_id
}

#[test]
fn every_statement_is_said_in_both_languages_and_corrected_where_it_does_not_hold() {
    for (id, statement) in statements() {
        assert!(!statement.en.is_empty() && !statement.es.is_empty() && statement.en != statement.es, "{id}");
        let holds = matches!(statement.verdict, Verdict::Ok | Verdict::Fact);
        assert!(holds || !statement.corrections.is_empty(), "{id} does not hold and has no correction");
    }
}

#[test]
fn a_lesson_claims_exactly_the_statements_that_are_left_to_it() {
    let statements = statements();
    for lesson in lessons() {
        let left: BTreeSet<_> =
            statements.values().filter(|it| it.lessons.contains(&lesson.id)).map(|it| it.id.clone()).collect();
        assert_eq!(lesson.claims, left, "{}", lesson.id);
    }
}

#[test]
fn cards_and_lessons_name_each_other_and_every_correction_of_a_claim_has_a_card() {
    let (cards, statements) = (cards(), statements());
    for lesson in lessons() {
        let back: BTreeSet<_> =
            cards.values().filter(|card| card.lessons.contains(&lesson.id)).map(|card| card.id.clone()).collect();
        assert_eq!(lesson.cards, back, "{}", lesson.id);
        for correction in lesson.claims.iter().flat_map(|claim| &statements[claim].corrections) {
            let is_card = correction.starts_with('K');
            assert!(!is_card || cards.contains_key(correction), "{}: no card {correction}", lesson.id);
        }
    }
}

#[test]
fn the_request_of_a_card_settles_its_bet() {
    for card in cards().values() {
        let texts = [&card.en, &card.es].map(|it| [&it.belief, &it.why, &it.today]);
        assert!(texts.iter().flatten().all(|text| !text.is_empty()), "{}", card.id);
        assert!(card.source.starts_with("https://docs.aws.amazon.com/"), "{}", card.id);
        let (world, ask, expect) = match (&card.world, &card.ask, &card.expect) {
            (Some(world), Some(ask), Some(expect)) => (world, ask, expect),
            (None, None, None) => continue,
            _ => panic!("{}: half a request", card.id),
        };
        let world: World = toml::from_str(&read(&format!("worlds/{world}.toml"))).unwrap();
        let mut scenario: Scenario = serde_json::from_value(serde_json::json!({
            "id": card.id, "built": world.built, "start": world.start, "seed": world.seed,
            "accounts": world.accounts, "build": [],
        }))
        .unwrap();
        let lines = format!("{}\n{}", world.build, card.setup);
        scenario.build = script::build(&lines, &scenario).unwrap_or_else(|error| panic!("{}: {error:?}", card.id));
        let mut attempt = Attempt::new(Sandbox::new(scenario));
        let mut terminal = Terminal::of(&attempt.now);
        let lines = format!("{}\n{}\n", card.play, ask);
        script::play(&lines, &mut attempt.now, &mut terminal).unwrap_or_else(|error| panic!("{}: {error:?}", card.id));
        let expected = Goal::parse(expect).unwrap();
        assert_eq!(status(&expected, &attempt), Status::Met, "{}", card.id);
    }
}

#[test]
fn the_glossary_is_in_order_and_in_both_languages() {
    let glossary: Glossary = toml::from_str(&read("lessons/glossary.toml")).unwrap();
    let names: Vec<_> = glossary.term.iter().map(|it| it.term.to_lowercase()).collect();
    assert!(names.windows(2).all(|pair| pair[0] < pair[1]), "{names:?}");
    for it in &glossary.term {
        assert!([&it.es_name, &it.en, &it.es].iter().all(|text| !text.is_empty()), "{}", it.term);
    }
}
