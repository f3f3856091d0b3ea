//! Tags of resources in conditions: the examples of AWS's guides on attribute-based access control, and which requests
//! tell of no tags.

use super::{build, call, error, first, key, let_user, verdict};
use iam_sandbox::api::{Answer, Credentials, Outcome, Question, Sandbox};
use iam_sandbox::eval::Decision;
use serde_json::{Value, json};

fn alice(sandbox: &mut Sandbox, operation: &str, input: Value) -> Answer {
    let credentials = Credentials::Key(key(sandbox, "alice"));
    call(sandbox, credentials, operation, input)
}

fn code(answer: &Answer) -> Option<String> {
    answer.error().map(|error| error.code.to_string())
}

/// IAM user guide, "Controlling access to and for IAM users and roles using tags": the example that lets
/// administrators delete users only where a tag says that they may.
#[test]
fn users_are_deleted_by_a_tag_that_they_have() {
    let mut sandbox = first();
    let_user(
        &mut sandbox,
        "alice",
        &json!([
            { "Effect": "Allow", "Action": "iam:DeleteUser", "Resource": "*",
              "Condition": { "StringEquals": { "iam:ResourceTag/status": "terminated" } } },
            { "Effect": "Allow", "Action": "iam:GetUser", "Resource": "*",
              "Condition": { "StringEquals": { "aws:ResourceTag/STATUS": "terminated" } } },
        ]),
    );
    for (name, status) in [("gone", "terminated"), ("here", "active")] {
        build(&mut sandbox, "iam:CreateUser", json!({ "UserName": name }));
        let tags = json!([{ "Key": "status", "Value": status }]);
        build(&mut sandbox, "iam:TagUser", json!({ "UserName": name, "Tags": tags }));
    }
    let of = |name: &str| json!({ "UserName": name });
    assert_eq!(code(&alice(&mut sandbox, "iam:GetUser", of("gone"))), None, "names of tags have no case (B-6)");
    assert_eq!(code(&alice(&mut sandbox, "iam:DeleteUser", of("here"))).as_deref(), Some("AccessDenied"));
    assert_eq!(code(&alice(&mut sandbox, "iam:DeleteUser", of("bob"))).as_deref(), Some("AccessDenied"));
    assert_eq!(code(&alice(&mut sandbox, "iam:DeleteUser", of("gone"))), None);
}

/// IAM tutorial on attribute-based access control: who has the tags of a role may assume it.
#[test]
fn a_role_is_assumed_by_those_who_share_its_tag() {
    let mut sandbox = first();
    let same = json!({ "StringEquals": { "iam:ResourceTag/access-project": "${aws:PrincipalTag/access-project}" } });
    let allow = json!({ "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*", "Condition": same });
    let_user(&mut sandbox, "alice", &allow);
    let tag = |value: &str| json!([{ "Key": "access-project", "Value": value }]);
    build(&mut sandbox, "iam:TagUser", json!({ "UserName": "alice", "Tags": tag("peg") }));
    let trust = json!({ "Version": "2012-10-17", "Statement": {
        "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
    }});
    for (name, project) in [("access-peg", "peg"), ("access-uni", "uni")] {
        let input = json!({ "RoleName": name, "AssumeRolePolicyDocument": trust.to_string(), "Tags": tag(project) });
        build(&mut sandbox, "iam:CreateRole", input);
    }
    let mut assume = |name: &str| {
        let arn = format!("arn:aws:iam::111122223333:role/{name}");
        code(&alice(&mut sandbox, "sts:AssumeRole", json!({ "RoleArn": arn, "RoleSessionName": "alice" })))
    };
    assert_eq!(assume("access-peg"), None);
    assert_eq!(assume("access-uni").as_deref(), Some("AccessDenied"));
}

