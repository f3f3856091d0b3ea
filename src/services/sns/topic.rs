//! What the calls on topics have in common.

use crate::arn::Arn;
use crate::services::{ApiError, Stage};
use crate::world::Resource;

/// The topic with that ARN.
pub(super) fn find(stage: &Stage<'_>, arn: &Arn) -> Result<Resource, ApiError> {
    let missing = || ApiError::new("NotFound", 404, "Topic does not exist");
    stage.world.resource(arn).cloned().ok_or_else(missing)
}
