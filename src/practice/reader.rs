//! How somebody in a hurry reads: rules of thumb that are right often enough to be believed.
//!
//! Each reader gets the same record as the evaluator and says what it would have answered. Nothing rests on
//! their answers but which items are worth asking, and what a review warns of.

use crate::api::CheckRecord;
use crate::eval::{Decision, Element, PolicyLayer, StatementRef, TraceEvent};
use crate::policy::Effect;

/// A rule of thumb.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Reader {
    /// Any Allow wins, wherever it stands.
    AnyAllowWins,
    /// The last statement that matches wins.
    LastStatementWins,
    /// A denial is nothing but a missing Allow.
    DenyIsMissingAllow,
    /// Only identity and resource policies count; what limits them is passed over.
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
}

/// What one statement came to.
struct Read {
    at: StatementRef,
    effect: Effect,
    is_match: bool,
    without_conditions: bool,
    without_resource: bool,
}

impl Reader {
    /// Every reader.
    pub const ALL: [Self; 9] = [
        Self::AnyAllowWins,
        Self::LastStatementWins,
        Self::DenyIsMissingAllow,
        Self::LimitsPassedOver,
        Self::OneYesIsEnough,
        Self::BothMustSayYes,
        Self::ConditionsPassedOver,
        Self::OnlyTheAction,
        Self::UserKeepsRights,
    ];

    /// What this reader would answer. For a session of a role it helps to know what its user may do.
    #[must_use]
    pub fn decide(self, check: &CheckRecord, of_user: Option<Decision>) -> Decision {
        let reads = reads(check);
        let truth = check.verdict.decision;
        match self {
            Self::AnyAllowWins => match reads.iter().any(|read| read.is_match && read.effect == Effect::Allow) {
                true => Decision::Allowed,
                false => simple(&reads, |read| read.is_match),
            },
            Self::LastStatementWins => match reads.iter().rfind(|read| read.is_match).map(|read| read.effect) {
                Some(Effect::Allow) => Decision::Allowed,
                Some(Effect::Deny) => Decision::ExplicitDeny,
                None => Decision::ImplicitDeny,
            },
            Self::DenyIsMissingAllow if truth == Decision::ExplicitDeny => Decision::ImplicitDeny,
            Self::LimitsPassedOver => simple(&reads, |read| read.is_match && grants(read)),
            Self::OneYesIsEnough if check.request.is_cross_account() && truth == Decision::ImplicitDeny => {
                simple(&reads, |read| read.is_match && grants(read))
            }
            Self::BothMustSayYes if truth == Decision::Allowed && check.policies.resource.resource.is_some() => {
                let says_yes = |layer| reads.iter().any(|read| read.is_match && read.at.layer == layer);
                let is_both = says_yes(PolicyLayer::Identity) && says_yes(PolicyLayer::Resource);
                if is_both { truth } else { Decision::ImplicitDeny }
            }
            Self::ConditionsPassedOver if reads.iter().any(|read| read.is_match != read.without_conditions) => {
                simple(&reads, |read| read.without_conditions)
            }
            Self::OnlyTheAction if reads.iter().any(|read| read.is_match != read.without_resource) => {
                simple(&reads, |read| read.without_resource)
            }
            Self::UserKeepsRights => of_user.unwrap_or(truth),
            Self::DenyIsMissingAllow
            | Self::OneYesIsEnough
            | Self::BothMustSayYes
            | Self::ConditionsPassedOver
            | Self::OnlyTheAction => truth,
        }
    }
}

fn grants(read: &Read) -> bool {
    matches!(read.at.layer, PolicyLayer::Identity | PolicyLayer::Resource)
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
    Some(Read { at, effect, is_match, without_conditions, without_resource })
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
