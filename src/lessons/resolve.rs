//! Whom and what a line names: credentials and ARNs.

use super::goal::{CredentialKind, Fact, ShortFact, Who};
use super::status::Missing;
use crate::api::{ApiCall, Credentials, Outcome, ProviderCredentials, Sandbox, ServiceCredentials};
use crate::arn::{AccountId, Arn};
use crate::authz::Environment;
use crate::cli::who;
use crate::eval::ContextValue;
use crate::json::json;
use crate::ordered;
use crate::world::{Account, KeyOwner, Place, Role, Session, SessionOrigin, SessionSubject, User, World};
use serde_json::Value;

/// What names are looked for in.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    /// The account that names without one are of.
    pub home: AccountId,
    /// The world as it is.
    pub world: &'a World,
    /// As it was at the start.
    pub start: &'a World,
}

/// The account of that name or id.
pub(super) fn account(world: &World, name: &str) -> Result<AccountId, Missing> {
    who::account(world, name).map_err(|_| Missing::Account(name.into()))
}

/// An account before a name, if the first part of it is one, and the rest.
pub(super) fn split_account<'a>(world: &World, name: &'a str) -> (Option<AccountId>, &'a str) {
    let split = name.split_once('/').and_then(|(first, rest)| Some((account(world, first).ok()?, rest)));
    split.map_or((None, name), |(account, rest)| (Some(account), rest))
}

/// A user by name; without an account the first one that has such a user, the home account before others.
pub(super) fn user<'a>(world: &'a World, home: AccountId, name: &str) -> Result<(&'a Account, &'a User), Missing> {
    let (account, own) = split_account(world, name);
    let found = who::accounts(world, home, account).find_map(|account| Some((account, account.user(own)?)));
    found.ok_or_else(|| Missing::User(name.into()))
}

/// The credentials of somebody. What exists only while the question is asked is made in `fork`.
pub(super) fn credentials(fork: &mut Sandbox, home: AccountId, who: &Who) -> Result<Credentials, Missing> {
    let scene = Scene { home, world: fork.world(), start: fork.world_at_the_start() };
    let world = scene.world;
    Ok(match who {
        Who::Anybody | Who::Anonymous => Credentials::Anonymous,
        Who::Root(None) => Credentials::Root(home),
        Who::Root(Some(name)) => Credentials::Root(account(world, name)?),
        Who::Service(host) => Credentials::Service(ServiceCredentials { name: host.clone(), ..Default::default() }),
        Who::Subject { provider, claims } => subject(home, provider, claims),
        Who::App(name) => of_application(world, name)?,
        Who::Fresh(name) => fresh(fork, home, name)?,
        Who::ServiceLinkedRole(name) => of_service_linked_role(fork, home, name)?,
        Who::User(name) => of_user(fork, home, name)?,
        Who::Portal(name) => {
            let offered = at_the_portal(fork, home, name)?.into_iter().next();
            offered.ok_or_else(|| Missing::Session(Box::new(who.clone())))?
        }
        Who::With { who, credentials: Some(CredentialKind::Console), facts } if matches!(&**who, Who::User(_)) => {
            let Who::User(name) = &**who else { return Err(Missing::User("".into())) };
            let (account, user) = user(world, home, name)?;
            let (account, name, has_mfa) = (account.id, user.name.clone(), facts.iter().any(is_mfa));
            let session = fork.console_session(account, &name, has_mfa);
            session.ok_or_else(|| Missing::Credentials(who.to_string().into()))?
        }
        Who::With { who, credentials: Some(CredentialKind::Console | CredentialKind::Token), .. } => {
            let long_term = credentials(fork, home, who)?;
            stay(fork, long_term).ok_or_else(|| Missing::Credentials(who.to_string().into()))?
        }
        Who::With { who, .. } => credentials(fork, home, who)?,
        Who::Session { .. } | Who::Federated(_) | Who::Token { .. } | Who::Descendants(_) => {
            let session = newest(fork, |session| is_session(who, session, scene));
            session.ok_or_else(|| Missing::Session(Box::new(who.clone())))?
        }
    })
}

fn is_mfa(fact: &Fact) -> bool {
    matches!(fact, Fact::Short(ShortFact::Mfa, _))
}

