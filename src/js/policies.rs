//! The policies of JavaScript, read and compiled into the layers that bear on requests.
//!
//! Which half of them a request meets can depend on the request: whose account is the management
//! account, and what kind of policy the resource has. All combinations are made beforehand, so that
//! a decision makes nothing.

mod document;

use super::bounds;
use super::failure::Failure;
use super::read::{Path, is_text, items, list_like, member, object};
use super::request::{Question, ResourceKind};
use crate::eval::{
    ApplicablePolicies, AppliedPolicy, Decision, LayerSet, PolicyLayer, PrincipalPolicies, ResourcePolicies,
    ResourcePolicyRule, authorize,
};
use crate::policy::PolicyKind;
use document::Source;
pub(super) use document::{Origin, too_long};
use std::sync::Arc;
use wasm_bindgen::JsValue;

const KINDS: [(&str, ResourcePolicyRule, PolicyKind); 3] = [
    ("resource", ResourcePolicyRule::Grants, PolicyKind::Resource),
    ("trust", ResourcePolicyRule::Trust, PolicyKind::Trust),
    ("key", ResourcePolicyRule::Key, PolicyKind::Key),
];
/// The index of each in `KINDS`.
const RESOURCE: usize = 0;
const TRUST: usize = 1;
const KEY: usize = 2;

/// The kind of policy that a resource has if nothing else is said.
fn usual_kind(resource: ResourceKind) -> usize {
    match resource {
        ResourceKind::Other | ResourceKind::Nothing => RESOURCE,
        ResourceKind::Role => TRUST,
        ResourceKind::Key => KEY,
    }
}

/// Everything that bears on a request, by whether the resource is of the management account, then
/// whether the caller is.
type Combinations = [[ApplicablePolicies; 2]; 2];

const MEMBERS: [&str; 8] =
    ["identity", "resource", "resourcePolicyType", "permissionsBoundary", "session", "scps", "rcps", "vpcEndpoint"];

/// Policies in every combination that a request may need.
#[derive(Debug)]
pub(super) struct Policies {
    /// By kind of resource policy. Where the resource's policy cannot be read as one of that kind, why.
    by_kind: [Result<Combinations, String>; 3],
    /// For requests about no resource; none if a policy or its kind was given nevertheless.
    without_resource: Option<Combinations>,
    /// The kind of the resource's policy, if it was given.
    kind: Option<usize>,
    /// Where the policies come from, by layer, in the order of the layer.
    origins: [Vec<Origin>; 7],
}

impl Policies {
    /// Reads policies. If the kind of the resource is known beforehand, its policy is read as one of that
    /// kind only.
    pub(super) fn read(value: &JsValue, resource: Option<ResourceKind>) -> Result<Self, Failure> {
        Reader::new(value).and_then(|reader| reader.read(resource)).map_err(Failure::of_policies)
    }

    /// The policies that bear on a request.
    pub(super) fn of(&self, question: &Question) -> Result<&ApplicablePolicies, Failure> {
        let kind = self.kind.unwrap_or_else(|| usual_kind(question.resource_kind));
        let by_kind = || self.by_kind[kind].as_ref().map_err(|message| Failure::policy(message.clone()));
        let combinations = match &self.without_resource {
            Some(combinations) if question.resource_kind == ResourceKind::Nothing => combinations,
            _ => by_kind()?,
        };
        let of_resource = &combinations[usize::from(question.is_resource_in_management_account)];
        Ok(&of_resource[usize::from(question.is_caller_in_management_account)])
    }

    /// The number of the decision, as in `PolicySet.decideMany`.
    pub(super) fn decide(&self, question: &Question) -> Result<u8, Failure> {
        Ok(match authorize(&question.request, self.of(question)?).decision {
            Decision::Allowed => 0,
            Decision::ExplicitDeny => 1,
            Decision::ImplicitDeny => 2,
            Decision::CannotSay => 3,
        })
    }

