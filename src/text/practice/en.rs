//! The words of practice in English.

use super::super::en::duration;
use super::super::listed;
use super::{Circumstance, Decision, Fact, GivenError, ItemKind, Names, Place, ResultsError, Sureness};
use crate::practice::{Edition, FORMAT, Holder, KeyState, Lasting};

mod hints;

pub(super) use hints::{reader, twist};

pub(super) fn may(who: &str, action: &str, resource: Option<&str>) -> String {
    match resource {
        Some(resource) => format!("May {who} do `{action}` on `{resource}`?"),
        None => format!("May {who} do `{action}`?"),
    }
}

pub(super) fn who_can(action: &str, resource: Option<&str>) -> String {
    match resource {
        Some(resource) => format!("Who may do `{action}` on `{resource}`?"),
        None => format!("Who may do `{action}`?"),
    }
}

pub(super) fn the_call(clauses: &[String]) -> String {
    format!("The call {}.", listed(clauses, "and"))
}

pub(super) fn circumstance(circumstance: &Circumstance) -> String {
    match circumstance {
        Circumstance::SourceIp(address) => format!("comes from {address}"),
        Circumstance::Tls => "is encrypted".to_owned(),
        Circumstance::NoTls => "is not encrypted".to_owned(),
        Circumstance::Prefix(prefix) => format!("lists the prefix `{prefix}`"),
        Circumstance::Region(region) => format!("goes to {region}"),
        Circumstance::LongTermKey => "is signed with a long-term access key".to_owned(),
        Circumstance::PassedTo(service) => format!("hands the role over to {service}"),
        Circumstance::ExternalId(Some(id)) => format!("passes the external ID `{id}`"),
        Circumstance::ExternalId(None) => "passes no external ID".to_owned(),
        Circumstance::At(moment) => format!("is made at {moment}"),
    }
}

pub(super) fn task(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Predict => "Choose the verdict, then the station that decides it.",
        ItemKind::WhoCan => "Tick everybody who may.",
    }
}

pub(super) fn session(role: &str, session: &str) -> String {
    format!("the session {session} of the role {role}")
}

fn ordinal(nth: usize) -> &'static str {
    if nth == 1 { "first" } else { "second" }
}

/// A user with one of its keys; with its only key if none is named.
pub(super) fn with_key(user: &str, nth: Option<usize>) -> String {
    match nth {
        Some(nth) => format!("{user} with the {} access key", ordinal(nth)),
        None => format!("{user} with the access key"),
    }
}

pub(super) fn with_token(user: &str, has_mfa: bool) -> String {
    format!("{user} with the session token {} MFA", if has_mfa { "with" } else { "without" })
}

pub(super) fn federated(name: &str, by: &str) -> String {
    format!("{name}, with federation credentials of {by}")
}

pub(super) fn instance(name: &str) -> String {
    format!("the application on the instance {name}")
}

pub(super) fn service(name: &str) -> String {
    format!("the service {name}")
}

pub(super) fn root(account: &str) -> String {
    format!("the root user of {account}")
}

pub(super) fn token(issuer: &str, subject: &str) -> String {
    format!("a token of {issuer} for `{subject}`")
}

pub(super) fn anonymous() -> &'static str {
    "somebody who does not sign"
}

fn holder(holder: &Holder) -> String {
    match holder {
        Holder::User(name) => format!("the user {name}"),
        Holder::Group(name) => format!("the group {name}"),
        Holder::Role(name) => format!("the role {name}"),
    }
}

/// ` in dev`, where there is more than one account.
fn in_account(account: Option<String>) -> String {
    account.map(|account| format!(" in {account}")).unwrap_or_default()
}

