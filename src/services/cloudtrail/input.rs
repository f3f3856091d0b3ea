//! Requests that name a trail, and the trail that they name.

use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::{ApiError, Stage};
use crate::world::Trail;

request! {
    /// A request that names a trail, by name or ARN.
    pub(crate) struct OfTrail {
        pub(super) name: String,
    }
}

/// The Region in which the call takes place.
pub(super) fn region(stage: &Stage<'_>) -> Box<str> {
    stage.environment.requested_region().unwrap_or("us-east-1").into()
}

/// The ARN of a trail that is named, whether it exists or not.
pub(super) fn arn(stage: &Stage<'_>, name: &str) -> Arn {
    let of_name = || Arn::new("cloudtrail", &region(stage), Some(stage.account()), &format!("trail/{name}"));
    name.parse().unwrap_or_else(|_| of_name())
}

/// Permission for `action` on the trail.
pub(super) fn check(action: &str, stage: &Stage<'_>, name: &str) -> AccessCheck {
    AccessCheck::new(action, arn(stage, name).as_str())
}

/// The trail of the caller's account that is named.
pub(super) fn find(stage: &Stage<'_>, name: &str) -> Result<Trail, ApiError> {
    let arn = arn(stage, name);
    let found = stage.world.trail(&arn).filter(|trail| trail.account == stage.account()).cloned();
    found.ok_or_else(|| {
        let message = format!("Unknown trail: {arn} for the user: {}", stage.account());
        ApiError::new("TrailNotFoundException", 400, message)
    })
}

/// The trails of the caller's account that record in the Region of the call.
pub(super) fn here<'a>(stage: &'a Stage<'_>) -> impl Iterator<Item = &'a Trail> {
    let (account, region) = (stage.account(), region(stage));
    let all = stage.world.trails().filter(move |trail| trail.account == account);
    all.filter(move |trail| trail.is_multi_region || trail.region == region)
}
