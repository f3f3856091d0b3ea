//! What would turn a No into a Yes: small changes, each proven in a fork.
//!
//! Tried are: joining a group that grants, the narrowest statement in the caller's own policies, and
//! the narrowest statement in the resource's policy. Only what really changes the answer is kept.
//! Where two accounts must say yes and neither does, two changes are tried together.
//! Against a Deny nothing of this helps, and then the list is empty.

use super::document::{DocumentRef, resource_document};
use super::probe::{Probe, newly_possible};
use crate::api::{Answer, ApiCall, Credentials, Question, Sandbox};
use crate::arn::{AccountId, Arn};
use crate::authz::{Authenticated, Environment};
use crate::eval::Principal;
use crate::json::json;
use crate::world::World;
use serde_json::Value;

/// What a flip changes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// The user joins a group.
    JoinGroup {
        /// The user.
        user: Box<str>,
        /// The group.
        group: Box<str>,
    },
    /// A new inline policy of the caller's user or role names just this action and resource.
    IdentityStatement {
        /// The user or role.
        holder: Box<str>,
        /// What was asked for.
        resource: Box<str>,
    },
    /// The policy of the resource names the caller, this action and this resource.
    ResourceStatement {
        /// The bucket or role.
        owner: Box<str>,
        /// The user or role that is named.
        named: Box<str>,
    },
}

/// A change that was seen to turn the answer to Yes.
#[derive(Clone, PartialEq, Debug)]
pub struct Flip {
    /// What it changes.
    pub change: Change,
    /// The account whose administrator can do it.
    pub account: AccountId,
    /// The call that does it.
    pub call: ApiCall,
    /// The document that it writes, if it writes one.
    pub document: Option<DocumentRef>,
    /// What else becomes possible, as far as the probes go; for one of two changes, by both.
    pub also: Vec<Probe>,
    /// The change of the other account without which this one is not enough.
    pub together: Option<Change>,
}

/// The changes that turn the answer to `question` from No to Yes, fewest side effects first.
#[must_use]
pub fn flips(sandbox: &Sandbox, question: &Question) -> Vec<Flip> {
    // How long a change takes to be seen is no matter of whether it helps.
    let sandbox = &sandbox.settled();
    let answer = sandbox.preview(question);
    let Ok(Authenticated::Caller(caller)) = &answer.authentication else { return Vec::new() };
    if answer.is_allowed() {
        return Vec::new();
    }
    let world = sandbox.world();
    let mut of_caller = joins(world, &caller.principal);
    let mut of_resource = None;
    let lacking = lacking(&answer, question);
    if can_fit(&lacking) {
        of_caller.extend(identity_statement(world, &caller.principal, &lacking));
        of_resource = resource_statement(world, &caller.principal, &lacking);
    }
    let candidates = of_caller.iter().chain(&of_resource);
    let single: Vec<Flip> = candidates.filter_map(|candidate| prove(sandbox, question, candidate)).collect();
    match of_resource {
        Some(of_resource) if single.is_empty() => pair(sandbox, question, &of_caller, &of_resource),
        _ => single,
    }
}

/// The permission that is missing: of a request that takes several, the one that is refused, as `kms:Decrypt` on the
/// key under which an object lies (rule J-9).
fn lacking(answer: &Answer, question: &Question) -> Question {
    match answer.deciding_check() {
        Some(check) => Question {
            action: (*check.request.action).into(),
            resource: check.request.resource.clone(),
            ..question.clone()
        },
        None => question.clone(),
    }
}

/// The caller's and the resource's change that are enough together, of several pairs the one with the fewest
/// side effects.
fn pair(sandbox: &Sandbox, question: &Question, of_caller: &[Candidate], of_resource: &Candidate) -> Vec<Flip> {
    let Some(granted) = apply(sandbox, of_resource) else { return Vec::new() };
    let proven =
        of_caller.iter().filter(|candidate| candidate.account != of_resource.account).filter_map(|candidate| {
            let fork = apply(&granted, candidate).filter(|fork| fork.preview(question).is_allowed())?;
            Some((candidate, newly_possible(sandbox, &fork, question)))
        });
    let Some((of_caller, also)) = proven.min_by_key(|(_, also)| also.len()) else { return Vec::new() };
    let half =
        |of: &Candidate, other: &Candidate| Flip { together: Some(other.change.clone()), ..of.flip(also.clone()) };
    vec![half(of_caller, of_resource), half(of_resource, of_caller)]
}

/// Whether a statement about this action on this resource can mean anything: one about the actions of
/// another service, or about an object action on a bucket, is never asked for by AWS (rule A-74).
fn can_fit(question: &Question) -> bool {
    let Some((service, name)) = question.action.split_once(':') else { return false };
    let Ok(arn) = question.resource.parse::<Arn>() else { return service != "s3" };
    let wanted = if service == "sts" { "iam" } else { service };
    let is_object = arn.resource().contains('/');
    let is_about_object = name.contains("Object") || name.contains("MultipartUpload");
    arn.service() == wanted && (service != "s3" || is_object == is_about_object)
}

