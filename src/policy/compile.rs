//! A policy document in the form that is quick to evaluate.
//!
//! Actions are folded to lower case and indexed, short ARNs completed, condition keys
//! folded, values of typed operators read once. Every compiled statement and item has the
//! index of the one it was made from, so that a trace can point back at the text.
//!
//! It does not know requests: what depends on one, as variables do, is left to be put in.

mod index;
mod operand;

pub use index::{ActionMatch, FoldedAction, Found};
pub use operand::Operand;

use super::document::{Condition, Effect, PatternElement, PolicyDocument, PrincipalElement, Statement};
use super::kind::PolicyKind;
use super::operator::ConditionOperator;
use super::variable::{TemplatePart, parse_template};
use crate::fingerprint::fingerprint;
use crate::glob::{Glob, GlobBuilder};
use index::ActionIndex;
use std::borrow::Cow;

/// All statements of a document, in its order.
#[derive(Clone, PartialEq, Debug)]
pub struct CompiledPolicy {
    /// One for each statement of the document.
    pub statements: Vec<CompiledStatement>,
    index: ActionIndex,
    n_comparisons: usize,
}

impl CompiledPolicy {
    fn new(statements: Vec<CompiledStatement>) -> Self {
        let index = ActionIndex::new(&statements);
        let n_comparisons = statements.iter().map(CompiledStatement::n_comparisons).sum();
        Self { statements, index, n_comparisons }
    }

    /// The statements that an action concerns, in the order of the document.
    #[must_use]
    pub fn find<'a>(&'a self, action: &'a FoldedAction) -> Found<'a> {
        self.index.find(&self.statements, action)
    }

    /// How many elements there are to compare, each statement as a whole counted with them.
    #[must_use]
    pub fn n_comparisons(&self) -> usize {
        self.n_comparisons
    }
}

/// One statement, ready to be compared with requests.
#[derive(Clone, PartialEq, Debug)]
pub struct CompiledStatement {
    /// What it does with the requests that it matches.
    pub effect: Effect,
    /// Who it is about; none in kinds without principals.
    pub principal: Option<PrincipalElement>,
    /// Compared with the action in lower case.
    pub action: CompiledPatterns,
    /// None where the policy hangs on its resource.
    pub resource: Option<CompiledPatterns>,
    /// All of them must hold.
    pub conditions: Vec<CompiledCondition>,
}

impl CompiledStatement {
    fn n_comparisons(&self) -> usize {
        // Action, resource, and the statement as a whole.
        3 + usize::from(self.principal.is_some()) + self.conditions.len()
    }
}

/// A list of patterns, or its complement.
#[derive(Clone, PartialEq, Debug)]
pub struct CompiledPatterns {
    /// Whether everything but these is meant.
    pub is_negated: bool,
    /// In the order of the document.
    pub patterns: Vec<Template>,
}

/// A pattern that is known, or that depends on the request.
#[derive(Clone, PartialEq, Debug)]
pub enum Template {
    /// Without variables.
    Fixed(Glob),
    /// With variables.
    Variable {
        /// Text and variables in their order.
        parts: Box<[TemplatePart]>,
        /// Whether `*` and `?` in the text are wildcards. In values put in they never are.
        has_wildcards: bool,
    },
}

impl Template {
    /// Whether a variable stands for a key that is wanted.
    pub fn has_variable(&self, is_wanted: impl Fn(&str) -> bool) -> bool {
        let Self::Variable { parts, .. } = self else { return false };
        parts.iter().any(|part| matches!(part, TemplatePart::Variable { key, .. } if is_wanted(key)))
    }

    /// Whether the whole of `text` fits; nothing does if a variable has neither value nor default
    /// (rule A-67). `value_of` gets keys in lower case.
    pub fn matches<'a>(&self, text: &str, value_of: impl Fn(&str) -> Option<&'a str>) -> bool {
        match self {
            Self::Fixed(glob) => glob.matches(text),
            Self::Variable { parts, has_wildcards } => {
                may_begin(parts, *has_wildcards, text)
                    && self.build(value_of).is_some_and(|pattern| pattern.matches(text))
            }
        }
    }

    /// The pattern with values put in for its variables; none if one has neither value nor default
    /// (rule A-67). `value_of` gets keys in lower case.
    pub fn resolve<'a>(&self, value_of: impl Fn(&str) -> Option<&'a str>) -> Option<Cow<'_, Glob>> {
        match self {
            Self::Fixed(glob) => Some(Cow::Borrowed(glob)),
            Self::Variable { .. } => self.build(value_of).map(|pattern| Cow::Owned(pattern.build())),
        }
    }

    /// The parts put together; none also where there is nothing to put together.
    pub(crate) fn build<'a>(&self, value_of: impl Fn(&str) -> Option<&'a str>) -> Option<GlobBuilder> {
        let Self::Variable { parts, has_wildcards } = self else { return None };
        let mut builder = GlobBuilder::default();
        for part in parts {
            match part {
                TemplatePart::Text(text) if *has_wildcards => builder.push_pattern(text),
                TemplatePart::Text(text) => builder.push_literal(text),
                TemplatePart::Literal(text) => builder.push_literal(text),
                TemplatePart::Variable { key, default } => {
                    builder.push_literal(value_of(key).or(default.as_deref())?);
                }
            }
        }
        Some(builder)
    }
}

