//! Requests and policies near each other: what is asked for and what is written come from the same
//! small pools, so that statements match often enough to matter.

use super::documents;
use iam_sandbox::eval::{
    ApplicablePolicies, AppliedPolicy, AuthorizationRequest, ContextValue, LayerSet, PolicyLayer, Principal,
    PrincipalPolicies, RequestContext, ResourcePolicies, ResourcePolicyRule,
};
use iam_sandbox::policy::{Policy, PolicyKind};
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::Union;
use serde_json::Value;
use std::sync::Arc;

pub const ACCOUNT: &str = "111122223333";
pub const OTHER_ACCOUNT: &str = "444455556666";
pub const PROVIDER: &str = "arn:aws:iam::111122223333:saml-provider/example";

/// A request and everything that bears on it, the policies as they are written.
#[derive(Clone, Debug)]
pub struct World {
    pub request: AuthorizationRequest,
    pub rule: ResourcePolicyRule,
    pub is_management_account: bool,
    pub is_resource_in_management: bool,
    pub is_public_access_blocked: bool,
    pub identity: Vec<Value>,
    /// All of them must allow.
    pub boundary: Option<Vec<Value>>,
    pub session: Option<Vec<Value>>,
    /// A list for each level, the root first.
    pub scps: Option<Vec<Vec<Value>>>,
    pub rcps: Option<Vec<Vec<Value>>>,
    pub resource: Option<Value>,
    pub vpc_endpoint: Option<Value>,
    /// Layers that nobody has seen; what is listed for them is what stands there in truth.
    pub unknown: Vec<PolicyLayer>,
}

impl World {
    /// The request alone.
    fn bare(request: AuthorizationRequest) -> Self {
        Self {
            request,
            rule: ResourcePolicyRule::None,
            is_management_account: false,
            is_resource_in_management: false,
            is_public_access_blocked: false,
            identity: Vec::new(),
            boundary: None,
            session: None,
            scps: None,
            rcps: None,
            resource: None,
            vpc_endpoint: None,
            unknown: Vec::new(),
        }
    }

    pub fn resource_kind(&self) -> PolicyKind {
        match self.rule {
            ResourcePolicyRule::Trust => PolicyKind::Trust,
            ResourcePolicyRule::Key => PolicyKind::Key,
            _ => PolicyKind::Resource,
        }
    }

    /// The policies as the engine takes them; an error tells of a document that it refuses.
    pub fn policies(&self) -> Result<ApplicablePolicies, String> {
        let list = |documents: &[Value], kind| documents.iter().map(|document| applied(document, kind, 0)).collect();
        let leveled = |levels: &[Vec<Value>], kind| -> Result<Vec<AppliedPolicy>, String> {
            let pairs = (0..).zip(levels).flat_map(|(level, documents)| documents.iter().map(move |one| (level, one)));
            pairs.map(|(level, document)| applied(document, kind, level)).collect()
        };
        let principal = PrincipalPolicies {
            identity: list(&self.identity, PolicyKind::Identity)?,
            permissions_boundary: self
                .boundary
                .as_deref()
                .map(|documents| list(documents, PolicyKind::Identity))
                .transpose()?,
            session: self.session.as_deref().map(|documents| list(documents, PolicyKind::Session)).transpose()?,
            scps: self.scps.as_deref().map(|levels| leveled(levels, PolicyKind::Scp)).transpose()?,
            n_scp_levels: self.scps.as_ref().map_or(0, |levels| u16::try_from(levels.len()).unwrap()),
            is_management_account: self.is_management_account,
        };
        let resource = ResourcePolicies {
            resource: list(self.resource.as_slice(), self.resource_kind())?,
            rule: self.rule,
            is_management_account: self.is_resource_in_management,
            is_public_access_blocked: self.is_public_access_blocked,
            rcps: self.rcps.as_deref().map(|levels| leveled(levels, PolicyKind::Rcp)).transpose()?,
        };
        let vpc_endpoint = self.vpc_endpoint.as_ref();
        let vpc_endpoint = vpc_endpoint.map(|document| list(std::slice::from_ref(document), PolicyKind::VpcEndpoint));
        Ok(ApplicablePolicies {
            principal: Arc::new(principal),
            resource: Arc::new(resource),
            vpc_endpoint: vpc_endpoint.transpose()?,
            unknown: self.unknown.iter().fold(LayerSet::EMPTY, |set, layer| set.with(*layer)),
        })
    }
}

