//! Virtual MFA devices: an authenticator app's secret, and who uses it (rules E-30 to E-32).
//!
//! Hardware tokens and passkeys do not exist here: what they hold never leaves them, so no code of theirs
//! could be checked.

use super::{Account, totp};
use crate::arn::Arn;
use crate::clock::Timestamp;
use data_encoding::BASE32_NOPAD;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A device on which a code is taken from the step before or after as well, and no other (RFC 6238, section 5.2).
const TOLERANCE: i64 = 1;

/// How many steps a device may be off when it is enabled or brought into line: ten minutes.
const REACH: i64 = 20;

/// A virtual MFA device.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct MfaDevice {
    /// The ARN, which is its serial number: `arn:aws:iam::111122223333:mfa/alice`.
    pub serial_number: Arn,
    /// The secret in base 32, shown once, when the device is made.
    pub seed: Box<str>,
    /// Who uses it; none before it is enabled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignment: Option<MfaAssignment>,
    /// By how many steps the device was off when two codes of it were last compared with the clock.
    #[serde(default, skip_serializing_if = "is_zero")]
    drift: i64,
    /// The step of the last code that was taken; each is taken once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    last_step: Option<i64>,
    /// Tags, whose keys have a case (E-43).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub tags: BTreeMap<Box<str>, Box<str>>,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference over")]
fn is_zero(number: &i64) -> bool {
    *number == 0
}

/// Whose device it is, and since when.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct MfaAssignment {
    /// The id of the user, which stays when the user is renamed; the root user's is the account id.
    pub user_id: Box<str>,
    /// When it was enabled.
    pub enabled: Timestamp,
}

/// Why a code is not taken from a user.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MfaFailure {
    /// The user has no such device.
    NoDevice,
    /// It is not the code of this half minute, or was taken before.
    InvalidCode,
}

impl MfaDevice {
    /// A device that nobody uses yet.
    #[must_use]
    pub fn new(serial_number: Arn, seed: Box<str>) -> Self {
        Self { serial_number, seed, assignment: None, drift: 0, last_step: None, tags: BTreeMap::new() }
    }

    /// The code that an authenticator shows now, and for how many seconds more.
    #[must_use]
    pub fn code(&self, now: Timestamp) -> (String, i64) {
        let left = totp::STEP_SECONDS - now.epoch_seconds().rem_euclid(totp::STEP_SECONDS);
        (self.code_of(totp::step(now)), left)
    }

    /// Whether the code that an authenticator shows now was taken already.
    #[must_use]
    pub fn is_spent(&self, now: Timestamp) -> bool {
        !self.is_new(totp::step(now))
    }

    /// What an authenticator app reads from the QR code, in AWS's form.
    #[must_use]
    pub fn otpauth_url(&self) -> String {
        let account = self.serial_number.account().map(|account| account.to_string()).unwrap_or_default();
        format!("otpauth://totp/{}@{account}?secret={}", self.serial_number.last_name(), self.seed)
    }

    /// Takes a code that stands now and was not taken before; false if it is no such code.
    #[must_use]
    pub fn take(&mut self, code: &str, now: Timestamp) -> bool {
        let expected = totp::step(now) + self.drift;
        let mut steps = (expected - TOLERANCE..=expected + TOLERANCE).filter(|step| self.is_new(*step));
        let found = steps.find(|step| self.code_of(*step) == code);
        self.last_step = found.or(self.last_step);
        found.is_some()
    }

    /// Takes two codes that follow each other, and remembers by how much the device is off; false if they
    /// are no such codes.
    #[must_use]
    pub fn take_pair(&mut self, first: &str, second: &str, now: Timestamp) -> bool {
        let current = totp::step(now);
        // The nearest pair first.
        let mut offsets = (0..=REACH).flat_map(|distance| [-distance, distance]);
        let found = offsets.find(|offset| {
            let step = current + offset;
            self.is_new(step) && self.code_of(step) == second && self.code_of(step - 1) == first
        });
        let Some(offset) = found else { return false };
        self.drift = offset;
        self.last_step = Some(current + offset);
        true
    }

    fn is_new(&self, step: i64) -> bool {
        self.last_step.is_none_or(|last| step > last)
    }

    fn code_of(&self, step: i64) -> String {
        let secret = BASE32_NOPAD.decode(self.seed.as_bytes()).unwrap_or_default();
        totp::code(&secret, step)
    }
}

impl Account {
    /// All virtual MFA devices, by serial number.
    pub fn mfa_devices(&self) -> impl Iterator<Item = &MfaDevice> {
        self.mfa_devices.values().map(|device| &**device)
    }

