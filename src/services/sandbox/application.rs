//! What the acts on applications have in common.

use crate::authz::{AccessCheck, Authenticated};
use crate::services::{ApiError, Stage};
use crate::world::{Application, World};

/// Only the owner of the world is let in; AWS has no such operation.
pub(super) fn check_owner(stage: &Stage<'_>, name: &str) -> Result<Vec<AccessCheck>, ApiError> {
    let operation = name.split(':').next_back().unwrap_or_default();
    match stage.caller {
        Authenticated::Owner(_) => Ok(Vec::new()),
        Authenticated::Caller(_) => {
            Err(ApiError::new("InvalidAction", 400, format!("Could not find operation {operation}")))
        }
    }
}

/// The application of that name.
pub(super) fn find(stage: &Stage<'_>, name: &str) -> Result<Application, ApiError> {
    stage.world.application(name).cloned().ok_or_else(|| ApiError::no_such_entity("application", name))
}

/// An SDK keeps the credentials that it found for the next runs of its application.
pub fn keep_credentials(world: &mut World, name: &str, key: Option<Box<str>>) {
    let Some(mut application) = world.application(name).cloned() else { return };
    application.holding = key;
    world.put_application(application);
}
