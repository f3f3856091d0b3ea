//! Scripts: lines of the AWS CLI with the verbs of the sandbox, as worlds, solutions and the terminal use them.
//!
//! | line | act |
//! | --- | --- |
//! | `aws …` | a call |
//! | `NAME=$(aws … --query Policy.Arn --output text)` | a call, a part of whose answer is kept for `$NAME` |
//! | `export AWS_ACCESS_KEY_ID=… AWS_SECRET_ACCESS_KEY=…`, `unset AWS_PROFILE`, `AWS_PROFILE=bob aws …` | variables; those of the AWS CLI say who calls and where |
//! | `ask alice s3:GetObject reports-prod/q1.csv aws:SourceIp=198.51.100.7` | a question, which is recorded |
//! | `clock +16m`, `clock 2027-01-01T00:00:00Z` | the clock moves on |
//! | `code alice-phone`, `CODE=$(code alice-phone previous)` | what an authenticator shows, or showed half a minute before |
//! | `TOKEN=$(provider token https://idp.example.com alice aud=app)`, `provider assertion https://idp.example.com alice role/staff saml-provider/corp`, `provider metadata https://idp.example.com` | what an identity provider outside AWS issues |
//! | `revoke report-editor` | the console's "Revoke active sessions" of a role |
//! | `billing on --profile root/console` | the root user's setting that lets IAM to billing |
//! | `CERTIFICATE=$(certificate issue plant-ca factory-07 OU=line-3)`, `certificate authority plant-ca`, `certificate key plant-ca factory-07`, `certificate revoke plant-ca $CERTIFICATE` | what a certificate authority outside AWS issues |
//! | `aws_signing_helper credential-process --certificate $CERTIFICATE --private-key $KEY --trust-anchor-arn … --profile-arn … --role-arn …` | a session of IAM Roles Anywhere |
//! | `TOKEN=$(portal ana)`, `identity-center enable` | somebody of the directory of IAM Identity Center signs in at the access portal; the instance of the organization is started |
//! | `signin alice --password … --mfa`, `signin root@dev --password … --mfa-code 123456` | somebody signs in to the console |
//! | `on web curl http://169.254.169.254/latest/meta-data/` | a request to the metadata service of an instance, made there |
//! | `deploy uploader --on web --every 1m 'aws s3api put-object …'` | an application with a schedule; `--in` a function |
//! | `restart uploader`, `remove uploader` | an application is started anew, or taken away |
//! | `propagation 10s` | for how long authorization does not see a change |
//! | `answer stopped-at boundary` | an answer of a lesson, for whoever gave it |
//! | `undo`, `reset` | back by a change; to the beginning, for whoever began |
//!
//! What a line does is only known when it comes to it: names stand for what is there then. A call that fails does
//! not end a script; a line that cannot be read does.

mod applications;
mod certificate;
mod console;
mod environment;
mod options;
mod portal;
mod provider;
mod requests;
mod verbs;

use super::error::{CliError, Problem};
use super::help::help;
use super::layout::laid_out;
use super::lex::{Word, assignment, commands, words};
use super::parse::{self, Command};
use super::query::Query;
use super::{Format, Output, Terminal, who};
use crate::api::{
    Answer, ApiCall, Credentials, Event, MetadataRequest, MetadataResponse, Outcome, Question, Sandbox, Scenario,
    ScenarioCall, SignIn,
};
use crate::authz::Environment;
use crate::eval::ContextValue;
use crate::services::{ApiError, operation};
use crate::span::Span;
use std::collections::BTreeMap;
use verbs::Verbs;

pub use environment::Setting;
pub use provider::Issue;

