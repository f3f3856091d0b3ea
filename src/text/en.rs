//! The sentences in English.

use super::considered::Missed;
use super::facts::{Detail, FailureFact, Settles, Verdict, Why};
use super::failures_en;
use super::listed;
use crate::analysis::Change;
use crate::eval::{NotApplicable, PolicyLayer, ResourcePolicyRule, Station, StationOutcome, UnknownFact};
use crate::policy::Severity;
use crate::rule::Confidence;

pub(super) use super::cells_en::{
    absent, all_but, condition, has_boundary, implied_resource, left_out_by, none_of, not_among, not_known, variable,
};
pub(super) use super::findings_en::{finding, kind as policy_kind};
pub(super) use super::rules_en::rule;
pub(super) use super::sides_en::{both_must, gate_detail, gate_purpose, gate_title, side, side_end};

pub(super) fn station(station: Station) -> &'static str {
    match station {
        Station::Authentication => "Authentication",
        Station::ExplicitDeny => "Explicit deny",
        Station::Rcp => "Resource control",
        Station::Scp => "Service control",
        Station::Resource => "Resource policy",
        Station::Identity => "Identity policies",
        Station::PermissionsBoundary => "Permissions boundary",
        Station::Session => "Session policy",
    }
}

/// One sentence on what the station is for, for those who step through.
pub(super) fn station_purpose(station: Station) -> &'static str {
    match station {
        Station::Authentication => "Before any policy is read: who is asking, and do the credentials hold?",
        Station::ExplicitDeny => "A matching Deny in any policy, of any type, ends the request. Nothing can beat it.",
        Station::Rcp => "The organization that owns the resource may limit what anyone can do with it.",
        Station::Scp => "The organization of the caller may limit what its accounts can do. It never grants.",
        Station::Resource => "A policy on the resource itself may let the caller in.",
        Station::Identity => "The policies of the user and its groups, or of the role: does one of them say yes?",
        Station::PermissionsBoundary => "A boundary limits what the user or role can get. It never grants.",
        Station::Session => "A policy passed with the session limits that session. It never grants.",
    }
}

fn layer(layer: PolicyLayer, rule: ResourcePolicyRule) -> &'static str {
    match (layer, rule) {
        (PolicyLayer::VpcEndpoint, _) => "VPC endpoint policy",
        (PolicyLayer::Rcp, _) => "resource control policy",
        (PolicyLayer::Scp, _) => "service control policy",
        (PolicyLayer::Resource, ResourcePolicyRule::Trust) => "trust policy",
        (PolicyLayer::Resource, ResourcePolicyRule::Key) => "key policy",
        (PolicyLayer::Resource, _) => "resource policy",
        (PolicyLayer::Identity, _) => "identity policy",
        (PolicyLayer::PermissionsBoundary, _) => "permissions boundary",
        (PolicyLayer::Session, _) => "session policy",
    }
}

fn resource_policy(rule: ResourcePolicyRule) -> &'static str {
    match rule {
        ResourcePolicyRule::Trust => "trust policy",
        ResourcePolicyRule::Key => "key policy",
        ResourcePolicyRule::Grants | ResourcePolicyRule::None => "policy",
    }
}

pub(super) fn verdict(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Allowed => "Allowed".to_owned(),
        Verdict::DeniedBy(PolicyLayer::Identity, _) => "Denied by an identity policy".to_owned(),
        Verdict::DeniedBy(kind, rule) => format!("Denied by a {}", layer(*kind, *rule)),
        Verdict::NotAllowedBy(PolicyLayer::Identity, _) => "Denied: nothing allows it".to_owned(),
        Verdict::NotAllowedBy(kind, rule) => format!("Denied: the {} does not allow it", layer(*kind, *rule)),
        Verdict::NotAllowedByCaller => "Denied: the caller’s account does not allow it".to_owned(),
        Verdict::NotAllowedByEither => "Denied: neither account allows it".to_owned(),
        Verdict::NotAuthenticated(FailureFact::Expired { .. }) => "Not authenticated: expired".to_owned(),
        Verdict::NotAuthenticated(FailureFact::NoBillingAccess) => "Closed by a setting of the account".to_owned(),
        Verdict::NotAuthenticated(FailureFact::RootAssumesNoRole) => "Not for the root user".to_owned(),
        Verdict::NotAuthenticated(_) => "Not authenticated".to_owned(),
        Verdict::CannotSay => "Cannot say".to_owned(),
    }
}

