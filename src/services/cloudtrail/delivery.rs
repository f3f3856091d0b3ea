//! Whether CloudTrail may deliver to a bucket: what the bucket's policy says to the service, with the trail as the
//! source of its calls (CloudTrail user guide, "Amazon S3 bucket policy for CloudTrail").

use crate::arn::Arn;
use crate::authz::{AccessCheck, Caller, Environment, gather};
use crate::eval::{Principal, authorize};
use crate::services::{ApiError, Stage};
use crate::world::Trail;

/// Refuses a bucket that is not there, or whose policy does not let CloudTrail look at it and write into it.
pub(super) fn check(stage: &Stage<'_>, trail: &Trail) -> Result<(), ApiError> {
    let bucket = &trail.bucket;
    if stage.world.bucket(bucket).is_none() {
        let message = format!("S3 bucket {bucket} does not exist!");
        return Err(ApiError::new("S3BucketDoesNotExistException", 400, message));
    }
    let prefix = trail.prefix.as_deref().map(|prefix| format!("{prefix}/")).unwrap_or_default();
    let object = format!("{bucket}/{prefix}AWSLogs/{}/CloudTrail/log.json.gz", trail.account);
    let object = Arn::new("s3", "", None, &object);
    let acl = ("s3:x-amz-acl", "bucket-owner-full-control");
    let wanted = [
        AccessCheck::new("s3:GetBucketAcl", Arn::new("s3", "", None, bucket).as_str()),
        AccessCheck::new("s3:PutObject", object.as_str()).with(acl.0, acl.1),
    ];
    if wanted.iter().all(|check| may(stage, trail, check)) {
        return Ok(());
    }
    let message = format!("Incorrect S3 bucket policy is detected for bucket: {bucket}");
    Err(ApiError::new("InsufficientS3BucketPolicyException", 400, message))
}

fn may(stage: &Stage<'_>, trail: &Trail, check: &AccessCheck) -> bool {
    let mut service = Caller::without_key(Principal::Service { name: "cloudtrail.amazonaws.com".into() });
    service.context.set_one("aws:SourceArn", trail.arn().as_str());
    service.context.set_one("aws:SourceAccount", trail.account.to_string());
    let (request, policies) = gather(stage.world, &service, check, &Environment::default(), stage.now);
    authorize(&request, &policies).is_allowed()
}
