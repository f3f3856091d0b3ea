//! `cloudtrail:CreateTrail`: makes a trail that delivers to a bucket. It records nothing until it is started.

use super::{delivery, input, view};
use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{EventSelector, Trail};
use serde_json::Value;

request! {
    /// The request. Notifications, logs, keys, digests and trails of organizations are not part of it.
    pub(crate) struct Input {
        name: String,
        s3_bucket_name: String,
        s3_key_prefix: Option<String>,
        include_global_service_events: Option<bool>,
        is_multi_region_trail: Option<bool>,
    }
}

/// `cloudtrail:CreateTrail`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateTrail;

impl Operation for CreateTrail {
    type Input = Input;

    const NAME: &'static str = "cloudtrail:CreateTrail";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        check_name(&input.name)?;
        Ok(vec![input::check(Self::NAME, stage, &input.name)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let is_multi_region = input.is_multi_region_trail.unwrap_or(false);
        let includes_global = input.include_global_service_events.unwrap_or(true);
        if is_multi_region && !includes_global {
            let message = "Multi-Region trail must include global service events.";
            return Err(ApiError::new("InvalidParameterCombinationException", 400, message));
        }
        let trail = Trail {
            name: input.name.into(),
            account: stage.account(),
            region: input::region(stage),
            bucket: input.s3_bucket_name.into(),
            prefix: input.s3_key_prefix.map(Into::into),
            is_multi_region,
            includes_global,
            is_logging: false,
            started: None,
            stopped: None,
            selectors: vec![EventSelector::default()],
        };
        if stage.world.trail(&trail.arn()).is_some() {
            let message = format!("Trail {} already exists for customer: {}", trail.name, trail.account);
            return Err(ApiError::new("TrailAlreadyExistsException", 400, message));
        }
        delivery::check(stage, &trail)?;
        let output = view::made(&trail);
        stage.world.put_trail(trail);
        Ok(output)
    }
}

/// 3 to 128 letters, digits, periods, underscores and dashes, with a letter or digit at both ends (API reference).
fn check_name(name: &str) -> Result<(), ApiError> {
    let is_inner = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    let ends = [name.bytes().next(), name.bytes().next_back()];
    let has_ends = ends.iter().flatten().all(u8::is_ascii_alphanumeric);
    if (3..=128).contains(&name.len()) && has_ends && name.bytes().all(is_inner) {
        return Ok(());
    }
    let message = "Trail name must be between 3 and 128 characters, start and end with a letter or number, and contain \
                   only letters, numbers, periods, underscores, and dashes.";
    Err(ApiError::new("InvalidTrailNameException", 400, message))
}
