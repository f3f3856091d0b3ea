//! Amazon S3: one file an operation.

mod bucket;
mod create_bucket;
mod delete_bucket_policy;
mod delete_public_access_block;
mod get_object;
mod list_objects_v2;
mod put_bucket_policy;
mod put_object;
mod put_public_access_block;

pub(super) use create_bucket::CreateBucket;
pub(super) use delete_bucket_policy::DeleteBucketPolicy;
pub(super) use delete_public_access_block::DeletePublicAccessBlock;
pub(super) use get_object::GetObject;
pub(super) use list_objects_v2::ListObjectsV2;
pub(super) use put_bucket_policy::PutBucketPolicy;
pub(super) use put_object::PutObject;
pub(super) use put_public_access_block::PutPublicAccessBlock;
