//! What is worth saying about a document beyond its grammar: its size, and variables that are none.
//!
//! These checks refuse nothing when a policy is read: documents of AWS are longer than customers may
//! write, and IAM keeps a text that only looks like a variable. [`validate`] tells everything there
//! is to tell at once. How several policies add up to a quota is not known here.

use super::diagnostic::{Diagnostic, Finding, Findings, Severity};
use super::document::{PatternElement, PolicyDocument};
use super::operator::Comparison;
use super::variable::{VariableProblem, variables};
use super::{Author, Policy, PolicyKind, applies, parse};
use crate::catalog::{ConditionKey, Quota};
use crate::rule::Rule;
use crate::span::{Span, Spanned};

/// All that is to be said of `text` as a policy of `kind`: why the service would refuse it, that it
/// is too long, and what it takes that was hardly meant. In the order of the text.
///
/// ```
/// use iam_sandbox::policy::{PolicyKind, validate};
/// let text = r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::${}"}}"#;
/// assert_eq!(validate(text, PolicyKind::Identity)[0].issue, Some("EMPTY_VARIABLE"));
/// ```
#[must_use]
pub fn validate(text: &str, kind: PolicyKind) -> Vec<Diagnostic> {
    let (document, diagnostics) = parse::document(text, kind, Author::Customer);
    let mut findings = Findings::default();
    size(text, kind).into_iter().chain(diagnostics).for_each(|diagnostic| findings.push(diagnostic));
    if let Some(document) = document {
        check_variables(&document, &mut findings);
        check_arns(&document, &mut findings);
        if kind == PolicyKind::Resource {
            applies::check(&document, &mut findings);
        }
    }
    findings.finish()
}

/// That `text` is over the quota for one policy of `kind` (rule A-80), shown on its first character.
///
/// What is weighed for an identity policy is the quota of managed policies; as an inline policy it
/// may be held to less, and on a role to more.
#[must_use]
pub fn size(text: &str, kind: PolicyKind) -> Option<Diagnostic> {
    let n_visible = || text.chars().filter(|character| !character.is_whitespace()).count();
    let (n_characters, quota, issue) = match kind {
        PolicyKind::Identity => {
            (n_visible(), Quota::ManagedPolicyCharacters, Some("POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA"))
        }
        PolicyKind::Trust => {
            (n_visible(), Quota::TrustPolicyCharacters, Some("POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA"))
        }
        PolicyKind::Resource => {
            (text.len(), Quota::BucketPolicyBytes, Some("POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA"))
        }
        PolicyKind::Session => (text.chars().count(), Quota::SessionPolicyCharacters, None),
        PolicyKind::Key => (text.len(), Quota::KeyPolicyBytes, None),
        PolicyKind::Scp => (text.chars().count(), Quota::ScpCharacters, Some("POLICY_SIZE_EXCEEDS_SCP_QUOTA")),
        PolicyKind::Rcp => (text.chars().count(), Quota::RcpCharacters, Some("POLICY_SIZE_EXCEEDS_RCP_QUOTA")),
        PolicyKind::VpcEndpoint => (text.chars().count(), Quota::VpcEndpointPolicyCharacters, None),
    };
    let limit = quota.value();
    let span = Span::new(0, text.chars().next().map_or(0, char::len_utf8));
    // These quotas differ by holder, can be raised, or are those of one service of several.
    let is_default = matches!(kind, PolicyKind::Identity | PolicyKind::Trust | PolicyKind::Resource);
    let severity = if is_default { Severity::Warning } else { Severity::Error };
    let diagnostic = Diagnostic::error(Rule::A70, issue, span, Finding::TooLarge { n_characters, limit, kind });
    (n_characters > limit).then_some(Diagnostic { severity, ..diagnostic })
}

impl Policy {
    /// Where the text, as a bucket policy, has an action that applies to none of the resources beside it. The
    /// grammar allows that; S3 does not.
    #[must_use]
    pub fn unapplied_actions(&self) -> Vec<Diagnostic> {
        let mut findings = Findings::default();
        applies::check(self.document(), &mut findings);
        findings.finish()
    }

    /// Where the text looks as if it had a variable and has none (rules A-13, A-60, A-62), or one that never
    /// has a value (A-67). IAM takes it; Access Analyzer calls it an error, since it never does what was meant.
    #[must_use]
    pub fn odd_variables(&self) -> Vec<Diagnostic> {
        let mut findings = Findings::default();
        check_variables(self.document(), &mut findings);
        findings.finish()
    }
}

