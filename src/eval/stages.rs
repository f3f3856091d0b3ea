//! The flow chart: denials are looked for in all layers first, then the stations are walked (rule C-3).

use super::applicable::{ApplicablePolicies, PolicyLayer};
use super::assumption::{Assumption, Contribution};
use super::bearing::{is_bound, is_exempt};
use super::principal::{CallerKind, GrantReach};
use super::request::AuthorizationRequest;
use super::statement::{self, Question};
use super::stations::Situation;
use super::trace::{NotApplicable, PatternOutcome, Recorder, StatementRef, Station, StationOutcome, TraceEvent};
use super::verdict::{DecidedBy, Decision, Verdict};
use crate::policy::Effect;
use crate::policy::compile::CompiledStatement;
use crate::rule::Rule;

/// Decides; see [`crate::eval`].
pub(super) fn authorize_with<R: Recorder>(
    request: &AuthorizationRequest,
    policies: &ApplicablePolicies,
    assumption: Assumption,
    recorder: &mut R,
) -> Verdict {
    let has_boundary = Some(has_boundary(request, policies, assumption));
    let question = Question { request, has_boundary };
    if is_exempt(&request.action) {
        return exempt(recorder);
    }
    let mut scans = [LayerScan::default(); 7];
    match scan_all(&question, policies, assumption, &mut scans, recorder) {
        Some(deny) => explicit_deny(deny),
        None => Situation { request, policies, assumption, scans: &scans }.walk(recorder),
    }
}

/// Compares the statements of every layer that is known, and goes no further.
pub(super) fn survey<R: Recorder>(
    request: &AuthorizationRequest,
    policies: &ApplicablePolicies,
    assumption: Assumption,
    recorder: &mut R,
) -> [LayerScan; 7] {
    let is_known = assumption.of(PolicyLayer::PermissionsBoundary) == Contribution::Known;
    let has_boundary = is_known.then(|| has_boundary(request, policies, assumption));
    let mut scans = [LayerScan::default(); 7];
    scan_all(&Question { request, has_boundary }, policies, assumption, &mut scans, recorder);
    scans
}

/// Root, services and nobody have no boundary, whatever is handed over for them.
fn has_boundary(request: &AuthorizationRequest, policies: &ApplicablePolicies, assumption: Assumption) -> bool {
    assumption.is_set(PolicyLayer::PermissionsBoundary, policies)
        && matches!(CallerKind::of(&request.principal), CallerKind::User | CallerKind::Session)
}

fn exempt<R: Recorder>(recorder: &mut R) -> Verdict {
    for station in Station::ALL.into_iter().skip(1) {
        let outcome = StationOutcome::NotApplicable(NotApplicable::Exempt);
        recorder.record(TraceEvent::Station { station, outcome, rule: Rule::C44 });
    }
    Verdict { decision: Decision::Allowed, decided_by: DecidedBy::Exempt, statement: None }
}

pub(super) fn explicit_deny(at: StatementRef) -> Verdict {
    Verdict { decision: Decision::ExplicitDeny, decided_by: DecidedBy::Layer(at.layer), statement: Some(at) }
}

/// What the statements of one layer say together.
#[derive(Clone, Copy, Default)]
pub(super) struct LayerScan {
    pub(super) deny: Option<StatementRef>,
    /// The Allow that reaches furthest, with how far.
    pub(super) allow: Option<(GrantReach, StatementRef)>,
    /// A bit for each level that has an Allow.
    pub(super) allowed_levels: u64,
    /// How many policies have an Allow.
    pub(super) n_policies_allowing: usize,
}

impl LayerScan {
    fn add_allow(&mut self, at: StatementRef, reach: GrantReach, level: u16) {
        self.allowed_levels |= 1 << level.min(63);
        if self.allow.is_none_or(|(best, _)| reach > best) {
            self.allow = Some((reach, at));
        }
    }
}

fn position(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}

/// Compares the statements of every layer. Without a recorder the first Deny ends it, and is returned.
fn scan_all<R: Recorder>(
    question: &Question<'_>,
    policies: &ApplicablePolicies,
    assumption: Assumption,
    scans: &mut [LayerScan; 7],
    recorder: &mut R,
) -> Option<StatementRef> {
    if R::RECORDING {
        let policies = PolicyLayer::ALL.into_iter().flat_map(|layer| policies.layer(layer));
        let n_comparisons: usize = policies.map(|applied| applied.policy.compiled().n_comparisons()).sum();
        // The gate and the stations come after the comparisons.
        recorder.reserve(n_comparisons + 1 + Station::ALL.len());
    }
    for (layer, scan) in PolicyLayer::ALL.into_iter().zip(scans) {
        let has_nothing_to_say = assumption.of(layer) == Contribution::Known && policies.layer(layer).is_empty();
        if !has_nothing_to_say && is_bound(layer, question.request, policies).is_ok() {
            *scan = match assumption.of(layer) {
                Contribution::Known => scan_layer(layer, question, policies, recorder),
                contribution => LayerScan::assumed(layer, contribution),
            };
        }
        if let (Some(deny), false) = (scan.deny, R::RECORDING) {
            return Some(deny);
        }
    }
    None
}

fn scan_layer<R: Recorder>(
    layer: PolicyLayer,
    question: &Question<'_>,
    policies: &ApplicablePolicies,
    recorder: &mut R,
) -> LayerScan {
    let mut scan = LayerScan::default();
    for (policy, applied) in policies.layer(layer).iter().enumerate() {
        let mut is_allowing = false;
        let look = |(index, statement, action): (usize, &CompiledStatement, PatternOutcome)| {
            let at = StatementRef { layer, policy: position(policy), statement: position(index) };
            let Some(found) = statement::compare(statement, at, action, question, recorder) else { return false };
            if statement.effect == Effect::Deny {
                scan.deny.get_or_insert(at);
                return !R::RECORDING;
            }
            is_allowing = true;
            scan.add_allow(at, found.reach(), applied.level);
            false
        };
        let compiled = applied.policy.compiled();
        let is_over = if R::RECORDING {
            statement::all(compiled, question).any(look)
        } else {
            statement::about(compiled, question).any(look)
        };
        scan.n_policies_allowing += usize::from(is_allowing);
        if is_over {
            break;
        }
    }
    scan
}
