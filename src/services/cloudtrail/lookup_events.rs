//! `cloudtrail:LookupEvents`: the event history: management events of the last 90 days, of the account and Region of
//! the call, newest first. Data events are never in it.

use super::input;
use crate::authz::AccessCheck;
use crate::clock::Timestamp;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, TrailRecord};
use data_encoding::BASE64;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        lookup_attributes: Vec<LookupAttribute>,
        start_time: Option<Value>,
        end_time: Option<Value>,
        max_results: Option<usize>,
        next_token: Option<String>,
    }
}

request! {
    struct LookupAttribute {
        attribute_key: String,
        attribute_value: String,
    }
}

/// `cloudtrail:LookupEvents`
#[derive(Clone, Copy, Debug)]
pub(crate) struct LookupEvents;

/// How far back the event history goes.
const DAYS: i64 = 90;

/// Events in an answer, at the most and unless less is asked for.
const MOST_RESULTS: usize = 50;

impl Operation for LookupEvents {
    type Input = Input;

    const NAME: &'static str = "cloudtrail:LookupEvents";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let attribute = match input.lookup_attributes.as_slice() {
            [] => None,
            [one] => Some(one),
            _ => return Err(invalid("InvalidLookupAttributesException", "You can only specify one lookup attribute.")),
        };
        let first = stage.now.plus_seconds(-DAYS * 86_400);
        let start = moment(input.start_time.as_ref())?.map_or(first, |start| start.max(first));
        let end = moment(input.end_time.as_ref())?.unwrap_or(stage.now);
        if start > end {
            return Err(invalid("InvalidTimeRangeException", "The start time must be before the end time."));
        }
        let (account, region) = (stage.account(), input::region(stage));
        let is_here = |record: &TrailRecord| {
            record.account == account
                && record.is_management
                && *record.text("/awsRegion") == *region
                && (start..=end).contains(&record.at)
        };
        let fits = |record: &TrailRecord| attribute.is_none_or(|attribute| attribute.fits(record));
        let found = stage.past.records().filter(|record| is_here(record) && fits(record));
        page(found, input.next_token.as_deref(), input.max_results.unwrap_or(MOST_RESULTS).clamp(1, MOST_RESULTS))
    }
}

/// The events after the one that the token tells of, and a token if there are more.
fn page(found: impl Iterator<Item = TrailRecord>, token: Option<&str>, n_events: usize) -> Result<Value, ApiError> {
    let mut found = found.peekable();
    if let Some(token) = token {
        let unknown = || invalid("InvalidNextTokenException", "The token is not valid.");
        let last = BASE64.decode(token.as_bytes()).map_err(|_| unknown())?;
        found.find(|record| record.text("/eventID").as_bytes() == last).ok_or_else(unknown)?;
    }
    let events: Vec<TrailRecord> = found.by_ref().take(n_events).collect();
    let mut output = json!({ "Events": events.iter().map(event).collect::<Vec<Value>>() });
    if let Some(last) = events.last().filter(|_| found.peek().is_some()) {
        output["NextToken"] = BASE64.encode(last.text("/eventID").as_bytes()).into();
    }
    Ok(output)
}

impl LookupAttribute {
    fn fits(&self, record: &TrailRecord) -> bool {
        let wanted = self.attribute_value.as_str();
        match self.attribute_key.as_str() {
            "EventId" => record.text("/eventID") == wanted,
            "EventName" => record.text("/eventName") == wanted,
            "EventSource" => record.text("/eventSource") == wanted,
            "AccessKeyId" => record.access_key_id() == wanted,
            "Username" => record.user_name() == wanted,
            "ReadOnly" => is_read_only(record) == wanted,
            "ResourceName" => resources(record).iter().any(|(_, name)| *name == wanted),
            "ResourceType" => resources(record).iter().any(|(kind, _)| *kind == wanted),
            _ => false,
        }
    }
}

fn is_read_only(record: &TrailRecord) -> &'static str {
    if record.event["readOnly"] == true { "true" } else { "false" }
}

fn event(record: &TrailRecord) -> Value {
    let resource = |(kind, name): &(&str, &str)| json!({ "ResourceType": kind, "ResourceName": name });
    let mut event = json!({
        "EventId": record.text("/eventID"), "EventName": record.text("/eventName"), "ReadOnly": is_read_only(record),
    });
    if !record.access_key_id().is_empty() {
        event["AccessKeyId"] = record.access_key_id().into();
    }
    event["EventTime"] = json!(record.at);
    event["EventSource"] = record.text("/eventSource").into();
    if !record.user_name().is_empty() {
        event["Username"] = record.user_name().into();
    }
    event["Resources"] = resources(record).iter().map(resource).collect();
    event["CloudTrailEvent"] = record.event.to_string().into();
    event
}

/// Parameters that name a resource, with its type.
const NAMED: [(&str, &str); 8] = [
    ("accessKeyId", "AWS::IAM::AccessKey"),
    ("bucketName", "AWS::S3::Bucket"),
    ("groupName", "AWS::IAM::Group"),
    ("instanceProfileName", "AWS::IAM::InstanceProfile"),
    ("policyArn", "AWS::IAM::Policy"),
    ("roleArn", "AWS::IAM::Role"),
    ("roleName", "AWS::IAM::Role"),
    ("userName", "AWS::IAM::User"),
];

/// Types and names of the resources that a call was about.
fn resources(record: &TrailRecord) -> Vec<(&'static str, &str)> {
    let named = |(member, kind): &(&str, &'static str)| {
        let name = record.event.get("requestParameters")?.get(member)?.as_str()?;
        Some((*kind, name))
    };
    NAMED.iter().filter_map(named).collect()
}

/// A time is a text or, from JSON, a number of seconds.
fn moment(value: Option<&Value>) -> Result<Option<Timestamp>, ApiError> {
    let Some(value) = value else { return Ok(None) };
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let at = Timestamp::parse(&text);
    at.map(Some).ok_or_else(|| invalid("InvalidTimeRangeException", "The time range is not valid."))
}

fn invalid(code: &'static str, message: &str) -> ApiError {
    ApiError::new(code, 400, message)
}
