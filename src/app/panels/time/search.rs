//! Looking events up: by who, what, how it ended, when, and any text. What is left out restricts nothing.
//!
//! Everything that happened in the sandbox is looked through, also what CloudTrail would not tell of.

use super::actor::actor;
use super::record::{self, Doing};
use super::wallet::source_ip;
use crate::app::store::AppState;
use iam_sandbox::api::{Event, Step};
use iam_sandbox::clock::Timestamp;

/// What is looked for. Texts are found as parts, whatever the case.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Filter {
    /// A user, role, session, key or ARN.
    pub who: String,
    /// An operation, its service, or a path of the metadata service.
    pub what: String,
    /// How it ended.
    pub doing: Option<Doing>,
    /// Not earlier.
    pub since: Option<Timestamp>,
    /// Not later.
    pub until: Option<Timestamp>,
    /// Anything that a step holds.
    pub text: String,
}

/// What a step is found by.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Facts {
    who: String,
    what: String,
    doing: Option<Doing>,
    at: Timestamp,
    text: String,
}

impl Facts {
    /// Those of a step.
    pub(super) fn of(state: &AppState, step: &Step) -> Self {
        let actor = actor(state, step);
        let who = [vec![actor.name, actor.note], actor.also].concat().join("\n");
        Self { who, what: what(step), doing: record::doing(step), at: step.at(), text: text(step) }
    }
}

impl Filter {
    /// Whether nothing is looked for.
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a step is one of those that are looked for.
    pub(super) fn fits(&self, facts: &Facts) -> bool {
        has(&facts.who, &self.who)
            && has(&facts.what, &self.what)
            && self.doing.is_none_or(|doing| facts.doing == Some(doing))
            && self.since.is_none_or(|since| facts.at >= since)
            && self.until.is_none_or(|until| facts.at <= until)
            && [&facts.text, &facts.who, &facts.what].into_iter().any(|text| has(text, &self.text))
    }
}

fn has(text: &str, part: &str) -> bool {
    let part = part.trim().to_lowercase();
    part.is_empty() || text.to_lowercase().contains(&part)
}

/// The operation, or what else was asked for.
pub(super) fn what(step: &Step) -> String {
    match (&step.event, &step.answer) {
        (Event::Call(call), Some(answer)) if call.operation != answer.action => {
            format!("{}\n{}", call.operation, answer.action)
        }
        (Event::Metadata { request, .. }, _) => format!("{} {}", request.method, request.path),
        (_, Some(answer)) => answer.action.to_string(),
        _ => String::new(),
    }
}

fn text(step: &Step) -> String {
    let source = source_ip(&step.event).unwrap_or_default();
    let input = match &step.event {
        Event::Call(call) => call.input.to_string(),
        _ => String::new(),
    };
    let answer = step.answer.as_ref();
    let error = answer.and_then(|answer| answer.error());
    let error = error.map_or_else(String::new, |error| format!("{}\n{}", error.code, error.message));
    [&*input, source, answer.map_or("", |answer| &*answer.resource), &*error].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::store::AppState;
    use iam_sandbox::api::{Credentials, Question, Sandbox, Scenario};
    use iam_sandbox::text::Language;

    /// Three questions a minute apart: alice asks twice for what she may not do, bob lists what he may.
    fn state() -> AppState {
        let mut sandbox = Sandbox::new(Scenario::first());
        let key = |name: &str| {
            let mut keys = sandbox.keys();
            Credentials::Key(keys.find(|key| &*key.name == name).unwrap().access_key_id)
        };
        let (alice, bob) = (key("alice"), key("bob"));
        sandbox.ask(Question::new(alice.clone(), "s3:GetObject", "arn:aws:s3:::payroll/may.csv"));
        sandbox.advance_clock(59);
        sandbox.ask(Question::new(bob, "s3:ListBucket", "arn:aws:s3:::payroll"));
        sandbox.advance_clock(59);
        sandbox.ask(Question::new(alice, "iam:CreateUser", "*"));
        let question = Question::new(Credentials::Anonymous, "s3:GetObject", "*");
        AppState::of(sandbox, question, Language::English, None)
    }

    fn found(filter: &Filter) -> Vec<usize> {
        let state = state();
        let steps = state.sandbox.steps().iter().enumerate();
        steps.filter(|(_, step)| filter.fits(&Facts::of(&state, step))).map(|(index, _)| index).collect()
    }

    #[test]
    fn who_is_found_by_name_key_and_arn_whatever_the_case() {
        assert_eq!(found(&Filter { who: "ALICE".into(), ..Filter::default() }), [0, 4]);
        assert_eq!(found(&Filter { who: ":user/bob".into(), ..Filter::default() }), [2]);
        let state = state();
        let key = state.sandbox.keys().find(|key| &*key.name == "bob").unwrap().access_key_id;
        assert_eq!(found(&Filter { who: key.to_string(), ..Filter::default() }), [2]);
    }

    #[test]
    fn what_is_found_by_the_operation_and_by_the_permission() {
        assert_eq!(found(&Filter { what: "s3:".into(), ..Filter::default() }), [0, 2]);
        // Listing is done by ListObjectsV2, and allowed by s3:ListBucket.
        assert_eq!(found(&Filter { what: "listobjects".into(), ..Filter::default() }), [2]);
        assert_eq!(found(&Filter { what: "ListBucket".into(), ..Filter::default() }), [2]);
    }

    #[test]
    fn an_end_is_found_and_the_clock_has_none() {
        let denied = found(&Filter { doing: Some(Doing::Denied), ..Filter::default() });
        assert_eq!(denied.iter().filter(|index| [1, 3].contains(*index)).count(), 0);
        assert!(denied.contains(&0) && denied.contains(&4));
        assert_eq!(found(&Filter { doing: Some(Doing::NotAuthenticated), ..Filter::default() }), Vec::<usize>::new());
    }

    #[test]
    fn both_ends_of_a_time_count() {
        let at = |text: &str| Timestamp::parse(&format!("2026-11-21T{text}Z"));
        let minute = Filter { since: at("10:03:00"), until: at("10:03:00"), ..Filter::default() };
        let start = state().sandbox.steps()[0].at();
        assert_eq!(start, at("10:02:00").unwrap());
        assert_eq!(found(&minute), [2]);
    }

    #[test]
    fn any_text_is_looked_for_in_resources_and_in_the_words_of_an_error() {
        assert_eq!(found(&Filter { text: "may.csv".into(), ..Filter::default() }), [0]);
        assert!(found(&Filter { text: "no identity-based policy allows".into(), ..Filter::default() }).contains(&0));
        assert_eq!(
            found(&Filter { text: "may.csv".into(), who: "bob".into(), ..Filter::default() }),
            Vec::<usize>::new()
        );
    }
}