pub(super) fn fact(fact: &Fact, names: &Names<'_>) -> String {
    match fact {
        Fact::Account { account } => format!("The account {} is {account}.", names.of(*account)),
        Fact::Member { user, group } => format!("{user} is in the group {group}."),
        Fact::Bare { user } => {
            let name = super::actor(super::Language::English, names.0, user);
            format!("No policy is attached to {name}, who is in no group.")
        }
        Fact::Identity { account, holder: on, .. } => {
            format!("Policy of {}{}", holder(on), in_account(names.told(*account)))
        }
        Fact::Bucket { account, bucket, region } => {
            format!("The bucket {bucket} belongs to {} and is in {region}.", names.of(*account))
        }
        Fact::KmsKey { key, .. } => format!("Key policy of the KMS key {key}"),
        Fact::Encrypted { object, key } => format!("The object {object} is encrypted under the KMS key {key}."),
        Fact::KmsGrant { name, key, grantee, operation } => {
            format!("The grant {name} of the key {key} lets {} use it for {operation}.", holder(grantee))
        }
        Fact::BucketPolicy { bucket, .. } => format!("Bucket policy of {bucket}"),
        Fact::Trust { account, role, .. } => {
            format!("Trust policy of the role {role}{}", in_account(names.told(*account)))
        }
        Fact::Boundary { holder: of, .. } => format!("Permissions boundary of {}", holder(of)),
        Fact::Session { by, role, session, issued, lasting, document } => {
            let by = super::actor(super::Language::English, names.0, by);
            let passed = match document {
                Some(_) => "This session policy was passed:",
                None => "No session policy was passed.",
            };
            let lasting = match lasting {
                Lasting::Untold => String::new(),
                Lasting::Seconds(seconds) => format!(", for {}", duration(i64::from(*seconds))),
                Lasting::Longest(_) => ", for the longest time possible".to_owned(),
            };
            format!("At {issued} {by} assumed the role {role}, as the session {session}{lasting}. {passed}")
        }
        Fact::Federated { user, name, issued, .. } => format!(
            "At {issued} {user} called `sts:GetFederationToken` for {name}, for the usual 12 h, and passed this session policy:"
        ),
        Fact::PassedTag { session, project, is_transitive } => format!(
            "With {session} the session tag `project` = `{project}` was passed, {}.",
            if *is_transitive { "as a transitive tag" } else { "and not as a transitive tag" }
        ),
        Fact::SourceIdentity { session, name } => format!("With {session} the source identity {name} was set."),
        Fact::RoleTag { role, project } => format!("The role {role} has the tag `project` = `{project}`."),
        Fact::UserTag { user, project: Some(project) } => format!("{user} has the tag `project` = `{project}`."),
        Fact::UserTag { user, project: None } => format!("{user} has no tag."),
        Fact::ObjectTag { object, project: Some(project) } => {
            format!("The object {object} has the tag `project` = `{project}`.")
        }
        Fact::ObjectTag { object, project: None } => format!("The object {object} has no tag."),
        Fact::Instance { name, profile, role, by } => format!(
            "{by} launched the instance {name} with the instance profile {profile}, which holds the role {role}."
        ),
        Fact::Password { user } => format!("{user} has a password for the console."),
        Fact::Billing { is_open, .. } => {
            format!("IAM access to billing is {}.", if *is_open { "activated" } else { "not activated" })
        }
        Fact::Delay { seconds } => {
            format!("Here it takes {} until authorization sees a change.", duration(i64::from(*seconds)))
        }
        Fact::PutLater { user, at, .. } => format!("At {at} this policy was put on {user}:"),
        Fact::TakenLater { user, at } => format!("At {at} the policy of {user} was taken away."),
        Fact::MaxDuration { role, seconds } => {
            format!("The maximum session duration of the role {role} is {}.", duration(i64::from(*seconds)))
        }
        Fact::Version { policy, number, is_default, .. } => {
            let default = if *is_default { ", the default version" } else { "" };
            format!("Version v{number} of the managed policy {policy}{default}")
        }
        Fact::Attached { policy, holder: to } => format!("The managed policy {policy} is attached to {}.", holder(to)),
        Fact::Key { user, nth, state } => {
            let key = match names.has_two_keys(user) {
                true => format!("The {} access key of {user}", ordinal(*nth)),
                false => format!("The access key of {user}"),
            };
            match state {
                KeyState::Active => format!("{key} is active."),
                KeyState::Inactive(at) => format!("{key} was deactivated at {at}."),
                KeyState::Deleted(at) => format!("{key} was deleted at {at}."),
            }
        }
        Fact::UserSession { user, issued, seconds, has_mfa } => format!(
            "At {issued} {user} called `sts:GetSessionToken`, {} an MFA code, for credentials of {}.",
            if *has_mfa { "with" } else { "without" },
            duration(i64::from(*seconds))
        ),
        Fact::Organization { account, path } => format!(
            "In the organization, {} is at {}. `FullAWSAccess` is attached at every level, unless it says otherwise here.",
            names.of(*account),
            path.join(" / ")
        ),
        Fact::Management { account } => {
            format!("{} is the management account of the organization.", names.of(*account))
        }
        Fact::Rcp { target, .. } => format!("Resource control policy at {target}"),
        Fact::Scp { target, .. } => format!("Service control policy at {target}"),
        Fact::NoFullAccess { target } => format!("`FullAWSAccess` is not attached at {target}."),
    }
}

