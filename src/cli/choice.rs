//! Which service and which operation are meant, and what the AWS CLI says where there is none of the name.

use super::error::{CliError, Problem};
use super::lex::Word;
use super::name::{close_matches, kebab};
use crate::catalog::{OperationModel, ServiceModel, service_model, service_models};

/// Services that the command line calls by another name than their actions do.
const NAMES: &[(&str, &str)] = &[
    ("accessanalyzer", "access-analyzer"),
    ("resourcegroupstaggingapi", "tag"),
    ("s3api", "s3"),
    ("sso", "awsssoportal"),
    ("sso-admin", "sso"),
    ("sso-oidc", "sso-oauth"),
];

pub(super) fn find_service(word: &Word) -> Result<(&'static ServiceModel, &'static str), CliError> {
    let renamed = NAMES.iter().find(|(name, _)| *name == word.text).map(|(_, service)| *service);
    let is_hidden = renamed.is_none() && NAMES.iter().any(|(_, service)| *service == word.text);
    let model = service_model(renamed.unwrap_or(&word.text)).filter(|_| !is_hidden);
    let unknown = || CliError::sandbox(Problem::UnknownService(word.text.as_str().into()), word.span);
    model.map(|model| (model, &*model.service)).ok_or_else(unknown)
}

/// The commands that a line may begin with after `aws`.
pub fn services() -> impl Iterator<Item = &'static str> {
    service_models().map(|model| command_of(&model.service))
}

/// The command of a service.
pub(super) fn command_of(service: &str) -> &str {
    NAMES.iter().find(|(_, known)| *known == service).map_or(service, |(name, _)| name)
}

pub(super) fn find_operation(model: &ServiceModel, word: &Word) -> Result<(String, OperationModel), CliError> {
    let Some(name) = model.names().find(|name| kebab(name) == word.text) else {
        return Err(CliError::usage(&invalid_choice("operation", &word.text, &operations(model)), word.span));
    };
    let unsupported = || CliError::sandbox(Problem::UnsupportedOperation(name.into()), word.span);
    Ok((name.to_owned(), model.operation(name).ok_or_else(unsupported)?))
}

/// The operations of a service as the command line writes them, in order.
pub(super) fn operations(model: &ServiceModel) -> Vec<String> {
    let mut names: Vec<String> = model.names().map(kebab).collect();
    crate::ordered::sort(&mut names);
    names
}

pub(super) fn invalid_choice(argument: &str, word: &str, choices: &[String]) -> String {
    let mut message = format!("aws: error: argument {argument}: Invalid choice, valid choices are:\n");
    for pair in choices.chunks(2) {
        let cells: Vec<String> = pair.iter().map(|choice| format!("{choice:<40}")).collect();
        message = format!("{message}\n{}", cells.join(" | "));
    }
    let near = close_matches(word, choices.iter().map(String::as_str));
    if !near.is_empty() {
        message = format!("{message}\n\n\nInvalid choice: '{word}', maybe you meant:\n");
        for name in near {
            message = format!("{message}\n  * {name}");
        }
    }
    message
}
