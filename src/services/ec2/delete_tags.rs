//! `ec2:DeleteTags`: takes tags off instances: those named, where a value is given only with that value, or all.

use super::instance;
use super::tagging::{self, OfTags};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::tags::{self, Tag};
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `ec2:DeleteTags`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteTags;

impl Operation for DeleteTags {
    type Input = OfTags;

    const NAME: &'static str = "ec2:DeleteTags";

    fn checks(input: &OfTags, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let keys = || input.tags.iter().map(|tag| tag.key.as_str());
        let check = |id: &String| {
            let check = instance::check(Self::NAME, stage, id);
            if input.tags.is_empty() { check } else { tags::with_keys(check, keys()) }
        };
        Ok(input.resources.iter().map(check).collect())
    }

    fn execute(input: OfTags, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        instance::check_dry_run(input.dry_run)?;
        tagging::change(stage, &input.resources, |instance| {
            instance.tags.retain(|key, value| {
                let is_meant =
                    |tag: &Tag| *tag.key == **key && tag.value.as_deref().is_none_or(|wanted| *wanted == **value);
                !input.tags.is_empty() && !input.tags.iter().any(is_meant)
            });
            Ok(())
        })?;
        Ok(json!({ "Return": true }))
    }
}