/// The user guide on passing roles warns that `ResourceTag` does not work there, so the sandbox never lets it.
#[test]
fn tags_of_a_role_say_nothing_about_passing_it() {
    let mut sandbox = first();
    let condition = json!({ "StringEquals": { "iam:ResourceTag/team": "red" } });
    let_user(
        &mut sandbox,
        "alice",
        &json!({ "Effect": "Allow", "Action": "iam:*", "Resource": "*", "Condition": condition }),
    );
    let tags = json!([{ "Key": "team", "Value": "red" }]);
    build(&mut sandbox, "iam:TagRole", json!({ "RoleName": "report-editor", "Tags": tags }));
    let ask = |action: &str| {
        let alice = Credentials::Key(key(&sandbox, "alice"));
        sandbox.preview(&Question::new(alice, action, super::EDITOR)).is_allowed()
    };
    assert!(ask("iam:GetRole"));
    assert!(!ask("iam:PassRole"));
}

fn with_projects() -> (Sandbox, Vec<String>) {
    let mut sandbox = first();
    let own = json!({ "StringEquals": { "aws:ResourceTag/project": "${aws:PrincipalTag/project}" } });
    let statements = json!([
        { "Effect": "Allow", "Action": ["ec2:StartInstances", "ec2:StopInstances"], "Resource": "*", "Condition": own },
        { "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": {
            "StringEquals": { "aws:ResourceTag/project": "${aws:PrincipalTag/project}",
                              "aws:RequestTag/project": "${aws:PrincipalTag/project}" } } },
    ]);
    let_user(&mut sandbox, "alice", &statements);
    let tags = json!([{ "Key": "project", "Value": "apollo" }]);
    build(&mut sandbox, "iam:TagUser", json!({ "UserName": "alice", "Tags": tags }));
    let mut launch = |project: &str| {
        let tags = json!([{ "ResourceType": "instance", "Tags": [{ "Key": "project", "Value": project }] }]);
        let input = json!({
            "ImageId": "ami-0abcdef1234567890", "MinCount": 1, "MaxCount": 1, "TagSpecifications": tags,
        });
        let made = build(&mut sandbox, "ec2:RunInstances", input);
        made["Instances"][0]["InstanceId"].as_str().unwrap().to_owned()
    };
    let instances = vec![launch("apollo"), launch("gemini")];
    (sandbox, instances)
}

#[test]
fn instances_of_the_own_project_are_stopped_and_no_others() {
    let (mut sandbox, instances) = with_projects();
    let stop = |id: &String| json!({ "InstanceIds": [id] });
    assert_eq!(
        code(&alice(&mut sandbox, "ec2:StopInstances", stop(&instances[1]))).as_deref(),
        Some("UnauthorizedOperation")
    );
    assert_eq!(code(&alice(&mut sandbox, "ec2:StopInstances", stop(&instances[0]))), None);
}

#[test]
fn a_question_about_an_instance_knows_its_tags_as_a_call_does() {
    let (sandbox, instances) = with_projects();
    let ask = |id: &str| {
        let alice = Credentials::Key(key(&sandbox, "alice"));
        let arn = format!("arn:aws:ec2:us-east-1:111122223333:instance/{id}");
        sandbox.preview(&Question::new(alice, "ec2:StartInstances", &arn)).is_allowed()
    };
    assert!(ask(&instances[0]));
    assert!(!ask(&instances[1]));
}

#[test]
fn nobody_tags_himself_into_another_project() {
    let (mut sandbox, instances) = with_projects();
    let mut tag = |id: &String, project: &str| {
        let input = json!({ "Resources": [id], "Tags": [{ "Key": "project", "Value": project }] });
        code(&alice(&mut sandbox, "ec2:CreateTags", input))
    };
    assert_eq!(tag(&instances[1], "apollo").as_deref(), Some("UnauthorizedOperation"), "another's instance");
    assert_eq!(tag(&instances[0], "gemini").as_deref(), Some("UnauthorizedOperation"), "another's project");
    assert_eq!(tag(&instances[0], "apollo"), None);
}

