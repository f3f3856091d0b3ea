//! Amazon DynamoDB, as far as tables and their policies go: one file an operation.

mod table;

mod create_table;
mod delete_resource_policy;
mod delete_table;
mod describe_table;
mod get_resource_policy;
mod list_tables;
mod put_resource_policy;

pub(super) use create_table::CreateTable;
pub(super) use delete_resource_policy::DeleteResourcePolicy;
pub(super) use delete_table::DeleteTable;
pub(super) use describe_table::DescribeTable;
pub(super) use get_resource_policy::GetResourcePolicy;
pub(super) use list_tables::ListTables;
pub(super) use put_resource_policy::PutResourcePolicy;
