//! `ec2:DescribeIamInstanceProfileAssociations`: lists which instance has which profile.

use super::filter::{self, Filter};
use super::{instance, profile};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::Instance;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        association_ids: Vec<String>,
        filters: Vec<Filter>,
    }
}

/// `ec2:DescribeIamInstanceProfileAssociations`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DescribeIamInstanceProfileAssociations;

impl Operation for DescribeIamInstanceProfileAssociations {
    type Input = Input;

    const NAME: &'static str = "ec2:DescribeIamInstanceProfileAssociations";
    const IS_READ: bool = true;

    fn checks(_: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*").with("ec2:Region", instance::region(stage))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let value = |instance: &Instance, name: &str| match name {
            "instance-id" => Some(vec![instance.id.clone()]),
            "state" => Some(vec!["associated".into()]),
            _ => None,
        };
        let here = stage.world.instances().filter(|known| instance::known(stage, &known.id).is_some());
        let mut found = Vec::new();
        for known in here {
            let Some(association) = &known.association else { continue };
            let is_asked_for =
                input.association_ids.is_empty() || input.association_ids.iter().any(|id| **id == *association.id);
            if is_asked_for && filter::lets_through(&input.filters, |name| value(known, name))? {
                found.push(profile::view(known, association, "associated"));
            }
        }
        Ok(json!({ "IamInstanceProfileAssociations": found }))
    }
}
