//! Near misses: what became possible since the start and no goal asks for.
//!
//! Probed is what lies next to the `can` lines of a lesson: everybody with a key, and nobody, on the objects,
//! buckets and roles of the world. That none is found proves nothing about the rest.

use super::attempt::Attempt;
use super::goal::{Access, Goal, Who};
use super::lesson::Lesson;
use super::resolve;
use crate::analysis;
use crate::api::{Credentials, Question, Sandbox};
use crate::cli;
use crate::glob::Glob;
use crate::json::json;
use crate::ordered;

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
    let lines = lines.flat_map(|line| if let Goal::Every(lines) = line { lines } else { std::slice::from_ref(line) });
    let wanted = lines.filter_map(|line| if let Goal::Can(access) = line { Some(access) } else { None });
    let listed: Vec<Listed<'_>> = wanted.flat_map(|access| listed(access, attempt)).collect();
    if listed.is_empty() {
        return Vec::new();
    }
    let is_listed = |question: &Question| listed.iter().any(|line| line.covers(question, attempt));
    let keys = attempt.now.live_keys().map(|key| (Some(key.name), Credentials::Key(key.access_key_id)));
    let targets = ordered::set(analysis::targets(attempt.now.world()));
    let of = |(who, credentials): (Option<Box<str>>, Credentials)| {
        let before = at_the_start(&attempt.start, &attempt.now, &credentials);
        let was_allowed = |question: &Question| {
            let like = |(start, credentials): &(Sandbox, Credentials)| {
                start.preview(&Question { credentials: credentials.clone(), ..question.clone() }).is_allowed()
            };
            before.as_ref().is_some_and(like)
        };
        let is_new = |question: &Question| attempt.now.preview(question).is_allowed() && !was_allowed(question);
        let questions = targets.iter().map(|(action, resource)| Question::new(credentials.clone(), action, resource));
        let found = questions.filter(|question| !is_listed(question) && is_new(question));
        found.map(|question| NearMiss { who: who.clone(), question }).collect::<Vec<_>>()
    };
    keys.chain([(None, Credentials::Anonymous)]).flat_map(of).collect()
}

/// Whom to ask at the start what somebody could do then. A session that was made since stands for a session of its
/// role, or for whoever it speaks for; none if the role was not there.
fn at_the_start(start: &Sandbox, now: &Sandbox, credentials: &Credentials) -> Option<(Sandbox, Credentials)> {
    let mut fork = start.clone();
    let made = credentials.access_key_id().and_then(|key| now.world().session(key));
    let Some(session) = made.filter(|made| start.world().session(&made.access_key_id).is_none()) else {
        return Some((fork, credentials.clone()));
    };
    let credentials = match session.role() {
        Some(role) => {
            let input = json!({ "RoleArn": role, "RoleSessionName": "probe" });
            let owner = Credentials::Owner(role.account()?);
            resolve::made(&mut fork, owner, "sts:AssumeRole", input, "/Credentials/AccessKeyId")?
        }
        None => Credentials::key(session.parent.as_deref()?),
    };
    Some((fork, credentials))
}

/// What a line asks for, or needs.
struct Listed<'a> {
    by: By<'a>,
    action: Glob,
    resource: Glob,
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
    let asked = resource.map(|found| Listed::new(By::Who(who), &access.action, &found.arn));
    let credentials = resolve::credentials(&mut attempt.now.clone(), home, who).ok();
    let session = credentials.as_ref().and_then(Credentials::access_key_id).and_then(|key| world.session(key));
    let entered = session.and_then(|session| {
        let (role, key) = (session.role()?, session.parent.clone()?);
        Some(Listed::new(By::Key(key), "sts:AssumeRole", role.as_str()))
    });
    asked.into_iter().chain(entered).collect()
}

impl<'a> Listed<'a> {
    fn new(by: By<'a>, action: &str, resource: &str) -> Self {
        Self { by, action: Glob::new(action).to_lowercase(), resource: Glob::new(folder(resource)) }
    }

    fn covers(&self, question: &Question, attempt: &Attempt) -> bool {
        let key = question.credentials.access_key_id();
        let is_by = match &self.by {
            By::Key(own) => key == Some(&**own),
            By::Who(Who::Anonymous) => question.credentials == Credentials::Anonymous,
            By::Who(who) => key.is_some_and(|key| resolve::is_owner(who, key, attempt.scene())),
        };
        is_by
            && self.action.matches(&question.action.to_ascii_lowercase())
            && self.resource.matches(folder(&question.resource))
    }
}

/// Of an object the folder that it lies in; who may read one may read its neighbours.
fn folder(resource: &str) -> &str {
    let is_object = resource.starts_with("arn:aws:s3:::") && resource.contains('/');
    resource.rsplit_once('/').filter(|_| is_object).map_or(resource, |(folder, _)| folder)
}
