//! Applications and time: clients with a schedule, where they find credentials, and what happens when those end.
//!
//! From the AWS SDKs and Tools Reference Guide, "Standardized credential providers": what is stored comes first, the
//! metadata service last; credentials of the metadata service are renewed, stored ones are not.

use super::instances::{associate, with_instance};
use super::{build, call, first, owner};
use iam_sandbox::api::{Answer, Cause, Credentials, Event, MAX_DUE_STEPS, Sandbox, Save, Step};
use serde_json::{Value, json};
use std::sync::Arc;

const DAY: u32 = 86_400;

#[track_caller]
fn deploy(sandbox: &mut Sandbox, name: &str, settings: Value) {
    let mut input = json!({
        "Name": name, "EverySeconds": 60,
        "Calls": [{ "Operation": "s3:PutObject", "Input": { "Bucket": "mybucket", "Key": "x" } }],
    });
    input.as_object_mut().unwrap().extend(settings.as_object().unwrap().clone());
    build(sandbox, "sandbox:DeployApplication", input);
}

fn runs<'a>(steps: &'a [Arc<Step>], name: &str) -> Vec<&'a Answer> {
    let is_of = |step: &&Arc<Step>| step.cause == Some(Cause::Application(name.into()));
    steps.iter().filter(is_of).filter_map(|step| step.answer.as_ref()).collect()
}

fn errors(steps: &[Arc<Step>], name: &str) -> Vec<String> {
    runs(steps, name).iter().filter_map(|answer| Some(answer.error()?.code.to_string())).collect()
}

/// Lesson L18: an SDK asks again before its credentials end; a copy of them ends with them, after six hours.
#[test]
fn over_a_day_the_sdk_renews_and_a_copy_does_not() {
    let (mut sandbox, id) = with_instance();
    associate(&mut sandbox, &id, "mybucket-access");
    let copied = sandbox.world().instance(&id).unwrap().credentials.clone().unwrap().access_key_id;
    deploy(&mut sandbox, "reporter", json!({ "InstanceId": id }));
    deploy(&mut sandbox, "legacy", json!({ "AccessKeyId": copied }));
    let began = sandbox.now();
    sandbox.advance_clock(DAY);
    assert_eq!(sandbox.now(), began.plus_seconds(i64::from(DAY)));
    assert_eq!(errors(sandbox.steps(), "reporter"), Vec::<String>::new());
    assert_eq!(runs(sandbox.steps(), "reporter").len(), 24 * 60);
    let failures = errors(sandbox.steps(), "legacy");
    assert!(failures.iter().all(|code| code == "ExpiredToken"), "{failures:?}");
    let ended = runs(sandbox.steps(), "legacy").into_iter().find(|answer| answer.error().is_some()).unwrap();
    let session = sandbox.world().session(&copied).unwrap();
    assert!(ended.at >= session.expires && ended.at < session.expires.plus_seconds(60), "{}", ended.at);
    let keys = |name: &str| {
        let of = sandbox.steps().iter().filter(|step| step.cause == Some(Cause::Application(name.into())));
        let mut keys: Vec<&str> = of
            .filter_map(|step| match &step.event {
                Event::Call(call) => call.credentials.access_key_id(),
                _ => None,
            })
            .collect();
        keys.dedup();
        keys.len()
    };
    assert_eq!((keys("reporter"), keys("legacy")), (5, 1));

    // The repair needs no long-term key: the default chain.
    deploy(&mut sandbox, "legacy", json!({ "InstanceId": id }));
    let n_steps = sandbox.steps().len();
    sandbox.advance_clock(3_600);
    assert_eq!(errors(&sandbox.steps()[n_steps..], "legacy"), Vec::<String>::new());
}

