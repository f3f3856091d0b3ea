//! Who comes to an identity pool: what tokens of its providers say, and the identity that goes with them.
//!
//! Errors are in Cognito's words (Amazon Cognito developer guide; API reference of identity pools).

use super::{pool, role_mapping};
use crate::arn::Arn;
use crate::authz::Caller;
use crate::clock::Timestamp;
use crate::eval::Principal;
use crate::federation::{Token, TokenProblem, TokenRequest};
use crate::json::json;
use crate::services::request::{read, request};
use crate::services::{ApiError, Outsider, set_claims};
use crate::world::{IdentityPool, World};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Who issues the tokens that Cognito shows to STS, in the words of trust policies.
pub(super) const PROVIDER: &str = "cognito-identity.amazonaws.com";

/// How long such a token holds: ten minutes.
const SECONDS: u32 = 600;

/// Tokens, by the names of their providers.
pub(super) type Logins = BTreeMap<String, String>;

request! {
    /// A request in the name of an identity.
    pub(crate) struct OfIdentity {
        pub(super) identity_id: String,
        pub(super) logins: Logins,
        pub(super) custom_role_arn: Option<Arn>,
    }
}

/// Somebody's word for an identity.
pub(super) struct Login {
    /// Whose word it is.
    pub(super) provider: Box<str>,
    /// For which apps.
    pub(super) audience: Vec<Box<str>>,
    /// All of it.
    pub(super) claims: Map<String, Value>,
    /// About whom it is.
    pub(super) subject: Box<str>,
}

/// An identity whose logins were looked at.
pub(super) struct Known<'a> {
    pub(super) pool: &'a IdentityPool,
    pub(super) id: Box<str>,
    /// The providers by whose word it comes, by name; a guest comes by none.
    pub(super) logins: Vec<Login>,
    custom_role: Option<Arn>,
}

/// Who comes, and to which pool.
pub(in crate::services) fn outsider(world: &World, operation: &str, input: &Value, now: Timestamp) -> Outsider {
    let text = |name: &str| input.get(name).and_then(Value::as_str).unwrap_or_default();
    let known = world.pool_of_identity(text("IdentityId"));
    let door = known.or_else(|| world.identity_pool_called(text("IdentityPoolId"))).map(|pool| pool.arn.clone());
    let asked = (operation == "cognito-identity:GetCredentialsForIdentity").then(|| read::<OfIdentity>(input).ok());
    let token = asked.flatten().and_then(|asked| Known::of(world, &asked, now).ok()?.read_token(now).ok());
    let mut outsider = Outsider::nobody(door);
    if let Some(token) = token {
        outsider.caller = Caller::without_key(Principal::Federated { provider: PROVIDER.into() });
        set_claims(&mut outsider.caller, PROVIDER, &token);
    }
    outsider
}

impl<'a> Known<'a> {
    /// The identity that is asked for, if the logins are its own. A guest may bring the first login of its life.
    pub(super) fn of(world: &'a World, asked: &OfIdentity, now: Timestamp) -> Result<Self, ApiError> {
        let id = &*asked.identity_id;
        let missing = || ApiError::new("ResourceNotFoundException", 400, format!("Identity '{id}' not found."));
        let pool = world.pool_of_identity(id).ok_or_else(missing)?;
        let own = &pool.identities.get(id).ok_or_else(missing)?.logins;
        let logins = verified(world, pool, &asked.logins, now)?;
        let is_own = logins.iter().any(|login| own.get(&login.provider) == Some(&login.subject));
        match (own.is_empty(), logins.is_empty()) {
            (true, true) if !pool.has_guests => return Err(no_guests()),
            (false, true) => return Err(not_authorized(format!("Access to Identity '{id}' is forbidden."))),
            (false, false) if !is_own => return Err(not_authorized(OTHER_LOGINS)),
            _ => {}
        }
        let is_taken = logins.iter().any(|Login { provider, subject, .. }| {
            own.get(provider).is_some_and(|known| known != subject)
                || pool.identity_of(provider, subject).is_some_and(|other| other != id)
        });
        if is_taken {
            let message = "Logins are linked to another account.";
            return Err(ApiError::new("ResourceConflictException", 400, message));
        }
        Ok(Self { pool, id: id.into(), logins, custom_role: asked.custom_role_arn.clone() })
    }

    /// The role that the tokens choose, or that of identities of this kind, or Cognito's answer where the pool has none.
    pub(super) fn role(&self) -> Result<Arn, ApiError> {
        let chosen = role_mapping::choose(self.pool, &self.id, &self.logins, self.custom_role.as_ref())?;
        chosen.or_else(|| self.pool.roles.get(self.kind()).cloned()).ok_or_else(no_role)
    }

