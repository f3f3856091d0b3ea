//! AWS Organizations: one file an operation.

mod document;
mod error;
mod scope;

mod accept_handshake;
mod attach_policy;
mod create_account;
mod create_organization;
mod create_organizational_unit;
mod create_policy;
mod delete_policy;
mod describe_organization;
mod detach_policy;
mod disable_policy_type;
mod enable_policy_type;
mod invite_account_to_organization;
mod leave_organization;
mod list_parents;
mod list_policies_for_target;
mod move_account;
mod remove_account_from_organization;
mod update_policy;

pub(super) use accept_handshake::AcceptHandshake;
pub(super) use attach_policy::AttachPolicy;
pub(super) use create_account::CreateAccount;
pub(super) use create_organization::CreateOrganization;
pub(super) use create_organizational_unit::CreateOrganizationalUnit;
pub(super) use create_policy::CreatePolicy;
pub(super) use delete_policy::DeletePolicy;
pub(super) use describe_organization::DescribeOrganization;
pub(super) use detach_policy::DetachPolicy;
pub(super) use disable_policy_type::DisablePolicyType;
pub(super) use enable_policy_type::EnablePolicyType;
pub(super) use invite_account_to_organization::InviteAccountToOrganization;
pub(super) use leave_organization::LeaveOrganization;
pub(super) use list_parents::ListParents;
pub(super) use list_policies_for_target::ListPoliciesForTarget;
pub(super) use move_account::MoveAccount;
pub(super) use remove_account_from_organization::RemoveAccountFromOrganization;
pub(super) use update_policy::UpdatePolicy;
