//! Options of the sandbox's own verbs: `--name value`, and those without a value.

use crate::cli::error::{CliError, Problem};
use crate::cli::lex::Word;

/// The words of a line by what they are.
pub(super) struct Options<'a> {
    /// Those that belong to no option, in order.
    pub words: Vec<&'a Word>,
    values: Vec<(&'static str, &'a Word)>,
    flags: Vec<&'static str>,
}

impl<'a> Options<'a> {
    /// Parts the words; an option stands once.
    ///
    /// Errors: an option is not among those, stands twice, or lacks its value.
    pub(super) fn of(words: &'a [Word], with_value: &[&'static str], flags: &[&'static str]) -> Result<Self, CliError> {
        let mut found = Self { words: Vec::new(), values: Vec::new(), flags: Vec::new() };
        let mut rest = words.iter();
        while let Some(word) = rest.next() {
            let wrong = || CliError::sandbox(Problem::UnsupportedOption(word.text.as_str().into()), word.span);
            if !word.text.starts_with("--") {
                found.words.push(word);
            } else if let Some(name) = flags.iter().find(|name| **name == word.text) {
                found.flags.push(name);
            } else {
                let name = with_value.iter().find(|name| **name == word.text);
                let name = name.filter(|name| found.value(name).is_none()).ok_or_else(wrong)?;
                let missing = || CliError::sandbox(Problem::NoValue((*name).into()), word.span);
                found.values.push((name, rest.next().ok_or_else(missing)?));
            }
        }
        Ok(found)
    }

    pub(super) fn value(&self, name: &str) -> Option<&'a Word> {
        self.values.iter().find(|(own, _)| *own == name).map(|(_, value)| *value)
    }

    pub(super) fn has(&self, flag: &str) -> bool {
        self.flags.contains(&flag)
    }
}
