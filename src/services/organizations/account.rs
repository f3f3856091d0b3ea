//! Accounts as Organizations sees them.

use super::{error, scope};
use crate::arn::AccountId;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Stage};
use crate::world::{AccountCreation, Organization, World};
use serde_json::Value;

request! {
    /// A request that names a member.
    pub(crate) struct OfAccount {
        pub(super) account_id: String,
    }
}

impl OfAccount {
    /// Permission for `action` on it.
    pub(super) fn checks(&self, action: &str, stage: &Stage<'_>) -> Vec<AccessCheck> {
        vec![scope::check(action, stage, |organization| organization.target_arn(&self.account_id))]
    }
}

/// The member with that id.
pub(super) fn find(organization: &Organization, id: &str) -> Result<AccountId, ApiError> {
    let account: Option<AccountId> = id.parse().ok();
    account.filter(|account| organization.has_account(*account)).ok_or_else(error::no_account)
}

/// An account as answers show it.
pub(super) fn view(world: &World, organization: &Organization, id: AccountId) -> Value {
    let mut view = json!({
        "Id": id, "Arn": organization.target_arn(&id.to_string()), "Status": "ACTIVE", "State": "ACTIVE",
    });
    if let Some(account) = world.account(id) {
        view["Email"] = json!(account.email());
        view["Name"] = json!(account.name);
    }
    if let Some(membership) = organization.membership(id) {
        view["JoinedMethod"] = json!(if membership.is_created { "CREATED" } else { "INVITED" });
        view["JoinedTimestamp"] = json!(membership.since);
    }
    view
}

/// The making of an account as answers show it.
pub(super) fn creation(creation: &AccountCreation) -> Value {
    json!({
        "Id": creation.id, "AccountName": creation.name, "State": "SUCCEEDED", "AccountId": creation.account,
        "RequestedTimestamp": creation.at, "CompletedTimestamp": creation.at,
    })
}
