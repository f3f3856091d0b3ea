//! The encoded messages in EC2's refusals, from `DecodeAuthorizationMessage` of the STS API reference.

use super::{build, call, first, key};
use iam_sandbox::api::{Answer, Credentials, Outcome, Sandbox};
use serde_json::{Value, json};

fn may(sandbox: &mut Sandbox, user: &str, statement: &Value) {
    let document = json!({ "Version": "2012-10-17", "Statement": statement }).to_string();
    let input = json!({ "UserName": user, "PolicyName": "More", "PolicyDocument": document });
    build(sandbox, "iam:PutUserPolicy", input);
}

fn launch(sandbox: &mut Sandbox) -> Answer {
    let alice = Credentials::Key(key(sandbox, "alice"));
    let input = json!({ "ImageId": "ami-0abcdef1234567890", "MinCount": 1, "MaxCount": 1 });
    call(sandbox, alice, "ec2:RunInstances", input)
}

fn encoded(answer: &Answer) -> &str {
    let message = &answer.error().unwrap().message;
    message.split_once("Encoded authorization failure message: ").unwrap().1
}

fn decode(sandbox: &mut Sandbox, credentials: Credentials, message: &str) -> Result<Value, String> {
    let input = json!({ "EncodedMessage": message });
    match call(sandbox, credentials, "sts:DecodeAuthorizationMessage", input).outcome {
        Outcome::Done(output) => Ok(serde_json::from_str(output["DecodedMessage"].as_str().unwrap()).unwrap()),
        Outcome::Failed(error) => Err(error.code.to_string()),
        Outcome::Allowed => panic!("it is carried out"),
    }
}

/// The reference lists what a decoded message holds: whether a statement denied, who, which action, which resource,
/// the values of condition keys.
#[test]
fn a_decoded_message_says_who_asked_what_and_why_not() {
    let mut sandbox = first();
    let refused = launch(&mut sandbox);
    let message = encoded(&refused).to_owned();
    assert!(!message.contains("RunInstances"), "only who may decode it learns what it says");
    let alice = Credentials::Key(key(&sandbox, "alice"));
    assert_eq!(decode(&mut sandbox, alice.clone(), &message), Err("AccessDenied".to_owned()), "it takes a permission");
    may(
        &mut sandbox,
        "alice",
        &json!({ "Effect": "Allow", "Action": "sts:DecodeAuthorizationMessage", "Resource": "*" }),
    );
    let decoded = decode(&mut sandbox, alice, &message).unwrap();
    assert_eq!(decoded["allowed"], false);
    assert_eq!(decoded["explicitDeny"], false);
    assert_eq!(decoded["matchedStatements"]["items"], json!([]));
    let context = &decoded["context"];
    assert_eq!(context["principal"]["name"], "alice");
    assert_eq!(context["principal"]["arn"], "arn:aws:iam::111122223333:user/alice");
    assert!(context["principal"]["id"].as_str().unwrap().starts_with("AIDA"));
    assert_eq!(context["action"], "ec2:RunInstances");
    let items = context["conditions"]["items"].as_array().unwrap();
    let region = items.iter().find(|item| item["key"] == "aws:RequestedRegion").unwrap();
    assert_eq!(region["values"]["items"], json!([{ "value": "us-east-1" }]));
}

#[test]
fn a_decoded_message_names_the_statement_that_denies() {
    let mut sandbox = first();
    let deny = json!({
        "Sid": "NoLaunch", "Effect": "Deny", "Action": "ec2:Run*", "Resource": "*",
        "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } },
    });
    may(&mut sandbox, "alice", &deny);
    let refused = launch(&mut sandbox);
    let owner = Credentials::Owner("111122223333".parse().unwrap());
    let decoded = decode(&mut sandbox, owner, encoded(&refused)).unwrap();
    assert_eq!(decoded["explicitDeny"], true);
    let statement = &decoded["matchedStatements"]["items"][0];
    assert_eq!(statement["statementId"], "NoLaunch");
    assert_eq!(statement["effect"], "DENY");
    assert_eq!(statement["actions"]["items"], json!([{ "value": "ec2:Run*" }]));
    assert_eq!(statement["conditions"]["items"][0]["key"], "aws:MultiFactorAuthPresent");
}

/// A message is read in the account that it was written for, and as it was written.
#[test]
fn a_message_of_another_account_or_a_changed_one_is_refused() {
    let mut sandbox = first();
    let message = encoded(&launch(&mut sandbox)).to_owned();
    let owner = |account: &str| Credentials::Owner(account.parse().unwrap());
    assert!(decode(&mut sandbox, owner("111122223333"), &message).is_ok());
    for (account, message) in [("444455556666", &*message), ("111122223333", &message[1..]), ("111122223333", "abc")] {
        let refused = decode(&mut sandbox, owner(account), message);
        assert_eq!(refused, Err("InvalidAuthorizationMessageException".to_owned()));
    }
}
