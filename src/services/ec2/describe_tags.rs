//! `ec2:DescribeTags`: lists the tags of instances, one by one.

use super::filter::{self, Filter};
use super::instance;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        filters: Vec<Filter>,
        dry_run: Option<bool>,
    }
}

/// `ec2:DescribeTags`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DescribeTags;

impl Operation for DescribeTags {
    type Input = Input;

    const NAME: &'static str = "ec2:DescribeTags";
    const IS_READ: bool = true;

    fn checks(_: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*").with("ec2:Region", instance::region(stage))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        instance::check_dry_run(input.dry_run)?;
        let mut found = Vec::new();
        let here = stage.world.instances().filter(|known| instance::known(stage, &known.id).is_some());
        for (id, key, value) in here.flat_map(|known| known.tags.iter().map(|(key, value)| (&known.id, key, value))) {
            let called = |name: &str| {
                Some(match name {
                    "key" => vec![key.clone()],
                    "resource-id" => vec![id.clone()],
                    "resource-type" => vec!["instance".into()],
                    "value" => vec![value.clone()],
                    _ if *name.strip_prefix("tag:")? == **key => vec![value.clone()],
                    _ => Vec::new(),
                })
            };
            if filter::lets_through(&input.filters, called)? {
                found.push(json!({ "Key": key, "ResourceId": id, "ResourceType": "instance", "Value": value }));
            }
        }
        Ok(json!({ "Tags": found }))
    }
}
