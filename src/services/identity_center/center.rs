//! The instance: how it begins, and who administers it: the management account, or a member to whom it is delegated.
//!
//! The console starts an instance of an organization, and no documented call does; `sso:StartSSO` is the permission that
//! the Service Authorization Reference has for it.

use crate::arn::{AccountId, Arn};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{IdentityCenter, World};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The principal of Identity Center.
pub(super) const SERVICE: &str = "sso.amazonaws.com";

/// Our words: AWS documents the limit, and no sentence for it.
pub(super) const NOT_DELEGATED: &str = "You don't have permission to manage access to the management account.";

request! {
    /// A request that says nothing.
    pub(crate) struct Input {}
}

/// `sso:StartSSO`
#[derive(Clone, Copy, Debug)]
pub(crate) struct StartSso;

impl Operation for StartSso {
    type Input = Input;

    const NAME: &'static str = "sso:StartSSO";

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(_: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let account = stage.account();
        let own = stage.world.organization_of(account).filter(|own| own.management_account == account);
        let mut organization =
            own.cloned().ok_or_else(|| denied("Only a management account can enable IAM Identity Center."))?;
        if stage.world.identity_centers().any(|center| center.account == account) {
            return Err(ApiError::new("ConflictException", 400, "An instance already exists."));
        }
        organization.trust(SERVICE, stage.now);
        stage.world.put_organization(organization);
        let hexadecimal = stage.world.next_hexadecimal("");
        let made = IdentityCenter {
            arn: Arn::new("sso", "", None, &format!("instance/ssoins-{}", &hexadecimal[..16])),
            account,
            store: format!("d-{}", &stage.world.next_hexadecimal("")[..10]).into(),
            region: stage.environment.requested_region().unwrap_or("us-east-1").into(),
            created: stage.now,
            users: BTreeMap::new(),
            groups: BTreeMap::new(),
            permission_sets: BTreeMap::new(),
            assignments: BTreeSet::new(),
            roles: Vec::new(),
            access_control: None,
        };
        let output = view(&made);
        stage.world.put_identity_center(made);
        Ok(output)
    }
}

/// `sso:ListInstances`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListInstances;

impl Operation for ListInstances {
    type Input = Input;

    const NAME: &'static str = "sso:ListInstances";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(_: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let (world, account) = (&*stage.world, stage.account());
        let seen = world.identity_centers().filter(|center| administers(world, center, account));
        Ok(json!({ "Instances": seen.map(view).collect::<Value>() }))
    }
}

fn view(center: &IdentityCenter) -> Value {
    json!({
        "InstanceArn": center.arn, "IdentityStoreId": center.store, "OwnerAccountId": center.account,
        "CreatedDate": center.created, "Status": "ACTIVE",
    })
}

fn administers(world: &World, center: &IdentityCenter, account: AccountId) -> bool {
    let organization = world.organization_of(center.account);
    center.account == account
        || organization.is_some_and(|organization| organization.is_delegated(account, Some(SERVICE)))
}

pub(super) fn denied(message: &str) -> ApiError {
    ApiError::new("AccessDeniedException", 400, message)
}

pub(super) fn missing(what: &str) -> ApiError {
    ApiError::new("ResourceNotFoundException", 400, format!("{what} not found."))
}

pub(super) fn invalid(message: impl Into<String>) -> ApiError {
    ApiError::new("ValidationException", 400, message)
}

/// The instance, for who administers it.
pub(super) fn find(stage: &Stage<'_>, arn: &Arn) -> Result<IdentityCenter, ApiError> {
    let known = stage.world.identity_center(arn);
    let own = known.filter(|center| administers(stage.world, center, stage.account()));
    own.cloned().ok_or_else(|| missing("Instance"))
}

/// What is provisioned in the management account, a delegated administrator does not change (IAM Identity Center user
/// guide, "Delegated administration").
pub(super) fn check_delegated(stage: &Stage<'_>, center: &IdentityCenter, set: &Arn) -> Result<(), ApiError> {
    let is_out_of_reach = stage.account() != center.account && center.role_in(center.account, set).is_some();
    if is_out_of_reach { Err(denied(NOT_DELEGATED)) } else { Ok(()) }
}

/// The same by the id, or ARN, of its directory.
pub(super) fn find_by_store(stage: &Stage<'_>, store: &str) -> Result<IdentityCenter, ApiError> {
    let id = store.rsplit('/').next().unwrap_or_default();
    let known = stage.world.identity_centers().find(|center| *center.store == *id);
    let own = known.filter(|center| administers(stage.world, center, stage.account()));
    own.cloned().ok_or_else(|| missing("IdentityStore"))
}

/// Permission for `action` on each of these.
pub(super) fn checks<'a>(action: &str, arns: impl IntoIterator<Item = &'a Arn>) -> Vec<AccessCheck> {
    arns.into_iter().map(|arn| AccessCheck::new(action, arn.as_str())).collect()
}

/// An account as actions of Identity Center are about it.
pub(super) fn account_arn(account: AccountId) -> Arn {
    Arn::new("sso", "", None, &format!("account/{account}"))
}
