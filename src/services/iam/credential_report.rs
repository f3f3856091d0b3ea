//! The credential report: a line for the root user and for each user, columns as IAM writes them (rules E-33, E-34).

use crate::activity::Activity;
use crate::clock::Timestamp;
use crate::world::{AccessKey, AccessKeyStatus, Account, MfaDevice, User};

/// A report is good for so many seconds, and no other is made meanwhile.
pub(super) const SECONDS_VALID: i64 = 4 * 3_600;

const COLUMNS: &str = "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,\
                       password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,\
                       access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,\
                       access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,\
                       access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,\
                       cert_1_last_rotated,cert_2_active,cert_2_last_rotated";

const NOT_THERE: &str = "N/A";
const NO_INFORMATION: &str = "no_information";
const NOT_SUPPORTED: &str = "not_supported";

/// The report of an account as it stands.
pub(super) fn content(account: &Account, activity: &Activity) -> String {
    let mut lines = vec![COLUMNS.to_owned(), root_line(account, activity)];
    lines.extend(account.users().map(|user| user_line(account, user, activity)));
    lines.join("\n")
}

fn root_line(account: &Account, activity: &Activity) -> String {
    let id = account.id.to_string();
    let keys = &account.root.access_keys;
    let mut cells = vec!["<root_account>".to_owned(), account.id.root_arn().as_str().to_owned()];
    // When an account was made is not known here.
    cells.extend([NO_INFORMATION, NOT_SUPPORTED].map(str::to_owned));
    cells.push(last_signed_in(&id, activity));
    cells.extend([NOT_SUPPORTED, NOT_SUPPORTED].map(str::to_owned));
    cells.push(has_mfa(account, &id));
    cells.extend(key_cells(keys.first(), activity));
    cells.extend(key_cells(keys.get(1), activity));
    cells.extend(certificate_cells());
    cells.join(",")
}

fn user_line(account: &Account, user: &User, activity: &Activity) -> String {
    let mut cells = vec![user.name.to_string(), user.arn.as_str().to_owned(), moment(user.created)];
    cells.extend(password_cells(account, user, activity));
    cells.push(has_mfa(account, &user.id));
    cells.extend(key_cells(user.access_keys.first(), activity));
    cells.extend(key_cells(user.access_keys.get(1), activity));
    cells.extend(certificate_cells());
    cells.join(",")
}

/// Whether somebody with that id has an MFA device.
fn has_mfa(account: &Account, id: &str) -> String {
    let is_of = |device: &MfaDevice| device.assignment.as_ref().is_some_and(|assignment| *assignment.user_id == *id);
    account.mfa_devices().any(is_of).to_string()
}

/// Whether there is a password, when it was last used and set, and when it must be replaced.
fn password_cells(account: &Account, user: &User, activity: &Activity) -> [String; 4] {
    let Some(login) = &user.login else {
        return ["false", NOT_THERE, NOT_THERE, NOT_THERE].map(str::to_owned);
    };
    let expiry = account.password_policy.as_ref().and_then(|policy| policy.expiry(login.set));
    [
        "true".to_owned(),
        last_signed_in(&user.id, activity),
        moment(login.set),
        expiry.map_or_else(|| NOT_THERE.to_owned(), moment),
    ]
}

fn last_signed_in(id: &str, activity: &Activity) -> String {
    activity.password(id).map_or_else(|| NO_INFORMATION.to_owned(), |used| moment(used.reported))
}

/// Whether it is active, since when it is, and when, where and for what it was last used.
fn key_cells(key: Option<&AccessKey>, activity: &Activity) -> [String; 5] {
    let used = key.and_then(|key| activity.key(&key.id));
    let cell = |text: Option<&str>| text.unwrap_or(NOT_THERE).to_owned();
    [
        key.is_some_and(|key| key.status == AccessKeyStatus::Active).to_string(),
        key.map_or_else(|| NOT_THERE.to_owned(), |key| moment(key.created)),
        used.map_or_else(|| NOT_THERE.to_owned(), |used| moment(used.reported)),
        cell(used.map(|used| &*used.region)),
        cell(used.map(|used| &*used.service)),
    ]
}

fn certificate_cells() -> [String; 4] {
    ["false", NOT_THERE, "false", NOT_THERE].map(str::to_owned)
}

/// The report writes the zone as an offset.
fn moment(at: Timestamp) -> String {
    format!("{}+00:00", at.to_string().trim_end_matches('Z'))
}
