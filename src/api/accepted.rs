//! Calls that some temporary credentials may not make, whatever the policies say (table F-26).

use super::authenticate::AuthenticationFailure;
use crate::authz::Caller;
use crate::world::{SessionSubject, World};

/// Turns away a caller whose kind of session is not taken for this action. `iam:PassRole` is no call:
/// it is asked for within the calls of other services.
pub(super) fn check(world: &World, caller: &Caller, action: &str) -> Result<(), AuthenticationFailure> {
    let session = caller.access_key_id.as_deref().and_then(|key| world.session(key));
    let Some((session, (service, name))) = session.zip(action.split_once(':')) else { return Ok(()) };
    let is_one_of = |names: &[&str]| names.iter().any(|known| name.eq_ignore_ascii_case(known));
    let is_taken = match (&session.subject, service.to_ascii_lowercase().as_str()) {
        (SessionSubject::Role { .. }, "sts") => !is_one_of(&["GetFederationToken", "GetSessionToken"]),
        (SessionSubject::FederatedUser { .. }, "sts") => is_one_of(&["GetCallerIdentity"]),
        (SessionSubject::User { .. }, "sts") => is_one_of(&["AssumeRole", "GetCallerIdentity"]),
        // With MFA in the call GetSessionToken's credentials would be taken; this world has no devices.
        (SessionSubject::FederatedUser { .. } | SessionSubject::User { .. }, "iam") => is_one_of(&["PassRole"]),
        _ => true,
    };
    if is_taken { Ok(()) } else { Err(AuthenticationFailure::NotAccepted { action: action.into() }) }
}
