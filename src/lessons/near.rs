//! Near misses: what became possible since the start and no goal asks for.
//!
//! Probed is what lies next to the `can` lines of a lesson: everybody with a key, and nobody, on the objects,
//! buckets and roles of the world. That none is found proves nothing about the rest.

use super::attempt::Attempt;
use super::goal::{Access, Goal, Who};
use super::lesson::Lesson;
use super::resolve;
use crate::analysis;
use crate::api::{ApiCall, Credentials, Outcome, Question, Sandbox};
use crate::arn::Arn;
use crate::authz::Environment;
use crate::cli;
use crate::glob::Glob;
use serde_json::json;
use std::collections::BTreeSet;

/// A request that became possible.
#[derive(Clone, PartialEq, Debug)]
pub struct NearMiss {
    /// The name that goes with the key that asks; none if nobody's key does.
    pub who: Option<Box<str>>,
    /// The request.
    pub question: Question,
}

/// The requests near the `can` lines that are allowed now, were not at the start, and that no line lists,
/// neither a goal nor what is meant to become possible besides.
#[must_use]
pub fn near_misses(lesson: &Lesson, attempt: &Attempt) -> Vec<NearMiss> {
    let lines = lesson.goals.iter().map(|goal| &goal.line).chain(&lesson.meant);
    let wanted = lines.filter_map(|line| if let Goal::Can(access) = line { Some(access) } else { None });
    let listed: Vec<Listed<'_>> = wanted.flat_map(|access| listed(access, attempt)).collect();
    if listed.is_empty() {
        return Vec::new();
    }
    let is_listed = |question: &Question| listed.iter().any(|line| line.covers(question, attempt));
    let is_new = |question: &Question| {
        attempt.now.preview(question).is_allowed() && !was_allowed(&attempt.start, &attempt.now, question)
    };
    let found = probes(attempt).into_iter().filter(|question| !is_listed(question) && is_new(question));
    found.map(|question| NearMiss { who: name(&question, &attempt.now), question }).collect()
}

fn name(question: &Question, now: &Sandbox) -> Option<Box<str>> {
    let asking = question.credentials.access_key_id()?;
    now.keys().find(|key| *key.access_key_id == *asking).map(|key| key.name)
}

/// Whether the like was allowed at the start. Of a session that was made since then it is asked what a session of
/// its role could have done, or whoever it speaks for.
fn was_allowed(start: &Sandbox, now: &Sandbox, question: &Question) -> bool {
    let made = question.credentials.access_key_id().and_then(|key| now.world().session(key));
    let Some(session) = made.filter(|made| start.world().session(&made.access_key_id).is_none()) else {
        return start.preview(question).is_allowed();
    };
    let mut fork = start.clone();
    let credentials = match session.role() {
        Some(role) => assumed(&mut fork, role),
        None => session.parent.as_deref().map(Credentials::key),
    };
    credentials.is_some_and(|credentials| fork.preview(&Question { credentials, ..question.clone() }).is_allowed())
}

/// A session of the role that the owner makes; none if the role is not there.
fn assumed(fork: &mut Sandbox, role: &Arn) -> Option<Credentials> {
    let answer = fork.call(ApiCall {
        credentials: Credentials::Owner(role.account()?),
        operation: "sts:AssumeRole".into(),
        input: json!({ "RoleArn": role, "RoleSessionName": "probe" }),
        environment: Environment::default(),
    });
    let Outcome::Done(output) = &answer.outcome else { return None };
    output.pointer("/Credentials/AccessKeyId")?.as_str().map(Credentials::key)
}

/// Everybody who can act, with every target.
fn probes(attempt: &Attempt) -> Vec<Question> {
    let now = attempt.now.now();
    let keys = attempt.now.keys().filter(|key| key.is_active && !key.is_expired(now));
    let everybody = keys.map(|key| Credentials::Key(key.access_key_id)).chain([Credentials::Anonymous]);
    let targets: BTreeSet<(&str, String)> = analysis::targets(attempt.now.world()).into_iter().collect();
    let of = |credentials: Credentials| {
        let question = |(action, resource): &(&str, String)| Question::new(credentials.clone(), action, resource);
        targets.iter().map(question).collect::<Vec<_>>()
    };
    everybody.flat_map(of).collect()
}

/// What a line asks for, or needs.
struct Listed<'a> {
    by: By<'a>,
    action: Box<str>,
    resource: Box<str>,
}

enum By<'a> {
    Who(&'a Who),
    /// Who made a session with this key.
    Key(Box<str>),
}

/// What a line asks for; of a session also that it could be made.
fn listed<'a>(access: &'a Access, attempt: &Attempt) -> Vec<Listed<'a>> {
    let (world, home) = (attempt.now.world(), attempt.home());
    let who = match &access.who {
        Who::With { who, .. } => who,
        who => who,
    };
    let resource = cli::resource(world, home, &access.resource).ok();
    let asked = resource.map(|found| Listed { by: By::Who(who), action: access.action.clone(), resource: found.arn });
    let credentials = resolve::credentials(&mut attempt.now.clone(), home, who).ok();
    let session = credentials.as_ref().and_then(Credentials::access_key_id).and_then(|key| world.session(key));
    let entered = session.and_then(|session| {
        let (role, key) = (session.role()?, session.parent.clone()?);
        Some(Listed { by: By::Key(key), action: "sts:AssumeRole".into(), resource: role.as_str().into() })
    });
    asked.into_iter().chain(entered).collect()
}

impl Listed<'_> {
    fn covers(&self, question: &Question, attempt: &Attempt) -> bool {
        let key = question.credentials.access_key_id();
        let is_by = match &self.by {
            By::Key(own) => key == Some(&**own),
            By::Who(Who::Anonymous) => question.credentials == Credentials::Anonymous,
            By::Who(who) => key.is_some_and(|key| resolve::is_owner(who, key, attempt.home(), attempt.now.world())),
        };
        is_by
            && Glob::new(&self.action).to_lowercase().matches(&question.action.to_ascii_lowercase())
            && Glob::new(folder(&self.resource)).matches(folder(&question.resource))
    }
}

/// Of an object the folder that it lies in; who may read one may read its neighbours.
fn folder(resource: &str) -> &str {
    let is_object = resource.starts_with("arn:aws:s3:::") && resource.contains('/');
    resource.rsplit_once('/').filter(|_| is_object).map_or(resource, |(folder, _)| folder)
}