    pub(super) fn kind(&self) -> &'static str {
        if self.logins.is_empty() { "unauthenticated" } else { "authenticated" }
    }

    /// The token that Cognito issues for the identity: `amr` says whether somebody vouches for it, and who.
    pub(super) fn token(&self) -> TokenRequest {
        let how: Vec<&str> =
            std::iter::once(self.kind()).chain(self.logins.iter().map(|login| &*login.provider)).collect();
        TokenRequest {
            issuer: format!("https://{PROVIDER}").into(),
            subject: self.id.clone(),
            audience: self.pool.id().into(),
            claims: BTreeMap::from([("amr".into(), json!(how))]),
            seconds: SECONDS,
        }
    }

    /// The same as who reads it.
    pub(super) fn read_token(&self, now: Timestamp) -> Result<Token, ApiError> {
        Token::read(&self.token().issue(now)).map_err(|_| ApiError::new("InternalErrorException", 400, ""))
    }

    /// The pool with what the identity brought.
    pub(super) fn linked(&self) -> IdentityPool {
        let mut pool = self.pool.clone();
        if let Some(identity) = pool.identities.get_mut(&self.id) {
            let shown = self.logins.iter().map(|login| (login.provider.clone(), login.subject.clone()));
            identity.logins.extend(shown);
        }
        pool
    }
}

const OTHER_LOGINS: &str =
    "Logins don't match. Please include at least one valid login for this identity or identity pool.";

pub(super) fn not_authorized(message: impl Into<String>) -> ApiError {
    ApiError::new("NotAuthorizedException", 400, message)
}

pub(super) fn no_guests() -> ApiError {
    not_authorized("Unauthenticated access is not supported for this identity pool.")
}

/// There is no role for the identity, or it does not trust the pool: Cognito tells the two apart by nothing.
pub(super) fn no_role() -> ApiError {
    let message = "Invalid identity pool configuration. Check assigned IAM roles for this pool.";
    ApiError::new("InvalidIdentityPoolConfigurationException", 400, message)
}

/// Who somebody is with each provider, if all the tokens hold.
pub(super) fn verified(
    world: &World,
    pool: &IdentityPool,
    logins: &Logins,
    now: Timestamp,
) -> Result<Vec<Login>, ApiError> {
    logins.iter().map(|(provider, token)| login(world, pool, provider, token, now)).collect()
}

fn login(world: &World, pool: &IdentityPool, provider: &str, token: &str, now: Timestamp) -> Result<Login, ApiError> {
    let invalid = |why: &str| not_authorized(format!("Invalid login token. {why}"));
    let clients = clients(world, pool, provider)
        .ok_or_else(|| not_authorized("Token is not from a supported provider of this identity pool."))?;
    let token = Token::read(token).map_err(|problem| match problem {
        TokenProblem::Malformed => invalid("Not a valid OpenId Connect identity token."),
        TokenProblem::Signature => invalid("Couldn't verify signed token."),
    })?;
    if token.issuer.strip_prefix("https://") != Some(provider) {
        return Err(invalid("Issuer doesn't match providerName"));
    }
    if token.expires <= now {
        let (now, end) = (now.epoch_seconds(), token.expires.epoch_seconds());
        return Err(invalid(&format!("Token expired: {now} >= {end}")));
    }
    if !token.audience.iter().any(|audience| clients.contains(&&**audience)) {
        return Err(invalid("Incorrect token audience."));
    }
    let Token { subject, audience, claims, .. } = token;
    Ok(Login { provider: provider.into(), audience, claims, subject })
}

/// For whom a token of the provider must be; none if the pool has no such provider.
fn clients<'a>(world: &'a World, pool: &'a IdentityPool, provider: &str) -> Option<Vec<&'a str>> {
    if let Some(app) = pool.login_providers.get(provider) {
        return Some(vec![app]);
    }
    if let Some(clients) = pool.user_pools.get(provider) {
        return Some(clients.iter().map(|client| &**client).collect());
    }
    let arn = pool.oidc_providers.iter().find(|arn| arn.resource().strip_prefix("oidc-provider/") == Some(provider))?;
    let known = world.account(arn.account()?)?.oidc_provider(arn)?;
    Some(known.client_ids.iter().map(|client| &**client).collect())
}

/// The pool of whatever account, or Cognito's answer.
pub(super) fn find_pool<'a>(world: &'a World, id: &str) -> Result<&'a IdentityPool, ApiError> {
    world.identity_pool_called(id).ok_or_else(|| pool::missing(id))
}