/// The example of the IAM user guide goes wrong when the profile is taken off or replaced by one that only reads.
#[test]
fn the_application_fails_when_the_profile_is_taken_off_or_replaced() {
    let (mut sandbox, id) = with_instance();
    let association = associate(&mut sandbox, &id, "mybucket-access");
    deploy(&mut sandbox, "script", json!({ "InstanceId": id, "StartedAnew": true }));
    deploy(&mut sandbox, "service", json!({ "InstanceId": id }));
    let after = |sandbox: &mut Sandbox, seconds: u32| {
        let n_steps = sandbox.steps().len();
        sandbox.advance_clock(seconds);
        let steps = &sandbox.steps()[n_steps..];
        let codes = |name: &str| {
            let mut codes = errors(steps, name);
            codes.dedup();
            codes.join(" ")
        };
        (codes("script"), codes("service"))
    };
    let none = String::new();
    assert_eq!(after(&mut sandbox, 600), (none.clone(), none.clone()));
    let input = json!({ "IamInstanceProfile": { "Name": "mybucket-read" }, "AssociationId": association });
    let made = build(&mut sandbox, "ec2:ReplaceIamInstanceProfileAssociation", input);
    // A session that is out holds: a client that keeps its credentials goes on with them until it asks again.
    assert_eq!(after(&mut sandbox, 600), ("AccessDenied".to_owned(), none));
    build(&mut sandbox, "sandbox:RestartApplication", json!({ "Name": "service" }));
    assert_eq!(after(&mut sandbox, 600), ("AccessDenied".to_owned(), "AccessDenied".to_owned()));
    let association = made["IamInstanceProfileAssociation"]["AssociationId"].clone();
    build(&mut sandbox, "ec2:DisassociateIamInstanceProfile", json!({ "AssociationId": association }));
    build(&mut sandbox, "sandbox:RestartApplication", json!({ "Name": "service" }));
    assert_eq!(after(&mut sandbox, 600), ("NoCredentials".to_owned(), "NoCredentials".to_owned()));
}

