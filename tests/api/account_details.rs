//! `GetAccountAuthorizationDetails`: what the API reference says that an account tells of itself.

use super::{build, first};
use iam_sandbox::api::Sandbox;
use serde_json::{Value, json};

const READ_ONLY: &str = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";
const POLICY: &str = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}"#;
const TRUST: &str = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}"#;

fn world() -> Sandbox {
    let mut sandbox = first();
    for (operation, input) in [
        ("iam:CreateGroup", json!({ "GroupName": "Admins" })),
        ("iam:AttachGroupPolicy", json!({ "GroupName": "Admins", "PolicyArn": READ_ONLY })),
        ("iam:CreateUser", json!({ "UserName": "Carla", "Path": "/team/" })),
        ("iam:AddUserToGroup", json!({ "UserName": "Carla", "GroupName": "Admins" })),
        ("iam:PutUserPolicy", json!({ "UserName": "Carla", "PolicyName": "Own", "PolicyDocument": POLICY })),
        ("iam:CreatePolicy", json!({ "PolicyName": "Unused", "PolicyDocument": POLICY })),
        ("iam:CreateRole", json!({ "RoleName": "Web", "AssumeRolePolicyDocument": TRUST })),
        ("iam:CreateInstanceProfile", json!({ "InstanceProfileName": "WebProfile" })),
        ("iam:AddRoleToInstanceProfile", json!({ "InstanceProfileName": "WebProfile", "RoleName": "Web" })),
    ] {
        build(&mut sandbox, operation, input);
    }
    sandbox
}

fn details(sandbox: &mut Sandbox, filter: &[&str]) -> Value {
    build(sandbox, "iam:GetAccountAuthorizationDetails", json!({ "Filter": filter, "MaxItems": 1000 }))
}

fn named<'a>(list: &'a Value, member: &str, name: &str) -> &'a Value {
    list.as_array().unwrap().iter().find(|one| one[member] == name).unwrap()
}

#[test]
fn everything_that_decides_is_told() {
    let told = details(&mut world(), &[]);
    let carla = named(&told["UserDetailList"], "UserName", "Carla");
    assert_eq!(carla["GroupList"], json!(["Admins"]));
    assert_eq!(carla["UserPolicyList"], json!([{ "PolicyName": "Own", "PolicyDocument": POLICY }]));
    assert_eq!(carla["AttachedManagedPolicies"], json!([]));
    let admins = named(&told["GroupDetailList"], "GroupName", "Admins");
    let attached = json!([{ "PolicyName": "AmazonS3ReadOnlyAccess", "PolicyArn": READ_ONLY }]);
    assert_eq!(admins["AttachedManagedPolicies"], attached);
    let web = named(&told["RoleDetailList"], "RoleName", "Web");
    assert_eq!(web["AssumeRolePolicyDocument"], TRUST);
    assert_eq!(web["InstanceProfileList"][0]["InstanceProfileName"], "WebProfile");
    let unused = named(&told["Policies"], "PolicyName", "Unused");
    assert_eq!((&unused["AttachmentCount"], &unused["DefaultVersionId"]), (&json!(0), &json!("v1")));
    assert_eq!(unused["PolicyVersionList"][0]["Document"], POLICY);
    assert_eq!(named(&told["Policies"], "PolicyName", "AmazonS3ReadOnlyAccess")["AttachmentCount"], 1);
}

#[test]
fn a_filter_leaves_the_other_kinds_out() {
    let mut sandbox = world();
    let told = details(&mut sandbox, &["Group", "LocalManagedPolicy"]);
    assert_eq!((&told["UserDetailList"], &told["RoleDetailList"]), (&json!([]), &json!([])));
    named(&told["GroupDetailList"], "GroupName", "Admins");
    assert!(told["Policies"].as_array().unwrap().iter().all(|policy| policy["PolicyName"] != "AmazonS3ReadOnlyAccess"));
}

#[test]
fn pages_go_through_all_lists() {
    let mut sandbox = world();
    let lists = ["UserDetailList", "GroupDetailList", "RoleDetailList", "Policies"];
    let count = |told: &Value| lists.iter().map(|list| told[*list].as_array().unwrap().len()).sum::<usize>();
    let all = count(&details(&mut sandbox, &[]));
    let mut marker = Value::Null;
    let mut n_seen = 0;
    loop {
        let input = json!({ "MaxItems": 3, "Marker": marker });
        let page = build(&mut sandbox, "iam:GetAccountAuthorizationDetails", input);
        assert!(count(&page) <= 3);
        n_seen += count(&page);
        marker = page["Marker"].clone();
        if page["IsTruncated"] == false {
            break;
        }
    }
    assert_eq!(n_seen, all);
}
