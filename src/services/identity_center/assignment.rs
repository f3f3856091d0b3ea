//! Who has which permission set in which account, and the roles that come of it.

use super::{center, role};
use crate::arn::{AccountId, Arn};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{Assignment, IdentityCenter, PermissionSet};
use serde_json::Value;

request! {
    /// A request about one assignment.
    pub(crate) struct OneInput {
        instance_arn: Arn,
        target_id: AccountId,
        target_type: String,
        permission_set_arn: Arn,
        principal_type: String,
        principal_id: String,
    }
}

request! {
    /// A request for the assignments of a permission set in an account.
    pub(crate) struct ListInput {
        instance_arn: Arn,
        account_id: AccountId,
        permission_set_arn: Arn,
    }
}

request! {
    /// A request to make roles what their permission set says.
    pub(crate) struct ProvisionInput {
        instance_arn: Arn,
        permission_set_arn: Arn,
        target_id: Option<AccountId>,
        target_type: String,
    }
}

impl OneInput {
    fn checks(&self, action: &str) -> Vec<AccessCheck> {
        let account = center::account_arn(self.target_id);
        center::checks(action, [&account, &self.instance_arn, &self.permission_set_arn])
    }

    fn assignment(&self) -> Assignment {
        Assignment {
            account: self.target_id,
            permission_set: self.permission_set_arn.clone(),
            is_group: self.principal_type == "GROUP",
            principal: self.principal_id.as_str().into(),
        }
    }

    fn status(&self, stage: &mut Stage<'_>, failure: Option<String>) -> Value {
        let status = json!({
            "TargetId": self.target_id, "TargetType": self.target_type, "PermissionSetArn": self.permission_set_arn,
            "PrincipalType": self.principal_type, "PrincipalId": self.principal_id,
        });
        status_of(stage, status, failure)
    }
}

/// How a request ended, which AWS tells when it is asked for the status.
fn status_of(stage: &mut Stage<'_>, mut about: Value, failure: Option<String>) -> Value {
    about["Status"] = json!(if failure.is_some() { "FAILED" } else { "SUCCEEDED" });
    about["RequestId"] = json!(stage.world.next_uuid());
    about["CreatedDate"] = json!(stage.now);
    if let Some(reason) = failure {
        about["FailureReason"] = json!(reason);
    }
    about
}

/// Only the management account reaches into itself (IAM Identity Center user guide, "Delegated administration").
fn check_reach(stage: &Stage<'_>, center: &IdentityCenter, account: AccountId) -> Result<(), ApiError> {
    let organization = stage.world.organization_of(center.account);
    if !organization.is_some_and(|organization| organization.has_account(account)) {
        return Err(center::missing("Account"));
    }
    if account == center.account && stage.account() != center.account {
        return Err(center::denied(center::NOT_DELEGATED));
    }
    Ok(())
}

fn find_set(center: &IdentityCenter, set: &Arn) -> Result<PermissionSet, ApiError> {
    center.permission_sets.get(set).cloned().ok_or_else(|| center::missing("PermissionSet"))
}

/// `sso:CreateAccountAssignment`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateAccountAssignment;

impl Operation for CreateAccountAssignment {
    type Input = OneInput;

    const NAME: &'static str = "sso:CreateAccountAssignment";

    fn checks(input: &OneInput, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(input.checks(Self::NAME))
    }

    fn execute(input: OneInput, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut center = center::find(stage, &input.instance_arn)?;
        let set = find_set(&center, &input.permission_set_arn)?;
        check_reach(stage, &center, input.target_id)?;
        let is_there = match input.principal_type.as_str() {
            "GROUP" => center.groups.contains_key(&*input.principal_id),
            _ => center.users.contains_key(&*input.principal_id),
        };
        if !is_there {
            return Err(center::missing("Principal"));
        }
        let is_new = center.role_in(input.target_id, &set.arn).is_none();
        let failure = is_new.then(|| role::missing_policy(stage, input.target_id, &set)).flatten();
        if failure.is_none() {
            center.assignments.insert(input.assignment());
            if is_new {
                role::provision(stage, &mut center, input.target_id, &set)?;
            }
            stage.world.put_identity_center(center);
        }
        Ok(json!({ "AccountAssignmentCreationStatus": input.status(stage, failure) }))
    }
}

/// `sso:DeleteAccountAssignment`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteAccountAssignment;

impl Operation for DeleteAccountAssignment {
    type Input = OneInput;

    const NAME: &'static str = "sso:DeleteAccountAssignment";

    fn checks(input: &OneInput, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(input.checks(Self::NAME))
    }

    fn execute(input: OneInput, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut center = center::find(stage, &input.instance_arn)?;
        check_reach(stage, &center, input.target_id)?;
        if !center.assignments.remove(&input.assignment()) {
            return Err(center::missing("Assignment"));
        }
        role::remove_unassigned(stage, &mut center, input.target_id, &input.permission_set_arn);
        stage.world.put_identity_center(center);
        Ok(json!({ "AccountAssignmentDeletionStatus": input.status(stage, None) }))
    }
}

/// `sso:ListAccountAssignments`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListAccountAssignments;

impl Operation for ListAccountAssignments {
    type Input = ListInput;

    const NAME: &'static str = "sso:ListAccountAssignments";
    const IS_READ: bool = true;

    fn checks(input: &ListInput, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let account = center::account_arn(input.account_id);
        Ok(center::checks(Self::NAME, [&account, &input.instance_arn, &input.permission_set_arn]))
    }

    fn execute(input: ListInput, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let center = center::find(stage, &input.instance_arn)?;
        let is_asked =
            |one: &&Assignment| one.account == input.account_id && one.permission_set == input.permission_set_arn;
        let view = |one: &Assignment| {
            json!({
                "AccountId": one.account, "PermissionSetArn": one.permission_set, "PrincipalId": one.principal,
                "PrincipalType": if one.is_group { "GROUP" } else { "USER" },
            })
        };
        let found = center.assignments.iter().filter(is_asked).map(view);
        Ok(json!({ "AccountAssignments": found.collect::<Value>() }))
    }
}

/// `sso:ProvisionPermissionSet`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ProvisionPermissionSet;

impl Operation for ProvisionPermissionSet {
    type Input = ProvisionInput;

    const NAME: &'static str = "sso:ProvisionPermissionSet";

    fn checks(input: &ProvisionInput, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let account = input.target_id.map(center::account_arn);
        Ok(center::checks(Self::NAME, account.iter().chain([&input.instance_arn, &input.permission_set_arn])))
    }

    fn execute(input: ProvisionInput, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut center = center::find(stage, &input.instance_arn)?;
        let set = find_set(&center, &input.permission_set_arn)?;
        let is_everywhere = input.target_type == "ALL_PROVISIONED_ACCOUNTS";
        let accounts: Vec<AccountId> =
            center.roles.iter().filter(|one| one.permission_set == set.arn).map(|one| one.account).collect();
        let mut failure = None;
        for account in accounts.into_iter().filter(|account| is_everywhere || Some(*account) == input.target_id) {
            check_reach(stage, &center, account)?;
            match role::missing_policy(stage, account, &set) {
                Some(reason) => failure = Some(reason),
                None => role::provision(stage, &mut center, account, &set)?,
            }
        }
        stage.world.put_identity_center(center);
        let about = json!({ "AccountId": input.target_id, "PermissionSetArn": set.arn });
        Ok(json!({ "PermissionSetProvisioningStatus": status_of(stage, about, failure) }))
    }
}
