//! `saw` and `never`: patterns over what was done.

use super::attempt::Attempt;
use super::field::is_value;
use super::goal::{CredentialKind, Fact, FieldTest, Pattern, Reason, Thing, ThingKind, Who};
use super::resolve::Scene;
use super::status::{Evidence, Status};
use super::{cause, circumstances, kept, resolve};
use crate::api::{
    Answer, Audit, AuthenticationFailure, Cause, Credentials, Event, MetadataRequest, Outcome, ProviderCredentials,
    SignInName, SignedCredentials, Step,
};
use crate::arn::AccountId;
use crate::authz::Authenticated;
use crate::cli;
use crate::eval::{Decision, Principal};
use crate::federation::Certificate;
use crate::glob::Glob;
use crate::world::{Account, KeyOwner, World};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn saw(patterns: &[Pattern], attempt: &Attempt) -> Status {
    match seen(patterns, attempt) {
        (n_seen, _) if n_seen == patterns.len() => Status::Met,
        (n_seen, last) => Status::NotMet(Evidence::Seen { n_seen, of: patterns.len(), last }),
    }
}

/// How many of these happened one after the other, and where the last of them stands.
pub(super) fn seen(patterns: &[Pattern], attempt: &Attempt) -> (usize, Option<usize>) {
    let Some(session) = told_twice(patterns) else { return seen_in_order(patterns, attempt, None) };
    let mut keys: Vec<&str> = attempt.steps().iter().filter_map(|step| key_of(step)).collect();
    crate::ordered::sort(&mut keys);
    keys.dedup();
    let each = keys.into_iter().map(|key| seen_in_order(patterns, attempt, Some((session, key))));
    each.max_by_key(|(n_seen, _)| *n_seen).unwrap_or_default()
}

/// The session that a line speaks of more than once: it is one and the same each time.
fn told_twice(patterns: &[Pattern]) -> Option<&Who> {
    let sessions = || patterns.iter().filter_map(who_of).filter(|who| matches!(who, Who::Session { .. }));
    sessions().find(|who| sessions().filter(|other| other == who).count() > 1)
}

fn who_of(pattern: &Pattern) -> Option<&Who> {
    match pattern {
        Pattern::Decided { who, .. } | Pattern::NotAuthenticated { who, .. } | Pattern::Recorded { who, .. } => {
            Some(who)
        }
        Pattern::Failed { by, .. } | Pattern::Done { by, .. } => by.as_ref(),
        Pattern::SignIn { .. } | Pattern::Changed(_) => None,
    }
}

/// The key that a step was signed with.
fn key_of(step: &Step) -> Option<&str> {
    match &step.event {
        Event::Call(call) => call.credentials.access_key_id(),
        Event::Ask(question) => question.credentials.access_key_id(),
        Event::SignIn(_) | Event::Advance { .. } | Event::SetPropagationDelay { .. } | Event::Metadata { .. } => None,
    }
}

/// How many happened one after the other, with somebody bound to a key.
fn seen_in_order(patterns: &[Pattern], attempt: &Attempt, bound: Option<(&Who, &str)>) -> (usize, Option<usize>) {
    let (mut from, mut last) = (0, None);
    let fits = |pattern: &Pattern, index: usize| match bound {
        Some((who, key)) if who_of(pattern) == Some(who) => {
            attempt.steps().get(index).and_then(|step| key_of(step)) == Some(key)
        }
        _ => true,
    };
    for (n_seen, pattern) in patterns.iter().enumerate() {
        match (from..attempt.steps().len()).find(|index| fits(pattern, *index) && happened(pattern, *index, attempt)) {
            Some(index) => (from, last) = (index + 1, Some(index)),
            None => return (n_seen, last),
        }
    }
    (patterns.len(), last)
}

/// Whether all these happened, in any order.
pub(super) fn all(patterns: &[Pattern], attempt: &Attempt) -> Status {
    let each: Vec<Status> = patterns.iter().map(|pattern| saw(std::slice::from_ref(pattern), attempt)).collect();
    if let Some(waiting) = each.iter().find(|status| matches!(status, Status::NotYet(_))) {
        return waiting.clone();
    }
    match each.iter().filter(|status| **status == Status::Met).count() {
        n_seen if n_seen == each.len() => Status::Met,
        n_seen => Status::NotMet(Evidence::Seen { n_seen, of: each.len(), last: None }),
    }
}

pub(super) fn never(pattern: &Pattern, attempt: &Attempt) -> Status {
    match (0..attempt.steps().len()).find(|index| happened(pattern, *index, attempt)) {
        Some(index) => Status::NotMet(Evidence::Happened(index)),
        None => Status::Met,
    }
}

