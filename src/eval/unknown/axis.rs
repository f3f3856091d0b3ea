//! The facts that are not known, each with what it may be.

use super::super::applicable::{ApplicablePolicies, PolicyLayer};
use super::super::assumption::Contribution;
use super::super::bearing::is_bound;
use super::super::principal::{CallerKind, GrantReach};
use super::super::request::{AuthorizationRequest, ContextValue, Principal};
use super::survey::Survey;
use super::{Completion, UnknownFact, values};

/// A fact and its options; there is at least one.
pub(super) struct Axis {
    pub(super) fact: UnknownFact,
    options: Options,
}

enum Options {
    /// The most generous first.
    Layer(PolicyLayer, Vec<Contribution>),
    Key(Box<str>, Vec<Option<ContextValue>>),
}

impl Axis {
    pub(super) fn n_options(&self) -> usize {
        match &self.options {
            Options::Layer(_, contributions) => contributions.len(),
            Options::Key(_, values) => values.len(),
        }
    }

    /// Fills the fact in.
    pub(super) fn choose(&self, option: usize, completion: &mut Completion) {
        match &self.options {
            Options::Layer(layer, contributions) => {
                completion.assumption = completion.assumption.with(*layer, contributions[option]);
                completion.is_generous &= option == 0;
            }
            Options::Key(key, values) => match &values[option] {
                Some(value) => completion.request.context.set(key, value.clone()),
                None => completion.request.context.remove(key),
            },
        }
    }
}

/// The facts that bear on the request: layers that have a say, keys that a statement asks for.
pub(super) fn axes(request: &AuthorizationRequest, policies: &ApplicablePolicies, survey: &Survey) -> Vec<Axis> {
    let bears = |layer: &PolicyLayer| is_bound(*layer, request, policies).is_ok();
    let layers = policies.unknown.iter().filter(bears).map(|layer| Axis {
        fact: UnknownFact::Layer(layer),
        options: Options::Layer(layer, contributions(layer, request, policies)),
    });
    let keys = values::of_keys(request, policies, survey)
        .into_iter()
        .map(|(key, values)| Axis { fact: UnknownFact::ContextKey(key.clone()), options: Options::Key(key, values) });
    layers.chain(keys).collect()
}

/// What a layer may contribute, the most generous first.
fn contributions(
    layer: PolicyLayer,
    request: &AuthorizationRequest,
    policies: &ApplicablePolicies,
) -> Vec<Contribution> {
    use Contribution::{Absent, Allow, Deny, Silent};
    let needs_session = matches!(request.principal, Principal::FederatedUser { .. } | Principal::AssumedRoot { .. });
    match layer {
        // A customer's RCP only denies, and an endpoint or an organization that is not known is there.
        PolicyLayer::Rcp => vec![Silent, Deny],
        PolicyLayer::VpcEndpoint | PolicyLayer::Scp | PolicyLayer::Identity => {
            vec![Allow(GrantReach::Caller), Silent, Deny]
        }
        // Whether a boundary is set matters by itself (C-35).
        PolicyLayer::PermissionsBoundary => vec![Absent, Allow(GrantReach::Caller), Silent, Deny],
        PolicyLayer::Session if needs_session => vec![Allow(GrantReach::Caller), Silent, Absent, Deny],
        PolicyLayer::Session => vec![Absent, Silent, Deny],
        PolicyLayer::Resource => {
            let is_public = matches!(request.principal, Principal::Anonymous);
            let grants: &[GrantReach] = match CallerKind::of(&request.principal) {
                CallerKind::NoAccount if is_public && policies.resource.is_public_access_blocked => &[],
                CallerKind::NoAccount => &[GrantReach::Caller],
                CallerKind::Root | CallerKind::User => &[GrantReach::Caller, GrantReach::Account],
                CallerKind::Session => &[GrantReach::Caller, GrantReach::Parent, GrantReach::Account],
            };
            grants.iter().copied().map(Allow).chain([Silent, Deny]).collect()
        }
    }
}
