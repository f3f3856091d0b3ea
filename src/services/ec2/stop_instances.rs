//! `ec2:StopInstances`: stops instances; what runs on them stops with them.

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

/// `ec2:StopInstances`
#[derive(Clone, Copy, Debug)]
pub(crate) struct StopInstances;

impl Operation for StopInstances {
    type Input = Input;

    const NAME: &'static str = "ec2:StopInstances";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(input.instance_ids.iter().map(|id| instance::check(Self::NAME, stage, id)).collect())
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        instance::check_dry_run(input.dry_run)?;
        let mut changes = Vec::new();
        for mut instance in instance::find_all(stage, &input.instance_ids)? {
            if instance.state == InstanceState::Terminated {
                return Err(instance::incorrect_state(&instance.id, "stopped"));
            }
            let previous = instance::state(instance.state);
            let is_so = instance.state == InstanceState::Stopped;
            let current = if is_so { previous.clone() } else { instance::state_of(64, "stopping") };
            changes.push(json!({
                "InstanceId": instance.id, "CurrentState": current, "PreviousState": previous,
            }));
            if is_so {
                continue;
            }
            instance.state = InstanceState::Stopped;
            instance.credentials = None;
            stage.world.put_instance(instance);
        }
        Ok(json!({ "StoppingInstances": changes }))
    }
}
