//! Instances, their profiles, their metadata service, and the credentials that EC2 gets for them (part G).
//!
//! The example is that of the IAM user guide, "Use an IAM role to grant permissions to applications running on Amazon
//! EC2 instances": an application on an instance reads and writes a bucket.

use super::{build, call, first, owner};
use iam_sandbox::api::{
    Answer, Cause, Credentials, Event, MetadataRequest, MetadataResponse, Outcome, Question, Sandbox, Save,
};
use iam_sandbox::eval::ContextValue;
use serde_json::{Value, json};

const ROLE: &str = "arn:aws:iam::111122223333:role/mybucket-access";
const OBJECT: &str = "arn:aws:s3:::mybucket/a";

fn trust(service: &str) -> String {
    let principal = json!({ "Service": service });
    json!({ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole" } })
        .to_string()
}

/// A role with a policy of one statement, in a profile of its name.
#[track_caller]
fn role(sandbox: &mut Sandbox, name: &str, service: &str, actions: &Value) {
    build(sandbox, "iam:CreateRole", json!({ "RoleName": name, "AssumeRolePolicyDocument": trust(service) }));
    let statement = json!({ "Effect": "Allow", "Action": actions, "Resource": "arn:aws:s3:::mybucket/*" });
    let document = json!({ "Version": "2012-10-17", "Statement": statement }).to_string();
    let input = json!({ "RoleName": name, "PolicyName": "Bucket", "PolicyDocument": document });
    build(sandbox, "iam:PutRolePolicy", input);
    build(sandbox, "iam:CreateInstanceProfile", json!({ "InstanceProfileName": name }));
    build(sandbox, "iam:AddRoleToInstanceProfile", json!({ "InstanceProfileName": name, "RoleName": name }));
}

/// mybucket with a role that reads and writes it and one that only reads; an instance without a profile.
pub(super) fn with_instance() -> (Sandbox, String) {
    let mut sandbox = first();
    build(&mut sandbox, "s3:CreateBucket", json!({ "Bucket": "mybucket" }));
    build(&mut sandbox, "s3:PutObject", json!({ "Bucket": "mybucket", "Key": "a" }));
    role(&mut sandbox, "mybucket-access", "ec2.amazonaws.com", &json!(["s3:GetObject", "s3:PutObject"]));
    role(&mut sandbox, "mybucket-read", "ec2.amazonaws.com", &json!("s3:GetObject"));
    let launched = build(
        &mut sandbox,
        "ec2:RunInstances",
        json!({ "ImageId": "ami-0abcdef1234567890", "MinCount": 1, "MaxCount": 1 }),
    );
    (sandbox, launched["Instances"][0]["InstanceId"].as_str().unwrap().to_owned())
}

#[track_caller]
pub(super) fn associate(sandbox: &mut Sandbox, instance: &str, profile: &str) -> String {
    let input = json!({ "IamInstanceProfile": { "Name": profile }, "InstanceId": instance });
    let made = build(sandbox, "ec2:AssociateIamInstanceProfile", input);
    assert_eq!(made["IamInstanceProfileAssociation"]["State"], "associating");
    made["IamInstanceProfileAssociation"]["AssociationId"].as_str().unwrap().to_owned()
}

fn token(sandbox: &mut Sandbox, instance: &str) -> String {
    let answer = sandbox.metadata(instance, MetadataRequest::put_token(21_600));
    assert_eq!(answer.status, Some(200));
    answer.body
}

fn get(sandbox: &mut Sandbox, instance: &str, path: &str) -> MetadataResponse {
    let token = token(sandbox, instance);
    sandbox.metadata(instance, MetadataRequest::get_with_token(path, &token))
}

/// What the metadata service says of the credentials of a role.
fn document(sandbox: &mut Sandbox, instance: &str, role: &str) -> Value {
    let answer = get(sandbox, instance, &format!("/latest/meta-data/iam/security-credentials/{role}"));
    assert_eq!(answer.status, Some(200), "{}", answer.body);
    serde_json::from_str(&answer.body).unwrap()
}

fn credentials(document: &Value) -> Credentials {
    assert_eq!((&document["Code"], &document["Type"]), (&json!("Success"), &json!("AWS-HMAC")));
    Credentials::key(document["AccessKeyId"].as_str().unwrap())
}

fn error(answer: &Answer) -> &str {
    answer.error().map_or("", |error| &error.code)
}

fn ask(sandbox: &Sandbox, credentials: &Credentials, action: &str) -> Answer {
    sandbox.preview(&Question::new(credentials.clone(), action, OBJECT))
}

fn value(answer: &Answer, key: &str) -> Option<String> {
    match answer.deciding_check().unwrap().request.context.get(key)? {
        ContextValue::One(value) => Some(value.to_string()),
        other => panic!("{key}: {other:?}"),
    }
}

/// Rules G-1 to G-10: the whole way from the profile to the object.
#[test]
fn an_application_on_an_instance_reads_and_writes_the_bucket() {
    let (mut sandbox, id) = with_instance();
    assert_eq!(get(&mut sandbox, &id, "/latest/meta-data/iam/").status, Some(404), "no profile, no iam");
    associate(&mut sandbox, &id, "mybucket-access");
    let assumed = sandbox.steps().last().unwrap();
    let Event::Call(made) = &assumed.event else { panic!("{:?}", assumed.event) };
    assert_eq!((&*made.operation, assumed.cause.clone()), ("sts:AssumeRole", Some(Cause::Service)));
    assert_eq!(made.input, json!({ "RoleArn": ROLE, "RoleSessionName": id }));
    assert!(matches!(&made.credentials, Credentials::Service(service) if &*service.name == "ec2.amazonaws.com"));

    assert_eq!(get(&mut sandbox, &id, "/latest/meta-data/instance-id").body, id);
    assert_eq!(get(&mut sandbox, &id, "/latest/meta-data/iam/").body, "info\nsecurity-credentials/");
    assert_eq!(get(&mut sandbox, &id, "/latest/meta-data/iam/security-credentials/").body, "mybucket-access");
    let info: Value = serde_json::from_str(&get(&mut sandbox, &id, "/latest/meta-data/iam/info").body).unwrap();
    assert_eq!(info["InstanceProfileArn"], "arn:aws:iam::111122223333:instance-profile/mybucket-access");
    assert!(info["InstanceProfileId"].as_str().unwrap().starts_with("AIPA"));

    let session = credentials(&document(&mut sandbox, &id, "mybucket-access"));
    let identity = call(&mut sandbox, session.clone(), "sts:GetCallerIdentity", json!({}));
    let Outcome::Done(identity) = identity.outcome else { panic!("{:?}", identity.outcome) };
    assert_eq!(identity["Arn"], json!(format!("arn:aws:sts::111122223333:assumed-role/mybucket-access/{id}")));
    assert!(identity["UserId"].as_str().unwrap().ends_with(&format!(":{id}")));
    assert!(ask(&sandbox, &session, "s3:GetObject").is_allowed());
    assert!(ask(&sandbox, &session, "s3:PutObject").is_allowed());
    assert!(!ask(&sandbox, &session, "s3:DeleteObject").is_allowed());
    // Rule G-5 and table B-43.
    let read = ask(&sandbox, &session, "s3:GetObject");
    assert_eq!(value(&read, "ec2:roledelivery").as_deref(), Some("2.0"));
    let arn = format!("arn:aws:ec2:us-east-1:111122223333:instance/{id}");
    assert_eq!(value(&read, "ec2:sourceinstancearn"), Some(arn));
    assert!(value(&read, "aws:ec2instancesourcevpc").unwrap().starts_with("vpc-"));
    assert!(value(&read, "aws:ec2instancesourceprivateipv4").unwrap().starts_with("10.0."));
}

/// Rule G-4: new credentials five minutes before the old ones end at the latest; the old ones last as long as told.
#[test]
fn credentials_are_renewed_in_time_and_old_ones_end() {
    let (mut sandbox, id) = with_instance();
    associate(&mut sandbox, &id, "mybucket-access");
    let old = document(&mut sandbox, &id, "mybucket-access");
    let ends = sandbox.world().session(old["AccessKeyId"].as_str().unwrap()).unwrap().expires;
    assert_eq!(old["Expiration"], json!(ends.to_string()));
    let until = |sandbox: &Sandbox, seconds_before| {
        u32::try_from(ends.epoch_seconds() - seconds_before - sandbox.now().epoch_seconds()).unwrap()
    };
    sandbox.advance_clock(until(&sandbox, 300));
    let new = document(&mut sandbox, &id, "mybucket-access");
    assert_ne!(new["AccessKeyId"], old["AccessKeyId"]);
    assert!(ask(&sandbox, &credentials(&old), "s3:GetObject").is_allowed(), "both hold for a while");
    sandbox.advance_clock(until(&sandbox, 0));
    assert_eq!(error(&ask(&sandbox, &credentials(&old), "s3:GetObject")), "ExpiredToken");
    assert!(ask(&sandbox, &credentials(&new), "s3:GetObject").is_allowed());
}

/// API reference of EC2: a second association fails; the profile of a running instance is replaced.
#[test]
fn a_profile_is_associated_once_replaced_and_taken_off() {
    let (mut sandbox, id) = with_instance();
    let association = associate(&mut sandbox, &id, "mybucket-access");
    let second = json!({ "IamInstanceProfile": { "Name": "mybucket-read" }, "InstanceId": id });
    let refused = call(&mut sandbox, owner(), "ec2:AssociateIamInstanceProfile", second);
    assert_eq!(error(&refused), "IncorrectState");
    let before = credentials(&document(&mut sandbox, &id, "mybucket-access"));

    let input = json!({ "IamInstanceProfile": { "Name": "mybucket-read" }, "AssociationId": association });
    let replaced = build(&mut sandbox, "ec2:ReplaceIamInstanceProfileAssociation", input);
    let association = replaced["IamInstanceProfileAssociation"]["AssociationId"].as_str().unwrap().to_owned();
    assert_eq!(get(&mut sandbox, &id, "/latest/meta-data/iam/security-credentials/").body, "mybucket-read");
    let after = credentials(&document(&mut sandbox, &id, "mybucket-read"));
    assert!(!ask(&sandbox, &after, "s3:PutObject").is_allowed());
    // Rule F-2: what is out holds until it ends.
    assert!(ask(&sandbox, &before, "s3:PutObject").is_allowed());

    build(&mut sandbox, "ec2:DisassociateIamInstanceProfile", json!({ "AssociationId": association }));
    assert_eq!(get(&mut sandbox, &id, "/latest/meta-data/iam/info").status, Some(404));
}

/// Rule G-11: a role that is taken out of the profile stays in the document until the credentials are renewed.
#[test]
fn a_role_taken_out_of_the_profile_stays_in_the_document_until_renewal() {
    let (mut sandbox, id) = with_instance();
    associate(&mut sandbox, &id, "mybucket-access");
    let input = json!({ "InstanceProfileName": "mybucket-access", "RoleName": "mybucket-access" });
    build(&mut sandbox, "iam:RemoveRoleFromInstanceProfile", input);
    let shown = document(&mut sandbox, &id, "mybucket-access");
    assert!(ask(&sandbox, &credentials(&shown), "s3:GetObject").is_allowed(), "the role itself is as it was");
    let input = json!({ "InstanceProfileName": "mybucket-access", "RoleName": "mybucket-read" });
    build(&mut sandbox, "iam:AddRoleToInstanceProfile", input);
    assert_eq!(get(&mut sandbox, &id, "/latest/meta-data/iam/security-credentials/").body, "mybucket-access");
    sandbox.advance_clock(6 * 3_600);
    assert_eq!(get(&mut sandbox, &id, "/latest/meta-data/iam/security-credentials/").body, "mybucket-read");
}

/// IAM user guide, "Troubleshoot IAM and Amazon EC2": the code when the role does not trust EC2.
#[test]
fn a_role_that_does_not_trust_ec2_is_told_in_the_document() {
    let (mut sandbox, id) = with_instance();
    role(&mut sandbox, "for-lambda", "lambda.amazonaws.com", &json!("s3:GetObject"));
    associate(&mut sandbox, &id, "for-lambda");
    let step = sandbox.steps().last().unwrap();
    assert_eq!(error(step.answer.as_ref().unwrap()), "AccessDenied", "EC2 is refused by the trust policy");
    assert_eq!(document(&mut sandbox, &id, "for-lambda")["Code"], "AssumeRoleUnauthorizedAccess");
    let input = json!({ "RoleName": "for-lambda", "PolicyDocument": trust("ec2.amazonaws.com") });
    build(&mut sandbox, "iam:UpdateAssumeRolePolicy", input);
    sandbox.advance_clock(600);
    assert_eq!(document(&mut sandbox, &id, "for-lambda")["Code"], "Success");
}

/// Rules G-7 and G-8, from "Use the Instance Metadata Service" and "Configure the instance metadata options".
#[test]
fn the_metadata_service_answers_by_its_settings() {
    let (mut sandbox, id) = with_instance();
    associate(&mut sandbox, &id, "mybucket-access");
    let status = |sandbox: &mut Sandbox, request: MetadataRequest| sandbox.metadata(&id, request).status;
    let plain = || MetadataRequest::get("/latest/meta-data/instance-id");
    assert_eq!(status(&mut sandbox, plain()), Some(401), "a token is required");
    assert_eq!(status(&mut sandbox, MetadataRequest::get_with_token("/latest/meta-data/", "forged")), Some(401));
    for seconds in [0, 21_601] {
        assert_eq!(status(&mut sandbox, MetadataRequest::put_token(seconds)), Some(400), "{seconds}");
    }
    let mut headless = MetadataRequest::put_token(60);
    headless.headers.clear();
    assert_eq!(status(&mut sandbox, headless), Some(400));
    let mut forwarded = MetadataRequest::put_token(60);
    forwarded.headers.insert("x-forwarded-for".into(), "198.51.100.7".into());
    assert_eq!(status(&mut sandbox, forwarded), Some(403));

    let short = sandbox.metadata(&id, MetadataRequest::put_token(60)).body;
    let with_token = || MetadataRequest::get_with_token("/latest/meta-data/instance-id", &short);
    assert_eq!(status(&mut sandbox, with_token()), Some(200));
    sandbox.advance_clock(60);
    assert_eq!(status(&mut sandbox, with_token()), Some(401), "the token has ended");

    let set = |sandbox: &mut Sandbox, member: &str, value: Value| {
        build(sandbox, "ec2:ModifyInstanceMetadataOptions", json!({ "InstanceId": id, member: value }));
    };
    set(&mut sandbox, "HttpPutResponseHopLimit", json!(1));
    let from_container = || MetadataRequest { hops: 2, ..MetadataRequest::put_token(60) };
    assert_eq!(status(&mut sandbox, from_container()), None, "the answer does not get that far");
    set(&mut sandbox, "HttpPutResponseHopLimit", json!(2));
    assert_eq!(status(&mut sandbox, from_container()), Some(200));
    set(&mut sandbox, "HttpTokens", json!("optional"));
    assert_eq!(status(&mut sandbox, plain()), Some(200), "version 1 answers");
    set(&mut sandbox, "HttpEndpoint", json!("disabled"));
    assert_eq!(status(&mut sandbox, plain()), Some(403));
    assert_eq!(status(&mut sandbox, MetadataRequest::put_token(60)), Some(403));
}

/// A token is good on its own instance only (rule G-7).
#[test]
fn a_token_of_another_instance_is_refused() {
    let (mut sandbox, id) = with_instance();
    let launched = build(
        &mut sandbox,
        "ec2:RunInstances",
        json!({ "ImageId": "ami-0abcdef1234567890", "MinCount": 1, "MaxCount": 1 }),
    );
    let other = launched["Instances"][0]["InstanceId"].as_str().unwrap();
    let foreign = token(&mut sandbox, other);
    let asked = MetadataRequest::get_with_token("/latest/meta-data/instance-id", &foreign);
    assert_eq!(sandbox.metadata(&id, asked.clone()).status, Some(401));
    assert_eq!(sandbox.metadata(other, asked).status, Some(200));
}

/// The key says how the credentials were fetched: policies can refuse those of version 1.
#[test]
fn credentials_of_version_1_say_so() {
    let (mut sandbox, id) = with_instance();
    associate(&mut sandbox, &id, "mybucket-access");
    build(&mut sandbox, "ec2:ModifyInstanceMetadataOptions", json!({ "InstanceId": id, "HttpTokens": "optional" }));
    let path = "/latest/meta-data/iam/security-credentials/mybucket-access";
    let stolen: Value = serde_json::from_str(&sandbox.metadata(&id, MetadataRequest::get(path)).body).unwrap();
    let own = document(&mut sandbox, &id, "mybucket-access");
    assert_eq!(stolen["Expiration"], own["Expiration"]);
    let delivery = |document: &Value| value(&ask(&sandbox, &credentials(document), "s3:GetObject"), "ec2:roledelivery");
    assert_eq!(delivery(&stolen).as_deref(), Some("1.0"));
    assert_eq!(delivery(&own).as_deref(), Some("2.0"));
}

/// Rules G-2 and L20's table: launching with a role is two permissions, and `iam:PassRole` is asked with the service
/// and the instance (IAM user guide, "Grant a user permissions to pass a role to an AWS service").
#[test]
fn launching_with_a_role_takes_the_permission_to_pass_it() {
    let (mut sandbox, _) = with_instance();
    build(&mut sandbox, "iam:CreateUser", json!({ "UserName": "dave" }));
    build(&mut sandbox, "iam:CreateAccessKey", json!({ "UserName": "dave" }));
    let dave = Credentials::Key(super::key(&sandbox, "dave"));
    let launch = |sandbox: &mut Sandbox, profile: &str| {
        let input = json!({ "ImageId": "ami-0abcdef1234567890", "MinCount": 1, "MaxCount": 1, "IamInstanceProfile": { "Name": profile } });
        call(sandbox, dave.clone(), "ec2:RunInstances", input)
    };
    let may = |sandbox: &mut Sandbox, statement: Value| {
        let document = json!({ "Version": "2012-10-17", "Statement": statement }).to_string();
        let input = json!({ "UserName": "dave", "PolicyName": "Launch", "PolicyDocument": document });
        build(sandbox, "iam:PutUserPolicy", input);
    };
    let run = json!({ "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*" });
    may(&mut sandbox, json!([run]));
    let refused = launch(&mut sandbox, "mybucket-access");
    assert_eq!(&*refused.deciding_check().unwrap().request.action.to_string(), "iam:PassRole");
    assert_eq!(error(&refused), "UnauthorizedOperation", "the code is that of the service that was called");
    assert!(refused.checks.len() > 1, "RunInstances itself is allowed");
    let pass = |service: &str| {
        let condition = json!({
            "StringEquals": { "iam:PassedToService": service },
            "ArnLike": { "iam:AssociatedResourceArn": "arn:aws:ec2:us-east-1:111122223333:instance/*" },
        });
        json!({ "Effect": "Allow", "Action": "iam:PassRole", "Resource": ROLE, "Condition": condition })
    };
    may(&mut sandbox, json!([run, pass("lambda.amazonaws.com")]));
    assert!(!launch(&mut sandbox, "mybucket-access").is_allowed());
    may(&mut sandbox, json!([run, pass("ec2.amazonaws.com")]));
    assert!(launch(&mut sandbox, "mybucket-access").is_allowed());
    assert!(!launch(&mut sandbox, "mybucket-read").is_allowed(), "that role may not be passed");
}

/// What happens by itself follows from what was told: a save holds no more, and undo takes it along.
#[test]
fn what_is_due_is_played_again_and_undone_with_what_brought_it() {
    let (mut sandbox, id) = with_instance();
    let before = sandbox.world().clone();
    associate(&mut sandbox, &id, "mybucket-access");
    sandbox.advance_clock(86_400);
    let renewals = sandbox.steps().iter().filter(|step| step.cause.is_some()).count();
    assert!(renewals > 3, "a day has more than three times six hours: {renewals}");
    let save = sandbox.save(Value::Null);
    assert!(
        save.events.iter().all(|event| !matches!(event, Event::Call(call) if &*call.operation == "sts:AssumeRole"))
    );
    let opened = Sandbox::open(&Save::parse(&save.to_json()).unwrap());
    assert_eq!(opened.steps().len(), sandbox.steps().len(), "it was played again");
    assert_eq!(opened.world(), sandbox.world());
    let (world, now) = (sandbox.world().clone(), sandbox.now());
    assert!(sandbox.undo() && sandbox.undo());
    assert_eq!(*sandbox.world(), before);
    assert!(sandbox.redo() && sandbox.redo());
    assert_eq!((sandbox.world(), sandbox.now()), (&world, now));
}

/// Stopping ends what the metadata service says; starting brings new credentials.
#[test]
fn a_stopped_instance_says_nothing_and_a_started_one_has_new_credentials() {
    let (mut sandbox, id) = with_instance();
    associate(&mut sandbox, &id, "mybucket-access");
    let old = document(&mut sandbox, &id, "mybucket-access");
    build(&mut sandbox, "ec2:StopInstances", json!({ "InstanceIds": [id] }));
    assert_eq!(sandbox.metadata(&id, MetadataRequest::put_token(60)).status, None);
    let started = build(&mut sandbox, "ec2:StartInstances", json!({ "InstanceIds": [id] }));
    assert_eq!(started["StartingInstances"][0]["PreviousState"], json!({ "Code": 80, "Name": "stopped" }));
    assert_ne!(document(&mut sandbox, &id, "mybucket-access")["AccessKeyId"], old["AccessKeyId"]);
    build(&mut sandbox, "ec2:TerminateInstances", json!({ "InstanceIds": [id] }));
    let again = call(&mut sandbox, owner(), "ec2:StartInstances", json!({ "InstanceIds": [id] }));
    assert_eq!(error(&again), "IncorrectInstanceState");
}
