//! What `help` prints: services, operations and options, as the pages of the AWS CLI list them, without their prose.

use super::choice::{find_operation, find_service, operations, services};
use super::error::{CliError, CliErrorKind, Problem};
use super::lex::Word;
use super::name::kebab;
use crate::catalog::{OperationModel, ServiceModel, ValueType};
use crate::span::Span;

/// What is told instead of an act, if a line asks for help.
pub(super) fn help(words: &[Word]) -> Option<CliError> {
    let (first, last) = (words.first()?, words.last()?);
    let rest = words.get(1..).unwrap_or_default();
    if last.text != "help" || (first.text != "aws" && words.len() > 1) {
        return None;
    }
    match rest {
        [] => Some(CliError::sandbox(Problem::Help, last.span)),
        [_] => Some(listed("AVAILABLE SERVICES", services().map(str::to_owned), last.span)),
        [service, _] => Some(match find_service(service) {
            Ok((model, _)) => listed("AVAILABLE COMMANDS", operations(model).into_iter(), last.span),
            Err(error) => error,
        }),
        [service, operation, _] => Some(match find_service(service).and_then(|(model, _)| of(model, operation)) {
            Ok((model, found)) => page("SYNOPSIS", &synopsis(model, &operation.text, found), last.span),
            Err(error) => error,
        }),
        _ => None,
    }
}

fn of<'a>(model: &'a ServiceModel, operation: &Word) -> Result<(&'a ServiceModel, OperationModel), CliError> {
    Ok((model, find_operation(model, operation)?.1))
}

fn listed(title: &str, names: impl Iterator<Item = String>, span: Span) -> CliError {
    let lines: Vec<String> = names.map(|name| format!("       o {name}")).collect();
    page(title, &lines.join("\n"), span)
}

fn synopsis(model: &ServiceModel, name: &str, operation: OperationModel) -> String {
    let option = |member: &crate::catalog::Member| {
        let name = kebab(&member.name);
        let written = match member.value {
            ValueType::Boolean => format!("--{name} | --no-{name}"),
            _ => format!("--{name} <value>"),
        };
        if member.is_required { format!("          {written}") } else { format!("          [{written}]") }
    };
    let options = model.members(operation.input).iter().map(option);
    std::iter::once(format!("            {name}")).chain(options).collect::<Vec<_>>().join("\n")
}

fn page(title: &str, body: &str, span: Span) -> CliError {
    CliError { kind: CliErrorKind::Aws(format!("{title}\n{body}\n")), span, code: 0 }
}

#[cfg(test)]
mod tests {
    use super::super::{Terminal, run};
    use crate::api::{Sandbox, Scenario};

    fn printed(line: &str) -> (String, u8) {
        let mut sandbox = Sandbox::new(Scenario::first());
        let mut terminal = Terminal::of(&sandbox);
        let output = run(&mut sandbox, &mut terminal, line);
        assert!(sandbox.steps().is_empty(), "help did something");
        (output.stderr, output.code)
    }

    #[test]
    fn help_lists_services_operations_and_options() {
        let (text, code) = printed("aws help");
        assert!(text.starts_with("AVAILABLE SERVICES\n") && text.contains("\n       o iam\n"), "{text}");
        assert_eq!(code, 0);
        assert!(printed("aws iam help").0.contains("\n       o create-access-key\n"));
        let (text, code) = printed("aws iam update-access-key help");
        // https://docs.aws.amazon.com/cli/latest/reference/iam/update-access-key.html
        let expected = [
            "SYNOPSIS",
            "            update-access-key",
            "          [--user-name <value>]",
            "          --access-key-id <value>",
            "          --status <value>",
            "",
        ];
        assert_eq!((text.as_str(), code), (expected.join("\n").as_str(), 0));
    }

    #[test]
    fn who_asks_for_help_on_what_there_is_not_hears_what_there_is() {
        let (text, code) = printed("aws iam make-user help");
        assert!(text.contains("Invalid choice, valid choices are:") && code == 252, "{text}");
    }

    #[test]
    fn somebody_may_be_called_help() {
        let mut sandbox = Sandbox::new(Scenario::first());
        let mut terminal = Terminal::of(&sandbox);
        let output = run(&mut sandbox, &mut terminal, "aws iam create-user --user-name help");
        assert_eq!(output.code, 0);
        assert_eq!(sandbox.steps().len(), 1);
    }
}
