//! Permission sets: what they say. Roles that were made of one before are as they were until it is provisioned again.

use super::center;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::catalog;
use crate::json::json;
use crate::policy::PolicyKind;
use crate::services::request::request;
use crate::services::tags::{self, Keys, Tag};
use crate::services::{ApiError, Operation, Stage};
use crate::world::{PermissionSet, StoredPolicy, Tags};
use serde_json::Value;
use std::collections::BTreeSet;

request! {
    /// A request for a new permission set.
    pub(crate) struct NewInput {
        name: String,
        description: Option<String>,
        instance_arn: Arn,
        session_duration: Option<String>,
        tags: Vec<Tag>,
    }
}

request! {
    /// A request about an instance.
    pub(crate) struct InstanceInput {
        instance_arn: Arn,
    }
}

request! {
    /// A request about a permission set.
    pub(crate) struct SetInput {
        instance_arn: Arn,
        permission_set_arn: Arn,
    }
}

request! {
    /// A request about a managed policy in a permission set.
    #[allow(clippy::struct_field_names, reason = "the names are AWS's")]
    pub(crate) struct ManagedInput {
        instance_arn: Arn,
        permission_set_arn: Arn,
        managed_policy_arn: Arn,
    }
}

request! {
    /// A request with an inline policy.
    pub(crate) struct InlineInput {
        instance_arn: Arn,
        permission_set_arn: Arn,
        inline_policy: String,
    }
}

request! {
    /// A request with a boundary.
    pub(crate) struct BoundaryInput {
        instance_arn: Arn,
        permission_set_arn: Arn,
        permissions_boundary: Boundary,
    }
}

request! {
    /// A managed policy of AWS; references to customers' own are not known here.
    pub(crate) struct Boundary {
        managed_policy_arn: Arn,
    }
}

/// `PT4H30M` in seconds: one hour to twelve.
fn seconds(text: &str) -> Option<u32> {
    let mut rest = text.strip_prefix("PT")?;
    let mut total = 0;
    for (unit, worth) in [("H", 3_600), ("M", 60), ("S", 1)] {
        if let Some((number, after)) = rest.split_once(unit) {
            total += number.parse::<u32>().ok()?.checked_mul(worth)?;
            rest = after;
        }
    }
    (rest.is_empty() && (3_600..=43_200).contains(&total)).then_some(total)
}

fn set_arn(instance: &str, id: &str) -> Arn {
    Arn::new("sso", "", None, &format!("permissionSet/{instance}/{id}"))
}

pub(super) fn view(set: &PermissionSet) -> Value {
    json!({
        "Name": set.name, "PermissionSetArn": set.arn, "Description": set.description, "CreatedDate": set.created,
        "SessionDuration": format!("PT{}M", set.seconds / 60),
    })
}

fn change(
    stage: &mut Stage<'_>,
    instance: &Arn,
    set: &Arn,
    change: impl FnOnce(&mut PermissionSet) -> Result<(), ApiError>,
) -> Result<Value, ApiError> {
    let mut center = center::find(stage, instance)?;
    center::check_delegated(stage, &center, set)?;
    change(center.permission_sets.get_mut(set).ok_or_else(|| center::missing("PermissionSet"))?)?;
    stage.world.put_identity_center(center);
    Ok(json!({}))
}

/// `sso:CreatePermissionSet`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreatePermissionSet;

impl Operation for CreatePermissionSet {
    type Input = NewInput;

    const NAME: &'static str = "sso:CreatePermissionSet";

    fn checks(input: &NewInput, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let any = set_arn(input.instance_arn.last_name(), "*");
        let checks = center::checks(Self::NAME, [&input.instance_arn, &any]);
        Ok(checks.into_iter().map(|check| tags::with(check, &input.tags)).collect())
    }

    fn execute(input: NewInput, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut center = center::find(stage, &input.instance_arn)?;
        if center.permission_sets.values().any(|set| *set.name == *input.name) {
            let message = format!("PermissionSet with name {} already exists.", input.name);
            return Err(ApiError::new("ConflictException", 400, message));
        }
        let duration = input.session_duration.as_deref().unwrap_or("PT1H");
        let seconds =
            seconds(duration).ok_or_else(|| center::invalid("Session duration must be between 1 and 12 hours"))?;
        let mut put = Tags::new();
        tags::put(&mut put, input.tags, Keys::AsTyped, 50).map_err(|_| center::invalid("Tags are not valid"))?;
        let hexadecimal = stage.world.next_hexadecimal("");
        let arn = set_arn(center.id(), &format!("ps-{}", &hexadecimal[..16]));
        let made = PermissionSet {
            arn: arn.clone(),
            name: input.name.into(),
            description: input.description.map(Into::into),
            seconds,
            managed: BTreeSet::new(),
            inline: None,
            boundary: None,
            created: stage.now,
            tags: put,
        };
        let output = json!({ "PermissionSet": view(&made) });
        center.permission_sets.insert(arn, made);
        stage.world.put_identity_center(center);
        Ok(output)
    }
}

