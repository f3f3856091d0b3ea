//! Which service and which operation are meant, and what the AWS CLI says where there is none of the name.

use super::error::{CliError, Problem};
use super::lex::Word;
use super::name::{close_matches, kebab};
use crate::catalog::{OperationModel, ServiceModel, service_model, service_models};

/// The names of the command line are those of the services but for S3, whose API is `s3api`.
pub(super) fn find_service(word: &Word) -> Result<(&'static ServiceModel, &'static str), CliError> {
    let service = if word.text == "s3api" { "s3" } else { &word.text };
    let model = service_model(service).filter(|_| word.text != "s3");
    let unknown = || CliError::sandbox(Problem::UnknownService(word.text.as_str().into()), word.span);
    model.map(|model| (model, &*model.service)).ok_or_else(unknown)
}

/// The commands that a line may begin with after `aws`.
pub fn services() -> impl Iterator<Item = &'static str> {
    service_models().iter().map(|model| if &*model.service == "s3" { "s3api" } else { &*model.service })
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
    names.sort_unstable();
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
