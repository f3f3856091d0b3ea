//! `ec2:CreateTags`: sets tags of instances.

use super::instance;
use super::tagging::{self, OfTags};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage, tags};
use serde_json::Value;

/// `ec2:CreateTags`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateTags;

impl Operation for CreateTags {
    type Input = OfTags;

    const NAME: &'static str = "ec2:CreateTags";

    fn checks(input: &OfTags, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = |id: &String| tags::with(instance::check(Self::NAME, stage, id), &input.tags);
        Ok(input.resources.iter().map(check).collect())
    }

    fn execute(input: OfTags, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        instance::check_dry_run(input.dry_run)?;
        tagging::change(stage, &input.resources, |instance| tagging::put(&mut instance.tags, input.tags.clone()))?;
        Ok(json!({ "Return": true }))
    }
}
