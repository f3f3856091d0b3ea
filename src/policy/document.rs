//! A policy document as it was written: the elements of the grammar with their places.

use super::operator::ConditionOperator;
use crate::arn::{AccountId, Arn};
use crate::span::{Span, Spanned};

/// The version of the policy language. The newer one has variables; nothing else differs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Version {
    /// `2008-10-17`, also what a document without `Version` is.
    V2008,
    /// `2012-10-17`
    V2012,
}

/// What a statement does with the requests that it matches.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Effect {
    /// `Allow`
    Allow,
    /// `Deny`
    Deny,
}

impl Effect {
    /// The word as it stands in a document.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Allow => "Allow",
            Self::Deny => "Deny",
        }
    }
}

/// A whole document.
#[derive(Clone, PartialEq, Debug)]
pub struct PolicyDocument {
    /// As written; none means the older version.
    pub version: Option<Spanned<Version>>,
    /// In the order of the text, which has no meaning.
    pub statements: Vec<Statement>,
    /// From `{` to `}`.
    pub span: Span,
}

impl PolicyDocument {
    /// Whether `${…}` stands for a value in this document.
    #[must_use]
    pub fn has_variables(&self) -> bool {
        self.version.is_some_and(|version| version.value == Version::V2012)
    }
}

/// One statement.
#[derive(Clone, PartialEq, Debug)]
pub struct Statement {
    /// From `{` to `}`.
    pub span: Span,
    /// Its name, if it has one.
    pub sid: Option<Spanned<Box<str>>>,
    /// What it does.
    pub effect: Spanned<Effect>,
    /// Who it is about; only in kinds that have principals.
    pub principal: Option<PrincipalElement>,
    /// Which actions it is about.
    pub action: PatternElement,
    /// Which resources it is about; none where the policy hangs on its resource.
    pub resource: Option<PatternElement>,
    /// All of them must hold.
    pub conditions: Vec<Condition>,
    /// The whole `Condition` element.
    pub condition_span: Option<Span>,
}

/// `Action`, `NotAction`, `Resource` or `NotResource`.
#[derive(Clone, PartialEq, Debug)]
pub struct PatternElement {
    /// Whether it is the `Not…` form.
    pub is_negated: bool,
    /// Name and value.
    pub span: Span,
    /// As written, without quotes; the spans include the quotes.
    pub patterns: Vec<Spanned<Box<str>>>,
}

/// `Principal` or `NotPrincipal`.
#[derive(Clone, PartialEq, Debug)]
pub struct PrincipalElement {
    /// Whether it is `NotPrincipal`.
    pub is_negated: bool,
    /// Name and value.
    pub span: Span,
    /// Any of them may fit.
    pub entries: Vec<Spanned<PrincipalEntry>>,
}

/// One value of a principal element (rule A-78).
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PrincipalEntry {
    /// `"*"` or `{"AWS": "*"}`
    Everyone,
    /// An account id or the account's root ARN: the account as a whole.
    Account(AccountId),
    /// A user, a role, a role session or a federated user session.
    Arn(Arn),
    /// `AIDA…` or `AROA…`: what is left of a principal that was deleted.
    UniqueId(Box<str>),
    /// A SAML or OIDC provider.
    Federated(Box<str>),
    /// A service, for example `ec2.amazonaws.com`.
    Service(Box<str>),
    /// An S3 canonical user.
    CanonicalUser(Box<str>),
}

/// One line of a condition: an operator, a key and the values it is compared with.
#[derive(Clone, PartialEq, Debug)]
pub struct Condition {
    /// The operator with its qualifier and suffix.
    pub operator: Spanned<ConditionOperator>,
    /// The key as written.
    pub key: Spanned<Box<str>>,
    /// As written; numbers and booleans as their text.
    pub values: Vec<Spanned<Box<str>>>,
    /// Key and values.
    pub span: Span,
}
