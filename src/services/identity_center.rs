//! IAM Identity Center: the instance, its directory, permission sets and assignments, and the access portal.
//!
//! What AWS does in the background is done at once here, and says so: creations have succeeded when they are answered.

mod assignment;
mod center;
mod directory;
mod permission_set;
mod portal;
mod role;

pub(super) use assignment::{
    CreateAccountAssignment, DeleteAccountAssignment, ListAccountAssignments, ProvisionPermissionSet,
};
pub(super) use center::{ListInstances, StartSso};
pub(super) use directory::{
    CreateGroup, CreateGroupMembership, CreateUser, ListGroupMemberships, ListGroups, ListUsers,
};
pub(super) use permission_set::{
    AttachManagedPolicyToPermissionSet, CreatePermissionSet, DeletePermissionSet, DescribePermissionSet,
    DetachManagedPolicyFromPermissionSet, ListManagedPoliciesInPermissionSet, ListPermissionSets,
    PutInlinePolicyToPermissionSet, PutPermissionsBoundaryToPermissionSet,
};
pub(super) use portal::{CreateToken, GetRoleCredentials, ListAccountRoles, ListAccounts, outsider};
