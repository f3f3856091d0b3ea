//! The addresses of the rule book, `#/rules` and `#/rules/C-13`, and the search in it.

use iam_sandbox::rule::Rule;
use iam_sandbox::text::{self, Language};

/// What the fragments of the book begin with.
const PREFIX: &str = "#/rules";

/// The fragment that shows a rule; of the whole book without a code.
#[must_use]
pub fn address(code: &str) -> String {
    if code.is_empty() { PREFIX.to_owned() } else { format!("{PREFIX}/{code}") }
}

/// The code that a fragment of the book names, which may be none or no rule; nothing if it is of
/// something else.
#[must_use]
pub fn code_in(fragment: &str) -> Option<&str> {
    let rest = fragment.strip_prefix(PREFIX)?;
    if rest.is_empty() { Some("") } else { rest.strip_prefix('/') }
}

/// The rule with a code, however its letter is written.
#[must_use]
pub fn rule_of(code: &str) -> Option<Rule> {
    Rule::ALL.iter().copied().find(|rule| rule.code().eq_ignore_ascii_case(code.trim()))
}

/// The rules that have every word of a search: in the code, the sentence, the source or the dispute.
#[must_use]
pub fn found(search: &str, language: Language) -> Vec<Rule> {
    if let Some(rule) = rule_of(search) {
        return vec![rule];
    }
    let has_all = |rule: &Rule| {
        let dispute = text::dispute(*rule, language).unwrap_or_default();
        let confidence = text::confidence(language, rule.confidence());
        let all = [rule.code(), text::rule(language, *rule), rule.source(), confidence, dispute].join(" ");
        has_words(search, &all)
    };
    Rule::ALL.iter().copied().filter(has_all).collect()
}

/// Whether a text has every word of a search.
#[must_use]
pub fn has_words(search: &str, text: &str) -> bool {
    let text = folded(text);
    folded(search).split_whitespace().all(|word| text.contains(word))
}

/// Letters as they are typed in haste: small, and without accents.
fn folded(text: &str) -> String {
    let plain = |letter: char| match letter {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' | 'ü' => 'u',
        'ñ' => 'n',
        other => other,
    };
    text.to_lowercase().chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_an_address_that_leads_back_to_it() {
        for rule in Rule::ALL {
            assert_eq!(code_in(&address(rule.code())).and_then(rule_of), Some(*rule));
        }
    }

    #[test]
    fn other_fragments_are_not_of_the_book() {
        assert_eq!(code_in("#/rules"), Some(""));
        assert_eq!(code_in("#/rulesX"), None);
        assert_eq!(code_in("#/open/1/abc"), None);
    }

    #[test]
    fn a_code_finds_its_rule_alone() {
        assert_eq!(found("c-1", Language::English), [Rule::C1]);
    }

    #[test]
    fn words_are_found_without_case_and_accents_and_all_are_wanted() {
        let spanish = found("POLITICA confianza", Language::Spanish);
        assert!(spanish.contains(&Rule::A18), "{spanish:?}");
        assert!(spanish.len() < found("politica", Language::Spanish).len());
        assert_eq!(found("no such words", Language::English), []);
    }

    #[test]
    fn an_empty_search_finds_everything() {
        assert_eq!(found(" ", Language::English), Rule::ALL);
    }
}
