//! Queues and topics at work, what services deliver in their own name, and whom that could be turned against: the
//! confused deputy (rule C-56).

use super::{build, call, error, first, key, let_user, owner, preview};
use iam_sandbox::api::{Answer, Audit, Cause, Credentials, Outcome, Sandbox};
use serde_json::{Value, json};

const URL: &str = "https://sqs.us-east-1.amazonaws.com/111122223333/MyQueue";
const QUEUE: &str = "arn:aws:sqs:us-east-1:111122223333:MyQueue";
const TOPIC: &str = "arn:aws:sns:us-east-1:111122223333:MyTopic";

fn by(sandbox: &mut Sandbox, who: &str, operation: &str, input: Value) -> Answer {
    let credentials = Credentials::Key(key(sandbox, who));
    call(sandbox, credentials, operation, input)
}

fn dev() -> Credentials {
    Credentials::Owner("444455556666".parse().unwrap())
}

fn code(answer: &Answer) -> Option<String> {
    answer.error().map(|error| error.code.to_string())
}

#[track_caller]
fn done(answer: Answer) -> Value {
    match answer.outcome {
        Outcome::Done(output) => output,
        outcome => panic!("{outcome:?}"),
    }
}

fn with_queue() -> Sandbox {
    let mut sandbox = first();
    build(&mut sandbox, "sqs:CreateQueue", json!({ "QueueName": "MyQueue" }));
    sandbox
}

/// Opens the queue to a service.
fn open(sandbox: &mut Sandbox, service: &str, condition: &Value) {
    let statement = json!({
        "Effect": "Allow", "Principal": { "Service": service }, "Action": "sqs:SendMessage", "Resource": QUEUE,
        "Condition": condition,
    });
    let policy = json!({ "Version": "2012-10-17", "Statement": statement }).to_string();
    build(sandbox, "sqs:SetQueueAttributes", json!({ "QueueUrl": URL, "Attributes": { "Policy": policy } }));
}

fn receive(sandbox: &mut Sandbox) -> Vec<String> {
    let input = json!({ "QueueUrl": URL, "MaxNumberOfMessages": 10, "VisibilityTimeout": 0 });
    let told = build(sandbox, "sqs:ReceiveMessage", input);
    let messages = told["Messages"].as_array().into_iter().flatten();
    messages.map(|message| message["Body"].as_str().unwrap().to_owned()).collect()
}

/// A function with its role, and its ARN.
pub(super) fn with_function(sandbox: &mut Sandbox, tags: &Value) -> Value {
    let trust = json!({ "Version": "2012-10-17", "Statement": {
        "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "lambda.amazonaws.com" },
    }});
    let role = json!({ "RoleName": "fn", "AssumeRolePolicyDocument": trust.to_string() });
    let role = build(sandbox, "iam:CreateRole", role);
    let input = json!({
        "FunctionName": "thumbs", "Role": role["Role"]["Arn"], "Runtime": "python3.13", "Handler": "a.b",
        "Code": { "ZipFile": "eA==" }, "Tags": tags,
    });
    build(sandbox, "lambda:CreateFunction", input)["FunctionArn"].clone()
}

#[test]
fn a_message_is_sent_received_hidden_and_deleted() {
    let mut sandbox = with_queue();
    let sent = build(&mut sandbox, "sqs:SendMessage", json!({ "QueueUrl": URL, "MessageBody": "hello" }));
    let got = build(&mut sandbox, "sqs:ReceiveMessage", json!({ "QueueUrl": URL, "AttributeNames": ["All"] }));
    let message = &got["Messages"][0];
    assert_eq!((&message["MessageId"], &message["Body"]), (&sent["MessageId"], &json!("hello")));
    assert_eq!(message["Attributes"]["ApproximateReceiveCount"], "1");
    // "The default visibility timeout for a queue is 30 seconds."
    assert_eq!(build(&mut sandbox, "sqs:ReceiveMessage", json!({ "QueueUrl": URL })), json!({}));
    let counted = build(&mut sandbox, "sqs:GetQueueAttributes", json!({ "QueueUrl": URL, "AttributeNames": ["All"] }));
    assert_eq!(counted["Attributes"]["ApproximateNumberOfMessagesNotVisible"], "1");
    sandbox.advance_clock(30);
    let again = build(&mut sandbox, "sqs:ReceiveMessage", json!({ "QueueUrl": URL }));
    let handle = &again["Messages"][0]["ReceiptHandle"];
    assert_ne!(*handle, message["ReceiptHandle"]);
    let old = json!({ "QueueUrl": URL, "ReceiptHandle": message["ReceiptHandle"] });
    assert_eq!(code(&call(&mut sandbox, owner(), "sqs:DeleteMessage", old)).as_deref(), Some("ReceiptHandleIsInvalid"));
    build(&mut sandbox, "sqs:DeleteMessage", json!({ "QueueUrl": URL, "ReceiptHandle": handle }));
    sandbox.advance_clock(60);
    assert_eq!(receive(&mut sandbox), Vec::<String>::new());
    let many = json!({ "QueueUrl": URL, "MaxNumberOfMessages": 11 });
    let (code, _, message) = error(&call(&mut sandbox, owner(), "sqs:ReceiveMessage", many));
    assert_eq!(code, "InvalidParameterValue");
    assert_eq!(
        message,
        "Value 11 for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided."
    );
}

