//! The stations of the rail, in AWS's order, over what the layers were found to say (rules C-3, C-22, C-45).
//!
//! Statements have been compared when the walk begins. Across accounts the walk has two sides, and each
//! goes on to its own end: what one account lacks does not hide what the other one lacks.

use super::applicable::{ApplicablePolicies, PolicyLayer, ResourcePolicyRule};
use super::assumption::{Assumption, Contribution, unseen};
use super::bearing::{Side, is_bound};
use super::principal::{CallerKind, GrantReach};
use super::request::{AuthorizationRequest, Principal};
use super::stages::{LayerScan, explicit_deny};
use super::trace::{NotApplicable, Recorder, StatementRef, Station, StationOutcome, TraceEvent};
use super::verdict::{DecidedBy, Decision, Verdict};
use crate::rule::Rule;

fn stop(layer: PolicyLayer) -> Verdict {
    Verdict { decision: Decision::ImplicitDeny, decided_by: DecidedBy::Layer(layer), statement: None }
}

/// What a station has to say.
type Finding = (StationOutcome, Rule);

/// A request of which every statement has been compared.
pub(super) struct Situation<'a> {
    pub(super) request: &'a AuthorizationRequest,
    pub(super) policies: &'a ApplicablePolicies,
    pub(super) assumption: Assumption,
    pub(super) scans: &'a [LayerScan; 7],
}

