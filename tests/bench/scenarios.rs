//! The questions that the benchmarks ask, native and in Wasm alike.

use iam_sandbox::arn::AccountId;
use iam_sandbox::catalog::managed_policies;
use iam_sandbox::eval::{
    ApplicablePolicies, AppliedPolicy, AuthorizationRequest, Principal, PrincipalPolicies, RequestContext,
    ResourcePolicies, ResourcePolicyRule,
};
use iam_sandbox::policy::{Author, Policy, PolicyKind};
use serde_json::{Value, json};
use std::sync::Arc;

/// Ten policies published by AWS: 157 kB as compact JSON, with about 4,900 action patterns.
pub const LARGE_POLICIES: [&str; 10] = [
    "ReadOnlyAccess",
    "SecurityAudit",
    "SupportUser",
    "AmazonVPCFullAccess",
    "CloudWatchReadOnlyAccess",
    "DataScientist",
    "AmazonDynamoDBFullAccess",
    "AmazonRDSFullAccess",
    "AmazonVPCReadOnlyAccess",
    "AWSLambda_ReadOnlyAccess",
];

/// Policies, and the requests that are asked of them.
#[derive(Debug)]
pub struct Scenario {
    pub name: &'static str,
    pub policies: ApplicablePolicies,
    pub requests: Vec<AuthorizationRequest>,
}

pub fn all() -> [Scenario; 3] {
    [one_statement(), large_policies(), cross_account()]
}

/// The texts of the ten policies, without white space between the signs.
pub fn large_texts() -> Vec<String> {
    let text = |name: &&str| {
        let found = managed_policies().iter().find(|policy| *policy.name == **name);
        found.expect("a policy of the catalogue").document.to_string()
    };
    LARGE_POLICIES.iter().map(text).collect()
}

fn account(id: &str) -> AccountId {
    id.parse().expect("an account id")
}

fn policy(text: &str, kind: PolicyKind) -> AppliedPolicy {
    let parsed = Policy::parse_by(text, kind, Author::Aws);
    let policy = parsed.value.unwrap_or_else(|| panic!("{:?} in {text}", parsed.diagnostics));
    AppliedPolicy::direct("policy", Arc::new(policy))
}

fn policies(principal: PrincipalPolicies, resource: ResourcePolicies) -> ApplicablePolicies {
    let (principal, resource) = (Arc::new(principal), Arc::new(resource));
    ApplicablePolicies { principal, resource, ..ApplicablePolicies::default() }
}

/// A user's request with the keys that AWS always sends.
fn request(action: &str, resource: &str, resource_account: &str) -> AuthorizationRequest {
    let arn = "arn:aws:iam::111122223333:user/alice";
    let mut context = RequestContext::default();
    let keys = [
        ("aws:PrincipalArn", arn),
        ("aws:PrincipalAccount", "111122223333"),
        ("aws:PrincipalType", "User"),
        ("aws:PrincipalIsAWSService", "false"),
        ("aws:username", "alice"),
        ("aws:userid", "AIDACKCEVSQ6C2EXAMPLE"),
        ("aws:CurrentTime", "2026-11-21T10:02:00Z"),
        ("aws:EpochTime", "1795255320"),
        ("aws:RequestedRegion", "eu-west-1"),
        ("aws:SecureTransport", "true"),
        ("aws:SourceIp", "203.0.113.7"),
        ("aws:UserAgent", "aws-cli/2.31"),
        ("aws:ViaAWSService", "false"),
        ("aws:PrincipalOrgID", "o-exampleorgid"),
        ("aws:ResourceAccount", resource_account),
    ];
    for (key, value) in keys {
        context.set_one(key, value);
    }
    AuthorizationRequest {
        principal: Principal::User { arn: arn.parse().expect("an ARN"), account: account("111122223333") },
        action: action.into(),
        resource: resource.into(),
        resource_account: account(resource_account),
        context,
    }
}

fn one_statement() -> Scenario {
    let statement = json!({"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::payroll/*"});
    let document = json!({"Version": "2012-10-17", "Statement": statement}).to_string();
    let principal =
        PrincipalPolicies { identity: vec![policy(&document, PolicyKind::Identity)], ..PrincipalPolicies::default() };
    let resource = ResourcePolicies { rule: ResourcePolicyRule::Grants, ..ResourcePolicies::default() };
    let objects = ["payroll/may.csv", "payroll/2026/june.csv", "website/index.html", "payrolls/may.csv"];
    let actions = ["s3:GetObject", "s3:GetObject", "s3:PutObject", "s3:GetObjectTagging"];
    let requests = actions.iter().flat_map(|action| {
        objects.iter().map(|object| request(action, &format!("arn:aws:s3:::{object}"), "111122223333"))
    });
    Scenario { name: "one statement", policies: policies(principal, resource), requests: requests.collect() }
}

