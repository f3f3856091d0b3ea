//! Signing in to the console, as the account's records tell it (rules H-11, H-12).
//!
//! Why somebody did not get in is told by two sentences only. Regions other than the global one are not modelled.

use crate::api::AuthenticationFailure;
use crate::api::record::Answer;
use crate::api::sign_in::{SignIn, SignInFailure, SignInName};
use crate::json::json;
use crate::services::TrailRecord;
use crate::world::{Account, IdSource, World};
use serde_json::Value;

/// The record in the account whose console it was; none where no account has such a name.
pub(super) fn record(asked: &SignIn, answer: &Answer, world: &World, seed: &str, step: usize) -> Option<TrailRecord> {
    let account = asked.account(world)?;
    let failure = match &answer.authentication {
        Err(AuthenticationFailure::SignIn(failure)) => Some(failure),
        _ => None,
    };
    let mut event = json!({
        "eventVersion": "1.11",
        "userIdentity": identity(asked, account, failure),
        "eventTime": answer.at,
        "eventSource": "signin.amazonaws.com",
        "eventName": "ConsoleLogin",
        "awsRegion": "us-east-1",
        "sourceIPAddress": asked.environment.source_ip,
        "userAgent": asked.environment.user_agent(),
    });
    match failure {
        Some(SignInFailure::NoUser) => event["errorMessage"] = "No username found in supplied account".into(),
        Some(_) => event["errorMessage"] = "Failed authentication".into(),
        None => {}
    }
    let rest = json!({
        "requestParameters": null,
        "responseElements": { "ConsoleLogin": if failure.is_some() { "Failure" } else { "Success" } },
        "additionalEventData": {
            "LoginTo": "https://console.aws.amazon.com/console/home", "MobileVersion": "No",
            "MFAUsed": if used_mfa(asked, account) { "Yes" } else { "No" },
        },
        "eventID": IdSource::new(&format!("{seed} trail {step}")).next_uuid(),
        "readOnly": false,
        "eventType": "AwsConsoleSignIn",
        "managementEvent": true,
        "recipientAccountId": account.id.to_string(),
        "eventCategory": "Management",
    });
    if let (Some(event), Value::Object(rest)) = (event.as_object_mut(), rest) {
        event.extend(rest);
    }
    Some(TrailRecord { step, account: account.id, at: answer.at, is_management: true, trails: Vec::new(), event })
}

fn identity(asked: &SignIn, account: &Account, failure: Option<&SignInFailure>) -> Value {
    let SignInName::User { user: name, .. } = &asked.name else {
        return json!({
            "type": "Root", "principalId": account.id.to_string(), "arn": account.id.root_arn(),
            "accountId": account.id, "accessKeyId": "",
        });
    };
    match account.user(name) {
        Some(user) if failure.is_none() => json!({
            "type": "IAMUser", "principalId": user.id, "arn": user.arn, "accountId": account.id, "userName": user.name,
        }),
        Some(user) => json!({
            "type": "IAMUser", "principalId": user.id, "accountId": account.id, "accessKeyId": "",
            "userName": user.name,
        }),
        // Somebody may have typed the password where the name belongs.
        None => json!({
            "type": "IAMUser", "accountId": account.id, "accessKeyId": "",
            "userName": "HIDDEN_DUE_TO_SECURITY_REASONS",
        }),
    }
}

/// Whether a code was asked for and given.
fn used_mfa(asked: &SignIn, account: &Account) -> bool {
    let id = match &asked.name {
        SignInName::User { user, .. } => account.user(user).map(|user| user.id.clone()),
        SignInName::Root { .. } => Some(account.id.to_string().into()),
    };
    asked.mfa_code.is_some() && id.is_some_and(|id| account.mfa_devices_of(&id).next().is_some())
}
