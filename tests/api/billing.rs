//! IAM access to billing, from "Overview of managing access permissions" in the billing user guide, and `CreateAccount` in
//! the reference of Organizations: until it is activated only the root user can access account billing information.

use super::{build, call, first, key, owner};
use iam_sandbox::api::{Answer, Credentials, Question, Sandbox};
use iam_sandbox::rule::Rule;
use iam_sandbox::text::{Language, explain};
use serde_json::{Value, json};

const ACTION: &str = "billing:GetBillingData";

fn root() -> Credentials {
    Credentials::Root("111122223333".parse().unwrap())
}

fn ask(sandbox: &Sandbox, credentials: Credentials) -> Answer {
    sandbox.preview(&Question::new(credentials, ACTION, "*"))
}

fn with_permission(sandbox: &mut Sandbox) -> Credentials {
    let document =
        json!({ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "billing:*", "Resource": "*" } });
    let input = json!({ "UserName": "alice", "PolicyName": "Billing", "PolicyDocument": document.to_string() });
    build(sandbox, "iam:PutUserPolicy", input);
    Credentials::Key(key(sandbox, "alice"))
}

fn activate(sandbox: &mut Sandbox, credentials: Credentials, is_active: bool) -> Answer {
    call(sandbox, credentials, "sandbox:SetBillingAccess", json!({ "IsActive": is_active }))
}

#[test]
fn users_come_to_billing_with_the_permission_and_once_root_has_activated_it() {
    let mut sandbox = first();
    let alice = with_permission(&mut sandbox);
    assert!(ask(&sandbox, root()).is_allowed(), "the root user needs neither");
    let refused = ask(&sandbox, alice.clone());
    assert!(!refused.is_allowed() && refused.checks.is_empty(), "it is no matter of policies");
    for (language, word) in
        [(Language::English, "activates IAM access"), (Language::Spanish, "active el acceso de IAM")]
    {
        let told = explain(&refused, sandbox.world(), language);
        assert!(told.sentence.contains(word));
        assert_eq!(told.stations[0].rule, Rule::I6, "her credentials hold");
    }
    assert_eq!(activate(&mut sandbox, alice.clone(), true).error().unwrap().code, "AccessDenied");
    assert!(!ask(&sandbox, alice.clone()).is_allowed());
    assert!(activate(&mut sandbox, root(), true).is_allowed());
    assert!(ask(&sandbox, alice.clone()).is_allowed());
    let bob = Credentials::Key(key(&sandbox, "bob"));
    assert!(!ask(&sandbox, bob).is_allowed(), "the setting grants nothing");
    assert!(activate(&mut sandbox, owner(), false).is_allowed());
    assert!(!ask(&sandbox, alice).is_allowed());
}

/// "If you don't specify this parameter, the value defaults to ALLOW."
#[test]
fn new_accounts_of_an_organization_let_iam_to_billing_unless_told_otherwise() {
    let mut sandbox = first();
    build(&mut sandbox, "organizations:CreateOrganization", json!({ "FeatureSet": "ALL" }));
    for (access, is_open) in [(None, true), (Some("ALLOW"), true), (Some("DENY"), false)] {
        let name = format!("team{access:?}");
        let mut input = json!({ "AccountName": name, "Email": "team@example.com" });
        if let Some(access) = access {
            input["IamUserAccessToBilling"] = access.into();
        }
        let status: Value = build(&mut sandbox, "organizations:CreateAccount", input);
        let id = status["CreateAccountStatus"]["AccountId"].as_str().unwrap().parse().unwrap();
        assert_eq!(sandbox.world().account(id).unwrap().has_billing_access, is_open, "{access:?}");
    }
}
