//! What the evaluator saw, as a flat list of small events that hold positions, never text.

use super::applicable::PolicyLayer;
use super::principal::GrantReach;
use crate::rule::Rule;
use serde::{Deserialize, Serialize};

/// A sink for the steps of an evaluation.
pub trait Recorder {
    /// Whether to look at everything: `false` lets the evaluator leave off as soon as it knows.
    const RECORDING: bool;

    /// Makes room for so many steps.
    fn reserve(&mut self, n: usize);

    /// Takes down one step.
    fn record(&mut self, event: TraceEvent);
}

/// Takes nothing down; for questions by the thousand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NoTrace;

impl Recorder for NoTrace {
    const RECORDING: bool = false;

    fn reserve(&mut self, _: usize) {}

    fn record(&mut self, _: TraceEvent) {}
}

/// The steps of one evaluation, in order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Trace {
    events: Vec<TraceEvent>,
}

impl Recorder for Trace {
    const RECORDING: bool = true;

    fn reserve(&mut self, n: usize) {
        self.events.reserve(n);
    }

    fn record(&mut self, event: TraceEvent) {
        self.events.push(event);
    }
}

impl Trace {
    /// The steps, in order.
    #[must_use]
    pub fn events(&self) -> &[TraceEvent] {
        &self.events
    }

    /// What was found at a station.
    #[must_use]
    pub fn station(&self, wanted: Station) -> Option<(StationOutcome, Rule)> {
        self.events.iter().find_map(|event| match event {
            TraceEvent::Station { station, outcome, rule } if *station == wanted => Some((*outcome, *rule)),
            _ => None,
        })
    }

    /// The statements that were considered in a layer, with whether they match, in order.
    pub fn statements(&self, wanted: PolicyLayer) -> impl Iterator<Item = (StatementRef, bool)> {
        self.events.iter().filter_map(move |event| match event {
            TraceEvent::Statement { at, matched } if at.layer == wanted => Some((*at, *matched)),
            _ => None,
        })
    }

    /// What was found at the elements of one statement, in order.
    pub fn elements(&self, statement: StatementRef) -> impl Iterator<Item = &TraceEvent> {
        self.events.iter().filter(move |event| match event {
            TraceEvent::Principal { at, .. } | TraceEvent::Pattern { at, .. } | TraceEvent::Condition { at, .. } => {
                *at == statement
            }
            _ => false,
        })
    }
}

/// Which statement: resolves through the policies of the same record.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct StatementRef {
    /// The layer.
    pub layer: PolicyLayer,
    /// Position of the policy in its layer.
    pub policy: u16,
    /// Position of the statement in its policy.
    pub statement: u16,
}

/// The stations of the rail. The numbers never change.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Station {
    /// 0: who is asking, if anybody.
    Authentication,
    /// 1: Deny statements in all policies.
    ExplicitDeny,
    /// 2: resource control policies.
    Rcp,
    /// 3: service control policies.
    Scp,
    /// 4: the policy on the resource.
    Resource,
    /// 5: the identity-based policies.
    Identity,
    /// 6: the permissions boundary.
    PermissionsBoundary,
    /// 7: session policies.
    Session,
}

impl Station {
    /// The stations in their order.
    pub const ALL: [Self; 8] = [
        Self::Authentication,
        Self::ExplicitDeny,
        Self::Rcp,
        Self::Scp,
        Self::Resource,
        Self::Identity,
        Self::PermissionsBoundary,
        Self::Session,
    ];

    /// The number on the rail.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// The layer of policies that the station looks at; authentication looks at none, and explicit
    /// denials are looked for in all.
    #[must_use]
    pub const fn layer(self) -> Option<PolicyLayer> {
        match self {
            Self::Authentication | Self::ExplicitDeny => None,
            Self::Rcp => Some(PolicyLayer::Rcp),
            Self::Scp => Some(PolicyLayer::Scp),
            Self::Resource => Some(PolicyLayer::Resource),
            Self::Identity => Some(PolicyLayer::Identity),
            Self::PermissionsBoundary => Some(PolicyLayer::PermissionsBoundary),
            Self::Session => Some(PolicyLayer::Session),
        }
    }
}

/// Why a station has no say in a request.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum NotApplicable {
    /// The account is in no organization, or its policies of this type are off.
    NoOrganization,
    /// The management account is never limited (C-17, C-20).
    ManagementAccount,
    /// Service-linked roles are never limited (C-17, C-20).
    ServiceLinkedRole,
    /// Services and the anonymous have no account whose policies could speak.
    NoPrincipalAccount,
    /// The root user has neither identity policies nor a boundary (C-53).
    RootUser,
    /// This kind of resource has no policy of its own.
    NoResourcePolicies,
    /// No boundary is set.
    NoBoundary,
    /// The caller is no session.
    NotASession,
    /// No session policy was passed.
    NoSessionPolicy,
    /// The resource policy of the same account grants to the caller directly (C-22).
    GrantedDirectly,
    /// The action needs no permission (C-44).
    Exempt,
    /// Policies of this type have no say about this service (C-21).
    ServiceNotCovered,
    /// The key is one that AWS manages (C-20).
    AwsManagedKey,
    /// The root user may always mend the policy of a bucket or a queue of the account (C-53).
    RootOfOwner,
}

