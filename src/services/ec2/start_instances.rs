//! `ec2:StartInstances`: starts instances that were stopped; EC2 gets new credentials for them.

use super::transition::{self, OfInstances, Transition};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use crate::world::InstanceState;
use serde_json::Value;

/// `ec2:StartInstances`
#[derive(Clone, Copy, Debug)]
pub(crate) struct StartInstances;

const TRANSITION: Transition = Transition {
    to: InstanceState::Running,
    on_the_way: (0, "pending"),
    refused_as: Some("started"),
    change: |instance, now| instance.launched = now,
};

impl Operation for StartInstances {
    type Input = OfInstances;

    const NAME: &'static str = "ec2:StartInstances";

    fn checks(input: &OfInstances, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(transition::checks(Self::NAME, input, stage))
    }

    fn execute(input: OfInstances, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        Ok(json!({ "StartingInstances": transition::carry_out(&input, stage, &TRANSITION)? }))
    }
}
