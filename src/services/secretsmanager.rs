//! AWS Secrets Manager, as far as secrets and their policies go: one file an operation.

mod secret;

mod create_secret;
mod delete_resource_policy;
mod delete_secret;
mod describe_secret;
mod get_resource_policy;
mod get_secret_value;
mod list_secrets;
mod put_resource_policy;
mod put_secret_value;
mod restore_secret;
mod tag_resource;
mod untag_resource;

pub(super) use create_secret::CreateSecret;
pub(super) use delete_resource_policy::DeleteResourcePolicy;
pub(super) use delete_secret::DeleteSecret;
pub(super) use describe_secret::DescribeSecret;
pub(super) use get_resource_policy::GetResourcePolicy;
pub(super) use get_secret_value::GetSecretValue;
pub(super) use list_secrets::ListSecrets;
pub(super) use put_resource_policy::PutResourcePolicy;
pub(super) use put_secret_value::PutSecretValue;
pub(super) use restore_secret::RestoreSecret;
pub(super) use tag_resource::TagResource;
pub(super) use untag_resource::UntagResource;
