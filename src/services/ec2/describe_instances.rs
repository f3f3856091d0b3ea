//! `ec2:DescribeInstances`: lists instances, each under the call that launched it.

use super::filter::{self, Filter};
use super::instance;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::Instance;
use serde_json::Value;
use std::collections::BTreeMap;

request! {
    /// The request.
    pub(crate) struct Input {
        instance_ids: Vec<String>,
        filters: Vec<Filter>,
        dry_run: Option<bool>,
    }
}

/// `ec2:DescribeInstances`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DescribeInstances;

impl Operation for DescribeInstances {
    type Input = Input;

    const NAME: &'static str = "ec2:DescribeInstances";
    const IS_READ: bool = true;

    fn checks(_: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*").with("ec2:Region", instance::region(stage))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        instance::check_dry_run(input.dry_run)?;
        instance::find_all(stage, &input.instance_ids)?;
        let mut reservations: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
        let here = stage.world.instances().filter(|known| instance::known(stage, &known.id).is_some());
        for known in here {
            let is_asked_for = input.instance_ids.is_empty() || input.instance_ids.iter().any(|id| **id == *known.id);
            if is_asked_for && filter::lets_through(&input.filters, |name| filtered(known, name))? {
                reservations.entry(&known.reservation).or_default().push(instance::view(known));
            }
        }
        let owner = stage.account();
        let reservations: Vec<Value> = reservations
            .into_iter()
            .map(|(id, instances)| json!({ "ReservationId": id, "OwnerId": owner, "Groups": [], "Instances": instances }))
            .collect();
        Ok(json!({ "Reservations": reservations }))
    }
}

/// What an instance is called by a filter.
fn filtered(instance: &Instance, name: &str) -> Option<Vec<Box<str>>> {
    let association = instance.association.as_ref();
    Some(match name {
        "iam-instance-profile.arn" => {
            association.map(|association| association.profile.as_str().into()).into_iter().collect()
        }
        "iam-instance-profile.id" => {
            association.map(|association| association.profile_id.clone()).into_iter().collect()
        }
        "instance-id" => vec![instance.id.clone()],
        "instance-state-name" => vec![instance::state(instance.state)["Name"].as_str().unwrap_or_default().into()],
        "instance-type" => vec![instance.instance_type.clone()],
        "private-ip-address" => vec![instance.private_address.clone()],
        "tag-key" => instance.tags.keys().cloned().collect(),
        _ => instance.tags.get(name.strip_prefix("tag:")?).cloned().into_iter().collect(),
    })
}