/// What was found at a station.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum StationOutcome {
    /// Nothing here stands in the way.
    Passed,
    /// A policy here grants; only stations 4 and 5 can.
    Granted,
    /// The request ends here.
    Stopped,
    /// The station has no say, and why.
    NotApplicable(NotApplicable),
    /// The request ended earlier.
    NotReached,
    /// What stands here is not known, or not modelled.
    NotModelled,
}

/// The elements of a statement that can fail to match.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Element {
    /// `Action` or `NotAction`
    Action,
    /// `Resource` or `NotResource`
    Resource,
}

/// How a list of patterns compared.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum PatternOutcome {
    /// The pattern at this position matches.
    Matched(u16),
    /// No pattern matches.
    NoneMatched,
    /// A `Not…` element lists what was asked for, at this position.
    Excluded(u16),
    /// A `Not…` element does not list what was asked for, so the statement is about it.
    NotExcluded,
    /// The element is absent; the policy hangs on its resource.
    Implied,
    /// No pattern matches but perhaps one with a variable whose value is not known.
    NotKnown,
}

impl PatternOutcome {
    /// Whether the element lets the statement match.
    #[must_use]
    pub const fn is_match(self) -> bool {
        matches!(self, Self::Matched(_) | Self::NotExcluded | Self::Implied)
    }
}

/// How a principal element compared.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum PrincipalOutcome {
    /// The entry at this position names the caller, with this reach.
    Named(u16, GrantReach),
    /// No entry names the caller.
    NotNamed,
    /// `NotPrincipal` lists the caller in full, so the statement leaves it out.
    Excluded,
    /// `NotPrincipal` does not list the caller, or not in full, so the statement is about it.
    NotExcluded,
    /// `NotPrincipal` with `Deny` always hits principals with a boundary (C-35).
    HasBoundary,
    /// It depends on a unique id, or on a boundary, of which nothing is known.
    NotKnown,
}

impl PrincipalOutcome {
    /// Whether the element lets the statement match.
    #[must_use]
    pub const fn is_match(self) -> bool {
        matches!(self, Self::Named(..) | Self::NotExcluded | Self::HasBoundary)
    }
}

/// How one line of a condition came out. One value, so that no combination can contradict itself.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ConditionOutcome {
    /// The policy's value at this position fits a value of the request.
    Matched(u16),
    /// A negated operator, and the request's value is none of those listed.
    NoneOfThem,
    /// `ForAllValues`: every value of the request passes.
    EveryValuePassed,
    /// No value fits.
    NoValueMatched,
    /// A negated operator, and the request's value is the listed one at this position.
    ValueIsListed(u16),
    /// `ForAllValues`: the value of the request at this position does not pass.
    ValueFailed(u16),
    /// The key is absent, and a plain comparison with nothing fails.
    KeyMissing,
    /// The key is absent, and a negated comparison with nothing passes.
    KeyMissingSoPassed,
    /// The key is absent, and `IfExists` passes.
    KeyMissingIfExists,
    /// The key is absent or empty, and `ForAllValues` passes.
    NothingToCompareSoPassed,
    /// The key is absent or empty, and `ForAnyValue` fails.
    NothingToCompareSoFailed,
    /// `Null` asks for absence, and the key is absent; or for presence, and it is present.
    NullAsAsked,
    /// `Null` asks for absence, and the key is present; or for presence, and it is absent.
    NullNotAsAsked,
    /// It depends on a key of which nothing is known.
    NotKnown,
}

impl ConditionOutcome {
    /// Whether the line holds.
    #[must_use]
    pub const fn is_match(self) -> bool {
        matches!(
            self,
            Self::Matched(_)
                | Self::NoneOfThem
                | Self::EveryValuePassed
                | Self::KeyMissingSoPassed
                | Self::KeyMissingIfExists
                | Self::NothingToCompareSoPassed
                | Self::NullAsAsked
        )
    }
}

/// One step of an evaluation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TraceEvent {
    /// A principal element was compared.
    Principal {
        /// In this statement.
        at: StatementRef,
        /// With this result.
        outcome: PrincipalOutcome,
    },
    /// A list of patterns was compared.
    Pattern {
        /// In this statement.
        at: StatementRef,
        /// Which element.
        element: Element,
        /// With this result.
        outcome: PatternOutcome,
    },
    /// A line of a condition was evaluated.
    Condition {
        /// In this statement.
        at: StatementRef,
        /// Position of the line.
        item: u16,
        /// With this result.
        outcome: ConditionOutcome,
    },
    /// A statement was considered as a whole.
    Statement {
        /// Which one.
        at: StatementRef,
        /// Whether all its elements match, for certain.
        matched: bool,
    },
    /// The call goes through a VPC endpoint, whose policy was asked before all others.
    Gate {
        /// With this result.
        outcome: StationOutcome,
        /// By this rule.
        rule: Rule,
    },
    /// A station was reached, or not.
    Station {
        /// Which one.
        station: Station,
        /// With this result.
        outcome: StationOutcome,
        /// By this rule.
        rule: Rule,
    },
}

const _: () = assert!(size_of::<TraceEvent>() <= 16);
