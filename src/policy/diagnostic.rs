//! What is wrong with a document, as facts with places. Sentences are made in [`crate::text`].

use super::document::Effect;
use super::kind::{ElementName, PolicyKind};
use crate::rule::Rule;
use crate::span::{LineIndex, Position, Span};

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
    /// Another place that has to do with it: the first of two names, the bracket that is open.
    pub related: Option<Span>,
    /// What is wrong with them.
    pub finding: Finding,
}

impl Diagnostic {
    /// A problem for which the service refuses the document.
    #[must_use]
    pub fn error(rule: Rule, issue: Option<&'static str>, span: Span, finding: Finding) -> Self {
        Self { rule, issue, severity: Severity::Error, span, related: None, finding }
    }

    /// A problem that the service does not mind.
    #[must_use]
    pub fn warning(rule: Rule, issue: &'static str, span: Span, finding: Finding) -> Self {
        Self { severity: Severity::Warning, ..Self::error(rule, Some(issue), span, finding) }
    }

    /// The code of the error that the service answers to a policy of `kind` with this problem; none
    /// if the service takes it.
    #[must_use]
    pub fn api_error(&self, kind: PolicyKind) -> Option<&'static str> {
        match self.finding {
            _ if self.severity != Severity::Error => None,
            Finding::TooLarge { .. } => kind.size_error(),
            _ => Some(kind.malformed_error()),
        }
    }

    /// Where the words begin and end, as editors count.
    #[must_use]
    pub fn range(&self, text: &str, lines: &LineIndex) -> (Position, Position) {
        let at = |offset: u32| lines.position(text, offset as usize);
        (at(self.span.start), at(self.span.end))
    }
}

/// The most problems of one document that are kept; nobody reads so many.
pub const MAX_DIAGNOSTICS: usize = 1_000;

/// Problems while they are found.
#[derive(Default, Debug)]
pub(crate) struct Findings(Vec<Diagnostic>);

impl Findings {
    pub(crate) fn push(&mut self, diagnostic: Diagnostic) {
        if !self.is_full() {
            self.0.push(diagnostic);
        }
    }

    /// Whether something was found.
    pub(crate) fn is_some(&self) -> bool {
        !self.0.is_empty()
    }

    /// Whether further problems would be dropped.
    pub(crate) fn is_full(&self) -> bool {
        self.0.len() >= MAX_DIAGNOSTICS
    }

    /// Whether one of the problems found so far begins within `span`.
    pub(crate) fn has_problem_at(&self, span: Span) -> bool {
        self.0.iter().any(|diagnostic| span.contains(diagnostic.span.start))
    }