/// API_AddPermission: another account is let in by a statement that SQS writes.
#[test]
fn a_permission_lets_another_account_in_until_it_is_removed() {
    let mut sandbox = with_queue();
    let send = json!({ "QueueUrl": URL, "MessageBody": "from dev" });
    assert_eq!(code(&by(&mut sandbox, "dana", "sqs:SendMessage", send.clone())).as_deref(), Some("AccessDenied"));
    let add = json!({
        "QueueUrl": URL, "Label": "DevSends", "AWSAccountIds": ["444455556666"], "Actions": ["SendMessage", "TagQueue"],
    });
    build(&mut sandbox, "sqs:AddPermission", add.clone());
    assert_eq!(code(&by(&mut sandbox, "dana", "sqs:SendMessage", send.clone())), None);
    let (code_of, _, message) = error(&call(&mut sandbox, owner(), "sqs:AddPermission", add));
    assert_eq!(code_of, "InvalidParameterValue");
    assert_eq!(message, "Value DevSends for parameter Label is invalid. Reason: Already exists.");
    // "Cross-account permissions don't apply to the following actions": TagQueue is among them.
    let tag = json!({ "QueueUrl": URL, "Tags": { "team": "dev" } });
    assert_eq!(code(&by(&mut sandbox, "dana", "sqs:TagQueue", tag)).as_deref(), Some("AccessDenied"));
    build(&mut sandbox, "sqs:RemovePermission", json!({ "QueueUrl": URL, "Label": "DevSends" }));
    assert_eq!(code(&by(&mut sandbox, "dana", "sqs:SendMessage", send)).as_deref(), Some("AccessDenied"));
    let shown = build(&mut sandbox, "sqs:GetQueueAttributes", json!({ "QueueUrl": URL, "AttributeNames": ["Policy"] }));
    assert_eq!(shown["Attributes"], json!({}));
}

/// API_AddPermission of SNS: another account publishes to a topic as long as the statement stands that SNS wrote.
#[test]
fn a_permission_on_a_topic_is_a_statement_in_its_policy() {
    let mut sandbox = with_queue();
    build(&mut sandbox, "sns:CreateTopic", json!({ "Name": "MyTopic" }));
    let publish = json!({ "TopicArn": TOPIC, "Message": "from dev" });
    assert_eq!(code(&by(&mut sandbox, "dana", "sns:Publish", publish.clone())).as_deref(), Some("AuthorizationError"));
    let add = |label: &str, action: &str| json!({ "TopicArn": TOPIC, "Label": label, "AWSAccountId": ["444455556666"], "ActionName": [action] });
    build(&mut sandbox, "sns:AddPermission", add("DevPublishes", "Publish"));
    assert_eq!(code(&by(&mut sandbox, "dana", "sns:Publish", publish.clone())), None);
    let subscribe = json!({ "TopicArn": TOPIC, "Protocol": "sqs", "Endpoint": "arn:aws:sqs:us-east-1:444455556666:q" });
    assert_eq!(code(&by(&mut sandbox, "dana", "sns:Subscribe", subscribe)).as_deref(), Some("AuthorizationError"));
    let refused = |sandbox: &mut Sandbox, input| error(&call(sandbox, owner(), "sns:AddPermission", input)).0;
    assert_eq!(refused(&mut sandbox, add("DevPublishes", "Publish")), "InvalidParameter");
    assert_eq!(refused(&mut sandbox, add("DevLists", "ListTopics")), "InvalidParameter");
    let remove = json!({ "TopicArn": TOPIC, "Label": "DevPublishes" });
    assert_eq!(
        code(&by(&mut sandbox, "dana", "sns:RemovePermission", remove.clone())).as_deref(),
        Some("AuthorizationError")
    );
    build(&mut sandbox, "sns:RemovePermission", remove);
    assert_eq!(code(&by(&mut sandbox, "dana", "sns:Publish", publish)).as_deref(), Some("AuthorizationError"));
}

