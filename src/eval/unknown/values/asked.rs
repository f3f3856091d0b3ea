//! What statements ask of each key that is not known.

use super::super::super::applicable::{ApplicablePolicies, PolicyLayer};
use super::super::super::context::RequestContext;
use super::super::super::request::{AuthorizationRequest, ContextValue};
use super::super::survey::Survey;
use super::super::texts::TextTest;
use super::template::{Fill, Pieces, pieces, solve};
use crate::clock::Timestamp;
use crate::decimal::Decimal;
use crate::policy::{Comparison, Condition, PrincipalEntry, TemplatePart, parse_template};
use ipnet::IpNet;
use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;

/// How many values of a variable are tried in a template of another key.
const MAX_FILLED: usize = 64;

/// What is asked of one key.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    pub(super) texts: Vec<TextTest>,
    pub(super) numbers: Vec<String>,
    pub(super) moments: Vec<Timestamp>,
    pub(super) ranges: Vec<IpNet>,
    pub(super) is_truth: bool,
    pub(super) has_qualifier: bool,
    /// Values that make something else fit.
    pub(super) values: BTreeSet<String>,
    /// Values of policies with variables that are not known either.
    templates: Vec<Template>,
}

/// A value of a policy that this key is compared with.
#[derive(Clone, Debug)]
struct Template {
    parts: Vec<TemplatePart>,
    comparison: Comparison,
}

pub(super) type ByKey = BTreeMap<Box<str>, Asked>;

pub(super) fn by_key(request: &AuthorizationRequest, policies: &ApplicablePolicies, survey: &Survey) -> ByKey {
    let mut asked = ByKey::new();
    let context = &request.context;
    for open in &survey.open {
        let Some((statement, has_variables)) = open.document(policies) else { continue };
        let parts = |text: &str| match has_variables {
            true => parse_template(text),
            false => vec![TemplatePart::Text(text.into())],
        };
        if let Some(resource) = statement.resource.as_ref().filter(|_| open.depends_by_resource) {
            for pattern in &resource.patterns {
                variables(&parts(&pattern.value), Comparison::StringLike, &[&request.resource], context, &mut asked);
            }
        }
        for line in &open.lines {
            if let Some(condition) = statement.conditions.get(usize::from(*line)) {
                of_condition(condition, &parts, context, &mut asked);
            }
        }
    }
    if context.is_unknown("aws:userid") {
        let ids = unique_ids(policies);
        if !ids.is_empty() {
            asked.entry("aws:userid".into()).or_default().values.extend(ids);
        }
    }
    asked
}

/// What the entries for deleted principals want `aws:userid` to be (B-36).
fn unique_ids(policies: &ApplicablePolicies) -> Vec<String> {
    let known = PolicyLayer::ALL.into_iter().filter(|layer| !policies.unknown.contains(*layer));
    let statements =
        known.flat_map(|layer| policies.layer(layer)).flat_map(|applied| &applied.policy.document().statements);
    let entries = statements.filter_map(|statement| statement.principal.as_ref()).flat_map(|element| &element.entries);
    let ids = entries.filter_map(|entry| match &entry.value {
        PrincipalEntry::UniqueId(id) => Some([id.to_string(), format!("{id}:session")]),
        _ => None,
    });
    ids.flatten().chain(["AIDAANYBODYELSE".into()]).collect()
}

fn of_condition(
    condition: &Condition,
    parts: &dyn Fn(&str) -> Vec<TemplatePart>,
    context: &RequestContext,
    asked: &mut ByKey,
) {
    let operator = condition.operator.value;
    let key: Box<str> = condition.key.value.to_ascii_lowercase().into();
    let is_unknown = context.is_unknown(&key);
    if is_unknown {
        asked.entry(key.clone()).or_default().has_qualifier |= operator.qualifier.is_some();
    }
    let given: Vec<&str> =
        context.get(&key).map(ContextValue::values).unwrap_or_default().iter().map(|v| &**v).collect();
    for value in &condition.values {
        let parts = if operator.takes_variables() {
            parts(&value.value)
        } else {
            vec![TemplatePart::Text(value.value.clone())]
        };
        let is_open = variables(&parts, operator.comparison, &given, context, asked);
        if is_open && operator.comparison == Comparison::ArnLike {
            // A variable may stand for a whole ARN, and a text that is none fits nothing.
            let keys = unknown_variables(&parts, context).into_iter().chain(is_unknown.then(|| key.clone()));
            keys.for_each(|key| asked.entry(key).or_default().texts.push(TextTest::any_arn()));
        }
        if is_unknown {
            let asked = asked.entry(key.clone()).or_default();
            match is_open {
                true => asked.templates.push(Template { parts, comparison: operator.comparison }),
                false => test(&parts, operator.comparison, &value.value, context, asked),
            }
        }
    }
}

