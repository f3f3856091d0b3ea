//! Trails, data events and the event history: the CloudTrail user guide on "Logging data events" and on "Working with
//! CloudTrail event history".

use super::{build, call, error, first, key, owner};
use iam_sandbox::api::{Credentials, Outcome, Sandbox};
use iam_sandbox::services::TrailRecord;
use serde_json::{Value, json};

const DAY: u32 = 86_400;

/// The first world with a trail in us-east-1, of all Regions, that records.
fn with_trail() -> Sandbox {
    let mut sandbox = first();
    build(&mut sandbox, "s3:CreateBucket", json!({ "Bucket": "trail-logs" }));
    let principal = json!({ "Service": "cloudtrail.amazonaws.com" });
    let statement = json!([
        { "Effect": "Allow", "Principal": principal, "Action": "s3:GetBucketAcl", "Resource": "arn:aws:s3:::trail-logs" },
        { "Effect": "Allow", "Principal": principal, "Action": "s3:PutObject",
          "Resource": "arn:aws:s3:::trail-logs/AWSLogs/111122223333/*",
          "Condition": { "StringEquals": { "s3:x-amz-acl": "bucket-owner-full-control" } } },
    ]);
    let policy = json!({ "Version": "2012-10-17", "Statement": statement }).to_string();
    build(&mut sandbox, "s3:PutBucketPolicy", json!({ "Bucket": "trail-logs", "Policy": policy }));
    let input = json!({ "Name": "all", "S3BucketName": "trail-logs", "IsMultiRegionTrail": true });
    build(&mut sandbox, "cloudtrail:CreateTrail", input);
    build(&mut sandbox, "cloudtrail:StartLogging", json!({ "Name": "all" }));
    sandbox
}

fn select(sandbox: &mut Sandbox, selector: Value) {
    build(sandbox, "cloudtrail:PutEventSelectors", json!({ "TrailName": "all", "EventSelectors": [selector] }));
}

/// bob reads an object; the trails that recorded it.
fn read_by_bob(sandbox: &mut Sandbox) -> Vec<String> {
    let bob = Credentials::Key(key(sandbox, "bob"));
    call(sandbox, bob, "s3:GetObject", json!({ "Bucket": "payroll", "Key": "may.csv" }));
    newest(sandbox).trails.iter().map(ToString::to_string).collect()
}

fn newest(sandbox: &Sandbox) -> TrailRecord {
    sandbox.records().next().unwrap()
}

#[test]
fn data_events_are_recorded_once_a_selector_asks_for_them() {
    let mut sandbox = with_trail();
    assert!(read_by_bob(&mut sandbox).is_empty(), "trails record no data events by default");
    let object = |value: &str| json!([{ "Type": "AWS::S3::Object", "Values": [value] }]);
    for (values, is_recorded) in [
        ("arn:aws:s3", true),
        ("arn:aws:s3:::payroll/", true),
        ("arn:aws:s3:::payroll/may", true),
        ("arn:aws:s3:::reports-prod/", false),
    ] {
        select(&mut sandbox, json!({ "DataResources": object(values) }));
        assert_eq!(!read_by_bob(&mut sandbox).is_empty(), is_recorded, "{values}");
    }
    select(&mut sandbox, json!({ "ReadWriteType": "WriteOnly", "DataResources": object("arn:aws:s3") }));
    assert!(read_by_bob(&mut sandbox).is_empty());
    assert_eq!(sandbox.events().len(), 3, "what no trail recorded is nowhere");
}

#[test]
fn a_trail_that_is_stopped_records_its_end_and_no_more() {
    let mut sandbox = with_trail();
    let root = || Credentials::Root("111122223333".parse().unwrap());
    call(&mut sandbox, root(), "cloudtrail:StopLogging", json!({ "Name": "all" }));
    assert_eq!(newest(&sandbox).trails.len(), 1);
    call(&mut sandbox, root(), "iam:ListUsers", json!({}));
    let record = newest(&sandbox);
    assert!(record.trails.is_empty());
    assert!(record.is_kept(), "the event history goes on");
}

fn look_up(sandbox: &mut Sandbox, input: Value) -> Vec<String> {
    let answered = build(sandbox, "cloudtrail:LookupEvents", input);
    let events = answered["Events"].as_array().unwrap();
    events.iter().map(|event| event["EventName"].as_str().unwrap().to_owned()).collect()
}

fn by(key: &str, value: &str) -> Value {
    json!({ "LookupAttributes": [{ "AttributeKey": key, "AttributeValue": value }] })
}

