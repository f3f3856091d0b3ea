//! `Principal` and `NotPrincipal` against the caller (rules A-78, C-33 to C-36).

use super::request::{AuthorizationRequest, Principal};
use super::trace::PrincipalOutcome;
use crate::arn::Arn;
use crate::policy::{Effect, PrincipalElement, PrincipalEntry};

/// How directly an entry names the caller, which decides what a grant is worth (rule C-22).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum GrantReach {
    /// The account: it hands the decision to the account's own policies.
    Account,
    /// The role of a session, or the user behind a federated session: boundary and session policy
    /// still limit.
    Parent,
    /// The caller itself, everyone, or a service: nothing on the caller's side is asked.
    Caller,
}

/// What kind of credentials speak, as far as the rules differ.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CallerKind {
    /// The root user, or a session with the rights of one: there is nothing that must allow.
    Root,
    /// A user, with or without `GetSessionToken`.
    User,
    /// A session of a role, or one made by `GetFederationToken`.
    Session,
    /// A service, nobody, or somebody with a token: there is no account on the caller's side.
    NoAccount,
}

impl CallerKind {
    /// The kind of `principal`.
    #[must_use]
    #[inline]
    pub fn of(principal: &Principal) -> Self {
        match principal {
            Principal::Root { .. } | Principal::AssumedRoot { .. } => Self::Root,
            Principal::FederatedUser { user, .. } if is_root_arn(user) => Self::Root,
            Principal::User { .. } => Self::User,
            Principal::AssumedRole { .. } | Principal::FederatedUser { .. } => Self::Session,
            Principal::Federated { .. } | Principal::Service { .. } | Principal::Anonymous => Self::NoAccount,
        }
    }
}

/// Whether the ARN is that of a root user, who may ask for a federated session as users may (rule C-64).
fn is_root_arn(arn: &Arn) -> bool {
    arn.service() == "iam" && arn.resource() == "root"
}

/// Compares a principal element with the caller.
pub(super) fn compare(
    element: &PrincipalElement,
    effect: Effect,
    request: &AuthorizationRequest,
    has_boundary: Option<bool>,
) -> PrincipalOutcome {
    if element.is_negated {
        return compare_negated(element, effect, request, has_boundary);
    }
    let reaches = element.entries.iter().enumerate().filter_map(|(index, entry)| {
        reach(&entry.value, request).map(|reach| (reach, u16::try_from(index).unwrap_or(u16::MAX)))
    });
    // Of several entries that fit, the most direct one counts; of equals the first.
    match reaches.max_by_key(|(reach, index)| (*reach, std::cmp::Reverse(*index))) {
        Some((reach, index)) => PrincipalOutcome::Named(index, reach),
        None if depends_on_user_id(element, request) => PrincipalOutcome::NotKnown,
        None => PrincipalOutcome::NotNamed,
    }
}

/// Whether an entry is a unique id, and nobody knows that of the caller.
fn depends_on_user_id(element: &PrincipalElement, request: &AuthorizationRequest) -> bool {
    request.context.is_unknown("aws:userid")
        && element.entries.iter().any(|entry| matches!(entry.value, PrincipalEntry::UniqueId(_)))
}

/// What the policy of a VPC endpoint says of the caller. The endpoints of S3 and `DynamoDB` are taken for
/// gateway endpoints, at which an account means its root user alone (rule A-22).
pub(super) fn compare_at_endpoint(
    element: &PrincipalElement,
    effect: Effect,
    request: &AuthorizationRequest,
    has_boundary: Option<bool>,
) -> PrincipalOutcome {
    let is_gateway = matches!(request.action.service(), "s3" | "dynamodb");
    // Whom the root user federates is somebody else, with the rights of the root user.
    let is_root = matches!(request.principal, Principal::Root { .. } | Principal::AssumedRoot { .. });
    match compare(element, effect, request, has_boundary) {
        PrincipalOutcome::Named(_, GrantReach::Account) if is_gateway && !is_root => PrincipalOutcome::NotNamed,
        outcome => outcome,
    }
}

