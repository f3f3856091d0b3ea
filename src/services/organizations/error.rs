//! The errors of Organizations, in AWS's words. All come with status 400.

use crate::services::ApiError;

fn error(code: &'static str, message: &str) -> ApiError {
    ApiError::new(code, 400, message)
}

/// The account is in no organization.
pub(super) fn not_in_use() -> ApiError {
    error("AWSOrganizationsNotInUseException", "Your account is not a member of an organization.")
}

/// The call is the management account's alone.
pub(super) fn not_management_account() -> ApiError {
    error("AccessDeniedException", "You don't have permissions to access this resource.")
}

/// One organization at a time.
pub(super) fn already_in_organization() -> ApiError {
    error("AlreadyInOrganizationException", "The AWS account is already a member of an organization.")
}

/// A value of the wrong shape.
pub(super) fn invalid_input(message: &str) -> ApiError {
    error("InvalidInputException", message)
}

/// A quota, or a minimum.
pub(super) fn constraint(message: &str) -> ApiError {
    error("ConstraintViolationException", message)
}

/// There is no such policy.
pub(super) fn no_policy() -> ApiError {
    error("PolicyNotFoundException", "You specified a policy that doesn't exist.")
}

/// There is no such root, unit or account.
pub(super) fn no_target() -> ApiError {
    error("TargetNotFoundException", "You specified a target that doesn't exist.")
}

/// There is no such root or unit.
pub(super) fn no_parent() -> ApiError {
    error("ParentNotFoundException", "You specified a parent that doesn't exist.")
}

/// There is no such account in the organization.
pub(super) fn no_account() -> ApiError {
    error("AccountNotFoundException", "You specified an account that doesn't exist.")
}

/// There is no such root.
pub(super) fn no_root() -> ApiError {
    error("RootNotFoundException", "You specified a root that doesn't exist.")
}

/// There is no such invitation.
pub(super) fn no_handshake() -> ApiError {
    error("HandshakeNotFoundException", "We can't find a handshake with the HandshakeId that you specified.")
}

/// Policies of the type do not count at present.
pub(super) fn type_not_enabled() -> ApiError {
    error("PolicyTypeNotEnabledException", "This operation can be performed only for enabled policy types.")
}

/// Policies of the type count already.
pub(super) fn type_already_enabled() -> ApiError {
    error("PolicyTypeAlreadyEnabledException", "The specified policy type is already enabled.")
}

/// A policy of AWS.
pub(super) fn immutable_policy() -> ApiError {
    invalid_input("You specified a policy that is managed by AWS and can't be modified.")
}

/// The name is taken.
pub(super) fn duplicate_policy() -> ApiError {
    error("DuplicatePolicyException", "A policy with the same name already exists.")
}

/// The policy is attached there already.
pub(super) fn duplicate_attachment() -> ApiError {
    error("DuplicatePolicyAttachmentException", "The selected policy is already attached to the specified target.")
}

/// The policy is not attached there.
pub(super) fn not_attached() -> ApiError {
    error("PolicyNotAttachedException", "The policy isn't attached to the specified target in the specified root.")
}

/// The policy is attached somewhere.
pub(super) fn policy_in_use() -> ApiError {
    error(
        "PolicyInUseException",
        "The policy is attached to one or more entities. You must detach it from all roots, OUs, and accounts before performing this operation.",
    )
}

/// The name is taken within the parent.
pub(super) fn duplicate_unit() -> ApiError {
    error("DuplicateOrganizationalUnitException", "An OU with the same name already exists.")
}

/// There is no such unit.
pub(super) fn no_unit() -> ApiError {
    error(
        "OrganizationalUnitNotFoundException",
        "We can't find an OU with the OrganizationalUnitId that you specified.",
    )
}

/// Something is in the unit.
pub(super) fn unit_not_empty() -> ApiError {
    error(
        "OrganizationalUnitNotEmptyException",
        "The specified OU is not empty. Move all accounts to another root or to other OUs, remove all child OUs, and try the operation again.",
    )
}

/// There are members.
pub(super) fn not_empty() -> ApiError {
    error(
        "OrganizationNotEmptyException",
        "The organization isn't empty. To delete an organization, you must first remove all accounts except the management account.",
    )
}

/// No account was asked for by that id.
pub(super) fn no_creation() -> ApiError {
    error(
        "CreateAccountStatusNotFoundException",
        "We can't find an create account request with the CreateAccountRequestId that you specified.",
    )
}

/// The account is in an organization already.
pub(super) fn member_elsewhere() -> ApiError {
    error(
        "HandshakeConstraintViolationException",
        "The handshake request is invalid because the invited account is already a member of an organization.",
    )
}

/// No policy of that type comes to anything.
pub(super) fn no_effective_policy() -> ApiError {
    error(
        "EffectivePolicyNotFoundException",
        "If you ran this action on the management account, this policy type is not enabled. If you ran the action on a member account, the account doesn't have an effective policy of this type. Contact the administrator of your organization about attaching a policy of this type to the account.",
    )
}

/// The member administers the service already.
pub(super) fn already_registered() -> ApiError {
    error(
        "AccountAlreadyRegisteredException",
        "The specified account is already a delegated administrator for this AWS service.",
    )
}

/// The member administers no such service.
pub(super) fn not_registered() -> ApiError {
    error(
        "AccountNotRegisteredException",
        "The specified account is not a delegated administrator for this AWS service.",
    )
}

/// The account that made the organization stays in it.
pub(super) fn master_cannot_leave() -> ApiError {
    error(
        "MasterCannotLeaveOrganizationException",
        "You can't remove a management account from an organization. If you want the management account to become a member account in another organization, you must first delete the current organization of the management account.",
    )
}
