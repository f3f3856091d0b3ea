//! Queues, topics, tables and secrets: made, asked about, and opened to others by a policy of their own (rule C-13).

use super::{build, call, first, key, owner};
use iam_sandbox::api::{Credentials, Outcome, Question, Sandbox};
use serde_json::{Value, json};

const BOB: &str = "arn:aws:iam::111122223333:user/bob";

fn policy(action: &str, resource: &Value) -> String {
    let statement = json!({ "Effect": "Allow", "Principal": { "AWS": BOB }, "Action": action, "Resource": resource });
    json!({ "Version": "2012-10-17", "Statement": [statement] }).to_string()
}

fn may(sandbox: &Sandbox, action: &str, resource: &Value) -> bool {
    let bob = Credentials::Key(key(sandbox, "bob"));
    sandbox.preview(&Question::new(bob, action, resource.as_str().unwrap())).is_allowed()
}

/// Amazon SQS developer guide, "Basic examples of Amazon SQS policies".
#[test]
fn a_queue_is_opened_and_closed_by_its_policy() {
    let mut sandbox = first();
    let made = build(&mut sandbox, "sqs:CreateQueue", json!({ "QueueName": "MyQueue" }));
    let url = "https://sqs.us-east-1.amazonaws.com/111122223333/MyQueue";
    assert_eq!(made, json!({ "QueueUrl": url }));
    let arn = json!("arn:aws:sqs:us-east-1:111122223333:MyQueue");
    assert!(!may(&sandbox, "sqs:SendMessage", &arn));
    let set = |sandbox: &mut Sandbox, policy: &str| {
        call(sandbox, owner(), "sqs:SetQueueAttributes", json!({ "QueueUrl": url, "Attributes": { "Policy": policy } }))
    };
    let text = policy("sqs:SendMessage", &arn);
    assert_eq!(set(&mut sandbox, &text).error(), None);
    assert!(may(&sandbox, "sqs:SendMessage", &arn));
    assert!(!may(&sandbox, "sqs:ReceiveMessage", &arn));
    let input = json!({ "QueueUrl": url, "AttributeNames": ["Policy", "QueueArn"] });
    let shown = build(&mut sandbox, "sqs:GetQueueAttributes", input);
    assert_eq!(shown["Attributes"], json!({ "Policy": text, "QueueArn": arn }));
    assert_eq!(set(&mut sandbox, "{}").error().unwrap().code, "InvalidAttributeValue");
    assert_eq!(set(&mut sandbox, "").error(), None);
    assert!(!may(&sandbox, "sqs:SendMessage", &arn));
    build(&mut sandbox, "sqs:DeleteQueue", json!({ "QueueUrl": url }));
    let gone = set(&mut sandbox, &text);
    assert_eq!(gone.error().unwrap().code, "AWS.SimpleQueueService.NonExistentQueue");
}

/// Amazon SNS developer guide, "Example cases for Amazon SNS access control".
#[test]
fn a_topic_is_opened_by_its_policy() {
    let mut sandbox = first();
    let made = build(&mut sandbox, "sns:CreateTopic", json!({ "Name": "MyTopic" }));
    let arn = json!("arn:aws:sns:us-east-1:111122223333:MyTopic");
    assert_eq!(made["TopicArn"], arn);
    assert!(!may(&sandbox, "sns:Publish", &arn));
    let value = policy("sns:Publish", &arn);
    let input = json!({ "TopicArn": arn, "AttributeName": "Policy", "AttributeValue": value });
    build(&mut sandbox, "sns:SetTopicAttributes", input);
    assert!(may(&sandbox, "sns:Publish", &arn));
    assert_eq!(build(&mut sandbox, "sns:ListTopics", json!({}))["Topics"], json!([{ "TopicArn": arn }]));
    build(&mut sandbox, "sns:DeleteTopic", json!({ "TopicArn": arn }));
    let gone = call(&mut sandbox, owner(), "sns:GetTopicAttributes", json!({ "TopicArn": arn }));
    assert_eq!((&*gone.error().unwrap().code, gone.error().unwrap().status), ("NotFound", 404));
}

/// AWS Secrets Manager user guide, "Resource-based policies"; the ARN ends in a hyphen and six characters.
#[test]
fn a_secret_is_opened_by_its_policy() {
    let mut sandbox = first();
    let made = build(&mut sandbox, "secretsmanager:CreateSecret", json!({ "Name": "MySecret" }));
    let arn = made["ARN"].clone();
    let end = arn.as_str().unwrap().strip_prefix("arn:aws:secretsmanager:us-east-1:111122223333:secret:MySecret-");
    assert_eq!(end.map(str::len), Some(6), "{arn}");
    assert!(!may(&sandbox, "secretsmanager:GetSecretValue", &arn));
    let put = |sandbox: &mut Sandbox, text: &str| {
        let input = json!({ "SecretId": "MySecret", "ResourcePolicy": text, "BlockPublicPolicy": true });
        call(sandbox, owner(), "secretsmanager:PutResourcePolicy", input)
    };
    let text = policy("secretsmanager:GetSecretValue", &json!("*"));
    assert!(matches!(put(&mut sandbox, &text).outcome, Outcome::Done(_)));
    assert!(may(&sandbox, "secretsmanager:GetSecretValue", &arn));
    let public = text.replace(&format!("\"{BOB}\""), "\"*\"");
    assert_eq!(put(&mut sandbox, &public).error().unwrap().code, "PublicPolicyException");
    let twice = call(&mut sandbox, owner(), "secretsmanager:CreateSecret", json!({ "Name": "MySecret" }));
    assert_eq!(twice.error().unwrap().code, "ResourceExistsException");
    build(&mut sandbox, "secretsmanager:DeleteResourcePolicy", json!({ "SecretId": arn }));
    assert!(!may(&sandbox, "secretsmanager:GetSecretValue", &arn));
}

/// Amazon DynamoDB developer guide, "Resource-based policy examples".
#[test]
fn a_table_is_opened_by_its_policy() {
    let mut sandbox = first();
    build(&mut sandbox, "dynamodb:CreateTable", json!({ "TableName": "Orders" }));
    let shown = build(&mut sandbox, "dynamodb:DescribeTable", json!({ "TableName": "Orders" }));
    let arn = json!("arn:aws:dynamodb:us-east-1:111122223333:table/Orders");
    assert_eq!((&shown["Table"]["TableArn"], &shown["Table"]["TableStatus"]), (&arn, &json!("ACTIVE")));
    let none = call(&mut sandbox, owner(), "dynamodb:GetResourcePolicy", json!({ "ResourceArn": arn }));
    assert_eq!(none.error().unwrap().code, "PolicyNotFoundException");
    let text = policy("dynamodb:GetItem", &arn);
    build(&mut sandbox, "dynamodb:PutResourcePolicy", json!({ "ResourceArn": arn, "Policy": text }));
    assert!(may(&sandbox, "dynamodb:GetItem", &arn));
    assert!(!may(&sandbox, "dynamodb:PutItem", &arn));
    let shown = build(&mut sandbox, "dynamodb:GetResourcePolicy", json!({ "ResourceArn": arn }));
    assert_eq!(shown["Policy"], json!(text));
    let gone = call(&mut sandbox, owner(), "dynamodb:DescribeTable", json!({ "TableName": "Nothing" }));
    assert_eq!(gone.error().unwrap().code, "ResourceNotFoundException");
}
