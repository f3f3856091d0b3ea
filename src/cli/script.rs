//! Scripts: lines of the AWS CLI with the verbs of the sandbox, as worlds, solutions and the terminal use them.
//!
//! | line | act |
//! | --- | --- |
//! | `aws …` | a call |
//! | `NAME=$(aws … --query Policy.Arn --output text)` | a call, a part of whose answer is kept for `$NAME` |
//! | `ask alice s3:GetObject reports-prod/q1.csv aws:SourceIp=198.51.100.7` | a question, which is recorded |
//! | `clock +16m`, `clock 2027-01-01T00:00:00Z` | the clock moves on |
//! | `code alice-phone`, `CODE=$(code alice-phone previous)` | what an authenticator shows, or showed half a minute before |
//! | `revoke report-editor` | the console's "Revoke active sessions" of a role |
//! | `answer stopped-at boundary` | an answer of a lesson, for whoever gave it |
//! | `undo`, `reset` | back by a change; to the beginning, for whoever began |
//!
//! What a line does is only known when it comes to it: names stand for what is there then. A call that fails does
//! not end a script; a line that cannot be read does.

use super::error::{CliError, Problem};
use super::layout::laid_out;
use super::lex::{Word, assignment, commands, words};
use super::parse::{self, Command};
use super::query::Query;
use super::{Format, Output, Terminal, fact, resource, who};
use crate::api::{Answer, ApiCall, Credentials, Outcome, Question, Sandbox, Scenario, ScenarioCall};
use crate::authz::Environment;
use crate::clock::Timestamp;
use crate::eval::ContextValue;
use crate::services::{ApiError, operation};
use crate::span::Span;
use crate::world::Account;
use std::collections::BTreeMap;

/// What a line does.
#[derive(Clone, PartialEq, Debug)]
pub enum Act {
    /// A call.
    Call(ApiCall),
    /// A question; what only reads is carried out.
    Ask(Question),
    /// The clock moves on.
    Advance {
        /// By how much.
        seconds: u32,
    },
    /// A look at an authenticator; nothing happens in the world.
    Code {
        /// The serial number of the device.
        serial_number: Box<str>,
        /// Whether the code before the one that stands now is meant.
        is_previous: bool,
    },
    /// An answer of a lesson; nothing happens in the world.
    Answer {
        /// Which.
        name: Box<str>,
        /// The answer.
        value: Box<str>,
    },
    /// Back to before the last change.
    Undo,
    /// Back to the beginning; left to whoever knows where that was.
    Reset,
}

/// A line that was read.
#[derive(Clone, PartialEq, Debug)]
pub struct Instruction {
    /// What it does.
    pub act: Act,
    /// The name under which the answer is kept.
    pub keep: Option<Box<str>>,
    format: Format,
    query: Option<Query>,
}

/// A line that was carried out.
#[derive(Clone, PartialEq, Debug)]
pub struct Played {
    /// Where it stands.
    pub span: Span,
    /// What it did.
    pub act: Act,
    /// What AWS answered, if it was an error.
    pub error: Option<ApiError>,
}

/// Plays a script. The steps are in the sandbox's history; answers of lessons are among what is returned.
///
/// Errors: a line cannot be read; those before it are done.
pub fn play(script: &str, sandbox: &mut Sandbox, terminal: &mut Terminal) -> Result<Vec<Played>, CliError> {
    let mut played = Vec::new();
    for span in commands(script) {
        let instruction = read(script, span, sandbox, terminal)?;
        let act = instruction.act.clone();
        let answer = carry_out(sandbox, &act);
        match (&answer, &act, &instruction.keep) {
            (Some(answer), Act::Call(call), Some(_)) => {
                printed(terminal, &instruction, &call.operation, answer);
            }
            (None, Act::Code { .. }, Some(_)) => {
                kept(terminal, &instruction, shown(sandbox, &act));
            }
            _ => {}
        }
        let error = answer.and_then(|answer| answer.error().cloned());
        played.push(Played { span, act, error });
    }
    Ok(played)
}

