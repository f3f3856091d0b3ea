//! Variables as a shell has them, and those among them by which the AWS CLI is told who calls and where.
//!
//! From "Environment variables to configure the AWS CLI" and "Configuration and credential file settings" in its user
//! guide: a profile on the line goes before keys in variables, and these before a profile in one.

use super::verbs::Verbs;
use super::{Act, by_profile};
use crate::api::{Credentials, Sandbox, SignedCredentials};
use crate::cli::Terminal;
use crate::cli::error::{CliError, Problem};
use crate::cli::lex::{Variables, Word, is_name};
use crate::span::Span;
use std::borrow::Cow;

const KEY: &str = "AWS_ACCESS_KEY_ID";
const SECRET: &str = "AWS_SECRET_ACCESS_KEY";
const TOKEN: &str = "AWS_SESSION_TOKEN";

/// A variable that is set, or taken away.
pub type Setting = (Box<str>, Option<Box<str>>);

/// `NAME=value` at the beginning of a line, and what follows.
pub(super) fn leading(words: &[Word]) -> (Vec<Setting>, &[Word]) {
    let settings: Vec<Setting> = words.iter().map_while(setting).collect();
    let rest = words.get(settings.len()..).unwrap_or_default();
    (settings, rest)
}

/// `export NAME=value …`
pub(super) fn export(verbs: &Verbs<'_>) -> Result<Act, CliError> {
    settings(verbs, |word| setting(word).or_else(|| name(&word.text).map(|name| (name, Some("".into())))))
}

/// `unset NAME …`
pub(super) fn unset(verbs: &Verbs<'_>) -> Result<Act, CliError> {
    settings(verbs, |word| name(&word.text).map(|name| (name, None)))
}

/// Errors: a word is no name, or no assignment.
fn settings(verbs: &Verbs<'_>, read: fn(&Word) -> Option<Setting>) -> Result<Act, CliError> {
    let wrong = |word: &Word| CliError::sandbox(Problem::VariableShape(word.text.as_str().into()), word.span);
    let settings = verbs.words.iter().map(|word| read(word).ok_or_else(|| wrong(word))).collect::<Result<_, _>>()?;
    Ok(Act::Set { settings })
}

fn setting(word: &Word) -> Option<Setting> {
    let (name_of, value) = word.text.split_once('=')?;
    Some((name(name_of)?, Some(value.into())))
}

fn name(text: &str) -> Option<Box<str>> {
    is_name(text).then(|| text.into())
}

/// The terminal with variables that hold for one line.
pub(super) fn with<'a>(terminal: &'a Terminal, settings: &[Setting]) -> Cow<'a, Terminal> {
    let mut terminal = Cow::Borrowed(terminal);
    if !settings.is_empty() {
        set(&mut terminal.to_mut().variables, settings);
    }
    terminal
}

/// Sets variables, and takes others away.
pub(super) fn set(variables: &mut Variables, settings: &[Setting]) {
    for (name, value) in settings {
        match value {
            Some(value) => variables.insert(name.clone(), value.to_string()),
            None => variables.remove(name),
        };
    }
}

/// Who calls by the variables, and otherwise whoever acts.
///
/// Errors: a key without its secret, or the other way round; a profile that nobody has.
pub(super) fn credentials(sandbox: &Sandbox, terminal: &Terminal, span: Span) -> Result<Credentials, CliError> {
    let value = |name: &str| terminal.variables.get(name).filter(|value| !value.is_empty());
    match (value(KEY), value(SECRET), value("AWS_PROFILE")) {
        (Some(key), Some(secret), _) => Ok(Credentials::Signed(SignedCredentials {
            access_key_id: key.as_str().into(),
            secret_access_key: secret.as_str().into(),
            session_token: value(TOKEN).map(|token| token.as_str().into()),
        })),
        (Some(_), None, _) => Err(partial(SECRET, span)),
        (None, Some(_), _) => Err(partial(KEY, span)),
        (None, None, Some(profile)) => by_profile(sandbox, terminal, profile, span),
        (None, None, None) => Ok(terminal.actor.clone()),
    }
}

fn partial(missing: &str, span: Span) -> CliError {
    CliError::configuration(&format!("Partial credentials found in env, missing: {missing}"), span)
}

/// The Region by the variables.
pub(super) fn region(variables: &Variables) -> Option<Box<str>> {
    let value = |name: &str| variables.get(name).filter(|value| !value.is_empty());
    value("AWS_REGION").or_else(|| value("AWS_DEFAULT_REGION")).map(|region| region.as_str().into())
}
