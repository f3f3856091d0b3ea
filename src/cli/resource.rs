//! Which resource a short name stands for.
//!
//! | text | resource |
//! | --- | --- |
//! | `*`, an ARN | itself |
//! | `reports-prod`, `reports-prod/q1.csv` | a bucket of the world, an object in it |
//! | `role/x`, `user/x`, `group/x`, `policy/x` | of IAM in the home account |
//! | `key/payroll` | the KMS key with that alias or id |
//! | `dynamodb:table/finance` | anything else in the home account, where it has one in eu-west-1 |
//! | `dev/role/x`, `dev/dynamodb:table/finance` | the same in another account |
//!
//! That something is not there is no error where its ARN can be told all the same.

use super::who;
use crate::arn::{AccountId, Arn};
use crate::world::{Instance, InstanceState, World};

/// The Region of resources that are only named.
const REGION: &str = "eu-west-1";

/// Services whose ARNs have no Region.
const GLOBAL_SERVICES: &[&str] = &["account", "cloudfront", "iam", "organizations", "route53", "sts"];

/// What a short name stands for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Resource {
    /// An ARN, or `*`.
    pub arn: Box<str>,
    /// Whether it is there. Of what the world does not keep this is always so.
    pub is_there: bool,
}

/// Why a text stands for no resource.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ResourceError {
    /// No bucket of this name exists; the ARN is that of the object or bucket all the same.
    NoBucket {
        /// The name.
        bucket: Box<str>,
        /// What its ARN would be.
        arn: Arn,
    },
    /// No key has this alias or id.
    NoKey(Box<str>),
    /// Not an ARN, though it begins like one.
    NotAnArn(Box<str>),
    /// Nothing at all.
    Empty,
}

/// The resource that a text stands for.
///
/// ```
/// use iam_sandbox::api::{Sandbox, Scenario};
/// use iam_sandbox::cli::resource;
/// let sandbox = Sandbox::new(Scenario::first());
/// let home = sandbox.scenario().accounts[0].id;
/// let found = resource(sandbox.world(), home, "dev/role/new").unwrap();
/// assert_eq!((&*found.arn, found.is_there), ("arn:aws:iam::444455556666:role/new", false));
/// ```
///
/// Errors: it stands for none.
pub fn resource(world: &World, home: AccountId, text: &str) -> Result<Resource, ResourceError> {
    if text == "*" {
        return Ok(Resource { arn: text.into(), is_there: true });
    }
    if text.starts_with("arn:") {
        let arn: Arn = text.parse().map_err(|_| ResourceError::NotAnArn(text.into()))?;
        return Ok(Resource { is_there: is_there(world, &arn), arn: arn.as_str().into() });
    }
    if let Some(found) = in_account(world, home, text)? {
        return Ok(found);
    }
    let (first, rest) = text.split_once('/').unwrap_or((text, ""));
    if let Ok(account) = who::account(world, first)
        && world.bucket(first).is_none()
        && let Some(found) = in_account(world, account, rest)?
    {
        return Ok(found);
    }
    if first.is_empty() {
        return Err(ResourceError::Empty);
    }
    let arn = Arn::new("s3", "", None, text);
    match world.bucket(first) {
        Some(_) => Ok(Resource { arn: arn.as_str().into(), is_there: true }),
        None => Err(ResourceError::NoBucket { bucket: first.into(), arn }),
    }
}

/// What is named by its kind, or by its service.
fn in_account(world: &World, account: AccountId, text: &str) -> Result<Option<Resource>, ResourceError> {
    if let Some((service, rest)) = text.split_once(':').filter(|(service, _)| !service.contains('/')) {
        let region = if GLOBAL_SERVICES.contains(&service) { "" } else { REGION };
        let instance = rest.strip_prefix("instance/").filter(|_| service == "ec2");
        if let Some(known) = instance.and_then(|name| instance_called(world, account, name)) {
            return Ok(Some(Resource { arn: known.arn().as_str().into(), is_there: true }));
        }
        let arn = match service {
            "s3" => Arn::new("s3", "", None, rest),
            _ => Arn::new(service, region, Some(account), rest),
        };
        return Ok(Some(Resource { is_there: is_there(world, &arn), arn: arn.as_str().into() }));
    }
    let Some((kind, name)) = text.split_once('/') else { return Ok(None) };
    let data = world.account(account);
    let known = match kind {
        "role" => data.and_then(|data| data.role(name)).map(|role| role.arn.clone()),
        "user" => data.and_then(|data| data.user(name)).map(|user| user.arn.clone()),
        "group" => data.and_then(|data| data.group(name)).map(|group| group.arn.clone()),
        "policy" => data.and_then(|data| data.policies().find(|policy| *policy.name == *name)).map(|p| p.arn.clone()),
        "key" => {
            let is_it = |key: &&crate::world::Key| key.account == account && (*key.id == *name || key.name() == name);
            let key = world.keys().find(is_it).map(crate::world::Key::arn);
            return match key {
                Some(arn) => Ok(Some(Resource { arn: arn.as_str().into(), is_there: true })),
                None => Err(ResourceError::NoKey(name.into())),
            };
        }
        _ => return Ok(None),
    };
    let is_there = known.is_some();
    let arn = known.unwrap_or_else(|| Arn::new("iam", "", Some(account), text));
    Ok(Some(Resource { arn: arn.as_str().into(), is_there }))
}

/// An instance by its id or by what people call it.
pub(super) fn instance_called<'a>(world: &'a World, account: AccountId, name: &str) -> Option<&'a Instance> {
    let own = |instance: &&Instance| instance.account == account && instance.state != InstanceState::Terminated;
    world.instances().filter(own).find(|instance| *instance.id == *name || instance.name() == name)
}

/// Whether the world has it; what it does not keep is taken to be there.
fn is_there(world: &World, arn: &Arn) -> bool {
    let account = arn.account().and_then(|account| world.account(account));
    match (arn.service(), arn.resource().split('/').next().unwrap_or_default()) {
        ("s3", _) => world.bucket_of(arn).is_some(),
        ("iam", "role") => world.role(arn).is_some(),
        ("iam", "user") => world.user(arn).is_some(),
        ("iam", "group") => account.is_some_and(|account| account.groups().any(|group| group.arn == *arn)),
        ("iam", "policy") => arn.account().is_none() || account.is_some_and(|account| account.policy(arn).is_some()),
        ("kms", "key") => world.key(arn).is_some(),
        _ => true,
    }
}
