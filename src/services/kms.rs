//! AWS Key Management Service: one file an operation.

mod cipher;
mod grant;
mod key;
mod tagging;

mod create_alias;
mod create_grant;
mod create_key;
mod decrypt;
mod describe_key;
mod disable_key;
mod enable_key;
mod encrypt;
mod generate_data_key;
mod get_key_policy;
mod list_aliases;
mod list_grants;
mod list_keys;
mod list_resource_tags;
mod put_key_policy;
mod retire_grant;
mod revoke_grant;
mod tag_resource;
mod untag_resource;

pub(in crate::services) use cipher::check_by;
pub(super) use create_alias::CreateAlias;
pub(super) use create_grant::CreateGrant;
pub(super) use create_key::CreateKey;
pub(super) use decrypt::Decrypt;
pub(super) use describe_key::DescribeKey;
pub(super) use disable_key::DisableKey;
pub(super) use enable_key::EnableKey;
pub(super) use encrypt::Encrypt;
pub(super) use generate_data_key::GenerateDataKey;
pub(super) use get_key_policy::GetKeyPolicy;
pub(in crate::services) use key::{check_usable, key_arn, key_named};
pub(super) use list_aliases::ListAliases;
pub(super) use list_grants::ListGrants;
pub(super) use list_keys::ListKeys;
pub(super) use list_resource_tags::ListResourceTags;
pub(super) use put_key_policy::PutKeyPolicy;
pub(super) use retire_grant::RetireGrant;
pub(super) use revoke_grant::RevokeGrant;
pub(super) use tag_resource::TagResource;
pub(super) use untag_resource::UntagResource;
