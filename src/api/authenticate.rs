//! Whose credentials are these, and do they hold? No policy is read before that (rule C-1).

use crate::arn::AccountId;
use crate::authz::{Authenticated, Caller};
use crate::clock::Timestamp;
use crate::eval::Principal;
use crate::services::ApiError;
use crate::world::{AccessKeyStatus, KeyOwner, World};
use serde::{Deserialize, Serialize};

/// What a call is signed with.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Credentials {
    /// The author of the world, who is free in this account. The event is kept, and no trail of
    /// AWS's would show it.
    Owner(AccountId),
    /// An access key that the page holds.
    Key(Box<str>),
}

/// Why credentials do not hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum AuthenticationFailure {
    /// The session has ended (rule D-14).
    Expired {
        /// When it ended.
        ended: Timestamp,
    },
    /// The key is switched off (rule E-11).
    Inactive,
    /// Nobody has such a key.
    Unknown,
}

impl AuthenticationFailure {
    /// What AWS answers.
    #[must_use]
    pub fn error(&self) -> ApiError {
        match self {
            Self::Expired { .. } => {
                ApiError::new("ExpiredToken", 403, "The security token included in the request is expired")
            }
            Self::Inactive | Self::Unknown => {
                ApiError::new("InvalidClientTokenId", 403, "The security token included in the request is invalid.")
            }
        }
    }
}

/// Checks credentials. This is the only place where a [`Caller`] comes from.
pub(super) fn authenticate(
    world: &World,
    credentials: &Credentials,
    now: Timestamp,
) -> Result<Authenticated, AuthenticationFailure> {
    let key_id = match credentials {
        Credentials::Owner(account) => return Ok(Authenticated::Owner(*account)),
        Credentials::Key(key_id) => key_id,
    };
    let caller = match world.key_owner(key_id).ok_or(AuthenticationFailure::Unknown)? {
        KeyOwner::User(_, _, key) if key.status == AccessKeyStatus::Inactive => {
            return Err(AuthenticationFailure::Inactive);
        }
        KeyOwner::User(account, user, key) => Caller {
            principal: Principal::User { arn: user.arn.clone(), account: account.id },
            account: account.id,
            user_id: user.id.clone(),
            access_key_id: key.id.clone(),
            token_issued: None,
        },
        KeyOwner::Session(session) if session.is_expired(now) => {
            return Err(AuthenticationFailure::Expired { ended: session.expires });
        }
        KeyOwner::Session(session) => Caller {
            principal: Principal::AssumedRole {
                session: session.arn(),
                role: session.role.clone(),
                account: session.account,
                is_service_linked: session.role.resource().starts_with("role/aws-service-role/"),
            },
            account: session.account,
            user_id: format!("{}:{}", session.role_id, session.name).into(),
            access_key_id: session.access_key_id.clone(),
            token_issued: Some(session.issued),
        },
    };
    Ok(Authenticated::Caller(caller))
}