pub(super) fn happened(pattern: &Pattern, index: usize, attempt: &Attempt) -> bool {
    let Some(step) = attempt.steps().get(index) else { return false };
    let seen = Seen { step, home: attempt.home(), start: attempt.start.world() };
    match pattern {
        Pattern::Decided { is_allowed, who, action, resource, facts, because } => {
            seen.decided(*is_allowed, who, (action, resource.as_deref()), facts, *because)
        }
        Pattern::NotAuthenticated { who, code, action, resource } => {
            seen.not_authenticated(who, code.as_deref(), action.as_deref(), resource.as_deref())
        }
        Pattern::Failed { code, operation, fields, by } => {
            let Some((found, message)) = seen.error() else { return false };
            Glob::new(code).matches(&found)
                && operation.as_deref().is_none_or(|operation| seen.is_operation(operation))
                && seen.has_error_fields(fields, &message)
                && by.as_ref().is_none_or(|by| seen.is_by(by))
        }
        Pattern::Done { operation, fields, by } => {
            seen.is_done()
                && seen.is_operation(operation)
                && seen.has_fields(fields)
                && by.as_ref().is_none_or(|by| seen.is_by(by))
        }
        Pattern::Recorded { who, action, resource } => {
            let asked = (&**action, resource.as_deref());
            let is_asked = [true, false].into_iter().any(|yes| seen.decided(yes, who, asked, &[], None));
            is_asked && is_recorded(attempt, index)
        }
        Pattern::SignIn { who, is_ok, code } => seen.signed_in(who, *is_ok, code.as_deref()),
        // Whoever turns the delay off has not waited either.
        Pattern::Changed(Thing { kind: ThingKind::Anything, .. })
            if matches!(step.event, Event::SetPropagationDelay { .. }) =>
        {
            true
        }
        Pattern::Changed(thing) => {
            let after = attempt.steps().get(index + 1).map_or(attempt.now.world(), |step| step.world_before());
            !kept::is_same(thing, step.world_before(), after, attempt.home())
        }
    }
}

/// Whether a trail has a record of a step.
fn is_recorded(attempt: &Attempt, index: usize) -> bool {
    let audit = attempt.now.audit(attempt.start.steps().len() + index);
    matches!(audit, Some(Audit::Recorded(records)) if records.iter().any(|record| !record.trails.is_empty()))
}

/// The actions that somebody was allowed and did, before the start and since.
pub(super) fn used_actions(who: &Who, attempt: &Attempt) -> BTreeSet<String> {
    let by = attempt.now.steps().iter().filter(|step| {
        Seen { step, home: attempt.home(), start: attempt.start.world() }.decided(true, who, ("*", None), &[], None)
    });
    let checks = by.filter_map(|step| step.answer.as_ref()).flat_map(|answer| &answer.checks);
    crate::ordered::set(checks.map(|check| check.request.action.to_string().to_ascii_lowercase()))
}

/// Whether somebody's request was denied in a step.
pub(super) fn is_denied(who: &Who, step: &Step, attempt: &Attempt) -> bool {
    Seen { step, home: attempt.home(), start: attempt.start.world() }.decided(false, who, ("*", None), &[], None)
}

struct Seen<'a> {
    step: &'a Step,
    home: AccountId,
    start: &'a World,
}

