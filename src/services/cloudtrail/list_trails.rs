//! `cloudtrail:ListTrails`: lists the trails of the account, of all Regions.

use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {}
}

/// `cloudtrail:ListTrails`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListTrails;

impl Operation for ListTrails {
    type Input = Input;

    const NAME: &'static str = "cloudtrail:ListTrails";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(_: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let account = stage.account();
        let own = stage.world.trails().filter(|trail| trail.account == account);
        let trails =
            own.map(|trail| json!({ "TrailARN": trail.arn(), "Name": trail.name, "HomeRegion": trail.region }));
        Ok(json!({ "Trails": trails.collect::<Vec<Value>>() }))
    }
}
