//! Rules that a policy and a request cannot show: each is shown by calls through the front door.
//!
//! The corpus names these tests under the headings of their rules.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test program: a panic is how it reports")]

use iam_sandbox::api::{Answer, ApiCall, Credentials, Outcome, Question, Sandbox, Scenario};
use iam_sandbox::authz::Environment;
use iam_sandbox::eval::RequestContext;
use serde_json::{Value, json};

const ACCOUNT: &str = "111122223333";
const EDITOR: &str = "arn:aws:iam::111122223333:role/report-editor";

fn call(sandbox: &mut Sandbox, credentials: Credentials, operation: &str, input: Value) -> Answer {
    let environment = Environment::default();
    sandbox.call(ApiCall { credentials, operation: operation.into(), input, environment }).clone()
}

#[track_caller]
fn done(sandbox: &mut Sandbox, credentials: Credentials, operation: &str, input: Value) -> Value {
    let answer = call(sandbox, credentials, operation, input);
    let Outcome::Done(output) = answer.outcome else { panic!("{operation}: {:?}", answer.outcome) };
    output
}

fn owner() -> Credentials {
    Credentials::Owner(ACCOUNT.parse().unwrap())
}

fn key(sandbox: &Sandbox, name: &str) -> Credentials {
    Credentials::Key(sandbox.keys().find(|key| &*key.name == name).unwrap().access_key_id)
}

/// The credentials of a session of report-editor that alice opened.
fn session_of_editor(sandbox: &mut Sandbox) -> Credentials {
    let alice = key(sandbox, "alice");
    let output = done(sandbox, alice, "sts:AssumeRole", json!({ "RoleArn": EDITOR, "RoleSessionName": "monday" }));
    Credentials::Key(output["Credentials"]["AccessKeyId"].as_str().unwrap().into())
}

fn trust(who: &str) -> String {
    let statement = json!({ "Effect": "Allow", "Principal": { "AWS": who }, "Action": "sts:AssumeRole" });
    json!({ "Version": "2012-10-17", "Statement": statement }).to_string()
}

fn write_report(sandbox: &mut Sandbox, credentials: &Credentials) -> Option<String> {
    let input = json!({ "Bucket": "reports-prod", "Key": "q3.csv" });
    call(sandbox, credentials.clone(), "s3:PutObject", input).error().map(|error| error.code.to_string())
}

#[test]
fn a_session_is_judged_by_the_policies_of_its_role_as_they_are_now() {
    let mut sandbox = Sandbox::new(Scenario::first());
    let session = session_of_editor(&mut sandbox);
    assert_eq!(write_report(&mut sandbox, &session), None);
    let deny = r#"{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"s3:PutObject","Resource":"*"}}"#;
    let input = json!({ "RoleName": "report-editor", "PolicyName": "Stop", "PolicyDocument": deny });
    done(&mut sandbox, owner(), "iam:PutRolePolicy", input);
    assert_eq!(write_report(&mut sandbox, &session).as_deref(), Some("AccessDenied"));
    let input = json!({ "RoleName": "report-editor", "PolicyName": "Stop" });
    done(&mut sandbox, owner(), "iam:DeleteRolePolicy", input);
    assert_eq!(write_report(&mut sandbox, &session), None);
}

#[test]
fn a_role_assumed_from_a_session_of_a_role_lasts_an_hour_at_the_most() {
    let mut sandbox = Sandbox::new(Scenario::first());
    let create = json!({
        "RoleName": "next", "AssumeRolePolicyDocument": trust(EDITOR), "MaxSessionDuration": 43_200,
    });
    done(&mut sandbox, owner(), "iam:CreateRole", create);
    let session = session_of_editor(&mut sandbox);
    let assume = |seconds: u32| {
        let arn = format!("arn:aws:iam::{ACCOUNT}:role/next");
        json!({ "RoleArn": arn, "RoleSessionName": "monday", "DurationSeconds": seconds })
    };
    let answer = call(&mut sandbox, session.clone(), "sts:AssumeRole", assume(3_601));
    assert_eq!(answer.error().map(|error| &*error.code), Some("ValidationError"));
    done(&mut sandbox, session, "sts:AssumeRole", assume(3_600));
}

/// What a question carries, through the door.
fn context(sandbox: &Sandbox, credentials: Credentials, action: &str, resource: &str) -> RequestContext {
    let answer = sandbox.preview(&Question::new(credentials, action, resource));
    answer.deciding_check().unwrap().request.context.clone()
}

#[track_caller]
fn check_presence(context: &RequestContext, present: &[&str], absent: &[&str]) {
    for key in present {
        assert!(context.get(&key.to_lowercase()).is_some(), "{key} should be there");
    }
    for key in absent {
        assert_eq!(context.get(&key.to_lowercase()), None, "{key} should be missing");
    }
}

const PAYROLL_MAY: &str = "arn:aws:s3:::payroll/may.csv";