pub(super) fn one_or_another() -> &'static str {
    "one statement or another"
}

pub(super) fn settles(settles: Settles) -> String {
    let what = if settles.is_allowed { "allowed" } else { "no longer allowed" };
    format!("A change is on its way: from {} on the same request is {what}.", settles.at.clock_time_with_seconds())
}

pub(super) fn why(why: &Why) -> String {
    match why {
        Why::IdentityGrants { path } => format!("{path} grants it, and nothing denies it."),
        Why::ResourceGrants { owner, who, is_grant: true, .. } => {
            format!("A grant of {owner} lets {who} in; within one account that is enough.")
        }
        Why::ResourceGrants { owner, who, has_account: false, .. } => {
            format!("{owner}’s own policy lets {who} in; for a caller that has no account that is enough.")
        }
        Why::ResourceGrants { owner, who, .. } => {
            format!("{owner}’s own policy lets {who} in; within one account that is enough.")
        }
        Why::BothGrant { path, owner, is_grant: true } => {
            format!("Both accounts say yes: {path} for the caller, a grant of {owner} for the owner.")
        }
        Why::BothGrant { path, owner, .. } => {
            format!("Both accounts say yes: {path} for the caller, {owner}’s policy for the owner.")
        }
        Why::Root => "The root user may do everything in its own account.".to_owned(),
        Why::Exempt => "This call needs no permission.".to_owned(),
        Why::Denied { path } => format!("{path}. No Allow can beat a Deny."),
        Why::NothingAllows { who } => {
            format!("No policy that applies to {who} says yes, and what is not allowed is denied.")
        }
        Why::HandedOver { owner, who } => {
            format!("{owner}’s policy leaves it to the account, and no policy of {who} says yes.")
        }
        Why::OwnerSilent { owner, account, who } => {
            format!("{owner} belongs to account {account}, and its policy does not let {who} in from another account.")
        }
        Why::CallerSilent { who, owner } => {
            format!("{owner}’s policy lets {who} in, but across accounts {who}’s own policies must allow it too.")
        }
        Why::TrustSilent { role, who } => format!("The trust policy of {role} does not name {who}."),
        Why::NearlyGranted { owner, rule, who, missed } => nearly_granted(&policy_of(owner, *rule), who, missed),
        Why::KeySilent { who } => format!("The key policy does not let {who} in."),
        Why::LevelSilent { level } => {
            format!("No SCP at {level} allows it: every level from the root to the account must.")
        }
        Why::LimitSilent(kind) => {
            format!(
                "The {} does not allow it, and what it leaves out no other policy can grant.",
                layer(*kind, ResourcePolicyRule::None)
            )
        }
        Why::BothSilent { who, owner } => {
            format!(
                "No policy of {who} says yes, and {owner}’s policy does not let {who} in: across accounts both must."
            )
        }
        Why::CannotSay { missing, .. } if missing.is_empty() => {
            "The answer depends on something that is not known here.".to_owned()
        }
        Why::CannotSay { missing, rule } => {
            let facts: Vec<_> = missing.iter().map(|fact| missing_fact(fact, *rule)).collect();
            format!("It depends on what is not known: {}.", listed(&facts, "and"))
        }
        Why::NotAuthenticated(failure) => failures_en::why(failure),
    }
}

fn policy_of(owner: &str, rule: ResourcePolicyRule) -> String {
    match rule {
        ResourcePolicyRule::Trust => format!("The trust policy of {owner}"),
        ResourcePolicyRule::Key => "The key policy".to_owned(),
        ResourcePolicyRule::Grants | ResourcePolicyRule::None => format!("{owner}’s own policy"),
    }
}

fn nearly_granted(policy: &str, who: &str, missed: &Missed) -> String {
    match missed {
        Missed::Condition(key) => {
            format!("{policy} lets {who} in under a condition only, and its condition on {key} is not met.")
        }
        Missed::Action(action) => format!("{policy} lets {who} in for other actions, and not for {action}."),
    }
}

/// A length of time in its largest units: `2 h 5 min`.
pub(super) fn duration(seconds: i64) -> String {
    match seconds {
        ..60 => format!("{seconds} s"),
        60..3_600 => format!("{} min", seconds / 60),
        3_600.. if seconds % 3_600 < 60 => format!("{} h", seconds / 3_600),
        _ => format!("{} h {} min", seconds / 3_600, seconds % 3_600 / 60),
    }
}

