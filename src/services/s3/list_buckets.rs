//! `s3:ListBuckets`: lists the buckets of the caller's account; the permission is called `s3:ListAllMyBuckets`.

use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {}
}

/// `s3:ListBuckets`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListBuckets;

impl Operation for ListBuckets {
    type Input = Input;

    const NAME: &'static str = "s3:ListBuckets";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new("s3:ListAllMyBuckets", "*")])
    }

    fn execute(_: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let account = stage.account();
        let own = stage.world.buckets().filter(|bucket| bucket.account == account);
        let own: Vec<Value> =
            own.map(|bucket| json!({ "Name": bucket.name, "CreationDate": bucket.created })).collect();
        Ok(json!({ "Buckets": own, "Owner": { "ID": canonical_user(account) } }))
    }
}

/// An id in the form of S3's own ids of accounts; real ones are known to S3 alone.
fn canonical_user(account: crate::arn::AccountId) -> String {
    format!("{account:0>64}", account = account.to_string())
}
