//! Codes of MFA devices in calls to STS (rules F-11, F-45).
//!
//! Only an IAM user has a device that STS takes a code of; the root user's devices are for signing in.

use crate::authz::AccessCheck;
use crate::clock::Timestamp;
use crate::eval::Principal;
use crate::services::{ApiError, Stage};
use crate::world::{Account, MfaFailure};

/// The members of a request that show a code.
#[derive(Clone, Debug)]
pub(super) struct Code {
    pub(super) serial_number: Option<String>,
    pub(super) token_code: Option<String>,
}

impl Code {
    /// Whether the code would be taken; false if none is shown.
    ///
    /// Errors: a code is shown and is not taken.
    pub(super) fn check(&self, stage: &Stage<'_>) -> Result<bool, ApiError> {
        let Some((serial_number, code)) = self.parts()? else { return Ok(false) };
        let mut account = stage.world.account(stage.account()).cloned().ok_or_else(no_device)?;
        take(&mut account, stage, (serial_number, code))?;
        Ok(true)
    }

    /// The request with the keys that the code sets, if one is shown.
    pub(super) fn with_keys(&self, check: AccessCheck) -> AccessCheck {
        if self.token_code.is_none() {
            return check;
        }
        check.with("aws:MultiFactorAuthPresent", "true").with("aws:MultiFactorAuthAge", "0")
    }

    /// Takes the code, which is then spent; gives the moment if one is shown.
    ///
    /// Errors: a code is shown and is not taken.
    pub(super) fn take(&self, stage: &mut Stage<'_>) -> Result<Option<Timestamp>, ApiError> {
        let Some(parts) = self.parts()? else { return Ok(None) };
        let mut account = stage.world.account(stage.account()).cloned().ok_or_else(no_device)?;
        take(&mut account, stage, parts)?;
        stage.world.put_account(account);
        Ok(Some(stage.now))
    }

    fn parts(&self) -> Result<Option<(&str, &str)>, ApiError> {
        match (self.serial_number.as_deref(), self.token_code.as_deref()) {
            (None, None) => Ok(None),
            (Some(serial_number), Some(code)) => Ok(Some((serial_number, code))),
            _ => Err(denied(
                "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.",
            )),
        }
    }
}

fn take(account: &mut Account, stage: &Stage<'_>, (serial_number, code): (&str, &str)) -> Result<(), ApiError> {
    let caller = stage.caller.caller().filter(|caller| matches!(caller.principal, Principal::User { .. }));
    let user_id = caller.and_then(|caller| caller.user_id.as_deref()).ok_or_else(no_device)?;
    account.take_mfa_code(user_id, Some(serial_number), code, stage.now).map_err(|failure| match failure {
        MfaFailure::NoDevice => no_device(),
        MfaFailure::InvalidCode => denied("MultiFactorAuthentication failed with invalid MFA one time pass code."),
    })
}

fn no_device() -> ApiError {
    denied(
        "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.",
    )
}

fn denied(message: &str) -> ApiError {
    ApiError::new("AccessDenied", 403, message)
}
