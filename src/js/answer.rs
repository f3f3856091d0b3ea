//! An answer in full: the verdict, the statements that matched, and the stations with their cells.
//!
//! What is found here is read from the trace of the same evaluation that decided.

use super::failure::Failure;
use super::policies::Policies;
use super::request::Question;
use super::shape::{
    self, CellShape, EvaluationShape, MatchedStatementShape, PositionShape, RequestValue, StatementTraceShape,
    StationShape,
};
use crate::api::{CheckRecord, access_denied};
use crate::eval::{Decision, PolicyLayer, Side, StatementRef, Station, TraceEvent, authorize_traced, unknown_facts};
use crate::policy::{Effect, Statement, TemplatePart, parse_template};
use crate::rule::Rule;
use crate::span::LineIndex;
use crate::text::{self, CellElement, CellLine, CellView, Language, RowView, StationView};
use std::collections::BTreeSet;

/// Decides and explains, as JSON.
pub(super) fn explain(question: &Question, policies: &Policies, language: Language) -> Result<String, Failure> {
    let applicable = policies.of(question)?;
    let (verdict, trace) = authorize_traced(&question.request, applicable);
    let check = CheckRecord { request: question.request.clone(), policies: applicable.clone(), verdict, trace };
    serde_json::to_string(&shape(&check, Some(policies), language)).map_err(|error| Failure::request(error.to_string()))
}

/// A decision with everything there is to say about it. Where the policies were passed they go by the names that they
/// were passed under, and have places if they were texts; those of a world go by their own names.
pub(super) fn shape(check: &CheckRecord, passed: Option<&Policies>, language: Language) -> EvaluationShape {
    Answer { rows: text::statement_rows(check, language).collect(), check, passed, language }.shape()
}

struct Answer<'a> {
    check: &'a CheckRecord,
    passed: Option<&'a Policies>,
    language: Language,
    rows: Vec<RowView>,
}

impl Answer<'_> {
    fn shape(&self) -> EvaluationShape {
        let verdict = &self.check.verdict;
        let matching = self.rows.iter().filter(|row| row.is_match);
        EvaluationShape {
            decision: shape::decision(verdict.decision),
            decided_by: if verdict.decision == Decision::CannotSay {
                None
            } else {
                shape::decided_by(verdict.decided_by)
            },
            unknown: self.unknown(),
            message: self.message(),
            matched_statements: matching.filter_map(|row| self.place(row.at)).collect(),
            missing_context_keys: self.missing_context_keys(),
            stations: self.stations(),
        }
    }

    fn unknown(&self) -> Vec<String> {
        if self.check.verdict.decision != Decision::CannotSay {
            return Vec::new();
        }
        let facts = unknown_facts(&self.check.request, &self.check.policies);
        facts.iter().map(|fact| text::unknown_fact(self.language, fact)).collect()
    }

    fn message(&self) -> Option<String> {
        let CheckRecord { request, policies, verdict, .. } = self.check;
        let is_denied = matches!(verdict.decision, Decision::ExplicitDeny | Decision::ImplicitDeny);
        is_denied.then(|| access_denied(request, policies, verdict).message)
    }

    fn statement(&self, at: StatementRef) -> Option<&Statement> {
        let policy = self.check.policies.layer(at.layer).get(usize::from(at.policy))?;
        policy.policy.document().statements.get(usize::from(at.statement))
    }

    fn place(&self, at: StatementRef) -> Option<MatchedStatementShape> {
        let statement = self.statement(at)?;
        let policy = self.check.policies.layer(at.layer).get(usize::from(at.policy))?;
        let (name, lines) = match self.passed {
            Some(passed) => {
                let origin = passed.origin(at.layer, usize::from(at.policy))?;
                (origin.name.clone(), origin.lines.clone())
            }
            None => (Some(policy.name.clone()), Some(LineIndex::new(policy.policy.text()))),
        };
        let position = |offset| Some(PositionShape::new(lines.as_ref()?, policy.policy.text(), offset));
        Some(MatchedStatementShape {
            policy_type: shape::policy_type(at.layer, self.check.policies.resource.rule),
            policy_name: name,
            statement_index: at.statement,
            sid: statement.sid.as_ref().map(|sid| sid.value.clone()),
            effect: statement.effect.value.as_str(),
            start: position(statement.span.start),
            end: position(statement.span.end),
        })
    }

    /// Keys that the request lacks and a condition asked for whose statement is otherwise about it, as
    /// the policies spell them.
    fn missing_context_keys(&self) -> Vec<Box<str>> {
        let mut seen = BTreeSet::new();
        let mut missing = Vec::new();
        for row in self.rows.iter().filter(|row| is_about(row)) {
            let Some(statement) = self.statement(row.at) else { continue };
            for condition in &statement.conditions {
                let values = condition.values.iter().filter(|_| condition.operator.value.takes_variables());
                let variables = values.flat_map(|value| variables(&value.value));
                for key in std::iter::once(condition.key.value.clone()).chain(variables) {
                    let folded = key.to_ascii_lowercase();
                    if self.check.request.context.get(&folded).is_none() && seen.insert(folded) {
                        missing.push(key);
                    }
                }
            }
        }
        missing
    }

    fn stations(&self) -> Vec<StationShape> {
        let mut stations = Vec::new();
        for view in text::stations(self.check, self.language) {
            let is_first = view.station == Station::Authentication;
            stations.push(self.station(&view));
            if is_first {
                stations.extend(self.gate());
            }
        }
        stations
    }

    fn station(&self, view: &StationView) -> StationShape {
        let is_shown = |row: &&RowView| match view.station.layer() {
            Some(layer) => row.at.layer == layer && row.effect == Effect::Allow,
            None => view.station == Station::ExplicitDeny && row.effect == Effect::Deny,
        };
        StationShape {
            number: view.station.number(),
            gate: None,
            side: shape::side(Side::of(view.station, &self.check.request)),
            outcome: shape::outcome(view.outcome),
            rule: view.rule.code(),
            sentence: text::station_sentence(view),
            statements: self.rows.iter().filter(is_shown).filter_map(|row| self.trace(row)).collect(),
        }
    }

    /// The policy of the endpoint, where the call goes through one.
    fn gate(&self) -> Option<StationShape> {
        let gate = self.check.trace.events().iter().find_map(|event| match event {
            TraceEvent::Gate { outcome, rule } => Some((*outcome, *rule)),
            _ => None,
        });
        let (outcome, rule) = gate?;
        let of_gate = |row: &&RowView| row.at.layer == PolicyLayer::VpcEndpoint && row.effect == Effect::Allow;
        Some(StationShape {
            number: 0,
            gate: Some("vpcEndpoint"),
            side: shape::side(Side::Both),
            outcome: shape::outcome(outcome),
            rule: rule.code(),
            sentence: text::gate_sentence(self.language, outcome).to_owned(),
            statements: self.rows.iter().filter(of_gate).filter_map(|row| self.trace(row)).collect(),
        })
    }

    fn trace(&self, row: &RowView) -> Option<StatementTraceShape> {
        let at = self.place(row.at)?;
        let effect = CellShape {
            element: "Effect",
            matched: None,
            rule: Rule::A17.code(),
            policy_value: Some(row.effect.as_str().to_owned()),
            request_value: RequestValue::LeftOut,
            differs_at: None,
            reason: None,
        };
        let cells = std::iter::once(effect).chain(row.cells.iter().flat_map(cells)).collect();
        Some(StatementTraceShape { at, matched: row.is_match, cells })
    }
}