/// SNS developer guide, "Fanout to Amazon SQS queues": the policy of the queue decides, asked by the service principal with
/// the topic as `aws:SourceArn`.
#[test]
fn what_is_published_comes_to_a_queue_that_lets_the_topic_in() {
    let mut sandbox = with_queue();
    build(&mut sandbox, "sns:CreateTopic", json!({ "Name": "MyTopic" }));
    let subscribe = json!({ "TopicArn": TOPIC, "Protocol": "sqs", "Endpoint": QUEUE });
    let made = build(&mut sandbox, "sns:Subscribe", subscribe.clone());
    assert!(made["SubscriptionArn"].as_str().unwrap().starts_with(&format!("{TOPIC}:")));
    assert_eq!(build(&mut sandbox, "sns:Subscribe", subscribe), made, "a second time it is the same");
    let publish = json!({ "TopicArn": TOPIC, "Message": "hello" });
    build(&mut sandbox, "sns:Publish", publish.clone());
    let delivery = sandbox.steps().last().unwrap().clone();
    assert_eq!(delivery.cause, Some(Cause::Service));
    assert_eq!(code(delivery.answer.as_ref().unwrap()).as_deref(), Some("AccessDenied"));
    assert_eq!(receive(&mut sandbox), Vec::<String>::new(), "what is refused is not tried again");

    open(
        &mut sandbox,
        "sns.amazonaws.com",
        &json!({
            "ArnEquals": { "aws:SourceArn": TOPIC }, "StringEquals": { "aws:SourceAccount": "111122223333" },
        }),
    );
    build(&mut sandbox, "sns:Publish", publish);
    let Some(Audit::Recorded(records)) = sandbox.audit(sandbox.steps().len() - 1) else { panic!() };
    assert_eq!(records.len(), 1);
    assert_eq!((records[0].text("/eventName"), records[0].is_management), ("SendMessage", false));
    assert_eq!(records[0].text("/userIdentity/invokedBy"), "sns.amazonaws.com");
    let bodies = receive(&mut sandbox);
    assert_eq!(bodies.len(), 1);
    let body: Value = serde_json::from_str(&bodies[0]).unwrap();
    assert_eq!(
        (&body["Type"], &body["Message"], &body["TopicArn"]),
        (&json!("Notification"), &json!("hello"), &json!(TOPIC))
    );
    build(&mut sandbox, "sns:Unsubscribe", json!({ "SubscriptionArn": made["SubscriptionArn"] }));
    build(&mut sandbox, "sns:Publish", json!({ "TopicArn": TOPIC, "Message": "nobody hears" }));
    assert_eq!(receive(&mut sandbox).len(), 1);
}

/// SNS developer guide, "Sending Amazon SNS messages to an Amazon SQS queue in a different account": who is no owner of the
/// queue subscribes it, and the owner confirms with what came to the queue.
#[test]
fn a_queue_of_another_account_is_asked_first() {
    let mut sandbox = with_queue();
    done(call(&mut sandbox, dev(), "sns:CreateTopic", json!({ "Name": "News" })));
    let topic = "arn:aws:sns:us-east-1:444455556666:News";
    open(&mut sandbox, "sns.amazonaws.com", &json!({ "ArnEquals": { "aws:SourceArn": topic } }));
    let subscribe = json!({ "TopicArn": topic, "Protocol": "sqs", "Endpoint": QUEUE });
    let made = done(by(&mut sandbox, "dana", "sns:Subscribe", subscribe));
    assert_eq!(made["SubscriptionArn"], "pending confirmation");
    done(call(&mut sandbox, dev(), "sns:Publish", json!({ "TopicArn": topic, "Message": "early" })));
    let bodies = receive(&mut sandbox);
    assert_eq!(bodies.len(), 1, "only the request to confirm");
    let asked: Value = serde_json::from_str(&bodies[0]).unwrap();
    assert_eq!(asked["Type"], "SubscriptionConfirmation");
    let confirm = |token: &Value| json!({ "TopicArn": topic, "Token": token });
    let wrong = call(&mut sandbox, Credentials::Anonymous, "sns:ConfirmSubscription", confirm(&json!("guess")));
    assert_eq!(code(&wrong).as_deref(), Some("InvalidParameter"));
    done(call(&mut sandbox, Credentials::Anonymous, "sns:ConfirmSubscription", confirm(&asked["Token"])));
    done(call(&mut sandbox, dev(), "sns:Publish", json!({ "TopicArn": topic, "Message": "late" })));
    assert_eq!(receive(&mut sandbox).len(), 2);
}

