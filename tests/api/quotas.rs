//! Quotas that end what can be added to an entity: the defaults of "IAM and AWS STS quotas" in the IAM user guide.

use super::{build, call, error, first, owner};
use iam_sandbox::api::Sandbox;
use serde_json::{Value, json};

/// Makes the same call until it fails: how often it worked, and the code of the failure.
#[track_caller]
fn repeat(sandbox: &mut Sandbox, operation: &str, input: impl Fn(usize) -> Value) -> (usize, String) {
    for n_done in 0..1_100 {
        let answer = call(sandbox, owner(), operation, input(n_done));
        if answer.error().is_some() {
            return (n_done, error(&answer).0);
        }
    }
    panic!("{operation} has no limit")
}

fn limit(n: usize) -> (usize, String) {
    (n, "LimitExceeded".to_owned())
}

/// A statement of 86 characters, and white space that does not count.
const POLICY: &str =
    "{\"Version\":\"2012-10-17\",\n   \"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}";

#[test]
fn a_role_and_a_group_are_full() {
    let mut sandbox = first();
    let arns: Vec<_> = iam_sandbox::catalog::managed_policies().iter().map(|policy| policy.arn.clone()).collect();
    let role = |n: usize| json!({ "RoleName": "report-editor", "PolicyArn": arns[n] });
    assert_eq!(repeat(&mut sandbox, "iam:AttachRolePolicy", role), limit(10));
    // The group has one already.
    let group = |n: usize| json!({ "GroupName": "Readers", "PolicyArn": arns[n] });
    assert_eq!(repeat(&mut sandbox, "iam:AttachGroupPolicy", group), limit(9));
    build(&mut sandbox, "iam:CreateGroup", json!({ "GroupName": "Empty" }));
    let inline = |n: usize| json!({ "GroupName": "Empty", "PolicyName": format!("p{n}"), "PolicyDocument": POLICY });
    assert_eq!(repeat(&mut sandbox, "iam:PutGroupPolicy", inline), limit(5_120 / 86));
    let trust = json!({ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } });
    let new = json!({ "RoleName": "empty", "AssumeRolePolicyDocument": trust.to_string() });
    build(&mut sandbox, "iam:CreateRole", new);
    let inline = |n: usize| json!({ "RoleName": "empty", "PolicyName": format!("p{n}"), "PolicyDocument": POLICY });
    assert_eq!(repeat(&mut sandbox, "iam:PutRolePolicy", inline), limit(10_240 / 86));
}

#[test]
fn a_user_has_fifty_tags_and_eight_devices() {
    let mut sandbox = first();
    let tag = |n: usize| json!({ "UserName": "alice", "Tags": [{ "Key": format!("k{n}"), "Value": "" }] });
    assert_eq!(repeat(&mut sandbox, "iam:TagUser", tag), limit(50));
    for number in 0..9 {
        let name = format!("d{number}");
        let made = build(&mut sandbox, "iam:CreateVirtualMFADevice", json!({ "VirtualMFADeviceName": name }));
        let serial = made["VirtualMFADevice"]["SerialNumber"].as_str().unwrap();
        let device = sandbox.world().mfa_device(serial).unwrap().clone();
        let now = sandbox.now();
        let enable = json!({
            "UserName": "alice", "SerialNumber": serial,
            "AuthenticationCode1": device.code(now.plus_seconds(-30)).0, "AuthenticationCode2": device.code(now).0,
        });
        let answer = call(&mut sandbox, owner(), "iam:EnableMFADevice", enable);
        assert_eq!(
            answer.error().map(|error| &*error.code),
            (number == 8).then_some("LimitExceeded"),
            "device {number}"
        );
    }
}

#[test]
fn an_account_has_a_thousand_instance_profiles_and_one_alias() {
    let mut sandbox = first();
    let profile = |n: usize| json!({ "InstanceProfileName": format!("p{n}") });
    assert_eq!(repeat(&mut sandbox, "iam:CreateInstanceProfile", profile), limit(1_000));
    // A new alias takes the place of the one before.
    build(&mut sandbox, "iam:CreateAccountAlias", json!({ "AccountAlias": "first-name" }));
    build(&mut sandbox, "iam:CreateAccountAlias", json!({ "AccountAlias": "second-name" }));
    let listed = build(&mut sandbox, "iam:ListAccountAliases", json!({}));
    assert_eq!(listed["AccountAliases"], json!(["second-name"]));
}
