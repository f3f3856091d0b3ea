//! Who a call speaks for, once its credentials have been checked.

use crate::arn::AccountId;
use crate::clock::Timestamp;
use crate::eval::Principal;

/// A principal whose credentials hold. Only the front door makes one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Caller {
    /// Who it is.
    pub principal: Principal,
    /// The account that the principal belongs to.
    pub account: AccountId,
    /// What `aws:userid` is: `AIDA…` or `AROA…:session` (rule B-36).
    pub user_id: Box<str>,
    /// The key that signs.
    pub access_key_id: Box<str>,
    /// When temporary credentials were issued; none for long-term keys.
    pub token_issued: Option<Timestamp>,
}

/// What the credentials of a call turned out to be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Authenticated {
    /// The author of the world, who is free in the account; AWS knows nobody like that.
    Owner(AccountId),
    /// A principal.
    Caller(Caller),
}

impl Authenticated {
    /// The account in which the call takes place.
    #[must_use]
    pub fn account(&self) -> AccountId {
        match self {
            Self::Owner(account) => *account,
            Self::Caller(caller) => caller.account,
        }
    }

    /// The principal, if it is one.
    #[must_use]
    pub fn caller(&self) -> Option<&Caller> {
        match self {
            Self::Owner(_) => None,
            Self::Caller(caller) => Some(caller),
        }
    }
}
