//! `ec2:TerminateInstances`: ends instances for good.

use super::transition::{self, OfInstances, Transition};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use crate::world::InstanceState;
use serde_json::Value;

/// `ec2:TerminateInstances`
#[derive(Clone, Copy, Debug)]
pub(crate) struct TerminateInstances;

const TRANSITION: Transition = Transition {
    to: InstanceState::Terminated,
    on_the_way: (32, "shutting-down"),
    refused_as: None,
    change: |instance, _| instance.association = None,
};

impl Operation for TerminateInstances {
    type Input = OfInstances;

    const NAME: &'static str = "ec2:TerminateInstances";

    fn checks(input: &OfInstances, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(transition::checks(Self::NAME, input, stage))
    }

    fn execute(input: OfInstances, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        Ok(json!({ "TerminatingInstances": transition::carry_out(&input, stage, &TRANSITION)? }))
    }
}