fn notify(bucket: &str) -> Value {
    json!({ "Bucket": bucket, "NotificationConfiguration": {
        "QueueConfigurations": [{ "QueueArn": QUEUE, "Events": ["s3:ObjectCreated:*"] }],
    }})
}

/// The confused deputy: S3 acts for whoever owns a bucket. A queue that is open to S3 is open to the buckets of strangers;
/// `aws:SourceAccount` or `aws:SourceArn` closes it to them ("Cross-service confused deputy prevention").
#[test]
fn a_stranger_turns_s3_against_a_queue_unless_its_policy_asks_for_whom_s3_acts() {
    let mut sandbox = with_queue();
    let theirs =
        |sandbox: &mut Sandbox| call(sandbox, dev(), "s3:PutBucketNotificationConfiguration", notify("dev-scratch"));
    let ours =
        |sandbox: &mut Sandbox| call(sandbox, owner(), "s3:PutBucketNotificationConfiguration", notify("payroll"));
    let refused =
        ("InvalidArgument".to_owned(), 400, "Unable to validate the following destination configurations".to_owned());
    assert_eq!(error(&ours(&mut sandbox)), refused, "the queue says nothing yet");

    open(&mut sandbox, "s3.amazonaws.com", &json!({}));
    done(theirs(&mut sandbox));
    done(call(&mut sandbox, dev(), "s3:PutObject", json!({ "Bucket": "dev-scratch", "Key": "forged.csv" })));
    let bodies = receive(&mut sandbox);
    assert!(bodies[0].contains("s3:TestEvent"), "{bodies:?}");
    assert!(bodies[1].contains("forged.csv"), "the stranger's object is told of in our queue");

    open(&mut sandbox, "s3.amazonaws.com", &json!({ "StringEquals": { "aws:SourceAccount": "111122223333" } }));
    done(call(&mut sandbox, dev(), "s3:PutObject", json!({ "Bucket": "dev-scratch", "Key": "again.csv" })));
    let stopped = sandbox.steps().last().unwrap().answer.clone().unwrap();
    assert_eq!(code(&stopped).as_deref(), Some("AccessDenied"));
    assert_eq!(error(&theirs(&mut sandbox)), refused);
    done(ours(&mut sandbox));
    build(&mut sandbox, "s3:PutObject", json!({ "Bucket": "payroll", "Key": "june.csv" }));
    let bodies = receive(&mut sandbox);
    assert!(bodies.last().unwrap().contains("june.csv"));
    assert!(!bodies.iter().any(|body| body.contains("again.csv")));
    let told = build(&mut sandbox, "s3:GetBucketNotificationConfiguration", json!({ "Bucket": "payroll" }));
    assert_eq!(told["QueueConfigurations"][0]["QueueArn"], QUEUE);
}

