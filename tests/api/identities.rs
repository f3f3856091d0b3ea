//! Users, groups, keys and the account: quotas, conflicts, renaming, the summary (rules E-8, E-13, E-15, E-41).

use super::{build, call, error, first, key, let_user, owner, preview};
use iam_sandbox::api::{Credentials, Outcome, Sandbox, SignIn, SignInName};
use iam_sandbox::authz::Environment;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const PROD: &str = "111122223333";

fn root() -> Credentials {
    Credentials::Root(PROD.parse().unwrap())
}

#[track_caller]
fn refused(sandbox: &mut Sandbox, operation: &str, input: Value) -> (String, u16, String) {
    let answer = call(sandbox, owner(), operation, input);
    error(&answer)
}

#[track_caller]
fn is_over(sandbox: &mut Sandbox, operation: &str, input: Value, quota: &str) {
    let message = format!("Cannot exceed quota for {quota}");
    assert_eq!(refused(sandbox, operation, input), ("LimitExceeded".to_owned(), 409, message));
}

#[track_caller]
fn is_in_the_way(sandbox: &mut Sandbox, operation: &str, input: Value, message: &str) {
    assert_eq!(refused(sandbox, operation, input), ("DeleteConflict".to_owned(), 409, message.to_owned()));
}

/// Defaults of the page on quotas of IAM and STS.
#[test]
fn an_account_is_full_at_its_quotas() {
    let mut sandbox = first();
    let n_groups = sandbox.world().account(PROD.parse().unwrap()).unwrap().groups().count();
    for number in n_groups..300 {
        build(&mut sandbox, "iam:CreateGroup", json!({ "GroupName": format!("g{number}") }));
    }
    is_over(&mut sandbox, "iam:CreateGroup", json!({ "GroupName": "more" }), "GroupsPerAccount: 300");
    for number in 0..10 {
        let input = json!({ "UserName": "alice", "GroupName": format!("g{}", 200 + number) });
        call(&mut sandbox, owner(), "iam:AddUserToGroup", input);
    }
    let more = json!({ "UserName": "alice", "GroupName": "g299" });
    is_over(&mut sandbox, "iam:AddUserToGroup", more, "GroupsPerUser: 10");
}

#[test]
fn an_account_holds_five_thousand_users() {
    let mut sandbox = first();
    let n_users = sandbox.world().account(PROD.parse().unwrap()).unwrap().users().count();
    for number in n_users..5_000 {
        build(&mut sandbox, "iam:CreateUser", json!({ "UserName": format!("u{number}") }));
    }
    is_over(&mut sandbox, "iam:CreateUser", json!({ "UserName": "more" }), "UsersPerAccount: 5000");
}

#[test]
fn an_account_holds_a_thousand_roles_and_fifteen_hundred_policies() {
    let mut sandbox = first();
    let home = |sandbox: &Sandbox| sandbox.world().account(PROD.parse().unwrap()).unwrap().clone();
    let trust = json!({ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } });
    let role = |name: &str| json!({ "RoleName": name, "AssumeRolePolicyDocument": trust.to_string() });
    for number in home(&sandbox).roles().count()..1_000 {
        build(&mut sandbox, "iam:CreateRole", role(&format!("r{number}")));
    }
    is_over(&mut sandbox, "iam:CreateRole", role("more"), "RolesPerAccount: 1000");
    let document = json!({ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } });
    let policy = |name: &str| json!({ "PolicyName": name, "PolicyDocument": document.to_string() });
    for number in home(&sandbox).policies().filter(|policy| !policy.is_from_aws()).count()..1_500 {
        build(&mut sandbox, "iam:CreatePolicy", policy(&format!("p{number}")));
    }
    is_over(&mut sandbox, "iam:CreatePolicy", policy("more"), "PoliciesPerAccount: 1500");
}

#[test]
fn a_user_goes_last() {
    let mut sandbox = first();
    let arn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    let document = json!({ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } }).to_string();
    build(&mut sandbox, "iam:CreateUser", json!({ "UserName": "zoe" }));
    build(&mut sandbox, "iam:CreateGroup", json!({ "GroupName": "Last" }));
    build(&mut sandbox, "iam:CreateLoginProfile", json!({ "UserName": "zoe", "Password": "Abcdefg-1" }));
    let made = build(&mut sandbox, "iam:CreateAccessKey", json!({ "UserName": "zoe" }));
    let id = made["AccessKey"]["AccessKeyId"].clone();
    build(&mut sandbox, "iam:AttachUserPolicy", json!({ "UserName": "zoe", "PolicyArn": arn }));
    let inline = json!({ "UserName": "zoe", "PolicyName": "Own", "PolicyDocument": document });
    build(&mut sandbox, "iam:PutUserPolicy", inline);
    build(&mut sandbox, "iam:AddUserToGroup", json!({ "UserName": "zoe", "GroupName": "Last" }));
    let steps = [
        ("must delete login profile first.", "iam:DeleteLoginProfile", json!({ "UserName": "zoe" })),
        ("must delete access keys first.", "iam:DeleteAccessKey", json!({ "UserName": "zoe", "AccessKeyId": id })),
        ("must detach all policies first.", "iam:DetachUserPolicy", json!({ "UserName": "zoe", "PolicyArn": arn })),
        ("must delete policies first.", "iam:DeleteUserPolicy", json!({ "UserName": "zoe", "PolicyName": "Own" })),
        (
            "must remove users from group first.",
            "iam:RemoveUserFromGroup",
            json!({ "UserName": "zoe", "GroupName": "Last" }),
        ),
    ];
    for (hindrance, operation, input) in steps {
        let message = format!("Cannot delete entity, {hindrance}");
        is_in_the_way(&mut sandbox, "iam:DeleteUser", json!({ "UserName": "zoe" }), &message);
        build(&mut sandbox, operation, input);
    }
    build(&mut sandbox, "iam:DeleteUser", json!({ "UserName": "zoe" }));
}

