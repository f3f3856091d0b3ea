//! IAM Identity Center: the instance, its directory, permission sets and assignments, and the access portal.
//!
//! What AWS does in the background is done at once here, and says so: creations have succeeded when they are answered.

mod access_control;
mod assignment;
mod center;
mod directory;
mod permission_set;
mod portal;
mod reference;
mod role;

pub(super) use access_control::{
    CreateInstanceAccessControlAttributeConfiguration, DeleteInstanceAccessControlAttributeConfiguration,
    DescribeInstanceAccessControlAttributeConfiguration, UpdateInstanceAccessControlAttributeConfiguration,
};
pub(super) use assignment::{
    CreateAccountAssignment, DeleteAccountAssignment, ListAccountAssignments, ProvisionPermissionSet,
};
pub(super) use center::{ListInstances, StartSso};
pub(super) use directory::{
    CreateGroup, CreateGroupMembership, CreateUser, DeleteGroup, DeleteGroupMembership, DeleteUser, DescribeUser,
    ListGroupMemberships, ListGroups, ListUsers,
};
pub(super) use permission_set::{
    AttachManagedPolicyToPermissionSet, CreatePermissionSet, DeleteInlinePolicyFromPermissionSet, DeletePermissionSet,
    DeletePermissionsBoundaryFromPermissionSet, DescribePermissionSet, DetachManagedPolicyFromPermissionSet,
    GetInlinePolicyForPermissionSet, GetPermissionsBoundaryForPermissionSet, ListManagedPoliciesInPermissionSet,
    ListPermissionSets, PutInlinePolicyToPermissionSet, PutPermissionsBoundaryToPermissionSet, UpdatePermissionSet,
};
pub(super) use portal::{CreateToken, GetRoleCredentials, ListAccountRoles, ListAccounts, outsider};
pub(super) use reference::{
    AttachCustomerManagedPolicyReferenceToPermissionSet, DetachCustomerManagedPolicyReferenceFromPermissionSet,
    ListCustomerManagedPolicyReferencesInPermissionSet,
};
