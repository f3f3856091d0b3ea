//! AWS Secrets Manager, as far as secrets and their policies go: one file an operation.

mod secret;

mod create_secret;
mod delete_resource_policy;
mod describe_secret;
mod get_resource_policy;
mod put_resource_policy;

pub(super) use create_secret::CreateSecret;
pub(super) use delete_resource_policy::DeleteResourcePolicy;
pub(super) use describe_secret::DescribeSecret;
pub(super) use get_resource_policy::GetResourcePolicy;
pub(super) use put_resource_policy::PutResourcePolicy;