impl Situation<'_> {
    fn scan(&self, layer: PolicyLayer) -> &LayerScan {
        &self.scans[layer as usize]
    }

    fn kind(&self) -> CallerKind {
        CallerKind::of(&self.request.principal)
    }

    /// Whether the caller belongs to the account that owns the resource.
    fn is_same_account(&self) -> bool {
        self.request.principal.account() == Some(self.request.resource_account)
    }

    /// Visits the stations until something stops the request, on each side for itself. The first stop in
    /// the order of the stations decides (C-60).
    pub(super) fn walk<R: Recorder>(&self, recorder: &mut R) -> Verdict {
        let mut verdict = None;
        let mut is_stopped = [false; Side::N];
        if let Some((outcome, rule)) = self.vpc_endpoint() {
            recorder.record(TraceEvent::Gate { outcome, rule });
            if outcome == StationOutcome::Stopped {
                verdict = Some(stop(PolicyLayer::VpcEndpoint));
                is_stopped[Side::Both as usize] = true;
            }
        }
        for station in Station::ALL.into_iter().skip(1) {
            if verdict.is_some() && !R::RECORDING {
                break;
            }
            let side = Side::of(station, self.request);
            let is_reached = !is_stopped[side as usize] && !is_stopped[Side::Both as usize];
            let (outcome, rule) = if is_reached { self.visit(station) } else { (StationOutcome::NotReached, Rule::C2) };
            recorder.record(TraceEvent::Station { station, outcome, rule });
            if outcome == StationOutcome::Stopped {
                is_stopped[side as usize] = true;
                verdict.get_or_insert_with(|| station.layer().map_or_else(|| self.first_deny(), stop));
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
            Some(deny) if deny.layer == PolicyLayer::Rcp => (StationOutcome::Stopped, self.rcp_rule()),
            Some(_) => (StationOutcome::Stopped, Rule::C2),
            None => (StationOutcome::Passed, Rule::C2),
        }
    }

    /// The endpoint needs an Allow of its own (C-59); none where the call goes through none.
    fn vpc_endpoint(&self) -> Option<Finding> {
        if !self.assumption.is_set(PolicyLayer::VpcEndpoint, self.policies) {
            return None;
        }
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
            Ok(()) => (StationOutcome::Passed, self.rcp_rule()),
        }
    }

    /// That RCPs bind services that call in their own name is disputed, and that they bind root sessions is said nowhere.
    fn rcp_rule(&self) -> Rule {
        match self.request.principal {
            Principal::Service { .. } => Rule::C61,
            Principal::AssumedRoot { .. } => Rule::F25,
            _ => Rule::C21,
        }
    }

    /// Every level from the root to the account needs an Allow (C-13).
    fn scp(&self) -> Finding {
        if let Err(reason) = is_bound(PolicyLayer::Scp, self.request, self.policies) {
            return (StationOutcome::NotApplicable(reason), Rule::C17);
        }
        // An organization has seven levels at most; from the 64th on they would count as one.
        let all_levels = match self.policies.principal.n_scp_levels {
            0 => 0,
            n_levels => u64::MAX >> (64 - n_levels.min(64)),
        };
        let is_allowed = self.scan(PolicyLayer::Scp).allowed_levels & all_levels == all_levels;
        (if is_allowed { StationOutcome::Passed } else { StationOutcome::Stopped }, Rule::C13)
    }

    fn resource(&self) -> Finding {
        if let Err(reason) = is_bound(PolicyLayer::Resource, self.request, self.policies) {
            return (StationOutcome::NotApplicable(reason), Rule::C53);
        }
        let kind = self.policies.resource.rule;
        let grant = self.grant().map(|(reach, _)| reach);
        let is_same_account = self.is_same_account();
        let rule = match kind {
            _ if grant.is_none() && self.scan(PolicyLayer::Resource).allow.is_some() => Rule::C43,
            _ if self.kind() == CallerKind::NoAccount => Rule::C52,
            ResourcePolicyRule::Trust => Rule::C37,
            ResourcePolicyRule::Key => Rule::C40,
            ResourcePolicyRule::None if !is_same_account => Rule::C48,
            _ if !is_same_account => Rule::C45,
            _ if grant.is_some() => Rule::C22,
            _ => Rule::C25,
        };
        let outcome = match grant {
            Some(GrantReach::Account) if is_same_account && self.kind() != CallerKind::Root => StationOutcome::Passed,
            Some(_) => StationOutcome::Granted,
            None if self.must_grant() => StationOutcome::Stopped,
            None if kind == ResourcePolicyRule::None => {
                StationOutcome::NotApplicable(NotApplicable::NoResourcePolicies)
            }
            None => StationOutcome::Passed,
        };
        (outcome, rule)
    }

    /// What the resource's policy grants, with how far it reaches.
    fn grant(&self) -> Option<(GrantReach, StatementRef)> {
        self.scan(PolicyLayer::Resource).allow.filter(|_| !self.is_grant_ignored())
    }

    /// Where Block Public Access restricts a bucket with a public policy, nothing in that policy lets
    /// anybody in but services and the bucket's own account (C-43).
    fn is_grant_ignored(&self) -> bool {
        let resource = &self.policies.resource;
        let is_outsider = !self.is_same_account() && !matches!(self.request.principal, Principal::Service { .. });
        let is_known = self.assumption.of(PolicyLayer::Resource) == Contribution::Known;
        let mut known = resource.resource.iter().filter(|_| is_known);
        resource.is_public_access_blocked && is_outsider && known.any(|applied| applied.policy.is_public())
    }

    /// Whether the request fails unless the resource's policy grants.
    fn must_grant(&self) -> bool {
        let rule = self.policies.resource.rule;
        matches!(rule, ResourcePolicyRule::Trust | ResourcePolicyRule::Key) || !self.is_same_account()
    }

    /// How far a grant of the resource policy reaches, where it needs nothing from the caller's
    /// identity policies: in the same account, and not by way of the account (C-22). The root user needs
    /// no grant, and a task of `AssumeRoot` is not widened by one.
    fn direct_grant(&self) -> Option<GrantReach> {
        let is_root = matches!(self.request.principal, Principal::Root { .. } | Principal::AssumedRoot { .. });
        let (reach, _) = self.grant().filter(|_| !is_root)?;
        (self.is_same_account() && reach != GrantReach::Account).then_some(reach)
    }

    fn identity(&self) -> Finding {
        let not_applicable = |reason, rule| (StationOutcome::NotApplicable(reason), rule);
        let is_same_account = self.is_same_account();
        match self.kind() {
            CallerKind::NoAccount => return not_applicable(NotApplicable::NoPrincipalAccount, Rule::C52),
            CallerKind::Root if !is_same_account => return not_applicable(NotApplicable::RootUser, Rule::C50),
            CallerKind::Root => return not_applicable(NotApplicable::RootUser, Rule::C53),
            _ => {}
        }
        if self.direct_grant().is_some() {
            return not_applicable(NotApplicable::GrantedDirectly, Rule::C22);
        }
        if self.scan(PolicyLayer::Identity).allow.is_some() {
            return (StationOutcome::Granted, if is_same_account { Rule::C8 } else { Rule::C45 });
        }
        let rule = match self.policies.resource.rule {
            _ if !is_same_account => Rule::C45,
            ResourcePolicyRule::Trust => Rule::C37,
            ResourcePolicyRule::Key => Rule::C40,
            _ => Rule::C2,
        };
        (StationOutcome::Stopped, rule)
    }

    /// All boundaries must allow; the world knows one, an evaluation may be given several.
    fn permissions_boundary(&self) -> Finding {
        let not_applicable = |reason, rule| (StationOutcome::NotApplicable(reason), rule);
        let layer = PolicyLayer::PermissionsBoundary;
        match is_bound(layer, self.request, self.policies) {
            Err(reason @ NotApplicable::NoPrincipalAccount) => return not_applicable(reason, Rule::C52),
            Err(reason) => return not_applicable(reason, Rule::C53),
            Ok(()) => {}
        }
        if !self.assumption.is_set(layer, self.policies) {
            return not_applicable(NotApplicable::NoBoundary, Rule::C26);
        }
        if self.direct_grant() == Some(GrantReach::Caller) {
            return not_applicable(NotApplicable::GrantedDirectly, Rule::C22);
        }
        let scan = self.scan(layer);
        let is_allowed = scan.allow.is_some() && scan.n_policies_allowing >= self.policies.layer(layer).len();
        (if is_allowed { StationOutcome::Passed } else { StationOutcome::Stopped }, Rule::C26)
    }

    fn session(&self) -> Finding {
        let not_applicable = |reason, rule| (StationOutcome::NotApplicable(reason), rule);
        let layer = PolicyLayer::Session;
        if let Err(reason) = is_bound(layer, self.request, self.policies) {
            return not_applicable(reason, Rule::C52);
        }
        let is_passed = self.assumption.is_set(layer, self.policies);
        let is_allowed = self.scan(layer).allow.is_some();
        let outcome = |is_allowed| if is_allowed { StationOutcome::Passed } else { StationOutcome::Stopped };
        match &self.request.principal {
            // AWS's task policies deny everything but the task, and allow nothing.
            Principal::AssumedRoot { .. } => return (outcome(is_passed), Rule::C64),
            Principal::FederatedUser { .. } => {}
            Principal::AssumedRole { .. } if !is_passed => {
                return not_applicable(NotApplicable::NoSessionPolicy, Rule::C29);
            }
            _ if !is_passed => return not_applicable(NotApplicable::NotASession, Rule::C29),
            _ => {}
        }
        if self.direct_grant() == Some(GrantReach::Caller) {
            return not_applicable(NotApplicable::GrantedDirectly, Rule::C22);
        }
        // A federated session without a session policy has no permissions of its own (C-30).
        (outcome(is_allowed), if is_passed { Rule::C29 } else { Rule::C30 })
    }

    /// Nothing stopped the request: says what granted it (C-60).
    fn allow(&self) -> Verdict {
        let by_resource = self.grant().map(|(_, at)| at);
        let by_identity = self.scan(PolicyLayer::Identity).allow.map(|(_, at)| at);
        let (decided_by, statement) = match self.kind() {
            _ if self.direct_grant().is_some() => (DecidedBy::Layer(PolicyLayer::Resource), by_resource),
            // Where the resource's policy must grant, being root is not enough (C-40).
            CallerKind::Root if self.is_same_account() && !self.must_grant() => (DecidedBy::Root, None),
            CallerKind::NoAccount | CallerKind::Root => (DecidedBy::Layer(PolicyLayer::Resource), by_resource),
            _ if !self.is_same_account() => (DecidedBy::IdentityAndResource, by_identity),
            _ => (DecidedBy::Layer(PolicyLayer::Identity), by_identity),
        };
        Verdict { decision: Decision::Allowed, decided_by, statement }
    }
}

impl LayerScan {
    /// What a layer that nobody has seen is taken to say.
    pub(super) fn assumed(layer: PolicyLayer, contribution: Contribution) -> Self {
        let at = unseen(layer);
        match contribution {
            Contribution::Known | Contribution::Absent | Contribution::Silent => Self::default(),
            Contribution::Deny => Self { deny: Some(at), ..Self::default() },
            Contribution::Allow(reach) => {
                Self { deny: None, allow: Some((reach, at)), allowed_levels: u64::MAX, n_policies_allowing: usize::MAX }
            }
        }
    }
}
