//! `ec2:DescribeRegions`: lists the Regions that every account can use without asking for them.

use super::instance;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        region_names: Vec<String>,
        #[expect(dead_code, reason = "Regions that one asks for are not here")]
        all_regions: Option<bool>,
        dry_run: Option<bool>,
    }
}

/// `ec2:DescribeRegions`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DescribeRegions;

impl Operation for DescribeRegions {
    type Input = Input;

    const NAME: &'static str = "ec2:DescribeRegions";
    const IS_READ: bool = true;

    fn checks(_: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*").with("ec2:Region", instance::region(stage))])
    }

    fn execute(input: Input, _: &mut Stage<'_>) -> Result<Value, ApiError> {
        instance::check_dry_run(input.dry_run)?;
        if let Some(name) = input.region_names.iter().find(|name| !REGIONS.contains(&name.as_str())) {
            let message = format!("Invalid region provided: [{name}]");
            return Err(ApiError::new("InvalidParameterValue", 400, message));
        }
        let is_asked_for =
            |name: &&&str| input.region_names.is_empty() || input.region_names.iter().any(|wanted| wanted == *name);
        let view = |name: &&str| {
            json!({
                "Endpoint": format!("ec2.{name}.amazonaws.com"), "RegionName": name,
                "OptInStatus": "opt-in-not-required",
            })
        };
        Ok(json!({ "Regions": REGIONS.iter().filter(is_asked_for).map(view).collect::<Vec<_>>() }))
    }
}

/// The Regions that are on in every account (EC2 user guide, Regions and Zones).
const REGIONS: &[&str] = &[
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-northeast-3",
    "ap-south-1",
    "ap-southeast-1",
    "ap-southeast-2",
    "ca-central-1",
    "eu-central-1",
    "eu-north-1",
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
    "sa-east-1",
    "us-east-1",
    "us-east-2",
    "us-west-1",
    "us-west-2",
];
