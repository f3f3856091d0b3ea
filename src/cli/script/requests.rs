//! `on INSTANCE curl …`: a request to the metadata service, made by something that runs on the instance.
//!
//! Of curl only what such requests take is known; no other address is reached. `on web/container` makes the request
//! from a container there, which is a hop further away.

use super::verbs::Verbs;
use super::{Act, Output};
use crate::api::{MetadataRequest, MetadataResponse};
use crate::arn::AccountId;
use crate::cli::error::{CliError, Problem};
use crate::cli::lex::Word;
use crate::cli::{resource, who};
use crate::world::{Instance, World};
use std::collections::BTreeMap;

const ADDRESS: &str = "169.254.169.254";

/// Options of curl that only say how much it tells.
const IDLE: &[&str] = &["-s", "-S", "-sS", "--silent", "--show-error", "-v", "--verbose"];

pub(super) fn on(verbs: &Verbs<'_>) -> Result<Act, CliError> {
    let [place, program, words @ ..] = verbs.words else { return Err(verbs.error(Problem::OnShape)) };
    if program.text != "curl" {
        return Err(CliError::sandbox(Problem::OnShape, program.span));
    }
    let (name, hops) = match place.text.strip_suffix("/container") {
        Some(name) => (name, 2),
        None => (place.text.as_str(), 1),
    };
    let instance = instance(verbs.sandbox.world(), verbs.terminal.home, name);
    let missing = || CliError::sandbox(Problem::NoInstance(name.into()), place.span);
    let instance = instance.ok_or_else(missing)?.id.clone();
    let (request, hides_errors) = curl(program, words)?;
    Ok(Act::Metadata { instance, request: MetadataRequest { hops, ..request }, hides_errors })
}

/// The instance of that id, or of that `Name`, in the home account before others.
pub(super) fn instance<'a>(world: &'a World, home: AccountId, name: &str) -> Option<&'a Instance> {
    let (account, name) = match name.split_once('/') {
        Some((account, name)) => (Some(who::account(world, account).ok()?), name),
        None => (None, name),
    };
    who::accounts(world, home, account).find_map(|account| resource::instance_called(world, account.id, name))
}

fn curl(program: &Word, words: &[Word]) -> Result<(MetadataRequest, bool), CliError> {
    let wrong = |word: &Word| CliError::sandbox(Problem::UnsupportedOption(word.text.as_str().into()), word.span);
    let (mut method, mut path, mut headers, mut hides_errors) = (None, None, BTreeMap::new(), false);
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        let mut value = || {
            let missing = || CliError::sandbox(Problem::NoValue(word.text.as_str().into()), word.span);
            rest.next().ok_or_else(missing)
        };
        match word.text.as_str() {
            "-X" | "--request" => method = Some(value()?.text.as_str().into()),
            "-H" | "--header" => {
                let header = value()?;
                let parts = header.text.split_once(':').ok_or_else(|| wrong(header))?;
                headers.insert(parts.0.trim().into(), parts.1.trim().into());
            }
            "-f" | "--fail" | "-fs" | "-sf" | "-fsS" => hides_errors = true,
            option if IDLE.contains(&option) => {}
            option if option.starts_with('-') => return Err(wrong(word)),
            _ if path.is_some() => {
                return Err(CliError::sandbox(Problem::ExtraWords(word.text.as_str().into()), word.span));
            }
            url => path = Some(path_of(url).ok_or_else(|| elsewhere(word))?),
        }
    }
    let path = path.ok_or_else(|| CliError::sandbox(Problem::OnShape, program.span))?;
    let request = MetadataRequest { method: method.unwrap_or_else(|| "GET".into()), path, headers, hops: 1 };
    Ok((request, hides_errors))
}

fn elsewhere(word: &Word) -> CliError {
    CliError::sandbox(Problem::NoAddress(word.text.as_str().into()), word.span)
}

fn path_of(url: &str) -> Option<Box<str>> {
    let rest = url.strip_prefix("http://").unwrap_or(url).strip_prefix(ADDRESS)?;
    match rest {
        "" => Some("/".into()),
        path if path.starts_with('/') => Some(path.into()),
        _ => None,
    }
}

/// What curl prints.
pub(super) fn output(response: &MetadataResponse, hides_errors: bool) -> Output {
    match response.status {
        None => Output { stderr: "curl: (28) Connection timed out\n".to_owned(), code: 28, ..Output::default() },
        Some(status) if hides_errors && !response.is_success() => {
            let stderr = format!("curl: (22) The requested URL returned error: {status}\n");
            Output { stderr, code: 22, ..Output::default() }
        }
        Some(_) => Output { stdout: format!("{}\n", response.body), ..Output::default() },
    }
}
