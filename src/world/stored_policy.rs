//! A policy as the world keeps it: parsed once, saved as its text.

use crate::policy::{Author, Diagnostic, Policy, PolicyKind};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::sync::Arc;

/// A policy document that its service took.
#[derive(Clone, PartialEq, Debug)]
pub struct StoredPolicy {
    kind: PolicyKind,
    is_from_aws: bool,
    policy: Arc<Policy>,
}

impl StoredPolicy {
    /// Reads a document as the service does when a customer saves it.
    ///
    /// Errors: what the service would refuse it for.
    pub fn parse(text: &str, kind: PolicyKind) -> Result<Self, Vec<Diagnostic>> {
        Self::parse_by(text, kind, Author::Customer)
    }

    /// Reads a document that AWS publishes, to which customers' size limits do not apply.
    ///
    /// Errors: the document is no policy.
    pub fn parse_by(text: &str, kind: PolicyKind, author: Author) -> Result<Self, Vec<Diagnostic>> {
        let parsed = Policy::parse_by(text, kind, author);
        let policy = parsed.value.ok_or(parsed.diagnostics)?;
        Ok(Self { kind, is_from_aws: author == Author::Aws, policy: Arc::new(policy) })
    }

    /// The policy.
    #[must_use]
    pub fn policy(&self) -> &Arc<Policy> {
        &self.policy
    }

    /// What the policy is for.
    #[must_use]
    pub fn kind(&self) -> PolicyKind {
        self.kind
    }

    /// The document as it was written.
    #[must_use]
    pub fn text(&self) -> &str {
        self.policy.text()
    }
}

/// How a stored policy is saved.
#[derive(Serialize, Deserialize)]
struct Saved {
    kind: PolicyKind,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    aws: bool,
    text: String,
}

impl Serialize for StoredPolicy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Saved { kind: self.kind, aws: self.is_from_aws, text: self.text().to_owned() }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for StoredPolicy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let saved = Saved::deserialize(deserializer)?;
        let author = if saved.aws { Author::Aws } else { Author::Customer };
        Self::parse_by(&saved.text, saved.kind, author)
            .map_err(|_| serde::de::Error::custom("a policy in this world cannot be read"))
    }
}
