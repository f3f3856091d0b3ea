//! AWS Key Management Service: one file an operation.

mod cipher;
mod key;
mod tagging;

mod create_alias;
mod create_key;
mod decrypt;
mod describe_key;
mod disable_key;
mod enable_key;
mod encrypt;
mod generate_data_key;
mod get_key_policy;
mod list_aliases;
mod list_keys;
mod list_resource_tags;
mod put_key_policy;
mod tag_resource;
mod untag_resource;

pub(in crate::services) use cipher::check_by_s3;
pub(super) use create_alias::CreateAlias;
pub(super) use create_key::CreateKey;
pub(super) use decrypt::Decrypt;
pub(super) use describe_key::DescribeKey;
pub(super) use disable_key::DisableKey;
pub(super) use enable_key::EnableKey;
pub(super) use encrypt::Encrypt;
pub(super) use generate_data_key::GenerateDataKey;
pub(super) use get_key_policy::GetKeyPolicy;
pub(in crate::services) use key::{check_usable, key_arn};
pub(super) use list_aliases::ListAliases;
pub(super) use list_keys::ListKeys;
pub(super) use list_resource_tags::ListResourceTags;
pub(super) use put_key_policy::PutKeyPolicy;
pub(super) use tag_resource::TagResource;
pub(super) use untag_resource::UntagResource;
