//! A policy document in the form that is quick to evaluate.
//!
//! Actions are folded to lower case, short ARNs completed, condition keys folded
//! values of typed operators read once. Every compiled statement and item has the index of
//! the one it was made from, so that a trace can point back at the text.

use super::document::{Condition, Effect, PatternElement, PolicyDocument, PrincipalElement, Statement};
use super::kind::PolicyKind;
use super::operator::ConditionOperator;
use super::variable::{TemplatePart, parse_template};
use crate::glob::{Glob, GlobBuilder};
use std::borrow::Cow;

/// All statements of a document, in its order.
#[derive(Clone, PartialEq, Debug)]
pub struct CompiledPolicy {
    /// One for each statement of the document.
    pub statements: Vec<CompiledStatement>,
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
    /// The pattern with values put in for its variables; none if one has neither value nor default
    /// (rule A-67). `value_of` gets keys in lower case.
    pub fn resolve<'a>(&self, value_of: impl Fn(&str) -> Option<&'a str>) -> Option<Cow<'_, Glob>> {
        let (parts, has_wildcards) = match self {
            Self::Fixed(glob) => return Some(Cow::Borrowed(glob)),
            Self::Variable { parts, has_wildcards } => (parts, *has_wildcards),
        };
        let mut builder = GlobBuilder::default();
        for part in parts {
            match part {
                TemplatePart::Text(text) if has_wildcards => builder.push_pattern(text),
                TemplatePart::Text(text) => builder.push_literal(text),
                TemplatePart::Literal(text) => builder.push_literal(text),
                TemplatePart::Variable { key, default } => {
                    builder.push_literal(value_of(key).or(default.as_deref())?);
                }
            }
        }
        Some(Cow::Owned(builder.build()))
    }
}

/// One line of a condition.
#[derive(Clone, PartialEq, Debug)]
pub struct CompiledCondition {
    /// How to compare.
    pub operator: ConditionOperator,
    /// In lower case.
    pub key: Box<str>,
    /// What to compare with.
    pub values: Vec<CompiledValue>,
}

/// A value of a condition as text and, where wildcards or variables matter, as a pattern.
#[derive(Clone, PartialEq, Debug)]
pub struct CompiledValue {
    /// As written.
    pub text: Box<str>,
    /// With variables if the operator and the document take them, and with wildcards if the operator does.
    pub template: Template,
}

/// Compiles `document`, which is of kind `kind`.
#[must_use]
pub fn compile(document: &PolicyDocument, kind: PolicyKind) -> CompiledPolicy {
    let compiler = Compiler { has_variables: document.has_variables(), kind };
    CompiledPolicy { statements: document.statements.iter().map(|statement| compiler.statement(statement)).collect() }
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
        let values = condition.values.iter().map(|value| CompiledValue {
            text: value.value.clone(),
            template: if operator.takes_variables() {
                self.template(&value.value, operator.takes_wildcards())
            } else {
                Template::Fixed(Glob::literal(&value.value))
            },
        });
        CompiledCondition { operator, key: condition.key.value.to_ascii_lowercase().into(), values: values.collect() }
    }

    fn template(&self, text: &str, has_wildcards: bool) -> Template {
        if self.has_variables && text.contains("${") {
            let template = Template::Variable { parts: parse_template(text).into(), has_wildcards };
            // A text whose only variables are `${*}` and the like is the same for every request.
            let fixed = template.resolve(|_| None).map(Cow::into_owned);
            let has_keys = parse_template(text).iter().any(|part| matches!(part, TemplatePart::Variable { .. }));
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
