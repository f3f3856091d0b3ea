//! AWS's errors, in AWS's words.

use crate::policy::{Diagnostic, Finding};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;

/// An error as the service answers it. The message is AWS's, or typical of it, and stays English.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ApiError {
    /// For example `NoSuchEntity`.
    pub code: Cow<'static, str>,
    /// The HTTP status.
    pub status: u16,
    /// The sentence.
    pub message: String,
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

impl ApiError {
    /// An error with its code, status and sentence.
    #[must_use]
    pub fn new(code: &'static str, status: u16, message: impl Into<String>) -> Self {
        Self { code: Cow::Borrowed(code), status, message: message.into() }
    }

    /// 404: an entity that is not there (rule E-45).
    #[must_use]
    pub fn no_such_entity(what: &str, name: &str) -> Self {
        Self::new("NoSuchEntity", 404, format!("The {what} with name {name} cannot be found."))
    }

    /// 409: a name that is taken (rule E-3).
    #[must_use]
    pub fn already_exists(what: &str, name: &str) -> Self {
        Self::new("EntityAlreadyExists", 409, format!("{what} with name {name} already exists."))
    }

    /// 409: a quota (rule E-8).
    #[must_use]
    pub fn limit_exceeded(message: impl Into<String>) -> Self {
        Self::new("LimitExceeded", 409, message)
    }

    /// 400: a value that the operation does not take.
    #[must_use]
    pub fn validation(message: impl Into<String>) -> Self {
        Self::new("ValidationError", 400, message)
    }

    /// 400: a document that is no policy of its kind; S3 has a code of its own for it.
    #[must_use]
    pub fn malformed(code: &'static str, diagnostics: &[Diagnostic]) -> Self {
        let message = diagnostics.first().map_or("Syntax errors in policy.", |first| sentence(&first.finding));
        Self::new(code, 400, message)
    }
}

/// What IAM typically answers to a document with this problem.
fn sentence(finding: &Finding) -> &'static str {
    use crate::policy::ElementName as E;
    match finding {
        Finding::Json(_) | Finding::NotAnObject => "This policy contains invalid Json",
        Finding::ElementNotAllowed { element: E::Principal | E::NotPrincipal, .. } => {
            "Policy document should not specify a principal."
        }
        Finding::ElementNotAllowed { element: E::Resource | E::NotResource, .. } => "Has prohibited field Resource",
        Finding::MissingElement { element: E::Principal, .. } => "Missing required field Principal",
        Finding::MissingElement { element: E::Effect, .. } => "Missing required field Effect",
        Finding::MissingElement { element: E::Action, .. } => "Policy statement must contain actions.",
        Finding::MissingElement { element: E::Resource, .. } => "Policy statement must contain resources.",
        Finding::DuplicateSid(_) => "Statement IDs (SID) in a single policy must be unique.",
        Finding::InvalidSid(_) => {
            "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*"
        }
        Finding::InvalidAction { .. } | Finding::InvalidConditionKey(_) => {
            "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc."
        }
        Finding::InvalidResource { .. } => "Resource must be in ARN format or \"*\".",
        Finding::InvalidService(_) => "Resource vendor must be fully qualified and cannot contain regexes.",
        Finding::InvalidPrincipal(_)
        | Finding::GroupPrincipal(_)
        | Finding::PartialWildcard(_)
        | Finding::InvalidServicePrincipal { .. }
        | Finding::InvalidFederatedPrincipal(_)
        | Finding::InvalidCanonicalUser(_) => "Invalid principal in policy",
        _ => "Syntax errors in policy.",
    }
}
