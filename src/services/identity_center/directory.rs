//! The directory of the instance: people, groups, and who is in which.

use super::center;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{DirectoryGroup, DirectoryUser, IdentityCenter};
use serde_json::Value;
use std::collections::BTreeMap;

request! {
    /// A request for a new user.
    pub(crate) struct UserInput {
        identity_store_id: String,
        user_name: String,
        name: Option<PersonName>,
        display_name: Option<String>,
    }
}

request! {
    /// The name of a person.
    pub(crate) struct PersonName {
        given_name: Option<String>,
        family_name: Option<String>,
    }
}

request! {
    /// A request for a new group.
    pub(crate) struct GroupInput {
        identity_store_id: String,
        display_name: String,
    }
}

request! {
    /// A request that puts somebody into a group.
    #[allow(clippy::struct_field_names, reason = "the names are AWS's")]
    pub(crate) struct MembershipInput {
        identity_store_id: String,
        group_id: String,
        member_id: MemberId,
    }
}

request! {
    /// Who is in a group.
    pub(crate) struct MemberId {
        user_id: String,
    }
}

request! {
    /// A request about the directory.
    pub(crate) struct StoreInput {
        identity_store_id: String,
    }
}

request! {
    /// A request about a group.
    pub(crate) struct OfGroupInput {
        identity_store_id: String,
        group_id: String,
    }
}

/// What an action is about: the directory, and what of it the Service Authorization Reference names.
fn arns(stage: &Stage<'_>, store: &str, others: &[String]) -> Vec<Arn> {
    let known = center::find_by_store(stage, store).map(|center| center.store_arn());
    let account = stage.account();
    let store =
        known.unwrap_or_else(|_| Arn::new("identitystore", "", Some(account), &format!("identitystore/{store}")));
    let others = others.iter().map(|other| Arn::new("identitystore", "", None, other));
    std::iter::once(store).chain(others).collect()
}

fn conflict(what: &str) -> ApiError {
    ApiError::new("ConflictException", 400, format!("Duplicate {what}"))
}

macro_rules! in_directory {
    ($($operation:ident $name:literal $input:ident $is_read:literal [$asked:ident $($other:expr)*]
        |$request:ident, $center:ident, $stage:ident| $act:expr;)*) => {$(
        #[doc = concat!("`", $name, "`")]
        #[derive(Clone, Copy, Debug)]
        pub(crate) struct $operation;

        impl Operation for $operation {
            type Input = $input;

            const NAME: &'static str = $name;
            const IS_READ: bool = $is_read;

            fn checks($asked: &$input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
                let mut checks = center::checks(Self::NAME, &arns(stage, &$asked.identity_store_id, &[$($other.to_owned()),*]));
                // A delegated administrator needs no resource policy: the directory is as if of its own account.
                for check in &mut checks {
                    check.resource_account = Some(stage.account());
                }
                Ok(checks)
            }

            fn execute($request: $input, $stage: &mut Stage<'_>) -> Result<Value, ApiError> {
                #[allow(unused_mut, reason = "those that only read change nothing")]
                let mut $center = center::find_by_store($stage, &$request.identity_store_id)?;
                let output = $act;
                if !Self::IS_READ {
                    $stage.world.put_identity_center($center);
                }
                Ok(output)
            }
        }
    )*};
}

in_directory! {
    CreateUser "identitystore:CreateUser" UserInput false [asked] |input, center, stage| {
        if center.user_called(&input.user_name).is_some() {
            return Err(conflict("UserName"));
        }
        let full = input.name.map(|name| [name.given_name, name.family_name].into_iter().flatten().collect::<Vec<_>>());
        let display = input.display_name.or_else(|| full.map(|parts| parts.join(" ")));
        let user = DirectoryUser {
            display_name: display.unwrap_or_else(|| input.user_name.clone()).into(),
            name: input.user_name.into(),
        };
        let id = stage.world.next_uuid();
        center.users.insert(id.clone(), user);
        json!({ "UserId": id, "IdentityStoreId": center.store })
    };
    CreateGroup "identitystore:CreateGroup" GroupInput false [asked] |input, center, stage| {
        if center.groups.values().any(|group| *group.name == *input.display_name) {
            return Err(conflict("DisplayName"));
        }
        let id = stage.world.next_uuid();
        let group = DirectoryGroup { name: input.display_name.into(), members: BTreeMap::new() };
        center.groups.insert(id.clone(), group);
        json!({ "GroupId": id, "IdentityStoreId": center.store })
    };
    CreateGroupMembership "identitystore:CreateGroupMembership" MembershipInput false
        [asked format!("group/{}", asked.group_id) format!("user/{}", asked.member_id.user_id)]
        |input, center, stage| {
        let user = input.member_id.user_id;
        if !center.users.contains_key(&*user) {
            return Err(center::missing("USER"));
        }
        let id = stage.world.next_uuid();
        let group = center.groups.get_mut(&*input.group_id).ok_or_else(|| center::missing("GROUP"))?;
        if group.members.values().any(|member| **member == *user) {
            return Err(conflict("Member and Group"));
        }
        group.members.insert(id.clone(), user.into());
        json!({ "MembershipId": id, "IdentityStoreId": center.store })
    };
    ListUsers "identitystore:ListUsers" StoreInput true [asked "user/*"] |input, center, stage| {
        let views = center.users.iter().map(|(id, user)| json!({
            "UserName": user.name, "UserId": id, "DisplayName": user.display_name, "IdentityStoreId": center.store,
        }));
        json!({ "Users": views.collect::<Value>() })
    };
    ListGroups "identitystore:ListGroups" StoreInput true [asked "group/*"] |input, center, stage| {
        let views = center.groups.iter().map(|(id, group)| json!({
            "GroupId": id, "DisplayName": group.name, "IdentityStoreId": center.store,
        }));
        json!({ "Groups": views.collect::<Value>() })
    };
    ListGroupMemberships "identitystore:ListGroupMemberships" OfGroupInput true
        [asked "membership/*" format!("group/{}", asked.group_id)]
        |input, center, stage| members(&center, &input.group_id)?;
}

fn members(center: &IdentityCenter, group: &str) -> Result<Value, ApiError> {
    let members = &center.groups.get(group).ok_or_else(|| center::missing("GROUP"))?.members;
    let views = members.iter().map(|(id, user)| {
        json!({
            "IdentityStoreId": center.store, "MembershipId": id, "GroupId": group, "MemberId": { "UserId": user },
        })
    });
    Ok(json!({ "GroupMemberships": views.collect::<Value>() }))
}
