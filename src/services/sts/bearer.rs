//! Sessions of those who show a token or an assertion: what it says of the session (rules F-19, F-41).

use super::role_session::{self, Asked};
use super::session::PolicyDescriptor;
use super::tags::{self, Tag};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::eval::Principal;
use crate::federation::{ATTRIBUTES, Assertion, Token};
use crate::services::{ApiError, Stage};
use crate::world::SessionFacts;
use serde_json::Value;

/// The session that somebody is to get.
#[derive(Clone, Debug)]
pub(super) struct Bearer {
    /// The name of the session.
    name: String,
    tags: Vec<Tag>,
    transitive: Vec<String>,
    /// Who is behind it.
    source_identity: Option<String>,
}

impl Bearer {
    /// As a token says.
    pub(super) fn of_token(token: &Token, name: &str) -> Self {
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
    pub(super) fn of_assertion(assertion: &Assertion) -> Option<Self> {
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
    pub(super) fn checks(&self, action: &str, role: &Arn) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(role_session::checks(action, role, &self.name, &self.facts()?, |check| {
            let name = self.source_identity.iter();
            name.fold(check, |check, name| check.with("sts:SourceIdentity", name))
        }))
    }

    /// Makes the session, and begins the answer with it.
    pub(super) fn open(self, asked: AskedByBearer, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let role = role_session::find(stage, &asked.role)?;
        let provider = match stage.caller.caller().map(|caller| &caller.principal) {
            Some(Principal::Federated { provider }) => Some(provider.clone()),
            _ => None,
        };
        let facts = SessionFacts { provider, ..self.facts()? };
        let AskedByBearer { seconds, policy, policy_arns, .. } = asked;
        role_session::open(Asked { name: self.name, seconds, policy, policy_arns, tags: self.tags }, role, facts, stage)
    }
}

/// What the call itself asks for; the rest stands in what is shown.
pub(super) struct AskedByBearer {
    pub(super) role: Arn,
    pub(super) seconds: Option<u32>,
    pub(super) policy: Option<String>,
    pub(super) policy_arns: Vec<PolicyDescriptor>,
}
