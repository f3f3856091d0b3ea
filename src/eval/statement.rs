//! One statement against one request: principal, action, resource, conditions (rule C-6).

use super::applicable::PolicyLayer;
use super::condition;
use super::principal::{self, GrantReach};
use super::request::AuthorizationRequest;
use super::trace::{Element, PatternOutcome, PrincipalOutcome, Recorder, StatementRef, TraceEvent};
use crate::policy::compile::{CompiledPatterns, CompiledPolicy, CompiledStatement, Template};

/// What a statement that matches has to say about the caller.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct StatementMatch {
    /// How the principal element named the caller; none in kinds without principals.
    principal: Option<PrincipalOutcome>,
}

impl StatementMatch {
    /// How directly the caller is named.
    pub(super) fn reach(self) -> GrantReach {
        match self.principal {
            Some(PrincipalOutcome::Named(_, reach)) => reach,
            _ => GrantReach::Caller,
        }
    }
}

/// A request with what follows from its policies.
pub(super) struct Question<'a> {
    pub(super) request: &'a AuthorizationRequest,
    /// None if that is not known.
    pub(super) has_boundary: Option<bool>,
}

/// All statements of a policy, each with how its actions compare: what a recorder wants to see.
pub(super) fn all<'a>(
    policy: &'a CompiledPolicy,
    question: &Question<'a>,
) -> impl Iterator<Item = (usize, &'a CompiledStatement, PatternOutcome)> {
    let mut found = policy.find(question.request.action.compared());
    let mut next = found.next();
    policy.statements.iter().enumerate().map(move |(index, statement)| {
        let listed = next.filter(|found| found.statement == index);
        if listed.is_some() {
            next = found.next();
        }
        (index, statement, outcome(statement.action.is_negated, listed.and_then(|found| found.pattern)))
    })
}

/// The same without those whose actions do not match.
pub(super) fn about<'a>(
    policy: &'a CompiledPolicy,
    question: &Question<'a>,
) -> impl Iterator<Item = (usize, &'a CompiledStatement, PatternOutcome)> {
    policy.find(question.request.action.compared()).filter_map(|found| {
        let statement = policy.statements.get(found.statement)?;
        let action = outcome(statement.action.is_negated, found.pattern);
        action.is_match().then_some((found.statement, statement, action))
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
    let context = &request.context;
    let depends = |pattern: &Template| context.has_unknown() && pattern.has_variable(|key| context.is_unknown(key));
    // A variable without a value makes its pattern fit nothing. One of which nothing is known has
    // not even its default.
    let is_fit =
        |pattern: &Template| !depends(pattern) && pattern.matches(&request.resource, |key| context.variable(key));
    let position = patterns.patterns.iter().position(is_fit);
    if position.is_none() && patterns.patterns.iter().any(depends) {
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