    /// In the order of the text, each once.
    pub(crate) fn finish(mut self) -> Vec<Diagnostic> {
        crate::ordered::sort_by_key(&mut self.0, |diagnostic| {
            (diagnostic.span.start, diagnostic.span.end, diagnostic.rule)
        });
        self.0.dedup_by_key(|diagnostic| (diagnostic.span, diagnostic.rule));
        self.0
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
    /// A string, a number, `true` or `false`.
    Scalar,
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
    /// A comma with nothing before it.
    ExtraComma,
    /// A comma with nothing after it.
    TrailingComma,
    /// A colon is missing before this value, or after this name.
    ColonMissing,
    /// A `=` for a colon, or a `;` for a comma.
    WrongSeparator {
        /// As written.
        found: char,
        /// What JSON wants.
        expected: char,
    },
    /// A value without a name in an object.
    NameMissing,
    /// A name without double quotes.
    NameWithoutQuotes,
    /// A value is missing before this.
    ValueMissing,
    /// A value without double quotes.
    ValueWithoutQuotes,
    /// `True`, `None` and the like; with the word that JSON has.
    MisspelledWord(&'static str),
    /// A comment; JSON has none.
    Comment,
    /// Quotes other than JSON's.
    WrongQuotes(char),
    /// A string that does not end.
    UnclosedString,
    /// A string with more text right behind it: a quote is missing or one too many.
    StringEndsEarly,
    /// A string that goes on in the next line.
    LineBreak,
    /// A tab or the like in a string.
    ControlCharacter(char),
    /// `\` before a character that needs none, or before the end.
    BadEscape,
    /// Half of a pair of `\u` escapes.
    LoneSurrogate,
    /// A number that is written in a way JSON does not know.
    BadNumber,
    /// `{` or `[` without its end.
    Unclosed,
    /// `}` or `]` without its beginning.
    Unopened(char),
    /// A bracket that closes one of the other kind.
    WrongBracket {
        /// As written.
        found: char,
        /// What would close the bracket.
        expected: char,
    },
    /// More text after the end of the document.
    TextAfterEnd,
    /// Too many brackets inside each other to be read.
    TooDeep,
    /// A blank that JSON does not know, or a character that takes no room.
    StrangeBlank(char),
    /// Anything else that does not belong there.
    Unexpected(char),
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
    /// The text is longer than the quota for policies of its kind.
    TooLarge {
        /// Characters that count.
        n_characters: usize,
        /// The most of them.
        limit: usize,
        /// The kind of the policy.
        kind: PolicyKind,
    },
    /// Characters that policies may not hold.
    ForbiddenCharacter {
        /// The first of them.
        found: char,
        /// What was probably meant.
        suggestion: Option<char>,
    },
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
    /// `Statement` is an empty list.
    NoStatement,
    /// `Version` is neither of the two dates.
    InvalidVersion(Box<str>),
    /// SCPs and RCPs must carry the newer version.
    VersionRequired(PolicyKind),
    /// `Effect` is neither `Allow` nor `Deny`.
    InvalidEffect {
        /// As written.
        found: Box<str>,
        /// The effect that was probably meant.
        suggestion: Option<Effect>,
    },
    /// An RCP written by a customer may only deny.
    OnlyDenyAllowed,
    /// An RCP must name everyone and narrow by conditions.
    OnlyEveryoneAllowed,
    /// An RCP may not take in every action at once.
    BareStarAction,
    /// The services of an RCP's action do not support RCPs, or are not named in full.
    NoRcpSupport(Box<str>),
    /// `Sid` has characters other than letters and digits.
    InvalidSid(Box<str>),
    /// Two statements have the same `Sid`.
    DuplicateSid(Box<str>),
    /// An action that is neither `*` nor `prefix:name`.
    InvalidAction {
        /// As written.
        found: Box<str>,
        /// The action that was probably meant.
        suggestion: Option<Box<str>>,
    },
    /// A resource that is neither `*` nor begins with `arn:`.
    InvalidResource {
        /// As written.
        found: Box<str>,
        /// The resource that was probably meant.
        suggestion: Option<Box<str>>,
    },
    /// An ARN that does not name its service, or that has a wildcard there.
    InvalidService(Box<str>),
    /// A wildcard in the word that says of which type an IAM resource is.
    WildcardInResourceType(Box<str>),
    /// A variable where there are none.
    VariableNotAllowed(ElementName),
    /// A variable in an ARN before its resource.
    VariableBeforeResource(Box<str>),
    /// A Region or an account where ARNs of a service have none.
    ArnFieldNotAllowed {
        /// `s3` or `iam`.
        service: Box<str>,
        /// Whether it is the Region.
        is_region: bool,
    },
    /// An ARN whose second field is no partition of AWS.
    InvalidPartition(Box<str>),
    /// An ARN with fewer than six fields in a session policy or a resource policy.
    ShortArn(Box<str>),
    /// A principal that is neither `"*"` nor a map.
    InvalidPrincipalFormat,
    /// A principal map with a key other than AWS's four.
    InvalidPrincipalKey {
        /// As written.
        found: Box<str>,
        /// The key that was probably meant.
        suggestion: Option<&'static str>,
    },
    /// A wildcard as part of a principal.
    PartialWildcard(Box<str>),
    /// A group as principal.
    GroupPrincipal(Box<str>),
    /// A text under `AWS` that cannot be a principal.
    InvalidPrincipal(Box<str>),
    /// A text that cannot be a service principal.
    InvalidServicePrincipal {
        /// As written.
        found: Box<str>,
        /// The principal that was probably meant.
        suggestion: Option<Box<str>>,
    },
    /// A text that cannot be an identity provider.
    InvalidFederatedPrincipal(Box<str>),
    /// A federated principal in a policy that is no trust policy.
    FederatedOutsideTrust(PolicyKind),
    /// A text that cannot be a canonical user.
    InvalidCanonicalUser(Box<str>),
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
    /// `${` without `}`.
    UnclosedVariable,
    /// `${}`
    EmptyVariable,
    /// A variable with a blank in its name.
    BlankInVariable,
    /// A variable whose default does not stand in single quotes.
    DefaultWithoutQuotes,
    /// A variable under an operator that takes none.
    VariableUnderOperator(Box<str>),
    /// A variable in a document of the older version, where it is plain text.
    VariableInOldVersion,
    /// An action of a bucket policy that no resource of its statement fits.
    ActionAppliesToNothing {
        /// As written.
        action: Box<str>,
        /// Whether it is about objects, and not about buckets.
        is_on_objects: bool,
    },
    /// A variable of a name that no condition key has.
    UnknownVariable(Box<str>),
}