impl Policy {
    /// Where a resource has a Region or an account that ARNs of its service do not have (rule A-33): nothing is called
    /// that. Services take it; Access Analyzer calls it an error.
    #[must_use]
    pub fn odd_arns(&self) -> Vec<Diagnostic> {
        let mut findings = Findings::default();
        check_arns(self.document(), &mut findings);
        findings.finish()
    }
}

fn check_arns(document: &PolicyDocument, findings: &mut Findings) {
    let resources = document.statements.iter().filter_map(|statement| statement.resource.as_ref());
    for value in resources.flat_map(|resource| &resource.patterns) {
        let fields: Vec<&str> = value.value.splitn(6, ':').collect();
        let [_, _, service @ ("s3" | "iam"), region, account, name] = fields.as_slice() else { continue };
        let is_bucket = *service == "s3" && !S3_TYPES.iter().any(|of_account| may_begin_with(name, of_account));
        // A star stands for nothing as well.
        let is_filled = |field: &str| !field.is_empty() && field != "*";
        let mut warn = |issue, is_region| {
            let finding = Finding::ArnFieldNotAllowed { service: (*service).into(), is_region };
            findings.push(Diagnostic::warning(Rule::A33, issue, value.span, finding));
        };
        if is_filled(region) && (is_bucket || *service == "iam") {
            warn("ARN_REGION_NOT_ALLOWED", true);
        } else if is_filled(account) && is_bucket {
            warn("ARN_ACCOUNT_NOT_ALLOWED", false);
        }
    }
}

/// What S3 has beside buckets and objects: in a Region, and of an account.
const S3_TYPES: [&str; 4] = ["access", "async-request/", "job/", "storage-lens"];

/// Whether a pattern may stand for something that begins so.
fn may_begin_with(pattern: &str, start: &str) -> bool {
    let lead = pattern.split(['*', '?', '$']).next().unwrap_or_default();
    lead.starts_with(start) || (lead.len() < pattern.len() && start.starts_with(lead))
}

fn check_variables(document: &PolicyDocument, findings: &mut Findings) {
    let has_variables = document.has_variables();
    for statement in &document.statements {
        let patterns = |element: &PatternElement| element.patterns.clone();
        for value in statement.resource.as_ref().map(patterns).unwrap_or_default() {
            check_value(&value, has_variables, findings);
        }
        for condition in &statement.conditions {
            let operator = condition.operator.value;
            // `Bool` has variables put in all the same; AWS's pages disagree on it.
            let is_typed = !operator.takes_variables() || operator.comparison == Comparison::Bool;
            for value in &condition.values {
                let has_some = value.value.contains("${");
                if has_some && is_typed && has_variables {
                    let finding = Finding::VariableUnderOperator(operator.to_string().into());
                    findings.push(Diagnostic::warning(Rule::A62, "INVALID_VARIABLE_FOR_OPERATOR", value.span, finding));
                } else {
                    check_value(value, has_variables, findings);
                }
            }
        }
    }
}

fn check_value(value: &Spanned<Box<str>>, has_variables: bool, findings: &mut Findings) {
    for variable in variables(&value.value) {
        let warning = |rule, issue, finding| Diagnostic::warning(rule, issue, value.span, finding);
        let diagnostic = match variable {
            Err(_) if !has_variables => continue,
            Ok("*" | "?" | "$") if has_variables => continue,
            Ok(key) if has_variables && ConditionKey::may_be_named(key) => continue,
            Ok(key) if has_variables => Diagnostic {
                severity: Severity::Warning,
                ..Diagnostic::error(Rule::A67, None, value.span, Finding::UnknownVariable(key.into()))
            },
            Ok(_) => warning(Rule::A13, "VARIABLE_UNSUPPORTED_IN_VERSION", Finding::VariableInOldVersion),
            Err(VariableProblem::Unclosed) => {
                warning(Rule::A60, "MISSING_BRACE_IN_VARIABLE", Finding::UnclosedVariable)
            }
            Err(VariableProblem::Empty) => warning(Rule::A60, "EMPTY_VARIABLE", Finding::EmptyVariable),
            Err(VariableProblem::Blank) => {
                warning(Rule::A60, "UNSUPPORTED_SPACE_IN_VARIABLE", Finding::BlankInVariable)
            }
            Err(VariableProblem::DefaultWithoutQuotes) => {
                warning(Rule::A65, "MISSING_QUOTE_IN_VARIABLE", Finding::DefaultWithoutQuotes)
            }
        };
        findings.push(diagnostic);
    }
}
