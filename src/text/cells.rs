//! One statement as a row of cells: what the policy says, what the request says, where they differ.

mod values;
mod variables;
mod view;

pub use view::{CellElement, CellLine, CellView, RowView, VariablesView};

use super::check::effect_of;
use super::facts::ConditionFact;
use super::{Language, say};
use crate::api::CheckRecord;
use crate::eval::{
    ConditionOutcome, ContextValue, Element, PatternOutcome, PrincipalOutcome, StatementRef, TraceEvent,
    arn_first_difference, pattern_of,
};
use crate::glob::Glob;
use crate::policy::compile::{CompiledCondition, CompiledPatterns, CompiledStatement};
use crate::policy::{Comparison, ConditionOperator, PatternElement, PolicyDocument, Statement};
use crate::rule::Rule;
use crate::span::Span;
use values::{entry_text, joined, rule_of};
use variables::Variables;

/// The row of a statement of a record; none if the record has no such statement.
#[must_use]
pub fn statement_row(check: &CheckRecord, at: StatementRef, language: Language) -> Option<RowView> {
    let events = check.trace.events();
    let is_of = |event: &TraceEvent| matches!(event, TraceEvent::Statement { at: found, .. } if *found == at);
    let end = events.iter().position(is_of).unwrap_or_default();
    let start = events[..end].iter().rposition(is_end).map_or(0, |before| before + 1);
    row(check, events.get(start..=end)?, language)
}

/// The rows of all statements of a record, in the order of its trace.
pub fn statement_rows(check: &CheckRecord, language: Language) -> impl Iterator<Item = RowView> {
    check.trace.events().split_inclusive(is_end).filter_map(move |events| row(check, events, language))
}

/// Whether an event is the last one of a statement. What is before it, after the last one of another,
/// are the statement's elements.
fn is_end(event: &TraceEvent) -> bool {
    matches!(event, TraceEvent::Statement { .. })
}

fn row(check: &CheckRecord, events: &[TraceEvent], language: Language) -> Option<RowView> {
    let (TraceEvent::Statement { at, matched }, events) = events.split_last()? else { return None };
    let at = *at;
    let applied = check.policies.layer(at.layer).get(usize::from(at.policy))?;
    let whole = applied.policy.document();
    let document = whole.statements.get(usize::from(at.statement))?;
    let compiled = applied.policy.compiled().statements.get(usize::from(at.statement))?;
    let maker = RowMaker { check, at, events, language, whole, document, compiled };
    let cells = maker.cells();
    let sid = document.sid.as_ref().map(|sid| sid.value.to_string()).filter(|sid| !sid.is_empty());
    let path = super::check::path(check, at, language);
    Some(RowView {
        at,
        effect: effect_of(check, at)?,
        name: sid.unwrap_or_else(|| say!(language, statement_name(None, usize::from(at.statement) + 1))),
        policy: path.rsplit_once(" ← ").map(|(policy, _)| policy.to_owned()).unwrap_or_default(),
        is_match: *matched,
        evidence: maker.evidence(),
        cells,
        span: document.span,
    })
}

struct RowMaker<'a> {
    check: &'a CheckRecord,
    at: StatementRef,
    events: &'a [TraceEvent],
    language: Language,
    whole: &'a PolicyDocument,
    document: &'a Statement,
    compiled: &'a CompiledStatement,
}