/// Table B-46: `aws:SourceOrgID` and `aws:SourceOrgPaths` are those of the account for whose resource a service calls, and
/// there where it is in an organization; `aws:PrincipalOrgID` a service never has, since it belongs to none (B-42). "Use
/// aws:SourceOrgID … if you want to allow any resource of your organization" (IAM user guide, "The confused deputy problem").
#[test]
fn a_queue_can_ask_for_the_organization_of_whom_a_service_acts_for() {
    let mut sandbox = with_queue();
    let made = build(&mut sandbox, "organizations:CreateOrganization", json!({ "FeatureSet": "ALL" }));
    let id = made["Organization"]["Id"].as_str().unwrap().to_owned();
    let roots = build(&mut sandbox, "organizations:ListRoots", json!({}));
    let root = roots["Roots"][0]["Id"].as_str().unwrap().to_owned();
    let of_organization = json!({ "StringEquals": { "aws:SourceOrgID": id } });
    let tries = |sandbox: &mut Sandbox| {
        code(&call(sandbox, dev(), "s3:PutBucketNotificationConfiguration", notify("dev-scratch")))
    };
    let refused = Some("InvalidArgument".to_owned());
    open(&mut sandbox, "s3.amazonaws.com", &of_organization);
    assert_eq!(tries(&mut sandbox), refused, "the bucket is a stranger's, and the key is not there");
    let target = json!({ "Target": { "Id": "444455556666", "Type": "ACCOUNT" } });
    let invited = build(&mut sandbox, "organizations:InviteAccountToOrganization", target);
    let handshake = json!({ "HandshakeId": invited["Handshake"]["Id"] });
    done(call(&mut sandbox, dev(), "organizations:AcceptHandshake", handshake));
    assert_eq!(tries(&mut sandbox), None);
    done(call(&mut sandbox, dev(), "s3:PutObject", json!({ "Bucket": "dev-scratch", "Key": "ours.csv" })));
    assert!(receive(&mut sandbox).iter().any(|body| body.contains("ours.csv")));
    // The account stands directly in the root.
    let in_unit = format!("{id}/{root}/ou-*");
    open(&mut sandbox, "s3.amazonaws.com", &json!({ "ForAnyValue:StringLike": { "aws:SourceOrgPaths": in_unit } }));
    assert_eq!(tries(&mut sandbox), refused);
    let in_root = format!("{id}/{root}/*");
    open(&mut sandbox, "s3.amazonaws.com", &json!({ "ForAnyValue:StringLike": { "aws:SourceOrgPaths": in_root } }));
    assert_eq!(tries(&mut sandbox), None);
    open(&mut sandbox, "s3.amazonaws.com", &json!({ "StringEquals": { "aws:PrincipalOrgID": id } }));
    assert_eq!(tries(&mut sandbox), refused, "S3 itself is in no organization");
}

/// The filter of a notification: only keys that begin and end as it says.
#[test]
fn a_notification_tells_of_the_events_and_keys_that_it_names() {
    let mut sandbox = with_queue();
    open(&mut sandbox, "s3.amazonaws.com", &json!({ "ArnLike": { "aws:SourceArn": "arn:aws:s3:::payroll" } }));
    let rules = json!([{ "Name": "prefix", "Value": "2026/" }, { "Name": "suffix", "Value": ".csv" }]);
    let input = json!({ "Bucket": "payroll", "NotificationConfiguration": { "QueueConfigurations": [{
        "QueueArn": QUEUE, "Events": ["s3:ObjectCreated:Put"], "Filter": { "Key": { "FilterRules": rules } },
    }]}});
    build(&mut sandbox, "s3:PutBucketNotificationConfiguration", input);
    for key in ["2026/june.csv", "2026/june.txt", "june.csv"] {
        build(&mut sandbox, "s3:PutObject", json!({ "Bucket": "payroll", "Key": key }));
    }
    build(
        &mut sandbox,
        "s3:CopyObject",
        json!({ "Bucket": "payroll", "Key": "2026/copy.csv", "CopySource": "payroll/may.csv" }),
    );
    build(&mut sandbox, "s3:DeleteObject", json!({ "Bucket": "payroll", "Key": "2026/june.csv" }));
    let told = receive(&mut sandbox);
    assert_eq!(told.len(), 2, "the test event, and one object: {told:?}");
    assert!(told[1].contains("2026/june.csv"));
}

/// Lambda developer guide, "Granting function access to AWS services": S3 invokes a function for a bucket of the account.
#[test]
fn s3_invokes_a_function_that_lets_its_account_in() {
    let mut sandbox = first();
    let made = with_function(&mut sandbox, &json!({}));
    let permit = |sandbox: &mut Sandbox, id: &str, account: &str| {
        build(
            sandbox,
            "lambda:AddPermission",
            json!({
                "FunctionName": "thumbs", "StatementId": id, "Action": "lambda:InvokeFunction", "Principal": "s3.amazonaws.com",
                "SourceArn": "arn:aws:s3:::payroll", "SourceAccount": account,
            }),
        );
    };
    let input = json!({ "Bucket": "payroll", "NotificationConfiguration": {
        "LambdaFunctionConfigurations": [{ "LambdaFunctionArn": made, "Events": ["s3:ObjectCreated:*"] }],
    }});
    permit(&mut sandbox, "wrong", "444455556666");
    let refused = call(&mut sandbox, owner(), "s3:PutBucketNotificationConfiguration", input.clone());
    assert_eq!(code(&refused).as_deref(), Some("InvalidArgument"));
    permit(&mut sandbox, "right", "111122223333");
    build(&mut sandbox, "s3:PutBucketNotificationConfiguration", input);
    build(&mut sandbox, "s3:PutObject", json!({ "Bucket": "payroll", "Key": "june.csv" }));
    let invoked = sandbox.steps().last().unwrap().answer.clone().unwrap();
    assert_eq!((&*invoked.action, done(invoked.clone())["StatusCode"].clone()), ("lambda:InvokeFunction", json!(202)));
}

