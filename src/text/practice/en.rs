//! The words of practice in English.

use super::super::listed;
use super::{Circumstance, Decision, Fact, GivenError, ItemKind, Names, Place, Reader, ResultsError, Sureness, Twist};
use crate::practice::{FORMAT, Holder};

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

pub(super) fn root(account: &str) -> String {
    format!("the root user of {account}")
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
        Fact::BucketPolicy { bucket, .. } => format!("Bucket policy of {bucket}"),
        Fact::Trust { account, role, .. } => {
            format!("Trust policy of the role {role}{}", in_account(names.told(*account)))
        }
        Fact::Boundary { holder: of, .. } => format!("Permissions boundary of {}", holder(of)),
        Fact::Session { user, role, session, issued, document } => {
            let passed = match document {
                Some(_) => "This session policy was passed:",
                None => "No session policy was passed.",
            };
            format!("At {issued} {user} assumed the role {role}, as the session {session}. {passed}")
        }
        Fact::Organization { account, path } => format!(
            "In the organization, {} is at {}. `FullAWSAccess` is attached at every level, unless it says otherwise here.",
            names.of(*account),
            path.join(" / ")
        ),
        Fact::Management { account } => {
            format!("{} is the management account of the organization.", names.of(*account))
        }
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

pub(super) fn twist(twist: Twist) -> &'static str {
    match twist {
        Twist::ObjectsLeftOut => {
            "Look at the end of the ARN: without `/*` it names the bucket and none of its objects."
        }
        Twist::BucketLeftOut => "Look at the end of the ARN: with `/*` it names the objects and not the bucket.",
        Twist::WildcardTooWide => "A `*` right after a name takes in every name that begins so.",
        Twist::ActionWildcard => "The action is a pattern: see what it takes in.",
        Twist::CaseOfAction => "Actions have no case.",
        Twist::CaseOfResource => "Resources have case: `Q1.csv` is not `q1.csv`.",
        Twist::NotAction => "`NotAction` means every action but those listed; with `Deny` it grants nothing.",
        Twist::NotResource => "`NotResource` means every resource but those listed; with `Deny` it grants nothing.",
        Twist::AccountForUser => {
            "The principal that ends in `:root` is the account: its own policies must still say who."
        }
        Twist::SomebodyElse => "Look at whom the resource’s policy names.",
        Twist::OnSomebodyElse => "Look at whom the policy is attached to.",
        Twist::OtherAction => "Compare the action in the policy with the one that is asked for.",
        Twist::OtherBucket => "Compare the bucket in the policy with the one that is asked for.",
        Twist::BoolOnAbsentKey => {
            "A request with a long-term access key does not carry `aws:MultiFactorAuthPresent`, and `Bool` does not hold for a key that is absent."
        }
        Twist::IfExists => "`…IfExists` holds where the key is absent.",
        Twist::TwoConditions => "All lines of a condition must hold before the statement matches.",
        Twist::SeveralValues => "Of several values for one key, one that fits is enough.",
        Twist::OtherValue => "Compare the value in the condition with that of the request.",
        Twist::OldVersion => "With the version `2008-10-17` a variable is plain text.",
        Twist::DenyElsewhere => "A Deny that matches wins, whichever policy it stands in.",
        Twist::DenyBeforeAllow => "The order of statements has no meaning.",
        Twist::NotAMember => "Policies of a group reach its members only.",
        Twist::LevelWithoutAllow => {
            "Every level from the root to the account needs an Allow in its service control policies."
        }
        Twist::ManagementAccount => "Service control policies do not limit the management account.",
        Twist::RootOfMember => "Service control policies limit the root user of a member account too.",
        Twist::SessionWithoutAction => "A session can do only what the session policy allows as well.",
        Twist::SessionWithMore => "A session policy adds nothing to what the role may do.",
        Twist::BoundaryWithoutAction => "A boundary limits what identity policies grant.",
        Twist::BoundaryWithMore => "A boundary grants nothing.",
        Twist::NamedByResource => "In one account, a resource’s policy that names the caller itself is enough.",
        Twist::CallerSideMissing => "Across accounts the caller’s own account must allow it too.",
        Twist::OwnerSideMissing => "Across accounts the account that owns the resource must allow it too.",
        Twist::RightsOfTheUser => "Who assumes a role has the rights of the role, and not the user’s.",
        Twist::KeyNotIssued => {
            "A long-term access key has no `aws:TokenIssueTime`, so a condition on it does not hold."
        }
        Twist::IssuedBefore => "The session was issued before the moment in the Deny.",
        Twist::IssuedAfter => "The session was issued after the moment in the Deny.",
        Twist::GrantElsewhere => "Every policy that reaches the caller counts, not only the first.",
    }
}

pub(super) fn reader(reader: Reader) -> &'static str {
    match reader {
        Reader::AnyAllowWins => "“Any Allow wins”: a Deny beats it, and policies that only limit grant nothing.",
        Reader::LastStatementWins => "“The last statement wins”: the order of statements has no meaning.",
        Reader::DenyIsMissingAllow => {
            "“Denied means that an Allow is missing”: here a Deny matches, and no Allow would help."
        }
        Reader::LimitsPassedOver => {
            "“An Allow in an identity policy or in the resource’s is enough”: boundaries, session policies and service control policies limit it, and a role’s trust policy must allow it too."
        }
        Reader::OneYesIsEnough => "“One yes is enough”: across accounts both accounts must say yes.",
        Reader::BothMustSayYes => "“Both must say yes”: within one account one yes is enough.",
        Reader::ConditionsPassedOver => "Who passes over the conditions takes a statement to match where it does not.",
        Reader::OnlyTheAction => "Who reads only the action takes a statement to match where it does not.",
        Reader::AccountIsEverybody => {
            "“`:root` lets everybody of the account in”: it leaves the decision to the account’s own policies."
        }
        Reader::UserKeepsRights => "“Who assumes a role keeps the user’s rights”: only the role’s rights count.",
    }
}

pub(super) fn results_error(error: &ResultsError) -> String {
    match error {
        ResultsError::Cut => "The file is cut off: its end is missing.".to_owned(),
        ResultsError::NotResults(problem) => format!("This is no results file of the sandbox ({problem})."),
        ResultsError::OtherFormat { found } => {
            format!("The file has format {found}; this version of the sandbox reads format {FORMAT}.")
        }
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