/// A role by name: of the account that stands before it, or of the home account before others.
fn role<'a>(world: &'a World, home: AccountId, name: &str) -> Result<&'a Role, Missing> {
    let (account, own) = split_account(world, name);
    let found = who::accounts(world, home, account).find_map(|account| account.role(own));
    found.ok_or_else(|| Missing::Resource(name.into()))
}

/// A session of a role, whoever may become it.
fn fresh(fork: &mut Sandbox, home: AccountId, name: &str) -> Result<Credentials, Missing> {
    let missing = || Missing::Resource(name.into());
    let role = role(fork.world(), home, name)?;
    let owner = Credentials::Owner(role.arn.account().unwrap_or(home));
    let input = json!({ "RoleArn": role.arn, "RoleSessionName": "fresh" });
    made(fork, owner, "sts:AssumeRole", input, "/Credentials/AccessKeyId").ok_or_else(missing)
}

/// A session of a role that a service has bound to itself, as the service makes one.
fn of_service_linked_role(fork: &mut Sandbox, home: AccountId, name: &str) -> Result<Credentials, Missing> {
    let missing = || Missing::Resource(name.into());
    let role = role(fork.world(), home, name)?;
    let own = split_account(fork.world(), name).1;
    let path = role.arn.resource().strip_prefix("role/aws-service-role/").ok_or_else(missing)?;
    let name: Box<str> = path.split('/').next().unwrap_or_default().into();
    let input = json!({ "RoleArn": role.arn, "RoleSessionName": own });
    let service = Credentials::Service(ServiceCredentials { name, ..Default::default() });
    made(fork, service, "sts:AssumeRole", input, "/Credentials/AccessKeyId").ok_or_else(missing)
}

/// The sessions that descend from the keys that a user had at the start, and live.
pub(super) fn descendants(sandbox: &Sandbox, home: AccountId, who: &Who) -> Vec<Credentials> {
    let scene = Scene { home, world: sandbox.world(), start: sandbox.world_at_the_start() };
    let now = sandbox.now();
    let wanted = scene.world.sessions().filter(|session| !session.is_expired(now) && is_session(who, session, scene));
    wanted.map(|session| Credentials::Key(session.access_key_id.clone())).collect()
}

/// Whether a session was made with one of those keys, or with a session that was, and so on.
fn descends(session: &Session, name: &str, scene: Scene<'_>) -> bool {
    let Ok((_, user)) = user(scene.start, scene.home, name) else { return false };
    let mut parent = session.parent.as_deref();
    while let Some(key) = parent {
        if user.access_keys.iter().any(|own| *own.id == *key) {
            return true;
        }
        parent = scene.world.session(key).and_then(|session| session.parent.as_deref());
    }
    false
}

/// The newest session that lives, and else the newest.
fn newest(sandbox: &Sandbox, is_wanted: impl Fn(&Session) -> bool) -> Option<Credentials> {
    let now = sandbox.now();
    let wanted = sandbox.world().sessions().filter(|session| is_wanted(session));
    let newest = wanted.max_by_key(|session| (!session.is_expired(now), session.issued, session.access_key_id.clone()));
    newest.map(|session| Credentials::Key(session.access_key_id.clone()))
}

fn of_user(fork: &mut Sandbox, home: AccountId, name: &str) -> Result<Credentials, Missing> {
    let (account, user) = user(fork.world(), home, name)?;
    if let Some(credentials) = who::key_of(user) {
        return Ok(credentials);
    }
    let input = json!({ "UserName": user.name });
    let made = made(fork, Credentials::Owner(account.id), "iam:CreateAccessKey", input, "/AccessKey/AccessKeyId");
    made.ok_or_else(|| Missing::Credentials(name.into()))
}

