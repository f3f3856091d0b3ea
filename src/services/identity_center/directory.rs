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
        nick_name: Option<String>,
        emails: Vec<Email>,
        user_type: Option<String>,
        title: Option<String>,
        preferred_language: Option<String>,
        locale: Option<String>,
        timezone: Option<String>,
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
    /// An address.
    pub(crate) struct Email {
        value: Option<String>,
        kind = "Type": Option<String>,
        primary: bool,
    }
}

/// The paths of the address that is the first, and of its kind.
const EMAIL: [&str; 2] = ["emails[primary eq true].value", "emails[primary eq true].type"];

impl UserInput {
    /// What is known of the person, by the paths of attributes for access control (IAM Identity Center user guide,
    /// "Attributes for access control").
    fn attributes(&self) -> BTreeMap<Box<str>, Box<str>> {
        let name = self.name.as_ref();
        let email = self.emails.iter().find(|email| email.primary);
        let told = [
            ("name.givenName", name.and_then(|name| name.given_name.as_ref())),
            ("name.familyName", name.and_then(|name| name.family_name.as_ref())),
            ("nickName", self.nick_name.as_ref()),
            (EMAIL[0], email.and_then(|email| email.value.as_ref())),
            (EMAIL[1], email.and_then(|email| email.kind.as_ref())),
            ("userType", self.user_type.as_ref()),
            ("title", self.title.as_ref()),
            ("preferredLanguage", self.preferred_language.as_ref()),
            ("locale", self.locale.as_ref()),
            ("timezone", self.timezone.as_ref()),
        ];
        told.into_iter().filter_map(|(path, value)| Some((path.into(), value?.as_str().into()))).collect()
    }
}

request! {
    /// A request about a user.
    pub(crate) struct OfUserInput {
        identity_store_id: String,
        user_id: String,
    }
}

request! {
    /// A request about a membership.
    pub(crate) struct OfMembershipInput {
        identity_store_id: String,
        membership_id: String,
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
        let attributes = input.attributes();
        let full = input.name.map(|name| [name.given_name, name.family_name].into_iter().flatten().collect::<Vec<_>>());
        let display = input.display_name.or_else(|| full.map(|parts| parts.join(" ")));
        let user = DirectoryUser {
            display_name: display.unwrap_or_else(|| input.user_name.clone()).into(),
            name: input.user_name.into(),
            attributes,
        };
        let id = stage.world.next_uuid();
        center.users.insert(id.clone(), user);
        json!({ "UserId": id, "IdentityStoreId": center.store })
    };
    DescribeUser "identitystore:DescribeUser" OfUserInput true [asked format!("user/{}", asked.user_id)]
        |input, center, stage| {
        let user = center.users.get(&*input.user_id).ok_or_else(|| center::missing("USER"))?;
        user_view(&center, &input.user_id, user)
    };
    DeleteUser "identitystore:DeleteUser" OfUserInput false [asked format!("user/{}", asked.user_id)]
        |input, center, stage| {
        // What the user was assigned stays, for nobody (our reading: nothing says that it goes).
        center.users.remove(&*input.user_id).ok_or_else(|| center::missing("USER"))?;
        for group in center.groups.values_mut() {
            group.members.retain(|_, member| **member != *input.user_id);
        }
        json!({})
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
    DeleteGroup "identitystore:DeleteGroup" OfGroupInput false [asked format!("group/{}", asked.group_id)]
        |input, center, stage| {
        center.groups.remove(&*input.group_id).ok_or_else(|| center::missing("GROUP"))?;
        json!({})
    };
    DeleteGroupMembership "identitystore:DeleteGroupMembership" OfMembershipInput false
        [asked format!("membership/{}", asked.membership_id)] |input, center, stage| {
        let id = &*input.membership_id;
        let removed = center.groups.values_mut().find_map(|group| group.members.remove(id));
        removed.ok_or_else(|| center::missing("GROUP_MEMBERSHIP"))?;
        json!({})
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
        let views = center.users.iter().map(|(id, user)| user_view(&center, id, user));
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

/// Somebody as answers show them.
fn user_view(center: &IdentityCenter, id: &str, user: &DirectoryUser) -> Value {
    let mut view = json!({
        "UserName": user.name, "UserId": id, "DisplayName": user.display_name, "IdentityStoreId": center.store,
    });
    for (path, value) in &user.attributes {
        match path.strip_prefix("name.") {
            Some(part) => view["Name"][pascal(part)] = json!(value),
            None if **path == *EMAIL[0] => {
                view["Emails"] = json!([{ "Value": value, "Type": user.attributes.get(EMAIL[1]), "Primary": true }]);
            }
            None if **path == *EMAIL[1] => {}
            None => view[pascal(path)] = json!(value),
        }
    }
    view
}

/// `UserType` for `userType`.
fn pascal(path: &str) -> String {
    let mut letters = path.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
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
