//! An event of the history as it is shown: when, whose, how it ended.

use crate::app::components::tone::tone_name;
use crate::app::strings::TimeStrings;
use iam_sandbox::api::{Answer, Event, MetadataRequest, Outcome, Step};
use iam_sandbox::authz::Authenticated;
use iam_sandbox::clock::Timestamp;
use iam_sandbox::eval::Decision;
use iam_sandbox::text::{Tone, short_resource};
use std::sync::Arc;

/// How an answer ended, in colour and word.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Ending {
    /// A tone of the style sheet.
    pub tone: &'static str,
    /// A word or two.
    pub word: String,
}

/// A line of the history.
#[derive(Debug)]
pub(super) enum Entry<'a> {
    /// A call or a question.
    Answered {
        /// Position of the step.
        index: usize,
        event: &'a Event,
        answer: &'a Answer,
    },
    /// The clock was moved on.
    Clock {
        /// When it was.
        at: Timestamp,
        seconds: i64,
        /// Whether too much was due in it, so that the clock stopped earlier than it was told to.
        is_cut_short: bool,
    },
    /// The metadata service of an instance was asked.
    Metadata {
        /// Position of the step.
        index: usize,
        at: Timestamp,
        instance: &'a str,
        request: &'a MetadataRequest,
        /// None if no answer arrived.
        status: Option<u16>,
    },
}

/// The key that an event was done with; the owner and the clock have none.
pub(super) fn key_of(event: &Event) -> Option<&str> {
    match event {
        Event::Call(call) => call.credentials.access_key_id(),
        Event::Ask(question) => question.credentials.access_key_id(),
        Event::SignIn(_) | Event::Advance { .. } | Event::SetPropagationDelay { .. } | Event::Metadata { .. } => None,
    }
}

/// The history, newest first; moves of the clock that follow one another are one.
pub(super) fn entries(steps: &[Arc<Step>]) -> Vec<Entry<'_>> {
    let mut entries = Vec::new();
    for (index, step) in steps.iter().enumerate().rev() {
        let at = step.at();
        match (&step.event, &step.answer, &step.metadata) {
            (Event::Advance { seconds }, ..) => {
                let until = step.stopped_at.map(|stopped| stopped.epoch_seconds() - at.epoch_seconds());
                let seconds = until.unwrap_or(i64::from(*seconds));
                match entries.last_mut() {
                    Some(Entry::Clock { at: since, seconds: sum, .. }) => (*since, *sum) = (at, *sum + seconds),
                    _ => entries.push(Entry::Clock { at, seconds, is_cut_short: until.is_some() }),
                }
            }
            (Event::Metadata { instance, request }, _, Some(response)) => {
                entries.push(Entry::Metadata { index, at, instance, request, status: response.status });
            }
            (event, Some(answer), _) => entries.push(Entry::Answered { index, event, answer }),
            _ => {}
        }
    }
    entries
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

/// Whether there is a trace to look at.
pub(super) fn can_be_looked_at(answer: &Answer) -> bool {
    answer.authentication.is_err() || !answer.checks.is_empty()
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

#[cfg(test)]
mod tests {
    use super::*;
    use iam_sandbox::api::{Credentials, Question, Sandbox, Scenario};

    #[test]
    fn moves_of_the_clock_that_follow_one_another_are_one_and_keep_when_they_began() {
        let mut sandbox = Sandbox::new(Scenario::first());
        let key = sandbox.keys().next().unwrap().access_key_id;
        sandbox.ask(Question::new(Credentials::Key(key), "s3:GetObject", "arn:aws:s3:::payroll/may.csv"));
        sandbox.advance_clock(60);
        sandbox.advance_clock(900);
        let entries = entries(sandbox.steps());
        let [Entry::Clock { at, seconds: 960, is_cut_short: false }, Entry::Answered { index: 0, .. }] =
            entries.as_slice()
        else {
            panic!("{entries:?}")
        };
        assert_eq!(at.clock_time_with_seconds(), "10:02:01");
    }
}
