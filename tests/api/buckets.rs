//! Block Public Access, and objects that are not there.

use super::{build, call, error, first, key, let_user, owner};
use iam_sandbox::api::{Credentials, Outcome, Question, Sandbox};
use serde_json::{Value, json};

fn public_policy() -> Value {
    let policy = json!({ "Version": "2012-10-17", "Statement": {
        "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::payroll/*",
    }});
    json!({ "Bucket": "payroll", "Policy": policy.to_string() })
}

fn refused(sandbox: &mut Sandbox) -> Option<String> {
    call(sandbox, owner(), "s3:PutBucketPolicy", public_policy()).error().map(|error| error.code.to_string())
}

/// Rule C-43: on for new buckets, and switched off by its owner.
#[test]
fn a_public_policy_is_refused_while_block_public_policy_is_on() {
    let mut sandbox = first();
    let denied = Some("AccessDenied".to_owned());
    assert_eq!(refused(&mut sandbox), denied);
    let only = |setting: &str| json!({ "Bucket": "payroll", "PublicAccessBlockConfiguration": { setting: true } });
    build(&mut sandbox, "s3:PutPublicAccessBlock", only("BlockPublicPolicy"));
    assert_eq!(refused(&mut sandbox), denied);
    // Settings that are not named are off.
    build(&mut sandbox, "s3:PutPublicAccessBlock", only("RestrictPublicBuckets"));
    assert_eq!(refused(&mut sandbox), None);
    let block = sandbox.world().bucket("payroll").unwrap().public_access_block;
    assert!(block.restrict_public_buckets && !block.block_public_policy);
    build(&mut sandbox, "s3:DeletePublicAccessBlock", json!({ "Bucket": "payroll" }));
    assert!(!sandbox.world().bucket("payroll").unwrap().public_access_block.restrict_public_buckets);
    assert!(sandbox.undo() && sandbox.redo());
}

/// Both calls ask for `s3:PutBucketPublicAccessBlock` (S3 user guide, required permissions).
#[test]
fn switching_it_asks_for_one_permission() {
    let mut sandbox = first();
    let alice = Credentials::Key(key(&sandbox, "alice"));
    let delete = json!({ "Bucket": "payroll" });
    let answer = call(&mut sandbox, alice.clone(), "s3:DeletePublicAccessBlock", delete.clone());
    assert!(error(&answer).2.contains("s3:PutBucketPublicAccessBlock on resource: \"arn:aws:s3:::payroll\""));
    let statement = json!({
        "Effect": "Allow", "Action": "s3:PutBucketPublicAccessBlock", "Resource": "arn:aws:s3:::payroll",
    });
    let_user(&mut sandbox, "alice", &statement);
    assert_eq!(call(&mut sandbox, alice, "s3:DeletePublicAccessBlock", delete).error(), None);
    let nowhere = json!({ "Bucket": "nowhere-at-all" });
    assert_eq!(error(&call(&mut sandbox, owner(), "s3:DeletePublicAccessBlock", nowhere)).0, "NoSuchBucket");
}