/// "If you rename a user, the user's unique id, groups and policies remain" (id_users_manage).
#[test]
fn a_renamed_user_acts_as_before_under_the_new_name() {
    let mut sandbox = first();
    let before = key(&sandbox, "alice");
    let own = json!({ "Effect": "Allow", "Action": "iam:GetUser", "Resource": "arn:aws:iam::111122223333:user/alice" });
    let_user(&mut sandbox, "alice", &own);
    let id = |sandbox: &Sandbox, name: &str| {
        sandbox
            .world()
            .account(PROD.parse().unwrap())
            .unwrap()
            .user(name)
            .map(|user| (user.id.clone(), user.groups.clone()))
    };
    let was = id(&sandbox, "alice").unwrap();
    build(&mut sandbox, "iam:UpdateUser", json!({ "UserName": "alice", "NewUserName": "alicia" }));
    assert_eq!(id(&sandbox, "alice"), None);
    assert_eq!(id(&sandbox, "alicia"), Some(was));
    assert_eq!(key(&sandbox, "alicia"), before);
    // What stands in `Resource` is not followed.
    let arn = "arn:aws:iam::111122223333:user/alicia";
    assert!(!preview(&sandbox, "alicia", "iam:GetUser", arn).is_allowed());
}

/// "Principal references follow" (id_users_rename): trust policies and the user's live sessions; `Resource` does not.
#[test]
fn principals_and_sessions_follow_a_renamed_user() {
    let mut sandbox = first();
    let alice = "arn:aws:iam::111122223333:user/alice";
    let trust = json!({ "Version": "2012-10-17", "Statement": {
        "Effect": "Allow", "Principal": { "AWS": [alice, PROD] }, "Action": "sts:AssumeRole",
        "Condition": { "ArnLike": { "aws:PrincipalArn": alice } } } });
    let role = json!({ "RoleName": "helper", "AssumeRolePolicyDocument": trust.to_string() });
    build(&mut sandbox, "iam:CreateRole", role);
    let_user(&mut sandbox, "alice", &json!({ "Effect": "Allow", "Action": "iam:ListUsers", "Resource": "*" }));
    let profile = json!({ "UserName": "alice", "Password": "Abcdefg-1" });
    build(&mut sandbox, "iam:CreateLoginProfile", profile);
    let form = SignIn {
        name: SignInName::User { account: PROD.into(), user: "alice".into() },
        password: "Abcdefg-1".into(),
        mfa_code: None,
        new_password: None,
        environment: Environment::default(),
    };
    let Outcome::Done(signed_in) = sandbox.sign_in(form).outcome.clone() else { panic!("alice comes in") };
    let session = Credentials::key(signed_in["AccessKeyId"].as_str().unwrap());
    build(&mut sandbox, "iam:UpdateUser", json!({ "UserName": "alice", "NewUserName": "alicia" }));
    let account = sandbox.world().account(PROD.parse().unwrap()).unwrap();
    let shown: Value = serde_json::from_str(account.role("helper").unwrap().trust.text()).unwrap();
    let statement = &shown["Statement"];
    assert_eq!(statement["Principal"], json!({ "AWS": ["arn:aws:iam::111122223333:user/alicia", PROD] }));
    assert_eq!(statement["Condition"]["ArnLike"]["aws:PrincipalArn"], alice, "a condition is text");
    assert!(call(&mut sandbox, session, "iam:ListUsers", json!({})).is_allowed());
}

/// "The entity making the request must have permission on Bob and Robert" (iam-api:UpdateUser).
#[test]
fn renaming_takes_permission_on_both_names() {
    let mut sandbox = first();
    let (old, new) = ("arn:aws:iam::111122223333:user/bob", "arn:aws:iam::111122223333:user/robert");
    let rename = json!({ "UserName": "bob", "NewUserName": "robert" });
    let alice = Credentials::Key(key(&sandbox, "alice"));
    let_user(&mut sandbox, "alice", &json!({ "Effect": "Allow", "Action": "iam:UpdateUser", "Resource": old }));
    let answer = call(&mut sandbox, alice.clone(), "iam:UpdateUser", rename.clone());
    assert!(error(&answer).2.contains(new), "{answer:?}");
    let_user(&mut sandbox, "alice", &json!({ "Effect": "Allow", "Action": "iam:UpdateUser", "Resource": [old, new] }));
    assert!(call(&mut sandbox, alice, "iam:UpdateUser", rename).is_allowed());
}