/// How `entry` names the caller, if it does.
fn reach(entry: &PrincipalEntry, request: &AuthorizationRequest) -> Option<GrantReach> {
    let principal = &request.principal;
    match entry {
        PrincipalEntry::Everyone => Some(GrantReach::Caller),
        PrincipalEntry::Account(account) => (principal.account() == Some(*account)).then_some(GrantReach::Account),
        PrincipalEntry::Arn(arn) => match principal {
            Principal::User { arn: user, .. } => (user == arn).then_some(GrantReach::Caller),
            Principal::AssumedRole { session, role: parent, .. }
            | Principal::FederatedUser { session, user: parent, .. } => {
                let direct = (session == arn).then_some(GrantReach::Caller);
                direct.or_else(|| (parent == arn).then_some(GrantReach::Parent))
            }
            _ => None,
        },
        PrincipalEntry::UniqueId(id) => unique_id_reach(id, request),
        PrincipalEntry::Service(name) => match principal {
            Principal::Service { name: caller } => (caller == name).then_some(GrantReach::Caller),
            _ => None,
        },
        PrincipalEntry::Federated(provider) => match principal {
            Principal::Federated { provider: caller } => (caller == provider).then_some(GrantReach::Caller),
            _ => None,
        },
        // An account's canonical id does not follow from its number, and S3 itself turns such an entry into
        // the account when it saves the policy: what is left of one is nobody of whom is known.
        PrincipalEntry::CanonicalUser(_) => None,
    }
}

/// `AIDA…` is the user, the part before the colon of `AROA…:session` the role (rule B-36).
fn unique_id_reach(id: &str, request: &AuthorizationRequest) -> Option<GrantReach> {
    let user_id = request.context.single("aws:userid")?;
    match user_id.split_once(':') {
        Some((parent, _)) => (parent == id).then_some(GrantReach::Parent),
        None => (user_id == id).then_some(GrantReach::Caller),
    }
}

/// `NotPrincipal` spares a caller only if every name under which a service may test it is listed:
/// the account, the role and the session (rule C-33).
fn compare_negated(
    element: &PrincipalElement,
    effect: Effect,
    request: &AuthorizationRequest,
    has_boundary: Option<bool>,
) -> PrincipalOutcome {
    if effect == Effect::Deny && has_boundary == Some(true) {
        return PrincipalOutcome::HasBoundary;
    }
    let lists = |wanted: GrantReach| {
        element
            .entries
            .iter()
            .any(|entry| entry.value == PrincipalEntry::Everyone || reach(&entry.value, request) == Some(wanted))
    };
    let is_spared = match (&request.principal, effect) {
        (Principal::User { .. }, Effect::Deny) => lists(GrantReach::Caller) && lists(GrantReach::Account),
        // The root user behind a federated session has no name but its account's.
        (Principal::FederatedUser { user, .. }, Effect::Deny) if is_root_arn(user) => {
            lists(GrantReach::Caller) && lists(GrantReach::Account)
        }
        (Principal::AssumedRole { .. } | Principal::FederatedUser { .. }, Effect::Deny) => {
            lists(GrantReach::Caller) && lists(GrantReach::Parent) && lists(GrantReach::Account)
        }
        (Principal::Root { .. } | Principal::AssumedRoot { .. }, _) => lists(GrantReach::Account),
        (Principal::Federated { .. } | Principal::Service { .. } | Principal::Anonymous, _) => {
            lists(GrantReach::Caller)
        }
        (_, Effect::Allow) => [GrantReach::Account, GrantReach::Parent, GrantReach::Caller].into_iter().any(lists),
    };
    match is_spared {
        true if effect == Effect::Deny && has_boundary.is_none() => PrincipalOutcome::NotKnown,
        true => PrincipalOutcome::Excluded,
        false if depends_on_user_id(element, request) => PrincipalOutcome::NotKnown,
        false => PrincipalOutcome::NotExcluded,
    }
}
