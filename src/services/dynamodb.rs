//! Amazon DynamoDB: tables, their policies and their items; one file an operation.

mod expression;
mod item;
mod table;

mod create_table;
mod delete_item;
mod delete_resource_policy;
mod delete_table;
mod describe_table;
mod get_item;
mod get_resource_policy;
mod list_tables;
mod list_tags_of_resource;
mod put_item;
mod put_resource_policy;
mod query;
mod scan;
mod tag_resource;
mod untag_resource;
mod update_item;

pub(super) use create_table::CreateTable;
pub(super) use delete_item::DeleteItem;
pub(super) use delete_resource_policy::DeleteResourcePolicy;
pub(super) use delete_table::DeleteTable;
pub(super) use describe_table::DescribeTable;
pub(super) use get_item::GetItem;
pub(super) use get_resource_policy::GetResourcePolicy;
pub(super) use list_tables::ListTables;
pub(super) use list_tags_of_resource::ListTagsOfResource;
pub(super) use put_item::PutItem;
pub(super) use put_resource_policy::PutResourcePolicy;
pub(super) use query::Query;
pub(super) use scan::Scan;
pub(super) use tag_resource::TagResource;
pub(super) use untag_resource::UntagResource;
pub(super) use update_item::UpdateItem;
