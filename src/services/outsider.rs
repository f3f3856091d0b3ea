//! Whom a service speaks for when it makes a session for somebody from outside, and the call of STS that it makes.
//!
//! These calls are signed by nobody whom IAM knows: the service looks at what is shown, and then assumes a role in its
//! own way. What the trust policy says to that is weighed as everything else is. Whoever is not taken comes from
//! nobody, and the operation answers why.

use super::{cognito_identity, identity_center, rolesanywhere};
use crate::arn::{AccountId, Arn};
use crate::authz::Caller;
use crate::clock::Timestamp;
use crate::eval::Principal;
use crate::json::json;
use crate::world::World;
use serde_json::Value;

/// Somebody from outside at the door of a service.
#[derive(Clone, PartialEq, Debug)]
pub struct Outsider {
    /// Who STS takes it for; nobody, where the service did not take what was shown.
    pub caller: Caller,
    /// The resource of the service that lets outsiders in, if there is such a one.
    pub door: Option<Arn>,
    /// The account that the door is in.
    pub account: Option<AccountId>,
    /// `userIdentity` of the service's own record.
    pub identity: Value,
}

impl Outsider {
    /// Nobody, at a door.
    pub(super) fn nobody(door: Option<Arn>) -> Self {
        let account = door.as_ref().and_then(Arn::account);
        let caller = Caller::without_key(Principal::Anonymous);
        Self { caller, door, account, identity: json!({ "type": "Unknown" }) }
    }
}

/// Who comes with a call that is made for outsiders; none for all other calls.
#[must_use]
pub fn outsider(world: &World, operation: &str, input: &Value, now: Timestamp) -> Option<Outsider> {
    match operation {
        "cognito-identity:GetCredentialsForIdentity" | "cognito-identity:GetId" | "cognito-identity:GetOpenIdToken" => {
            Some(cognito_identity::outsider(world, operation, input, now))
        }
        "awsssoportal:GetRoleCredentials"
        | "awsssoportal:ListAccountRoles"
        | "awsssoportal:ListAccounts"
        | "sso-oauth:CreateToken" => Some(identity_center::outsider(world, operation, input, now)),
        "rolesanywhere:CreateSession" => Some(rolesanywhere::outsider(world, input, now)),
        _ => None,
    }
}

/// The call of STS that a service makes to carry out its own, and where its answer has the credentials; none behind
/// operations that make no session.
#[must_use]
pub fn session_call(operation: &str) -> Option<(&'static str, &'static str)> {
    match operation {
        "cognito-identity:GetCredentialsForIdentity" => Some(("sts:AssumeRoleWithWebIdentity", "/Credentials")),
        "awsssoportal:GetRoleCredentials" => Some(("sts:AssumeRoleWithSAML", "/roleCredentials")),
        "rolesanywhere:CreateSession" => Some(("sts:AssumeRole", "/credentialSet/0/credentials")),
        _ => None,
    }
}
