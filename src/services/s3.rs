//! Amazon S3: one file an operation.

mod bucket;
mod copy_object;
mod create_bucket;
mod delete_bucket;
mod delete_bucket_policy;
mod delete_object;
mod delete_public_access_block;
mod get_bucket_policy;
mod get_object;
mod get_public_access_block;
mod head_bucket;
mod head_object;
mod list_buckets;
mod list_objects;
mod list_objects_v2;
mod put_bucket_policy;
mod put_object;
mod put_public_access_block;

pub use bucket::without_body;
pub(super) use copy_object::CopyObject;
pub(super) use create_bucket::CreateBucket;
pub(super) use delete_bucket::DeleteBucket;
pub(super) use delete_bucket_policy::DeleteBucketPolicy;
pub(super) use delete_object::DeleteObject;
pub(super) use delete_public_access_block::DeletePublicAccessBlock;
pub(super) use get_bucket_policy::GetBucketPolicy;
pub(super) use get_object::GetObject;
pub(super) use get_public_access_block::GetPublicAccessBlock;
pub(super) use head_bucket::HeadBucket;
pub(super) use head_object::HeadObject;
pub(super) use list_buckets::ListBuckets;
pub(super) use list_objects::ListObjects;
pub(super) use list_objects_v2::ListObjectsV2;
pub(super) use put_bucket_policy::PutBucketPolicy;
pub(super) use put_object::PutObject;
pub(super) use put_public_access_block::PutPublicAccessBlock;