fn applied(document: &Value, kind: PolicyKind, level: u16) -> Result<AppliedPolicy, String> {
    let parsed = Policy::parse(&document.to_string(), kind);
    let policy = parsed.value.ok_or_else(|| format!("{:?} in {document}", parsed.diagnostics))?;
    Ok(AppliedPolicy { level, ..AppliedPolicy::direct("case", Arc::new(policy)) })
}

/// What is asked for, with how often: an action, its resource, and what the resource's policy must do.
const QUESTIONS: &[(u32, &str, &str, ResourcePolicyRule)] = &[
    (8, "s3:GetObject", "arn:aws:s3:::b/home/alice/€", ResourcePolicyRule::Grants),
    (4, "s3:getobject", "arn:aws:s3:::b/k", ResourcePolicyRule::Grants),
    (4, "s3:ListBucket", "arn:aws:s3:::b", ResourcePolicyRule::Grants),
    (4, "sqs:SendMessage", "arn:aws:sqs:us-east-1:111122223333:q", ResourcePolicyRule::Grants),
    (4, "ec2:DescribeInstances", "*", ResourcePolicyRule::None),
    (4, "sts:AssumeRole", "arn:aws:iam::111122223333:role/editor", ResourcePolicyRule::Trust),
    (4, "kms:Decrypt", "arn:aws:kms:us-east-1:111122223333:key/1", ResourcePolicyRule::Key),
    (1, "kms:RetireGrant", "arn:aws:kms:us-east-1:111122223333:key/1", ResourcePolicyRule::Key),
    (1, "sts:GetCallerIdentity", "*", ResourcePolicyRule::None),
    (1, "s3:DeleteBucketPolicy", "arn:aws:s3:::b", ResourcePolicyRule::Grants),
    (1, "sqs:SetQueueAttributes", "arn:aws:sqs:us-east-1:111122223333:q", ResourcePolicyRule::Grants),
    (1, "sts:AssumeRoleWithSAML", "arn:aws:iam::111122223333:role/editor", ResourcePolicyRule::Trust),
    (1, "kms:DescribeKey", "arn:aws:kms:us-east-1:111122223333:alias/aws/s3", ResourcePolicyRule::Key),
];