    /// Where a policy comes from.
    pub(super) fn origin(&self, layer: PolicyLayer, index: usize) -> Option<&Origin> {
        self.origins[layer as usize].get(index)
    }
}

/// A layer as it was given.
enum Given<T> {
    Absent,
    Unknown,
    Known(T),
}

struct Reader<'a> {
    value: &'a JsValue,
    path: Path<'static>,
    origins: [Vec<Origin>; 7],
    unknown: LayerSet,
}

impl<'a> Reader<'a> {
    fn new(value: &'a JsValue) -> Result<Self, Failure> {
        let path = Path::Root("policies");
        object(value, &path, "an object of policies by layer")?;
        for (_, name) in super::read::names(value, &path, bounds::KEYS, "members")? {
            if !MEMBERS.contains(&&*name) && member(value, &name, &path)?.is_some() {
                return Err(
                    Path::Key(&path, &name).expected(&format!("no such member; there are {}", MEMBERS.join(", ")))
                );
            }
        }
        Ok(Self { value, path, origins: Default::default(), unknown: LayerSet::EMPTY })
    }

    fn read(mut self, resource: Option<ResourceKind>) -> Result<Policies, Failure> {
        let kind = self.kind()?;
        let wanted = kind.or(resource.map(usual_kind));
        let identity = self.list("identity", PolicyLayer::Identity, PolicyKind::Identity)?.unwrap_or_default();
        let permissions_boundary =
            self.list("permissionsBoundary", PolicyLayer::PermissionsBoundary, PolicyKind::Identity)?;
        let session = self.list("session", PolicyLayer::Session, PolicyKind::Session)?;
        let vpc_endpoint = self.list("vpcEndpoint", PolicyLayer::VpcEndpoint, PolicyKind::VpcEndpoint)?;
        let (scps, n_scp_levels) = self.levels("scps", PolicyLayer::Scp, PolicyKind::Scp)?;
        let (rcps, _) = self.levels("rcps", PolicyLayer::Rcp, PolicyKind::Rcp)?;
        let policies = self.resource(wanted)?;
        let principal = PrincipalPolicies {
            identity,
            permissions_boundary,
            session,
            scps,
            n_scp_levels,
            is_management_account: false,
        };
        let principals =
            [Arc::new(principal.clone()), Arc::new(PrincipalPolicies { is_management_account: true, ..principal })];
        let unknown = self.unknown;
        let combine = |resource: ResourcePolicies| {
            let resource = Arc::new(resource);
            principals.clone().map(|principal| ApplicablePolicies {
                principal,
                resource: Arc::clone(&resource),
                vpc_endpoint: vpc_endpoint.clone(),
                unknown,
            })
        };
        let all = |resource, rule| {
            let outside = ResourcePolicies { resource, rule, rcps: rcps.clone(), ..ResourcePolicies::default() };
            let inside = ResourcePolicies { is_management_account: true, ..outside.clone() };
            [combine(outside), combine(inside)]
        };
        let is_given =
            kind.is_some() || self.unknown.contains(PolicyLayer::Resource) || !matches!(policies[RESOURCE], Ok(None));
        let without_resource = (!is_given).then(|| all(Vec::new(), ResourcePolicyRule::None));
        let mut rules = KINDS.iter().map(|(_, rule, _)| *rule);
        let by_kind = policies.map(|policy| {
            let rule = rules.next().unwrap_or_default();
            policy.map(|resource| all(resource.into_iter().collect(), rule))
        });
        Ok(Policies { by_kind, without_resource, kind, origins: self.origins })
    }

    fn kind(&self) -> Result<Option<usize>, Failure> {
        let Some(value) = member(self.value, "resourcePolicyType", &self.path)? else { return Ok(None) };
        let kind = KINDS.iter().position(|(name, _, _)| is_text(&value, name));
        let path = Path::Member(&self.path, "resourcePolicyType");
        kind.map(Some).ok_or_else(|| path.expected("\"resource\", \"trust\" or \"key\""))
    }

