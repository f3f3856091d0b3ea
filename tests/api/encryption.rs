//! Keys in use: encrypting and decrypting, objects under a key, and the two permissions that reading one takes (KMS
//! developer guide; S3 user guide, "Using server-side encryption with AWS KMS keys").

use super::{build, call, error, first, key, let_user, owner, preview, verdict};
use iam_sandbox::api::{Answer, Credentials, Outcome, Question, Sandbox};
use iam_sandbox::eval::{ContextValue, Decision};
use serde_json::{Value, json};

fn code(answer: &Answer) -> Option<String> {
    answer.error().map(|error| error.code.to_string())
}

fn alice(sandbox: &mut Sandbox, operation: &str, input: Value) -> Answer {
    let credentials = Credentials::Key(key(sandbox, "alice"));
    call(sandbox, credentials, operation, input)
}

/// A key with the usual policy, which hands over to the account.
fn with_key() -> (Sandbox, String) {
    let mut sandbox = first();
    let made = build(&mut sandbox, "kms:CreateKey", json!({ "Description": "Payroll" }));
    let arn = made["KeyMetadata"]["Arn"].as_str().unwrap().to_owned();
    build(&mut sandbox, "kms:CreateAlias", json!({ "AliasName": "alias/payroll", "TargetKeyId": arn }));
    (sandbox, arn)
}

#[track_caller]
fn done(answer: Answer) -> Value {
    match answer.outcome {
        Outcome::Done(output) => output,
        outcome => panic!("{outcome:?}"),
    }
}

#[test]
fn what_was_encrypted_is_decrypted_with_the_same_context() {
    let (mut sandbox, arn) = with_key();
    let context = json!({ "Department": "Finance" });
    let encrypted = build(
        &mut sandbox,
        "kms:Encrypt",
        json!({ "KeyId": "alias/payroll", "Plaintext": "c2VjcmV0", "EncryptionContext": context }),
    );
    assert_eq!(encrypted["KeyId"], arn);
    let blob = encrypted["CiphertextBlob"].as_str().unwrap();
    assert!(!blob.contains("c2VjcmV0"));
    let input = |context: &Value| json!({ "CiphertextBlob": blob, "EncryptionContext": context });
    let decrypted = build(&mut sandbox, "kms:Decrypt", input(&context));
    assert_eq!((&decrypted["Plaintext"], &decrypted["KeyId"]), (&json!("c2VjcmV0"), &json!(arn)));
    let invalid = Some("InvalidCiphertextException".to_owned());
    assert_eq!(code(&call(&mut sandbox, owner(), "kms:Decrypt", input(&json!({ "Department": "IT" })))), invalid);
    let changed = json!({ "CiphertextBlob": blob.replace(&blob[4..8], "AAAA"), "EncryptionContext": context });
    assert_eq!(code(&call(&mut sandbox, owner(), "kms:Decrypt", changed)), invalid);
    let other = build(&mut sandbox, "kms:CreateKey", json!({}))["KeyMetadata"]["KeyId"].clone();
    let wrong_key = json!({ "CiphertextBlob": blob, "EncryptionContext": context, "KeyId": other });
    assert_eq!(code(&call(&mut sandbox, owner(), "kms:Decrypt", wrong_key)).as_deref(), Some("IncorrectKeyException"));
}

/// KMS developer guide, `kms:EncryptionContext:context-key`.
#[test]
fn a_policy_can_hold_a_caller_to_an_encryption_context() {
    let (mut sandbox, arn) = with_key();
    let condition = json!({ "StringEquals": { "kms:EncryptionContext:Department": "Finance" } });
    let_user(
        &mut sandbox,
        "alice",
        &json!({ "Effect": "Allow", "Action": "kms:Encrypt", "Resource": arn, "Condition": condition }),
    );
    let mut encrypt = |context: Value| {
        let input = json!({ "KeyId": arn, "Plaintext": "AA==", "EncryptionContext": context });
        code(&alice(&mut sandbox, "kms:Encrypt", input))
    };
    assert_eq!(encrypt(json!({ "Department": "Finance" })), None);
    assert_eq!(encrypt(json!({ "Department": "IT" })).as_deref(), Some("AccessDeniedException"));
    assert_eq!(encrypt(json!({})).as_deref(), Some("AccessDeniedException"));
}