/// What an application signs with: a key that was stored with it, and else what it was handed where it runs.
fn of_application(world: &World, name: &str) -> Result<Credentials, Missing> {
    let application = world.application(name).ok_or_else(|| Missing::Resource(name.into()))?;
    let of_function = |wanted: &Arn| {
        let is_its = |session: &&Session| matches!(&session.facts.origin, SessionOrigin::Service { resource, .. } if resource == wanted);
        let newest =
            world.sessions().filter(is_its).max_by_key(|session| (session.issued, session.access_key_id.clone()));
        newest.map(|session| session.access_key_id.clone())
    };
    let handed = || match &application.place {
        Place::Instance(id) => {
            let of_instance = || Some(world.instance(id)?.credentials.as_ref()?.access_key_id.clone());
            application.holding.clone().or_else(of_instance)
        }
        Place::Function(arn) => of_function(arn),
        Place::Laptop => None,
    };
    let key = application.key.clone().or_else(handed);
    key.map(Credentials::Key).ok_or_else(|| Missing::Credentials(name.into()))
}

/// A session in which the owner of the key stays who it is.
fn stay(fork: &mut Sandbox, long_term: Credentials) -> Option<Credentials> {
    made(fork, long_term, "sts:GetSessionToken", json!({}), "/Credentials/AccessKeyId")
}

/// A session of each role that the access portal offers somebody in an account, made in `fork`.
pub(super) fn at_the_portal(fork: &mut Sandbox, home: AccountId, name: &str) -> Result<Vec<Credentials>, Missing> {
    let (account, own) = split_account(fork.world(), name);
    let account = account.unwrap_or(home);
    let input = json!({ "grantType": "urn:ietf:params:oauth:grant-type:device_code", "deviceCode": own });
    let signed_in = output(fork, Credentials::Anonymous, "sso-oauth:CreateToken", input);
    let token = signed_in.and_then(|output| Some(output["accessToken"].as_str()?.to_owned()));
    let token = token.ok_or_else(|| Missing::User(own.into()))?;
    let input = json!({ "accessToken": token, "accountId": account });
    let offered = output(fork, Credentials::Anonymous, "awsssoportal:ListAccountRoles", input).unwrap_or_default();
    let roles = offered["roleList"].as_array().into_iter().flatten();
    let session = |role: &Value| {
        let input = json!({ "accessToken": token, "accountId": account, "roleName": role["roleName"] });
        let operation = "awsssoportal:GetRoleCredentials";
        made(fork, Credentials::Anonymous, operation, input, "/roleCredentials/accessKeyId")
    };
    Ok(roles.filter_map(session).collect())
}

/// The credentials that stand at a place in the answer to a call; none if it fails.
pub(super) fn made(
    fork: &mut Sandbox,
    credentials: Credentials,
    operation: &str,
    input: Value,
    at: &str,
) -> Option<Credentials> {
    let output = output(fork, credentials, operation, input)?;
    Some(Credentials::Key(output.pointer(at)?.as_str()?.into()))
}

/// The answer to a call; none if it fails.
fn output(fork: &mut Sandbox, credentials: Credentials, operation: &str, input: Value) -> Option<Value> {
    let environment = Environment::default();
    let answer = fork.call(ApiCall { credentials, operation: operation.into(), input, environment });
    if let Outcome::Done(output) = &answer.outcome { Some(output.clone()) } else { None }
}

fn subject(home: AccountId, provider: &str, claims: &[(Box<str>, Box<str>)]) -> Credentials {
    let is_short = provider.starts_with("saml-provider/") || provider.starts_with("oidc-provider/");
    let provider = if is_short { Arn::new("iam", "", Some(home), provider).as_str().into() } else { provider.into() };
    let claims = ordered::map(claims.iter().map(|(claim, value)| (claim.clone(), ContextValue::One(value.clone()))));
    Credentials::Provider(ProviderCredentials { provider, claims })
}

