//! `can` and `cannot`: asked of the world as it is, or as it will be at a time.

use super::attempt::Attempt;
use super::goal::{Access, Fact, Moment, Reason, Who};
use super::status::{Decided, Evidence, Missing, Status};
use super::{cause, circumstances, history, resolve};
use crate::analysis;
use crate::api::{Answer, AuthenticationFailure, Credentials, Question, Sandbox};
use crate::arn::AccountId;
use crate::authz::Environment;
use crate::cli;
use crate::eval::DecidedBy;
use crate::glob::Glob;
use crate::services::OPERATIONS;

pub(super) fn can(wanted: &Access, attempt: &Attempt) -> Status {
    let asked = |asking: Result<Asking, Missing>| match asking {
        Err(missing) => Status::NotYet(missing),
        Ok(asking) => asking.held_against(&wanted.action, &asking.resource, true, wanted.because),
    };
    if let Who::Portal(_) = base(&wanted.who) {
        let mut offered = Asking::of_each(wanted, attempt).map(asked);
        let first = offered.next().unwrap_or_else(|| Status::NotYet(Missing::Session(Box::new(wanted.who.clone()))));
        return if offered.any(|status| status == Status::Met) { Status::Met } else { first };
    }
    asked(Asking::new(wanted, attempt))
}

pub(super) fn cannot(wanted: &Access, attempt: &Attempt) -> Status {
    if let Who::Descendants(_) | Who::Portal(_) = base(&wanted.who) {
        let mut each = Asking::of_each(wanted, attempt).map(|asking| denied_all(asking, wanted));
        return each.find(|status| *status != Status::Met).unwrap_or(Status::Met);
    }
    denied_all(Asking::new(wanted, attempt), wanted)
}

fn denied_all(asking: Result<Asking, Missing>, wanted: &Access) -> Status {
    let asking = match asking {
        Err(missing) => return Status::NotYet(missing),
        Ok(asking) => asking,
    };
    let mut unmet = None;
    for (action, resource) in &asking.covered(&wanted.action) {
        match asking.held_against(action, resource, false, wanted.because) {
            Status::Met => {}
            // What is allowed tells more than what is denied for another reason.
            status if is_allowed(&status) => return status,
            status => {
                unmet.get_or_insert(status);
            }
        }
    }
    unmet.unwrap_or(Status::Met)
}

fn is_allowed(status: &Status) -> bool {
    matches!(status, Status::NotMet(Evidence::Decided(decided)) if decided.answer.is_allowed())
}

/// How many actions somebody may do, of those that probes know, and never did.
pub(super) fn unused_actions(who: &Who, attempt: &Attempt) -> Result<usize, Missing> {
    let (action, resource, facts) = ("*".into(), "*".into(), Vec::new());
    let asking = Asking::new(&Access { who: who.clone(), action, resource, facts, at: None, because: None }, attempt)?;
    let used = history::used_actions(who, attempt);
    let asked = asking.covered("*").into_iter().filter(|(action, _)| **action != *"*");
    let unused = asked.filter(|(action, _)| !used.contains(&action.to_ascii_lowercase()));
    let allowed = unused.filter(|(action, resource)| asking.ask(action, resource).1.is_allowed());
    Ok(crate::ordered::set(allowed.map(|(action, _)| action.to_ascii_lowercase())).len())
}

/// The request of a line and its answer; none if the line covers many, or who or what it names is not there.
pub(super) fn decided(wanted: &Access, attempt: &Attempt) -> Option<Decided> {
    if wanted.action.contains(['*', '?']) {
        return None;
    }
    let asking = Asking::new(wanted, attempt).ok()?;
    let (question, answer) = asking.ask(&wanted.action, &asking.resource);
    Some(Decided { question, answer, is_only_reason: false })
}

/// Somebody at a place and time, about a resource.
struct Asking {
    fork: Sandbox,
    credentials: Credentials,
    resource: Box<str>,
    environment: Environment,
}

fn base(who: &Who) -> &Who {
    match who {
        Who::With { who, .. } => base(who),
        who => who,
    }
}

/// The circumstances that stand with somebody.
fn facts_of(who: &Who) -> &[Fact] {
    match who {
        Who::With { facts, .. } => facts,
        _ => &[],
    }
}

impl Asking {
    fn new(wanted: &Access, attempt: &Attempt) -> Result<Self, Missing> {
        Self::with(attempt.now.clone(), wanted, attempt, None)
    }

    /// With each of the credentials that somebody has who may have several.
    fn of_each(wanted: &Access, attempt: &Attempt) -> impl Iterator<Item = Result<Self, Missing>> {
        let (mut fork, home) = (attempt.now.clone(), attempt.home());
        let (known, missing) = match base(&wanted.who) {
            Who::Portal(name) => match resolve::at_the_portal(&mut fork, home, name) {
                Ok(offered) => (offered, None),
                Err(missing) => (Vec::new(), Some(Err(missing))),
            },
            who => (resolve::descendants(&fork, home, who), None),
        };
        let asking = move |credentials| Self::with(fork.clone(), wanted, attempt, Some(credentials));
        known.into_iter().map(asking).chain(missing)
    }

