//! What the calls on MFA devices have in common: whose they are, and what is answered where none is
//! (rules E-30 to E-32).
//!
//! AWS does not document how the API names the root user as the user of a device. Here it is the account id, and
//! only the root user itself may say it.

use super::entity;
use super::holder::in_account;
use super::subject::Subject;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::eval::Principal;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Stage};
use crate::world::{Account, MfaDevice};
use serde_json::Value;

request! {
    /// Names a device.
    pub(crate) struct OfDevice {
        pub(super) serial_number: String,
    }
}

request! {
    /// A device and whose it is.
    pub(crate) struct UserDevice {
        pub(super) user_name: Option<String>,
        pub(super) serial_number: String,
    }
}

request! {
    /// A device, whose it is or is to be, and two codes of it.
    pub(crate) struct UserDeviceCodes {
        pub(super) user_name: String,
        pub(super) serial_number: String,
        pub(super) authentication_code1: String,
        pub(super) authentication_code2: String,
    }
}

/// Whose devices a call is about: the user of that name, or without a name the caller.
pub(super) fn bearer(stage: &Stage<'_>, name: Option<&String>) -> Result<Subject, ApiError> {
    let account = stage.account();
    let is_root = |principal: &Principal| matches!(principal, Principal::Root { .. } | Principal::AssumedRoot { .. });
    let is_root = stage.caller.caller().is_none_or(|caller| is_root(&caller.principal));
    match name {
        Some(name) if is_root && *name == account.to_string() => Ok(Subject::Root),
        name => Subject::of(stage, name),
    }
}

/// The id that devices are kept under.
pub(super) fn id(account: &Account, bearer: &Subject) -> Result<Box<str>, ApiError> {
    match bearer {
        Subject::User(name) => Ok(entity::user(account, name)?.id.clone()),
        Subject::Root => Ok(account.id.to_string().into()),
    }
}

/// Permission for `action` on the device; AWS authorises before it looks, and a serial number that is no ARN
/// names no device of this account.
pub(super) fn check(action: &str, serial_number: &str) -> AccessCheck {
    let is_arn = serial_number.parse::<Arn>().is_ok();
    AccessCheck::new(action, if is_arn { serial_number } else { "*" })
}

/// The device with that serial number.
pub(super) fn device(account: &Account, serial_number: &str) -> Result<MfaDevice, ApiError> {
    let arn: Option<Arn> = serial_number.parse().ok();
    let found = arn.and_then(|arn| account.mfa_device(&arn).cloned());
    found.ok_or_else(|| {
        let message = format!("VirtualMFADevice with serial number {serial_number} doesn't exist.");
        ApiError::new("NoSuchEntity", 404, message)
    })
}

/// The device with that serial number, if it is that bearer's.
pub(super) fn device_of(account: &Account, bearer: &Subject, serial_number: &str) -> Result<MfaDevice, ApiError> {
    let id = id(account, bearer)?;
    let device = device(account, serial_number)?;
    let is_own = device.assignment.as_ref().is_some_and(|assignment| assignment.user_id == id);
    is_own.then_some(device).ok_or_else(|| ApiError::new("NoSuchEntity", 404, "MFA Device invalid for user."))
}

/// Changes the device with that serial number.
pub(super) fn change<T>(
    stage: &mut Stage<'_>,
    serial_number: &str,
    change: impl FnOnce(&mut MfaDevice) -> Result<T, ApiError>,
) -> Result<T, ApiError> {
    in_account(stage, |account| {
        let mut device = device(account, serial_number)?;
        let result = change(&mut device)?;
        account.put_mfa_device(device);
        Ok(result)
    })
}

/// The name that answers give for whoever has the device.
pub(super) fn bearer_name(account: &Account, user_id: &str) -> Box<str> {
    account.users().find(|user| &*user.id == user_id).map_or_else(|| user_id.into(), |user| user.name.clone())
}

pub(super) fn invalid_code() -> ApiError {
    ApiError::new("InvalidAuthenticationCode", 403, "Authentication code for device is not valid.")
}

/// A device with whose it is, as lists of a user's devices have it; none while it is nobody's.
pub(super) fn assigned(account: &Account, device: &MfaDevice) -> Option<Value> {
    let assignment = device.assignment.as_ref()?;
    let name = bearer_name(account, &assignment.user_id);
    Some(json!({ "UserName": name, "SerialNumber": device.serial_number, "EnableDate": assignment.enabled }))
}
