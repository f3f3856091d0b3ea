//! References of permission sets to customers' own managed policies: a name and a path, under which every account that
//! the set is provisioned to must have a policy (IAM Identity Center user guide, "Customer managed policies").

use super::center;
use super::permission_set::{Reference, SetInput, arns, change, find, on_center};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// A request about a reference.
    #[allow(clippy::struct_field_names, reason = "the names are AWS's")]
    pub(crate) struct ReferenceInput {
        instance_arn: Arn,
        permission_set_arn: Arn,
        customer_managed_policy_reference: Reference,
    }
}

/// A reference as answers show it.
pub(super) fn view(name: &str) -> Value {
    let (path, name) = name.rsplit_once('/').unwrap_or(("", name));
    json!({ "Name": name, "Path": format!("{path}/") })
}

on_center! {
    [instance_arn permission_set_arn]
    AttachCustomerManagedPolicyReferenceToPermissionSet "sso:AttachCustomerManagedPolicyReferenceToPermissionSet"
        ReferenceInput false |input, stage| {
        let name = input.customer_managed_policy_reference.whole();
        change(stage, &input.instance_arn, &input.permission_set_arn, |set| {
            let message = "CustomerManagedPolicyReference is already attached.";
            let conflict = || ApiError::new("ConflictException", 400, message);
            set.references.insert(name).then_some(()).ok_or_else(conflict)
        })
    };
    DetachCustomerManagedPolicyReferenceFromPermissionSet "sso:DetachCustomerManagedPolicyReferenceFromPermissionSet"
        ReferenceInput false |input, stage| {
        let name = input.customer_managed_policy_reference.whole();
        change(stage, &input.instance_arn, &input.permission_set_arn, |set| {
            set.references.remove(&name).then_some(()).ok_or_else(|| center::missing("CustomerManagedPolicyReference"))
        })
    };
    ListCustomerManagedPolicyReferencesInPermissionSet "sso:ListCustomerManagedPolicyReferencesInPermissionSet"
        SetInput true |input, stage| {
        let set = find(stage, &input.instance_arn, &input.permission_set_arn)?;
        Ok(json!({ "CustomerManagedPolicyReferences": set.references.iter().map(|name| view(name)).collect::<Value>() }))
    };
}
