//! What the calls on secrets have in common.

use crate::arn::Arn;
use crate::services::{ApiError, Stage, resource};
use crate::world::Resource;

/// The secret that is named by its ARN or its name.
pub(super) fn known<'a>(stage: &'a Stage<'_>, id: &str) -> Option<&'a Resource> {
    match id.parse::<Arn>() {
        Ok(arn) => stage.world.resource(&arn),
        Err(_) => resource::all(stage, "secretsmanager").find(|known| *known.name == *id),
    }
}

/// The ARN of the secret, also if there is none.
pub(super) fn arn(stage: &Stage<'_>, id: &str) -> Arn {
    let unknown = || id.parse().unwrap_or_else(|_| resource::arn(stage, "secretsmanager", &format!("secret:{id}")));
    known(stage, id).map_or_else(unknown, |known| known.arn.clone())
}

/// The secret, or the service's answer if there is none.
pub(super) fn find(stage: &Stage<'_>, id: &str) -> Result<Resource, ApiError> {
    let message = "Secrets Manager can't find the specified secret.";
    known(stage, id).cloned().ok_or_else(|| ApiError::new("ResourceNotFoundException", 400, message))
}
