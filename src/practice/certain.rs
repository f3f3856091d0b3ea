//! Whether an answer is certain enough to be examined, and what decided it.
//!
//! Certain is an answer that rests on documented rules and known facts, and of which one thing alone can be
//! said to decide. That is tried out: what is said to be missing is put in, and the answer must turn; what
//! is said to grant must be the only grant; all that denies must stand in policies of one type.

use super::item::Place;
use super::reader::effect;
use super::{dispute, document};
use crate::api::{Answer, AuthenticationFailure, CheckRecord};
use crate::eval::{
    ApplicablePolicies, AppliedPolicy, DecidedBy, Decision, PolicyLayer, PrincipalPolicies, ResourcePolicies,
    ResourcePolicyRule, authorize,
};
use crate::json::json;
use crate::policy::{Effect, Policy, PolicyKind};
use serde_json::Value;
use std::sync::Arc;

/// What an answer rests on that is beyond dispute.
#[derive(Clone, Copy, Debug)]
pub(super) enum Certain<'a> {
    /// Policies were weighed.
    Weighed(&'a CheckRecord),
    /// The credentials do not hold, or their kind may not make the call: no policy was read.
    TurnedAway,
}

impl<'a> Certain<'a> {
    /// Whether nothing stands in the way.
    pub(super) fn is_allowed(self) -> bool {
        self.check().is_some_and(|check| check.verdict.is_allowed())
    }

    /// What was weighed.
    pub(super) fn check(self) -> Option<&'a CheckRecord> {
        match self {
            Self::Weighed(check) => Some(check),
            Self::TurnedAway => None,
        }
    }
}

/// What an answer rests on; none if that is not beyond dispute. Of several permissions the last one that was asked for
/// is told, since those before it were granted; only `is_compound` templates may need several.
pub(super) fn certain(answer: &Answer, is_compound: bool) -> Option<Certain<'_>> {
    if let Err(failure) = &answer.authentication {
        let is_documented = matches!(
            failure,
            AuthenticationFailure::Expired { .. }
                | AuthenticationFailure::Inactive
                | AuthenticationFailure::Unknown
                | AuthenticationFailure::NotAccepted { .. }
                | AuthenticationFailure::NoBillingAccess
                | AuthenticationFailure::RootAssumesNoRole
        );
        return is_documented.then_some(Certain::TurnedAway);
    }
    let check = answer.deciding_check().filter(|_| is_compound || answer.checks.len() == 1)?;
    let is_known = |check: &CheckRecord| check.verdict.decision != Decision::CannotSay && !dispute::is_disputed(check);
    answer.checks.iter().all(is_known).then_some(Certain::Weighed(check))
}

/// What decides a request, if one thing alone does.
pub(super) fn place(check: &CheckRecord) -> Option<Place> {
    match (check.verdict.decision, check.verdict.decided_by) {
        (Decision::ExplicitDeny, DecidedBy::Layer(layer)) => {
            let is_alone = matching(check, Effect::Deny).all(|denying| denying == layer);
            place_of(layer).filter(|_| is_alone)
        }
        (Decision::ImplicitDeny, DecidedBy::Layer(layer)) => {
            let given = with_everything(check, layer)?;
            place_of(layer).filter(|_| authorize(&check.request, &given).is_allowed())
        }
        (Decision::Allowed, DecidedBy::IdentityAndResource) => Some(Place::BothAccounts),
        (Decision::Allowed, DecidedBy::Layer(layer)) => {
            let grants = |granting: &PolicyLayer| matches!(granting, PolicyLayer::Identity | PolicyLayer::Resource);
            let is_alone = matching(check, Effect::Allow).filter(grants).all(|granting| granting == layer);
            place_of(layer).filter(|_| is_alone)
        }
        _ => None,
    }
}

/// The layers in which statements of that effect match.
fn matching(check: &CheckRecord, wanted: Effect) -> impl Iterator<Item = PolicyLayer> {
    let all = PolicyLayer::ALL.into_iter().flat_map(|layer| check.trace.statements(layer));
    all.filter(move |(at, matched)| *matched && effect(check, *at) == Some(wanted)).map(|(at, _)| at.layer)
}

fn place_of(layer: PolicyLayer) -> Option<Place> {
    Some(match layer {
        PolicyLayer::Scp => Place::Scp,
        PolicyLayer::Resource => Place::Resource,
        PolicyLayer::Identity => Place::Identity,
        PolicyLayer::PermissionsBoundary => Place::PermissionsBoundary,
        PolicyLayer::Session => Place::Session,
        PolicyLayer::VpcEndpoint | PolicyLayer::Rcp => return None,
    })
}

/// The policies with an Allow of everything more in one layer.
fn with_everything(check: &CheckRecord, layer: PolicyLayer) -> Option<ApplicablePolicies> {
    let mut principal = PrincipalPolicies::clone(&check.policies.principal);
    let mut resource = ResourcePolicies::clone(&check.policies.resource);
    let all = |kind| applied(&document::policy(&[document::allow("*", "*")]), kind);
    match layer {
        PolicyLayer::Identity => principal.identity.push(all(PolicyKind::Identity)?),
        PolicyLayer::PermissionsBoundary => principal.permissions_boundary = Some(vec![all(PolicyKind::Identity)?]),
        PolicyLayer::Session => principal.session = Some(vec![all(PolicyKind::Session)?]),
        PolicyLayer::Scp => {
            let policy = all(PolicyKind::Scp)?;
            let levels = (0..principal.n_scp_levels).map(|level| AppliedPolicy { level, ..policy.clone() });
            principal.scps.get_or_insert_default().extend(levels);
        }
        PolicyLayer::Resource => {
            let action = check.request.action.to_string();
            let mut statement = json!({ "Effect": "Allow", "Principal": "*", "Action": action });
            let kind = match resource.rule {
                ResourcePolicyRule::Trust => PolicyKind::Trust,
                ResourcePolicyRule::Grants => PolicyKind::Resource,
                ResourcePolicyRule::None | ResourcePolicyRule::Key => return None,
            };
            if kind == PolicyKind::Resource {
                statement["Resource"] = json!(check.request.resource);
            }
            resource.is_public_access_blocked = false;
            resource.resource = applied(&document::policy(&[statement]), kind).into_iter().collect();
        }
        PolicyLayer::VpcEndpoint | PolicyLayer::Rcp => return None,
    }
    let policies = check.policies.clone();
    Some(ApplicablePolicies { principal: Arc::new(principal), resource: Arc::new(resource), ..policies })
}

fn applied(document: &Value, kind: PolicyKind) -> Option<AppliedPolicy> {
    let policy = Policy::parse(&document.to_string(), kind).value?;
    Some(AppliedPolicy::direct("everything", Arc::new(policy)))
}