#[test]
fn a_renamed_group_keeps_its_members_and_policies() {
    let mut sandbox = first();
    let group = {
        let account = sandbox.world().account(PROD.parse().unwrap()).unwrap();
        account.groups().find(|group| account.members(&group.name).next().is_some()).unwrap().clone()
    };
    let members = |sandbox: &Sandbox, name: &str| -> Vec<Box<str>> {
        let account = sandbox.world().account(PROD.parse().unwrap()).unwrap();
        account.members(name).map(|user| user.name.clone()).collect()
    };
    let was = members(&sandbox, &group.name);
    build(
        &mut sandbox,
        "iam:UpdateGroup",
        json!({ "GroupName": group.name, "NewGroupName": "Renamed", "NewPath": "/a/" }),
    );
    assert_eq!(members(&sandbox, "Renamed"), was);
    assert!(members(&sandbox, &group.name).is_empty());
    let account = sandbox.world().account(PROD.parse().unwrap()).unwrap();
    let renamed = account.group("renamed").unwrap();
    assert_eq!((&renamed.id, &renamed.policies), (&group.id, &group.policies));
    assert_eq!(renamed.arn.as_str(), "arn:aws:iam::111122223333:group/a/Renamed");
}

/// "This operation works for access keys under the AWS account … even if the AWS account has no associated users"
/// (iam-api:CreateAccessKey).
#[test]
fn the_root_user_has_keys_that_work_until_they_are_switched_off() {
    let mut sandbox = first();
    let made = match call(&mut sandbox, root(), "iam:CreateAccessKey", json!({})).outcome {
        Outcome::Done(output) => output["AccessKey"].clone(),
        outcome => panic!("{outcome:?}"),
    };
    assert_eq!(made.get("UserName"), None);
    let id = made["AccessKeyId"].as_str().unwrap().to_owned();
    let who = |sandbox: &mut Sandbox| call(sandbox, Credentials::key(&id), "sts:GetCallerIdentity", json!({}));
    let Outcome::Done(identity) = who(&mut sandbox).outcome else { panic!("the key holds") };
    assert_eq!(identity, json!({ "UserId": PROD, "Account": PROD, "Arn": "arn:aws:iam::111122223333:root" }));
    let off = json!({ "AccessKeyId": id, "Status": "Inactive" });
    assert!(call(&mut sandbox, root(), "iam:UpdateAccessKey", off).is_allowed());
    assert_eq!(error(&who(&mut sandbox)).0, "InvalidClientTokenId");
    let Outcome::Done(listed) = call(&mut sandbox, root(), "iam:ListAccessKeys", json!({})).outcome else { panic!() };
    assert_eq!(listed["AccessKeyMetadata"][0]["Status"], "Inactive");
    assert!(call(&mut sandbox, root(), "iam:DeleteAccessKey", json!({ "AccessKeyId": id })).is_allowed());
    let Outcome::Done(listed) = call(&mut sandbox, root(), "iam:ListAccessKeys", json!({})).outcome else { panic!() };
    assert_eq!(listed["AccessKeyMetadata"], json!([]));
}

/// The keys that the API reference lists for `SummaryMap`.
#[test]
fn the_summary_has_every_key() {
    let mut sandbox = first();
    let summary = build(&mut sandbox, "iam:GetAccountSummary", json!({}));
    let keys: BTreeSet<&str> = summary["SummaryMap"].as_object().unwrap().keys().map(String::as_str).collect();
    let expected = "Users UsersQuota Groups GroupsQuota ServerCertificates ServerCertificatesQuota UserPolicySizeQuota
        GroupPolicySizeQuota GroupsPerUserQuota SigningCertificatesPerUserQuota AccessKeysPerUserQuota MFADevices
        MFADevicesInUse AccountMFAEnabled AccountAccessKeysPresent AccountPasswordPresent
        AccountSigningCertificatesPresent AttachedPoliciesPerGroupQuota AttachedPoliciesPerRoleQuota
        AttachedPoliciesPerUserQuota Policies PoliciesQuota PolicySizeQuota PolicyVersionsInUse
        PolicyVersionsInUseQuota VersionsPerPolicyQuota GlobalEndpointTokenVersion AssumeRolePolicySizeQuota
        InstanceProfiles InstanceProfilesQuota Providers RolePolicySizeQuota Roles RolesQuota";
    assert_eq!(keys, expected.split_whitespace().collect());
    assert_eq!(summary["SummaryMap"]["AccountPasswordPresent"], 1);
}
