//! The root user of an account: address, password and keys (rules I-5, E-11).

use super::identity::AccessKey;
use super::password::LoginProfile;
use serde::{Deserialize, Serialize};

/// The root user. What is not set is as it was when the account was opened, so an account that nobody
/// signed in to is saved without it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RootUser {
    /// The e-mail address of the account, if it was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Box<str>>,
    /// The password.
    #[serde(default, skip_serializing_if = "RootPassword::is_initial")]
    pub password: RootPassword,
    /// Two at the most, better none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub access_keys: Vec<AccessKey>,
}

/// What the root user signs in with.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum RootPassword {
    /// What was chosen when the account was opened.
    #[default]
    Initial,
    /// One that was set later.
    Set(LoginProfile),
    /// A profile whose password nobody knows: it was let through so that it can be recovered by e-mail (rule F-23).
    Unknown(LoginProfile),
    /// There is none: it was taken away, or the account was made by an organization (rule F-22).
    None,
}

impl RootPassword {
    fn is_initial(&self) -> bool {
        *self == Self::Initial
    }
}

impl RootUser {
    pub(super) fn is_untouched(&self) -> bool {
        *self == Self::default()
    }
}