#[test]
fn keys_are_listed_shown_tagged_and_switched_off() {
    let (mut sandbox, arn) = with_key();
    let id = arn.rsplit('/').next().unwrap().to_owned();
    let of = json!({ "KeyId": id });
    assert_eq!(build(&mut sandbox, "kms:ListKeys", json!({}))["Keys"], json!([{ "KeyId": id, "KeyArn": arn }]));
    let aliases = build(&mut sandbox, "kms:ListAliases", of.clone());
    assert_eq!(aliases["Aliases"][0]["AliasName"], "alias/payroll");
    let policy = build(&mut sandbox, "kms:GetKeyPolicy", of.clone());
    assert!(policy["Policy"].as_str().unwrap().contains("arn:aws:iam::111122223333:root"));
    let tags = json!([{ "TagKey": "team", "TagValue": "red" }]);
    build(&mut sandbox, "kms:TagResource", json!({ "KeyId": id, "Tags": tags }));
    assert_eq!(build(&mut sandbox, "kms:ListResourceTags", of.clone())["Tags"], tags);
    build(&mut sandbox, "kms:DisableKey", of.clone());
    assert_eq!(build(&mut sandbox, "kms:DescribeKey", of.clone())["KeyMetadata"]["KeyState"], "Disabled");
    let spec = json!({ "KeyId": id, "KeySpec": "AES_256" });
    let refused = call(&mut sandbox, owner(), "kms:GenerateDataKey", spec.clone());
    assert_eq!(code(&refused).as_deref(), Some("DisabledException"));
    build(&mut sandbox, "kms:EnableKey", of);
    let made = build(&mut sandbox, "kms:GenerateDataKey", spec);
    let blob = json!({ "CiphertextBlob": made["CiphertextBlob"] });
    assert_eq!(build(&mut sandbox, "kms:Decrypt", blob)["Plaintext"], made["Plaintext"]);
    build(&mut sandbox, "kms:UntagResource", json!({ "KeyId": id, "TagKeys": ["team"] }));
    let neither = json!({ "KeyId": id });
    assert_eq!(
        code(&call(&mut sandbox, owner(), "kms:GenerateDataKey", neither)).as_deref(),
        Some("ValidationException")
    );
}

/// An object under a key, and alice, who may read the bucket.
fn with_object() -> (Sandbox, String) {
    let (mut sandbox, arn) = with_key();
    let input = json!({
        "Bucket": "payroll", "Key": "secret.csv", "ServerSideEncryption": "aws:kms", "SSEKMSKeyId": "alias/payroll",
    });
    assert_eq!(build(&mut sandbox, "s3:PutObject", input)["SSEKMSKeyId"], arn);
    let_user(&mut sandbox, "alice", &json!({ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }));
    (sandbox, arn)
}

fn allow_key(sandbox: &mut Sandbox, arn: &str, condition: &Value) {
    let statement = json!([
        { "Effect": "Allow", "Action": "s3:*", "Resource": "*" },
        { "Effect": "Allow", "Action": ["kms:Decrypt", "kms:GenerateDataKey"], "Resource": arn, "Condition": condition },
    ]);
    let_user(sandbox, "alice", &statement);
}

#[test]
fn reading_an_object_under_a_key_takes_two_permissions() {
    let (mut sandbox, arn) = with_object();
    let read = json!({ "Bucket": "payroll", "Key": "secret.csv" });
    let refused = alice(&mut sandbox, "s3:GetObject", read.clone());
    let (refused_code, status, message) = error(&refused);
    assert_eq!((&*refused_code, status), ("AccessDenied", 403));
    assert!(message.contains("is not authorized to perform: kms:Decrypt on resource"), "{message}");
    assert_eq!(verdict(&refused).0, Decision::ImplicitDeny);
    // What is only asked is answered as what is done.
    assert!(!preview(&sandbox, "alice", "s3:GetObject", "arn:aws:s3:::payroll/secret.csv").is_allowed());
    assert!(preview(&sandbox, "alice", "s3:GetObject", super::PAYROLL_MAY).is_allowed());
    allow_key(&mut sandbox, &arn, &json!({}));
    assert!(preview(&sandbox, "alice", "s3:GetObject", "arn:aws:s3:::payroll/secret.csv").is_allowed());
    assert_eq!(done(alice(&mut sandbox, "s3:GetObject", read.clone()))["SSEKMSKeyId"], arn);
    assert_eq!(code(&alice(&mut sandbox, "s3:HeadObject", read)), None);
}

