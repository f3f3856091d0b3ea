//! The statements that a check looked at: which of them come first where few are shown, and which one fails by one
//! thing only. It finds no words for them.

use super::named::statement_of;
use crate::api::CheckRecord;
use crate::eval::{Element, PolicyLayer, StatementRef, TraceEvent};
use crate::policy::Effect;

/// Most statements that are shown at a station before the rest is folded.
const MAX_SHOWN: usize = 4;

/// A statement that a station looks at.
#[derive(Clone, Copy)]
pub(super) struct Considered {
    pub(super) at: StatementRef,
    pub(super) is_match: bool,
    /// How many of its elements fail to match.
    n_failing: usize,
    /// How many of those are lines of its condition.
    n_failing_conditions: usize,
    /// The first line of its condition that fails.
    failing_condition: Option<u16>,
    /// Whether its action fails.
    fails_by_action: bool,
}

/// The statements of a station: those that are shown, and the rest.
#[derive(Default)]
pub(super) struct Arranged {
    pub(super) shown: Vec<StatementRef>,
    pub(super) others: Vec<StatementRef>,
}

/// What alone keeps a statement from matching.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Missed {
    /// A line of its condition, on this key.
    Condition(String),
    /// It is about another action than this.
    Action(String),
}

/// Matching statements first, then those with the fewest elements that fail.
pub(super) fn arranged(statements: &[Considered]) -> Arranged {
    let mut ordered = statements.to_vec();
    crate::ordered::sort_by_key(&mut ordered, |statement| (statement.n_failing, statement.at));
    let n_matching = statements.iter().filter(|statement| statement.is_match).count();
    let n_shown = n_matching.max(ordered.len().min(MAX_SHOWN)).min(2 * MAX_SHOWN);
    let mut shown: Vec<_> = ordered.into_iter().map(|statement| statement.at).collect();
    let others = shown.split_off(n_shown.min(shown.len()));
    Arranged { shown, others }
}

/// All statements of a check, in the order of its trace.
pub(super) fn all_considered(check: &CheckRecord) -> Vec<Considered> {
    let mut considered = Vec::new();
    let (mut n_failing, mut n_failing_conditions) = (0, 0);
    let (mut failing_condition, mut fails_by_action) = (None, false);
    for event in check.trace.events() {
        match event {
            TraceEvent::Principal { outcome, .. } => n_failing += usize::from(!outcome.is_match()),
            TraceEvent::Pattern { outcome, element, .. } if !outcome.is_match() => {
                n_failing += 1;
                fails_by_action |= *element == Element::Action;
            }
            TraceEvent::Condition { outcome, item, .. } if !outcome.is_match() => {
                n_failing += 1;
                n_failing_conditions += 1;
                failing_condition.get_or_insert(*item);
            }
            TraceEvent::Statement { at, matched } => {
                considered.push(Considered {
                    at: *at,
                    is_match: *matched,
                    n_failing: std::mem::take(&mut n_failing),
                    n_failing_conditions: std::mem::take(&mut n_failing_conditions),
                    failing_condition: failing_condition.take(),
                    fails_by_action: std::mem::take(&mut fails_by_action),
                });
            }
            _ => {}
        }
    }
    considered
}

/// What alone keeps a policy on the resource from letting the caller in: an Allow that names the caller, the resource
/// and all else, but for its action or for its condition.
pub(super) fn missed(check: &CheckRecord, considered: &[Considered]) -> Option<Missed> {
    let allows = considered.iter().filter(|it| it.at.layer == PolicyLayer::Resource && !it.is_match);
    let mut allows = allows.filter_map(|it| {
        let statement = statement_of(check, it.at)?.1;
        (statement.effect.value == Effect::Allow).then_some((it, statement))
    });
    let of_one = |(it, statement): (&Considered, &crate::policy::Statement)| {
        let line = statement.conditions.get(usize::from(it.failing_condition.unwrap_or_default()));
        match (it.n_failing, it.n_failing_conditions) {
            (1, 0) if it.fails_by_action => Some(Missed::Action(check.request.action.to_string())),
            (all, of_condition) if all == of_condition => Some(Missed::Condition(line?.key.value.to_string())),
            _ => None,
        }
    };
    allows.find_map(of_one)
}
