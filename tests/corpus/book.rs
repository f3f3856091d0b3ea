//! The corpus is the rule book: every rule has its section, and every section has its rule.

use super::reader::Section;
use iam_sandbox::rule::{Confidence, Rule};
use iam_sandbox::text::{Language, dispute, rule};
use std::collections::BTreeSet;
use std::path::Path;

/// Finds what is wrong with the corpus as a whole.
type Check = fn(&[Section]) -> Vec<String>;

/// What is checked of the corpus as a whole, by name.
pub const CHECKS: &[(&str, Check)] = &[
    ("the corpus: every rule has one section", every_rule_has_one_section),
    ("the corpus: every section has a rule of the book", every_section_has_a_rule),
    ("the corpus: every section names the source of its rule", sources_are_those_of_the_book),
    ("the corpus: every section has cases, or says what holds its rule", every_section_is_held),
    ("the corpus: every test that holds a rule is there", every_test_is_there),
    ("the corpus: every expected error is a rule of the book", every_error_is_a_rule),
    ("the book: disputed rules, and no others, say what is disputed", disputes_are_told),
    ("the book: every rule is one short sentence of its own, in both languages", sentences_are_short),
];

fn every_rule_has_one_section(sections: &[Section]) -> Vec<String> {
    let mut problems = Vec::new();
    for rule in Rule::ALL.iter().map(|rule| rule.code()) {
        let own = sections.iter().filter(|section| section.level == 2 && section.rule() == rule);
        match &*own.map(|section| &*section.place).collect::<Vec<_>>() {
            [] => problems.push(format!("{rule}: no heading in tests/corpus begins with it; write `## {rule} …`")),
            [_] => {}
            several => problems.push(format!("{rule}: more than one section, at {}", several.join(" and "))),
        }
    }
    problems
}

/// Aspects need no id; one that has an id has that of its section.
fn every_section_has_a_rule(sections: &[Section]) -> Vec<String> {
    let known: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.code()).collect();
    let mut problems = Vec::new();
    for section in sections {
        let rule = section.rule();
        let is_id = rule.split_once('-').is_some_and(|(part, number)| part.len() == 1 && number.parse::<u8>().is_ok());
        if section.level == 2 && !known.contains(rule) {
            problems.push(format!("{}: `{rule}` is not in src/rule.rs", section.place));
        }
        if section.level == 3 && is_id && section.parent.split(' ').next() != Some(rule) {
            problems.push(format!(
                "{}: an aspect of `{}`; rules have headings of two signs",
                section.place, section.parent
            ));
        }
    }
    problems
}

fn sources_are_those_of_the_book(sections: &[Section]) -> Vec<String> {
    let mut problems = Vec::new();
    for section in sections.iter().filter(|section| section.level == 2) {
        let source = Rule::ALL.iter().find(|rule| rule.code() == section.rule()).map_or("", |rule| rule.source());
        let is_named = section.source.split([',', ' ', ';']).any(|word| word.trim_end_matches('.') == source);
        if !is_named {
            problems.push(format!("{}: a line `Source: ` should name {source}", section.place));
        }
    }
    problems
}

fn every_section_is_held(sections: &[Section]) -> Vec<String> {
    let mut problems = Vec::new();
    for (index, section) in sections.iter().enumerate() {
        let has_aspects = sections.get(index + 1).is_some_and(|next| next.level == 3);
        let has_cases = !section.examples.is_empty() || section.cases.iter().any(|case| !case.rows.is_empty());
        let is_frame = section.level == 2 && has_aspects;
        if section.is_not_evaluated && (has_cases || is_frame || !section.held_by.is_empty()) {
            problems.push(format!("{}: not evaluated, and yet there is something to show it", section.place));
        }
        if !has_cases && !is_frame && !section.is_not_evaluated && section.held_by.is_empty() {
            problems.push(format!("{}: no case; write one, or `Held by: ` or `Not evaluated: `", section.place));
        }
    }
    problems
}

fn every_test_is_there(sections: &[Section]) -> Vec<String> {
    let mut sources = Vec::new();
    for folder in ["src", "tests"] {
        read_sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut sources);
    }
    let is_test = |name: &str| {
        let start = format!("fn {name}(");
        let declarations = sources.iter().filter_map(|text| text.split_once(&start));
        let attributes = |before: &str| before.rsplit('}').next().unwrap_or_default().contains("#[test]");
        declarations.into_iter().any(|(before, _)| attributes(before))
    };
    let named = sections.iter().flat_map(|section| section.held_by.iter().map(move |name| (section, name)));
    let missing = named.filter(|(_, name)| !is_test(name));
    missing.map(|(section, name)| format!("{}: no test is called `{name}`", section.place)).collect()
}

fn read_sources(folder: &Path, sources: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_sources(&path, sources);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            sources.push(std::fs::read_to_string(&path).unwrap());
        }
    }
}

fn every_error_is_a_rule(sections: &[Section]) -> Vec<String> {
    let known: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.code()).collect();
    let documents = sections.iter().flat_map(|section| &section.examples);
    let errors = documents.flat_map(|document| document.errors.iter().map(move |error| (document, error)));
    let unknown = errors.filter(|(_, error)| !known.contains(&*error.rule));
    unknown.map(|(document, error)| format!("{}: `{}` is not in src/rule.rs", document.place, error.rule)).collect()
}

fn disputes_are_told(_: &[Section]) -> Vec<String> {
    let mut problems = Vec::new();
    for rule in Rule::ALL {
        let is_disputed = rule.confidence() == Confidence::Disputed;
        for language in [Language::English, Language::Spanish] {
            if dispute(*rule, language).is_some() != is_disputed {
                problems.push(format!("{rule} is {:?}; src/text/disputes_{}.rs", rule.confidence(), language.code()));
            }
        }
    }
    problems
}

/// Characters that a sentence of the book may have, so that it fits beside a station.
const MAX_SENTENCE: usize = 140;

fn sentences_are_short(_: &[Section]) -> Vec<String> {
    let mut problems = Vec::new();
    let mut seen = BTreeSet::new();
    for language in [Language::English, Language::Spanish] {
        for it in Rule::ALL {
            let text = rule(language, *it);
            let is_one = text.ends_with('.') && !text.contains(". ") && text.chars().count() <= MAX_SENTENCE;
            if !is_one || !seen.insert(text) {
                problems.push(format!("{it} in src/text/rules_{}.rs: `{text}`", language.code()));
            }
        }
    }
    problems
}
