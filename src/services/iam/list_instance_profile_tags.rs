//! `iam:ListInstanceProfileTags`: lists the tags of an instance profile.

use super::input::OfInstanceProfile;
use super::{entity, instance_profile, tags};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:ListInstanceProfileTags`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListInstanceProfileTags;

impl Operation for ListInstanceProfileTags {
    type Input = OfInstanceProfile;

    const NAME: &'static str = "iam:ListInstanceProfileTags";
    const IS_READ: bool = true;

    fn checks(input: &OfInstanceProfile, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![instance_profile::check(Self::NAME, stage, &input.instance_profile_name)])
    }

    fn execute(input: OfInstanceProfile, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let profile = instance_profile::find(entity::account(stage)?, &input.instance_profile_name)?;
        Ok(json!({ "Tags": tags::list(&profile.tags) }))
    }
}
