//! The corpus is the rule book: every rule of the grammar, of conditions and of the decision has
//! its section, and every section has its rule.

use super::reader::Section;
use iam_sandbox::rule::{Confidence, Rule};
use iam_sandbox::text::{Language, dispute};
use std::collections::BTreeSet;

/// Finds what is wrong with the corpus as a whole.
type Check = fn(&[Section]) -> Vec<String>;

/// What is checked of the corpus as a whole, by name.
pub const CHECKS: &[(&str, Check)] = &[
    ("the corpus: every rule has one section", every_rule_has_one_section),
    ("the corpus: every section has a rule of the book", every_section_has_a_rule),
    ("the corpus: every section has a source and cases", every_section_has_a_source_and_cases),
    ("the corpus: every expected error is a rule of the book", every_error_is_a_rule),
    ("the book: disputed rules, and no others, say what is disputed", disputes_are_told),
];

/// Rules of parts A, B and C that a policy and a request cannot show, and where they are tested.
const EXEMPT: &[(&str, &str)] = &[
    ("A-70", "quotas are enforced by the operations that store policies"),
    ("C-1", "callers are authenticated before the evaluator is asked"),
];

fn every_rule_has_one_section(sections: &[Section]) -> Vec<String> {
    let mut problems = Vec::new();
    for rule in Rule::ALL.iter().map(|rule| rule.code()).filter(|code| code.starts_with(['A', 'B', 'C'])) {
        let own = sections.iter().filter(|section| section.rule() == rule && section.level == 2);
        let own: Vec<&str> = own.map(|section| &*section.place).collect();
        let has_aspect = sections.iter().any(|section| section.rule() == rule);
        let is_exempt = EXEMPT.iter().any(|(exempt, _)| *exempt == rule);
        match own.len() {
            0 if !has_aspect && !is_exempt => {
                problems.push(format!("{rule}: no heading in tests/corpus begins with it; write `## {rule} …`"));
            }
            _ if has_aspect && is_exempt => problems.push(format!("{rule}: has a section, so it needs no exemption")),
            2.. => problems.push(format!("{rule}: more than one section, at {}", own.join(" and "))),
            _ => {}
        }
    }
    let known: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.code()).collect();
    let unknown = EXEMPT.iter().filter(|(rule, _)| !known.contains(rule));
    problems.extend(unknown.map(|(rule, _)| format!("{rule}: exempt, but no rule of the book")));
    problems
}

/// An aspect (`###`) may be of a rule that the engine has no name for yet.
fn every_section_has_a_rule(sections: &[Section]) -> Vec<String> {
    let known: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.code()).collect();
    let is_known = |section: &&Section| section.level != 2 || known.contains(section.rule());
    let unknown = sections.iter().filter(|section| !is_known(section));
    unknown.map(|section| format!("{}: `{}` is not in src/rule.rs", section.place, section.rule())).collect()
}

fn every_section_has_a_source_and_cases(sections: &[Section]) -> Vec<String> {
    let mut problems = Vec::new();
    for (index, section) in sections.iter().enumerate() {
        if section.level == 2 && !section.has_source {
            problems.push(format!("{}: no line begins with `Source: `", section.place));
        }
        let has_aspects = sections.get(index + 1).is_some_and(|next| next.level == 3);
        let has_cases = !section.examples.is_empty() || section.cases.iter().any(|case| !case.rows.is_empty());
        let is_frame = section.level == 2 && has_aspects;
        if !has_cases && !is_frame {
            problems.push(format!("{}: no case", section.place));
        }
    }
    problems
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
