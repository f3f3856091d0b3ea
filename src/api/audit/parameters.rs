//! `requestParameters` and `responseElements`: what was sent and answered, with CloudTrail's names and without what
//! nobody should read later.

use super::kind::Kind;
use crate::clock::Timestamp;
use crate::services::ApiError;
use serde_json::{Map, Value};

/// Members that no record holds: secrets, passwords, codes, and contents (rules H-8, H-10).
const NEVER: [&str; 28] = [
    "AuthenticationCode1",
    "AuthenticationCode2",
    "Base32StringSeed",
    "Body",
    "CiphertextBlob",
    "Content",
    "NewPassword",
    "OldPassword",
    "Password",
    "Payload",
    "Plaintext",
    "PrivateKey",
    "QRCodePNG",
    "SAMLAssertion",
    "SecretAccessKey",
    "SecretBinary",
    "SecretKey",
    "SecretString",
    "ServicePassword",
    "signature",
    "SSHPublicKeyBody",
    "Token",
    "TokenCode",
    "WebIdentityToken",
    "ZipFile",
    "accessToken",
    "deviceCode",
    "secretAccessKey",
];

/// Members whose text is replaced by a sentence of CloudTrail's.
const HIDDEN: [&str; 2] = ["Message", "MessageBody"];

const HIDDEN_TEXT: &str = "HIDDEN_DUE_TO_SECURITY_REASONS";

/// What was asked. IAM leaves it out of refused calls (rule H-14).
pub(super) fn of_request(kind: &Kind, input: &Value, error: Option<&ApiError>) -> Value {
    let is_refused = error.is_some_and(|error| error.code == "AccessDenied");
    if is_refused && &*kind.service == "iam" {
        return Value::Null;
    }
    named(kind, input)
}

/// What was answered; nothing, if the answer is empty.
pub(super) fn of_response(kind: &Kind, output: &Value) -> Value {
    named(kind, output)
}

fn named(kind: &Kind, value: &Value) -> Value {
    match renamed(kind, value) {
        Value::Object(members) if members.is_empty() => Value::Null,
        other => other,
    }
}

fn renamed(kind: &Kind, value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(|item| renamed(kind, item)).collect(),
        Value::Object(members) => {
            let mut result = Map::new();
            for (name, member) in members.iter().filter(|(name, _)| !NEVER.contains(&name.as_str())) {
                result.insert(member_name(kind, name), of_member(kind, name, member));
            }
            Value::Object(result)
        }
        other => other.clone(),
    }
}

/// `UserName` is `userName`; S3 says of a bucket that it is one.
fn member_name(kind: &Kind, name: &str) -> String {
    match (&*kind.service, name) {
        ("s3", "Bucket") => "bucketName".to_owned(),
        ("s3", "Policy") => "bucketPolicy".to_owned(),
        _ => {
            let mut characters = name.chars();
            characters.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(characters).collect()
        }
    }
}

fn of_member(kind: &Kind, name: &str, member: &Value) -> Value {
    let is_time = name.ends_with("Date") || name == "Expiration";
    match member {
        Value::Object(logins) if name == "Logins" => {
            logins.keys().map(|provider| (provider.clone(), HIDDEN_TEXT.into())).collect::<Map<_, _>>().into()
        }
        Value::String(_) if HIDDEN.contains(&name) => HIDDEN_TEXT.into(),
        Value::String(text) if &*kind.service == "s3" && name == "Policy" => {
            serde_json::from_str(text).unwrap_or_else(|_| member.clone())
        }
        Value::String(text) if is_time && matches!(&*kind.service, "iam" | "sts") => {
            Timestamp::parse(text).map_or_else(|| member.clone(), |at| at.in_words().into())
        }
        other => renamed(kind, other),
    }
}