/// What a line does.
#[derive(Clone, PartialEq, Debug)]
pub enum Act {
    /// A call.
    Call(ApiCall),
    /// A question; what only reads is carried out.
    Ask(Question),
    /// Somebody signs in to the console.
    SignIn(SignIn),
    /// A request to the metadata service of an instance.
    Metadata {
        /// `i-…`
        instance: Box<str>,
        /// What is asked.
        request: MetadataRequest,
        /// Whether the body of an error is left out, as with `curl -f`.
        hides_errors: bool,
    },
    /// It is set how long authorization does not see a change.
    SetPropagationDelay {
        /// How long.
        seconds: u32,
    },
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
    /// An identity provider or a certificate authority outside AWS issues something; nothing happens in the world.
    Issue(Issue),
    /// Variables are set or taken away; nothing happens in the world.
    Set {
        /// Which, and to what.
        settings: Vec<Setting>,
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
        let carried = carry_out(sandbox, &instruction.act);
        if instruction.keep.is_some() || matches!(instruction.act, Act::Set { .. }) {
            output(sandbox, terminal, &instruction, &carried);
        }
        let error = carried.answer.and_then(|answer| answer.error().cloned());
        played.push(Played { span, act: instruction.act, error });
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
    for played in
        played.into_iter().filter(|played| !matches!(played.act, Act::Code { .. } | Act::Issue(_) | Act::Set { .. }))
    {
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

/// What happens in a script after a scenario is built, as the scenario's own events.
///
/// Errors: a line cannot be read, or is an answer to a lesson or a way back.
pub fn history(script: &str, scenario: &Scenario) -> Result<Vec<Event>, BuildError> {
    let mut sandbox = Sandbox::new(scenario.clone());
    let mut terminal = Terminal { lays_out: true, ..Terminal::of(&sandbox) };
    let played = play(script, &mut sandbox, &mut terminal).map_err(BuildError::Line)?;
    let is_none = |played: &&Played| matches!(played.act, Act::Answer { .. } | Act::Undo | Act::Reset);
    match played.iter().find(is_none) {
        Some(played) => Err(BuildError::NotAnEvent(played.span)),
        None => Ok(sandbox.told().cloned().collect()),
    }
}

/// Why a script builds no world.
#[derive(Clone, PartialEq, Debug)]
pub enum BuildError {
    /// A line cannot be read.
    Line(CliError),
    /// A line is no call of an owner.
    NotAnOwner(Span),
    /// A line of a history is nothing that happens.
    NotAnEvent(Span),
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
    let (settings, words) = environment::leading(&words);
    let Some(verb) = words.first() else {
        let is_empty = settings.is_empty();
        let instruction = Instruction { act: Act::Set { settings }, keep: None, format: Format::Json, query: None };
        return if is_empty { Err(CliError::sandbox(Problem::UnknownVerb("".into()), span)) } else { Ok(instruction) };
    };
    if let Some(help) = help(words) {
        return Err(help);
    }
    let terminal = &*environment::with(terminal, &settings);
    if verb.text == "aws" {
        let command = parse::parse(words, &terminal.files)?;
        check_carried_out(&command, words)?;
        let act = Act::Call(call(&command, verb.span, sandbox, terminal)?);
        return Ok(Instruction { act, keep, format: command.format, query: command.query });
    }
    let act = Verbs { words: &words[1..], verb, sandbox, terminal }.act()?;
    let keep = keep.filter(|_| matches!(act, Act::Call(_) | Act::Code { .. } | Act::Issue(_) | Act::Metadata { .. }));
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

fn call(command: &Command, span: Span, sandbox: &Sandbox, terminal: &Terminal) -> Result<ApiCall, CliError> {
    let credentials = match &command.profile {
        _ if command.is_unsigned => Credentials::Anonymous,
        None => environment::credentials(sandbox, terminal, span)?,
        Some((profile, span)) => by_profile(sandbox, terminal, profile, *span)?,
    };
    let mut environment = Environment::default();
    let is_global = ["iam:", "organizations:"].iter().any(|service| command.operation.starts_with(service));
    let region = command.region.clone().or_else(|| environment::region(&terminal.variables));
    if let Some(region) = region.filter(|_| !is_global) {
        environment.overrides.insert("aws:RequestedRegion".into(), Some(ContextValue::One(region)));
    }
    let input = parse::adapted(command);
    let input = if terminal.lays_out { laid_out(input) } else { input };
    Ok(ApiCall { credentials, operation: command.operation.clone(), input, environment })
}

/// The credentials of a profile that is named at `span`.
fn by_profile(sandbox: &Sandbox, terminal: &Terminal, profile: &str, span: Span) -> Result<Credentials, CliError> {
    let credentials = who::credentials(sandbox.world(), terminal.home, profile);
    credentials.map_err(|error| CliError::sandbox(Problem::Who(error), span))
}

/// Carries an instruction out and prints what it gave.
pub fn perform(sandbox: &mut Sandbox, terminal: &mut Terminal, instruction: Instruction) -> Output {
    let carried = carry_out(sandbox, &instruction.act);
    let output = output(sandbox, terminal, &instruction, &carried);
    Output { act: Some(instruction.act), ..output }
}

/// What came of an act, where something comes of it.
#[derive(Default)]
struct Carried {
    answer: Option<Answer>,
    metadata: Option<MetadataResponse>,
}

impl From<Answer> for Carried {
    fn from(answer: Answer) -> Self {
        Self { answer: Some(answer), metadata: None }
    }
}

fn carry_out(sandbox: &mut Sandbox, act: &Act) -> Carried {
    match act {
        Act::Call(call) => return all_pages(sandbox, call).into(),
        Act::Ask(question) => return sandbox.ask(question.clone()).clone().into(),
        Act::SignIn(asked) => return sandbox.sign_in(asked.clone()).clone().into(),
        Act::Metadata { instance, request, .. } => {
            return Carried { metadata: Some(sandbox.metadata(instance, request.clone())), answer: None };
        }
        Act::Advance { seconds } => sandbox.advance_clock(*seconds),
        Act::SetPropagationDelay { seconds } => sandbox.set_propagation_delay(*seconds),
        Act::Undo => {
            sandbox.undo();
        }
        Act::Code { .. } | Act::Issue(_) | Act::Set { .. } | Act::Answer { .. } | Act::Reset => {}
    }
    Carried::default()
}

/// What an act printed.
fn output(sandbox: &Sandbox, terminal: &mut Terminal, instruction: &Instruction, carried: &Carried) -> Output {
    let output = match (&instruction.act, &carried.answer, &carried.metadata) {
        (Act::Call(call), Some(answer), _) if &*call.operation == portal::CREATE_TOKEN => portal::output(answer),
        (Act::Call(call), Some(answer), _) if &*call.operation == certificate::CREATE_SESSION => {
            certificate::output(answer)
        }
        (Act::Call(call), Some(answer), _) => return printed(terminal, instruction, &call.operation, answer),
        (Act::SignIn(_), Some(answer), _) => console::output(answer),
        (Act::Metadata { hides_errors, .. }, _, Some(response)) => requests::output(response, *hides_errors),
        (_, Some(answer), _) => super::printed(&answer.action, &answer.outcome, None, Format::Json),
        (Act::Set { settings }, ..) => {
            environment::set(&mut terminal.variables, settings);
            Output::default()
        }
        (act, ..) => shown(sandbox, act),
    };
    kept(terminal, instruction, output)
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

/// What is printed though nothing was done: a code, a token.
fn shown(sandbox: &Sandbox, act: &Act) -> Output {
    let text = match act {
        Act::Code { serial_number, is_previous } => {
            let at = sandbox.now().plus_seconds(if *is_previous { -30 } else { 0 });
            sandbox.world().mfa_device(serial_number).map(|device| device.code(at).0)
        }
        Act::Issue(issue) => Some(issue.text(sandbox.now())),
        _ => None,
    };
    Output { stdout: text.map(|text| format!("{}\n", text.trim_end())).unwrap_or_default(), ..Output::default() }
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
