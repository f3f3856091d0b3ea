//! `cloudtrail:DescribeTrails`: shows the trails of a Region, or those that are named.

use super::{input, view};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::Trail;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        trail_name_list: Vec<String>,
        include_shadow_trails: Option<bool>,
    }
}

/// `cloudtrail:DescribeTrails`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DescribeTrails;

impl Operation for DescribeTrails {
    type Input = Input;

    const NAME: &'static str = "cloudtrail:DescribeTrails";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let region = input::region(stage);
        let has_shadows = input.include_shadow_trails.unwrap_or(true);
        let is_wanted = |trail: &&Trail| {
            let is_named = |name: &String| **name == *trail.name || input::arn(stage, name) == trail.arn();
            (has_shadows || trail.region == region)
                && (input.trail_name_list.is_empty() || input.trail_name_list.iter().any(is_named))
        };
        let trails: Vec<Value> = input::here(stage).filter(is_wanted).map(view::trail).collect();
        Ok(json!({ "trailList": trails }))
    }
}
