//! VPC endpoints: what goes through them, and what their policies let pass (rules B-44, C-59).

use super::{PAYROLL_MAY, build, call, error, first, key, owner, verdict};
use iam_sandbox::api::{Answer, Credentials, Question, Sandbox, Save};
use iam_sandbox::authz::Environment;
use iam_sandbox::eval::{DecidedBy, Decision, PolicyLayer};
use serde_json::{Value, json};

const VPC: &str = "vpc-0123456789abcdef0";

/// Makes an endpoint to S3 and gives its id.
fn make(sandbox: &mut Sandbox, policy: Option<&Value>) -> Box<str> {
    let mut input = json!({ "VpcId": VPC, "ServiceName": "com.amazonaws.eu-west-1.s3" });
    if let Some(policy) = policy {
        input["PolicyDocument"] = policy.to_string().into();
    }
    let output = build(sandbox, "ec2:CreateVpcEndpoint", input);
    output["VpcEndpoint"]["VpcEndpointId"].as_str().unwrap().into()
}

/// The policy of the user guide: only this bucket through this endpoint.
fn only(resource: &str) -> Value {
    json!({ "Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": resource,
    }]})
}

fn through(sandbox: &Sandbox, id: &str, action: &str, resource: &str) -> Answer {
    let environment = Environment { vpc_endpoint: Some(id.into()), ..Environment::default() };
    let bob = Credentials::Key(key(sandbox, "bob"));
    sandbox.preview(&Question { environment, ..Question::new(bob, action, resource) })
}

fn value(answer: &Answer, key: &str) -> Option<String> {
    answer.deciding_check().unwrap().request.context.single(key).map(str::to_owned)
}

#[test]
fn a_call_through_an_endpoint_has_its_keys_and_no_public_address() {
    let mut sandbox = first();
    let id = make(&mut sandbox, None);
    assert!(id.starts_with("vpce-") && id.len() == 22, "{id}");
    let answer = through(&sandbox, &id, "s3:GetObject", PAYROLL_MAY);
    assert!(answer.is_allowed(), "an endpoint without a policy lets everything pass");
    assert_eq!(value(&answer, "aws:sourcevpce").as_deref(), Some(&*id));
    assert_eq!(value(&answer, "aws:sourcevpc").as_deref(), Some(VPC));
    assert!(value(&answer, "aws:vpcsourceip").unwrap().starts_with("10."));
    assert_eq!(value(&answer, "aws:sourceip"), None);
    // The endpoint leads to S3; calls to other services take the public way.
    let other = through(&sandbox, &id, "iam:ListUsers", "*");
    assert_eq!(value(&other, "aws:sourcevpce"), None);
    assert_eq!(value(&other, "aws:sourceip").as_deref(), Some("203.0.113.9"));
}

#[test]
fn its_policy_bears_on_what_goes_through_and_on_nothing_else() {
    let mut sandbox = first();
    let id = make(&mut sandbox, Some(&only("arn:aws:s3:::reports-prod/*")));
    let stopped = (Decision::ImplicitDeny, DecidedBy::Layer(PolicyLayer::VpcEndpoint));
    assert_eq!(verdict(&through(&sandbox, &id, "s3:GetObject", PAYROLL_MAY)), stopped);
    let bob = Credentials::Key(key(&sandbox, "bob"));
    assert!(sandbox.preview(&Question::new(bob, "s3:GetObject", PAYROLL_MAY)).is_allowed());
    // An endpoint policy grants nothing by itself.
    let silent = through(&sandbox, &id, "s3:GetObject", "arn:aws:s3:::reports-prod/q1.csv");
    assert_eq!(verdict(&silent), (Decision::ImplicitDeny, DecidedBy::Layer(PolicyLayer::Identity)));
    let wider = only("arn:aws:s3:::payroll/*").to_string();
    build(&mut sandbox, "ec2:ModifyVpcEndpoint", json!({ "VpcEndpointId": id, "PolicyDocument": wider }));
    assert!(through(&sandbox, &id, "s3:GetObject", PAYROLL_MAY).is_allowed());
    let list = "arn:aws:s3:::payroll";
    assert_eq!(verdict(&through(&sandbox, &id, "s3:ListBucket", list)), stopped);
    build(&mut sandbox, "ec2:ModifyVpcEndpoint", json!({ "VpcEndpointId": id, "ResetPolicy": true }));
    assert!(through(&sandbox, &id, "s3:ListBucket", list).is_allowed());
}

