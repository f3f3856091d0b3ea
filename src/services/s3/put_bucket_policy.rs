//! `s3:PutBucketPolicy`: writes the bucket policy over the one that was there.

use super::bucket;
use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::json::json;
use crate::policy::PolicyKind;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, principals};
use crate::world::{Bucket, StoredPolicy};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        bucket: String,
        policy: String,
    }
}

/// `s3:PutBucketPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct PutBucketPolicy;

impl Operation for PutBucketPolicy {
    type Input = Input;

    const NAME: &'static str = "s3:PutBucketPolicy";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![bucket::check(Self::NAME, &input.bucket, None)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut bucket = bucket::find_own(stage, &input.bucket)?;
        let policy = StoredPolicy::parse(&input.policy, PolicyKind::Resource)
            .map_err(|problems| ApiError::malformed("MalformedPolicy", &problems))?;
        if input.policy.len() > Quota::BucketPolicyBytes.value() {
            return Err(ApiError::new("PolicyTooLarge", 400, "The bucket policy exceeds the 20 KB limit."));
        }
        check(stage, &bucket, &policy)?;
        bucket.policy = Some(policy);
        stage.world.put_bucket(bucket);
        Ok(json!({}))
    }
}

/// What S3 refuses beyond the grammar: actions of other services, resources outside the bucket or none, actions
/// that apply to none of the resources,
/// principals that do not exist, and on new buckets policies that are public.
fn check(stage: &Stage<'_>, bucket: &Bucket, policy: &StoredPolicy) -> Result<(), ApiError> {
    let malformed = |message: &str| Err(ApiError::new("MalformedPolicy", 400, message));
    let document = policy.policy().document();
    for statement in &document.statements {
        let is_s3 = |action: &str| action == "*" || action.to_ascii_lowercase().starts_with("s3:");
        if !statement.action.patterns.iter().all(|action| is_s3(&action.value)) {
            return malformed("Policy has invalid action");
        }
        if statement.resource.is_none() {
            return malformed("Missing required field Resource");
        }
        let is_inside = |resource: &str| {
            let path = resource.splitn(6, ':').nth(5).unwrap_or("*");
            path == "*"
                || path.strip_prefix(&*bucket.name).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '*']))
        };
        let resources = statement.resource.iter().flat_map(|element| &element.patterns);
        if !resources.into_iter().all(|resource| is_inside(&resource.value)) {
            return malformed("Policy has invalid resource");
        }
    }
    if !policy.policy().unapplied_actions().is_empty() {
        return malformed("Action does not apply to any resource(s) in statement");
    }
    if principals::missing(stage.world, document).is_some() {
        return malformed("Invalid principal in policy");
    }
    if bucket.public_access_block.block_public_policy && policy.policy().is_public() {
        let who = stage.caller.caller().and_then(|caller| caller.principal.arn());
        let who = who.unwrap_or_else(|| stage.account().root_arn());
        let message = format!(
            "User: {who} is not authorized to perform: s3:PutBucketPolicy on resource: \"{}\" because public policies are blocked by the BlockPublicPolicy block public access setting.",
            bucket.arn()
        );
        return Err(ApiError::new("AccessDenied", 403, message));
    }
    Ok(())
}
