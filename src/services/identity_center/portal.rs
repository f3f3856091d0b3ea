//! The access portal: somebody of the directory signs in, sees accounts and roles, and gets credentials of one.
//!
//! Somebody signs in in a browser, with a password and a device that are not known here; the device code of the request
//! stands for it and is the name of who signed in. What the portal gives is a token, which is shown from then on. Nobody
//! signs these calls. (IAM Identity Center OIDC and Portal API references)

use super::{access_control, role};
use crate::arn::{AccountId, Arn};
use crate::authz::{AccessCheck, Caller};
use crate::clock::Timestamp;
use crate::eval::Principal;
use crate::json::json;
use crate::policy::PrincipalEntry;
use crate::services::request::request;
use crate::services::sts::role_session::{self, Asked};
use crate::services::sts::{SessionTag, session_tags};
use crate::services::{ApiError, Operation, Outsider, Stage};
use crate::world::{IdentityCenter, SessionFacts, World};
use serde_json::Value;
use std::collections::BTreeSet;

/// How long a session of the portal lasts unless it was set otherwise: eight hours.
const SECONDS: i64 = 28_800;

/// Where assertions of the portal are handed in.
const RECIPIENT: &str = "https://signin.aws.amazon.com/saml";

request! {
    /// A request for a token.
    pub(crate) struct TokenInput {
        grant_type: String,
        device_code: String,
    }
}

request! {
    /// A request of who signed in.
    pub(crate) struct OwnInput {
        access_token: String,
    }
}

request! {
    /// A request about an account.
    pub(crate) struct AccountInput {
        access_token: String,
        account_id: AccountId,
    }
}

request! {
    /// A request for credentials.
    pub(crate) struct RoleInput {
        role_name: String,
        account_id: AccountId,
        access_token: String,
    }
}

/// Somebody who signed in.
struct Visitor<'a> {
    center: &'a IdentityCenter,
    id: Box<str>,
    name: Box<str>,
    tags: Vec<SessionTag>,
}

impl<'a> Visitor<'a> {
    fn of(world: &'a World, token: &str, now: Timestamp) -> Result<Self, ApiError> {
        let found = world.identity_centers().find_map(|center| {
            let text = world.decode(center.account, token)?;
            let (id, ends) = text.strip_prefix("portal ")?.split_once(' ')?;
            let user = center.users.get(id)?;
            let holds = Timestamp::parse(ends).is_some_and(|ends| now < ends);
            let tags = access_control::tags(center, user);
            holds.then(|| Self { center, id: id.into(), name: user.name.clone(), tags })
        });
        found.ok_or_else(|| ApiError::new("UnauthorizedException", 401, "Session token not found or invalid"))
    }

    /// The role of that permission set in that account, if somebody is assigned to it.
    fn role(&self, account: AccountId, name: &str) -> Result<(&'a Arn, u32), ApiError> {
        let sets = self.center.assigned_to(&self.id).filter(|one| one.account == account);
        let mut sets = sets.filter_map(|one| self.center.permission_sets.get(&one.permission_set));
        let set = sets.find(|set| *set.name == *name).ok_or_else(no_access)?;
        let role = self.center.role_in(account, &set.arn).ok_or_else(no_access)?;
        Ok((role, set.seconds))
    }
}

fn no_access() -> ApiError {
    ApiError::new("ForbiddenException", 403, "No access")
}

/// Who comes to the portal.
pub(in crate::services) fn outsider(world: &World, operation: &str, input: &Value, now: Timestamp) -> Outsider {
    let text = |name: &str| input.get(name).and_then(Value::as_str).unwrap_or_default();
    let visitor = Visitor::of(world, text("accessToken"), now).ok();
    let signing_in =
        || world.identity_centers().find_map(|center| Some((center, center.user_called(text("deviceCode"))?.0)));
    let known = visitor.as_ref().map(|visitor| (visitor.center, &*visitor.id)).or_else(signing_in);
    let mut outsider = Outsider::nobody(None);
    if let Some((center, user)) = known {
        outsider.account = Some(center.account);
        outsider.identity = json!({
            "type": "IdentityCenterUser", "accountId": center.account,
            "onBehalfOf": { "userId": user, "identityStoreArn": center.store_arn() },
        });
    }
    let asked = (operation == "awsssoportal:GetRoleCredentials").then_some(visitor).flatten();
    let account = text("accountId").parse().ok();
    if let Some((visitor, account)) = asked.zip(account)
        && let Ok((role, _)) = visitor.role(account, text("roleName"))
        && let Some(provider) = provider_of(world, role)
    {
        outsider.caller = caller(&visitor, account, provider);
    }
    outsider
}

/// The provider that the role trusts, as long as it is there: whoever deletes it keeps everybody out until the role is
/// provisioned again.
fn provider_of(world: &World, role: &Arn) -> Option<Box<str>> {
    let statements = &world.role(role)?.trust.policy().document().statements;
    let entries = statements.iter().flat_map(|statement| &statement.principal).flat_map(|principal| &principal.entries);
    let trusted = entries.into_iter().find_map(|entry| match &entry.value {
        PrincipalEntry::Federated(provider) => provider.parse::<Arn>().ok(),
        _ => None,
    })?;
    let account = world.account(role.account()?)?;
    account.saml_provider(&trusted).map(|provider| provider.arn.as_str().into())
}