/// Whether everything but the conditions of a statement matches.
fn is_about(row: &RowView) -> bool {
    row.cells.iter().all(|cell| cell.element == CellElement::Condition || cell.is_match != Some(false))
}

/// The keys of the variables in a value of a condition.
fn variables(value: &str) -> impl Iterator<Item = Box<str>> {
    parse_template(value).into_iter().filter_map(|part| match part {
        TemplatePart::Variable { key, default: None } => Some(key),
        _ => None,
    })
}

/// A cell for each comparison; one where there is none.
fn cells(view: &CellView) -> Vec<CellShape> {
    if view.lines.is_empty() {
        return vec![CellShape {
            element: shape::element(view.element),
            matched: view.is_match,
            rule: Rule::B3.code(),
            policy_value: None,
            request_value: RequestValue::LeftOut,
            differs_at: None,
            reason: None,
        }];
    }
    view.lines.iter().map(|line| cell(view.element, line)).collect()
}

fn cell(element: CellElement, line: &CellLine) -> CellShape {
    let differs_at = line.differs_at.zip(line.request_value.as_deref());
    let in_utf16 = |(offset, value): (usize, &str)| value.get(..offset).map(|before| before.encode_utf16().count());
    let put_in = line.variables.as_ref().and_then(|variables| variables.value.as_ref());
    let put_in = put_in.map(|value| format!("→ {value}"));
    let without_value = line.variables.iter().flat_map(|variables| variables.notes.iter().cloned());
    let words: Vec<_> = line.note.iter().cloned().chain(put_in).chain(without_value).collect();
    let words = (!words.is_empty()).then(|| words.join("; "));
    let reason = match (&line.label, words) {
        (Some(label), Some(words)) => Some(format!("{label}: {words}")),
        (label, words) => words.or_else(|| label.clone()),
    };
    let request_value = match &line.request_value {
        None => RequestValue::LeftOut,
        // The words that would stand here say that the value is not known.
        Some(_) if element == CellElement::Condition && !line.is_known => RequestValue::LeftOut,
        Some(_) if line.is_absent => RequestValue::Absent,
        Some(value) => RequestValue::Value(value.clone()),
    };
    CellShape {
        element: shape::element(element),
        matched: line.is_known.then_some(line.is_match),
        rule: line.rule.code(),
        policy_value: Some(line.policy_value.clone()),
        request_value,
        differs_at: differs_at.and_then(in_utf16),
        reason,
    }
}
