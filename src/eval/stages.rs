//! The flow chart: denials first, then each layer that must say yes, in AWS's order (rule C-3).

use super::applicable::{ApplicablePolicies, PolicyLayer, ResourcePolicyRule};
use super::principal::{CallerKind, GrantReach};
use super::request::{AuthorizationRequest, Principal};
use super::statement::{self, Question};
use super::trace::{NotApplicable, PrincipalOutcome, Recorder, StatementRef, Station, StationOutcome, TraceEvent};
use super::verdict::{DecidedBy, Decision, Verdict};
use crate::policy::Effect;
use crate::rule::Rule;

/// Calls that need no permission, in lower case (rule C-44).
const EXEMPT_ACTIONS: &[&str] = &["sts:getcalleridentity", "sts:getsessiontoken"];

/// Decides; see [`crate::eval`].
pub(super) fn authorize_with<R: Recorder>(
    request: &AuthorizationRequest,
    policies: &ApplicablePolicies,
    recorder: &mut R,
) -> Verdict {
    // Root, services and nobody have no boundary, whatever is handed over for them.
    let has_boundary = policies.principal.permissions_boundary.is_some()
        && matches!(CallerKind::of(&request.principal), CallerKind::User | CallerKind::Session);
    let question = Question { request, has_boundary };
    if EXEMPT_ACTIONS.contains(&request.action.folded()) {
        return exempt(recorder);
    }
    let scans = match scan_all(&question, policies, recorder) {
        Ok(scans) => scans,
        Err(deny) => return explicit_deny(deny),
    };
    let situation = Situation {
        request,
        policies,
        kind: CallerKind::of(&request.principal),
        is_same_account: request.principal.account() == Some(request.resource_account),
        scans,
    };
    situation.walk(recorder)
}

fn exempt<R: Recorder>(recorder: &mut R) -> Verdict {
    for station in Station::ALL.into_iter().skip(1) {
        let outcome = StationOutcome::NotApplicable(NotApplicable::Exempt);
        recorder.record(TraceEvent::Station { station, outcome, rule: Rule::C44 });
    }
    Verdict { decision: Decision::Allowed, decided_by: DecidedBy::Exempt, statement: None }
}

fn explicit_deny(at: StatementRef) -> Verdict {
    Verdict { decision: Decision::ExplicitDeny, decided_by: DecidedBy::Layer(at.layer), statement: Some(at) }
}

/// What the statements of one layer say together.
#[derive(Clone, Copy, Default)]
struct LayerScan {
    deny: Option<StatementRef>,
    /// The Allow that reaches furthest, with how far.
    allow: Option<(GrantReach, StatementRef)>,
    /// A bit for each level that has an Allow.
    allowed_levels: u64,
}

/// Compares the statements of every layer. Without a recorder the first Deny ends it.
fn scan_all<R: Recorder>(
    question: &Question<'_>,
    policies: &ApplicablePolicies,
    recorder: &mut R,
) -> Result<[LayerScan; 7], StatementRef> {
    let mut scans = [LayerScan::default(); 7];
    if R::RECORDING {
        let policies = PolicyLayer::ALL.into_iter().flat_map(|layer| policies.layer(layer));
        let n_comparisons: usize = policies.map(|applied| applied.policy.compiled().n_comparisons()).sum();
        // The gate and the stations come after the comparisons.
        recorder.reserve(n_comparisons + 1 + Station::ALL.len());
    }
    for (layer, scan) in PolicyLayer::ALL.into_iter().zip(&mut scans) {
        if is_bound(layer, question.request, policies).is_ok() {
            *scan = scan_layer(layer, question, policies, recorder);
        }
        if let (Some(deny), false) = (scan.deny, R::RECORDING) {
            return Err(deny);
        }
    }
    Ok(scans)
}