/// Rules G-12 and G-13: a function has a role that Lambda can assume, and calls with a session of its name.
#[test]
fn a_function_runs_with_its_execution_role() {
    let (mut sandbox, _) = with_instance();
    let trust = |service: &str| {
        json!({ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "Service": service }, "Action": "sts:AssumeRole" } }).to_string()
    };
    let input = json!({ "RoleName": "fn-role", "AssumeRolePolicyDocument": trust("lambda.amazonaws.com") });
    build(&mut sandbox, "iam:CreateRole", input);
    let policy = json!({ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:PutObject", "Resource": "*" } });
    build(
        &mut sandbox,
        "iam:PutRolePolicy",
        json!({ "RoleName": "fn-role", "PolicyName": "Put", "PolicyDocument": policy.to_string() }),
    );
    let create = |sandbox: &mut Sandbox, role: &str| {
        let role = format!("arn:aws:iam::111122223333:role/{role}");
        let input = json!({ "FunctionName": "order-fn", "Role": role, "Runtime": "python3.13", "Handler": "index.handler", "Code": { "ZipFile": "UEsFBg==" } });
        call(sandbox, owner(), "lambda:CreateFunction", input)
    };
    let refused = create(&mut sandbox, "mybucket-access");
    let refused = refused.error().unwrap();
    assert_eq!((&*refused.code, refused.status), ("InvalidParameterValueException", 400));
    assert_eq!(refused.message, "The role defined for the function cannot be assumed by Lambda.");
    assert_eq!(create(&mut sandbox, "fn-role").error(), None);

    build(&mut sandbox, "lambda:Invoke", json!({ "FunctionName": "order-fn" }));
    let assumed = sandbox.steps().last().unwrap();
    assert_eq!(assumed.cause, Some(Cause::Service));
    let session = sandbox.world().functions().next().unwrap().session.clone().unwrap();
    assert_eq!(
        sandbox.world().session(&session).unwrap().arn().as_str(),
        "arn:aws:sts::111122223333:assumed-role/fn-role/order-fn"
    );
    let arn = "arn:aws:lambda:us-east-1:111122223333:function:order-fn";
    deploy(&mut sandbox, "orders", json!({ "FunctionArn": arn }));
    sandbox.advance_clock(DAY);
    assert_eq!(errors(sandbox.steps(), "orders"), Vec::<String>::new());
    let run = runs(sandbox.steps(), "orders")[0].deciding_check().unwrap();
    assert_eq!(run.request.context.single("lambda:sourcefunctionarn"), Some(arn));
}

/// Lambda developer guide, "Resource-based policy": S3 may invoke for one bucket.
#[test]
fn a_permission_lets_a_service_invoke_for_its_resource_only() {
    let (mut sandbox, _) = with_instance();
    let trust = json!({ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" } });
    build(
        &mut sandbox,
        "iam:CreateRole",
        json!({ "RoleName": "fn-role", "AssumeRolePolicyDocument": trust.to_string() }),
    );
    build(
        &mut sandbox,
        "lambda:CreateFunction",
        json!({ "FunctionName": "my-function", "Role": "arn:aws:iam::111122223333:role/fn-role", "Code": {}, "Runtime": "python3.13", "Handler": "i.h" }),
    );
    let permission = json!({
        "FunctionName": "my-function", "StatementId": "s3-account", "Action": "lambda:InvokeFunction",
        "Principal": "s3.amazonaws.com", "SourceArn": "arn:aws:s3:::amzn-s3-demo-bucket", "SourceAccount": "111122223333",
    });
    build(&mut sandbox, "lambda:AddPermission", permission.clone());
    let twice = call(&mut sandbox, owner(), "lambda:AddPermission", permission);
    assert_eq!(twice.error().unwrap().code, "ResourceConflictException");
    let invoke = |sandbox: &mut Sandbox, bucket: &str| {
        let s3 = iam_sandbox::api::ServiceCredentials {
            name: "s3.amazonaws.com".into(),
            source_arn: Some(format!("arn:aws:s3:::{bucket}").parse().unwrap()),
            source_account: Some("111122223333".parse().unwrap()),
        };
        let input = json!({ "FunctionName": "arn:aws:lambda:us-east-1:111122223333:function:my-function" });
        call(sandbox, Credentials::Service(s3), "lambda:Invoke", input).is_allowed()
    };
    assert!(invoke(&mut sandbox, "amzn-s3-demo-bucket"));
    assert!(!invoke(&mut sandbox, "amzn-s3-demo-bucket1"));
    build(
        &mut sandbox,
        "lambda:RemovePermission",
        json!({ "FunctionName": "my-function", "StatementId": "s3-account" }),
    );
    assert!(!invoke(&mut sandbox, "amzn-s3-demo-bucket"));
    let gone = call(&mut sandbox, owner(), "lambda:GetPolicy", json!({ "FunctionName": "my-function" }));
    assert_eq!(gone.error().unwrap().code, "ResourceNotFoundException");
}

/// A move of the clock in which too much would happen stops on its way, and the next one goes on from there.
#[test]
fn a_move_of_the_clock_ends_where_too_much_has_happened() {
    let (mut sandbox, id) = with_instance();
    associate(&mut sandbox, &id, "mybucket-access");
    deploy(&mut sandbox, "busy", json!({ "InstanceId": id, "EverySeconds": 1, "Until": "2026-11-21T14:00:00Z" }));
    let (began, n_steps) = (sandbox.now(), sandbox.steps().len());
    sandbox.advance_clock(DAY);
    let told = &sandbox.steps()[n_steps];
    assert_eq!(told.stopped_at, Some(sandbox.now()));
    assert!(sandbox.now() < began.plus_seconds(i64::from(DAY)));
    assert!(sandbox.steps().len() - n_steps >= MAX_DUE_STEPS);
    sandbox.advance_clock(DAY);
    assert_eq!(sandbox.steps()[sandbox.last_told().unwrap()].stopped_at, None);
}

/// Only the owner deploys, and AWS knows no such operation; a save holds what was told, and no run.
#[test]
fn applications_are_the_owners_and_follow_from_what_was_told() {
    let (mut sandbox, id) = with_instance();
    let alice = Credentials::Key(super::key(&first(), "alice"));
    let refused = call(&mut sandbox, alice, "sandbox:RemoveApplication", json!({ "Name": "x" }));
    assert_eq!(refused.error().unwrap().code, "InvalidAction");
    associate(&mut sandbox, &id, "mybucket-access");
    deploy(&mut sandbox, "reporter", json!({ "InstanceId": id }));
    let before = sandbox.world().clone();
    assert_eq!(sandbox.next_event(), Some(sandbox.now().plus_seconds(59)), "its first run");
    sandbox.advance_clock(7_200);
    let save = sandbox.save(Value::Null);
    let opened = Sandbox::open(&Save::parse(&save.to_json()).unwrap());
    assert_eq!((opened.world(), opened.steps().len()), (sandbox.world(), sandbox.steps().len()));
    assert!(sandbox.undo());
    assert_eq!(*sandbox.world(), before);
}