impl RowMaker<'_> {
    fn cells(&self) -> Vec<CellView> {
        let mut cells: Vec<_> = self.principal().into_iter().collect();
        cells.extend([self.action(), self.resource(), self.conditions()]);
        cells
    }

    fn pattern_outcome(&self, wanted: Element) -> PatternOutcome {
        let found = self.events.iter().find_map(|event| match event {
            TraceEvent::Pattern { element, outcome, .. } if *element == wanted => Some(*outcome),
            _ => None,
        });
        found.unwrap_or(PatternOutcome::NoneMatched)
    }

    fn principal(&self) -> Option<CellView> {
        let element = self.document.principal.as_ref()?;
        let outcome = self.events.iter().find_map(|event| match event {
            TraceEvent::Principal { outcome, .. } => Some(*outcome),
            _ => None,
        })?;
        let index = match outcome {
            PrincipalOutcome::Named(index, _) => usize::from(index),
            _ => 0,
        };
        let texts: Vec<_> = element.entries.iter().map(|entry| entry_text(&entry.value)).collect();
        let policy_value = match element.is_negated {
            true => joined(texts.iter().map(String::as_str)),
            false => texts.get(index).cloned().unwrap_or_default(),
        };
        let request_value = self.check.request.principal.arn().map(|arn| arn.to_string());
        let note = match outcome {
            PrincipalOutcome::Excluded => Some(say!(self.language, not_among(false)).to_owned()),
            PrincipalOutcome::NotExcluded => Some(say!(self.language, not_among(true)).to_owned()),
            PrincipalOutcome::HasBoundary => Some(say!(self.language, has_boundary()).to_owned()),
            PrincipalOutcome::NotKnown => Some(say!(self.language, not_known()).to_owned()),
            PrincipalOutcome::NotNamed if texts.len() > 1 => Some(say!(self.language, none_of(texts.len()))),
            _ => None,
        };
        let is_match = outcome.is_match();
        let differs_at =
            request_value.as_deref().and_then(|value| Glob::literal(&policy_value).first_difference(value));
        let is_known = outcome != PrincipalOutcome::NotKnown;
        let is_compared = !is_match && is_known && !element.is_negated;
        let rule = match outcome {
            PrincipalOutcome::Named(..) | PrincipalOutcome::NotNamed | PrincipalOutcome::NotKnown => Rule::A78,
            PrincipalOutcome::Excluded | PrincipalOutcome::NotExcluded => Rule::C33,
            PrincipalOutcome::HasBoundary => Rule::C35,
        };
        let line = CellLine {
            is_match,
            is_known,
            policy_value,
            request_value,
            differs_at: differs_at.filter(|_| is_compared),
            note,
            ..self.line("NotPrincipal", element.is_negated, rule)
        };
        let is_match = is_known.then_some(is_match);
        Some(CellView { element: CellElement::Principal, is_match, lines: vec![line] })
    }

    /// A line in which nothing stands yet, but which is known to fit.
    fn line(&self, negated_name: &str, is_negated: bool, rule: Rule) -> CellLine {
        CellLine {
            is_match: true,
            is_known: true,
            label: is_negated.then(|| negated_name.to_owned()),
            lead: is_negated.then(|| say!(self.language, all_but())),
            policy_value: String::new(),
            variables: None,
            request_value: None,
            is_absent: false,
            differs_at: None,
            note: None,
            rule,
        }
    }

    fn action(&self) -> CellView {
        let (document, outcome) = (&self.document.action, self.pattern_outcome(Element::Action));
        let value = self.check.request.action.to_string();
        let folded = value.to_ascii_lowercase();
        let rule = if document.is_negated { Rule::A31 } else { Rule::A28 };
        let blank = self.line("NotAction", document.is_negated, rule);
        let line = self.patterns(document, &self.compiled.action, outcome, &folded, blank);
        let line = CellLine { request_value: Some(value), variables: None, ..line };
        CellView { element: CellElement::Action, is_match: Some(outcome.is_match()), lines: vec![line] }
    }

    fn resource(&self) -> CellView {
        let outcome = self.pattern_outcome(Element::Resource);
        let value = self.check.request.resource.to_string();
        let line = match (&self.document.resource, &self.compiled.resource) {
            (Some(document), Some(compiled)) => {
                let rule = if document.is_negated { Rule::A42 } else { Rule::A35 };
                let blank = self.line("NotResource", document.is_negated, rule);
                let line = self.patterns(document, compiled, outcome, &value, blank);
                CellLine { request_value: Some(value), ..line }
            }
            _ => CellLine {
                policy_value: say!(self.language, implied_resource()).to_owned(),
                ..self.line("NotResource", false, Rule::A18)
            },
        };
        let is_match = (outcome != PatternOutcome::NotKnown).then_some(outcome.is_match());
        CellView { element: CellElement::Resource, is_match, lines: vec![line] }
    }

    /// The pattern that decided, or of those that failed the one that came nearest; of a `Not…` element all.
    fn patterns(
        &self,
        document: &PatternElement,
        compiled: &CompiledPatterns,
        outcome: PatternOutcome,
        compared: &str,
        blank: CellLine,
    ) -> CellLine {
        let (index, differs_at) = match outcome {
            PatternOutcome::Matched(index) | PatternOutcome::Excluded(index) => (usize::from(index), None),
            PatternOutcome::NoneMatched => self.nearest(compiled, compared),
            PatternOutcome::NotExcluded | PatternOutcome::Implied | PatternOutcome::NotKnown => (0, None),
        };
        let texts = || document.patterns.iter().map(|pattern| &*pattern.value);
        let decisive = texts().nth(index).unwrap_or_default();
        let note = match outcome {
            PatternOutcome::Excluded(_) => Some(say!(self.language, left_out_by(decisive))),
            PatternOutcome::NotExcluded => Some(say!(self.language, not_among(true)).to_owned()),
            PatternOutcome::NotKnown => Some(say!(self.language, not_known()).to_owned()),
            PatternOutcome::NoneMatched if document.patterns.len() > 1 => {
                Some(say!(self.language, none_of(document.patterns.len())))
            }
            _ => None,
        };
        let is_without_value =
            compiled.patterns.get(index).is_some_and(|it| pattern_of(it, &self.check.request.context).is_none());
        let variables = self.variables(None);
        let rule = match outcome {
            PatternOutcome::NoneMatched if is_without_value => Rule::A67,
            PatternOutcome::NoneMatched => variables.rule(decisive).unwrap_or(blank.rule),
            _ => blank.rule,
        };
        CellLine {
            is_match: outcome.is_match(),
            is_known: outcome != PatternOutcome::NotKnown,
            policy_value: if document.is_negated { joined(texts()) } else { decisive.to_owned() },
            variables: if document.is_negated { variables.view(texts()) } else { variables.view([decisive]) },
            differs_at,
            note,
            rule,
            ..blank
        }
    }

    /// The pattern that accounts for most of what was asked, and how far it does.
    fn nearest(&self, compiled: &CompiledPatterns, compared: &str) -> (usize, Option<usize>) {
        let differences = compiled.patterns.iter().map(|pattern| {
            let glob = pattern_of(pattern, &self.check.request.context);
            glob.map_or(Some(0), |glob| glob.first_difference(compared))
        });
        let best = differences.enumerate().max_by_key(|(index, at)| (*at, std::cmp::Reverse(*index)));
        best.unwrap_or_default()
    }

    fn variables(&self, operator: Option<ConditionOperator>) -> Variables<'_> {
        let Self { whole, language, .. } = *self;
        Variables { document: whole, context: &self.check.request.context, language, operator }
    }

    fn conditions(&self) -> CellView {
        let outcomes: Vec<_> = self.condition_outcomes().collect();
        let lines =
            outcomes.iter().filter_map(|(item, outcome)| self.condition(usize::from(*item), *outcome)).collect();
        let all_hold = outcomes.iter().all(|(_, outcome)| outcome.is_match());
        // One line that fails for certain is enough.
        let is_known = all_hold
            || outcomes.iter().any(|(_, outcome)| !outcome.is_match() && *outcome != ConditionOutcome::NotKnown);
        let is_match = (!outcomes.is_empty() && is_known).then_some(all_hold);
        CellView { element: CellElement::Condition, is_match, lines }
    }

    fn condition_outcomes(&self) -> impl Iterator<Item = (u16, ConditionOutcome)> {
        self.events.iter().filter_map(|event| match event {
            TraceEvent::Condition { item, outcome, .. } => Some((*item, *outcome)),
            _ => None,
        })
    }

    fn condition(&self, item: usize, outcome: ConditionOutcome) -> Option<CellLine> {
        let document = self.document.conditions.get(item)?;
        let compiled = self.compiled.conditions.get(item)?;
        let value = self.check.request.context.get(&compiled.key);
        let values = value.map(ContextValue::values).unwrap_or_default();
        let failed_value = match outcome {
            ConditionOutcome::ValueFailed(index) => values.get(usize::from(index)).map(ToString::to_string),
            _ => None,
        };
        let absent = say!(self.language, absent());
        let request_value = match value {
            Some(ContextValue::Unknown(_)) => say!(self.language, not_known()).to_owned(),
            Some(_) => joined(values.iter().map(|value| &**value)),
            None => absent.to_owned(),
        };
        let differs_at = match (outcome, values) {
            (ConditionOutcome::NoValueMatched, [single]) => self.difference(compiled, single),
            _ => None,
        };
        let fact = ConditionFact { outcome, key: document.key.value.to_string(), failed_value };
        let operator = self.written_operator(document.operator.span);
        let texts = || document.values.iter().map(|value| &*value.value);
        let variables = self.variables(Some(compiled.operator));
        let not_put_in = texts().find_map(|text| variables.rule(text)).filter(|_| !outcome.is_match());
        Some(CellLine {
            is_match: outcome.is_match(),
            is_known: outcome != ConditionOutcome::NotKnown,
            label: Some(format!("{operator} {}", document.key.value)),
            lead: None,
            policy_value: joined(texts()),
            variables: variables.view(texts()),
            request_value: Some(request_value),
            is_absent: value.is_none(),
            differs_at,
            note: Some(say!(self.language, condition(&fact))),
            rule: not_put_in.unwrap_or_else(|| rule_of(outcome, document.operator.value.rule())),
        })
    }

    /// The operator as it stands in the text, without its quotes.
    fn written_operator(&self, span: Span) -> String {
        let policy = self.check.policies.layer(self.at.layer).get(usize::from(self.at.policy));
        policy.map(|policy| span.of(policy.policy.text()).trim_matches('"').to_owned()).unwrap_or_default()
    }

    /// Where a string of the request parts from the nearest value of the policy.
    fn difference(&self, condition: &CompiledCondition, requested: &str) -> Option<usize> {
        let comparison = condition.operator.comparison;
        let is_text = matches!(comparison, Comparison::StringEquals | Comparison::StringLike | Comparison::ArnLike);
        let patterns = condition.values.iter().filter(|_| is_text);
        let globs = patterns.filter_map(|value| pattern_of(&value.template, &self.check.request.context));
        let differences = globs.map(|glob| match comparison {
            Comparison::ArnLike => arn_first_difference(&glob, requested),
            _ => glob.first_difference(requested),
        });
        differences.flatten().max()
    }

    /// The words of the text that decided the row.
    fn evidence(&self) -> Vec<Span> {
        let pattern = |element: &PatternElement, outcome: PatternOutcome| match outcome {
            PatternOutcome::Matched(index) | PatternOutcome::Excluded(index) => {
                element.patterns.get(usize::from(index)).map(|pattern| pattern.span)
            }
            _ => Some(element.span),
        };
        let mut spans: Vec<Span> =
            pattern(&self.document.action, self.pattern_outcome(Element::Action)).into_iter().collect();
        let resource = self.document.resource.as_ref();
        spans.extend(resource.and_then(|element| pattern(element, self.pattern_outcome(Element::Resource))));
        spans.extend(self.document.conditions.iter().map(|condition| condition.span));
        spans
    }
}