/// API reference of `GetObject`: without `s3:ListBucket` a missing object is a 403, with it a 404.
#[test]
fn only_who_may_list_is_told_that_an_object_is_missing() {
    let mut sandbox = first();
    let read = json!({ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::payroll/*" });
    let_user(&mut sandbox, "alice", &read);
    let mut get = |name: &str, key_name: &str| {
        let credentials = Credentials::Key(key(&sandbox, name));
        match call(&mut sandbox, credentials, "s3:GetObject", json!({ "Bucket": "payroll", "Key": key_name })).outcome {
            Outcome::Failed(error) => (error.status, error.code.to_string()),
            _ => (200, String::new()),
        }
    };
    assert_eq!(get("alice", "june.csv"), (403, "AccessDenied".to_owned()));
    assert_eq!(get("bob", "june.csv"), (404, "NoSuchKey".to_owned()));
    assert_eq!(get("alice", "may.csv").0, 200);
}

#[track_caller]
fn check_bucket_policy(statement: &str, code: Option<&str>, part: &str) {
    let policy = format!(r#"{{"Version":"2012-10-17","Statement":{statement}}}"#);
    let input = json!({ "Bucket": "payroll", "Policy": policy });
    let answer = call(&mut first(), owner(), "s3:PutBucketPolicy", input);
    assert_eq!(answer.error().map(|error| &*error.code), code, "{statement}");
    let message = answer.error().map(|error| error.message.clone()).unwrap_or_default();
    assert!(message.contains(part), "{message}");
}

#[test]
fn a_bucket_refuses_policies_that_are_not_about_it_or_are_open_to_everyone() {
    let alice = r#""Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:user/alice"}"#;
    let object = r#""Action":"s3:GetObject","Resource":"arn:aws:s3:::payroll/*""#;
    check_bucket_policy(&format!("{{{alice},{object}}}"), None, "");
    let other = r#""Action":"s3:GetObject","Resource":"arn:aws:s3:::reports-prod/*""#;
    check_bucket_policy(&format!("{{{alice},{other}}}"), Some("MalformedPolicy"), "invalid resource");
    let queue = r#""Action":"sqs:SendMessage","Resource":"arn:aws:s3:::payroll/*""#;
    check_bucket_policy(&format!("{{{alice},{queue}}}"), Some("MalformedPolicy"), "invalid action");
    let nothing = "Action does not apply to any resource(s) in statement";
    let bucket = r#""Action":["s3:ListBucket","s3:GetObject"],"Resource":"arn:aws:s3:::payroll""#;
    check_bucket_policy(&format!("{{{alice},{bucket}}}"), Some("MalformedPolicy"), nothing);
    let list = r#""Action":"s3:ListBucket","Resource":"arn:aws:s3:::payroll/*""#;
    check_bucket_policy(&format!("{{{alice},{list}}}"), Some("MalformedPolicy"), nothing);
    let ghost = alice.replace("alice", "ghost");
    check_bucket_policy(&format!("{{{ghost},{object}}}"), Some("MalformedPolicy"), "Invalid principal");
    let everyone = r#""Effect":"Allow","Principal":"*""#;
    check_bucket_policy(&format!("{{{everyone},{object}}}"), Some("AccessDenied"), "BlockPublicPolicy");
    let narrowed = r#""Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}"#;
    check_bucket_policy(&format!("{{{everyone},{object},{narrowed}}}"), None, "");
}

/// API reference of `PutBucketPolicy`: permission alone does not do for identities of other accounts.
#[test]
fn a_bucket_policy_is_written_from_the_owner_s_account_alone() {
    let mut sandbox = first();
    let policy = json!({ "Version": "2012-10-17", "Statement": {
        "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::444455556666:user/dana" }, "Action": "s3:*",
        "Resource": ["arn:aws:s3:::payroll", "arn:aws:s3:::payroll/*"],
    }});
    let input = json!({ "Bucket": "payroll", "Policy": policy.to_string() });
    build(&mut sandbox, "s3:PutBucketPolicy", input.clone());
    let dana = Credentials::Key(key(&sandbox, "dana"));
    let calls = [("s3:PutBucketPolicy", input), ("s3:DeleteBucketPolicy", json!({ "Bucket": "payroll" }))];
    for (operation, input) in calls {
        let answer = call(&mut sandbox, dana.clone(), operation, input);
        assert!(answer.is_allowed(), "both accounts allow it");
        let (code, status, _) = error(&answer);
        assert_eq!((&*code, status), ("MethodNotAllowed", 405), "{operation}");
    }
}

/// S3 user guide, `RestrictPublicBuckets`: under a public policy only services and the owner's account
/// keep their access.
#[test]
fn restricting_a_public_bucket_shuts_strangers_out() {
    let mut sandbox = first();
    build(&mut sandbox, "s3:DeletePublicAccessBlock", json!({ "Bucket": "payroll" }));
    build(&mut sandbox, "s3:PutBucketPolicy", public_policy());
    let reads = |sandbox: &Sandbox| {
        let names = ["alice", "dana"].map(|name| Credentials::Key(key(sandbox, name)));
        let all = names.into_iter().chain([Credentials::Anonymous]);
        let may_read =
            |credentials| sandbox.preview(&Question::new(credentials, "s3:GetObject", super::PAYROLL_MAY)).is_allowed();
        all.map(may_read).collect::<Vec<_>>()
    };
    assert_eq!(reads(&sandbox), [true, true, true]);
    let restrict = json!({ "RestrictPublicBuckets": true });
    let input = json!({ "Bucket": "payroll", "PublicAccessBlockConfiguration": restrict });
    build(&mut sandbox, "s3:PutPublicAccessBlock", input);
    assert_eq!(reads(&sandbox), [true, false, false]);
}

/// API_DeleteObjects: each key is answered for itself, and the call succeeds.
#[test]
fn several_objects_are_deleted_as_far_as_each_may_be() {
    let mut sandbox = first();
    for key in ["a/1", "a/2", "b/1"] {
        build(&mut sandbox, "s3:PutObject", json!({ "Bucket": "payroll", "Key": key }));
    }
    let statement = json!({ "Effect": "Allow", "Action": "s3:DeleteObject", "Resource": "arn:aws:s3:::payroll/a/*" });
    super::let_user(&mut sandbox, "alice", &statement);
    let delete = |sandbox: &mut Sandbox, quiet: bool, keys: &[&str]| {
        let objects: Vec<Value> = keys.iter().map(|key| json!({ "Key": key })).collect();
        let input = json!({ "Bucket": "payroll", "Delete": { "Objects": objects, "Quiet": quiet } });
        let alice = Credentials::Key(key(sandbox, "alice"));
        call(sandbox, alice, "s3:DeleteObjects", input).outcome
    };
    let Outcome::Done(output) = delete(&mut sandbox, false, &["a/1", "b/1", "none"]) else { panic!("refused") };
    assert_eq!(output["Deleted"], json!([{ "Key": "a/1" }]));
    let refused: Vec<&str> =
        output["Errors"].as_array().unwrap().iter().map(|one| one["Key"].as_str().unwrap()).collect();
    assert_eq!(refused, ["b/1", "none"]);
    let Outcome::Done(output) = delete(&mut sandbox, true, &["a/2"]) else { panic!("refused") };
    assert_eq!(output, json!({}));
    let objects = &sandbox.world().bucket("payroll").unwrap().objects;
    assert!(objects.contains_key("b/1") && !objects.contains_key("a/1") && !objects.contains_key("a/2"));
    let Outcome::Failed(error) = delete(&mut sandbox, false, &[]) else { panic!("done") };
    assert_eq!(&*error.code, "MalformedXML");
}

/// S3 user guide, "Condition keys for Amazon S3": `s3:ResourceAccount` is who owns the bucket, and every request tells how it
/// was sent and signed.
#[test]
fn a_policy_can_ask_whose_a_bucket_is_and_how_the_request_was_sent() {
    let mut sandbox = first();
    let own = json!({ "StringEquals": { "s3:ResourceAccount": "111122223333", "s3:authType": "REST-HEADER" } });
    let deny = json!({ "NumericLessThan": { "s3:TlsVersion": "1.2" } });
    let statement = json!([
        { "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": own },
        { "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": deny },
    ]);
    let_user(&mut sandbox, "alice", &statement);
    let alice = Credentials::Key(key(&sandbox, "alice"));
    let asked = |resource: &str| sandbox.preview(&Question::new(alice.clone(), "s3:GetObject", resource));
    assert!(asked(super::PAYROLL_MAY).is_allowed());
    let foreign = asked("arn:aws:s3:::dev-scratch/notes.txt");
    assert!(!foreign.is_allowed());
    let context = &foreign.deciding_check().unwrap().request.context;
    assert_eq!(context.single("s3:resourceaccount"), Some("444455556666"));
    let nobody = sandbox.preview(&Question::new(Credentials::Anonymous, "s3:GetObject", super::PAYROLL_MAY));
    let context = &nobody.deciding_check().unwrap().request.context;
    assert_eq!((context.get("s3:authtype"), context.single("s3:tlsversion")), (None, Some("1.3")));
}
