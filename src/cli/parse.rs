//! From the words of a line to an operation and its input: `aws SERVICE OPERATION --option value …`.
//!
//! What the AWS CLI refuses is refused in its words and with its exit codes (version 2). Waiters and the
//! high-level commands of `aws s3` do not exist here.

use super::choice::{find_operation, find_service, invalid_choice};
use super::custom;
use super::error::{CliError, CliErrorKind, GENERAL, Problem};
use super::lex::{Word, whole};
use super::name::kebab;
use super::query::Query;
use super::value::{self, ValueError};
use super::{Files, Format};
use crate::catalog::{Member, OperationModel, ServiceModel, ValueType};
use crate::json::json;
use crate::span::Span;
use serde_json::{Map, Value};

/// What a line of the AWS CLI asks for.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Command {
    /// Service and operation, `iam:CreateUser`.
    pub operation: Box<str>,
    /// The request, with AWS's names.
    pub input: Value,
    /// `--profile`
    pub profile: Option<(Box<str>, Span)>,
    /// `--region`
    pub region: Option<Box<str>>,
    /// `--no-sign-request`
    pub is_unsigned: bool,
    /// `--output`
    pub format: Format,
    /// `--query`
    pub query: Option<Query>,
}

/// Options that stand anywhere, have a value and change nothing here.
const IDLE_WITH_VALUE: &[&str] = &[
    "--ca-bundle",
    "--cli-binary-format",
    "--cli-connect-timeout",
    "--cli-read-timeout",
    "--color",
    "--endpoint-url",
    "--page-size",
];

/// Options that stand anywhere, have no value and change nothing here.
const IDLE: &[&str] = &["--debug", "--no-cli-auto-prompt", "--no-cli-pager", "--no-paginate", "--no-verify-ssl"];

/// Options of the AWS CLI that would change what happens, and are not known here.
const UNSUPPORTED: &[&str] = &[
    "--cli-auto-prompt",
    "--cli-input-yaml",
    "--generate-cli-skeleton",
    "--help",
    "--marker",
    "--max-items",
    "--starting-token",
    "--version",
];

/// Reads the words of a line that begins with `aws`.
///
/// Errors: the AWS CLI would refuse the line, or the sandbox does not know what it asks for.
pub(super) fn parse(words: &[Word], files: &Files) -> Result<Command, CliError> {
    let whole = whole(words);
    let words = &*custom::written_out(words);
    let mut reader = Reader { words, at: 1, files, options: Options::default(), rest: Vec::new(), whole };
    let service_word = reader.positional()?.ok_or_else(|| required("command", whole))?;
    let (model, service) = find_service(&service_word)?;
    let operation_word = reader.positional()?.ok_or_else(|| required("operation", whole))?;
    let (name, operation) = find_operation(model, &operation_word)?;
    let input = reader.input(model, &name, operation)?;
    reader.refuse_rest()?;
    let problems = value::problems(model, operation.input, &input);
    if !problems.is_empty() {
        return Err(CliError::plain(&format!("Parameter validation failed:\n{}", problems.join("\n")), whole));
    }
    let Options { profile, region, is_unsigned, format, query, .. } = reader.options;
    Ok(Command {
        operation: format!("{service}:{name}").into(),
        input,
        profile,
        region,
        is_unsigned: is_unsigned || operation.is_unsigned,
        format,
        query,
    })
}

fn required(what: &str, span: Span) -> CliError {
    CliError::usage(&format!("aws: error: the following arguments are required: {what}"), span)
}

#[derive(Default)]
struct Options {
    profile: Option<(Box<str>, Span)>,
    region: Option<Box<str>>,
    is_unsigned: bool,
    format: Format,
    query: Option<Query>,
    input_json: Option<(String, Span)>,
}

