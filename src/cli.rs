//! Plain lines of the AWS CLI, and the few verbs of the sandbox beside them.
//!
//! A line is read with the models of the services into the same [`ApiCall`](crate::api::ApiCall) that a button
//! makes, goes through the same door, and is answered as the AWS CLI 2 answers: its JSON, its errors, its exit
//! codes. Scripts are such lines, one after the other ([`script`]).
//!
//! There is no shell: no pipes, no programs, no files but those that the caller hands over. What the sandbox says
//! in words of its own is a [`Problem`] here, and is told in `text`.
//!
//! ```
//! use iam_sandbox::api::{Sandbox, Scenario};
//! use iam_sandbox::cli::{Terminal, run};
//! let mut sandbox = Sandbox::new(Scenario::first());
//! let mut terminal = Terminal::of(&sandbox);
//! let output = run(&mut sandbox, &mut terminal, "aws iam create-user --user-name carol --query User.Arn");
//! assert_eq!(output.stdout, "\"arn:aws:iam::111122223333:user/carol\"\n");
//! ```

mod choice;
mod custom;
mod error;
mod fact;
mod help;
mod layout;
mod lex;
mod line;
mod name;
mod parse;
mod query;
mod render;
mod resource;
pub mod script;
mod shorthand;
mod tabular;
mod value;
pub(crate) mod who;

pub use choice::services;
pub use error::{CliError, CliErrorKind, Problem};
pub use lex::{Variables, commands};
pub use line::line;
pub use resource::{Resource, ResourceError, resource};
pub use script::Act;
pub use who::{WhoError, credentials};

use crate::api::{Credentials, Outcome, Sandbox};
use crate::arn::AccountId;
use query::Query;
use std::collections::BTreeMap;

/// Files that `file://name` can speak of, by name.
pub type Files = BTreeMap<String, String>;

/// How answers are printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Format {
    /// JSON with four blanks a level.
    #[default]
    Json,
    /// Values alone.
    Text,
}

/// Who types, and what was kept on the way.
#[derive(Clone, Debug)]
pub struct Terminal {
    /// The account in which names are looked for first.
    pub home: AccountId,
    /// Who calls where no profile is named.
    pub actor: Credentials,
    /// What `file://` reads.
    pub files: Files,
    /// What `$NAME` stands for.
    pub variables: Variables,
    /// Whether policies on one line are laid out as people read them: for lines of an author, whereas what a
    /// learner types stays as typed.
    pub lays_out: bool,
}

impl Terminal {
    /// A terminal of the owner of an account.
    #[must_use]
    pub fn new(home: AccountId) -> Self {
        Self {
            home,
            actor: Credentials::Owner(home),
            files: Files::new(),
            variables: Variables::new(),
            lays_out: false,
        }
    }

    /// A terminal of the owner of the first account of the scenario.
    #[must_use]
    pub fn of(sandbox: &Sandbox) -> Self {
        let first = sandbox.scenario().accounts.first().map(|account| account.id);
        Self::new(first.or_else(|| sandbox.world().accounts().next().map(|a| a.id)).unwrap_or(AccountId::NOBODY))
    }
}

/// What a line printed.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Output {
    /// The answer.
    pub stdout: String,
    /// What went wrong, in AWS's words.
    pub stderr: String,
    /// The exit code.
    pub code: u8,
    /// What was done, or is left to the caller: answers to a lesson, and going back to its start.
    pub act: Option<Act>,
    /// Why nothing was done, if it was not.
    pub error: Option<CliError>,
}

/// Carries one command out and prints its answer. A text of several commands stops at the first that cannot be
/// read, passes over what follows a failure with `&&`, and tells of the last.
pub fn run(sandbox: &mut Sandbox, terminal: &mut Terminal, line: &str) -> Output {
    let mut output = Output::default();
    for span in commands(line) {
        if lex::is_conditional(line, span) && output.code != 0 {
            continue;
        }
        let before = std::mem::take(&mut output);
        let next = match script::read(line, span, sandbox, terminal) {
            Ok(instruction) => script::perform(sandbox, terminal, instruction),
            Err(error) => failed(error),
        };
        output = Output { stdout: before.stdout + &next.stdout, stderr: before.stderr + &next.stderr, ..next };
        if output.error.is_some() {
            break;
        }
    }
    output
}

fn failed(error: CliError) -> Output {
    let stderr = match &error.kind {
        CliErrorKind::Aws(message) => message.clone(),
        CliErrorKind::Sandbox(_) => String::new(),
    };
    Output { stderr, code: error.code, error: Some(error), ..Output::default() }
}

/// What the AWS CLI prints of a call's outcome.
fn printed(operation: &str, outcome: &Outcome, query: Option<&Query>, format: Format) -> Output {
    match outcome {
        Outcome::Done(answer) => {
            Output { stdout: render::output(operation, answer, query, format), ..Output::default() }
        }
        Outcome::Allowed => Output::default(),
        Outcome::Failed(error) => {
            let name = operation.split(':').next_back().unwrap_or_default();
            let stderr =
                format!("\nAn error occurred ({}) when calling the {name} operation: {}\n", error.code, error.message);
            Output { stderr, code: error::SERVICE, ..Output::default() }
        }
    }
}