fn scan_layer<R: Recorder>(
    layer: PolicyLayer,
    question: &Question<'_>,
    policies: &ApplicablePolicies,
    recorder: &mut R,
) -> LayerScan {
    let mut scan = LayerScan::default();
    let position = |index: usize| u16::try_from(index).unwrap_or(u16::MAX);
    for (policy, applied) in policies.layer(layer).iter().enumerate() {
        for (index, statement, action) in statement::about::<R>(applied.policy.compiled(), question) {
            let at = StatementRef { layer, policy: position(policy), statement: position(index) };
            let Some(found) = statement::compare(statement, at, action, question, recorder) else { continue };
            if statement.effect == Effect::Deny {
                scan.deny.get_or_insert(at);
                if !R::RECORDING {
                    return scan;
                }
                continue;
            }
            let reach = match found.principal {
                Some(PrincipalOutcome::Named(_, reach)) => reach,
                _ => GrantReach::Caller,
            };
            scan.allowed_levels |= 1 << applied.level.min(63);
            if scan.allow.is_none_or(|(best, _)| reach > best) {
                scan.allow = Some((reach, at));
            }
        }
    }
    scan
}

/// Whether a layer has a say in the request, or why not.
fn is_bound(
    layer: PolicyLayer,
    request: &AuthorizationRequest,
    policies: &ApplicablePolicies,
) -> Result<(), NotApplicable> {
    let kind = CallerKind::of(&request.principal);
    let is_service_linked = matches!(request.principal, Principal::AssumedRole { is_service_linked: true, .. });
    match layer {
        PolicyLayer::VpcEndpoint | PolicyLayer::Resource => Ok(()),
        PolicyLayer::Rcp => match &policies.resource.rcps {
            None => Err(NotApplicable::NoOrganization),
            Some(_) if is_service_linked => Err(NotApplicable::ServiceLinkedRole),
            // The one call that RCPs leave alone (C-20).
            Some(_) if request.action.eq_ignore_ascii_case("kms:RetireGrant") => Err(NotApplicable::Exempt),
            Some(_) => Ok(()),
        },
        _ if kind == CallerKind::NoAccount => Err(NotApplicable::NoPrincipalAccount),
        PolicyLayer::Scp => match &policies.principal.scps {
            _ if policies.principal.is_management_account => Err(NotApplicable::ManagementAccount),
            None => Err(NotApplicable::NoOrganization),
            Some(_) if is_service_linked => Err(NotApplicable::ServiceLinkedRole),
            Some(_) => Ok(()),
        },
        PolicyLayer::Identity | PolicyLayer::PermissionsBoundary if kind == CallerKind::Root => {
            Err(NotApplicable::RootUser)
        }
        PolicyLayer::Identity | PolicyLayer::PermissionsBoundary | PolicyLayer::Session => Ok(()),
    }
}

fn stop(layer: PolicyLayer) -> Verdict {
    Verdict { decision: Decision::ImplicitDeny, decided_by: DecidedBy::Layer(layer), statement: None }
}

/// What a station has to say.
type Finding = (StationOutcome, Rule);

struct Situation<'a> {
    request: &'a AuthorizationRequest,
    policies: &'a ApplicablePolicies,
    kind: CallerKind,
    is_same_account: bool,
    scans: [LayerScan; 7],
}

