//! `cognito-identity:GetId`: the identity of whoever comes to a pool, made the first time. Nobody signs the call.

use super::login::{self, Logins};
use super::pool;
use crate::arn::AccountId;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::PoolIdentity;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        account_id: Option<AccountId>,
        identity_pool_id: String,
        logins: Logins,
    }
}

/// `cognito-identity:GetId`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetId;

impl Operation for GetId {
    type Input = Input;

    const NAME: &'static str = "cognito-identity:GetId";
    const IS_OPEN_TO_ALL: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(Vec::new())
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut pool = login::find_pool(stage.world, &input.identity_pool_id)?.clone();
        if input.account_id.is_some_and(|account| pool.arn.account() != Some(account)) {
            return Err(pool::missing(&input.identity_pool_id));
        }
        let logins = login::verified(stage.world, &pool, &input.logins, stage.now)?;
        if logins.is_empty() && !pool.has_guests {
            return Err(login::no_guests());
        }
        let known = logins.iter().find_map(|login| pool.identity_of(&login.provider, &login.subject));
        if let Some(known) = known {
            return Ok(json!({ "IdentityId": known }));
        }
        let id = format!("{}:{}", pool.arn.region(), stage.world.next_uuid());
        let logins = logins.into_iter().map(|login| (login.provider, login.subject)).collect();
        pool.identities.insert(id.as_str().into(), PoolIdentity { logins, created: stage.now });
        stage.world.put_identity_pool(pool);
        Ok(json!({ "IdentityId": id }))
    }
}