struct Reader<'a> {
    words: &'a [Word],
    at: usize,
    files: &'a Files,
    options: Options,
    /// What no option of the operation took.
    rest: Vec<&'a Word>,
    whole: Span,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Option<&'a Word> {
        let word = self.words.get(self.at)?;
        self.at += 1;
        Some(word)
    }

    /// The next word that is no option, the options before it being read if they may stand anywhere.
    fn positional(&mut self) -> Result<Option<Word>, CliError> {
        while let Some(word) = self.next() {
            if !word.text.starts_with("--") {
                return Ok(Some(word.clone()));
            }
            let (name, attached) = parted(word);
            if !self.global(word, &name, attached)? {
                self.rest.push(word);
            }
        }
        Ok(None)
    }

    /// Takes an option that may stand anywhere; false if it is none.
    fn global(&mut self, word: &'a Word, name: &str, attached: Option<Word>) -> Result<bool, CliError> {
        refuse_unsupported(name, word)?;
        match name {
            "--no-sign-request" => self.options.is_unsigned = true,
            _ if IDLE.contains(&name) => {}
            "--profile" => {
                let value = self.value(name, attached, word)?;
                self.options.profile = Some((value.text.into(), value.span));
            }
            "--region" => self.options.region = Some(self.value(name, attached, word)?.text.into()),
            "--output" => {
                let value = self.value(name, attached, word)?;
                self.options.format = format(&value)?;
            }
            "--query" => {
                let value = self.value(name, attached, word)?;
                let unsupported =
                    || CliError::sandbox(Problem::UnsupportedQuery(value.text.as_str().into()), value.span);
                self.options.query = Some(Query::parse(&value.text).ok_or_else(unsupported)?);
            }
            "--cli-input-json" => {
                let value = self.value(name, attached, word)?;
                self.options.input_json = Some((self.text("cli-input-json", &value)?, value.span));
            }
            _ if IDLE_WITH_VALUE.contains(&name) => {
                self.value(name, attached, word)?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// The one word after an option, or after its `=`.
    fn value(&mut self, name: &str, attached: Option<Word>, option: &Word) -> Result<Word, CliError> {
        if let Some(word) = attached {
            return Ok(word);
        }
        let next = self.words.get(self.at).filter(|word| !is_option(word));
        self.at += usize::from(next.is_some());
        let message = format!("aws: error: argument {name}: expected one argument");
        next.cloned().ok_or_else(|| CliError::usage(&message, option.span))
    }

    /// What is written, or what the file says that is named.
    fn text(&self, option: &str, word: &Word) -> Result<String, CliError> {
        let file = word.text.strip_prefix("file://").or_else(|| word.text.strip_prefix("fileb://"));
        let Some(file) = file else { return Ok(word.text.clone()) };
        self.files.get(file).cloned().ok_or_else(|| {
            let message =
                format!("Unable to load paramfile {}: [Errno 2] No such file or directory: '{file}'", word.text);
            CliError::parameter(option, &message, word.span)
        })
    }

    fn input(&mut self, model: &ServiceModel, name: &str, operation: OperationModel) -> Result<Value, CliError> {
        let members = model.members(operation.input);
        let mut given = Map::new();
        while let Some(word) = self.next() {
            if !is_option(word) {
                self.rest.push(word);
                continue;
            }
            let (option, attached) = parted(word);
            refuse_unsupported(&option, word)?;
            let Some((member, is_on)) = find_member(members, option.trim_start_matches("--")) else {
                if !self.global(word, &option, attached)? {
                    self.rest.push(word);
                }
                continue;
            };
            let value = match member.value {
                ValueType::Boolean => Value::Bool(is_on),
                _ => self.member(model, member, &option, attached, word)?,
            };
            given.insert(member.name.to_string(), value);
        }
        self.outfile(name)?;
        let mut input = match self.options.input_json.take() {
            Some((text, span)) => read_input_json(&text, span)?,
            None => self.require(members, &given)?,
        };
        input.extend(given);
        Ok(Value::Object(input))
    }

    /// What goes to a file, and nowhere here: `get-object` and `invoke` name it without an option, `create-virtual-mfa-device`
    /// with one and says what it wants to have in it.
    fn outfile(&mut self, name: &str) -> Result<(), CliError> {
        if matches!(name, "GetObject" | "Invoke")
            && let Some(index) = self.rest.iter().position(|word| !is_option(word))
        {
            self.rest.remove(index);
        }
        if name == "CreateVirtualMFADevice" {
            let missing: Vec<&str> =
                ["--outfile", "--bootstrap-method"].into_iter().filter(|option| !self.take_option(option)).collect();
            if !missing.is_empty() {
                return Err(required(&missing.join(", "), self.whole));
            }
        }
        Ok(())
    }

    /// Takes an option with its value from what was left over.
    fn take_option(&mut self, option: &str) -> bool {
        let Some(at) = self.rest.iter().position(|word| parted(word).0 == option) else { return false };
        let n_words = 1 + usize::from(!self.rest[at].text.contains('='));
        self.rest.drain(at..(at + n_words).min(self.rest.len()));
        true
    }

    fn require(&self, members: &[Member], given: &Map<String, Value>) -> Result<Map<String, Value>, CliError> {
        let missing: Vec<String> = members
            .iter()
            .filter(|member| member.is_required && !given.contains_key(&*member.name))
            .map(|member| format!("--{}", kebab(&member.name)))
            .collect();
        if missing.is_empty() { Ok(Map::new()) } else { Err(required(&missing.join(", "), self.whole)) }
    }

    fn member(
        &mut self,
        model: &ServiceModel,
        member: &Member,
        option: &str,
        attached: Option<Word>,
        word: &Word,
    ) -> Result<Value, CliError> {
        let option_name = option.trim_start_matches("--");
        let mut taken = vec![];
        if value::is_list(model, member.value) && attached.is_none() {
            while let Some(next) = self.words.get(self.at).filter(|next| !is_option(next)) {
                taken.push(next.clone());
                self.at += 1;
            }
            if taken.is_empty() {
                let message = format!("aws: error: argument {option}: expected at least one argument");
                return Err(CliError::usage(&message, word.span));
            }
        } else {
            taken.push(self.value(option, attached, word)?);
        }
        let span = whole(&taken);
        if member.value == ValueType::Bytes {
            return self.bytes(option_name, &taken[0]);
        }
        let texts = taken.iter().map(|word| self.text(option_name, word)).collect::<Result<Vec<_>, _>>()?;
        value::from_words(model, member.value, &texts).map_err(|error| match error {
            ValueError::Parsing(message) => CliError::parameter(option_name, &message, span),
            ValueError::Number(message) => {
                CliError { kind: CliErrorKind::Aws(format!("\n{message}\n")), span, code: GENERAL }
            }
        })
    }

    /// Bytes come from a file where they are a body; else they are written out.
    fn bytes(&self, option: &str, word: &Word) -> Result<Value, CliError> {
        if option != "body" {
            return Ok(Value::from(self.text(option, word)?));
        }
        let message = "Blob values must be a path to a file.";
        let content = self.files.get(word.text.as_str());
        content.map(|text| Value::from(text.as_str())).ok_or_else(|| CliError::parameter(option, message, word.span))
    }

    fn refuse_rest(&self) -> Result<(), CliError> {
        let Some(first) = self.rest.first() else { return Ok(()) };
        let names: Vec<&str> = self.rest.iter().map(|word| word.text.as_str()).collect();
        Err(CliError::usage(&format!("Unknown options: {}", names.join(", ")), first.span))
    }
}

fn refuse_unsupported(name: &str, word: &Word) -> Result<(), CliError> {
    if UNSUPPORTED.contains(&name) {
        return Err(CliError::sandbox(Problem::UnsupportedOption(name.into()), word.span));
    }
    Ok(())
}

/// Whether a word begins an option, which it does not if it is more than a word.
fn is_option(word: &Word) -> bool {
    word.text.starts_with("--") && word.text.len() > 2 && !word.text.contains(' ')
}

/// An option, and the value after its `=`.
fn parted(word: &Word) -> (String, Option<Word>) {
    match word.text.split_once('=') {
        Some((name, value)) => (name.to_owned(), Some(Word { text: value.to_owned(), span: word.span })),
        None => (word.text.clone(), None),
    }
}

/// The member of that name, and for truth values whether the option switches it on.
fn find_member<'a>(members: &'a [Member], option: &str) -> Option<(&'a Member, bool)> {
    let find = |name: &str| members.iter().find(|member| kebab(&member.name) == name);
    let is_boolean = |member: &&Member| member.value == ValueType::Boolean;
    find(option)
        .map(|member| (member, true))
        .or_else(|| find(option.strip_prefix("no-")?).filter(is_boolean).map(|member| (member, false)))
}

fn format(word: &Word) -> Result<Format, CliError> {
    match word.text.as_str() {
        "json" => Ok(Format::Json),
        "text" => Ok(Format::Text),
        "table" | "yaml" | "yaml-stream" => {
            let option = format!("--output {}", word.text);
            Err(CliError::sandbox(Problem::UnsupportedOption(option.into()), word.span))
        }
        _ => {
            let choices = ["json", "text", "table", "yaml", "yaml-stream"].map(str::to_owned);
            Err(CliError::usage(&invalid_choice("--output", &word.text, &choices), word.span))
        }
    }
}

fn read_input_json(text: &str, span: Span) -> Result<Map<String, Value>, CliError> {
    match serde_json::from_str(text) {
        Ok(Value::Object(members)) => Ok(members),
        Ok(other) => {
            let message = format!("Parameter validation failed:\nInvalid type for parameter input, value: {other}");
            Err(CliError::plain(&message, span))
        }
        Err(error) => {
            let message = format!("Invalid JSON: {error}\nJSON received: {text}");
            Err(CliError::parameter("cli-input-json", &message, span))
        }
    }
}

/// What an engine's operation takes where the protocol of the service says it in other words: the length of a
/// body for the body, the Region of the endpoint.
pub(super) fn adapted(command: &Command) -> Value {
    let mut input = command.input.clone();
    if let Value::Object(members) = &mut input {
        match &*command.operation {
            "s3:PutObject" => {
                if let Some(body) = members.remove("Body") {
                    let length = body.as_str().map_or(0, str::len);
                    members.entry("ContentLength").or_insert(json!(length));
                }
            }
            "s3:CreateBucket" => {
                let configuration = members.remove("CreateBucketConfiguration");
                if let Some(region) = configuration.as_ref().and_then(|it| it.get("LocationConstraint")) {
                    members.insert("Region".to_owned(), region.clone());
                }
            }
            "kms:CreateKey" => {
                if let Some(region) = &command.region {
                    members.insert("Region".to_owned(), json!(region));
                }
            }
            _ => {}
        }
    }
    input
}
