//! Identity pools in requests and answers.

use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Stage};
use crate::world::IdentityPool;
use serde_json::Value;

pub(super) fn region<'a>(stage: &'a Stage<'_>) -> &'a str {
    stage.environment.requested_region().unwrap_or("us-east-1")
}

/// The ARN of a pool, also if there is none: AWS authorises before it looks.
pub(super) fn arn(stage: &Stage<'_>, id: &str) -> Arn {
    let region = id.split_once(':').map_or_else(|| region(stage), |(region, _)| region);
    Arn::new("cognito-identity", region, Some(stage.account()), &format!("identitypool/{id}"))
}

/// Permission for `action` on the pool.
pub(super) fn check(action: &str, stage: &Stage<'_>, id: &str) -> Vec<AccessCheck> {
    vec![AccessCheck::new(action, arn(stage, id).as_str())]
}

/// The pool of the caller's account, or Cognito's answer.
pub(super) fn find(stage: &Stage<'_>, id: &str) -> Result<IdentityPool, ApiError> {
    stage.world.identity_pool(&arn(stage, id)).cloned().ok_or_else(|| missing(id))
}

pub(super) fn missing(id: &str) -> ApiError {
    ApiError::new("ResourceNotFoundException", 400, format!("IdentityPool '{id}' not found."))
}

/// A pool as answers show it.
pub(super) fn view(pool: &IdentityPool) -> Value {
    let mut view = json!({
        "IdentityPoolId": pool.id(),
        "IdentityPoolName": pool.name,
        "AllowUnauthenticatedIdentities": pool.has_guests,
        "AllowClassicFlow": pool.has_basic_flow,
        "IdentityPoolTags": pool.tags,
    });
    if !pool.login_providers.is_empty() {
        view["SupportedLoginProviders"] = json!(pool.login_providers);
    }
    if !pool.oidc_providers.is_empty() {
        view["OpenIdConnectProviderARNs"] = json!(pool.oidc_providers);
    }
    let clients = pool.user_pools.iter().flat_map(|(provider, clients)| {
        let one = move |client| json!({ "ProviderName": provider, "ClientId": client, "ServerSideTokenCheck": false });
        clients.iter().map(one)
    });
    let clients: Vec<Value> = clients.collect();
    if !clients.is_empty() {
        view["CognitoIdentityProviders"] = clients.into();
    }
    view
}