/// Whether the session is one of those that the line means.
pub(super) fn is_session(who: &Who, session: &Session, scene: Scene<'_>) -> bool {
    let Scene { home, world, start } = scene;
    match (who, &session.subject) {
        (Who::Descendants(name), _) => descends(session, name, scene),
        (Who::ServiceLinkedRole(wanted), SessionSubject::Role { role, name, .. }) => {
            role.resource().starts_with("role/aws-service-role/") && is_role(wanted, role, name, home, world)
        }
        (Who::Session { role, by, policy, is_older }, SessionSubject::Role { role: arn, name, .. }) => {
            let fits_policy = |wanted: &str| session.policy_arns.iter().any(|arn| arn.last_name() == wanted);
            is_role(role, arn, name, home, world)
                && by.as_deref().is_none_or(|by| is_made_by(by, session, scene))
                && (!is_older || start.session(&session.access_key_id).is_some())
                && policy.as_deref().is_none_or(fits_policy)
        }
        (Who::Portal(wanted), SessionSubject::Role { role, name, .. }) => {
            let (account, own) = split_account(world, wanted);
            role.resource().starts_with("role/aws-reserved/sso.amazonaws.com/")
                && account.unwrap_or(home) == session.account
                && *own == **name
        }
        (Who::Session { role, by, .. }, SessionSubject::AssumedRoot { .. }) => {
            let (account, own) = split_account(world, role);
            own == "root"
                && account.is_none_or(|account| account == session.account)
                && by.as_deref().is_none_or(|by| is_made_by(by, session, scene))
        }
        (Who::Federated(wanted), SessionSubject::FederatedUser { name, .. }) => {
            let (account, own) = split_account(world, wanted);
            account.is_none_or(|account| account == session.account) && *own == **name
        }
        (Who::Token { who, has_mfa }, SessionSubject::User { user, .. }) => {
            let is_theirs = match &**who {
                Who::User(name) => is_user(name, user, home, world),
                Who::Root(name) => *user == root_account(name.as_deref(), home, world).root_arn(),
                _ => false,
            };
            is_theirs && !session.facts.origin.is_console() && (!has_mfa || session.facts.mfa.is_some())
        }
        _ => false,
    }
}

fn root_account(name: Option<&str>, home: AccountId, world: &World) -> AccountId {
    name.map_or(home, |name| account(world, name).unwrap_or(AccountId::NOBODY))
}

/// `role`, `account/role`, `role/session` or `account/role/session`
fn is_role(wanted: &str, role: &Arn, session: &str, home: AccountId, world: &World) -> bool {
    let (account, own) = split_account(world, wanted);
    let (name, of_session) = own.split_once('/').map_or((own, None), |(name, session)| (name, Some(session)));
    let known = |id: AccountId| world.account(id).is_some_and(|account| account.role(name).is_some());
    // Without an account the home account's role is meant, if it has one of that name.
    let account = account.or_else(|| known(home).then_some(home));
    role.last_name() == name
        && account.is_none_or(|account| role.account() == Some(account))
        && of_session.is_none_or(|of_session| of_session == session)
}

fn is_made_by(by: &Who, session: &Session, scene: Scene<'_>) -> bool {
    if let (Who::Service(host), SessionOrigin::Service { name, .. }) = (by, &session.facts.origin) {
        return host == name;
    }
    let Some(key) = session.parent.as_deref() else { return false };
    is_owner(by, key, scene)
}

/// Whether the access key is of whom the line means.
pub(super) fn is_owner(who: &Who, key: &str, scene: Scene<'_>) -> bool {
    let Scene { home, world, .. } = scene;
    match (world.key_owner(key), who) {
        (Some(KeyOwner::User(_, user, _)), Who::User(name)) => is_user(name, &user.arn, home, world),
        (Some(KeyOwner::Root(account, _)), Who::Root(name)) => account.id == root_account(name.as_deref(), home, world),
        (Some(KeyOwner::Session(session)), Who::User(name)) => {
            matches!(&session.subject, SessionSubject::User { user, .. } if is_user(name, user, home, world))
        }
        (Some(KeyOwner::Session(session)), Who::Root(name)) => {
            matches!(&session.subject, SessionSubject::User { user, .. }
                if user.resource() == "root" && user.account() == Some(root_account(name.as_deref(), home, world)))
        }
        (Some(KeyOwner::Session(session)), who) => is_session(who, session, scene),
        _ => false,
    }
}

/// Whether a user's ARN is of the user that the name means.
pub(super) fn is_user(name: &str, arn: &Arn, home: AccountId, world: &World) -> bool {
    if let Ok((_, user)) = user(world, home, name) {
        return user.arn == *arn;
    }
    let (account, own) = split_account(world, name);
    arn.last_name() == own && account.is_none_or(|account| arn.account() == Some(account))
}

pub(super) fn is_root(name: Option<&str>, account: AccountId, home: AccountId, world: &World) -> bool {
    root_account(name, home, world) == account
}
