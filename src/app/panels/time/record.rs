//! An event of the history as it is shown: when, whose, how it ended.

use crate::app::components::tone::tone_name;
use crate::app::strings::TimeStrings;
use iam_sandbox::api::{Answer, Event, Outcome, Step};
use iam_sandbox::authz::Authenticated;
use iam_sandbox::eval::Decision;
use iam_sandbox::text::{Tone, short_resource};

/// How an answer ended, in colour and word.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Ending {
    /// A tone of the style sheet.
    pub tone: &'static str,
    /// A word or two.
    pub word: String,
}

/// How a step ended, as one looks for it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Doing {
    /// It was allowed, and done if it was to be done.
    Allowed,
    /// Policies stood in the way.
    Denied,
    /// The credentials did not hold, or somebody did not get into the console.
    NotAuthenticated,
    /// Something else was wrong.
    Failed,
}

/// How a step ended; none for the clock, settings, and what cannot be said.
pub(super) fn doing(step: &Step) -> Option<Doing> {
    if let Some(response) = &step.metadata {
        return Some(if response.is_success() { Doing::Allowed } else { Doing::Failed });
    }
    let answer = step.answer.as_ref()?;
    if answer.authentication.is_err() {
        return Some(Doing::NotAuthenticated);
    }
    match answer.deciding_check().map(|check| check.verdict.decision) {
        Some(Decision::ExplicitDeny | Decision::ImplicitDeny) => Some(Doing::Denied),
        Some(Decision::CannotSay) => None,
        _ if answer.error().is_some() => Some(Doing::Failed),
        _ => Some(Doing::Allowed),
    }
}

/// The key that an event was done with; the owner and the clock have none.
pub(super) fn key_of(event: &Event) -> Option<&str> {
    match event {
        Event::Call(call) => call.credentials.access_key_id(),
        Event::Ask(question) => question.credentials.access_key_id(),
        Event::SignIn(_) | Event::Advance { .. } | Event::SetPropagationDelay { .. } | Event::Metadata { .. } => None,
    }
}

/// How an answer ended.
pub(super) fn ending(answer: &Answer, labels: &TimeStrings) -> Ending {
    let error_code = answer.error().map(|error| error.code.to_string());
    if answer.authentication.is_err() {
        return Ending { tone: tone_name(Tone::Expired), word: error_code.unwrap_or_default() };
    }
    let check = answer.deciding_check();
    match check.map(|check| check.verdict.decision) {
        Some(Decision::ExplicitDeny) => Ending {
            tone: tone_name(Tone::Explicit),
            word: (labels.denied_by)(&denying_policy(answer).unwrap_or_default()),
        },
        Some(Decision::ImplicitDeny) => {
            Ending { tone: tone_name(Tone::Implicit), word: labels.nothing_allows.to_owned() }
        }
        Some(Decision::CannotSay) => Ending { tone: tone_name(Tone::Unknown), word: labels.cannot_say.to_owned() },
        // Access was not the matter: the request was wrong, or what it names is not there.
        _ if error_code.is_some() => Ending { tone: "na", word: error_code.unwrap_or_default() },
        None if is_owner(answer) => Ending { tone: "na", word: labels.done.to_owned() },
        _ => Ending { tone: tone_name(Tone::Allow), word: labels.allowed.to_owned() },
    }
}

/// What was asked about, in short. Where nobody was authenticated the request alone tells.
pub(super) fn resource(event: &Event, answer: &Answer) -> String {
    let named = match event {
        Event::Call(call) if answer.authentication.is_err() => {
            let input = |name: &str| call.input.get(name).and_then(|value| value.as_str());
            let bucket = input("Bucket").map(|bucket| match input("Key") {
                Some(key) => format!("{bucket}/{key}"),
                None => bucket.to_owned(),
            });
            bucket.or_else(|| input("RoleArn").map(|arn| short_resource(arn).to_owned()))
        }
        _ => None,
    };
    named.unwrap_or_else(|| short_resource(&answer.resource).to_owned())
}

/// Whether it was allowed and then done, or only allowed.
pub(super) fn is_allowed(answer: &Answer) -> bool {
    answer.is_allowed() && !matches!(answer.outcome, Outcome::Failed(_))
}

fn is_owner(answer: &Answer) -> bool {
    matches!(answer.authentication, Ok(Authenticated::Owner(_)))
}

fn denying_policy(answer: &Answer) -> Option<String> {
    let check = answer.deciding_check()?;
    let at = check.verdict.statement?;
    check.policies.layer(at.layer).get(usize::from(at.policy)).map(|applied| applied.name.to_string())
}
