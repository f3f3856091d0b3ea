//! Who a call speaks for, once its credentials have been checked.

use crate::arn::AccountId;
use crate::eval::{Principal, RequestContext};

/// A principal whose credentials hold. Only the front door makes one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Caller {
    /// Who it is.
    pub principal: Principal,
    /// What `aws:userid` is: `AIDA…`, `AROA…:session`, an account id (rule B-36); none where AWS
    /// documents none, as for services.
    pub user_id: Option<Box<str>>,
    /// The key that signs, if the page holds one.
    pub access_key_id: Option<Box<str>>,
    /// Condition keys that the credentials bring along: for whom a service calls, what a token claims.
    pub context: RequestContext,
}

impl Caller {
    /// A caller without a key, of whom nothing is known but who it is.
    #[must_use]
    pub fn without_key(principal: Principal) -> Self {
        let user_id = super::principal_keys(&principal).single("aws:userid").map(Into::into);
        Self { principal, user_id, access_key_id: None, context: RequestContext::default() }
    }

    /// The account that the principal belongs to; services, the anonymous and those who show a token
    /// have none.
    #[must_use]
    pub fn account(&self) -> Option<AccountId> {
        self.principal.account()
    }
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
    /// The account in which the call takes place, if the caller has one.
    #[must_use]
    pub fn account(&self) -> Option<AccountId> {
        match self {
            Self::Owner(account) => Some(*account),
            Self::Caller(caller) => caller.account(),
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
