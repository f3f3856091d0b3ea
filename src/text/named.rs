//! Whom the policies of a resource name, as the record of a check tells of it.

use crate::api::CheckRecord;
use crate::eval::{AppliedPolicy, GrantReach, PolicyLayer, PrincipalOutcome, StatementRef, TraceEvent};
use crate::policy::{PrincipalEntry, Statement};
use std::cmp::Reverse;

/// A statement that names the caller.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named<'a> {
    /// How directly.
    pub(super) reach: GrantReach,
    /// Where it stands.
    pub(super) policy: &'a AppliedPolicy,
    /// By which entry.
    pub(super) entry: &'a PrincipalEntry,
}

/// Of the statements that grant, in their order, the one that names the caller most directly; of equals the one in the
/// first policy.
pub(super) fn most_direct<'a>(check: &'a CheckRecord, granting: &[StatementRef]) -> Option<Named<'a>> {
    let found = check.trace.events().iter().filter_map(named).filter_map(|(at, index, reach)| {
        granting.binary_search(&at).ok()?;
        let (policy, statement) = statement_of(check, at)?;
        let entry = &statement.principal.as_ref()?.entries.get(usize::from(index))?.value;
        Some(((reach, Reverse(at.policy)), Named { reach, policy, entry }))
    });
    Some(found.max_by_key(|(order, _)| *order)?.1)
}

fn named(event: &TraceEvent) -> Option<(StatementRef, u16, GrantReach)> {
    match event {
        TraceEvent::Principal { at, outcome: PrincipalOutcome::Named(index, reach) }
            if at.layer == PolicyLayer::Resource =>
        {
            Some((*at, *index, *reach))
        }
        _ => None,
    }
}

/// A statement of a record, with the policy that it stands in.
pub(super) fn statement_of(check: &CheckRecord, at: StatementRef) -> Option<(&AppliedPolicy, &Statement)> {
    let applied = check.policies.layer(at.layer).get(usize::from(at.policy))?;
    Some((applied, applied.policy.document().statements.get(usize::from(at.statement))?))
}
