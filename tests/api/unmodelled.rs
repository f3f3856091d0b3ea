//! Operations of AWS that are not carried out: asked for their permissions, recorded, and nothing more.
//!
//! Actions and resources are those of the Service Authorization Reference.

use super::{call, error, first, key, let_user, owner};
use iam_sandbox::api::{Credentials, Outcome, Sandbox};
use serde_json::{Value, json};

/// What a call of alice is asked for.
#[track_caller]
fn asked(operation: &str, input: Value) -> Vec<(String, String)> {
    let mut sandbox = first();
    let alice = Credentials::Key(key(&sandbox, "alice"));
    let_user(&mut sandbox, "alice", &json!({ "Effect": "Allow", "Action": "*", "Resource": "*" }));
    let before = sandbox.world().clone();
    let answer = call(&mut sandbox, alice, operation, input);
    assert_eq!(answer.outcome, Outcome::Allowed, "{operation}");
    assert_eq!(*sandbox.world(), before);
    let checks = answer.checks.iter();
    checks.map(|check| (check.request.action.to_string(), check.request.resource.to_string())).collect()
}

fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
    of.iter().map(|(action, resource)| ((*action).to_owned(), (*resource).to_owned())).collect()
}

#[test]
fn what_is_named_is_what_is_asked_about() {
    let parameter = "arn:aws:ssm:us-east-1:111122223333:parameter/db/password";
    let name = json!({ "Name": "/db/password" });
    assert_eq!(asked("ssm:GetParameter", name), pairs(&[("ssm:GetParameter", parameter)]));
    let groups = ["sg-0123456789abcdef0", "sg-0123456789abcdef1"];
    let about = |id: &str| format!("arn:aws:ec2:us-east-1:111122223333:volume/{id}");
    let volume = json!({ "VolumeId": "vol-0123456789abcdef0" });
    assert_eq!(asked("ec2:DeleteVolume", volume), pairs(&[("ec2:DeleteVolume", &about("vol-0123456789abcdef0"))]));
    assert_eq!(
        asked("ec2:DescribeSecurityGroups", json!({ "GroupIds": groups })),
        pairs(&[("ec2:DescribeSecurityGroups", "*")])
    );
}

#[test]
fn an_arn_that_is_given_wins() {
    let analyzer = "arn:aws:access-analyzer:eu-west-1:111122223333:analyzer/mine";
    let input = json!({ "analyzerArn": analyzer, "id": "f-1" });
    assert_eq!(asked("access-analyzer:GetFinding", input), pairs(&[("access-analyzer:GetFinding", analyzer)]));
    let queue = json!({ "QueueUrl": "https://sqs.us-east-1.amazonaws.com/111122223333/orders" });
    let arn = "arn:aws:sqs:us-east-1:111122223333:orders";
    assert_eq!(asked("sqs:PurgeQueue", queue), pairs(&[("sqs:PurgeQueue", arn)]));
}

#[test]
fn one_operation_may_need_actions_of_other_names() {
    let bucket = json!({ "Bucket": "payroll" });
    let wanted = [("s3:PutBucketOwnershipControls", "arn:aws:s3:::payroll")];
    assert_eq!(asked("s3:DeleteBucketOwnershipControls", bucket), pairs(&wanted));
}

#[test]
fn without_permission_it_is_refused_in_the_words_of_the_service() {
    let mut sandbox = first();
    let alice = Credentials::Key(key(&sandbox, "alice"));
    let answer = call(&mut sandbox, alice, "ssm:GetParameter", json!({ "Name": "/db/password" }));
    let (code, status, message) = error(&answer);
    assert_eq!((&*code, status), ("AccessDeniedException", 400));
    assert_eq!(
        message,
        "User: arn:aws:iam::111122223333:user/alice is not authorized to perform: ssm:GetParameter on resource: \
         arn:aws:ssm:us-east-1:111122223333:parameter/db/password because no identity-based policy allows the \
         ssm:GetParameter action"
    );
}

#[test]
fn the_request_is_checked_and_the_caller_as_for_any_other_call() {
    let refused =
        |sandbox: &mut Sandbox, credentials, input| error(&call(sandbox, credentials, "ssm:GetParameter", input)).0;
    let mut sandbox = first();
    assert_eq!(refused(&mut sandbox, owner(), json!({})), "ValidationException");
    assert_eq!(refused(&mut sandbox, Credentials::key("AKIANOBODY0000000000"), json!({})), "InvalidClientTokenId");
    assert_eq!(error(&call(&mut sandbox, owner(), "ssm:GetNothing", json!({}))).0, "InvalidAction");
    assert_eq!(sandbox.steps().len(), 3, "each of them is on record");
}
