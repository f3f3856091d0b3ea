//! Which statements depend on facts that are not known, and in what.
//!
//! A statement that fails in something known fails whatever the rest is, and nothing that it asks for
//! matters to the request.

use super::super::applicable::{ApplicablePolicies, PolicyLayer};
use super::super::assumption::{Assumption, Contribution};
use super::super::request::AuthorizationRequest;
use super::super::stages::{self, LayerScan};
use super::super::trace::{ConditionOutcome, PatternOutcome, PrincipalOutcome, Recorder, StatementRef, TraceEvent};
use crate::policy::Statement;

/// A statement that may or may not match.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct OpenStatement {
    pub(super) at: Option<StatementRef>,
    /// Whether its principals, its resources depend on what is not known.
    pub(super) depends_by_principal: bool,
    pub(super) depends_by_resource: bool,
    /// The lines of its condition that do.
    pub(super) lines: Vec<u16>,
    is_failing: bool,
}

impl OpenStatement {
    /// The statement as it is written.
    pub(super) fn document<'a>(&self, policies: &'a ApplicablePolicies) -> Option<(&'a Statement, bool)> {
        let at = self.at?;
        let document = policies.layer(at.layer).get(usize::from(at.policy))?.policy.document();
        Some((document.statements.get(usize::from(at.statement))?, document.has_variables()))
    }
}

/// What the statements of the known layers say as far as it is certain.
#[derive(Debug, Default)]
pub(super) struct Survey {
    pub(super) open: Vec<OpenStatement>,
    /// The first that denies whatever the facts are.
    pub(super) sure_deny: Option<StatementRef>,
    current: OpenStatement,
}

impl Survey {
    pub(super) fn of(request: &AuthorizationRequest, policies: &ApplicablePolicies) -> Self {
        let mut survey = Self::default();
        let scans = compare(request, policies, &mut survey);
        survey.sure_deny = scans.iter().find_map(|scan| scan.deny);
        survey
    }

    fn note(&mut self, is_match: bool, is_known: bool) -> bool {
        self.current.is_failing |= is_known && !is_match;
        !is_known
    }
}

/// Compares the statements of the layers that are known.
pub(super) fn compare<R: Recorder>(
    request: &AuthorizationRequest,
    policies: &ApplicablePolicies,
    recorder: &mut R,
) -> [LayerScan; PolicyLayer::ALL.len()] {
    let silent = |assumption: Assumption, layer| assumption.with(layer, Contribution::Silent);
    let assumption = policies.unknown.iter().fold(Assumption::NONE, silent);
    stages::survey(request, policies, assumption, recorder)
}

impl Recorder for Survey {
    const RECORDING: bool = true;

    fn reserve(&mut self, _: usize) {}

    fn record(&mut self, event: TraceEvent) {
        match event {
            TraceEvent::Principal { outcome, .. } => {
                let is_known = outcome != PrincipalOutcome::NotKnown;
                self.current.depends_by_principal |= self.note(outcome.is_match(), is_known);
            }
            TraceEvent::Pattern { outcome, .. } => {
                let is_known = outcome != PatternOutcome::NotKnown;
                self.current.depends_by_resource |= self.note(outcome.is_match(), is_known);
            }
            TraceEvent::Condition { item, outcome, .. } => {
                let is_known = outcome != ConditionOutcome::NotKnown;
                if self.note(outcome.is_match(), is_known) {
                    self.current.lines.push(item);
                }
            }
            TraceEvent::Statement { at, .. } => {
                let current = std::mem::take(&mut self.current);
                let depends = current.depends_by_principal || current.depends_by_resource || !current.lines.is_empty();
                if depends && !current.is_failing {
                    self.open.push(OpenStatement { at: Some(at), ..current });
                }
            }
            TraceEvent::Gate { .. } | TraceEvent::Station { .. } => {}
        }
    }
}
