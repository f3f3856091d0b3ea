//! Sessions of those who show a token or an assertion: what it says of the session (rules F-19, F-41).

use super::role_session::{self, Asked};
use super::session::PolicyDescriptor;
use super::tags::{self, Tag};
use crate::arn::Arn;
use crate::authz::{AccessCheck, Caller};
use crate::eval::{Principal, RequestContext};
use crate::federation::{ATTRIBUTES, Assertion, Token};
use crate::services::{ApiError, Stage};
use crate::world::SessionFacts;
use serde_json::Value;
use std::collections::BTreeMap;

/// The session that somebody is to get.
#[derive(Clone, Debug)]
pub(in crate::services) struct Bearer {
    /// The name of the session.
    name: String,
    tags: Vec<Tag>,
    transitive: Vec<String>,
    /// Who is behind it.
    source_identity: Option<String>,
}

impl Bearer {
    /// As a token says.
    pub(in crate::services) fn of_token(token: &Token, name: &str) -> Self {
        let claim = token.claims.get("https://aws.amazon.com/tags");
        let texts = |value: Option<&Value>| -> Vec<String> {
            let list = value.and_then(Value::as_array);
            list.into_iter().flatten().filter_map(Value::as_str).map(Into::into).collect()
        };
        let passed = claim.and_then(|claim| claim.get("principal_tags")).and_then(Value::as_object);
        let tags = passed.into_iter().flatten().flat_map(|(key, values)| {
            texts(Some(values)).into_iter().map(|value| Tag::new(key, &value)).collect::<Vec<_>>()
        });
        let source_identity = token.claims.get("https://aws.amazon.com/source_identity").and_then(Value::as_str);
        Self {
            name: name.to_owned(),
            tags: tags.collect(),
            transitive: texts(claim.and_then(|claim| claim.get("transitive_tag_keys"))),
            source_identity: source_identity.map(Into::into),
        }
    }

    /// As an assertion says; none if it gives the session no name that a session can have.
    pub(in crate::services) fn of_assertion(assertion: &Assertion) -> Option<Self> {
        let values = |name: &str| assertion.values(&format!("{ATTRIBUTES}{name}"));
        let prefix = format!("{ATTRIBUTES}PrincipalTag:");
        let passed =
            assertion.attributes.iter().filter_map(|(name, values)| Some((name.strip_prefix(&*prefix)?, values)));
        Some(Self {
            name: assertion.session_name()?.to_owned(),
            tags: passed.flat_map(|(key, values)| values.iter().map(move |value| Tag::new(key, value))).collect(),
            transitive: values("TransitiveTagKeys").iter().map(ToString::to_string).collect(),
            source_identity: values("SourceIdentity").first().map(ToString::to_string),
        })
    }

    fn facts(&self) -> Result<SessionFacts, ApiError> {
        let source_identity = self.source_identity.as_deref().map(Into::into);
        Ok(SessionFacts { source_identity, ..tags::read(&self.tags, &self.transitive, None)? })
    }

    /// The permissions that the call needs.
    pub(in crate::services) fn checks(&self, action: &str, role: &Arn) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(role_session::checks(action, role, &self.name, &self.facts()?, |check| {
            let name = self.source_identity.iter();
            name.fold(check, |check, name| check.with("sts:SourceIdentity", name))
        }))
    }

    /// Makes the session, and begins the answer with it.
    pub(in crate::services) fn open(self, asked: AskedByBearer, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let role = role_session::find(stage, &asked.role)?;
        let (provider, claims) = match stage.caller.caller() {
            Some(Caller { principal: Principal::Federated { provider }, context, .. }) => {
                (Some(provider.clone()), lasting_claims(provider, context))
            }
            _ => (None, BTreeMap::new()),
        };
        let facts = SessionFacts { provider, claims, ..self.facts()? };
        let AskedByBearer { seconds, policy, policy_arns, .. } = asked;
        role_session::open(Asked { name: self.name, seconds, policy, policy_arns, tags: self.tags }, role, facts, stage)
    }
}

/// Of what built-in providers say, who somebody is and for whom goes on with the session, so that policies can have
/// `${cognito-identity.amazonaws.com:sub}`; what other providers say is told to the trust policy alone (table B-47).
fn lasting_claims(provider: &str, context: &RequestContext) -> BTreeMap<Box<str>, Box<str>> {
    let keys = ["aud", "sub"].map(|claim| format!("{provider}:{claim}"));
    let told = keys.iter().filter(|_| !provider.starts_with("arn:"));
    told.filter_map(|key| Some((key.as_str().into(), context.single(&key.to_ascii_lowercase())?.into()))).collect()
}

/// What the call itself asks for; the rest stands in what is shown.
pub(in crate::services) struct AskedByBearer {
    pub(in crate::services) role: Arn,
    pub(in crate::services) seconds: Option<u32>,
    pub(in crate::services) policy: Option<String>,
    pub(in crate::services) policy_arns: Vec<PolicyDescriptor>,
}
