//! How somebody in a hurry reads: rules of thumb that are right often enough to be believed.
//!
//! Each reader gets the same record as the evaluator and says what it would have answered. Nothing rests on
//! their answers but which items are worth asking, and what a review warns of.

use crate::api::CheckRecord;
use crate::eval::{Decision, Element, GrantReach, PolicyLayer, PrincipalOutcome, StatementRef, TraceEvent};
use crate::policy::Effect;

/// A rule of thumb.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Reader {
    /// Any Allow wins, wherever it stands.
    AnyAllowWins,
    /// Of the statements of a policy the last that matches wins.
    LastStatementWins,
    /// A denial is nothing but a missing Allow.
    DenyIsMissingAllow,
    /// An Allow in an identity or resource policy is enough; what must allow beside it is passed over.
    LimitsPassedOver,
    /// One yes is enough, also between accounts.
    OneYesIsEnough,
    /// In one account, too, both the user's and the resource's policy must say yes.
    BothMustSayYes,
    /// Conditions are passed over.
    ConditionsPassedOver,
    /// Only the action is read, not the resource.
    OnlyTheAction,
    /// Who becomes a role keeps the rights of the user.
    UserKeepsRights,
    /// A resource's policy that names the account lets everybody of the account in.
    AccountIsEverybody,
    /// The newest version of a managed policy counts.
    NewestVersionCounts,
    /// What a user may do can be done with each of the user's keys.
    KeyAlwaysSigns,
    /// A key that is absent from a request counts as `false`.
    AbsentIsFalse,
    /// With a key the sessions end that were taken with it.
    KeyEndsSessions,
    /// A session in a chain lasts as long as the role's sessions may.
    ChainLastsAsLong,
    /// Who may launch may hand over any role.
    LaunchingIsPassing,
    /// An administrator may do what the root user may.
    AdministratorIsRoot,
    /// Who can sign in may do something.
    PasswordIsPermission,
    /// A role that one service may assume is for every service.
    AnyServiceMay,
    /// All temporary credentials may make the same calls.
    SessionsAreAlike,
    /// A change is seen at once.
    SeenAtOnce,
    /// An application on an instance may do what whoever launched it may.
    LauncherLendsRights,
    /// Session tags go on in a chain.
    EveryTagGoesOn,
    /// Whoever assumes another role leaves everything behind.
    NothingGoesOn,
    /// A session token without MFA may call nothing.
    TokenIsNothing,
    /// The root user may do everything.
    RootMayEverything,
    /// Policies of an organization do not reach who comes to its resources.
    OrganizationBindsItsOwn,
    /// Who may read an object needs nothing for the key that it lies under.
    ObjectAlone,
    /// Policies alone let somebody use a key.
    GrantsPassedOver,
}

/// What one statement came to.
#[allow(clippy::struct_excessive_bools, reason = "each says how another reader reads it")]
struct Read {
    at: StatementRef,
    effect: Effect,
    is_match: bool,
    /// Whether it only hands the decision on to the account.
    is_handing_on: bool,
    without_conditions: bool,
    without_resource: bool,
}

/// A check with what each of its statements came to, which all readers read.
pub(super) struct Record<'a> {
    /// The check.
    pub(super) check: &'a CheckRecord,
    reads: Vec<Read>,
}

impl<'a> Record<'a> {
    pub(super) fn of(check: &'a CheckRecord) -> Self {
        Self { check, reads: reads(check) }
    }
}

impl Reader {
    /// Every reader.
    pub const ALL: [Self; 29] = [
        Self::AnyAllowWins,
        Self::LastStatementWins,
        Self::DenyIsMissingAllow,
        Self::LimitsPassedOver,
        Self::OneYesIsEnough,
        Self::BothMustSayYes,
        Self::ConditionsPassedOver,
        Self::OnlyTheAction,
        Self::UserKeepsRights,
        Self::AccountIsEverybody,
        Self::NewestVersionCounts,
        Self::KeyAlwaysSigns,
        Self::AbsentIsFalse,
        Self::KeyEndsSessions,
        Self::ChainLastsAsLong,
        Self::LaunchingIsPassing,
        Self::AdministratorIsRoot,
        Self::PasswordIsPermission,
        Self::AnyServiceMay,
        Self::SessionsAreAlike,
        Self::SeenAtOnce,
        Self::LauncherLendsRights,
        Self::EveryTagGoesOn,
        Self::NothingGoesOn,
        Self::TokenIsNothing,
        Self::RootMayEverything,
        Self::OrganizationBindsItsOwn,
        Self::ObjectAlone,
        Self::GrantsPassedOver,
    ];