#[test]
fn temporary_credentials_say_when_they_were_made() {
    let mut sandbox = Sandbox::new(Scenario::first());
    let session = session_of_editor(&mut sandbox);
    let of_session = context(&sandbox, session, "s3:GetObject", PAYROLL_MAY);
    let of_others = ["aws:AssumedRoot", "aws:FederatedProvider", "aws:MultiFactorAuthAge", "aws:SourceIdentity"];
    check_presence(&of_session, &["aws:TokenIssueTime", "aws:MultiFactorAuthPresent"], &of_others);
    assert_eq!(of_session.single("aws:tokenissuetime"), Some("2026-11-21T10:02:00Z"));
    assert_eq!(of_session.single("aws:multifactorauthpresent"), Some("false"));
    let alice = key(&sandbox, "alice");
    let of_key = context(&sandbox, alice, "s3:GetObject", PAYROLL_MAY);
    check_presence(&of_key, &[], &["aws:TokenIssueTime", "aws:MultiFactorAuthPresent"]);
    check_presence(&of_key, &[], &of_others);
}

#[test]
fn a_call_from_outside_has_an_address_and_no_endpoint() {
    let sandbox = Sandbox::new(Scenario::first());
    let alice = context(&sandbox, key(&sandbox, "alice"), "s3:GetObject", PAYROLL_MAY);
    let of_endpoints =
        ["aws:SourceVpc", "aws:SourceVpce", "aws:VpcSourceIp", "aws:SourceVpcArn", "aws:VpceAccount", "aws:VpceOrgID"];
    check_presence(&alice, &["aws:SourceIp"], &of_endpoints);
    assert_eq!(alice.single("aws:sourceip"), Some("203.0.113.9"));
}

#[test]
fn a_request_says_whose_the_resource_is() {
    let sandbox = Sandbox::new(Scenario::first());
    let alice = || key(&sandbox, "alice");
    let object = context(&sandbox, alice(), "s3:GetObject", PAYROLL_MAY);
    assert_eq!(object.single("aws:resourceaccount"), Some(ACCOUNT));
    check_presence(&object, &[], &["aws:ResourceOrgID", "aws:ResourceOrgPaths", "aws:ResourceTag/team"]);
    let nothing = context(&sandbox, alice(), "s3:ListAllMyBuckets", "*");
    check_presence(&nothing, &[], &["aws:ResourceAccount"]);
}

#[test]
fn time_region_and_transport_are_always_known() {
    let sandbox = Sandbox::new(Scenario::first());
    let always = [
        "aws:CurrentTime",
        "aws:EpochTime",
        "aws:RequestedRegion",
        "aws:SecureTransport",
        "aws:UserAgent",
        "aws:ViaAWSService",
    ];
    let sometimes = ["aws:CalledVia", "aws:CalledViaFirst", "aws:referer", "aws:SourceArn", "aws:TagKeys"];
    for credentials in [key(&sandbox, "alice"), Credentials::Root(ACCOUNT.parse().unwrap()), Credentials::Anonymous] {
        let context = context(&sandbox, credentials, "s3:GetObject", PAYROLL_MAY);
        check_presence(&context, &always, &sometimes);
        assert_eq!(context.single("aws:currenttime"), Some("2026-11-21T10:02:00Z"));
        assert_eq!(context.single("aws:epochtime"), Some("1795255320"));
        assert_eq!(context.single("aws:viaawsservice"), Some("false"));
    }
    let iam = context(&sandbox, key(&sandbox, "alice"), "iam:GetUser", "arn:aws:iam::111122223333:user/alice");
    assert_eq!(iam.single("aws:requestedregion"), Some("us-east-1"));
}

#[test]
fn assuming_a_role_tells_the_name_of_the_session_and_the_external_id() {
    let mut sandbox = Sandbox::new(Scenario::first());
    let mut assume = |external_id: Value| {
        let alice = key(&sandbox, "alice");
        let input = json!({ "RoleArn": EDITOR, "RoleSessionName": "monday", "ExternalId": external_id });
        call(&mut sandbox, alice, "sts:AssumeRole", input).deciding_check().unwrap().request.context.clone()
    };
    assert_eq!(assume(Value::Null).single("sts:rolesessionname"), Some("monday"));
    check_presence(&assume(Value::Null), &[], &["sts:ExternalId", "sts:SourceIdentity", "sts:TransitiveTagKeys"]);
    assert_eq!(assume(json!("Customer-17")).single("sts:externalid"), Some("Customer-17"));
}

#[test]
fn the_root_user_assumes_no_role() {
    let mut sandbox = Sandbox::new(Scenario::first());
    let root = Credentials::Root(ACCOUNT.parse().unwrap());
    let input = json!({ "RoleArn": EDITOR, "RoleSessionName": "monday" });
    let answer = call(&mut sandbox, root.clone(), "sts:AssumeRole", input);
    let refused = |answer: &Answer| answer.error().map(|error| error.message.clone());
    let words = Some("Roles may not be assumed by root accounts.".to_owned());
    assert_eq!(refused(&answer), words);
    // A question is answered as the call is, also where the trust policy names the root user.
    let trust = json!({ "Version": "2012-10-17", "Statement": {
        "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "AWS": format!("arn:aws:iam::{ACCOUNT}:root") },
    }});
    let input = json!({ "RoleName": "report-editor", "PolicyDocument": trust.to_string() });
    let owner = Credentials::Owner(ACCOUNT.parse().unwrap());
    assert_eq!(call(&mut sandbox, owner, "iam:UpdateAssumeRolePolicy", input).error(), None);
    assert_eq!(refused(&sandbox.preview(&Question::new(root, "sts:AssumeRole", EDITOR))), words);
}
