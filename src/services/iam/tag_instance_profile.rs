//! `iam:TagInstanceProfile`: sets tags of an instance profile (rules E-42, E-43).

use super::holder::in_account;
use super::instance_profile;
use super::tags::{self, Keys, Tag};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        instance_profile_name: String,
        tags: Vec<Tag>,
    }
}

/// `iam:TagInstanceProfile`
#[derive(Clone, Copy, Debug)]
pub(crate) struct TagInstanceProfile;

impl Operation for TagInstanceProfile {
    type Input = Input;

    const NAME: &'static str = "iam:TagInstanceProfile";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = instance_profile::check(Self::NAME, stage, &input.instance_profile_name);
        Ok(vec![tags::with(check, &input.tags)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        in_account(stage, |account| {
            instance_profile::change(account, &input.instance_profile_name, |profile| {
                tags::put(&mut profile.tags, input.tags, Keys::AsTyped)
            })?;
            Ok(json!({}))
        })
    }
}
