//! `ec2:StopInstances`: stops instances; what runs on them stops with them.

use super::transition::{self, OfInstances, Transition};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use crate::world::InstanceState;
use serde_json::Value;

/// `ec2:StopInstances`
#[derive(Clone, Copy, Debug)]
pub(crate) struct StopInstances;

const TRANSITION: Transition = Transition {
    to: InstanceState::Stopped,
    on_the_way: (64, "stopping"),
    refused_as: Some("stopped"),
    change: |_, _| {},
};

impl Operation for StopInstances {
    type Input = OfInstances;

    const NAME: &'static str = "ec2:StopInstances";

    fn checks(input: &OfInstances, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(transition::checks(Self::NAME, input, stage))
    }

    fn execute(input: OfInstances, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        Ok(json!({ "StoppingInstances": transition::carry_out(&input, stage, &TRANSITION)? }))
    }
}
