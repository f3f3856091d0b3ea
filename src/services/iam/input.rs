//! Requests that more than one operation takes.

use crate::arn::Arn;
use crate::services::request::request;

macro_rules! requests {
    ($($(#[$doc:meta])* $request:ident { $($member:ident: $type:ty),* })*) => {$(
        request! {
            $(#[$doc])*
            pub(crate) struct $request { $(pub(super) $member: $type),* }
        }
    )*};
}

requests! {
    /// Names a user.
    OfUser { user_name: String }
    /// Names a user, or means the caller.
    OfUserOrCaller { user_name: Option<String> }
    /// Names a group.
    OfGroup { group_name: String }
    /// Names a role.
    OfRole { role_name: String }
    /// Names an instance profile.
    OfInstanceProfile { instance_profile_name: String }
    /// A role in an instance profile.
    ProfileRole { instance_profile_name: String, role_name: String }
    /// Names an inline policy of a user.
    UserPolicy { user_name: String, policy_name: String }
    /// Names an inline policy of a group.
    GroupPolicy { group_name: String, policy_name: String }
    /// Names an inline policy of a role.
    RolePolicy { role_name: String, policy_name: String }
    /// A managed policy on a user.
    UserAttachment { user_name: String, policy_arn: Arn }
    /// A managed policy on a group.
    GroupAttachment { group_name: String, policy_arn: Arn }
    /// A managed policy on a role.
    RoleAttachment { role_name: String, policy_arn: Arn }
    /// A user in a group.
    Membership { group_name: String, user_name: String }
    /// Names a managed policy.
    OfPolicy { policy_arn: Arn }
    /// Names a version of a managed policy.
    OfVersion { policy_arn: Arn, version_id: String }
    /// Nothing.
    Nothing {}
    /// Names an account.
    OfAlias { account_alias: String }
    /// All below a path.
    OfPath { path_prefix: Option<String> }
}
