//! What a call needs whose operation is real and is not carried out here.
//!
//! The caller is asked for the same permissions as AWS asks for, on what the request names; nothing is done then.
//! Which resource that is follows from the model and the request alone: an ARN that is given, or names that fill the
//! ARN of the Service Authorization Reference. Where the request does not tell, there is `*` in the ARN's place for
//! it, as for what a call is about to make. Keys that only the operation could know are not there.

use super::{ApiError, Stage, constraints};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::catalog::{Need, service_model};
use crate::glob::Glob;
use serde_json::Value;

/// The permissions that the call needs; none if there is no such operation in the models.
///
/// Errors: the request is not what the model says.
#[must_use]
pub fn checks(operation: &str, input: &Value, stage: &Stage<'_>) -> Option<Result<Vec<AccessCheck>, ApiError>> {
    let (service, name) = operation.split_once(':')?;
    let model = service_model(service)?;
    model.operation(name)?;
    if let Err(error) = constraints::check(operation, input) {
        return Some(Err(error));
    }
    let checks = model.needs(name).iter().flat_map(|need| {
        let action = format!("{service}:{}", need.action);
        resources(need, input, stage).into_iter().map(move |resource| AccessCheck::new(&action, &resource))
    });
    Some(Ok(checks.collect()))
}

/// What the request is about: all that it names by ARN, or else the first that its names fill.
fn resources(need: &Need, input: &Value, stage: &Stage<'_>) -> Vec<String> {
    if need.resources.is_empty() {
        return vec!["*".to_owned()];
    }
    let named: Vec<String> = texts(input).filter(|text| need.resources.iter().any(|arn| is_of(text, arn))).collect();
    if !named.is_empty() {
        return named;
    }
    let by_name = need.resources.iter().find_map(|arn| filled(arn, input, stage, false));
    by_name.or_else(|| filled(need.resources.first()?, input, stage, true)).unwrap_or_default()
}

/// The texts that stand in the request by themselves or in a list.
fn texts(input: &Value) -> impl Iterator<Item = String> {
    let members = input.as_object().into_iter().flat_map(|members| members.values());
    members.flat_map(of_value)
}

fn of_value(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().filter_map(Value::as_str).map(Into::into).collect(),
        _ => Vec::new(),
    }
}

fn is_of(text: &str, arn: &str) -> bool {
    let mut pattern = String::new();
    for (literal, placeholder) in parts(arn) {
        pattern.push_str(literal);
        pattern.push_str(placeholder.map_or("", |_| "*"));
    }
    text.starts_with("arn:") && Glob::new(&pattern).matches(text)
}

/// The pieces of an ARN, each before a placeholder or the end.
fn parts(arn: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    arn.split('}').map(|part| part.split_once("${").map_or((part, None), |(literal, name)| (literal, Some(name))))
}

/// The ARN with its placeholders filled: one for each value, where the request has several of the last one.
fn filled(arn: &str, input: &Value, stage: &Stage<'_>, or_star: bool) -> Option<Vec<String>> {
    let mut arns = vec![String::new()];
    for (literal, placeholder) in parts(arn) {
        for arn in &mut arns {
            arn.push_str(literal);
        }
        let Some(placeholder) = placeholder else { continue };
        let values = match placeholder {
            "Partition" => vec!["aws".to_owned()],
            "Region" => vec![stage.environment.requested_region().unwrap_or("us-east-1").to_owned()],
            "Account" => vec![stage.account().to_string()],
            _ => match of_members(placeholder, input) {
                values if values.is_empty() && or_star => vec!["*".to_owned()],
                values => values,
            },
        };
        arns = arns.iter().flat_map(|arn| values.iter().map(move |value| format!("{arn}{value}"))).collect();
    }
    let arns: Vec<String> = arns.into_iter().filter(|arn| arn.parse::<Arn>().is_ok()).collect();
    (!arns.is_empty()).then_some(arns)
}

/// What the request has under the name of a placeholder: `${InstanceId}` is filled by `InstanceIds` as well.
fn of_members(placeholder: &str, input: &Value) -> Vec<String> {
    let bare = placeholder.trim_end_matches("WithPath").trim_end_matches("WithoutLeadingSlash");
    let Some(members) = input.as_object() else { return Vec::new() };
    let is_meant = |name: &str| {
        let singular = name.strip_suffix('s').unwrap_or(name);
        [name, singular].iter().any(|name| name.eq_ignore_ascii_case(bare))
            || SYNONYMS.iter().any(|(known, member)| *known == bare && *member == name)
    };
    let found = members.iter().find(|(name, _)| is_meant(name));
    let values = found.map(|(_, value)| of_value(value)).unwrap_or_default();
    values.iter().map(|value| last_of_address(value)).collect()
}

/// The name at the end of a queue's address; else the text, without the slash that its ARN has already.
fn last_of_address(value: &str) -> String {
    let name = value.strip_prefix("https://").and_then(|address| address.rsplit('/').next());
    name.unwrap_or_else(|| value.trim_start_matches('/')).to_owned()
}

/// Members of requests that the Service Authorization Reference calls otherwise.
const SYNONYMS: &[(&str, &str)] = &[
    ("BucketName", "Bucket"),
    ("FederatedUserName", "Name"),
    ("ObjectName", "Key"),
    ("ParameterName", "Name"),
    ("QueueName", "QueueUrl"),
    ("SamlProviderName", "Name"),
    ("SecretId", "Name"),
    ("TopicName", "Name"),
    ("TrailName", "Name"),
];