/// The calls of the owner that a script makes on top of a scenario, as the scenario's own: what was kept on
/// the way stands in them, and policies are laid out.
///
/// Errors: a line cannot be read, is no call of an owner, or fails.
pub fn build(script: &str, scenario: &Scenario) -> Result<Vec<ScenarioCall>, BuildError> {
    let began = Scenario { start: scenario.built, ..scenario.clone() };
    let mut sandbox = Sandbox::new(began);
    let mut terminal = Terminal { lays_out: true, ..Terminal::of(&sandbox) };
    let mut calls = Vec::new();
    let played = play(script, &mut sandbox, &mut terminal).map_err(BuildError::Line)?;
    for played in played.into_iter().filter(|played| !matches!(played.act, Act::Code { .. })) {
        let Act::Call(ApiCall { credentials: Credentials::Owner(account), operation, input, .. }) = played.act else {
            return Err(BuildError::NotAnOwner(played.span));
        };
        if let Some(error) = played.error {
            return Err(BuildError::Failed { span: played.span, error });
        }
        calls.push(ScenarioCall { account, call: operation, input, keep: BTreeMap::new() });
    }
    Ok(calls)
}

/// Why a script builds no world.
#[derive(Clone, PartialEq, Debug)]
pub enum BuildError {
    /// A line cannot be read.
    Line(CliError),
    /// A line is no call of an owner.
    NotAnOwner(Span),
    /// A call fails.
    Failed {
        /// Where.
        span: Span,
        /// What AWS answers.
        error: ApiError,
    },
}

/// Reads the command at `span`.
///
/// Errors: it cannot be read.
pub fn read(script: &str, span: Span, sandbox: &Sandbox, terminal: &Terminal) -> Result<Instruction, CliError> {
    let (keep, span) = assignment(script, span).map_or((None, span), |(name, inside)| (Some(name), inside));
    let words = words(script, span, &terminal.variables)?;
    let Some(verb) = words.first() else { return Err(CliError::sandbox(Problem::UnknownVerb("".into()), span)) };
    if verb.text == "aws" {
        let command = parse::parse(&words, &terminal.files)?;
        check_carried_out(&command, &words)?;
        let act = Act::Call(call(&command, sandbox, terminal)?);
        return Ok(Instruction { act, keep, format: command.format, query: command.query });
    }
    let reader = Verbs { words: &words[1..], verb, sandbox, terminal };
    let act = match verb.text.as_str() {
        "ask" => reader.ask(),
        "clock" => reader.clock(),
        "code" => reader.code(),
        "revoke" => reader.revoke(),
        "answer" => reader.answer(),
        "undo" => reader.alone(Act::Undo),
        "reset" => reader.alone(Act::Reset),
        other => Err(CliError::sandbox(Problem::UnknownVerb(other.into()), verb.span)),
    }?;
    let keep = keep.filter(|_| matches!(act, Act::Code { .. }));
    Ok(Instruction { act, keep, format: Format::Json, query: None })
}

/// Makes sure that the sandbox does what the line says, and not something less.
fn check_carried_out(command: &Command, words: &[Word]) -> Result<(), CliError> {
    let place = |index: usize| words.get(index).or(words.first()).map(|word| word.span).unwrap_or_default();
    let Some(entry) = operation(&command.operation) else { return Ok(()) };
    match entry.unread_member(&parse::adapted(command)) {
        None => Ok(()),
        Some(member) => {
            let option = format!("--{}", super::name::kebab(&member));
            let written = words.iter().find(|word| word.text.split('=').next() == Some(option.as_str()));
            let span = written.map_or_else(|| place(2), |word| word.span);
            Err(CliError::sandbox(Problem::UnsupportedMember(member), span))
        }
    }
}

fn call(command: &Command, sandbox: &Sandbox, terminal: &Terminal) -> Result<ApiCall, CliError> {
    let credentials = match &command.profile {
        _ if command.is_unsigned => Credentials::Anonymous,
        None => terminal.actor.clone(),
        Some((profile, span)) => who::credentials(sandbox.world(), terminal.home, profile)
            .map_err(|error| CliError::sandbox(Problem::Who(error), *span))?,
    };
    let mut environment = Environment::default();
    let is_global = ["iam:", "organizations:"].iter().any(|service| command.operation.starts_with(service));
    if let Some(region) = command.region.as_ref().filter(|_| !is_global) {
        environment.overrides.insert("aws:RequestedRegion".into(), Some(ContextValue::One(region.clone())));
    }
    let input = parse::adapted(command);
    let input = if terminal.lays_out { laid_out(input) } else { input };
    Ok(ApiCall { credentials, operation: command.operation.clone(), input, environment })
}

