//! Invitations: accounts that were asked to join, as handshakes.

use crate::arn::AccountId;
use crate::clock::Timestamp;
use serde::{Deserialize, Serialize};

/// How an invitation ended without the account having joined.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum InvitationEnd {
    /// The organization took it back.
    Canceled,
    /// The account said no.
    Declined,
}

/// Where an invitation stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum InvitationState {
    /// It waits for the account.
    Open,
    /// The account has joined by it.
    Accepted,
    /// The organization took it back.
    Canceled,
    /// The account said no.
    Declined,
    /// Fifteen days went by.
    Expired,
}

impl InvitationState {
    /// The word that answers have for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "OPEN",
            Self::Accepted => "ACCEPTED",
            Self::Canceled => "CANCELED",
            Self::Declined => "DECLINED",
            Self::Expired => "EXPIRED",
        }
    }
}

/// How long an invitation waits, in seconds: fifteen days (Organizations user guide, quotas).
const PATIENCE: i64 = 15 * 86_400;

/// An account that was asked to join.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Invitation {
    /// `h-…`
    pub id: Box<str>,
    /// Who was asked.
    pub account: AccountId,
    /// Whether the account has joined by it.
    pub is_accepted: bool,
    /// How it ended otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<InvitationEnd>,
    /// When the account was asked; not known of invitations in old saves, which wait for ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<Timestamp>,
}

impl Invitation {
    /// An account that is asked to join.
    #[must_use]
    pub fn new(id: Box<str>, account: AccountId, asked: Timestamp) -> Self {
        Self { id, account, is_accepted: false, end: None, asked: Some(asked) }
    }

    /// When it can no longer be accepted, if that is known.
    #[must_use]
    pub fn expires(&self) -> Option<Timestamp> {
        self.asked.map(|asked| asked.plus_seconds(PATIENCE))
    }

    /// Where it stands.
    #[must_use]
    pub fn state(&self, now: Timestamp) -> InvitationState {
        match self.end {
            _ if self.is_accepted => InvitationState::Accepted,
            Some(InvitationEnd::Canceled) => InvitationState::Canceled,
            Some(InvitationEnd::Declined) => InvitationState::Declined,
            None if self.expires().is_some_and(|end| end <= now) => InvitationState::Expired,
            None => InvitationState::Open,
        }
    }

    /// Whether it waits for the account.
    #[must_use]
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.state(now) == InvitationState::Open
    }
}
