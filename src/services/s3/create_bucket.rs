//! `s3:CreateBucket`: makes a bucket; its name is unique in all of AWS.

use super::bucket;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{Bucket, PublicAccessBlock, Tags};
use serde_json::Value;
use std::collections::BTreeMap;

request! {
    /// The request.
    pub(crate) struct Input {
        bucket: String,
        region: Option<String>,
        create_bucket_configuration: Option<Configuration>,
    }
}

request! {
    /// Where the bucket is to be.
    struct Configuration {
        location_constraint: Option<String>,
    }
}

/// `s3:CreateBucket`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateBucket;

impl Operation for CreateBucket {
    type Input = Input;

    const NAME: &'static str = "s3:CreateBucket";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![bucket::check(Self::NAME, &input.bucket, None)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        if stage.world.bucket(&input.bucket).is_some_and(|bucket| bucket.account == stage.account()) {
            let message = "Your previous request to create the named bucket succeeded and you already own it.";
            return Err(ApiError::new("BucketAlreadyOwnedByYou", 409, message));
        }
        if stage.world.bucket(&input.bucket).is_some() {
            let message = "The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.";
            return Err(ApiError::new("BucketAlreadyExists", 409, message));
        }
        let is_legal = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-".contains(&byte);
        if !(3..=63).contains(&input.bucket.len()) || !input.bucket.bytes().all(is_legal) {
            return Err(ApiError::new("InvalidBucketName", 400, "The specified bucket is not valid."));
        }
        let constraint = input.create_bucket_configuration.and_then(|configuration| configuration.location_constraint);
        let region = input.region.or(constraint);
        check_region(stage, region.as_deref())?;
        let output = json!({ "Location": format!("/{}", input.bucket) });
        stage.world.put_bucket(Bucket {
            name: input.bucket.into(),
            account: stage.account(),
            region: region.unwrap_or_else(|| "us-east-1".to_owned()).into(),
            policy: None,
            public_access_block: PublicAccessBlock::ON,
            default_key: None,
            objects: BTreeMap::new(),
            created: stage.now,
            tags: Tags::new(),
            notifications: Vec::new(),
        });
        Ok(output)
    }
}

/// An endpoint of another Region than us-east-1 wants to be told its own.
fn check_region(stage: &Stage<'_>, region: Option<&str>) -> Result<(), ApiError> {
    let Some(endpoint) = stage.environment.requested_region() else { return Ok(()) };
    if endpoint == region.unwrap_or("us-east-1") || endpoint == "us-east-1" {
        return Ok(());
    }
    let constraint = region.unwrap_or("unspecified");
    let message = format!(
        "The {constraint} location constraint is incompatible for the region specific endpoint this request was sent to."
    );
    Err(ApiError::new("IllegalLocationConstraintException", 400, message))
}