#[test]
fn tags_of_instances_are_listed_and_taken_off_by_value() {
    let (mut sandbox, instances) = with_projects();
    let tags = json!([{ "Key": "stage", "Value": "test" }, { "Key": "empty" }]);
    build(&mut sandbox, "ec2:CreateTags", json!({ "Resources": instances, "Tags": tags }));
    let listed = |sandbox: &mut Sandbox, key: &str| {
        let filters = json!([{ "Name": "key", "Values": [key] }]);
        let output = build(sandbox, "ec2:DescribeTags", json!({ "Filters": filters }));
        let tags = output["Tags"].as_array().unwrap().clone();
        tags.iter().map(|tag| tag["Value"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(listed(&mut sandbox, "stage"), ["test", "test"]);
    assert_eq!(listed(&mut sandbox, "empty"), ["", ""]);
    // API_DeleteTags: with a value the tag goes only where it has that value, without one it always goes.
    let wrong = json!({ "Resources": instances, "Tags": [{ "Key": "stage", "Value": "live" }] });
    build(&mut sandbox, "ec2:DeleteTags", wrong);
    assert_eq!(listed(&mut sandbox, "stage").len(), 2);
    build(&mut sandbox, "ec2:DeleteTags", json!({ "Resources": [instances[0]], "Tags": [{ "Key": "stage" }] }));
    assert_eq!(listed(&mut sandbox, "stage").len(), 1);
    build(&mut sandbox, "ec2:DeleteTags", json!({ "Resources": [instances[1]] }));
    assert_eq!(listed(&mut sandbox, "project"), ["apollo"]);
}

#[test]
fn ec2_refuses_tags_of_awss_own_and_unknown_instances() {
    let (mut sandbox, instances) = with_projects();
    let mut tag = |id: &str, key: &str| {
        let input = json!({ "Resources": [instances[0], id], "Tags": [{ "Key": key, "Value": "1" }] });
        code(&call(&mut sandbox, super::owner(), "ec2:CreateTags", input))
    };
    assert_eq!(tag(&instances[1], "aws:x").as_deref(), Some("InvalidParameterValue"));
    assert_eq!(tag("i-0123456789abcdef0", "x").as_deref(), Some("InvalidInstanceID.NotFound"));
    assert_eq!(tag("nonsense", "x").as_deref(), Some("InvalidID"));
    let many: Vec<Value> = (0..50).map(|n| json!({ "Key": format!("k{n}"), "Value": "" })).collect();
    let input = json!({ "Resources": [instances[0]], "Tags": many });
    assert_eq!(code(&call(&mut sandbox, super::owner(), "ec2:CreateTags", input)).as_deref(), Some("TagLimitExceeded"));
    assert_eq!(build(&mut sandbox, "ec2:DescribeTags", json!({}))["Tags"].as_array().unwrap().len(), 2);
}

/// S3 user guide, "Tagging and access control policies".
#[test]
fn objects_are_read_by_a_tag_that_they_have_and_tagged_as_the_policy_says() {
    let mut sandbox = first();
    let_user(
        &mut sandbox,
        "alice",
        &json!([
            { "Effect": "Allow", "Action": ["s3:GetObject", "s3:DeleteObject"], "Resource": "*",
              "Condition": { "StringEquals": { "s3:ExistingObjectTag/security": "public" } } },
            { "Effect": "Allow", "Action": "s3:PutObject", "Resource": "*" },
            { "Effect": "Allow", "Action": "s3:PutObjectTagging", "Resource": "*", "Condition": {
                "StringEquals": { "s3:RequestObjectTag/Owner": "alice" },
                "ForAllValues:StringLike": { "s3:RequestObjectTagKeys": ["Owner", "CreationDate"] } } },
        ]),
    );
    let may = json!({ "Bucket": "payroll", "Key": "may.csv" });
    assert_eq!(code(&alice(&mut sandbox, "s3:GetObject", may.clone())).as_deref(), Some("AccessDenied"));
    let tagging = json!({ "TagSet": [{ "Key": "security", "Value": "public" }] });
    build(&mut sandbox, "s3:PutObjectTagging", json!({ "Bucket": "payroll", "Key": "may.csv", "Tagging": tagging }));
    assert_eq!(build(&mut sandbox, "s3:GetObjectTagging", may.clone()), tagging);
    assert_eq!(code(&alice(&mut sandbox, "s3:GetObject", may.clone())), None);
    let deleted = alice(&mut sandbox, "s3:DeleteObject", may);
    assert_eq!(verdict(&deleted).0, Decision::ImplicitDeny, "to delete tells of no tags");
    let mut put = |tagging: &str| {
        let input = json!({ "Bucket": "payroll", "Key": "new.csv", "Tagging": tagging });
        code(&alice(&mut sandbox, "s3:PutObject", input))
    };
    assert_eq!(put("Owner=alice&CreationDate=today"), None);
    assert_eq!(put("Owner=bob").as_deref(), Some("AccessDenied"));
    assert_eq!(put("Owner=alice&Other=1").as_deref(), Some("AccessDenied"));
    assert_eq!(put(""), None, "without tags the permission to tag is not asked for");
}

#[test]
fn a_copy_takes_the_tags_along_for_those_who_may() {
    let mut sandbox = first();
    let statement = json!({ "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "*" });
    let_user(&mut sandbox, "alice", &statement);
    let copy = json!({ "Bucket": "payroll", "Key": "copy.csv", "CopySource": "payroll/may.csv" });
    assert_eq!(code(&alice(&mut sandbox, "s3:CopyObject", copy.clone())), None);
    let tagging = json!({ "TagSet": [{ "Key": "team", "Value": "red" }] });
    build(&mut sandbox, "s3:PutObjectTagging", json!({ "Bucket": "payroll", "Key": "may.csv", "Tagging": tagging }));
    let refused = alice(&mut sandbox, "s3:CopyObject", copy.clone());
    assert!(error(&refused).2.contains("s3:GetObjectTagging"), "{:?}", error(&refused));
    build(&mut sandbox, "s3:CopyObject", copy);
    let copied = build(&mut sandbox, "s3:GetObjectTagging", json!({ "Bucket": "payroll", "Key": "copy.csv" }));
    assert_eq!(copied, tagging);
}

#[test]
fn s3_holds_tags_to_its_quotas() {
    let mut sandbox = first();
    let mut put = |tags: Value, on_bucket: bool| {
        let tagging = json!({ "TagSet": tags });
        let (operation, input) = if on_bucket {
            ("s3:PutBucketTagging", json!({ "Bucket": "payroll", "Tagging": tagging }))
        } else {
            ("s3:PutObjectTagging", json!({ "Bucket": "payroll", "Key": "may.csv", "Tagging": tagging }))
        };
        code(&call(&mut sandbox, super::owner(), operation, input))
    };
    let many = |n: usize| -> Value { (0..n).map(|n| json!({ "Key": format!("k{n}"), "Value": "" })).collect() };
    assert_eq!(put(many(10), false), None);
    assert_eq!(put(many(11), false).as_deref(), Some("BadRequest"));
    assert_eq!(put(many(50), true), None);
    assert_eq!(put(many(51), true).as_deref(), Some("BadRequest"));
    let twice = json!([{ "Key": "k", "Value": "1" }, { "Key": "k", "Value": "2" }]);
    assert_eq!(put(twice, true).as_deref(), Some("InvalidTag"));
    assert_eq!(put(json!([{ "Key": "aws:k", "Value": "1" }]), false).as_deref(), Some("InvalidTag"));
    build(&mut sandbox, "s3:DeleteBucketTagging", json!({ "Bucket": "payroll" }));
    let none = call(&mut sandbox, super::owner(), "s3:GetBucketTagging", json!({ "Bucket": "payroll" }));
    assert_eq!(code(&none).as_deref(), Some("NoSuchTagSet"));
}

/// Tutorial on attribute-based access control: secrets of the own project.
#[test]
fn secrets_are_read_by_a_tag_that_they_have() {
    let mut sandbox = first();
    let own = json!({ "StringEquals": { "aws:ResourceTag/access-project": "${aws:PrincipalTag/access-project}" } });
    let read =
        json!({ "Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": "*", "Condition": own });
    let make = json!({ "Effect": "Allow", "Action": "secretsmanager:CreateSecret", "Resource": "*" });
    let_user(&mut sandbox, "alice", &json!([read, make]));
    let tag = |value: &str| json!([{ "Key": "access-project", "Value": value }]);
    build(&mut sandbox, "iam:TagUser", json!({ "UserName": "alice", "Tags": tag("peg") }));
    for project in ["peg", "uni"] {
        let input = json!({ "Name": project, "SecretString": "open sesame", "Tags": tag(project) });
        build(&mut sandbox, "secretsmanager:CreateSecret", input);
    }
    let read =
        |sandbox: &mut Sandbox, id: &str| alice(sandbox, "secretsmanager:GetSecretValue", json!({ "SecretId": id }));
    let told = read(&mut sandbox, "peg");
    let Outcome::Done(output) = &told.outcome else { panic!("{:?}", told.outcome) };
    assert_eq!(output["SecretString"], "open sesame");
    assert_eq!(code(&read(&mut sandbox, "uni")).as_deref(), Some("AccessDeniedException"));
    // With tags the permission to tag is asked for, too.
    let made = alice(&mut sandbox, "secretsmanager:CreateSecret", json!({ "Name": "new", "Tags": tag("peg") }));
    assert!(error(&made).2.contains("secretsmanager:TagResource"));
    build(&mut sandbox, "secretsmanager:UntagResource", json!({ "SecretId": "peg", "TagKeys": ["access-project"] }));
    assert_eq!(code(&read(&mut sandbox, "peg")).as_deref(), Some("AccessDeniedException"));
}

/// API_DeleteSecret: a month in which it can be had back, or no time at all.
#[test]
fn a_secret_that_is_to_go_can_be_kept_until_its_days_are_over() {
    let mut sandbox = first();
    let id = json!({ "SecretId": "token" });
    let create = json!({ "Name": "token", "SecretString": "a" });
    build(&mut sandbox, "secretsmanager:CreateSecret", create.clone());
    let read = |sandbox: &mut Sandbox| {
        code(&call(sandbox, super::owner(), "secretsmanager:GetSecretValue", json!({ "SecretId": "token" })))
    };
    build(&mut sandbox, "secretsmanager:DeleteSecret", id.clone());
    assert_eq!(read(&mut sandbox).as_deref(), Some("InvalidRequestException"));
    let list = |sandbox: &mut Sandbox, input: Value| {
        build(sandbox, "secretsmanager:ListSecrets", input)["SecretList"].as_array().unwrap().len()
    };
    assert_eq!(list(&mut sandbox, json!({})), 0);
    assert_eq!(list(&mut sandbox, json!({ "IncludePlannedDeletion": true })), 1);
    build(&mut sandbox, "secretsmanager:RestoreSecret", id.clone());
    assert_eq!(read(&mut sandbox), None);
    build(&mut sandbox, "secretsmanager:PutSecretValue", json!({ "SecretId": "token", "SecretString": "b" }));
    assert_eq!(build(&mut sandbox, "secretsmanager:GetSecretValue", id.clone())["SecretString"], "b");
    build(&mut sandbox, "secretsmanager:DeleteSecret", json!({ "SecretId": "token", "RecoveryWindowInDays": 7 }));
    sandbox.advance_clock(7 * 86_400);
    assert_eq!(read(&mut sandbox).as_deref(), Some("ResourceNotFoundException"));
    build(&mut sandbox, "secretsmanager:CreateSecret", create);
    let both = json!({ "SecretId": "token", "RecoveryWindowInDays": 7, "ForceDeleteWithoutRecovery": true });
    let refused = call(&mut sandbox, super::owner(), "secretsmanager:DeleteSecret", both);
    assert_eq!(code(&refused).as_deref(), Some("InvalidParameterException"));
    build(
        &mut sandbox,
        "secretsmanager:DeleteSecret",
        json!({ "SecretId": "token", "ForceDeleteWithoutRecovery": true }),
    );
    assert_eq!(read(&mut sandbox).as_deref(), Some("ResourceNotFoundException"));
}
