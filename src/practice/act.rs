//! What happens in the world of an item before anybody is asked about, and whose credentials are meant.
//!
//! Acts are calls through the front door, as a learner would make them; what time they take is the door's to say.

use super::fact::Actor;
use crate::api::{ApiCall, Credentials, KeyInUse, KeyKind, Outcome, ProviderCredentials, Sandbox, ServiceCredentials};
use crate::arn::AccountId;
use crate::authz::Environment;
use crate::eval::ContextValue;
use crate::json::json;
use crate::world::{Instance, MfaDevice, World};
use serde_json::Value;

/// Something that happens after the world is built.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Act {
    /// Somebody takes a session of a role.
    Assume { by: Actor, role_arn: Box<str>, session: Box<str>, more: Value },
    /// A user gets an MFA device.
    AddDevice { account: AccountId, user: Box<str> },
    /// A user takes temporary credentials.
    SessionToken { user: Actor, has_mfa: bool, seconds: u32 },
    /// An access key is switched off, or deleted.
    EndKey { key: Actor, is_deleted: bool },
    /// A user takes temporary credentials for somebody else.
    Federate { by: Actor, name: Box<str>, policy: Value },
    /// A user launches an instance with a profile.
    Launch { by: Actor, name: Box<str>, profile: Box<str> },
    /// The owner of an account does something.
    Owner { account: AccountId, operation: Box<str>, input: Value },
    /// Authorization does not see changes for so long.
    Delay { seconds: u32 },
    /// The clock moves on.
    Wait { seconds: u32 },
}

/// Lets what happens before the question happen; none if something of it fails.
pub(super) fn opened(mut sandbox: Sandbox, acts: &[Act]) -> Option<Sandbox> {
    for act in acts {
        perform(&mut sandbox, act)?;
    }
    Some(sandbox)
}

fn perform(sandbox: &mut Sandbox, act: &Act) -> Option<()> {
    match act {
        Act::Wait { seconds } => sandbox.advance_clock(*seconds),
        Act::Delay { seconds } => sandbox.set_propagation_delay(*seconds),
        Act::Owner { account, operation, input } => {
            call(sandbox, Credentials::Owner(*account), operation, input.clone())?;
        }
        Act::Federate { by, name, policy } => {
            let by = credentials(sandbox, by)?;
            let input = json!({ "Name": name, "Policy": policy.to_string() });
            call(sandbox, by, "sts:GetFederationToken", input)?;
        }
        Act::Launch { by, name, profile } => {
            let by = credentials(sandbox, by)?;
            let input = json!({
                "ImageId": "ami-0abcdef1234567890", "MinCount": 1, "MaxCount": 1, "IamInstanceProfile": { "Name": profile },
                "TagSpecifications": [{ "ResourceType": "instance", "Tags": [{ "Key": "Name", "Value": name }] }],
            });
            call(sandbox, by, "ec2:RunInstances", input)?;
        }
        Act::Assume { by, role_arn, session, more } => {
            let mut input = json!({ "RoleArn": role_arn, "RoleSessionName": session });
            for (member, value) in more.as_object().into_iter().flatten() {
                input[member] = value.clone();
            }
            let by = credentials(sandbox, by)?;
            call(sandbox, by, "sts:AssumeRole", input)?;
        }
        Act::AddDevice { account, user } => {
            let owner = || Credentials::Owner(*account);
            call(sandbox, owner(), "iam:CreateVirtualMFADevice", json!({ "VirtualMFADeviceName": user }))?;
            let (number, codes) = {
                let device = device(sandbox.world(), *account, user)?;
                let now = sandbox.now();
                (device.serial_number.to_string(), [now.plus_seconds(-30), now].map(|at| device.code(at).0))
            };
            let [first, second] = codes;
            let input = json!({
                "UserName": user, "SerialNumber": number, "AuthenticationCode1": first, "AuthenticationCode2": second,
            });
            call(sandbox, owner(), "iam:EnableMFADevice", input)?;
        }
        Act::SessionToken { user, has_mfa, seconds } => {
            let mut input = json!({ "DurationSeconds": seconds });
            if *has_mfa {
                let Actor::User { account, name } = user else { return None };
                let device = device(sandbox.world(), *account, name)?;
                input["SerialNumber"] = json!(device.serial_number);
                input["TokenCode"] = json!(device.code(sandbox.now()).0);
            }
            let user = credentials(sandbox, user)?;
            call(sandbox, user, "sts:GetSessionToken", input)?;
        }
        Act::EndKey { key, is_deleted } => {
            let Actor::Key { account, name, .. } = key else { return None };
            let Credentials::Key(id) = credentials(sandbox, key)? else { return None };
            let mut input = json!({ "UserName": name, "AccessKeyId": id });
            let operation = if *is_deleted { "iam:DeleteAccessKey" } else { "iam:UpdateAccessKey" };
            if !is_deleted {
                input["Status"] = json!("Inactive");
            }
            call(sandbox, Credentials::Owner(*account), operation, input)?;
        }
    }
    Some(())
}

