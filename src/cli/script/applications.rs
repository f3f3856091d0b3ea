//! `deploy`, `restart`, `remove`: applications, which belong to the owner of the world, whoever types.

use super::Act;
use super::options::Options;
use super::requests;
use super::verbs::{Verbs, duration_seconds, moment};
use crate::api::{ApiCall, Credentials};
use crate::arn::AccountId;
use crate::authz::Environment;
use crate::cli::error::{CliError, Problem};
use crate::cli::lex::{Word, words};
use crate::cli::{parse, who};
use crate::json::json;
use crate::span::Span;
use crate::world::{Function, World};
use serde_json::{Map, Value};

pub(super) fn deploy(verbs: &Verbs<'_>) -> Result<Act, CliError> {
    let with_value = ["--on", "--in", "--profile", "--every", "--from", "--until"];
    let options = Options::of(verbs.words, &with_value, &["--new-process"])?;
    let [name, lines @ ..] = options.words.as_slice() else { return Err(verbs.error(Problem::DeployShape)) };
    let shape = |word: &Word| CliError::sandbox(Problem::DeployShape, word.span);
    let every = options.value("--every").ok_or_else(|| verbs.error(Problem::DeployShape))?;
    let every_seconds = duration_seconds(&every.text).filter(|seconds| *seconds > 0).ok_or_else(|| shape(every))?;
    if lines.is_empty() {
        return Err(verbs.error(Problem::DeployShape));
    }
    let (world, home) = (verbs.sandbox.world(), verbs.terminal.home);
    let mut input = Map::new();
    input.insert("Name".into(), json!(name.text));
    let mut account = home;
    if let Some(word) = options.value("--on") {
        let missing = || CliError::sandbox(Problem::NoInstance(word.text.as_str().into()), word.span);
        let instance = requests::instance(world, home, &word.text).ok_or_else(missing)?;
        account = instance.account;
        input.insert("InstanceId".into(), json!(instance.id));
    }
    if let Some(word) = options.value("--in") {
        let missing = || CliError::sandbox(Problem::NoFunction(word.text.as_str().into()), word.span);
        let function = function(world, home, &word.text).ok_or_else(missing)?;
        account = function.account;
        input.insert("FunctionArn".into(), json!(function.arn));
    }
    if let Some(word) = options.value("--profile") {
        let credentials = verbs.by_profile(word)?;
        let key = credentials.access_key_id().ok_or_else(|| shape(word))?;
        input.insert("AccessKeyId".into(), json!(key));
    }
    input.insert("StartedAnew".into(), json!(options.has("--new-process")));
    input.insert("EverySeconds".into(), json!(every_seconds));
    for (option, member) in [("--from", "From"), ("--until", "Until")] {
        if let Some(word) = options.value(option) {
            let at = moment(&word.text, verbs.sandbox.now()).ok_or_else(|| shape(word))?;
            input.insert(member.into(), json!(at));
        }
    }
    let calls = lines.iter().map(|line| call(verbs, line)).collect::<Result<Value, _>>()?;
    input.insert("Calls".into(), calls);
    Ok(of_owner(account, "sandbox:DeployApplication", Value::Object(input)))
}

/// `restart` and `remove`.
pub(super) fn of_name(verbs: &Verbs<'_>, operation: &str) -> Result<Act, CliError> {
    let name = match verbs.words {
        [name] => name,
        [name, option, ..] if option.text == "--profile" => {
            let enough = format!("{} {}", verbs.verb.text, name.text);
            return Err(CliError::sandbox(Problem::ApplicationOfOwner(enough.into()), option.span));
        }
        _ => return Err(verbs.error(Problem::ApplicationShape(verbs.verb.text.as_str().into()))),
    };
    let known = verbs.sandbox.world().application(&name.text);
    let account = known.map_or(verbs.terminal.home, |application| application.account);
    Ok(of_owner(account, operation, json!({ "Name": name.text })))
}

fn of_owner(account: AccountId, operation: &str, input: Value) -> Act {
    let (credentials, environment) = (Credentials::Owner(account), Environment::default());
    Act::Call(ApiCall { credentials, operation: operation.into(), input, environment })
}

/// A line of the AWS CLI that stands in quotes; who calls is a matter of where the application runs.
fn call(verbs: &Verbs<'_>, line: &Word) -> Result<Value, CliError> {
    let at_line = |error: CliError| CliError { span: line.span, ..error };
    let inside = words(&line.text, Span::new(0, line.text.len()), &verbs.terminal.variables).map_err(at_line)?;
    if inside.first().is_none_or(|word| word.text != "aws") {
        return Err(CliError::sandbox(Problem::DeployShape, line.span));
    }
    let command = parse::parse(&inside, &verbs.terminal.files).map_err(at_line)?;
    super::check_carried_out(&command, &inside).map_err(at_line)?;
    if command.profile.is_some() {
        return Err(CliError::sandbox(Problem::DeployShape, line.span));
    }
    Ok(json!({ "Operation": command.operation, "Input": parse::adapted(&command) }))
}

fn function<'a>(world: &'a World, home: AccountId, name: &str) -> Option<&'a Function> {
    let (account, name) = match name.split_once('/') {
        Some((account, name)) => (Some(who::account(world, account).ok()?), name),
        None => (None, name),
    };
    who::accounts(world, home, account).find_map(|account| {
        world.functions().find(|function| function.account == account.id && *function.name == *name)
    })
}
