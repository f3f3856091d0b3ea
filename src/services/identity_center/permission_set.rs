//! Permission sets: what they say. Roles that were made of one before are as they were until it is provisioned again.

use super::{center, reference};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::catalog;
use crate::json::json;
use crate::policy::PolicyKind;
use crate::services::request::request;
use crate::services::tags::{self, Keys, Tag};
use crate::services::{ApiError, Operation, Stage};
use crate::world::{PermissionSet, SetBoundary, StoredPolicy, Tags};
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
        pub(super) instance_arn: Arn,
    }
}

request! {
    /// A request about a permission set.
    pub(crate) struct SetInput {
        pub(super) instance_arn: Arn,
        pub(super) permission_set_arn: Arn,
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
    /// One or the other.
    pub(crate) struct Boundary {
        managed_policy_arn: Option<Arn>,
        customer_managed_policy_reference: Option<Reference>,
    }
}

request! {
    /// A customer's own managed policy, by name and path.
    pub(crate) struct Reference {
        pub(super) name: String,
        pub(super) path: Option<String>,
    }
}

impl Reference {
    /// Path and name.
    pub(super) fn whole(&self) -> Box<str> {
        format!("{}{}", self.path.as_deref().unwrap_or("/"), self.name).into()
    }
}

request! {
    /// A request that changes what a permission set says of itself.
    pub(crate) struct UpdateInput {
        instance_arn: Arn,
        permission_set_arn: Arn,
        description: Option<String>,
        session_duration: Option<String>,
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

/// The same for a request.
fn duration(text: &str) -> Result<u32, ApiError> {
    seconds(text).ok_or_else(|| center::invalid("Session duration must be between 1 and 12 hours"))
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

pub(super) fn change(
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
        let seconds = duration(input.session_duration.as_deref().unwrap_or("PT1H"))?;
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
            references: BTreeSet::new(),
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

/// The permission set, for who administers the instance.
pub(super) fn find(stage: &Stage<'_>, instance: &Arn, set: &Arn) -> Result<PermissionSet, ApiError> {
    let found = center::find(stage, instance)?.permission_sets.remove(set);
    found.ok_or_else(|| center::missing("PermissionSet"))
}

/// The members of a request that say what it is about.
macro_rules! arns {
    ($request:ident [$($arn:ident)*]) => { [$(&$request.$arn),*] };
}
pub(super) use arns;

/// Operations of an instance: what all of them are about, and for each what it is called, what is asked, and what it does.
macro_rules! on_center {
    ($arns:tt $($operation:ident $name:literal $input:ident $is_read:literal |$request:ident, $stage:ident| $act:expr;)*) => {$(
        #[doc = concat!("`", $name, "`")]
        #[derive(Clone, Copy, Debug)]
        pub(crate) struct $operation;

        impl Operation for $operation {
            type Input = $input;

            const NAME: &'static str = $name;
            const IS_READ: bool = $is_read;

            fn checks(input: &$input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
                Ok(center::checks(Self::NAME, arns!(input $arns)))
            }

            fn execute($request: $input, $stage: &mut Stage<'_>) -> Result<Value, ApiError> {
                $act
            }
        }
    )*};
}
pub(super) use on_center;

on_center! {
    [instance_arn permission_set_arn]
    DescribePermissionSet "sso:DescribePermissionSet" SetInput true |input, stage| {
        Ok(json!({ "PermissionSet": view(&find(stage, &input.instance_arn, &input.permission_set_arn)?) }))
    };
    UpdatePermissionSet "sso:UpdatePermissionSet" UpdateInput false |input, stage| {
        let seconds = input.session_duration.as_deref().map(duration).transpose()?;
        change(stage, &input.instance_arn, &input.permission_set_arn, |set| {
            set.seconds = seconds.unwrap_or(set.seconds);
            set.description = input.description.map(Into::into).or(set.description.take());
            Ok(())
        })
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
        let set = find(stage, &input.instance_arn, &input.permission_set_arn)?;
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
    GetInlinePolicyForPermissionSet "sso:GetInlinePolicyForPermissionSet" SetInput true |input, stage| {
        let set = find(stage, &input.instance_arn, &input.permission_set_arn)?;
        Ok(json!({ "InlinePolicy": set.inline.unwrap_or_default() }))
    };
    DeleteInlinePolicyFromPermissionSet "sso:DeleteInlinePolicyFromPermissionSet" SetInput false |input, stage| {
        change(stage, &input.instance_arn, &input.permission_set_arn, |set| {
            set.inline.take().map(|_| ()).ok_or_else(|| center::missing("InlinePolicy"))
        })
    };
    PutPermissionsBoundaryToPermissionSet "sso:PutPermissionsBoundaryToPermissionSet" BoundaryInput false
        |input, stage| {
        let Boundary { managed_policy_arn, customer_managed_policy_reference } = input.permissions_boundary;
        let boundary = match (managed_policy_arn, customer_managed_policy_reference) {
            (Some(policy), None) => {
                catalog::managed_policy(&policy).ok_or_else(|| center::missing("ManagedPolicy"))?;
                SetBoundary::Managed(policy)
            }
            (None, Some(reference)) => SetBoundary::Reference(reference.whole()),
            _ => return Err(center::invalid("Specify either a managed policy ARN or a customer managed policy reference.")),
        };
        change(stage, &input.instance_arn, &input.permission_set_arn, |set| {
            set.boundary = Some(boundary);
            Ok(())
        })
    };
    GetPermissionsBoundaryForPermissionSet "sso:GetPermissionsBoundaryForPermissionSet" SetInput true |input, stage| {
        let set = find(stage, &input.instance_arn, &input.permission_set_arn)?;
        let boundary = match set.boundary.ok_or_else(|| center::missing("PermissionsBoundary"))? {
            SetBoundary::Managed(policy) => json!({ "ManagedPolicyArn": policy }),
            SetBoundary::Reference(name) => json!({ "CustomerManagedPolicyReference": reference::view(&name) }),
        };
        Ok(json!({ "PermissionsBoundary": boundary }))
    };
    DeletePermissionsBoundaryFromPermissionSet "sso:DeletePermissionsBoundaryFromPermissionSet" SetInput false
        |input, stage| {
        change(stage, &input.instance_arn, &input.permission_set_arn, |set| {
            set.boundary.take().map(|_| ()).ok_or_else(|| center::missing("PermissionsBoundary"))
        })
    };
}