pub(super) fn verdict(verdict: Decision) -> &'static str {
    match verdict {
        Decision::Allowed => "Allowed",
        Decision::ImplicitDeny => "Implicit deny: nothing allows it",
        Decision::ExplicitDeny => "Explicit deny: a Deny matches",
        Decision::CannotSay => "Cannot say",
    }
}

pub(super) fn place(place: Place) -> &'static str {
    match place {
        Place::Scp => "Service control policies",
        Place::Resource => "The resource’s policy",
        Place::Identity => "Identity policies",
        Place::PermissionsBoundary => "The permissions boundary",
        Place::Session => "The session policy",
        Place::BothAccounts => "Identity policies and the resource’s policy together",
    }
}

pub(super) fn sureness(sureness: Sureness) -> &'static str {
    match sureness {
        Sureness::Sure => "Sure",
        Sureness::Half => "Half sure",
        Sureness::Guess => "A guess",
    }
}

pub(super) fn right(verdict: &str, place: &str) -> String {
    format!("{verdict}. What decides: {place}.")
}

pub(super) fn they_can(who: &[String]) -> String {
    format!("Who may: {}.", listed(who, "and"))
}

pub(super) fn results_error(error: &ResultsError) -> String {
    match error {
        ResultsError::Cut => "The file is cut off: its end is missing.".to_owned(),
        ResultsError::NotResults(problem) => format!("This is no results file of the sandbox ({problem})."),
        ResultsError::OtherFormat { found } => {
            format!("The file has format {found}; this version of the sandbox reads format {FORMAT}.")
        }
        ResultsError::OtherEdition { found } => format!(
            "The file is of edition {found} of the items; this version of the sandbox has editions up to {}.",
            Edition::NEWEST.number()
        ),
        ResultsError::OtherItemVersion { index, id } => {
            format!("Item {} (`{id}`) was made by another version of the sandbox.", index + 1)
        }
        ResultsError::Edited => "The file was changed after it was written.".to_owned(),
        ResultsError::OtherItem { index } => format!("Item {} is not the one that the set has there.", index + 1),
        ResultsError::Answer { index, error } => format!("The answer to item {}: {}", index + 1, given_error(*error)),
    }
}

pub(super) fn given_error(error: GivenError) -> &'static str {
    match error {
        GivenError::NoItem => "There is no such item.",
        GivenError::Answered => "This item has been answered.",
        GivenError::Unfitting => "This is no answer to this item.",
        GivenError::Earlier => "The answer is older than what came before it.",
    }
}
