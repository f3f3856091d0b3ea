//! One statement against one request: principal, action, resource, conditions (rule C-6).

use super::applicable::PolicyLayer;
use super::condition;
use super::principal;
use super::request::AuthorizationRequest;
use super::trace::{Element, PatternOutcome, PrincipalOutcome, Recorder, StatementRef, TraceEvent};
use crate::policy::compile::{CompiledPatterns, CompiledPolicy, CompiledStatement, Template};
use std::iter;

/// What a statement that matches has to say about the caller.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct StatementMatch {
    /// How the principal element named the caller; none in kinds without principals.
    pub(super) principal: Option<PrincipalOutcome>,
}

/// A request with what follows from its policies.
pub(super) struct Question<'a> {
    pub(super) request: &'a AuthorizationRequest,
    /// None if that is not known.
    pub(super) has_boundary: Option<bool>,
}

/// The statements to compare, each with how its actions compare: for a recorder all of a policy,
/// else those that are about the action.
pub(super) fn about<'a, R: Recorder>(
    policy: &'a CompiledPolicy,
    question: &Question<'a>,
) -> impl Iterator<Item = (usize, &'a CompiledStatement, PatternOutcome)> {
    let mut found = policy.find(question.request.action.compared()).peekable();
    let mut index = 0;
    iter::from_fn(move || {
        loop {
            if !R::RECORDING {
                index = found.peek()?.statement;
            }
            let statement = policy.statements.get(index)?;
            let listed = found.next_if(|found| found.statement == index).and_then(|found| found.pattern);
            let action = outcome(statement.action.is_negated, listed);
            index += 1;
            if R::RECORDING || action.is_match() {
                return Some((index - 1, statement, action));
            }
        }
    })
}

/// Compares a statement whose action has been; none if it does not match. A recorder sees every element, also those after
/// the first that fails.
pub(super) fn compare<R: Recorder>(
    statement: &CompiledStatement,
    at: StatementRef,
    action: PatternOutcome,
    question: &Question<'_>,
    recorder: &mut R,
) -> Option<StatementMatch> {
    let mut is_match = true;
    let outcome = statement.principal.as_ref().map(|element| {
        let compare =
            if at.layer == PolicyLayer::VpcEndpoint { principal::compare_at_endpoint } else { principal::compare };
        let outcome = compare(element, statement.effect, question.request, question.has_boundary);
        recorder.record(TraceEvent::Principal { at, outcome });
        outcome
    });
    is_match &= outcome.is_none_or(PrincipalOutcome::is_match);
    if !is_match && !R::RECORDING {
        return None;
    }
    recorder.record(TraceEvent::Pattern { at, element: Element::Action, outcome: action });
    is_match &= action.is_match();
    if !is_match && !R::RECORDING {
        return None;
    }
    let resource = match &statement.resource {
        Some(patterns) => compare_resource(patterns, question.request),
        None => PatternOutcome::Implied,
    };
    recorder.record(TraceEvent::Pattern { at, element: Element::Resource, outcome: resource });
    is_match &= resource.is_match();
    for (index, line) in statement.conditions.iter().enumerate() {
        if !is_match && !R::RECORDING {
            return None;
        }
        let outcome = condition::evaluate(line, &question.request.context);
        let item = u16::try_from(index).unwrap_or(u16::MAX);
        recorder.record(TraceEvent::Condition { at, item, outcome });
        is_match &= outcome.is_match();
    }
    recorder.record(TraceEvent::Statement { at, matched: is_match });
    is_match.then_some(StatementMatch { principal: outcome })
}

fn compare_resource(patterns: &CompiledPatterns, request: &AuthorizationRequest) -> PatternOutcome {
    // A variable without a value makes its pattern fit nothing.
    let is_fit = |pattern: &Template| pattern.matches(&request.resource, |key| request.context.variable(key));
    let position = patterns.patterns.iter().position(is_fit);
    let is_unknown = |key: &str| request.context.is_unknown(key);
    if position.is_none()
        && request.context.has_unknown()
        && patterns.patterns.iter().any(|pattern| pattern.has_variable(is_unknown))
    {
        return PatternOutcome::NotKnown;
    }
    outcome(patterns.is_negated, position)
}

/// What the position of the first pattern that matches means for the list.
fn outcome(is_negated: bool, position: Option<usize>) -> PatternOutcome {
    let position = position.map(|position| u16::try_from(position).unwrap_or(u16::MAX));
    match (is_negated, position) {
        (false, Some(position)) => PatternOutcome::Matched(position),
        (false, None) => PatternOutcome::NoneMatched,
        (true, Some(position)) => PatternOutcome::Excluded(position),
        (true, None) => PatternOutcome::NotExcluded,
    }
}