    /// What this reader would answer. For a session of a role it helps to know what its user may do.
    #[must_use]
    pub(super) fn decide(self, record: &Record<'_>, of_user: Option<Decision>) -> Decision {
        let Record { check, reads } = record;
        let truth = check.verdict.decision;
        match self {
            // An Allow that something else stands in the way of is for the readers below.
            Self::AnyAllowWins => {
                let mut allows = reads.iter().filter(|read| read.is_match && read.effect == Effect::Allow);
                match truth {
                    Decision::ExplicitDeny if allows.any(|read| !read.is_handing_on) => Decision::Allowed,
                    Decision::ImplicitDeny if allows.clone().all(limits) && allows.next().is_some() => {
                        Decision::Allowed
                    }
                    _ => truth,
                }
            }
            Self::LastStatementWins if reads.iter().any(|read| is_overtaken(read, reads)) => {
                simple(reads, |read| read.is_match && !is_overtaken(read, reads))
            }
            Self::DenyIsMissingAllow if truth == Decision::ExplicitDeny => Decision::ImplicitDeny,
            Self::LimitsPassedOver if !check.request.is_cross_account() => {
                simple(reads, |read| read.is_match && grants(read))
            }
            Self::OneYesIsEnough if check.request.is_cross_account() && truth == Decision::ImplicitDeny => {
                simple(reads, |read| read.is_match && grants(read))
            }
            Self::BothMustSayYes if truth == Decision::Allowed && !check.policies.resource.resource.is_empty() => {
                let says_yes = |layer| reads.iter().any(|read| read.is_match && read.at.layer == layer);
                let is_both = says_yes(PolicyLayer::Identity) && says_yes(PolicyLayer::Resource);
                if is_both { truth } else { Decision::ImplicitDeny }
            }
            Self::ConditionsPassedOver if reads.iter().any(|read| read.is_match != read.without_conditions) => {
                simple(reads, |read| read.without_conditions)
            }
            Self::OnlyTheAction if reads.iter().any(|read| read.is_match != read.without_resource) => {
                simple(reads, |read| read.without_resource)
            }
            Self::UserKeepsRights => of_user.unwrap_or(truth),
            Self::AccountIsEverybody if truth == Decision::ImplicitDeny => {
                match reads.iter().any(|read| read.is_match && read.is_handing_on) {
                    true => Decision::Allowed,
                    false => truth,
                }
            }
            Self::AccountIsEverybody
            | Self::LastStatementWins
            | Self::LimitsPassedOver
            | Self::DenyIsMissingAllow
            | Self::OneYesIsEnough
            | Self::BothMustSayYes
            | Self::ConditionsPassedOver
            | Self::OnlyTheAction
            // What these believe is not in the record: templates put their worlds together, or say whom they let in.
            | Self::NewestVersionCounts
            | Self::KeyAlwaysSigns
            | Self::AbsentIsFalse
            | Self::KeyEndsSessions
            | Self::ChainLastsAsLong
            | Self::LaunchingIsPassing
            | Self::AdministratorIsRoot
            | Self::PasswordIsPermission
            | Self::AnyServiceMay
            | Self::SessionsAreAlike
            | Self::SeenAtOnce
            | Self::LauncherLendsRights
            | Self::EveryTagGoesOn
            | Self::NothingGoesOn
            | Self::TokenIsNothing
            | Self::RootMayEverything
            | Self::OrganizationBindsItsOwn
            | Self::ObjectAlone
            | Self::GrantsPassedOver => truth,
        }
    }
}

fn grants(read: &Read) -> bool {
    matches!(read.at.layer, PolicyLayer::Identity | PolicyLayer::Resource) && !read.is_handing_on
}

/// Whether the statement stands in a policy that only limits.
fn limits(read: &Read) -> bool {
    !matches!(read.at.layer, PolicyLayer::Identity | PolicyLayer::Resource)
}

/// Whether a statement of the same policy with the other effect comes later and matches too.
fn is_overtaken(read: &Read, reads: &[Read]) -> bool {
    let is_same_policy = |other: &Read| (other.at.layer, other.at.policy) == (read.at.layer, read.at.policy);
    let is_later = |other: &&Read| is_same_policy(other) && other.at.statement > read.at.statement;
    read.is_match && reads.iter().filter(is_later).any(|other| other.is_match && other.effect != read.effect)
}

/// A Deny wins, an Allow in a policy that grants is enough, and there is nothing else.
fn simple(reads: &[Read], counts: impl Fn(&Read) -> bool) -> Decision {
    let mut counted = reads.iter().filter(|read| counts(read));
    if counted.clone().any(|read| read.effect == Effect::Deny) {
        return Decision::ExplicitDeny;
    }
    if counted.any(grants) { Decision::Allowed } else { Decision::ImplicitDeny }
}

fn reads(check: &CheckRecord) -> Vec<Read> {
    let statements = PolicyLayer::ALL.into_iter().flat_map(|layer| check.trace.statements(layer));
    statements.filter_map(|(at, is_match)| read(check, at, is_match)).collect()
}

fn read(check: &CheckRecord, at: StatementRef, is_match: bool) -> Option<Read> {
    let effect = effect(check, at)?;
    let holds = |is_passed_over: fn(&TraceEvent) -> bool| {
        check.trace.elements(at).filter(|event| !is_passed_over(event)).all(holds)
    };
    let without_conditions = holds(|event| matches!(event, TraceEvent::Condition { .. }));
    let without_resource = holds(|event| matches!(event, TraceEvent::Pattern { element: Element::Resource, .. }));
    let is_of_account = |event: &TraceEvent| {
        matches!(event, TraceEvent::Principal { outcome: PrincipalOutcome::Named(_, GrantReach::Account), .. })
    };
    let is_handing_on =
        effect == Effect::Allow && !check.request.is_cross_account() && check.trace.elements(at).any(is_of_account);
    Some(Read { at, effect, is_match, is_handing_on, without_conditions, without_resource })
}

fn holds(event: &TraceEvent) -> bool {
    match event {
        TraceEvent::Principal { outcome, .. } => outcome.is_match(),
        TraceEvent::Pattern { outcome, .. } => outcome.is_match(),
        TraceEvent::Condition { outcome, .. } => outcome.is_match(),
        _ => true,
    }
}

/// Whether a statement allows or denies.
pub(super) fn effect(check: &CheckRecord, at: StatementRef) -> Option<Effect> {
    let applied = check.policies.layer(at.layer).get(usize::from(at.policy))?;
    let statement = applied.policy.document().statements.get(usize::from(at.statement))?;
    Some(statement.effect.value)
}