    /// With credentials that are known already, or else those of whom the line names.
    fn with(
        mut fork: Sandbox,
        wanted: &Access,
        attempt: &Attempt,
        known: Option<Credentials>,
    ) -> Result<Self, Missing> {
        let home = attempt.home();
        let mut environment = circumstances::environment(facts_of(&wanted.who).iter().chain(&wanted.facts));
        // What an application signs with at a moment it gets on the way there.
        let is_later = matches!(wanted.who, Who::App(_));
        let at_once = match known {
            Some(known) => Some(known),
            None if is_later => None,
            None => Some(resolve::credentials(&mut fork, home, &wanted.who)?),
        };
        let resource = resource(&fork, home, wanted)?;
        let at = wanted.at.map(|at| match at {
            Moment::Day(time) | Moment::At(time) => time,
            Moment::After(duration) => attempt.began().plus_seconds(duration.seconds()),
        });
        if let Some(at) = at {
            match u32::try_from(at.epoch_seconds() - fork.now().epoch_seconds()) {
                Ok(seconds) => fork.advance_clock(seconds),
                Err(_) => circumstances::set_time(&mut environment, at),
            }
        }
        let credentials = match at_once {
            Some(credentials) => credentials,
            None => resolve::credentials(&mut fork, home, &wanted.who)?,
        };
        Ok(Self { fork, credentials, resource, environment })
    }

    fn ask(&self, action: &str, resource: &str) -> (Question, Answer) {
        let question = Question {
            credentials: self.credentials.clone(),
            action: action.into(),
            resource: resource.into(),
            environment: self.environment.clone(),
        };
        let answer = self.fork.preview(&question);
        (question, answer)
    }

    fn held_against(&self, action: &str, resource: &str, is_wanted: bool, because: Option<Reason>) -> Status {
        let (question, answer) = self.ask(action, resource);
        let is_right = answer.is_allowed() == is_wanted;
        if is_right && because.is_none_or(|reason| cause::fits(reason, &answer)) {
            return Status::Met;
        }
        Status::NotMet(Evidence::Decided(Box::new(Decided { question, answer, is_only_reason: is_right })))
    }

    /// The requests that a line with wildcards covers, of those that probes know.
    fn covered(&self, action: &str) -> Vec<(Box<str>, Box<str>)> {
        let has_wildcard = |text: &str| text.contains(['*', '?']);
        if !has_wildcard(action) {
            return vec![(action.into(), self.resource.clone())];
        }
        let (actions, resources) = (Glob::new(&action.to_ascii_lowercase()), Glob::new(&self.resource));
        let targets = analysis::targets(self.fork.world()).into_iter();
        let known = targets.map(|(action, resource)| (action, resource.into_boxed_str()));
        let known = known.filter(|(_, resource)| resources.matches(resource));
        let plain = OPERATIONS.iter().map(|operation| (operation.name, self.resource.clone()));
        let all = plain.chain(known).filter(|(action, _)| actions.matches(&action.to_ascii_lowercase()));
        let samples = all.map(|(action, resource)| (action.into(), resource));
        let samples =
            samples.filter(|(action, resource): &(Box<str>, Box<str>)| !self.is_beside_policies(action, resource));
        std::iter::once((action.into(), self.resource.clone())).chain(samples).collect()
    }

    /// Whether the request needs no permission, or cannot be made with such credentials at all.
    fn is_beside_policies(&self, action: &str, resource: &str) -> bool {
        let (_, answer) = self.ask(action, resource);
        let is_exempt = answer.deciding_check().is_some_and(|check| check.verdict.decided_by == DecidedBy::Exempt);
        is_exempt
            || matches!(
                answer.authentication,
                Err(AuthenticationFailure::NotAccepted { .. } | AuthenticationFailure::RootAssumesNoRole)
            )
    }
}

/// The ARN that a line names. What is about to be made need not be there.
fn resource(sandbox: &Sandbox, home: AccountId, wanted: &Access) -> Result<Box<str>, Missing> {
    let name = wanted.action.split(':').next_back().unwrap_or_default();
    let makes = name.starts_with("Create") && !name.starts_with("CreatePolicyVersion");
    match cli::resource(sandbox.world(), home, &wanted.resource) {
        Ok(found) if found.is_there || makes || wanted.resource.contains('*') => Ok(found.arn),
        Err(cli::ResourceError::NoBucket { arn, .. }) if makes => Ok(arn.as_str().into()),
        _ => Err(Missing::Resource(wanted.resource.clone())),
    }
}