/// Callers with their unique ids, and how often they call.
fn callers() -> Vec<(u32, (Principal, &'static str))> {
    let account = |id: &str| id.parse().unwrap();
    let arn = |text: &str| text.parse().unwrap();
    let role = |name: &str, session: &str, is_service_linked| Principal::AssumedRole {
        session: arn(&format!("arn:aws:sts::{ACCOUNT}:assumed-role/{name}/{session}")),
        role: arn(&format!("arn:aws:iam::{ACCOUNT}:role/{name}")),
        account: account(ACCOUNT),
        is_service_linked,
    };
    let user = |id: &str| Principal::User { arn: arn(&format!("arn:aws:iam::{id}:user/alice")), account: account(id) };
    let federated = Principal::FederatedUser {
        session: arn("arn:aws:sts::111122223333:federated-user/ana"),
        user: arn("arn:aws:iam::111122223333:user/alice"),
        account: account(ACCOUNT),
    };
    let federated_root = Principal::FederatedUser {
        session: arn("arn:aws:sts::111122223333:federated-user/rita"),
        user: arn("arn:aws:iam::111122223333:root"),
        account: account(ACCOUNT),
    };
    vec![
        (6, (user(ACCOUNT), "AIDAALICEEXAMPLE")),
        (2, (user(OTHER_ACCOUNT), "AIDAOTHEREXAMPLE")),
        (6, (role("editor", "monday", false), "AROAEDITOREXAMPLE:monday")),
        (4, (federated, "111122223333:ana")),
        (1, (role("linked", "s", true), "AROALINKEDEXAMPLE:s")),
        (1, (Principal::Root { account: account(ACCOUNT) }, "111122223333")),
        (1, (Principal::Root { account: account(OTHER_ACCOUNT) }, "444455556666")),
        (1, (Principal::AssumedRoot { account: account(ACCOUNT) }, "111122223333")),
        (2, (federated_root, "111122223333:rita")),
        (1, (Principal::Federated { provider: PROVIDER.into() }, "")),
        (1, (Principal::Service { name: "sns.amazonaws.com".into() }, "sns")),
        (1, (Principal::Anonymous, "anonymous")),
    ]
}

fn context() -> impl Strategy<Value = Vec<(&'static str, ContextValue)>> {
    let entry = |(key, values): (&'static str, &'static [&'static str])| {
        let one = select(values).prop_map(|value| ContextValue::One(value.into()));
        let many = prop::collection::vec(select(values), 0..4)
            .prop_map(|values| ContextValue::Many(values.into_iter().map(Into::into).collect()));
        prop_oneof![3 => one, 1 => many].prop_map(move |value| (key, value))
    };
    let entries = documents::context_values().into_iter().map(|pair| entry(pair).boxed());
    prop::collection::vec(Union::new(entries), 0..10)
}

fn request() -> impl Strategy<Value = (AuthorizationRequest, ResourcePolicyRule)> {
    let owner = prop_oneof![5 => Just(ACCOUNT), 1 => Just(OTHER_ACCOUNT)];
    let caller = Union::new_weighted(callers().into_iter().map(|(weight, caller)| (weight, Just(caller))).collect());
    let question = Union::new_weighted(QUESTIONS.iter().map(|question| (question.0, Just(question))).collect());
    (caller, question, owner, context()).prop_map(|((principal, user_id), question, owner, entries)| {
        let (_, action, resource, rule) = *question;
        let mut context = RequestContext::default();
        for (key, value) in entries {
            context.set(key, value);
        }
        if !user_id.is_empty() {
            context.set_one("aws:userid", user_id);
        }
        let resource_account = owner.parse().unwrap();
        (
            AuthorizationRequest {
                principal,
                action: action.into(),
                resource: resource.into(),
                resource_account,
                context,
            },
            rule,
        )
    })
}

/// Writes documents of a kind.
type Writer = fn(PolicyKind) -> BoxedStrategy<Value>;

/// A document of `kind` that is often no hindrance.
fn lenient(kind: PolicyKind, document: Writer) -> BoxedStrategy<Value> {
    prop_oneof![1 => Just(documents::allow_all(kind)), 2 => document(kind)].boxed()
}

/// Lists of documents by level.
fn levels(kind: PolicyKind, document: BoxedStrategy<Value>) -> impl Strategy<Value = Option<Vec<Vec<Value>>>> {
    let n_policies = if kind == PolicyKind::Scp { 1..3 } else { 0..2 };
    let empty = prop_oneof![8 => prop::collection::vec(document, n_policies), 1 => Just(Vec::new())];
    weighted(0.2, prop::collection::vec(empty, 1..4))
}

/// Worlds in which everything may matter, worlds in which the layers do, and worlds in which a
/// condition does.
pub fn world() -> BoxedStrategy<World> {
    prop_oneof![
        2 => of_documents(documents::document),
        2 => of_documents(documents::plain_document),
        1 => of_a_condition(),
    ]
    .boxed()
}

fn of_a_condition() -> impl Strategy<Value = World> {
    (request(), documents::conditional_document()).prop_map(|((mut request, _), document)| {
        let (_, (principal, _)) = callers().swap_remove(0);
        request.resource_account = principal.account().unwrap();
        World { identity: vec![document], ..World::bare(AuthorizationRequest { principal, ..request }) }
    })
}

fn of_documents(document: Writer) -> impl Strategy<Value = World> {
    let caller_half = (
        prop::collection::vec(lenient(PolicyKind::Identity, document), 0..3),
        weighted(0.5, prop::collection::vec(lenient(PolicyKind::Identity, document), 1..3)),
        weighted(0.5, prop::collection::vec(lenient(PolicyKind::Session, document), 1..3)),
        levels(PolicyKind::Scp, lenient(PolicyKind::Scp, document)),
        prop::bool::weighted(0.1),
    );
    let on_resources = [PolicyKind::Resource, PolicyKind::Trust, PolicyKind::Key];
    let resource_half = (
        weighted(0.8, on_resources.map(|kind| prop_oneof![1 => lenient(kind, document), 2 => document(kind)])),
        levels(PolicyKind::Rcp, document(PolicyKind::Rcp)),
        weighted(0.1, lenient(PolicyKind::VpcEndpoint, document)),
        prop::bool::weighted(0.1),
        prop::bool::weighted(0.3),
    );
    (request(), caller_half, resource_half).prop_map(|((request, rule), caller, resource)| {
        let (identity, boundary, session, scps, is_management_account) = caller;
        let (resource, rcps, vpc_endpoint, is_resource_in_management, is_blocked) = resource;
        let resource = resource.and_then(|[general, trust, key]| match rule {
            ResourcePolicyRule::None => None,
            ResourcePolicyRule::Grants => Some(general),
            ResourcePolicyRule::Trust => Some(trust),
            ResourcePolicyRule::Key => Some(key),
        });
        let is_public_access_blocked = is_blocked && request.action.to_lowercase().starts_with("s3:");
        let unknown = Vec::new();
        World {
            request,
            rule,
            is_management_account,
            is_resource_in_management,
            is_public_access_blocked,
            identity,
            boundary,
            session,
            scps,
            rcps,
            resource,
            vpc_endpoint,
            unknown,
        }
    })
}