impl Seen<'_> {
    fn world(&self) -> &World {
        self.step.world_before()
    }

    fn decided(
        &self,
        is_allowed: bool,
        who: &Who,
        (action, resource): (&str, Option<&str>),
        facts: &[Fact],
        because: Option<Reason>,
    ) -> bool {
        let Some(answer) = &self.step.answer else { return false };
        if !matches!(answer.authentication, Ok(Authenticated::Caller(_))) || !self.is_by(who) {
            return false;
        }
        let checks = match is_allowed {
            true if answer.is_allowed() => &answer.checks[..],
            true => return false,
            false => answer.checks.last().map_or(&[][..], std::slice::from_ref),
        };
        let is_no = |decision| matches!(decision, Decision::ExplicitDeny | Decision::ImplicitDeny);
        let is_asked = checks.iter().any(|check| {
            (is_allowed || is_no(check.verdict.decision))
                && is_action(action, &check.request.action.to_string())
                && resource.is_none_or(|resource| self.is_resource(resource, &check.request.resource))
                && circumstances::hold(facts, &check.request.context)
        });
        is_asked && because.is_none_or(|reason| cause::fits(reason, answer))
    }

    fn not_authenticated(&self, who: &Who, code: Option<&str>, action: Option<&str>, resource: Option<&str>) -> bool {
        let Some(answer) = &self.step.answer else { return false };
        let Err(failure) = &answer.authentication else { return false };
        let is_about = |resource: &str| &*answer.resource == "*" || self.is_resource(resource, &answer.resource);
        code.is_none_or(|code| Glob::new(code).matches(&failure.error().code))
            && action.is_none_or(|action| is_action(action, &answer.action))
            && resource.is_none_or(is_about)
            && self.is_by(who)
    }

    fn is_resource(&self, wanted: &str, found: &str) -> bool {
        let arn = match cli::resource(self.world(), self.home, wanted) {
            Ok(resource) => resource.arn,
            Err(cli::ResourceError::NoBucket { arn, .. }) => arn.as_str().into(),
            Err(_) => return false,
        };
        Glob::new(&arn).matches(found)
    }

    /// Whether somebody tried to sign in to the console, and how that ended.
    fn signed_in(&self, who: &Who, is_ok: bool, code: Option<&str>) -> bool {
        let (Event::SignIn(asked), Some(answer)) = (&self.step.event, &self.step.answer) else { return false };
        let account = |known: &Account| match &asked.name {
            SignInName::User { account, .. } => {
                self.world().account_called(account).is_some_and(|own| own.id == known.id)
            }
            SignInName::Root { email } => known.email().eq_ignore_ascii_case(email),
        };
        let is_them = match (who, &asked.name) {
            (Who::Anybody, _) => true,
            (Who::User(name), SignInName::User { user, .. }) => match resolve::user(self.world(), self.home, name) {
                Ok((known, own)) => account(known) && own.name.eq_ignore_ascii_case(user),
                Err(_) => resolve::split_account(self.world(), name).1.eq_ignore_ascii_case(user),
            },
            (Who::Root(name), SignInName::Root { .. }) => {
                let meant = name.as_deref().map_or(Ok(self.home), |name| resolve::account(self.world(), name));
                meant.ok().and_then(|id| self.world().account(id)).is_some_and(account)
            }
            _ => false,
        };
        is_them
            && match &answer.authentication {
                Ok(_) => is_ok,
                Err(AuthenticationFailure::SignIn(failure)) => {
                    !is_ok && code.is_none_or(|code| Glob::new(code).matches(failure.word()))
                }
                Err(_) => !is_ok && code.is_none(),
            }
    }

    /// Whether it was carried out.
    fn is_done(&self) -> bool {
        let is_answered = self.step.metadata.as_ref().is_some_and(|answer| answer.status == Some(200));
        is_answered || matches!(self.step.answer.as_ref().map(|answer| &answer.outcome), Some(Outcome::Done(_)))
    }

    /// The code and text of its error; of the metadata service the HTTP status.
    fn error(&self) -> Option<(String, String)> {
        if let Some(answer) = &self.step.metadata {
            let status = answer.status.filter(|status| *status != 200)?;
            return Some((status.to_string(), answer.body.clone()));
        }
        let error = self.step.answer.as_ref().and_then(Answer::error)?;
        Some((error.code.to_string(), error.message.clone()))
    }

    fn is_operation(&self, wanted: &str) -> bool {
        let name: &str = match &self.step.event {
            Event::Call(call) => &call.operation,
            Event::Ask(question) => &question.action,
            Event::Metadata { request, .. } => metadata_operation(request),
            Event::SignIn(_) | Event::Advance { .. } | Event::SetPropagationDelay { .. } => return false,
        };
        if wanted.contains(':') {
            return is_action(wanted, name);
        }
        name.split_once(':').is_some_and(|(_, operation)| is_action(wanted, operation))
    }

    fn has_fields(&self, fields: &[FieldTest]) -> bool {
        fields.iter().all(|field| self.has_field(field))
    }

    /// The fields of the request, and `message`, which is AWS's answer.
    fn has_error_fields(&self, fields: &[FieldTest], message: &str) -> bool {
        fields.iter().all(|field| match &*field.field {
            "message" => is_value(&Value::from(message), field.comparison, &field.value),
            _ => self.has_field(field),
        })
    }

    fn has_field(&self, field: &FieldTest) -> bool {
        let of_metadata = |text: &str| is_value(&Value::from(text), field.comparison, &field.value);
        let call = match &self.step.event {
            Event::Call(call) => call,
            Event::Metadata { instance, .. } if &*field.field == "instance" => return of_metadata(instance),
            Event::Metadata { request, .. } if &*field.field == "path" => return of_metadata(&request.path),
            _ => return false,
        };
        let found = field.field.split('.').try_fold(&call.input, |value, name| value.get(name));
        found.is_some_and(|found| is_value(found, field.comparison, &field.value))
    }

    /// Whether the one who did it is the one who is meant; nobody is the owner of the world.
    fn is_by(&self, who: &Who) -> bool {
        if let Who::App(name) = who {
            let own = self.step.cause.as_ref();
            return matches!(own, Some(Cause::Application(own)) if Glob::new(name).matches(own));
        }
        let credentials = match &self.step.event {
            Event::Call(call) => &call.credentials,
            Event::Ask(question) => &question.credentials,
            // It is not signed: what runs by a schedule asked, or somebody did by hand.
            Event::Metadata { .. } => {
                return *who == Who::Anybody || (*who == Who::Anonymous && self.step.cause.is_none());
            }
            Event::SignIn(_) | Event::Advance { .. } | Event::SetPropagationDelay { .. } => return false,
        };
        self.are_of(credentials, who)
    }

    fn are_of(&self, credentials: &Credentials, who: &Who) -> bool {
        match (credentials, who) {
            (Credentials::Owner(_), _) => false,
            (_, Who::Anybody) | (Credentials::Anonymous, Who::Anonymous) => true,
            (_, Who::With { who, credentials: kind, facts }) => {
                self.are_of(credentials, who)
                    && kind.is_none_or(|kind| self.is_kind(credentials, kind))
                    && self.context_holds(facts)
            }
            (Credentials::Key(key) | Credentials::Signed(SignedCredentials { access_key_id: key, .. }), who) => {
                resolve::is_owner(who, key, Scene { home: self.home, world: self.world(), start: self.start })
            }
            (Credentials::Root(account), Who::Root(name)) => {
                resolve::is_root(name.as_deref(), *account, self.home, self.world())
            }
            (Credentials::Service(service), Who::Service(host)) => service.name == *host,
            (Credentials::Provider(_) | Credentials::Anonymous, Who::Subject { .. }) => self.is_subject(who),
            _ => false,
        }
    }

    fn is_kind(&self, credentials: &Credentials, kind: CredentialKind) -> bool {
        let owner = credentials.access_key_id().and_then(|key| self.world().key_owner(key));
        match kind {
            CredentialKind::Key => matches!(owner, Some(KeyOwner::User(..) | KeyOwner::Root(..))),
            CredentialKind::Token => matches!(owner, Some(KeyOwner::Session(_))),
            CredentialKind::Console => false,
        }
    }

    fn context_holds(&self, facts: &[Fact]) -> bool {
        let check = self.step.answer.as_ref().and_then(Answer::deciding_check);
        facts.is_empty() || check.is_some_and(|check| circumstances::hold(facts, &check.request.context))
    }

    /// Whether it is somebody with a token that claims this, be it only asked about or shown to STS, or with such a
    /// certificate, whether it was taken or not.
    fn is_subject(&self, who: &Who) -> bool {
        let Who::Subject { provider, claims } = who else { return false };
        if let Some(shown) = self.certificate() {
            let says = |(part, value): &(Box<str>, Box<str>)| {
                shown.subject.get(part).is_some_and(|found| Glob::new(value).matches(found))
            };
            return shown.issuer == *provider && claims.iter().all(says);
        }
        let check = self.step.answer.as_ref().and_then(Answer::deciding_check);
        let Some(check) = check else { return false };
        let Principal::Federated { provider: found } = &check.request.principal else { return false };
        let token = ProviderCredentials { provider: found.clone(), claims: BTreeMap::new() };
        let said = |claim: &str, value: &str| {
            let found = check.request.context.get(&format!("{}:{claim}", token.key_prefix()).to_ascii_lowercase());
            found.is_some_and(|found| found.values().iter().any(|found| Glob::new(value).matches(found)))
        };
        found.ends_with(&**provider) && claims.iter().all(|(claim, value)| said(claim, value))
    }

    /// What was shown to Roles Anywhere.
    fn certificate(&self) -> Option<Certificate> {
        let Event::Call(call) = &self.step.event else { return None };
        Certificate::read(call.input.get("cert")?.as_str()?).ok()
    }
}

/// The name that lines have for what is asked of the metadata service, which is no API with operations.
fn metadata_operation(request: &MetadataRequest) -> &'static str {
    let role = request.path.rsplit_once("/iam/security-credentials/").map(|(_, role)| role);
    match (&*request.method, role) {
        ("PUT", _) => "imds:PutToken",
        (_, Some(role)) if !role.is_empty() => "imds:GetCredentials",
        _ => "imds:Get",
    }
}

fn is_action(wanted: &str, found: &str) -> bool {
    Glob::new(&wanted.to_ascii_lowercase()).matches(&found.to_ascii_lowercase())
}
