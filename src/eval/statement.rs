//! One statement against one request: principal, action, resource, conditions (rule C-6).

use super::condition;
use super::principal;
use super::request::AuthorizationRequest;
use super::trace::{Element, PatternOutcome, PrincipalOutcome, Recorder, StatementRef, TraceEvent};
use crate::policy::compile::{CompiledPatterns, CompiledStatement};

/// What a statement that matches has to say about the caller.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct StatementMatch {
    /// How the principal element named the caller; none in kinds without principals.
    pub(super) principal: Option<PrincipalOutcome>,
}

/// A request with what follows from its policies.
pub(super) struct Question<'a> {
    pub(super) request: &'a AuthorizationRequest,
    pub(super) has_boundary: bool,
}

/// Compares a statement; none if it does not match. A recorder sees every element, also those after
/// the first that fails.
pub(super) fn compare<R: Recorder>(
    statement: &CompiledStatement,
    at: StatementRef,
    question: &Question<'_>,
    recorder: &mut R,
) -> Option<StatementMatch> {
    let mut is_match = true;
    let outcome = statement.principal.as_ref().map(|element| {
        let outcome = principal::compare(element, statement.effect, question.request, question.has_boundary);
        recorder.record(TraceEvent::Principal { at, outcome });
        outcome
    });
    is_match &= outcome.is_none_or(PrincipalOutcome::is_match);
    if !is_match && !R::RECORDING {
        return None;
    }
    let action = compare_action(&statement.action, question.request.action.folded());
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

fn compare_action(patterns: &CompiledPatterns, action: &str) -> PatternOutcome {
    let is_fit = |pattern: &_| matches!(pattern, crate::policy::compile::Template::Fixed(glob) if glob.matches(action));
    outcome(patterns.is_negated, patterns.patterns.iter().position(is_fit))
}

fn compare_resource(patterns: &CompiledPatterns, request: &AuthorizationRequest) -> PatternOutcome {
    // A variable without a value makes its pattern fit nothing.
    let is_fit = |pattern: &crate::policy::compile::Template| {
        let glob = pattern.resolve(|key| request.context.variable(key));
        glob.is_some_and(|glob| glob.matches(&request.resource))
    };
    outcome(patterns.is_negated, patterns.patterns.iter().position(is_fit))
}

fn outcome(is_negated: bool, position: Option<usize>) -> PatternOutcome {
    let position = position.map(|position| u16::try_from(position).unwrap_or(u16::MAX));
    match (is_negated, position) {
        (false, Some(position)) => PatternOutcome::Matched(position),
        (false, None) => PatternOutcome::NoneMatched,
        (true, Some(position)) => PatternOutcome::Excluded(position),
        (true, None) => PatternOutcome::NotExcluded,
    }
}
