//! What is wrong with a document, as facts with places. Sentences are made in [`crate::text`].

use super::kind::{ElementName, PolicyKind};
use crate::rule::Rule;
use crate::span::Span;

/// How much a problem matters; the names are Access Analyzer's.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Severity {
    /// The service refuses the document.
    Error,
    /// The service takes it, and it allows more than is wise.
    SecurityWarning,
    /// The service takes it, and it is not what was meant.
    Warning,
    /// It could be said better.
    Suggestion,
}

/// One problem of a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// The rule that the text breaks.
    pub rule: Rule,
    /// Access Analyzer's name of the problem, where it has one.
    pub issue: Option<&'static str>,
    /// How much it matters.
    pub severity: Severity,
    /// The words that are wrong.
    pub span: Span,
    /// What is wrong with them.
    pub finding: Finding,
}

impl Diagnostic {
    /// A problem for which the service refuses the document.
    #[must_use]
    pub fn error(rule: Rule, issue: Option<&'static str>, span: Span, finding: Finding) -> Self {
        Self { rule, issue, severity: Severity::Error, span, finding }
    }
}

/// A type of JSON value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum JsonType {
    /// `{…}`
    Object,
    /// A string.
    String,
    /// A string, or a list of strings.
    Strings,
    /// An object, or a list of objects.
    Objects,
    /// A string, a number, `true` or `false`, or a list of these.
    Scalars,
}

/// Why a text is not JSON.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum JsonProblem {
    /// Nothing there.
    Empty,
    /// A comma is missing before this place.
    CommaMissing,
    /// A comma with nothing after it.
    TrailingComma,
    /// A colon is missing after a name.
    ColonMissing,
    /// A value is missing.
    ValueMissing,
    /// A name without double quotes.
    NameWithoutQuotes,
    /// A comment; JSON has none.
    Comment,
    /// Single quotes instead of double quotes.
    SingleQuotes,
    /// A string that does not end, or with a bad escape.
    BadString,
    /// A number that is written in a way JSON does not know.
    BadNumber,
    /// `{` or `[` without its end.
    Unclosed,
    /// `}` or `]` without its beginning.
    Unopened,
    /// More text after the end of the document.
    TextAfterEnd,
    /// Too many brackets inside each other to be read.
    TooDeep,
    /// Anything else that does not belong there.
    Unexpected,
}

/// What is wrong, as facts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Finding {
    /// The text is not JSON.
    Json(JsonProblem),
    /// The text is longer than the API takes.
    TooLong {
        /// Characters in the text.
        n_characters: usize,
        /// The most that the API takes.
        limit: usize,
    },
    /// A character that policies may not hold.
    ForbiddenCharacter(char),
    /// The same name twice in one object.
    DuplicateKey(Box<str>),
    /// The same condition key twice in one operator, spelled with different case.
    DuplicateConditionKey(Box<str>),
    /// A name that is no element here.
    UnknownElement {
        /// As written.
        found: Box<str>,
        /// The element that was probably meant.
        suggestion: Option<ElementName>,
    },
    /// An element that policies of this kind do not have.
    ElementNotAllowed {
        /// The element.
        element: ElementName,
        /// The kind of the policy.
        kind: PolicyKind,
    },
    /// Two elements that exclude each other.
    ExclusiveElements(ElementName, ElementName),
    /// An element that must be there.
    MissingElement {
        /// The element.
        element: ElementName,
        /// The kind of the policy.
        kind: PolicyKind,
    },
    /// A value of the wrong JSON type.
    WrongType {
        /// The element that holds the value.
        element: ElementName,
        /// What would be right.
        expected: JsonType,
    },
    /// The document is not a JSON object.
    NotAnObject,
    /// `Version` is neither of the two dates.
    InvalidVersion(Box<str>),
    /// SCPs and RCPs must carry the newer version.
    VersionRequired(PolicyKind),
    /// `Effect` is neither `Allow` nor `Deny`.
    InvalidEffect(Box<str>),
    /// An RCP written by a customer may only deny.
    OnlyDenyAllowed,
    /// An RCP must name everyone and narrow by conditions.
    OnlyEveryoneAllowed,
    /// An RCP may not take in every action at once.
    BareStarAction,
    /// `Sid` has characters other than letters and digits.
    InvalidSid(Box<str>),
    /// Two statements have the same `Sid`.
    DuplicateSid(Box<str>),
    /// An action that is neither `*` nor `prefix:name`.
    InvalidAction(Box<str>),
    /// A resource that is neither `*` nor begins with `arn:`.
    InvalidResource(Box<str>),
    /// An ARN whose second field is no partition of AWS.
    InvalidPartition(Box<str>),
    /// An ARN with fewer than six fields in a session policy or a resource policy.
    ShortArn(Box<str>),
    /// A principal that is neither `"*"` nor a map.
    InvalidPrincipalFormat,
    /// A principal map with a key other than AWS's four.
    InvalidPrincipalKey(Box<str>),
    /// A wildcard as part of a principal.
    PartialWildcard(Box<str>),
    /// A group as principal.
    GroupPrincipal(Box<str>),
    /// A text that cannot be a principal of its kind.
    InvalidPrincipal(Box<str>),
    /// A condition operator that does not exist.
    UnknownOperator {
        /// As written.
        found: Box<str>,
        /// The operator that was probably meant.
        suggestion: Option<Box<str>>,
    },
    /// `NullIfExists`.
    NullWithIfExists,
    /// A condition key that is not of the form `prefix:name`.
    InvalidConditionKey(Box<str>),
}