fn caller(visitor: &Visitor<'_>, account: AccountId, provider: Box<str>) -> Caller {
    let mut caller = Caller::without_key(Principal::Federated { provider });
    let keys = [
        ("aud", RECIPIENT.into()),
        ("iss", role::issuer(visitor.center, account)),
        ("sub", visitor.name.to_string()),
        ("sub_type", "persistent".to_owned()),
    ];
    for (key, value) in keys {
        caller.context.set_one(&format!("saml:{key}"), value);
    }
    caller
}

/// `sso-oauth:CreateToken`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateToken;

impl Operation for CreateToken {
    type Input = TokenInput;

    const NAME: &'static str = "sso-oauth:CreateToken";
    const IS_OPEN_TO_ALL: bool = true;

    fn checks(_: &TokenInput, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(Vec::new())
    }

    fn execute(input: TokenInput, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        if input.grant_type != "urn:ietf:params:oauth:grant-type:device_code" {
            return Err(ApiError::new("UnsupportedGrantTypeException", 400, ""));
        }
        let user =
            |center: &IdentityCenter| Some((center.account, center.user_called(&input.device_code)?.0.to_owned()));
        let found = stage.world.identity_centers().find_map(user);
        let (account, id) = found.ok_or_else(|| ApiError::new("AuthorizationPendingException", 400, ""))?;
        let text = format!("portal {id} {}", stage.now.plus_seconds(SECONDS));
        let token = stage.world.encode(account, &text);
        Ok(json!({ "accessToken": token, "tokenType": "Bearer", "expiresIn": SECONDS }))
    }
}

/// `sso:ListAccounts` of the portal.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListAccounts;

impl Operation for ListAccounts {
    type Input = OwnInput;

    const NAME: &'static str = "awsssoportal:ListAccounts";
    const IS_READ: bool = true;
    const IS_OPEN_TO_ALL: bool = true;

    fn checks(_: &OwnInput, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(Vec::new())
    }

    fn execute(input: OwnInput, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let visitor = Visitor::of(stage.world, &input.access_token, stage.now)?;
        let ids: BTreeSet<AccountId> = visitor.center.assigned_to(&visitor.id).map(|one| one.account).collect();
        let known = ids.into_iter().filter_map(|id| stage.world.account(id));
        let view = known.map(
            |account| json!({ "accountId": account.id, "accountName": account.name, "emailAddress": account.email() }),
        );
        Ok(json!({ "accountList": view.collect::<Value>() }))
    }
}

/// `sso:ListAccountRoles` of the portal.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListAccountRoles;

impl Operation for ListAccountRoles {
    type Input = AccountInput;

    const NAME: &'static str = "awsssoportal:ListAccountRoles";
    const IS_READ: bool = true;
    const IS_OPEN_TO_ALL: bool = true;

    fn checks(_: &AccountInput, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(Vec::new())
    }

    fn execute(input: AccountInput, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let visitor = Visitor::of(stage.world, &input.access_token, stage.now)?;
        let sets = visitor.center.assigned_to(&visitor.id).filter(|one| one.account == input.account_id);
        let names: BTreeSet<&str> =
            sets.filter_map(|one| Some(&*visitor.center.permission_sets.get(&one.permission_set)?.name)).collect();
        let view = names.into_iter().map(|name| json!({ "roleName": name, "accountId": input.account_id }));
        Ok(json!({ "roleList": view.collect::<Value>() }))
    }
}

/// `sso:GetRoleCredentials` of the portal.
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetRoleCredentials;

impl Operation for GetRoleCredentials {
    type Input = RoleInput;

    const NAME: &'static str = "awsssoportal:GetRoleCredentials";
    const IS_OPEN_TO_ALL: bool = true;
    const REFUSAL: Option<fn(&Value) -> ApiError> = Some(|_| no_access());

    fn checks(input: &RoleInput, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let visitor = Visitor::of(stage.world, &input.access_token, stage.now)?;
        let (role, _) = visitor.role(input.account_id, &input.role_name)?;
        stage.world.role(role).ok_or_else(no_access)?;
        let facts = session_tags(&visitor.tags)?;
        Ok(role_session::checks("sts:AssumeRoleWithSAML", role, &visitor.name, &facts, |check| check))
    }

    fn execute(input: RoleInput, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let visitor = Visitor::of(stage.world, &input.access_token, stage.now)?;
        let (role, seconds) = visitor.role(input.account_id, &input.role_name)?;
        let provider = provider_of(stage.world, role);
        let role = role_session::find(stage, role)?;
        let seconds = seconds.min(role.max_session_seconds);
        let name = visitor.name.to_string();
        let facts = SessionFacts { provider, ..session_tags(&visitor.tags)? };
        let tags = visitor.tags;
        let asked = Asked { name, seconds: Some(seconds), policy: None, policy_arns: Vec::new(), tags };
        let made = role_session::open(asked, role, facts, stage)?;
        let credentials = &made["Credentials"];
        let ends = stage.now.plus_seconds(seconds.into()).epoch_seconds() * 1_000;
        Ok(json!({ "roleCredentials": {
            "accessKeyId": credentials["AccessKeyId"], "secretAccessKey": credentials["SecretAccessKey"],
            "sessionToken": credentials["SessionToken"], "expiration": ends,
        }}))
    }
}
