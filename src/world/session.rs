//! Temporary credentials: sessions of roles.

use super::stored_policy::StoredPolicy;
use crate::arn::{AccountId, Arn};
use crate::clock::Timestamp;
use serde::{Deserialize, Serialize};

/// A session of a role, with its credentials. It cannot be ended early, only denied (rule F-2).
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Session {
    /// `ASIA…`
    pub access_key_id: Box<str>,
    /// Shown once, when the session is made.
    pub secret: Box<str>,
    /// Opaque; sent along with every request.
    pub token: Box<str>,
    /// The role.
    pub role: Arn,
    /// The id of the role when it was assumed: a role made anew under the name is another one.
    pub role_id: Box<str>,
    /// The name that the caller chose.
    pub name: Box<str>,
    /// The account of the role.
    pub account: AccountId,
    /// When the credentials were issued.
    pub issued: Timestamp,
    /// When they end.
    pub expires: Timestamp,
    /// The policy passed in the call, if one was; fixed for the life of the session (C-32).
    pub policy: Option<StoredPolicy>,
    /// Managed policies passed in the call.
    pub policy_arns: Vec<Arn>,
    /// The access key that the call was made with; none if the owner of the world made it.
    pub parent: Option<Box<str>>,
}

impl Session {
    /// `arn:aws:sts::<account>:assumed-role/<role>/<session>`, without the role's path.
    #[must_use]
    pub fn arn(&self) -> Arn {
        let resource = format!("assumed-role/{}/{}", self.role.last_name(), self.name);
        Arn::new("sts", "", Some(self.account), &resource)
    }

    /// Whether the credentials have ended at `now`.
    #[must_use]
    pub fn is_expired(&self, now: Timestamp) -> bool {
        now >= self.expires
    }
}
