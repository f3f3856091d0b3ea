//! `iam:GetAccessKeyLastUsed`: when, for which service and where a key last signed a request (rule E-12).

use super::entity;
use super::holder::Holder;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{KeyOwner, User};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        access_key_id: String,
    }
}

/// `iam:GetAccessKeyLastUsed`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetAccessKeyLastUsed;

impl Operation for GetAccessKeyLastUsed {
    type Input = Input;

    const NAME: &'static str = "iam:GetAccessKeyLastUsed";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let known = owner(input, stage).map(|user| Holder::User.check(Self::NAME, stage, &user.name));
        Ok(vec![known.unwrap_or_else(|| AccessCheck::new(Self::NAME, "*"))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let user = owner(&input, stage).ok_or_else(|| entity::no_such_key(&input.access_key_id))?;
        let used = match stage.activity.key(&input.access_key_id) {
            Some(last) => json!({ "LastUsedDate": last.at, "ServiceName": last.service, "Region": last.region }),
            None => json!({ "ServiceName": "N/A", "Region": "N/A" }),
        };
        Ok(json!({ "UserName": user.name, "AccessKeyLastUsed": used }))
    }
}

/// The user of the caller's account whose key it is.
fn owner<'a>(input: &Input, stage: &'a Stage<'_>) -> Option<&'a User> {
    match stage.world.key_owner(&input.access_key_id)? {
        KeyOwner::User(account, user, _) if account.id == stage.account() => Some(user),
        _ => None,
    }
}