impl Situation<'_> {
    fn scan(&self, layer: PolicyLayer) -> &LayerScan {
        &self.scans[layer as usize]
    }

    /// Visits the stations until one stops the request.
    fn walk<R: Recorder>(&self, recorder: &mut R) -> Verdict {
        let mut verdict = None;
        if let Some((outcome, rule)) = self.vpc_endpoint() {
            recorder.record(TraceEvent::Gate { outcome, rule });
            if outcome == StationOutcome::Stopped {
                verdict = Some(stop(PolicyLayer::VpcEndpoint));
            }
        }
        for station in Station::ALL.into_iter().skip(1) {
            if verdict.is_some() {
                let outcome = StationOutcome::NotReached;
                recorder.record(TraceEvent::Station { station, outcome, rule: Rule::C2 });
                continue;
            }
            let (outcome, rule) = self.visit(station);
            recorder.record(TraceEvent::Station { station, outcome, rule });
            if outcome == StationOutcome::Stopped {
                verdict = Some(station.layer().map_or_else(|| self.first_deny(), stop));
            }
        }
        verdict.unwrap_or_else(|| self.allow())
    }

    fn visit(&self, station: Station) -> Finding {
        match station {
            Station::Authentication => (StationOutcome::Passed, Rule::C1),
            Station::ExplicitDeny => self.explicit_deny(),
            Station::Rcp => self.rcp(),
            Station::Scp => self.scp(),
            Station::Resource => self.resource(),
            Station::Identity => self.identity(),
            Station::PermissionsBoundary => self.permissions_boundary(),
            Station::Session => self.session(),
        }
    }

    fn first_deny(&self) -> Verdict {
        let deny = self.scans.iter().find_map(|scan| scan.deny);
        deny.map_or_else(|| stop(PolicyLayer::Identity), explicit_deny)
    }

    fn explicit_deny(&self) -> Finding {
        match self.scans.iter().find_map(|scan| scan.deny) {
            Some(deny) if deny.layer == PolicyLayer::Scp => (StationOutcome::Stopped, Rule::C14),
            Some(deny) if deny.layer == PolicyLayer::Rcp => (StationOutcome::Stopped, Rule::C21),
            Some(_) => (StationOutcome::Stopped, Rule::C2),
            None => (StationOutcome::Passed, Rule::C2),
        }
    }

    /// The endpoint needs an Allow of its own (C-59); none where the call goes through none.
    fn vpc_endpoint(&self) -> Option<Finding> {
        self.policies.vpc_endpoint.as_ref()?;
        let is_allowed = self.scan(PolicyLayer::VpcEndpoint).allow.is_some();
        let outcome = match is_allowed {
            // A Deny in any policy is the stronger answer, as it is for the other layers.
            _ if self.scans.iter().any(|scan| scan.deny.is_some()) => StationOutcome::NotReached,
            true => StationOutcome::Passed,
            false => StationOutcome::Stopped,
        };
        Some((outcome, Rule::C59))
    }

    fn rcp(&self) -> Finding {
        match is_bound(PolicyLayer::Rcp, self.request, self.policies) {
            Err(reason) => (StationOutcome::NotApplicable(reason), Rule::C20),
            Ok(()) => (StationOutcome::Passed, Rule::C21),
        }
    }

    /// Every level from the root to the account needs an Allow (C-13).
    fn scp(&self) -> Finding {
        if let Err(reason) = is_bound(PolicyLayer::Scp, self.request, self.policies) {
            return (StationOutcome::NotApplicable(reason), Rule::C17);
        }
        let all_levels = (1_u64 << self.policies.principal.n_scp_levels.min(63)) - 1;
        let is_allowed = self.scan(PolicyLayer::Scp).allowed_levels & all_levels == all_levels;
        (if is_allowed { StationOutcome::Passed } else { StationOutcome::Stopped }, Rule::C13)
    }

    fn resource(&self) -> Finding {
        let kind = self.policies.resource.rule;
        let grant = self.scan(PolicyLayer::Resource).allow.map(|(reach, _)| reach);
        let rule = match kind {
            _ if self.kind == CallerKind::NoAccount => Rule::C52,
            ResourcePolicyRule::Trust => Rule::C37,
            ResourcePolicyRule::Key => Rule::C40,
            ResourcePolicyRule::None if !self.is_same_account => Rule::C48,
            _ if !self.is_same_account => Rule::C45,
            _ if grant.is_some() => Rule::C22,
            _ => Rule::C25,
        };
        let outcome = match grant {
            Some(GrantReach::Account) if self.is_same_account && self.kind != CallerKind::Root => {
                StationOutcome::Passed
            }
            Some(_) => StationOutcome::Granted,
            None if self.must_grant() => StationOutcome::Stopped,
            None if kind == ResourcePolicyRule::None => {
                StationOutcome::NotApplicable(NotApplicable::NoResourcePolicies)
            }
            None => StationOutcome::Passed,
        };
        (outcome, rule)
    }

    /// Whether the request fails unless the resource's policy grants.
    fn must_grant(&self) -> bool {
        let rule = self.policies.resource.rule;
        matches!(rule, ResourcePolicyRule::Trust | ResourcePolicyRule::Key) || !self.is_same_account
    }

    /// How far a grant of the resource policy reaches, where it needs nothing from the caller's
    /// identity policies: in the same account, and not by way of the account (C-22).
    fn direct_grant(&self) -> Option<GrantReach> {
        let (reach, _) = self.scan(PolicyLayer::Resource).allow?;
        (self.is_same_account && reach != GrantReach::Account).then_some(reach)
    }

    fn identity(&self) -> Finding {
        let not_applicable = |reason, rule| (StationOutcome::NotApplicable(reason), rule);
        match self.kind {
            CallerKind::NoAccount => return not_applicable(NotApplicable::NoPrincipalAccount, Rule::C52),
            CallerKind::Root if !self.is_same_account => return not_applicable(NotApplicable::RootUser, Rule::C50),
            CallerKind::Root => return not_applicable(NotApplicable::RootUser, Rule::C53),
            _ => {}
        }
        if self.direct_grant().is_some() {
            return not_applicable(NotApplicable::GrantedDirectly, Rule::C22);
        }
        if self.scan(PolicyLayer::Identity).allow.is_some() {
            return (StationOutcome::Granted, if self.is_same_account { Rule::C8 } else { Rule::C45 });
        }
        let rule = match self.policies.resource.rule {
            _ if !self.is_same_account => Rule::C45,
            ResourcePolicyRule::Trust => Rule::C37,
            ResourcePolicyRule::Key => Rule::C40,
            _ => Rule::C2,
        };
        (StationOutcome::Stopped, rule)
    }

    fn permissions_boundary(&self) -> Finding {
        let not_applicable = |reason, rule| (StationOutcome::NotApplicable(reason), rule);
        if let Err(reason) = is_bound(PolicyLayer::PermissionsBoundary, self.request, self.policies) {
            return not_applicable(reason, Rule::C53);
        }
        if self.policies.principal.permissions_boundary.is_none() {
            return not_applicable(NotApplicable::NoBoundary, Rule::C26);
        }
        if self.direct_grant() == Some(GrantReach::Caller) {
            return not_applicable(NotApplicable::GrantedDirectly, Rule::C22);
        }
        let is_allowed = self.scan(PolicyLayer::PermissionsBoundary).allow.is_some();
        (if is_allowed { StationOutcome::Passed } else { StationOutcome::Stopped }, Rule::C26)
    }

    fn session(&self) -> Finding {
        let not_applicable = |reason, rule| (StationOutcome::NotApplicable(reason), rule);
        if let Err(reason) = is_bound(PolicyLayer::Session, self.request, self.policies) {
            return not_applicable(reason, Rule::C52);
        }
        let is_federated = matches!(self.request.principal, Principal::FederatedUser { .. });
        if self.policies.principal.session.is_none() && !is_federated {
            let reason = match self.kind {
                CallerKind::Session => NotApplicable::NoSessionPolicy,
                _ => NotApplicable::NotASession,
            };
            return not_applicable(reason, Rule::C29);
        }
        if self.direct_grant() == Some(GrantReach::Caller) {
            return not_applicable(NotApplicable::GrantedDirectly, Rule::C22);
        }
        // A federated session without a session policy has no permissions of its own (C-30).
        let rule = if self.policies.principal.session.is_none() { Rule::C30 } else { Rule::C29 };
        let is_allowed = self.scan(PolicyLayer::Session).allow.is_some();
        (if is_allowed { StationOutcome::Passed } else { StationOutcome::Stopped }, rule)
    }

    /// Nothing stopped the request: says what granted it (C-60).
    fn allow(&self) -> Verdict {
        let by_resource = self.scan(PolicyLayer::Resource).allow.map(|(_, at)| at);
        let by_identity = self.scan(PolicyLayer::Identity).allow.map(|(_, at)| at);
        let (decided_by, statement) = match self.kind {
            // Where the resource's policy must grant, being root is not enough (C-40).
            CallerKind::Root if self.is_same_account && !self.must_grant() => (DecidedBy::Root, None),
            CallerKind::NoAccount | CallerKind::Root => (DecidedBy::Layer(PolicyLayer::Resource), by_resource),
            _ if !self.is_same_account => (DecidedBy::IdentityAndResource, by_identity),
            _ if self.direct_grant().is_some() => (DecidedBy::Layer(PolicyLayer::Resource), by_resource),
            _ => (DecidedBy::Layer(PolicyLayer::Identity), by_identity),
        };
        Verdict { decision: Decision::Allowed, decided_by, statement }
    }
}