fn missing_fact(fact: &UnknownFact, rule: ResourcePolicyRule) -> String {
    match fact {
        UnknownFact::Layer(kind) => format!("the {}", layer(*kind, rule)),
        UnknownFact::ContextKey(key) => key.to_string(),
    }
}

fn statements(n: usize) -> String {
    if n == 1 { "1 statement".to_owned() } else { format!("{n} statements") }
}

pub(super) fn detail(detail: &Detail) -> String {
    match detail {
        Detail::KeyValid { who } => format!("{who}’s access key is valid"),
        Detail::RootSignedIn => "the root user is signed in".to_owned(),
        Detail::ServiceSpeaks { who } => format!("{who} calls in its own name"),
        Detail::TokenValid { provider } => format!("the token of {provider} is valid"),
        Detail::SessionValid { until } => format!("session token valid until {}", until.clock_time()),
        Detail::NotAuthenticated(failure) => failures_en::detail(failure),
        Detail::Asking { who } => format!("{who} is asking"),
        Detail::Unsigned => "nobody signed the request".to_owned(),
        Detail::NoDeny { n_considered: 0 } => "no Deny statement exists".to_owned(),
        Detail::NoDeny { n_considered: 1 } => "the one Deny statement does not match".to_owned(),
        Detail::NoDeny { n_considered } => format!("none of {n_considered} Deny statements matches"),
        Detail::Denies { n_considered: 1, .. } => "the one Deny statement matches".to_owned(),
        Detail::Denies { n_matching, n_considered } => format!("{n_matching} of {n_considered} Deny statements match"),
        Detail::NotApplicable(station, reason) => not_applicable(*station, *reason).to_owned(),
        Detail::NotModelled => "not known here".to_owned(),
        Detail::NotReached { would_allow: true } => "not reached; it would have allowed".to_owned(),
        Detail::NotReached { would_allow: false } => "not reached".to_owned(),
        Detail::LevelDenied { level } => format!("not reached: a Deny at {level} ended it at station 1"),
        Detail::LimitAllows(Station::Rcp) => "no Deny in the resource’s organization".to_owned(),
        Detail::LimitAllows(Station::Scp) => "every level allows it".to_owned(),
        Detail::LimitAllows(_) => "allows it, so the grant stands".to_owned(),
        Detail::LevelStops { level } => format!("no SCP at {level} allows it"),
        Detail::LimitStops { n_considered, .. } => format!("{}: none allows it", statements(*n_considered)),
        Detail::ResourceHasNone { owner } => format!("{owner} has none; none is needed here"),
        Detail::ResourceSilent { owner } => format!("{owner}’s policy is silent; it need not speak here"),
        Detail::ResourceGrants { owner, named, is_grant: true, .. } => format!("a grant of {owner} names {named}"),
        Detail::ResourceGrants { owner, rule, named, .. } => {
            format!("{owner}’s {} names {named}", resource_policy(*rule))
        }
        Detail::ResourceHandsOver { owner, rule } => {
            format!("{owner}’s {} leaves it to the account", resource_policy(*rule))
        }
        Detail::ResourceStops { owner, has_policy: false, .. } => format!("{owner} has none, and needs one here"),
        Detail::ResourceStops { owner, rule, .. } => {
            format!("{owner}’s {} does not let the caller in", resource_policy(*rule))
        }
        Detail::IdentityGrants { path } => path.clone(),
        Detail::IdentityStops { n_considered } => format!("{}: nothing says yes", statements(*n_considered)),
    }
}

