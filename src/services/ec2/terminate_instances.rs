//! `ec2:TerminateInstances`: ends instances for good.

use super::instance;
use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::InstanceState;
use serde_json::{Value, json};

request! {
    /// The request.
    pub(crate) struct Input {
        instance_ids: Vec<String>,
        dry_run: Option<bool>,
    }
}

/// `ec2:TerminateInstances`
#[derive(Clone, Copy, Debug)]
pub(crate) struct TerminateInstances;

impl Operation for TerminateInstances {
    type Input = Input;

    const NAME: &'static str = "ec2:TerminateInstances";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(input.instance_ids.iter().map(|id| instance::check(Self::NAME, stage, id)).collect())
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        instance::check_dry_run(input.dry_run)?;
        let mut changes = Vec::new();
        for mut instance in instance::find_all(stage, &input.instance_ids)? {
            let previous = instance::state(instance.state);
            let is_so = instance.state == InstanceState::Terminated;
            let current = if is_so { previous.clone() } else { instance::state_of(32, "shutting-down") };
            changes.push(json!({
                "InstanceId": instance.id, "CurrentState": current, "PreviousState": previous,
            }));
            if is_so {
                continue;
            }
            instance.state = InstanceState::Terminated;
            instance.credentials = None;
            instance.association = None;
            stage.world.put_instance(instance);
        }
        Ok(json!({ "TerminatingInstances": changes }))
    }
}
