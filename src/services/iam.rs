//! AWS Identity and Access Management: one file an operation.

mod holder;
mod managed;
mod trust;

mod add_user_to_group;
mod attach_group_policy;
mod attach_role_policy;
mod attach_user_policy;
mod create_access_key;
mod create_group;
mod create_policy;
mod create_policy_version;
mod create_role;
mod create_user;
mod delete_group_policy;
mod delete_role_policy;
mod delete_user_policy;
mod detach_group_policy;
mod detach_role_policy;
mod detach_user_policy;
mod put_group_policy;
mod put_role_policy;
mod put_user_policy;
mod remove_user_from_group;
mod update_assume_role_policy;

pub(super) use add_user_to_group::AddUserToGroup;
pub(super) use attach_group_policy::AttachGroupPolicy;
pub(super) use attach_role_policy::AttachRolePolicy;
pub(super) use attach_user_policy::AttachUserPolicy;
pub(super) use create_access_key::CreateAccessKey;
pub(super) use create_group::CreateGroup;
pub(super) use create_policy::CreatePolicy;
pub(super) use create_policy_version::CreatePolicyVersion;
pub(super) use create_role::CreateRole;
pub(super) use create_user::CreateUser;
pub(super) use delete_group_policy::DeleteGroupPolicy;
pub(super) use delete_role_policy::DeleteRolePolicy;
pub(super) use delete_user_policy::DeleteUserPolicy;
pub(super) use detach_group_policy::DetachGroupPolicy;
pub(super) use detach_role_policy::DetachRolePolicy;
pub(super) use detach_user_policy::DetachUserPolicy;
pub(super) use put_group_policy::PutGroupPolicy;
pub(super) use put_role_policy::PutRolePolicy;
pub(super) use put_user_policy::PutUserPolicy;
pub(super) use remove_user_from_group::RemoveUserFromGroup;
pub(super) use update_assume_role_policy::UpdateAssumeRolePolicy;
