//! The history as rows: what was told, and below it what happened by itself because of it, by whose doing.

use super::record::{self, Doing};
use iam_sandbox::api::{Cause, Credentials, Event, Step};
use iam_sandbox::clock::Timestamp;
use std::sync::Arc;

/// Something that was told, with what followed by itself. Moves of the clock that follow one another are one.
#[derive(Debug)]
pub(super) struct Entry {
    /// Position of its first step.
    pub index: usize,
    /// For moves of the clock, how far.
    pub clock: Option<Move>,
    /// What happened by itself, in the order in which each began.
    pub groups: Vec<Group>,
}

/// A move of the clock.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Move {
    /// When it began.
    pub at: Timestamp,
    /// How far it went.
    pub seconds: i64,
    /// Whether too much was due in it, so that the clock stopped earlier than it was told to.
    pub is_cut_short: bool,
}

/// What one application, or one service, did by itself.
#[derive(PartialEq, Eq, Debug)]
pub(super) struct Group {
    /// The application, or the service as `ec2.amazonaws.com`.
    pub name: Box<str>,
    /// Whether it is an application.
    pub is_application: bool,
    /// Positions of the steps, oldest first.
    pub steps: Vec<usize>,
    /// When the last of them was.
    pub until: Timestamp,
    /// How many of them were answered with an error.
    pub n_refused: usize,
    /// Position of the first of those.
    pub first_refused: Option<usize>,
}

/// The history, newest first.
pub(super) fn entries(steps: &[Arc<Step>]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        let told = entries.last().and_then(|entry| steps.get(entry.index));
        // What was due before the history begins is noticed with the first step of it, and follows from none.
        if step.cause.is_some() && told.is_some_and(|told| step.at() < told.at()) {
            entries.insert(entries.len() - 1, Entry { index, clock: None, groups: Vec::new() });
            continue;
        }
        match (&step.cause, entries.last_mut()) {
            (Some(cause), Some(entry)) => entry.take(cause, index, step),
            (None, Some(Entry { clock: Some(before), .. })) if moved(step).is_some() => {
                if let Some(then) = moved(step) {
                    before.seconds += then.seconds;
                    before.is_cut_short |= then.is_cut_short;
                }
            }
            _ => entries.push(Entry { index, clock: moved(step), groups: Vec::new() }),
        }
    }
    entries.reverse();
    entries
}

fn moved(step: &Step) -> Option<Move> {
    let Event::Advance { seconds } = step.event else { return None };
    let at = step.at();
    let until = step.stopped_at.map(|stopped| stopped.epoch_seconds() - at.epoch_seconds());
    Some(Move { at, seconds: until.unwrap_or(i64::from(seconds)), is_cut_short: until.is_some() })
}

impl Entry {
    fn take(&mut self, cause: &Cause, index: usize, step: &Step) {
        let (name, is_application) = match cause {
            Cause::Application(name) => (name.clone(), true),
            Cause::Service => (service(step), false),
        };
        let known = self.groups.iter().position(|it| it.name == name && it.is_application == is_application);
        let at = known.unwrap_or_else(|| {
            self.groups.push(Group {
                name,
                is_application,
                steps: Vec::new(),
                until: step.at(),
                n_refused: 0,
                first_refused: None,
            });
            self.groups.len() - 1
        });
        if let Some(group) = self.groups.get_mut(at) {
            group.steps.push(index);
            group.until = step.at();
            if record::doing(step) != Some(Doing::Allowed) {
                group.n_refused += 1;
                group.first_refused.get_or_insert(index);
            }
        }
    }
}

fn service(step: &Step) -> Box<str> {
    match &step.event {
        Event::Call(call) => match &call.credentials {
            Credentials::Service(service) => service.name.clone(),
            _ => "".into(),
        },
        _ => "".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use iam_sandbox::api::{ApiCall, Question, Sandbox, Scenario};
    use iam_sandbox::arn::AccountId;
    use iam_sandbox::authz::Environment;
    use iam_sandbox::json::json;
    use serde_json::Value;

    fn ask(sandbox: &mut Sandbox) {
        let key = sandbox.keys().next().unwrap().access_key_id;
        sandbox.ask(Question::new(Credentials::Key(key), "s3:GetObject", "arn:aws:s3:::payroll/may.csv"));
    }

    /// An application on a laptop with the key of a user, which reads every minute what that user may not read.
    fn deploy(sandbox: &mut Sandbox) {
        let key = sandbox.keys().find(|key| &*key.name == "alice").unwrap();
        let account: AccountId = key.account;
        let call = |operation: &str, input: Value| ApiCall {
            credentials: Credentials::Owner(account),
            operation: operation.into(),
            input,
            environment: Environment::default(),
        };
        let calls = json!([{ "Operation": "s3:GetObject", "Input": { "Bucket": "payroll", "Key": "may.csv" } }]);
        let input = json!({
            "Name": "reader", "AccessKeyId": key.access_key_id, "EverySeconds": 60, "Calls": calls,
        });
        let answer = sandbox.call(call("sandbox:DeployApplication", input)).clone();
        assert_eq!(answer.error(), None);
    }

    #[test]
    fn moves_of_the_clock_that_follow_one_another_are_one_and_keep_when_they_began() {
        let mut sandbox = Sandbox::new(Scenario::first());
        ask(&mut sandbox);
        sandbox.advance_clock(60);
        sandbox.advance_clock(900);
        let entries = entries(sandbox.steps());
        let [Entry { index: 1, clock: Some(moved), .. }, Entry { index: 0, clock: None, .. }] = entries.as_slice()
        else {
            panic!("{entries:?}")
        };
        assert_eq!((moved.seconds, moved.is_cut_short), (960, false));
        assert_eq!(moved.at.clock_time_with_seconds(), "10:02:01");
    }

    #[test]
    fn what_an_application_did_is_folded_under_the_move_that_let_it() {
        let mut sandbox = Sandbox::new(Scenario::first());
        deploy(&mut sandbox);
        sandbox.advance_clock(600);
        let entries = entries(sandbox.steps());
        let moved = entries.iter().find(|entry| entry.clock.is_some()).unwrap();
        let [group] = moved.groups.as_slice() else { panic!("{:?}", moved.groups) };
        assert_eq!((&*group.name, group.is_application), ("reader", true));
        // One a minute for ten minutes, and alice may not read it.
        assert_eq!((group.steps.len(), group.n_refused), (10, 10));
        assert_eq!(group.first_refused, group.steps.first().copied());
        assert_eq!(Some(group.until), group.steps.last().map(|last| sandbox.steps()[*last].at()));
    }

    #[test]
    fn a_question_between_two_moves_parts_them() {
        let mut sandbox = Sandbox::new(Scenario::first());
        sandbox.advance_clock(60);
        ask(&mut sandbox);
        sandbox.advance_clock(60);
        assert_eq!(entries(sandbox.steps()).len(), 3);
    }

    #[test]
    fn what_was_due_before_the_first_step_does_not_follow_from_it() {
        let mut sandbox = Sandbox::new(Scenario::first());
        deploy(&mut sandbox);
        sandbox.advance_clock(60);
        ask(&mut sandbox);
        let steps = sandbox.steps();
        let due = steps.iter().find(|step| step.cause.is_some()).unwrap().clone();
        let asked = steps.last().unwrap().clone();
        assert!(due.at() < asked.at());
        let entries = entries(&[asked, due]);
        assert_eq!(entries.iter().map(|entry| (entry.index, entry.groups.len())).collect::<Vec<_>>(), [(0, 0), (1, 0)]);
    }
}
