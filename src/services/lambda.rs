//! AWS Lambda: functions, their execution roles, and who may invoke them: one file an operation.

mod function;
mod policy;

mod add_permission;
mod create_function;
mod delete_function;
mod get_function;
mod get_policy;
mod invoke;
mod list_functions;
mod list_tags;
mod remove_permission;
mod tag_resource;
mod untag_resource;
mod update_function_configuration;

pub(super) use add_permission::AddPermission;
pub(super) use create_function::CreateFunction;
pub(super) use delete_function::DeleteFunction;
pub(super) use get_function::GetFunction;
pub(super) use get_policy::GetPolicy;
pub(super) use invoke::Invoke;
pub(super) use list_functions::ListFunctions;
pub(super) use list_tags::ListTags;
pub(super) use remove_permission::RemovePermission;
pub(super) use tag_resource::TagResource;
pub(super) use untag_resource::UntagResource;
pub(super) use update_function_configuration::UpdateFunctionConfiguration;
