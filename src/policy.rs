//! Policies: what was written, what it means, and what is wrong with it.
//!
//! [`Policy::parse`] reads a document of a given [`PolicyKind`] and never fails as a whole: it
//! returns what it could read together with [`Diagnostic`]s, each with a place in the text. A
//! [`Policy`] holds the text, the document with its spans, and a compiled form for the evaluator.
//!
//! This layer knows the grammar (part A of the rules). It does not know who has a policy, whether
//! the users it names exist, or how several policies combine.
//!
//! ```
//! use iam_sandbox::policy::{Policy, PolicyKind};
//! let parsed = Policy::parse(r#"{"Statement": {"Effect": "allow", "Action": "s3:*", "Resource": "*"}}"#, PolicyKind::Identity);
//! assert!(parsed.value.is_none());
//! assert_eq!(parsed.diagnostics[0].rule.code(), "A-17");
//! ```

mod applies;
mod check;
pub mod compile;
mod diagnostic;
mod document;
mod json;
mod kind;
mod operator;
mod parse;
mod print;
mod public;
mod variable;

pub use check::{size, validate};
pub use diagnostic::{Diagnostic, Finding, JsonProblem, JsonType, MAX_DIAGNOSTICS, Severity};
pub use document::{
    Condition, Effect, PatternElement, PolicyDocument, PrincipalElement, PrincipalEntry, Statement, Version,
};
pub use kind::{ElementName, PolicyKind};
pub use operator::{Comparison, ConditionOperator, Qualifier};
pub use print::{pretty, pretty_value};
pub use variable::{TemplatePart, parse_template};

use compile::CompiledPolicy;
use std::sync::Arc;

/// The most characters that are read of one document of a customer, whatever its kind: what the APIs
/// of IAM and KMS take (rule A-9).
pub const MAX_DOCUMENT_CHARACTERS: usize = 131_072;

/// Whether a document comes from a learner, and the API's limits hold, or from AWS.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Author {
    /// Written by a customer: the API's size limit holds.
    Customer,
    /// Published by AWS: some managed policies are longer than a customer may write.
    Aws,
}

/// What parsing yields: a value if the text is usable, and everything there is to say about it.
#[derive(Clone, PartialEq, Debug)]
pub struct Parsed<T> {
    /// What was read; none if there is an error among the diagnostics.
    pub value: Option<T>,
    /// Problems in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// A policy that can be evaluated: its text, its parts with their places, and its compiled form.
#[derive(Clone, PartialEq, Debug)]
pub struct Policy {
    text: Arc<str>,
    document: PolicyDocument,
    compiled: CompiledPolicy,
}

impl Policy {
    /// Reads `text` as a policy of `kind`, as the service would when a customer saves it.
    ///
    /// The value is present exactly if no diagnostic is an error.
    #[must_use]
    pub fn parse(text: &str, kind: PolicyKind) -> Parsed<Self> {
        Self::parse_by(text, kind, Author::Customer)
    }

    /// Reads `text` as a policy of `kind` written by `author`.
    #[must_use]
    pub fn parse_by(text: &str, kind: PolicyKind, author: Author) -> Parsed<Self> {
        let (document, diagnostics) = parse::document(text, kind, author);
        let is_usable = !diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
        let value = document.filter(|_| is_usable).map(|document| {
            let compiled = compile::compile(&document, kind);
            Self { text: text.into(), document, compiled }
        });
        Parsed { value, diagnostics }
    }

    /// The text as it was written.
    #[must_use]
    pub fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// The parts of the text, with their places.
    #[must_use]
    pub fn document(&self) -> &PolicyDocument {
        &self.document
    }

    /// The form that the evaluator reads.
    #[must_use]
    pub fn compiled(&self) -> &CompiledPolicy {
        &self.compiled
    }

    /// Whether S3 calls a bucket public that has this policy (rule C-43).
    #[must_use]
    pub fn is_public(&self) -> bool {
        public::is_public(&self.document)
    }

    /// Characters that count toward IAM's size quotas: all but white space (rule A-80).
    #[must_use]
    pub fn n_counted_characters(&self) -> usize {
        self.text.chars().filter(|character| !character.is_whitespace()).count()
    }
}
