//! `iam:ListVirtualMFADevices`: lists the account's virtual devices, those that nobody uses too (rule E-32).

use super::entity;
use super::view;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{Account, MfaDevice};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        assignment_status: Option<String>,
    }
}

/// `iam:ListVirtualMFADevices`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListVirtualMfaDevices;

impl Operation for ListVirtualMfaDevices {
    type Input = Input;

    const NAME: &'static str = "iam:ListVirtualMFADevices";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let account = entity::account(stage)?;
        let is_listed = |device: &&MfaDevice| match input.assignment_status.as_deref() {
            Some("Assigned") => device.assignment.is_some(),
            Some("Unassigned") => device.assignment.is_none(),
            _ => true,
        };
        let devices: Vec<Value> = account.mfa_devices().filter(is_listed).map(|device| row(account, device)).collect();
        Ok(json!({ "VirtualMFADevices": devices }))
    }
}

fn row(account: &Account, device: &MfaDevice) -> Value {
    let mut row = json!({ "SerialNumber": device.serial_number });
    if let Some(assignment) = &device.assignment {
        let user = account.users().find(|user| user.id == assignment.user_id);
        row["User"] = match user {
            Some(user) => view::user_in_list(user),
            None => json!({ "UserId": assignment.user_id, "Arn": account.id.root_arn() }),
        };
        row["EnableDate"] = json!(assignment.enabled);
    }
    row
}
