//! Values of policies with variables, and what must stand in a variable for a text to fit.

use super::super::texts::{Sign, TextTest};
use crate::policy::{Comparison, TemplatePart};

/// How many texts are tried in a variable, and how many that fit are kept.
const MAX_TRIED: usize = 20_000;
const MAX_SOLUTIONS: usize = 200;

/// What stands in a variable.
pub(super) enum Fill {
    /// A value, in which no letter is a wildcard.
    Text(String),
    /// No value: the default, or else the whole pattern fits nothing.
    Nothing,
    /// A value that is not known and that is not looked for.
    Anything,
    /// What is looked for.
    Hole,
}

/// A pattern with places for what is looked for.
pub(super) struct Pieces(Vec<Option<Sign>>);

impl Pieces {
    /// The pattern as a test of texts; none if nothing fits it.
    pub(super) fn test(self, comparison: Comparison) -> Option<TextTest> {
        self.with("", comparison)
    }

    /// The same with a text where one is looked for.
    fn with(&self, text: &str, comparison: Comparison) -> Option<TextTest> {
        let signs = self.0.iter().flat_map(|piece| match piece {
            Some(sign) => vec![*sign],
            None => text.chars().map(Sign::Letter).collect(),
        });
        let ignores_case = comparison == Comparison::StringEqualsIgnoreCase;
        let test = TextTest { signs: signs.collect(), ignores_case };
        if comparison == Comparison::ArnLike { test.in_fields() } else { Some(test) }
    }
}

/// The pattern, with its variables filled in; none if one has neither value nor default.
pub(super) fn pieces(parts: &[TemplatePart], comparison: Comparison, fill: &dyn Fn(&str) -> Fill) -> Option<Pieces> {
    let has_wildcards = matches!(comparison, Comparison::StringLike | Comparison::ArnLike);
    let mut pieces = Vec::new();
    for part in parts {
        match part {
            TemplatePart::Text(text) => pieces.extend(text.chars().map(|letter| match letter {
                '*' if has_wildcards => Some(Sign::AnyRun { is_in_field: false }),
                '?' if has_wildcards => Some(Sign::AnyOne { is_in_field: false }),
                letter => Some(Sign::Letter(letter)),
            })),
            TemplatePart::Literal(text) => pieces.extend(text.chars().map(|letter| Some(Sign::Letter(letter)))),
            TemplatePart::Variable { key, default } => match fill(key) {
                Fill::Text(text) if !text.is_empty() => {
                    pieces.extend(text.chars().map(|letter| Some(Sign::Letter(letter))));
                }
                Fill::Text(_) | Fill::Nothing => {
                    pieces.extend(default.as_ref()?.chars().map(|letter| Some(Sign::Letter(letter))));
                }
                Fill::Anything => pieces.push(Some(Sign::AnyRun { is_in_field: false })),
                Fill::Hole => pieces.push(None),
            },
        }
    }
    Some(Pieces(pieces))
}

/// The texts that make `target` fit: parts of it, one or more letters long.
pub(super) fn solve(pieces: &Pieces, comparison: Comparison, target: &str) -> Vec<String> {
    let before = pieces.0.iter().take_while(|piece| matches!(piece, Some(Sign::Letter(_)))).count();
    let is_fixed = pieces.0.get(before).is_some_and(Option::is_none);
    let mut bounds: Vec<usize> = target.char_indices().map(|(at, _)| at).collect();
    bounds.push(target.len());
    let starts = if is_fixed { before..before + 1 } else { 0..bounds.len() };
    let mut solutions = Vec::new();
    let mut n_tried = 0;
    for start in starts {
        for end in start + 1..bounds.len() {
            n_tried += 1;
            if n_tried > MAX_TRIED || solutions.len() >= MAX_SOLUTIONS {
                return solutions;
            }
            let text = &target[bounds[start]..bounds[end]];
            let fits = pieces.with(text, comparison).is_some_and(|test| test.matches(target));
            if fits && !solutions.iter().any(|known| known == text) {
                solutions.push(text.to_owned());
            }
        }
    }
    solutions
}