/// The lookup attributes of the API reference, `LookupAttribute`.
#[test]
fn events_are_looked_up_by_each_attribute() {
    let mut sandbox = first();
    let alice = Credentials::Key(key(&sandbox, "alice"));
    let root = Credentials::Root("111122223333".parse().unwrap());
    call(&mut sandbox, root.clone(), "iam:CreateUser", json!({ "UserName": "erin" }));
    call(&mut sandbox, alice.clone(), "iam:ListUsers", json!({}));
    call(&mut sandbox, alice.clone(), "s3:GetObject", json!({ "Bucket": "payroll", "Key": "may.csv" }));
    let id = newest_management_id(&sandbox);
    assert_eq!(look_up(&mut sandbox, json!({})), ["ListUsers", "CreateUser"], "newest first, no data events");
    let key = alice.access_key_id().unwrap();
    for (attribute, value, expected) in [
        ("EventId", id.as_str(), vec!["ListUsers"]),
        ("EventName", "CreateUser", vec!["CreateUser"]),
        ("ReadOnly", "true", vec!["ListUsers"]),
        ("ReadOnly", "false", vec!["CreateUser"]),
        ("Username", "alice", vec!["ListUsers"]),
        ("Username", "root", vec!["CreateUser"]),
        ("ResourceType", "AWS::IAM::User", vec!["CreateUser"]),
        ("ResourceName", "erin", vec!["CreateUser"]),
        ("EventSource", "iam.amazonaws.com", vec!["ListUsers", "CreateUser"]),
        ("EventSource", "sts.amazonaws.com", vec![]),
        ("AccessKeyId", key, vec!["ListUsers"]),
    ] {
        assert_eq!(look_up(&mut sandbox, by(attribute, value)), expected, "{attribute} {value}");
    }
}

fn newest_management_id(sandbox: &Sandbox) -> String {
    let record = sandbox.records().find(|record| record.is_management).unwrap();
    record.event["eventID"].as_str().unwrap().to_owned()
}

/// "The past 90 days of management events in an AWS Region", of the own account.
#[test]
fn the_event_history_ends_after_90_days_and_at_the_account_and_the_region() {
    let mut sandbox = first();
    let dana = Credentials::Key(key(&sandbox, "dana"));
    call(&mut sandbox, dana.clone(), "iam:ListUsers", json!({}));
    assert!(look_up(&mut sandbox, json!({})).is_empty(), "of another account");
    let listed = |sandbox: &mut Sandbox| {
        let answer = call(sandbox, dana.clone(), "cloudtrail:LookupEvents", by("EventName", "ListUsers"));
        let Outcome::Done(output) = answer.outcome else { panic!("{:?}", answer.outcome) };
        output["Events"].as_array().unwrap().len()
    };
    assert_eq!(listed(&mut sandbox), 1);
    sandbox.advance_clock(90 * DAY);
    assert_eq!(listed(&mut sandbox), 0);
}

#[test]
fn pages_follow_each_other() {
    let mut sandbox = first();
    let root = Credentials::Root("111122223333".parse().unwrap());
    for name in ["a", "b", "c"] {
        call(&mut sandbox, root.clone(), "iam:CreateUser", json!({ "UserName": name }));
    }
    let page = build(&mut sandbox, "cloudtrail:LookupEvents", json!({ "MaxResults": 2 }));
    let names = |page: &Value| -> Vec<Value> {
        let events = page["Events"].as_array().unwrap();
        events.iter().map(|event| event["Resources"][0]["ResourceName"].clone()).collect()
    };
    assert_eq!(names(&page), ["c", "b"]);
    // What is done between two pages is not on the second.
    call(&mut sandbox, root, "iam:CreateUser", json!({ "UserName": "d" }));
    let input = json!({ "MaxResults": 2, "NextToken": page["NextToken"] });
    let page = build(&mut sandbox, "cloudtrail:LookupEvents", input);
    assert_eq!(names(&page), ["a"]);
    assert!(page.get("NextToken").is_none());
    let wrong = call(&mut sandbox, owner(), "cloudtrail:LookupEvents", json!({ "NextToken": "x" }));
    assert_eq!(error(&wrong).0, "InvalidNextTokenException");
}

#[test]
fn a_range_that_ends_before_it_begins_and_two_attributes_are_refused() {
    let mut sandbox = first();
    let range = json!({ "StartTime": "2026-11-21T10:00:00Z", "EndTime": "2026-11-21T09:00:00Z" });
    let answer = call(&mut sandbox, owner(), "cloudtrail:LookupEvents", range);
    assert_eq!(error(&answer).0, "InvalidTimeRangeException");
    let attribute = json!({ "AttributeKey": "EventName", "AttributeValue": "CreateUser" });
    let input = json!({ "LookupAttributes": [attribute, attribute] });
    let answer = call(&mut sandbox, owner(), "cloudtrail:LookupEvents", input);
    assert_eq!(error(&answer).0, "InvalidLookupAttributesException");
}
