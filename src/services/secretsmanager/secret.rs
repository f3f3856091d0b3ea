//! What the calls on secrets have in common.

use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::json::json;
use crate::services::tags::{self, Keys, Refused, Tag};
use crate::services::{ApiError, Stage, resource};
use crate::world::Resource;
use serde_json::Value;

/// The secrets of the caller's account and Region; one whose days are over is gone.
pub(super) fn all<'a>(stage: &'a Stage<'_>) -> impl Iterator<Item = &'a Resource> {
    resource::all(stage, "secretsmanager").filter(|known| is_there(known, stage))
}

/// The secret that is named by its ARN or its name.
pub(super) fn known<'a>(stage: &'a Stage<'_>, id: &str) -> Option<&'a Resource> {
    match id.parse::<Arn>() {
        Ok(arn) => stage.world.resource(&arn).filter(|known| is_there(known, stage)),
        Err(_) => all(stage).find(|known| *known.name == *id),
    }
}

fn is_there(secret: &Resource, stage: &Stage<'_>) -> bool {
    secret.deletion.is_none_or(|at| stage.now < at)
}

/// The ARN of the secret, also if there is none.
pub(super) fn arn(stage: &Stage<'_>, id: &str) -> Arn {
    let unknown = || id.parse().unwrap_or_else(|_| resource::arn(stage, "secretsmanager", &format!("secret:{id}")));
    known(stage, id).map_or_else(unknown, |known| known.arn.clone())
}

/// Permission for `action` on the secret.
pub(super) fn check(action: &str, stage: &Stage<'_>, id: &str) -> AccessCheck {
    let arn = arn(stage, id);
    AccessCheck::new(action, arn.as_str()).with("secretsmanager:SecretId", arn.as_str())
}

/// The secret, or the service's answer if there is none.
pub(super) fn find(stage: &Stage<'_>, id: &str) -> Result<Resource, ApiError> {
    let message = "Secrets Manager can't find the specified secret.";
    known(stage, id).cloned().ok_or_else(|| ApiError::new("ResourceNotFoundException", 400, message))
}

/// The secret, unless it is to go.
pub(super) fn find_live(stage: &Stage<'_>, id: &str) -> Result<Resource, ApiError> {
    let message = "You can't perform this operation on the secret because it was marked for deletion.";
    let found = find(stage, id)?;
    if found.deletion.is_some() { Err(ApiError::new("InvalidRequestException", 400, message)) } else { Ok(found) }
}

/// Sets tags.
pub(super) fn put_tags(secret: &mut Resource, wanted: Vec<Tag>) -> Result<(), ApiError> {
    tags::put(&mut secret.tags, wanted, Keys::AsTyped, Quota::TagsPerResource.value()).map_err(|refused| {
        let message = match refused {
            Refused::Reserved => "Tag keys can't begin with aws:.",
            Refused::TooMany => "The number of tags exceeds the limit.",
        };
        ApiError::new("InvalidParameterException", 400, message)
    })
}

/// A secret as answers show it, without what is in it.
pub(super) fn view(secret: &Resource) -> Value {
    let mut view = json!({ "ARN": secret.arn, "Name": secret.name, "CreatedDate": secret.created });
    for (name, value) in &secret.attributes {
        view[&**name] = json!(value);
    }
    if let Some(at) = secret.deletion {
        view["DeletedDate"] = json!(at);
    }
    if !secret.tags.is_empty() {
        view["Tags"] = tags::list(&secret.tags);
    }
    view
}