/// Carries an instruction out and prints what it gave.
pub fn perform(sandbox: &mut Sandbox, terminal: &mut Terminal, instruction: Instruction) -> Output {
    let answer = carry_out(sandbox, &instruction.act);
    let mut output = match (&answer, &instruction.act) {
        (Some(answer), Act::Call(call)) => printed(terminal, &instruction, &call.operation, answer),
        (Some(answer), _) => super::printed(&answer.action, &answer.outcome, None, Format::Json),
        (None, act) => kept(terminal, &instruction, shown(sandbox, act)),
    };
    output.act = Some(instruction.act);
    output
}

fn carry_out(sandbox: &mut Sandbox, act: &Act) -> Option<Answer> {
    match act {
        Act::Call(call) => Some(all_pages(sandbox, call)),
        Act::Ask(question) => Some(sandbox.ask(question.clone()).clone()),
        Act::Advance { seconds } => {
            sandbox.advance_clock(*seconds);
            None
        }
        Act::Undo => {
            sandbox.undo();
            None
        }
        Act::Code { .. } | Act::Answer { .. } | Act::Reset => None,
    }
}

/// Calls until there is no further page, as the AWS CLI does; each of the calls is on record. A page that fails is
/// all that is told.
fn all_pages(sandbox: &mut Sandbox, call: &ApiCall) -> Answer {
    let mut answer = sandbox.call(call.clone()).clone();
    let Some(entry) = operation(&call.operation) else { return answer };
    while let Outcome::Done(so_far) = &mut answer.outcome {
        let Some(input) = entry.request_for_next_page(&call.input, so_far) else { break };
        let next = sandbox.call(ApiCall { input, ..call.clone() });
        let Outcome::Done(page) = &next.outcome else { return next.clone() };
        entry.append_page(so_far, page);
    }
    answer
}

/// What is printed though nothing was done: a code.
fn shown(sandbox: &Sandbox, act: &Act) -> Output {
    let Act::Code { serial_number, is_previous } = act else { return Output::default() };
    let at = sandbox.now().plus_seconds(if *is_previous { -30 } else { 0 });
    let device = sandbox.world().mfa_device(serial_number);
    let stdout = device.map(|device| format!("{}\n", device.code(at).0)).unwrap_or_default();
    Output { stdout, ..Output::default() }
}

/// What a call prints; where it is kept, nothing is printed, and kept is what a shell would: without the end of its
/// line.
fn printed(terminal: &mut Terminal, instruction: &Instruction, operation: &str, answer: &Answer) -> Output {
    if answer.outcome == Outcome::Allowed {
        let name = operation.split(':').next_back().unwrap_or_default();
        return super::failed(CliError::sandbox(Problem::NotModelled(name.into()), Span::default()));
    }
    let output = super::printed(operation, &answer.outcome, instruction.query.as_ref(), instruction.format);
    kept(terminal, instruction, output)
}

fn kept(terminal: &mut Terminal, instruction: &Instruction, mut output: Output) -> Output {
    if let Some(name) = &instruction.keep {
        let text = std::mem::take(&mut output.stdout);
        terminal.variables.insert(name.clone(), text.trim_end_matches('\n').to_owned());
    }
    output
}

struct Verbs<'a> {
    words: &'a [Word],
    verb: &'a Word,
    sandbox: &'a Sandbox,
    terminal: &'a Terminal,
}