    /// The virtual MFA devices of a user, by the user's id; the root user's is the account id.
    pub fn mfa_devices_of(&self, user_id: &str) -> impl Iterator<Item = &MfaDevice> {
        self.mfa_devices()
            .filter(move |device| device.assignment.as_ref().is_some_and(|holder| &*holder.user_id == user_id))
    }

    /// The virtual MFA device with that serial number.
    #[must_use]
    pub fn mfa_device(&self, serial_number: &Arn) -> Option<&MfaDevice> {
        self.mfa_devices.get(serial_number).map(|device| &**device)
    }

    /// Adds a virtual MFA device, or replaces the one with the same serial number.
    pub fn put_mfa_device(&mut self, device: MfaDevice) {
        self.mfa_devices.insert_mut(device.serial_number.clone(), Arc::new(device));
    }

    /// Takes a code of one of a user's devices: of the one with that serial number, or, where none is named as in
    /// the console, of any.
    ///
    /// Errors: the user has no such device, or it shows no such code.
    pub fn take_mfa_code(
        &mut self,
        user_id: &str,
        serial_number: Option<&str>,
        code: &str,
        now: Timestamp,
    ) -> Result<(), MfaFailure> {
        let is_meant = |device: &&MfaDevice| serial_number.is_none_or(|serial| serial == device.serial_number.as_str());
        let devices: Vec<MfaDevice> = self.mfa_devices_of(user_id).filter(is_meant).cloned().collect();
        let failure = if devices.is_empty() { MfaFailure::NoDevice } else { MfaFailure::InvalidCode };
        let taken = devices.into_iter().find_map(|mut device| device.take(code, now).then_some(device));
        self.put_mfa_device(taken.ok_or(failure)?);
        Ok(())
    }

    /// Takes a virtual MFA device away; false if there was none.
    pub fn remove_mfa_device(&mut self, serial_number: &Arn) -> bool {
        self.mfa_devices.remove_mut(serial_number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn device() -> MfaDevice {
        let serial = "arn:aws:iam::123456789012:mfa/Alice".parse().unwrap();
        MfaDevice::new(serial, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ".into())
    }

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_epoch_seconds(1_234_567_890 + seconds)
    }

    fn code(seconds: i64) -> String {
        device().code(at(seconds)).0
    }

    /// The secret is that of RFC 6238, whose code at this moment is 89005924.
    #[test]
    fn the_authenticator_shows_the_code_of_its_half_minute() {
        assert_eq!(device().code(at(0)), ("005924".to_owned(), 30));
        assert_eq!(device().code(at(29)), ("005924".to_owned(), 1));
        assert_ne!(code(30), code(29));
        let url = "otpauth://totp/Alice@123456789012?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        assert_eq!(device().otpauth_url(), url);
    }

    #[test]
    fn a_code_is_taken_once_and_from_its_neighbourhood() {
        let mut device = device();
        assert!(!device.take(&code(-60), at(0)), "two steps late");
        assert!(device.take(&code(-30), at(0)));
        assert!(!device.take(&code(-30), at(0)), "taken before");
        assert!(device.take(&code(0), at(0)));
        assert!(!device.take(&code(-30), at(0)), "older than one that was taken");
        assert!(device.take(&code(30), at(0)));
        assert!(!device.take(&code(90), at(0)), "early");
    }

    #[test]
    fn a_device_is_enabled_with_two_codes_in_a_row() {
        let mut device = device();
        assert!(!device.take_pair(&code(0), &code(-30), at(0)), "in the wrong order");
        assert!(!device.take_pair(&code(0), &code(0), at(0)), "twice the same");
        assert!(!device.take_pair(&code(-60), &code(0), at(0)), "one left out");
        assert!(device.take_pair(&code(-30), &code(0), at(0)));
        assert!(!device.take(&code(0), at(0)), "a code that enabled it is spent");
        assert!(device.take(&code(30), at(30)));
    }

    /// The API reference on EnableMFADevice: codes that were generated and then sent too late enable a device
    /// that is out of sync; resyncing brings it back.
    #[test]
    fn codes_that_come_late_leave_a_device_out_of_sync() {
        let mut device = device();
        assert!(device.take_pair(&code(0), &code(30), at(330)));
        assert!(!device.take(&code(360), at(360)), "out of sync");
        assert!(device.take_pair(&code(360), &code(390), at(390)));
        assert!(device.take(&code(420), at(420)));
    }
}
