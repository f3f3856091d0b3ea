//! What the sandbox says of a command line that it does not take, beside the AWS CLI's own errors, which stay
//! English.

mod en;
mod es;

use super::Language;
use crate::cli::{Act, CliErrorKind, Problem};
use crate::clock::Timestamp;
use serde_json::Value;

/// Why a command line is not taken.
#[must_use]
pub fn terminal_problem(language: Language, problem: &Problem) -> String {
    match language {
        Language::English => en::problem(problem),
        Language::Spanish => es::problem(problem),
    }
}

/// What was done that prints nothing of its own.
enum Done<'a> {
    Allowed,
    Clock(Timestamp),
    Propagation(u32),
    Deployed(&'a str),
    Restarted(&'a str),
    Removed(&'a str),
    Billing(bool),
    Undone,
    Reset,
}

impl<'a> Done<'a> {
    fn of(act: &'a Act, now: Timestamp) -> Option<Self> {
        let call = match act {
            Act::Ask(_) => return Some(Self::Allowed),
            Act::Advance { .. } => return Some(Self::Clock(now)),
            Act::SetPropagationDelay { seconds } => return Some(Self::Propagation(*seconds)),
            Act::Undo => return Some(Self::Undone),
            Act::Reset => return Some(Self::Reset),
            Act::Call(call) => call,
            _ => return None,
        };
        let name = call.input["Name"].as_str().unwrap_or_default();
        Some(match &*call.operation {
            "sandbox:DeployApplication" => Self::Deployed(name),
            "sandbox:RestartApplication" => Self::Restarted(name),
            "sandbox:RemoveApplication" => Self::Removed(name),
            "sandbox:SetBillingAccess" => Self::Billing(call.input["IsActive"] == Value::Bool(true)),
            _ => return None,
        })
    }
}

/// A line for what a verb of the sandbox did that prints nothing; none for what the AWS CLI is silent about, too.
#[must_use]
pub fn terminal_done(language: Language, act: &Act, now: Timestamp) -> Option<String> {
    let done = Done::of(act, now)?;
    Some(match language {
        Language::English => en::done(&done),
        Language::Spanish => es::done(&done),
    })
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
    fn verbs_that_print_nothing_say_what_they_did() {
        let mut sandbox = Sandbox::new(Scenario::first());
        let mut terminal = Terminal::of(&sandbox);
        let mut told = |line: &str, language| {
            let output = run(&mut sandbox, &mut terminal, line);
            assert_eq!((output.stdout.as_str(), output.stderr.as_str()), ("", ""), "{line}");
            output.act.and_then(|act| terminal_done(language, &act, sandbox.now()))
        };
        // The first world begins at 10:02.
        let now = told("clock +15m", Language::English);
        assert_eq!(now.as_deref(), Some("It is 2026-11-21T10:17:00Z now."));
        let deploy = "deploy uploader --every 1m 'aws s3api list-buckets'";
        assert_eq!(told(deploy, Language::English).as_deref(), Some("uploader is deployed."));
        assert_eq!(told("restart uploader", Language::Spanish).as_deref(), Some("uploader se ha iniciado de nuevo."));
        assert_eq!(told("propagation 10s", Language::English).as_deref(), Some("Changes are seen after 10 s."));
        // As the AWS CLI.
        assert_eq!(told("aws iam tag-user --user-name bob --tags Key=team,Value=ops", Language::English), None);
        // Nothing was carried out, and it would have been.
        let ask = "ask owner iam:DeleteUser user/alice";
        assert_eq!(told(ask, Language::English).as_deref(), Some("Allowed."));
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