/// KMS developer guide, `kms:ViaService`: the key is used through S3 alone.
#[test]
fn a_key_can_be_open_through_s3_alone_and_for_one_object() {
    let (mut sandbox, arn) = with_object();
    let via = json!({ "StringEquals": {
        "kms:ViaService": "s3.us-east-1.amazonaws.com",
        "kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::payroll/secret.csv",
    }});
    allow_key(&mut sandbox, &arn, &via);
    assert_eq!(code(&alice(&mut sandbox, "s3:GetObject", json!({ "Bucket": "payroll", "Key": "secret.csv" }))), None);
    let direct = json!({ "KeyId": arn, "KeySpec": "AES_256" });
    assert_eq!(code(&alice(&mut sandbox, "kms:GenerateDataKey", direct)).as_deref(), Some("AccessDeniedException"));
    let other = json!({ "Bucket": "payroll", "Key": "new.csv", "ServerSideEncryption": "aws:kms", "SSEKMSKeyId": arn });
    assert_eq!(code(&alice(&mut sandbox, "s3:PutObject", other)).as_deref(), Some("AccessDenied"));
}

#[test]
fn a_bucket_says_under_which_key_new_objects_are() {
    let (mut sandbox, arn) = with_object();
    let shown = build(&mut sandbox, "s3:GetBucketEncryption", json!({ "Bucket": "payroll" }));
    let rule = &shown["ServerSideEncryptionConfiguration"]["Rules"][0]["ApplyServerSideEncryptionByDefault"];
    assert_eq!(*rule, json!({ "SSEAlgorithm": "AES256" }), "every bucket encrypts since 2023");
    let default = json!({ "SSEAlgorithm": "aws:kms", "KMSMasterKeyID": arn });
    let rules = json!({ "Rules": [{ "ApplyServerSideEncryptionByDefault": default }] });
    let input = json!({ "Bucket": "payroll", "ServerSideEncryptionConfiguration": rules });
    build(&mut sandbox, "s3:PutBucketEncryption", input);
    let put = json!({ "Bucket": "payroll", "Key": "new.csv" });
    assert_eq!(code(&alice(&mut sandbox, "s3:PutObject", put.clone())).as_deref(), Some("AccessDenied"));
    // What is only asked is answered as what is done, also where the question says how to encrypt.
    let new = "arn:aws:s3:::payroll/new.csv";
    let asked = preview(&sandbox, "alice", "s3:PutObject", new);
    assert!(error(&asked).2.contains("is not authorized to perform: kms:GenerateDataKey on resource"));
    let mut without = Question::new(Credentials::Key(key(&sandbox, "alice")), "s3:PutObject", new);
    without
        .environment
        .overrides
        .insert("s3:x-amz-server-side-encryption".into(), Some(ContextValue::One("AES256".into())));
    assert!(sandbox.preview(&without).is_allowed());
    let plain = json!({ "Bucket": "payroll", "Key": "plain.csv", "ServerSideEncryption": "AES256" });
    assert_eq!(done(alice(&mut sandbox, "s3:PutObject", plain))["ServerSideEncryption"], "AES256");
    let copy = json!({ "Bucket": "payroll", "Key": "copy.csv", "CopySource": "payroll/may.csv" });
    assert_eq!(code(&alice(&mut sandbox, "s3:CopyObject", copy.clone())).as_deref(), Some("AccessDenied"));
    allow_key(&mut sandbox, &arn, &json!({}));
    assert_eq!(done(alice(&mut sandbox, "s3:PutObject", put))["SSEKMSKeyId"], arn);
    assert_eq!(code(&alice(&mut sandbox, "s3:CopyObject", copy)), None);
    build(&mut sandbox, "kms:DisableKey", json!({ "KeyId": arn }));
    let read = alice(&mut sandbox, "s3:GetObject", json!({ "Bucket": "payroll", "Key": "copy.csv" }));
    assert_eq!(code(&read).as_deref(), Some("KMS.DisabledException"));
}

/// S3 user guide, the bucket policy that takes only objects under a key.
#[test]
fn a_bucket_policy_can_ask_for_a_key() {
    let (mut sandbox, arn) = with_object();
    allow_key(&mut sandbox, &arn, &json!({}));
    let policy = json!({ "Version": "2012-10-17", "Statement": {
        "Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::payroll/*",
        "Condition": { "StringNotEquals": { "s3:x-amz-server-side-encryption": "aws:kms" } },
    }});
    build(&mut sandbox, "s3:PutBucketPolicy", json!({ "Bucket": "payroll", "Policy": policy.to_string() }));
    let put = |algorithm: Option<&str>, key: Option<&str>| json!({ "Bucket": "payroll", "Key": "new.csv", "ServerSideEncryption": algorithm, "SSEKMSKeyId": key });
    assert_eq!(code(&alice(&mut sandbox, "s3:PutObject", put(None, None))).as_deref(), Some("AccessDenied"));
    assert_eq!(code(&alice(&mut sandbox, "s3:PutObject", put(Some("AES256"), None))).as_deref(), Some("AccessDenied"));
    assert_eq!(code(&alice(&mut sandbox, "s3:PutObject", put(Some("aws:kms"), Some(&arn)))), None);
    // The key that AWS manages for S3 does not exist here, and that is said.
    assert_eq!(
        code(&alice(&mut sandbox, "s3:PutObject", put(Some("aws:kms"), None))).as_deref(),
        Some("NotImplemented")
    );
}