/// `sso:ListPermissionSets`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListPermissionSets;

impl Operation for ListPermissionSets {
    type Input = InstanceInput;

    const NAME: &'static str = "sso:ListPermissionSets";
    const IS_READ: bool = true;

    fn checks(input: &InstanceInput, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(center::checks(Self::NAME, [&input.instance_arn]))
    }

    fn execute(input: InstanceInput, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let center = center::find(stage, &input.instance_arn)?;
        Ok(json!({ "PermissionSets": center.permission_sets.keys().collect::<Vec<_>>() }))
    }
}

/// An operation on one permission set: what it is called, what is asked, and what it does.
macro_rules! on_set {
    ($($operation:ident $name:literal $input:ident $is_read:literal |$request:ident, $stage:ident| $act:expr;)*) => {$(
        #[doc = concat!("`", $name, "`")]
        #[derive(Clone, Copy, Debug)]
        pub(crate) struct $operation;

        impl Operation for $operation {
            type Input = $input;

            const NAME: &'static str = $name;
            const IS_READ: bool = $is_read;

            fn checks(input: &$input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
                Ok(center::checks(Self::NAME, [&input.instance_arn, &input.permission_set_arn]))
            }

            fn execute($request: $input, $stage: &mut Stage<'_>) -> Result<Value, ApiError> {
                $act
            }
        }
    )*};
}

on_set! {
    DescribePermissionSet "sso:DescribePermissionSet" SetInput true |input, stage| {
        let center = center::find(stage, &input.instance_arn)?;
        let set = center.permission_sets.get(&input.permission_set_arn);
        Ok(json!({ "PermissionSet": view(set.ok_or_else(|| center::missing("PermissionSet"))?) }))
    };
    DeletePermissionSet "sso:DeletePermissionSet" SetInput false |input, stage| {
        let mut center = center::find(stage, &input.instance_arn)?;
        center::check_delegated(stage, &center, &input.permission_set_arn)?;
        if center.assignments.iter().any(|one| one.permission_set == input.permission_set_arn) {
            let message = "PermissionSet is assigned; delete its assignments first.";
            return Err(ApiError::new("ConflictException", 400, message));
        }
        let removed = center.permission_sets.remove(&input.permission_set_arn);
        removed.ok_or_else(|| center::missing("PermissionSet"))?;
        stage.world.put_identity_center(center);
        Ok(json!({}))
    };
    AttachManagedPolicyToPermissionSet "sso:AttachManagedPolicyToPermissionSet" ManagedInput false |input, stage| {
        let policy = input.managed_policy_arn;
        catalog::managed_policy(&policy).ok_or_else(|| center::missing("ManagedPolicy"))?;
        change(stage, &input.instance_arn, &input.permission_set_arn, |set| {
            let message = "ManagedPolicy is already attached.";
            let conflict = || ApiError::new("ConflictException", 400, message);
            set.managed.insert(policy).then_some(()).ok_or_else(conflict)
        })
    };
    DetachManagedPolicyFromPermissionSet "sso:DetachManagedPolicyFromPermissionSet" ManagedInput false |input, stage| {
        let policy = input.managed_policy_arn;
        change(stage, &input.instance_arn, &input.permission_set_arn, |set| {
            set.managed.remove(&policy).then_some(()).ok_or_else(|| center::missing("ManagedPolicy"))
        })
    };
    ListManagedPoliciesInPermissionSet "sso:ListManagedPoliciesInPermissionSet" SetInput true |input, stage| {
        let center = center::find(stage, &input.instance_arn)?;
        let set = center.permission_sets.get(&input.permission_set_arn);
        let set = set.ok_or_else(|| center::missing("PermissionSet"))?;
        let attached = set.managed.iter().map(|arn| json!({ "Name": arn.last_name(), "Arn": arn }));
        Ok(json!({ "AttachedManagedPolicies": attached.collect::<Value>() }))
    };
    PutInlinePolicyToPermissionSet "sso:PutInlinePolicyToPermissionSet" InlineInput false |input, stage| {
        let text = input.inline_policy;
        let parsed = StoredPolicy::parse(&text, PolicyKind::Identity);
        parsed.map_err(|problems| ApiError::malformed("ValidationException", &problems))?;
        change(stage, &input.instance_arn, &input.permission_set_arn, |set| {
            set.inline = Some(text.into());
            Ok(())
        })
    };
    PutPermissionsBoundaryToPermissionSet "sso:PutPermissionsBoundaryToPermissionSet" BoundaryInput false
        |input, stage| {
        let policy = input.permissions_boundary.managed_policy_arn;
        catalog::managed_policy(&policy).ok_or_else(|| center::missing("ManagedPolicy"))?;
        change(stage, &input.instance_arn, &input.permission_set_arn, |set| {
            set.boundary = Some(policy);
            Ok(())
        })
    };
}