fn not_applicable(station: Station, reason: NotApplicable) -> &'static str {
    match (reason, station) {
        (NotApplicable::NoOrganization, Station::Rcp) => "not in play: no organization with RCPs on",
        (NotApplicable::NoOrganization, _) => "not in play: no organization with SCPs on",
        (NotApplicable::ManagementAccount, _) => "not in play: the management account is never limited",
        (NotApplicable::ServiceLinkedRole, _) => "not in play: service-linked roles are never limited",
        (NotApplicable::NoPrincipalAccount, _) => "not in play: the caller has no account",
        (NotApplicable::RootUser, Station::PermissionsBoundary) => "not in play: root has no boundary",
        (NotApplicable::RootUser, _) => "not in play: root needs no policy",
        (NotApplicable::NoResourcePolicies, _) => "not in play: this kind of resource has none",
        (NotApplicable::NoBoundary, _) => "not in play: no boundary is set",
        (NotApplicable::NotASession, _) => "not in play: not a session",
        (NotApplicable::NoSessionPolicy, _) => "not in play: none was passed",
        (NotApplicable::GrantedDirectly, _) => "not asked: the resource’s policy grants directly",
        (NotApplicable::Exempt, _) => "not asked: the call needs no permission",
        (NotApplicable::ServiceNotCovered, _) => "not in play: it has no say about this service",
        (NotApplicable::AwsManagedKey, _) => "not in play: AWS manages the key",
        (NotApplicable::RootOfOwner, _) => "not asked: root may always mend this policy",
    }
}

pub(super) fn gate(outcome: StationOutcome) -> &'static str {
    match outcome {
        StationOutcome::Passed | StationOutcome::Granted => "VPC endpoint policy: lets the call through.",
        StationOutcome::Stopped => "VPC endpoint policy: does not let the call through.",
        StationOutcome::NotApplicable(_) => "VPC endpoint policy: not asked.",
        StationOutcome::NotReached => "VPC endpoint policy: not reached.",
        StationOutcome::NotModelled => "VPC endpoint policy: not known here.",
    }
}

pub(super) fn unknown_fact(fact: &UnknownFact) -> String {
    match fact {
        UnknownFact::ContextKey(key) => format!("the condition key {key}: its value, or whether it is there"),
        UnknownFact::Layer(PolicyLayer::VpcEndpoint) => "vpcEndpoint: what the VPC endpoint policy says".to_owned(),
        UnknownFact::Layer(PolicyLayer::Rcp) => "rcps: what the resource control policies say".to_owned(),
        UnknownFact::Layer(PolicyLayer::Scp) => "scps: what the service control policies say".to_owned(),
        UnknownFact::Layer(PolicyLayer::Resource) => "resource: what the resource policy says".to_owned(),
        UnknownFact::Layer(PolicyLayer::Identity) => "identity: what the identity policies say".to_owned(),
        UnknownFact::Layer(PolicyLayer::PermissionsBoundary) => {
            "permissionsBoundary: what the permissions boundary says".to_owned()
        }
        UnknownFact::Layer(PolicyLayer::Session) => "session: what the session policies say".to_owned(),
    }
}

pub(super) fn stops_here() -> &'static str {
    "stops here"
}

pub(super) fn announcement(verdict: &str, stops: &[Station], unknown: Option<Station>) -> String {
    match stops {
        [stop, others @ ..] => {
            let more = others.iter().map(|it| format!(" Also at station {}, {}.", it.number(), station(*it)));
            let more = more.collect::<Vec<_>>().concat();
            format!("{verdict}. Stopped at station {} of 7, {}.{more}", stop.number(), station(*stop))
        }
        [] if unknown.is_some() => {
            let place = unknown.map(|it| format!("Not known at station {}, {}.", it.number(), station(it)));
            format!("{verdict}. {}", place.unwrap_or_default())
        }
        [] => format!("{verdict}. All stations passed."),
    }
}

/// What the one who is asked about is called where a path is written out.
pub(super) fn statement_name(sid: Option<&str>, number: usize) -> String {
    sid.map_or_else(|| format!("statement {number}"), |sid| format!("statement {sid}"))
}

pub(super) fn everyone() -> &'static str {
    "everyone"
}

/// What the one who asks without signing is called.
pub(super) fn anonymous() -> &'static str {
    "nobody"
}

pub(super) fn the_account() -> &'static str {
    "the account"
}

pub(super) fn change(change: &Change) -> String {
    match change {
        Change::JoinGroup { user, group } => format!("{user} joins {group}"),
        Change::IdentityStatement { holder, resource } => {
            format!("A statement for {holder} that names {}", super::short_resource(resource))
        }
        Change::ResourceStatement { owner, named } => format!("{owner}’s policy names {named}"),
    }
}

pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::SecurityWarning => "security warning",
        Severity::Warning => "warning",
        Severity::Suggestion => "suggestion",
    }
}

pub(super) fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Documented => "documented",
        Confidence::Disputed => "disputed: sources disagree or are silent",
        Confidence::Engineering => "our choice",
    }
}
