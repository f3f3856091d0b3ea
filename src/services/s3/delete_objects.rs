//! `s3:DeleteObjects`: deletes several objects in one call, each with a permission of its own.
//!
//! What may not be deleted stands in the answer, which succeeds all the same (API_DeleteObjects). So no permission is
//! asked for the call as such, and no trace of one is kept.

use super::{bucket, notification};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        bucket: String,
        delete: Delete,
    }
}

request! {
    struct Delete {
        objects: Vec<Identifier>,
        quiet: Option<bool>,
    }
}

request! {
    struct Identifier {
        key: String,
    }
}

/// Objects in one call, at the most.
const MOST: usize = 1_000;

/// `s3:DeleteObjects`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteObjects;

impl Operation for DeleteObjects {
    type Input = Input;

    const NAME: &'static str = "s3:DeleteObjects";
    const IS_OPEN_TO_ALL: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(Vec::new())
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let keys: Vec<String> = input.delete.objects.into_iter().map(|object| object.key).collect();
        if keys.is_empty() || keys.len() > MOST {
            let message = "The XML you provided was not well-formed or did not validate against our published schema";
            return Err(ApiError::new("MalformedXML", 400, message));
        }
        let mut changed = bucket::find(stage, &input.bucket)?;
        let (deleted, refused): (Vec<_>, Vec<_>) =
            keys.into_iter().partition(|key| bucket::may(stage, "s3:DeleteObject", &input.bucket, Some(key)));
        for key in &deleted {
            if changed.objects.remove(key.as_str()).is_some() {
                notification::tell(stage, &changed, "ObjectRemoved:Delete", key);
            }
        }
        stage.world.put_bucket(changed);
        let deleted = deleted.iter().filter(|_| !input.delete.quiet.unwrap_or_default());
        let deleted: Vec<Value> = deleted.map(|key| json!({ "Key": key })).collect();
        let error = |key: &String| json!({ "Key": key, "Code": "AccessDenied", "Message": "Access Denied" });
        let mut output = json!({});
        if !deleted.is_empty() {
            output["Deleted"] = deleted.into();
        }
        if !refused.is_empty() {
            output["Errors"] = refused.iter().map(error).collect();
        }
        Ok(output)
    }
}