/// The bucket policy of the S3 user guide that keeps everybody out who does not come through the endpoint.
#[test]
fn a_bucket_can_ask_for_the_endpoint() {
    let mut sandbox = first();
    let id = make(&mut sandbox, None);
    let policy = json!({ "Version": "2012-10-17", "Statement": [{
        "Sid": "Access-to-specific-VPCE-only", "Effect": "Deny", "Principal": "*", "Action": "s3:*",
        "Resource": ["arn:aws:s3:::payroll", "arn:aws:s3:::payroll/*"],
        "Condition": { "StringNotEquals": { "aws:SourceVpce": id } },
    }]});
    build(&mut sandbox, "s3:PutBucketPolicy", json!({ "Bucket": "payroll", "Policy": policy.to_string() }));
    assert!(through(&sandbox, &id, "s3:GetObject", PAYROLL_MAY).is_allowed());
    let bob = Credentials::Key(key(&sandbox, "bob"));
    let outside = sandbox.preview(&Question::new(bob, "s3:GetObject", PAYROLL_MAY));
    assert_eq!(verdict(&outside), (Decision::ExplicitDeny, DecidedBy::Layer(PolicyLayer::Resource)));
}

#[test]
fn ec2_refuses_in_its_own_words_and_saves_keep_endpoints() {
    let mut sandbox = first();
    let before = sandbox.world().clone();
    let rows = [
        ("ec2:CreateVpcEndpoint", json!({ "VpcId": VPC, "ServiceName": "s3" }), "InvalidServiceName"),
        (
            "ec2:CreateVpcEndpoint",
            json!({ "VpcId": "my-vpc", "ServiceName": "com.amazonaws.eu-west-1.s3" }),
            "InvalidVpcID.Malformed",
        ),
        (
            "ec2:CreateVpcEndpoint",
            json!({ "VpcId": VPC, "ServiceName": "com.amazonaws.eu-west-1.s3", "PolicyDocument": "{" }),
            "InvalidPolicyDocument",
        ),
        (
            "ec2:ModifyVpcEndpoint",
            json!({ "VpcEndpointId": "vpce-0123456789abcdef0", "ResetPolicy": true }),
            "InvalidVpcEndpointId.NotFound",
        ),
    ];
    for (operation, input, code) in rows {
        let (found, status, _) = error(&call(&mut sandbox, owner(), operation, input.clone()));
        assert_eq!((&*found, status), (code, 400), "{input}");
    }
    assert_eq!(*sandbox.world(), before);
    make(&mut sandbox, None);
    let alice = Credentials::Key(key(&sandbox, "alice"));
    let input = json!({ "VpcId": VPC, "ServiceName": "com.amazonaws.eu-west-1.s3" });
    assert_eq!(error(&call(&mut sandbox, alice, "ec2:CreateVpcEndpoint", input)).0, "UnauthorizedOperation");
    let mut save = Save::parse(&sandbox.save(Value::Null).to_json()).unwrap();
    save.events.clear();
    assert_eq!(Sandbox::open(&save).world(), sandbox.world());
}

/// Rules C-57 and B-44: S3 asks KMS in the caller's name, and not through an endpoint of the caller's. The address of the
/// caller goes along where the first call was public, and there is none where it came through an endpoint.
#[test]
fn what_a_service_asks_for_goes_through_no_endpoint_of_the_caller() {
    let mut sandbox = first();
    let key = build(&mut sandbox, "kms:CreateKey", json!({}))["KeyMetadata"]["Arn"].as_str().unwrap().to_owned();
    let new = json!({
        "Bucket": "reports-prod", "Key": "sealed.csv", "ServerSideEncryption": "aws:kms", "SSEKMSKeyId": key,
    });
    build(&mut sandbox, "s3:PutObject", new);
    let to_kms = json!({
        "VpcId": VPC, "ServiceName": "com.amazonaws.us-east-1.kms",
        "PolicyDocument": only("arn:aws:s3:::nothing").to_string(),
    });
    let to_kms = build(&mut sandbox, "ec2:CreateVpcEndpoint", to_kms)["VpcEndpoint"]["VpcEndpointId"].clone();
    let to_s3 = make(&mut sandbox, None);
    super::let_user(&mut sandbox, "bob", &json!({ "Effect": "Allow", "Action": ["s3:*", "kms:*"], "Resource": "*" }));
    let asked = |id: &str| {
        let asked = through(&sandbox, id, "s3:GetObject", "arn:aws:s3:::reports-prod/sealed.csv");
        assert!(asked.is_allowed(), "{asked:?}");
        let keys = ["aws:sourceip", "aws:sourcevpce"];
        let told =
            asked.checks.iter().map(|check| keys.map(|key| check.request.context.single(key).map(str::to_owned)));
        told.collect::<Vec<_>>()
    };
    let public = [Some("203.0.113.9".to_owned()), None];
    assert_eq!(asked(to_kms.as_str().unwrap()), [public.clone(), public]);
    assert_eq!(asked(&to_s3), [[None, Some(to_s3.to_string())], [None, None]]);
}