fn call(sandbox: &mut Sandbox, credentials: Credentials, operation: &str, input: Value) -> Option<()> {
    let operation = operation.into();
    let call = ApiCall { credentials, operation, input, environment: Environment::default() };
    matches!(sandbox.call(call).outcome, Outcome::Done(_)).then_some(())
}

fn device<'a>(world: &'a World, account: AccountId, user: &str) -> Option<&'a MfaDevice> {
    world.account(account)?.mfa_devices().find(|device| device.serial_number.last_name() == user)
}

/// What somebody who is asked about signs with. A key that was deleted is still there to sign with.
pub(super) fn credentials(sandbox: &Sandbox, who: &Actor) -> Option<Credentials> {
    let key = |kind, account, name: &str, session: Option<&str>| {
        let mut keys = sandbox.keys().filter(|key| key.kind == kind && key.account == account && *key.name == *name);
        let found = keys.find(|key| key.session_name.as_deref() == session)?;
        Some(Credentials::Key(found.access_key_id))
    };
    match who {
        Actor::User { account, name } => key(KeyKind::LongTerm, *account, name, None),
        Actor::Key { account, name, nth } => {
            let keys = &sandbox.world_at_the_start().account(*account)?.user(name)?.access_keys;
            Some(Credentials::Key(keys.get(nth.checked_sub(1)?)?.id.clone()))
        }
        Actor::UserSession { account, name, has_mfa } => {
            let is_so = |id: &str| sandbox.world().session(id).is_some_and(|it| it.facts.mfa.is_some() == *has_mfa);
            let of_user =
                |key: &KeyInUse| key.kind == KeyKind::SessionToken && key.account == *account && key.name == *name;
            let found = sandbox.keys().find(|key| of_user(key) && is_so(&key.access_key_id))?;
            Some(Credentials::Key(found.access_key_id))
        }
        Actor::Federated { account, by, name } => key(KeyKind::FederatedUser, *account, by, Some(name)),
        Actor::Instance { account, name } => {
            let is_meant = |instance: &&Instance| instance.account == *account && *instance.name() == **name;
            let found = sandbox.world().instances().find(is_meant)?;
            Some(Credentials::Key(found.credentials.as_ref()?.access_key_id.clone()))
        }
        Actor::Service { name } => {
            Some(Credentials::Service(ServiceCredentials { name: name.clone(), ..ServiceCredentials::default() }))
        }
        Actor::Token { provider, subject } => {
            let claim = |name: &str, value: &str| (name.into(), ContextValue::One(value.into()));
            let claims = [claim("sub", subject), claim("aud", "sts.amazonaws.com")];
            let claims = crate::ordered::map(claims);
            Some(Credentials::Provider(ProviderCredentials { provider: provider.clone(), claims }))
        }
        Actor::Session { account, role, session } => key(KeyKind::Role, *account, role, Some(session)),
        Actor::Root { account } => Some(Credentials::Root(*account)),
        Actor::Anonymous => Some(Credentials::Anonymous),
    }
}
