//! What the sandbox says of a command line that it does not take, beside the AWS CLI's own errors, which stay
//! English.

mod en;
mod es;

use super::Language;
use crate::cli::{CliErrorKind, Problem};

/// Why a command line is not taken.
#[must_use]
pub fn terminal_problem(language: Language, problem: &Problem) -> String {
    match language {
        Language::English => en::problem(problem),
        Language::Spanish => es::problem(problem),
    }
}

/// The error of a command line: the AWS CLI's words, or the sandbox's.
pub(super) fn cli_error(language: Language, kind: &CliErrorKind) -> String {
    match kind {
        CliErrorKind::Aws(message) => message.clone(),
        CliErrorKind::Sandbox(problem) => terminal_problem(language, problem),
    }
}

/// The commands that a line may begin with after `aws`, for sentences.
fn services() -> String {
    crate::cli::services().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::{Sandbox, Scenario};
    use crate::cli::{Terminal, run};

    #[track_caller]
    fn check(line: &str, english: &str, spanish: &str) {
        let mut sandbox = Sandbox::new(Scenario::first());
        let mut terminal = Terminal::of(&sandbox);
        let error = run(&mut sandbox, &mut terminal, line).error.unwrap();
        assert_eq!(cli_error(Language::English, &error.kind), english);
        assert_eq!(cli_error(Language::Spanish, &error.kind), spanish);
    }

    #[test]
    fn problems_are_told_in_both_languages() {
        check(
            "aws iam list-users | jq .",
            "This terminal is no shell: `|` is not known here.",
            "Este terminal no es un shell: aquí no se conoce `|`.",
        );
        check(
            "aws iam get-user --profile carol",
            "No account of this world has a user named carol.",
            "Ninguna cuenta de este mundo tiene un usuario llamado carol.",
        );
        check(
            "ask alice s3:GetObject nothing/x",
            "There is no bucket named nothing in this world.",
            "En este mundo no hay ningún bucket llamado nothing.",
        );
    }
}