/// C-40 across accounts: the key policy must name the other account, and its own policies must allow.
#[test]
fn another_account_reads_an_object_only_if_the_key_lets_it() {
    let (mut sandbox, arn) = with_object();
    let policy = json!({ "Version": "2012-10-17", "Statement": {
        "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::444455556666:user/dana" }, "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::payroll/*",
    }});
    build(&mut sandbox, "s3:PutBucketPolicy", json!({ "Bucket": "payroll", "Policy": policy.to_string() }));
    let read = |sandbox: &mut Sandbox| {
        let dana = Credentials::Key(key(sandbox, "dana"));
        code(&call(sandbox, dana, "s3:GetObject", json!({ "Bucket": "payroll", "Key": "secret.csv" })))
    };
    assert_eq!(read(&mut sandbox).as_deref(), Some("AccessDenied"));
    let key_policy = json!({ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "kms:*", "Resource": "*" },
        { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::444455556666:root" }, "Action": "kms:Decrypt", "Resource": "*" },
    ]});
    build(&mut sandbox, "kms:PutKeyPolicy", json!({ "KeyId": arn, "Policy": key_policy.to_string() }));
    assert_eq!(read(&mut sandbox), None, "dana administers the other account");
}

#[test]
fn a_question_for_the_rest_of_the_engine_stays_one() {
    let (sandbox, _) = with_object();
    let question = Question::new(Credentials::Key(key(&sandbox, "alice")), "s3:ListBucket", "arn:aws:s3:::payroll");
    assert_eq!(sandbox.preview(&question).checks.len(), 1);
}

/// KMS developer guide: `kms:ResourceAliases` tells all aliases of the key, `kms:RequestAlias` the one by which the request
/// names it; `kms:KeySpec` and its kin are in every request about a key.
#[test]
fn a_policy_can_ask_for_an_alias_of_the_key_or_for_the_one_that_is_named() {
    let (mut sandbox, arn) = with_key();
    let condition = json!({ "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/payroll" } });
    allow_key(&mut sandbox, &arn, &condition);
    let encrypt = |key: &str| json!({ "KeyId": key, "Plaintext": "AA==" });
    assert_eq!(code(&alice(&mut sandbox, "kms:GenerateDataKey", json!({ "KeyId": arn, "KeySpec": "AES_256" }))), None);
    let statement = |condition: Value| json!({ "Effect": "Allow", "Action": "kms:Encrypt", "Resource": "*", "Condition": condition });
    let_user(&mut sandbox, "alice", &statement(json!({ "StringEquals": { "kms:RequestAlias": "alias/payroll" } })));
    let denied = Some("AccessDeniedException".to_owned());
    assert_eq!(code(&alice(&mut sandbox, "kms:Encrypt", encrypt("alias/payroll"))), None);
    assert_eq!(code(&alice(&mut sandbox, "kms:Encrypt", encrypt(&arn))), denied, "named by its ARN");
    let_user(
        &mut sandbox,
        "alice",
        &statement(json!({ "StringEquals": {
        "kms:KeySpec": "SYMMETRIC_DEFAULT", "kms:KeyUsage": "ENCRYPT_DECRYPT", "kms:KeyOrigin": "AWS_KMS",
    }, "Bool": { "kms:MultiRegion": "false" } })),
    );
    assert_eq!(code(&alice(&mut sandbox, "kms:Encrypt", encrypt(&arn))), None);
    build(&mut sandbox, "kms:CreateAlias", json!({ "AliasName": "alias/other", "TargetKeyId": arn }));
    let asked = preview(&sandbox, "alice", "kms:Encrypt", &arn);
    let aliases = asked.deciding_check().unwrap().request.context.get("kms:resourcealiases").cloned();
    assert_eq!(aliases, Some(ContextValue::Many(vec!["alias/other".into(), "alias/payroll".into()])));
}