/// Whether `text` has what stands before the first wildcard and the first variable: most texts that
/// do not fit end here, before any value is looked up.
fn may_begin(parts: &[TemplatePart], has_wildcards: bool, text: &str) -> bool {
    let Some(TemplatePart::Text(first)) = parts.first() else { return true };
    let plain = if has_wildcards { first.split(['*', '?']).next().unwrap_or_default() } else { first };
    text.starts_with(plain)
}

/// One line of a condition.
#[derive(Clone, PartialEq, Debug)]
pub struct CompiledCondition {
    /// How to compare.
    pub operator: ConditionOperator,
    /// In lower case.
    pub key: Box<str>,
    /// By which the key is looked up.
    pub fingerprint: u32,
    /// What to compare with.
    pub values: Vec<CompiledValue>,
}

/// A value of a condition as text, as a pattern, and as its operator reads it.
#[derive(Clone, PartialEq, Debug)]
pub struct CompiledValue {
    /// As written.
    pub text: Box<str>,
    /// With variables if the operator and the document take them, and with wildcards if the operator does.
    pub template: Template,
    /// As the operator reads it.
    pub operand: Operand,
}

/// Compiles `document`, which is of kind `kind`.
#[must_use]
pub fn compile(document: &PolicyDocument, kind: PolicyKind) -> CompiledPolicy {
    let compiler = Compiler { has_variables: document.has_variables(), kind };
    CompiledPolicy::new(document.statements.iter().map(|statement| compiler.statement(statement)).collect())
}

struct Compiler {
    has_variables: bool,
    kind: PolicyKind,
}

impl Compiler {
    fn statement(&self, statement: &Statement) -> CompiledStatement {
        CompiledStatement {
            effect: statement.effect.value,
            principal: statement.principal.clone(),
            action: actions(&statement.action),
            resource: statement.resource.as_ref().map(|element| self.resources(element)),
            conditions: statement.conditions.iter().map(|condition| self.condition(condition)).collect(),
        }
    }

    fn resources(&self, element: &PatternElement) -> CompiledPatterns {
        let patterns = element.patterns.iter().map(|pattern| self.template(&self.complete(&pattern.value), true));
        CompiledPatterns { is_negated: element.is_negated, patterns: patterns.collect() }
    }

    /// An ARN with missing fields stands for any value of these in an identity policy.
    fn complete(&self, text: &str) -> String {
        let n_fields = text.splitn(6, ':').count();
        if self.kind == PolicyKind::Identity && text.starts_with("arn:") && n_fields < 6 {
            format!("{text}{}", ":*".repeat(6 - n_fields))
        } else {
            text.to_owned()
        }
    }

    fn condition(&self, condition: &Condition) -> CompiledCondition {
        let operator = condition.operator.value;
        let values = condition.values.iter().map(|value| {
            let template = if operator.takes_variables() {
                self.template(&value.value, operator.takes_wildcards())
            } else {
                Template::Fixed(Glob::literal(&value.value))
            };
            let operand = Operand::read(operator.comparison, &value.value, &template);
            CompiledValue { text: value.value.clone(), template, operand }
        });
        let key: Box<str> = condition.key.value.to_ascii_lowercase().into();
        CompiledCondition { operator, fingerprint: fingerprint(key.as_bytes()), key, values: values.collect() }
    }

    fn template(&self, text: &str, has_wildcards: bool) -> Template {
        if self.has_variables && text.contains("${") {
            let parts = parse_template(text);
            let has_keys = parts.iter().any(|part| matches!(part, TemplatePart::Variable { .. }));
            let template = Template::Variable { parts: parts.into(), has_wildcards };
            // A text whose only variables are `${*}` and the like is the same for every request.
            let fixed = template.resolve(|_| None).map(Cow::into_owned);
            return fixed.filter(|_| !has_keys).map_or(template, Template::Fixed);
        }
        Template::Fixed(if has_wildcards { Glob::new(text) } else { Glob::literal(text) })
    }
}

/// Actions have no case and no variables (rules ).
fn actions(element: &PatternElement) -> CompiledPatterns {
    let glob = |text: &str| Template::Fixed(Glob::new(&text.to_ascii_lowercase()));
    let patterns = element.patterns.iter().map(|pattern| glob(&pattern.value));
    CompiledPatterns { is_negated: element.is_negated, patterns: patterns.collect() }
}