    fn given(&mut self, name: &str, layer: PolicyLayer) -> Result<Given<JsValue>, Failure> {
        Ok(match member(self.value, name, &self.path)? {
            None => Given::Absent,
            Some(value) if is_text(&value, "unknown") => {
                self.unknown = self.unknown.with(layer);
                Given::Unknown
            }
            Some(value) => Given::Known(value),
        })
    }

    /// A layer without levels; none where it is left out, or empty.
    fn list(
        &mut self,
        name: &str,
        layer: PolicyLayer,
        kind: PolicyKind,
    ) -> Result<Option<Vec<AppliedPolicy>>, Failure> {
        let Given::Known(value) = self.given(name, layer)? else { return Ok(None) };
        let root = self.path;
        let path = Path::Member(&root, name);
        let documents = items(&value, &path, bounds::POLICIES, "policies")?;
        let mut policies = Vec::new();
        for (index, document) in (0..).zip(&documents) {
            policies.push(self.policy(document, &Path::Item(&path, index), layer, kind)?);
        }
        Ok((!policies.is_empty()).then_some(policies))
    }

    /// A layer with levels, root first; none where it is left out, or has no level.
    fn levels(
        &mut self,
        name: &str,
        layer: PolicyLayer,
        kind: PolicyKind,
    ) -> Result<(Option<Vec<AppliedPolicy>>, u16), Failure> {
        let Given::Known(value) = self.given(name, layer)? else { return Ok((None, 0)) };
        let root = self.path;
        let path = Path::Member(&root, name);
        let levels = items(&value, &path, bounds::LEVELS, "levels, each a list of policies")?;
        let mut policies = Vec::new();
        for (level, documents) in (0_u16..).zip(&levels) {
            let path = Path::Item(&path, u32::from(level));
            if !list_like(documents, &path)? {
                return Err(path.expected("a list with the policies of this level"));
            }
            let documents = items(documents, &path, bounds::POLICIES, "policies")?;
            for (index, document) in (0..).zip(&documents) {
                let policy = self.policy(document, &Path::Item(&path, index), layer, kind)?;
                policies.push(AppliedPolicy { level, ..policy });
            }
        }
        let n_levels = u16::try_from(levels.len()).unwrap_or(u16::MAX);
        Ok(((n_levels > 0).then_some(policies), n_levels))
    }

    /// The resource's policy as each of the kinds it may have to be.
    fn resource(&mut self, wanted: Option<usize>) -> Result<[Result<Option<AppliedPolicy>, String>; 3], Failure> {
        let Given::Known(value) = self.given("resource", PolicyLayer::Resource)? else {
            return Ok([Ok(None), Ok(None), Ok(None)]);
        };
        let root = self.path;
        let path = Path::Member(&root, "resource");
        let source = Source::read(&value, &path)?;
        let mut first_failure = None;
        let policies = [RESOURCE, TRUST, KEY].map(|index| {
            if wanted.is_some_and(|wanted| wanted != index) {
                return Err(format!("{path}: it is of type {:?}", KINDS[wanted.unwrap_or_default()].0));
            }
            let failure = match source.parse(KINDS[index].2, &path) {
                Ok(policy) => return Ok(Some(policy)),
                Err(failure) => failure,
            };
            let message = failure.message().to_owned();
            first_failure.get_or_insert(failure);
            Err(message)
        });
        match first_failure {
            Some(failure) if policies.iter().all(Result::is_err) => Err(failure),
            _ => {
                self.origins[PolicyLayer::Resource as usize].push(source.origin());
                Ok(policies)
            }
        }
    }

    fn policy(
        &mut self,
        value: &JsValue,
        path: &Path<'_>,
        layer: PolicyLayer,
        kind: PolicyKind,
    ) -> Result<AppliedPolicy, Failure> {
        let source = Source::read(value, path)?;
        let policy = source.parse(kind, path)?;
        self.origins[layer as usize].push(source.origin());
        Ok(policy)
    }
}