impl Verbs<'_> {
    fn error(&self, problem: Problem) -> CliError {
        CliError::sandbox(problem, self.verb.span)
    }

    fn alone(&self, act: Act) -> Result<Act, CliError> {
        match self.words.first() {
            None => Ok(act),
            Some(extra) => Err(CliError::sandbox(Problem::ExtraWords(extra.text.as_str().into()), extra.span)),
        }
    }

    fn ask(&self) -> Result<Act, CliError> {
        let [who, action, what, facts @ ..] = self.words else { return Err(self.error(Problem::AskShape)) };
        if !action.text.contains(':') {
            return Err(CliError::sandbox(Problem::AskShape, action.span));
        }
        let (world, home) = (self.sandbox.world(), self.terminal.home);
        let credentials = who::credentials(world, home, &who.text);
        let credentials = credentials.map_err(|error| CliError::sandbox(Problem::Who(error), who.span))?;
        let resource = resource::resource(world, home, &what.text);
        let resource = resource.map_err(|error| CliError::sandbox(Problem::Resource(error), what.span))?;
        let mut question = Question::new(credentials, &action.text, &resource.arn);
        for word in facts {
            fact::set(&mut question.environment, &word.text)
                .map_err(|problem| CliError::sandbox(problem, word.span))?;
        }
        Ok(Act::Ask(question))
    }

    fn clock(&self) -> Result<Act, CliError> {
        let [time] = self.words else { return Err(self.error(Problem::ClockShape("".into()))) };
        let shape = || CliError::sandbox(Problem::ClockShape(time.text.as_str().into()), time.span);
        let seconds = if let Some(duration) = time.text.strip_prefix('+') {
            duration_seconds(duration).ok_or_else(shape)?
        } else {
            let to = Timestamp::parse(&time.text).ok_or_else(shape)?;
            to.epoch_seconds() - self.sandbox.now().epoch_seconds()
        };
        let seconds = u32::try_from(seconds).map_err(|_| match seconds < 0 {
            true => CliError::sandbox(Problem::ClockBack, time.span),
            false => shape(),
        })?;
        Ok(Act::Advance { seconds })
    }

    fn code(&self) -> Result<Act, CliError> {
        let (device, is_previous) = match self.words {
            [device] => (device, false),
            [device, word] if word.text == "previous" => (device, true),
            _ => return Err(self.error(Problem::CodeShape)),
        };
        let accounts = who::accounts(self.sandbox.world(), self.terminal.home, None);
        let found = accounts.flat_map(Account::mfa_devices).find(|known| {
            *known.serial_number.as_str() == *device.text || known.serial_number.last_name() == device.text
        });
        let missing = || CliError::sandbox(Problem::NoDevice(device.text.as_str().into()), device.span);
        let serial_number = found.ok_or_else(missing)?.serial_number.as_str().into();
        Ok(Act::Code { serial_number, is_previous })
    }

    fn revoke(&self) -> Result<Act, CliError> {
        let [role] = self.words else { return Err(self.error(Problem::RevokeShape)) };
        let credentials = self.terminal.actor.clone();
        Ok(Act::Call(ApiCall::revoke_sessions(credentials, &role.text, self.sandbox.now())))
    }

    fn answer(&self) -> Result<Act, CliError> {
        match self.words {
            [name, value] => Ok(Act::Answer { name: name.text.as_str().into(), value: value.text.as_str().into() }),
            _ => Err(self.error(Problem::AnswerShape)),
        }
    }
}

/// `90s`, `16m`, `2h`, `1d`, or several of them one after the other.
fn duration_seconds(text: &str) -> Option<i64> {
    let mut total = 0_i64;
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|sign: char| !sign.is_ascii_digit())?;
        let unit = match rest.as_bytes()[end] {
            b's' => 1,
            b'm' => 60,
            b'h' => 3_600,
            b'd' => 86_400,
            _ => return None,
        };
        total = total.checked_add(rest[..end].parse::<i64>().ok()?.checked_mul(unit)?)?;
        rest = &rest[end + 1..];
    }
    (!text.is_empty()).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read() {
        assert_eq!(duration_seconds("16m"), Some(960));
        assert_eq!(duration_seconds("1h30m"), Some(5_400));
        assert_eq!(duration_seconds("1d"), Some(86_400));
        for text in ["", "m", "5", "5w", "-5m", "99999999999999999999d"] {
            assert_eq!(duration_seconds(text), None, "{text}");
        }
    }
}