struct Candidate {
    change: Change,
    account: AccountId,
    operation: &'static str,
    input: Value,
    document: Option<DocumentRef>,
}

impl Candidate {
    fn call(&self) -> ApiCall {
        ApiCall {
            credentials: Credentials::Owner(self.account),
            operation: self.operation.into(),
            input: self.input.clone(),
            environment: Environment::default(),
        }
    }

    fn flip(&self, also: Vec<Probe>) -> Flip {
        let (change, document) = (self.change.clone(), self.document.clone());
        Flip { change, account: self.account, call: self.call(), document, also, together: None }
    }
}

/// A fork in which the change has been made, unless it is refused.
fn apply(sandbox: &Sandbox, candidate: &Candidate) -> Option<Sandbox> {
    let mut fork = sandbox.clone();
    let is_done = fork.call(candidate.call()).error().is_none();
    is_done.then_some(fork)
}

fn prove(sandbox: &Sandbox, question: &Question, candidate: &Candidate) -> Option<Flip> {
    let fork = apply(sandbox, candidate).filter(|fork| fork.preview(question).is_allowed())?;
    Some(candidate.flip(newly_possible(sandbox, &fork, question)))
}

fn joins(world: &World, principal: &Principal) -> Vec<Candidate> {
    let Principal::User { arn, account } = principal else { return Vec::new() };
    let Some((data, user)) = world.account(*account).zip(world.user(arn)) else { return Vec::new() };
    let groups = data.groups().filter(|group| !user.groups.contains(&group.name));
    let candidate = |group: &crate::world::Group| Candidate {
        change: Change::JoinGroup { user: user.name.clone(), group: group.name.clone() },
        account: *account,
        operation: "iam:AddUserToGroup",
        input: json!({ "GroupName": group.name, "UserName": user.name }),
        document: None,
    };
    groups.map(candidate).collect()
}

fn identity_statement(world: &World, principal: &Principal, question: &Question) -> Option<Candidate> {
    let account = principal.account()?;
    let (holder, inline) = match principal {
        Principal::User { arn, .. } => (arn.last_name(), &world.user(arn)?.policies.inline),
        Principal::AssumedRole { role, .. } => (role.last_name(), &world.role(role)?.policies.inline),
        _ => return None,
    };
    let wanted: String = question.action.chars().filter(char::is_ascii_alphanumeric).collect();
    let names = std::iter::once(format!("Allow-{wanted}")).chain((2..).map(|n| format!("Allow-{wanted}-{n}")));
    let policy: Box<str> = names.into_iter().find(|name| !inline.contains_key(name.as_str()))?.into();
    let document = match principal {
        Principal::User { .. } => DocumentRef::UserInline { account, user: holder.into(), policy },
        _ => DocumentRef::RoleInline { account, role: holder.into(), policy },
    };
    let statement = json!({ "Effect": "Allow", "Action": question.action, "Resource": question.resource });
    let text = crate::policy::pretty_value(&json!({ "Version": "2012-10-17", "Statement": [statement] }));
    let (operation, input) = document.write_call(&text);
    let change = Change::IdentityStatement { holder: holder.into(), resource: question.resource.clone() };
    Some(Candidate { change, account, operation, input, document: Some(document) })
}

fn resource_statement(world: &World, principal: &Principal, question: &Question) -> Option<Candidate> {
    let document = resource_document(&question.resource).filter(DocumentRef::is_editable)?;
    let account = document.account(world)?;
    let named: &Arn = match principal {
        Principal::User { arn, .. } => arn,
        Principal::AssumedRole { role, .. } => role,
        _ => return None,
    };
    let mut statement = json!({ "Effect": "Allow", "Principal": { "AWS": named }, "Action": question.action });
    match document {
        DocumentRef::Trust { .. } => {}
        // In a key policy the key is all that a statement can be about, and is written so.
        DocumentRef::Key { .. } => statement["Resource"] = json!("*"),
        _ => statement["Resource"] = json!(question.resource),
    }
    let text = with_statement(document.stored(world).map(crate::world::StoredPolicy::text), statement)?;
    let (operation, input) = document.write_call(&text);
    let change = Change::ResourceStatement { owner: document.name().into(), named: named.last_name().into() };
    Some(Candidate { change, account, operation, input, document: Some(document) })
}

/// The document with one more statement; what was there stays as it was.
fn with_statement(present: Option<&str>, statement: Value) -> Option<String> {
    let empty = json!({ "Version": "2012-10-17", "Statement": [] });
    let mut document = present.map_or(Some(empty), |text| serde_json::from_str(text).ok())?;
    match document.get_mut("Statement")? {
        Value::Array(statements) => statements.push(statement),
        single => *single = json!([single.take(), statement]),
    }
    Some(crate::policy::pretty_value(&document))
}
