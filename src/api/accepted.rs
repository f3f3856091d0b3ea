//! Calls that some credentials may not make, whatever the policies say: some sessions (table F-26), the root user
//! where a role is to be assumed (rule F-8), requests that nobody signed, and all but the root user where IAM has no
//! access to billing (rule I-6).

use super::authenticate::AuthenticationFailure;
use super::federated;
use crate::authz::Caller;
use crate::eval::Principal;
use crate::world::{SessionSubject, World};

/// Services whose calls must be signed. Others let policies on their resources speak of everyone.
const SIGNED_SERVICES: &[&str] = &["ec2", "iam", "kms", "organizations", "sts"];

/// Turns away a caller whose kind of credentials is not taken for this action. `iam:PassRole` is no call:
/// it is asked for within the calls of other services.
pub(super) fn check(world: &World, caller: &Caller, action: &str) -> Result<(), AuthenticationFailure> {
    if is_unsigned(&caller.principal) && must_be_signed(action) {
        return Err(AuthenticationFailure::NotSigned);
    }
    if is_billing(action) && !has_billing_access(world, &caller.principal) {
        return Err(AuthenticationFailure::NoBillingAccess);
    }
    if matches!(caller.principal, Principal::Root { .. }) && action.eq_ignore_ascii_case("sts:AssumeRole") {
        return Err(AuthenticationFailure::RootAssumesNoRole);
    }
    let session = caller.access_key_id.as_deref().and_then(|key| world.session(key));
    let Some((session, (service, name))) = session.zip(action.split_once(':')) else { return Ok(()) };
    if session.facts.origin.is_console() {
        return Ok(());
    }
    let is_one_of = |names: &[&str]| names.iter().any(|known| name.eq_ignore_ascii_case(known));
    let is_taken = match (&session.subject, service.to_ascii_lowercase().as_str()) {
        (SessionSubject::Role { .. }, "sts") => !is_one_of(&["GetFederationToken", "GetSessionToken"]),
        (SessionSubject::FederatedUser { .. }, "sts") => is_one_of(&["GetCallerIdentity"]),
        (SessionSubject::User { .. }, "sts") => is_one_of(&["AssumeRole", "GetCallerIdentity"]),
        (SessionSubject::User { .. }, "iam") if session.facts.mfa.is_some() => true,
        (SessionSubject::FederatedUser { .. } | SessionSubject::User { .. }, "iam") => is_one_of(&["PassRole"]),
        _ => true,
    };
    if is_taken { Ok(()) } else { Err(AuthenticationFailure::NotAccepted { action: action.into() }) }
}

/// Pages of the billing console that are behind the setting, by the prefixes of their actions. Whether calls to the
/// APIs of Cost Explorer, Budgets and usage reports are is not documented, so they are not held back.
const BILLING: &[&str] =
    &["aws-portal", "billing", "consolidatedbilling", "freetier", "invoicing", "payments", "purchase-orders", "tax"];

fn is_billing(action: &str) -> bool {
    let service = action.split(':').next().unwrap_or_default();
    BILLING.iter().any(|known| service.eq_ignore_ascii_case(known))
}

/// The root user always has; services and outsiders are no matter of the setting.
fn has_billing_access(world: &World, principal: &Principal) -> bool {
    match principal {
        Principal::User { account, .. }
        | Principal::AssumedRole { account, .. }
        | Principal::FederatedUser { account, .. } => {
            world.account(*account).is_none_or(|account| account.has_billing_access)
        }
        _ => true,
    }
}

/// Who shows a token does not sign either; the token is an argument of the call.
fn is_unsigned(principal: &Principal) -> bool {
    matches!(principal, Principal::Anonymous | Principal::Federated { .. })
}

fn must_be_signed(action: &str) -> bool {
    let Some((service, _)) = action.split_once(':') else { return false };
    SIGNED_SERVICES.iter().any(|known| service.eq_ignore_ascii_case(known))
        && !federated::CALLS.iter().any(|known| action.eq_ignore_ascii_case(known))
}