fn large_policies() -> Scenario {
    let identity = large_texts().iter().map(|text| policy(text, PolicyKind::Identity)).collect();
    let principal = PrincipalPolicies { identity, ..PrincipalPolicies::default() };
    let resource = ResourcePolicies { rule: ResourcePolicyRule::Grants, ..ResourcePolicies::default() };
    let mut actions = mixed_actions();
    actions.extend(["s3:GetObject", "s3:PutObject", "iam:CreateUser", "sqs:SendMessage"].map(str::to_owned));
    actions.extend(["ec2:RunInstances", "dynamodb:Query", "nothing:Known", "kms:Decrypt"].map(str::to_owned));
    let requests = actions.iter().map(|action| {
        let service = action.split(':').next().unwrap_or_default();
        request(action, &format!("arn:aws:{service}:eu-west-1:111122223333:thing/one"), "111122223333")
    });
    let requests = requests.collect();
    Scenario { name: "ten large managed policies", policies: policies(principal, resource), requests }
}

/// Every thirteenth action that ReadOnlyAccess lists, its wildcards filled in: granted and ungranted
/// ones of some hundred services, each as asked for by name.
fn mixed_actions() -> Vec<String> {
    let document: Value = serde_json::from_str(&large_texts()[0]).expect("JSON");
    let lists = document["Statement"].as_array().into_iter().flatten();
    let patterns = lists.flat_map(|statement| statement["Action"].as_array().into_iter().flatten());
    let texts = patterns.filter_map(Value::as_str).step_by(13);
    texts
        .enumerate()
        .map(|(index, text)| match index % 3 {
            0 => text.replace(":Get", ":Put").replace(":List", ":Create").replace('*', "Thing"),
            _ => text.replace('*', "Thing"),
        })
        .collect()
}

fn cross_account() -> Scenario {
    let version = "2012-10-17";
    let document = |statements: Value| json!({"Version": version, "Statement": statements}).to_string();
    let all = json!({"Effect": "Allow", "Action": "*", "Resource": "*"});
    let outside = json!({"Effect": "Deny", "NotAction": ["iam:*", "sts:*", "s3:*", "support:*"], "Resource": "*",
        "Condition": {"StringNotEquals": {"aws:RequestedRegion": ["eu-west-1", "eu-central-1"]}}});
    let insecure = json!({"Effect": "Deny", "Action": "s3:*", "Resource": "*",
        "Condition": {"Bool": {"aws:SecureTransport": "false"}}});
    let reads = json!({"Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket"],
        "Resource": ["arn:aws:s3:::shared", "arn:aws:s3:::shared/${aws:username}/*"]});
    let within = json!({"Effect": "Allow", "Action": ["s3:*", "logs:*"], "Resource": "*"});
    let partner = json!({"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"},
        "Action": ["s3:GetObject", "s3:ListBucket"], "Resource": ["arn:aws:s3:::shared", "arn:aws:s3:::shared/*"],
        "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}});
    let secure_only = json!({"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::shared/*",
        "Condition": {"Bool": {"aws:SecureTransport": "false"}}});
    let identity = vec![policy(&document(json!([reads])), PolicyKind::Identity)];
    let boundary = vec![policy(&document(json!([within])), PolicyKind::Identity)];
    let scps = [json!([all]), json!([all, outside]), json!([all, insecure])];
    let level = |(level, statements): (u16, &Value)| AppliedPolicy {
        level,
        ..policy(&document(statements.clone()), PolicyKind::Scp)
    };
    let principal = PrincipalPolicies {
        identity,
        permissions_boundary: Some(boundary),
        scps: Some((0..).zip(&scps).map(level).collect()),
        n_scp_levels: 3,
        ..PrincipalPolicies::default()
    };
    let resource = ResourcePolicies {
        resource: vec![policy(&document(json!([partner, secure_only])), PolicyKind::Resource)],
        rule: ResourcePolicyRule::Grants,
        ..ResourcePolicies::default()
    };
    let asked = [
        ("s3:GetObject", "shared/alice/may.csv"),
        ("s3:GetObject", "shared/alice/2026/june.csv"),
        ("s3:GetObject", "shared/bob/may.csv"),
        ("s3:ListBucket", "shared"),
        ("s3:PutObject", "shared/alice/may.csv"),
    ];
    let requests = asked.map(|(action, key)| request(action, &format!("arn:aws:s3:::{key}"), "444455556666"));
    Scenario { name: "cross-account", policies: policies(principal, resource), requests: requests.into() }
}