/// SQS developer guide, "Key management": who sends to a queue under a key needs `kms:GenerateDataKey` and `kms:Decrypt`.
#[test]
fn a_queue_under_a_key_takes_permissions_on_the_key() {
    let mut sandbox = with_queue();
    let made = build(&mut sandbox, "kms:CreateKey", json!({}));
    let arn = made["KeyMetadata"]["Arn"].as_str().unwrap().to_owned();
    let attributes = json!({ "KmsMasterKeyId": arn });
    build(&mut sandbox, "sqs:SetQueueAttributes", json!({ "QueueUrl": URL, "Attributes": attributes }));
    let sends = json!({ "Effect": "Allow", "Action": "sqs:*", "Resource": QUEUE });
    let_user(&mut sandbox, "alice", &sends);
    let send = json!({ "QueueUrl": URL, "MessageBody": "hello" });
    let refused = by(&mut sandbox, "alice", "sqs:SendMessage", send.clone());
    assert!(error(&refused).2.contains("kms:GenerateDataKey"));
    assert!(!preview(&sandbox, "alice", "sqs:SendMessage", QUEUE).is_allowed());
    let via = json!({ "StringEquals": {
        "kms:ViaService": "sqs.us-east-1.amazonaws.com", "kms:EncryptionContext:aws:sqs:arn": QUEUE,
    }});
    let uses = json!({ "Effect": "Allow", "Action": ["kms:GenerateDataKey", "kms:Decrypt"], "Resource": arn, "Condition": via });
    let_user(&mut sandbox, "alice", &json!([sends, uses]));
    assert_eq!(code(&by(&mut sandbox, "alice", "sqs:SendMessage", send)), None);
}

/// SNS and SQS developer guides, attribute-based access control: `aws:ResourceTag` of topics and queues, `aws:RequestTag`
/// where they are made.
#[test]
fn tags_of_topics_and_queues_count_in_conditions() {
    let mut sandbox = first();
    let red = |key: &str| json!({ "StringEquals": { format!("{key}/team"): "red" } });
    let_user(
        &mut sandbox,
        "alice",
        &json!([
            { "Effect": "Allow", "Action": ["sns:Publish", "sqs:SendMessage"], "Resource": "*", "Condition": red("aws:ResourceTag") },
            { "Effect": "Allow", "Action": ["sns:CreateTopic", "sns:TagResource", "sqs:CreateQueue", "sqs:TagQueue"], "Resource": "*",
              "Condition": red("aws:RequestTag") },
        ]),
    );
    let topic = |name: &str, team: &str| json!({ "Name": name, "Tags": [{ "Key": "team", "Value": team }] });
    let queue = |name: &str, team: &str| json!({ "QueueName": name, "tags": { "team": team } });
    assert_eq!(
        code(&by(&mut sandbox, "alice", "sns:CreateTopic", topic("blue", "blue"))).as_deref(),
        Some("AuthorizationError")
    );
    done(by(&mut sandbox, "alice", "sns:CreateTopic", topic("red", "red")));
    done(by(&mut sandbox, "alice", "sqs:CreateQueue", queue("red", "red")));
    build(&mut sandbox, "sns:CreateTopic", topic("blue", "blue"));
    build(&mut sandbox, "sqs:CreateQueue", queue("blue", "blue"));
    for (service, action) in [("sns", "sns:Publish"), ("sqs", "sqs:SendMessage")] {
        let arn = |name: &str| format!("arn:aws:{service}:us-east-1:111122223333:{name}");
        assert!(preview(&sandbox, "alice", action, &arn("red")).is_allowed());
        assert!(!preview(&sandbox, "alice", action, &arn("blue")).is_allowed());
    }
    build(
        &mut sandbox,
        "sns:UntagResource",
        json!({ "ResourceArn": "arn:aws:sns:us-east-1:111122223333:red", "TagKeys": ["team"] }),
    );
    assert!(!preview(&sandbox, "alice", "sns:Publish", "arn:aws:sns:us-east-1:111122223333:red").is_allowed());
}
