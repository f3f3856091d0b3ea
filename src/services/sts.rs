//! AWS Security Token Service: one file an operation.

mod assume_role;
mod get_caller_identity;

pub(super) use assume_role::AssumeRole;
pub(super) use get_caller_identity::GetCallerIdentity;
