//! What CloudTrail has of calls: rules H-1 to H-16, in the shapes of the IAM user guide, "Logging IAM and AWS STS API
//! calls with AWS CloudTrail", and of the CloudTrail user guide, "CloudTrail userIdentity element".

use super::{EDITOR, PAYROLL_MAY, assume, build, call, first, key, owner};
use iam_sandbox::api::{
    ApiCall, Audit, Credentials, Outcome, Question, Sandbox, ServiceCredentials, TrailQuery, origin,
};
use iam_sandbox::authz::Environment;
use iam_sandbox::services::TrailRecord;
use serde_json::{Value, json};

const DEV: &str = "444455556666";
const PROD: &str = "111122223333";

/// The records of the last step, one for each account.
#[track_caller]
fn last(sandbox: &Sandbox) -> Vec<TrailRecord> {
    match sandbox.audit(sandbox.steps().len() - 1) {
        Some(Audit::Recorded(records)) => records,
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn only(sandbox: &Sandbox) -> Value {
    let records = last(sandbox);
    assert_eq!(records.len(), 1, "{records:?}");
    records[0].event.clone()
}

fn by(sandbox: &Sandbox, name: &str) -> Credentials {
    Credentials::Key(key(sandbox, name))
}

/// The session that an answer brought.
#[track_caller]
fn session(outcome: &Outcome) -> Credentials {
    let Outcome::Done(output) = outcome else { panic!("{outcome:?}") };
    Credentials::key(output["Credentials"]["AccessKeyId"].as_str().unwrap())
}

fn members(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

/// dana administers dev, and the role report-editor of prod trusts her too.
fn trusting_dana() -> Sandbox {
    let mut sandbox = first();
    let statement = json!({
        "Effect": "Allow", "Action": "sts:AssumeRole",
        "Principal": { "AWS": ["arn:aws:iam::444455556666:user/dana", "arn:aws:iam::111122223333:user/alice"] },
    });
    let document = json!({ "Version": "2012-10-17", "Statement": statement }).to_string();
    let input = json!({ "RoleName": "report-editor", "PolicyDocument": document });
    build(&mut sandbox, "iam:UpdateAssumeRolePolicy", input);
    sandbox
}

/// Rules H-1 and H-10; the record of the user guide has the same members.
#[test]
fn a_write_tells_what_was_asked_and_answered() {
    let mut sandbox = first();
    let dana = by(&sandbox, "dana");
    call(
        &mut sandbox,
        dana.clone(),
        "iam:CreateUser",
        json!({ "UserName": "erin", "Tags": [{ "Key": "team", "Value": "a" }] }),
    );
    let record = only(&sandbox);
    let user = sandbox.world().account(DEV.parse().unwrap()).unwrap().user("dana").unwrap();
    assert_eq!(
        record["userIdentity"],
        json!({
            "type": "IAMUser", "principalId": user.id, "arn": "arn:aws:iam::444455556666:user/dana",
            "accountId": DEV, "accessKeyId": user.access_keys[0].id, "userName": "dana",
        })
    );
    assert_eq!(record["eventTime"], "2026-11-21T10:02:00Z");
    assert_eq!(record["eventSource"], "iam.amazonaws.com");
    assert_eq!(record["eventName"], "CreateUser");
    assert_eq!(record["awsRegion"], "us-east-1", "rule H-3");
    assert_eq!(record["sourceIPAddress"], "203.0.113.9");
    assert_eq!(record["requestParameters"], json!({ "userName": "erin", "tags": [{ "key": "team", "value": "a" }] }));
    let erin = sandbox.world().account(DEV.parse().unwrap()).unwrap().user("erin").unwrap();
    let answered = &record["responseElements"]["user"];
    assert_eq!(answered["userId"], json!(erin.id));
    assert_eq!(answered["createDate"], "Nov 21, 2026 10:02:00 AM");
    assert_eq!(record["readOnly"], false);
    assert_eq!(record["managementEvent"], true);
    assert_eq!(record["eventCategory"], "Management");
    assert_eq!(record["eventType"], "AwsApiCall");
    assert_eq!(record["recipientAccountId"], DEV);
    assert!(record.get("errorCode").is_none() && record.get("sharedEventID").is_none(), "{record}");
}

/// Rule H-1: null for calls that only read.
#[test]
fn a_read_has_no_response_elements() {
    let mut sandbox = first();
    let dana = by(&sandbox, "dana");
    call(&mut sandbox, dana, "iam:GetUser", json!({ "UserName": "dana" }));
    let record = only(&sandbox);
    assert_eq!(record["requestParameters"], json!({ "userName": "dana" }));
    assert_eq!((&record["responseElements"], &record["readOnly"]), (&Value::Null, &json!(true)));
}

/// Rules H-8 and H-10.
#[test]
fn no_record_holds_a_secret() {
    let mut sandbox = first();
    let dana = by(&sandbox, "dana");
    let made = call(&mut sandbox, dana, "iam:CreateAccessKey", json!({ "UserName": "dana" }));
    let Outcome::Done(output) = &made.outcome else { panic!("{made:?}") };
    let secret = output["AccessKey"]["SecretAccessKey"].as_str().unwrap().to_owned();
    let record = only(&sandbox);
    assert_eq!(members(&record["responseElements"]["accessKey"]), ["userName", "accessKeyId", "status", "createDate"]);
    let assumed = assume(&mut sandbox, "alice", 3_600);
    let Outcome::Done(output) = &assumed.outcome else { panic!("{assumed:?}") };
    let session_secret = output["Credentials"]["SecretAccessKey"].as_str().unwrap();
    let all = Value::Array(sandbox.events()).to_string();
    assert!(!all.contains(&secret) && !all.contains(session_secret));
}

/// Rules H-2 and H-14.
#[test]
fn a_refused_call_is_recorded_with_its_message() {
    let mut sandbox = first();
    let alice = by(&sandbox, "alice");
    let session = session(&assume(&mut sandbox, "alice", 3_600).outcome);
    let answer = call(&mut sandbox, session, "iam:CreateUser", json!({ "UserName": "bob2" }));
    let record = only(&sandbox);
    assert_eq!(record["errorCode"], "AccessDenied");
    assert_eq!(record["errorMessage"], json!(answer.error().unwrap().message));
    assert_eq!((&record["requestParameters"], &record["responseElements"]), (&Value::Null, &Value::Null));
    let role = sandbox.world().role(&EDITOR.parse().unwrap()).unwrap();
    let context = &record["userIdentity"]["sessionContext"];
    assert_eq!(
        context["sessionIssuer"],
        json!({ "type": "Role", "principalId": role.id, "arn": EDITOR, "accountId": PROD, "userName": "report-editor" })
    );
    assert_eq!(context["attributes"], json!({ "creationDate": "2026-11-21T10:02:00Z", "mfaAuthenticated": "false" }));
    assert_eq!(record["userIdentity"]["type"], "AssumedRole");
    assert_eq!(record["userIdentity"]["principalId"], format!("{}:alice", role.id));
    assert!(record["userIdentity"].get("userName").is_none(), "only the role is told of");
    call(&mut sandbox, alice, "iam:CreateUser", json!({ "UserName": "bob2" }));
    assert_eq!(only(&sandbox)["userIdentity"]["type"], "IAMUser");
}

/// Rule H-15: both accounts, with one id that they share.
#[test]
fn a_role_assumed_across_accounts_is_recorded_in_both() {
    let mut sandbox = trusting_dana();
    let input = json!({ "RoleArn": EDITOR, "RoleSessionName": "dana", "DurationSeconds": 3_600 });
    let answer = assume_as(&mut sandbox, "dana", &input);
    let records = last(&sandbox);
    let [own, other] = records.as_slice() else { panic!("{records:?}") };
    assert_eq!((own.account.to_string(), other.account.to_string()), (DEV.to_owned(), PROD.to_owned()));
    assert_eq!(own.event["sharedEventID"], other.event["sharedEventID"]);
    assert_eq!(own.event["requestID"], other.event["requestID"]);
    assert_ne!(own.event["eventID"], other.event["eventID"]);
    assert_eq!(own.text("/userIdentity/type"), "IAMUser");
    let dana = sandbox.world().account(DEV.parse().unwrap()).unwrap().user("dana").unwrap();
    assert_eq!(other.event["userIdentity"], json!({ "type": "AWSAccount", "principalId": dana.id, "accountId": DEV }));
    for record in &records {
        let parameters = &record.event["requestParameters"];
        assert_eq!(parameters, &json!({ "roleArn": EDITOR, "roleSessionName": "dana", "durationSeconds": 3_600 }));
        let answered = &record.event["responseElements"];
        let Credentials::Key(made) = session(&answer) else { panic!() };
        assert_eq!(answered["credentials"]["accessKeyId"], json!(made));
        assert_eq!(answered["credentials"]["expiration"], "Nov 21, 2026 11:02:01 AM", "an hour after 10:02:01");
        assert_eq!(members(&answered["assumedRoleUser"]), ["assumedRoleId", "arn"]);
        let role = json!([{ "ARN": EDITOR, "accountId": PROD, "type": "AWS::IAM::Role" }]);
        assert_eq!(record.event["resources"], role);
        assert_eq!(record.text("/recipientAccountId"), record.account.to_string());
    }
}

fn assume_as(sandbox: &mut Sandbox, who: &str, input: &Value) -> Outcome {
    let credentials = by(sandbox, who);
    call(sandbox, credentials, "sts:AssumeRole", input.clone()).outcome
}

/// The same page of the user guide: refused requests to assume a role across accounts are not logged in the target
/// account.
#[test]
fn the_other_account_is_not_told_of_roles_that_were_refused() {
    let mut sandbox = first();
    assume_as(&mut sandbox, "dana", &json!({ "RoleArn": EDITOR, "RoleSessionName": "dana" }));
    let record = only(&sandbox);
    assert_eq!((&record["recipientAccountId"], &record["errorCode"]), (&json!(DEV), &json!("AccessDenied")));
}

/// Rule H-2: requests whose credentials do not hold are no account's events; and decision 18.
#[test]
fn what_was_not_authenticated_or_not_called_has_no_record() {
    let mut sandbox = first();
    call(&mut sandbox, Credentials::key("AKIAIOSFODNN7EXAMPLE"), "iam:GetUser", json!({}));
    call(&mut sandbox, owner(), "iam:CreateUser", json!({ "UserName": "carol" }));
    let alice = by(&sandbox, "alice");
    sandbox.ask(Question::new(alice, "s3:PutObject", PAYROLL_MAY));
    sandbox.advance_clock(60);
    let audits: Vec<_> = (0..4).map(|step| sandbox.audit(step).unwrap()).collect();
    assert_eq!(audits, [Audit::NotAuthenticated, Audit::OfOwner, Audit::NoCall, Audit::NoCall]);
    assert_eq!(sandbox.audit(4), None);
    assert!(sandbox.events().is_empty());
}

/// STS turns sessions away whose credentials hold (table F-26): authenticated, refused, recorded.
#[test]
fn a_session_that_may_not_ask_sts_is_on_record() {
    let mut sandbox = first();
    let session = session(&assume(&mut sandbox, "alice", 3_600).outcome);
    call(&mut sandbox, session, "sts:GetSessionToken", json!({}));
    let record = only(&sandbox);
    assert_eq!((&record["eventName"], &record["errorCode"]), (&json!("GetSessionToken"), &json!("AccessDenied")));
}

/// Table H-4: the root user.
#[test]
fn the_root_user_is_told_of_by_its_account() {
    let mut sandbox = first();
    call(&mut sandbox, Credentials::Root(PROD.parse().unwrap()), "iam:ListUsers", json!({}));
    let expected = json!({
        "type": "Root", "principalId": PROD, "arn": "arn:aws:iam::111122223333:root", "accountId": PROD,
    });
    assert_eq!(only(&sandbox)["userIdentity"], expected);
}

/// Table H-4: `FederatedUser` with the user who asked, and a user with a session token, who stays who it is.
#[test]
fn federated_users_and_session_tokens_name_their_issuer() {
    let mut sandbox = first();
    let dana = by(&sandbox, "dana");
    let all = json!({ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*" } });
    let input = json!({ "Name": "Carlos", "Policy": all.to_string() });
    let federated = session(&call(&mut sandbox, dana.clone(), "sts:GetFederationToken", input).outcome);
    call(&mut sandbox, federated, "s3:ListBuckets", json!({}));
    let identity = only(&sandbox)["userIdentity"].clone();
    assert_eq!(identity["type"], "FederatedUser");
    assert_eq!(identity["principalId"], "444455556666:Carlos");
    assert_eq!(identity["arn"], "arn:aws:sts::444455556666:federated-user/Carlos");
    assert_eq!(identity["sessionContext"]["sessionIssuer"]["type"], "IAMUser");
    assert_eq!(identity["sessionContext"]["sessionIssuer"]["userName"], "dana");
    let token = session(&call(&mut sandbox, dana, "sts:GetSessionToken", json!({})).outcome);
    call(&mut sandbox, token.clone(), "s3:ListBuckets", json!({}));
    let identity = only(&sandbox)["userIdentity"].clone();
    assert_eq!((&identity["type"], &identity["userName"]), (&json!("IAMUser"), &json!("dana")));
    assert_eq!(identity["accessKeyId"], json!(token.access_key_id()));
    assert_eq!(members(&identity["sessionContext"]), ["attributes"]);
}

/// Table H-4: `AWSService`; rule H-5: its name stands for address and user agent.
#[test]
fn a_service_is_told_of_by_its_name() {
    let mut sandbox = first();
    let service = ServiceCredentials { name: "cloudtrail.amazonaws.com".into(), ..ServiceCredentials::default() };
    let input = json!({ "Bucket": "payroll", "Key": "log.json", "ContentLength": 1 });
    call(&mut sandbox, Credentials::Service(service), "s3:PutObject", input);
    let record = only(&sandbox);
    assert_eq!(record["userIdentity"], json!({ "type": "AWSService", "invokedBy": "cloudtrail.amazonaws.com" }));
    assert_eq!(record["sourceIPAddress"], "cloudtrail.amazonaws.com");
    assert_eq!(record["userAgent"], "cloudtrail.amazonaws.com");
    assert_eq!(record["recipientAccountId"], PROD, "the bucket's owner is told");
    assert!(record.get("tlsDetails").is_none());
}

/// "Logging data events": they are off by default, and the event history has management events only.
#[test]
fn reading_an_object_is_a_data_event_that_nobody_keeps() {
    let mut sandbox = first();
    let bob = by(&sandbox, "bob");
    call(&mut sandbox, bob, "s3:GetObject", json!({ "Bucket": "payroll", "Key": "may.csv" }));
    let records = last(&sandbox);
    assert_eq!(records.len(), 1);
    let record = &records[0];
    assert!(!record.is_management && !record.is_kept());
    assert_eq!(record.event["eventCategory"], "Data");
    assert_eq!(record.event["awsRegion"], "eu-west-1");
    assert_eq!(record.event["requestParameters"], json!({ "bucketName": "payroll", "key": "may.csv" }));
    assert_eq!(
        record.event["resources"],
        json!([
            { "type": "AWS::S3::Object", "ARN": PAYROLL_MAY },
            { "ARN": "arn:aws:s3:::payroll", "accountId": PROD, "type": "AWS::S3::Bucket" },
        ])
    );
    assert!(sandbox.events().is_empty());
}

/// Rule H-7.
#[test]
fn a_session_leads_back_to_the_user_who_began_it() {
    let mut sandbox = trusting_dana();
    let input = json!({ "RoleArn": EDITOR, "RoleSessionName": "dana" });
    let session = session(&assume_as(&mut sandbox, "dana", &input));
    call(&mut sandbox, session.clone(), "sts:GetCallerIdentity", json!({}));
    let records: Vec<_> = sandbox.records().collect();
    let path = origin(&records, session.access_key_id().unwrap());
    let steps: Vec<_> = path.iter().map(|record| (record.text("/eventName"), record.user_name())).collect();
    assert_eq!(steps, [("AssumeRole", "dana")]);
    let found = |query: TrailQuery| records.iter().filter(|record| query.matches(record)).count();
    assert_eq!(found(TrailQuery { who: Some("dana".into()), ..TrailQuery::default() }), 2, "user and session");
    assert_eq!(found(TrailQuery { what: Some("AssumeRole".into()), ..TrailQuery::default() }), 2, "in two accounts");
    assert_eq!(found(TrailQuery { has_failed: Some(true), ..TrailQuery::default() }), 0);
    let at = records[0].at;
    assert_eq!(found(TrailQuery { when: Some(at..=at), ..TrailQuery::default() }), 1);
}

#[test]
fn the_same_steps_give_the_same_records_and_undone_ones_give_none() {
    let steps = |sandbox: &mut Sandbox| {
        let dana = by(sandbox, "dana");
        call(sandbox, dana, "iam:CreateUser", json!({ "UserName": "erin" }));
    };
    let [mut one, mut other] = [first(), first()];
    steps(&mut one);
    steps(&mut other);
    assert_eq!(one.events(), other.events());
    assert_eq!(one.events().len(), 1);
    one.undo();
    assert!(one.events().is_empty());
    one.redo();
    assert_eq!(one.events(), other.events());
}

/// "vpcEndpointId: identifies the VPC endpoint in which requests were made from a VPC to another AWS service".
#[test]
fn a_call_through_an_endpoint_names_it() {
    let mut sandbox = first();
    let input = json!({ "VpcId": "vpc-1a2b3c4d", "ServiceName": "com.amazonaws.us-east-1.iam" });
    let made = build(&mut sandbox, "ec2:CreateVpcEndpoint", input);
    let id = made["VpcEndpoint"]["VpcEndpointId"].as_str().unwrap();
    let environment = Environment { vpc_endpoint: Some(id.into()), ..Environment::default() };
    let credentials = by(&sandbox, "dana");
    sandbox.call(ApiCall { credentials, operation: "iam:ListUsers".into(), input: json!({}), environment });
    let record = only(&sandbox);
    assert_eq!(record["vpcEndpointId"], id);
    assert_eq!(record["sourceIPAddress"], "10.0.0.9");
}

/// IAM user guide, "Example role chaining AWS STS API event in CloudTrail log file": the second request names the tags that
/// it passes, those that came in from the session, and the source identity that persists.
#[test]
fn a_chain_tells_of_tags_that_came_in_and_of_who_is_behind_it() {
    let mut sandbox = first();
    let role = |sandbox: &mut Sandbox, name: &str, principal: &str| {
        let trust = json!({ "Version": "2012-10-17", "Statement": {
            "Effect": "Allow", "Principal": { "AWS": principal },
            "Action": ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"],
        }});
        build(sandbox, "iam:CreateRole", json!({ "RoleName": name, "AssumeRolePolicyDocument": trust.to_string() }));
    };
    role(&mut sandbox, "JohnRole1", "arn:aws:iam::111122223333:user/alice");
    role(&mut sandbox, "JohnRole2", "arn:aws:iam::111122223333:role/JohnRole1");
    let first = json!({
        "RoleArn": "arn:aws:iam::111122223333:role/JohnRole1", "RoleSessionName": "Role1WithTags",
        "Tags": [{ "Key": "Department", "Value": "Engineering" }, { "Key": "Desk", "Value": "7" }],
        "TransitiveTagKeys": ["Department"], "SourceIdentity": "JohnDoe",
    });
    let caller = by(&sandbox, "alice");
    let made = call(&mut sandbox, caller, "sts:AssumeRole", first).outcome;
    assert_eq!(only(&sandbox)["requestParameters"].get("incomingTransitiveTags"), None);
    let second = json!({
        "RoleArn": "arn:aws:iam::111122223333:role/JohnRole2", "RoleSessionName": "Role2WithTags",
        "Tags": [{ "Key": "CostCenter", "Value": "12345" }],
    });
    let made = call(&mut sandbox, session(&made), "sts:AssumeRole", second).outcome;
    session(&made);
    let record = only(&sandbox);
    let asked = &record["requestParameters"];
    assert_eq!(asked["incomingTransitiveTags"], json!({ "Department": "Engineering" }));
    assert_eq!(asked["tags"], json!([{ "key": "CostCenter", "value": "12345" }]));
    assert_eq!(asked["sourceIdentity"], "JohnDoe");
    assert_eq!(record["userIdentity"]["sessionContext"]["sourceIdentity"], "JohnDoe");
    assert_eq!(record["responseElements"]["sourceIdentity"], "JohnDoe");
}