/// Notes the values of unknown variables that make `parts` fit one of the texts; says whether there are
/// unknown variables.
fn variables(
    parts: &[TemplatePart],
    comparison: Comparison,
    targets: &[&str],
    context: &RequestContext,
    asked: &mut ByKey,
) -> bool {
    let keys = unknown_variables(parts, context);
    for key in &keys {
        let asked = asked.entry(key.clone()).or_default();
        let hole = |name: &str| if name == &**key { Fill::Hole } else { fill(name, context) };
        if let Some(pieces) = pieces(parts, comparison, &hole) {
            asked.values.extend(targets.iter().flat_map(|target| solve(&pieces, comparison, target)));
        }
    }
    !keys.is_empty()
}

fn unknown_variables(parts: &[TemplatePart], context: &RequestContext) -> BTreeSet<Box<str>> {
    let key = |part: &TemplatePart| match part {
        TemplatePart::Variable { key, .. } => context.is_unknown(key).then(|| key.clone()),
        _ => None,
    };
    crate::ordered::set(parts.iter().filter_map(key))
}

fn fill(key: &str, context: &RequestContext) -> Fill {
    match context.variable(key) {
        _ if context.is_unknown(key) => Fill::Anything,
        Some(value) => Fill::Text(value.to_owned()),
        None => Fill::Nothing,
    }
}

/// Adds what a value without unknown variables asks.
fn test(parts: &[TemplatePart], comparison: Comparison, text: &str, context: &RequestContext, asked: &mut Asked) {
    use Comparison as C;
    match comparison {
        C::StringEquals | C::StringLike | C::StringEqualsIgnoreCase | C::ArnLike => {
            let pieces = pieces(parts, comparison, &|key| fill(key, context));
            asked.texts.extend(pieces.and_then(|pieces| pieces.test(comparison)));
        }
        C::Bool => asked.is_truth = true,
        C::BinaryEquals => asked.texts.push(TextTest::literal(text)),
        C::NumericEquals
        | C::NumericLessThan
        | C::NumericLessThanEquals
        | C::NumericGreaterThan
        | C::NumericGreaterThanEquals => asked.numbers.extend(Decimal::parse(text).map(|_| text.trim().to_owned())),
        C::DateEquals | C::DateLessThan | C::DateLessThanEquals | C::DateGreaterThan | C::DateGreaterThanEquals => {
            asked.moments.extend(Timestamp::parse(text));
        }
        C::IpAddress => {
            let range = text.parse().ok().or_else(|| text.parse::<IpAddr>().ok().map(IpNet::from));
            asked.ranges.extend(range);
        }
        C::Null => {}
    }
}

/// For templates with unknown variables: what would make them fit the values tried for the key itself.
pub(super) fn solve_by_candidates(
    asked: &mut ByKey,
    request: &AuthorizationRequest,
    candidates: &BTreeMap<Box<str>, Vec<String>>,
) {
    for (key, of_key) in asked.clone() {
        let targets: Vec<&str> =
            candidates.get(&key).into_iter().flatten().take(MAX_FILLED).map(String::as_str).collect();
        for template in &of_key.templates {
            variables(&template.parts, template.comparison, &targets, &request.context, asked);
        }
    }
}

/// For templates with unknown variables: what they ask once each value tried for the variable stands in.
pub(super) fn fill_with_candidates(
    asked: &mut ByKey,
    request: &AuthorizationRequest,
    candidates: &BTreeMap<Box<str>, Vec<String>>,
) {
    for of_key in asked.values_mut() {
        for template in of_key.templates.clone() {
            let keys: Vec<Box<str>> = unknown_variables(&template.parts, &request.context).into_iter().collect();
            for values in assignments(&keys, candidates) {
                let fill = |key: &str| match values.get(key) {
                    Some(value) => Fill::Text(value.clone()),
                    None => fill(key, &request.context),
                };
                let test = pieces(&template.parts, template.comparison, &fill);
                of_key.texts.extend(test.and_then(|pieces: Pieces| pieces.test(template.comparison)));
            }
        }
    }
}

/// Values for several keys at once, not more than [`MAX_FILLED`].
fn assignments(keys: &[Box<str>], candidates: &BTreeMap<Box<str>, Vec<String>>) -> Vec<BTreeMap<Box<str>, String>> {
    let mut all = vec![BTreeMap::new()];
    for key in keys {
        let values = candidates.get(key).map(Vec::as_slice).unwrap_or_default();
        let extended = all.iter().flat_map(|chosen: &BTreeMap<Box<str>, String>| {
            values.iter().map(move |value| {
                let mut chosen = chosen.clone();
                chosen.insert(key.clone(), value.clone());
                chosen
            })
        });
        all = extended.take(MAX_FILLED).collect();
    }
    all
}
