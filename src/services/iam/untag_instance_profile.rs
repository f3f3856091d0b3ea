//! `iam:UntagInstanceProfile`: takes tags of an instance profile away.

use super::holder::in_account;
use super::instance_profile;
use super::tags;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        instance_profile_name: String,
        tag_keys: Vec<String>,
    }
}

/// `iam:UntagInstanceProfile`
#[derive(Clone, Copy, Debug)]
pub(crate) struct UntagInstanceProfile;

impl Operation for UntagInstanceProfile {
    type Input = Input;

    const NAME: &'static str = "iam:UntagInstanceProfile";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = instance_profile::check(Self::NAME, stage, &input.instance_profile_name);
        Ok(vec![tags::with_keys(check, input.tag_keys.iter().map(String::as_str))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        in_account(stage, |account| {
            instance_profile::change(account, &input.instance_profile_name, |profile| {
                tags::remove_all(&mut profile.tags, &input.tag_keys, tags::Keys::AsTyped);
                Ok(json!({}))
            })
        })
    }
}
