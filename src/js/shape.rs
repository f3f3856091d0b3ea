//! The shapes of the package's answers, as `src/js/package/index.d.ts` promises them.
//!
//! These are names and nothing else; what fills them is in [`super::answer`].

use crate::eval::{DecidedBy, Decision, PolicyLayer, ResourcePolicyRule, Side, StationOutcome};
use crate::span::LineIndex;
use crate::text::CellElement;
use serde::Serialize;

/// A place in a text, both counted from 1, columns in UTF-16 units.
#[derive(Serialize, Clone, Copy, Debug)]
pub(super) struct PositionShape {
    line: u32,
    column: u32,
}

impl PositionShape {
    pub(super) fn new(lines: &LineIndex, text: &str, offset: u32) -> Self {
        let at = lines.position(text, offset as usize);
        Self { line: at.line, column: at.column }
    }
}

#[derive(Serialize, Debug)]
#[serde(rename_all = "camelCase")]
pub(super) struct EvaluationShape {
    pub(super) decision: &'static str,
    pub(super) decided_by: Option<&'static str>,
    pub(super) unknown: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) message: Option<String>,
    pub(super) matched_statements: Vec<MatchedStatementShape>,
    pub(super) missing_context_keys: Vec<Box<str>>,
    pub(super) stations: Vec<StationShape>,
}

#[derive(Serialize, Clone, Debug)]
#[serde(rename_all = "camelCase")]
pub(super) struct MatchedStatementShape {
    pub(super) policy_type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) policy_name: Option<Box<str>>,
    pub(super) statement_index: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) sid: Option<Box<str>>,
    pub(super) effect: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) start: Option<PositionShape>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) end: Option<PositionShape>,
}

#[derive(Serialize, Debug)]
pub(super) struct StationShape {
    pub(super) number: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) gate: Option<&'static str>,
    pub(super) side: &'static str,
    pub(super) outcome: &'static str,
    pub(super) rule: &'static str,
    pub(super) sentence: String,
    pub(super) statements: Vec<StatementTraceShape>,
}

#[derive(Serialize, Debug)]
pub(super) struct StatementTraceShape {
    pub(super) at: MatchedStatementShape,
    pub(super) matched: bool,
    pub(super) cells: Vec<CellShape>,
}

#[derive(Serialize, Debug)]
#[serde(rename_all = "camelCase")]
pub(super) struct CellShape {
    pub(super) element: &'static str,
    pub(super) matched: Option<bool>,
    pub(super) rule: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) policy_value: Option<String>,
    #[serde(skip_serializing_if = "RequestValue::is_left_out")]
    pub(super) request_value: RequestValue,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) differs_at: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reason: Option<String>,
}

/// What the request has to compare.
#[derive(Serialize, Debug)]
#[serde(untagged)]
pub(super) enum RequestValue {
    /// Nothing of the request is compared: left out.
    LeftOut,
    /// The request lacks the key: `null`.
    Absent,
    Value(String),
}

impl RequestValue {
    fn is_left_out(&self) -> bool {
        matches!(self, Self::LeftOut)
    }
}

pub(super) fn decision(decision: Decision) -> &'static str {
    match decision {
        Decision::Allowed => "allowed",
        Decision::ExplicitDeny => "explicitDeny",
        Decision::ImplicitDeny => "implicitDeny",
        Decision::CannotSay => "cannotSay",
    }
}

/// Trust and key policies are the layer of the resource.
fn layer(layer: PolicyLayer) -> &'static str {
    match layer {
        PolicyLayer::VpcEndpoint => "vpcEndpoint",
        PolicyLayer::Rcp => "rcp",
        PolicyLayer::Scp => "scp",
        PolicyLayer::Resource => "resource",
        PolicyLayer::Identity => "identity",
        PolicyLayer::PermissionsBoundary => "permissionsBoundary",
        PolicyLayer::Session => "session",
    }
}

pub(super) fn decided_by(decided_by: DecidedBy) -> Option<&'static str> {
    match decided_by {
        DecidedBy::Layer(of) => Some(layer(of)),
        DecidedBy::IdentityAndResource => Some("identity+resource"),
        DecidedBy::Root => Some("root"),
        DecidedBy::Exempt => Some("exempt"),
        DecidedBy::Unknown => None,
    }
}

/// The type of a policy; of the resource's the exact one.
pub(super) fn policy_type(of: PolicyLayer, rule: ResourcePolicyRule) -> &'static str {
    match (of, rule) {
        (PolicyLayer::Resource, ResourcePolicyRule::Trust) => "trust",
        (PolicyLayer::Resource, ResourcePolicyRule::Key) => "key",
        (of, _) => layer(of),
    }
}

pub(super) fn side(side: Side) -> &'static str {
    match side {
        Side::Both => "both",
        Side::Caller => "caller",
        Side::Resource => "resource",
    }
}

pub(super) fn outcome(outcome: StationOutcome) -> &'static str {
    match outcome {
        StationOutcome::Passed => "passed",
        StationOutcome::Granted => "granted",
        StationOutcome::Stopped => "stopped",
        StationOutcome::NotApplicable(_) => "notApplicable",
        StationOutcome::NotReached => "notReached",
        StationOutcome::NotModelled => "notModelled",
    }
}

pub(super) fn element(element: CellElement) -> &'static str {
    match element {
        CellElement::Principal => "Principal",
        CellElement::Action => "Action",
        CellElement::Resource => "Resource",
        CellElement::Condition => "Condition",
    }
}
