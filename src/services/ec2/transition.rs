//! Starting, stopping and ending instances: what the three calls have in common.

use super::instance;
use crate::authz::AccessCheck;
use crate::clock::Timestamp;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Stage, keep_credentials};
use crate::world::{Application, Instance, InstanceState, Place, World};
use serde_json::Value;

request! {
    /// Names instances.
    pub(crate) struct OfInstances {
        instance_ids: Vec<String>,
        dry_run: Option<bool>,
    }
}

/// From what an instance is to what it is to be.
pub(super) struct Transition {
    pub(super) to: InstanceState,
    /// What EC2 answers at once, while the instance is on its way: code and name.
    pub(super) on_the_way: (u32, &'static str),
    /// What cannot be done with an instance that has ended; none if it can.
    pub(super) refused_as: Option<&'static str>,
    /// What comes with it.
    pub(super) change: fn(&mut Instance, Timestamp),
}

/// What ran on the instance has ended, and with it what its SDKs held.
fn forget_credentials(world: &mut World, instance: &str) {
    let is_there = |application: &&Application| application.place == Place::Instance(instance.into());
    let names: Vec<_> = world.applications().filter(is_there).map(|application| application.name.clone()).collect();
    for name in names {
        keep_credentials(world, &name, None);
    }
}

/// Permission for `action` on each of the instances.
pub(super) fn checks(action: &str, input: &OfInstances, stage: &Stage<'_>) -> Vec<AccessCheck> {
    input.instance_ids.iter().map(|id| instance::check(action, stage, id)).collect()
}

/// Changes all instances that are not so already, and tells of each what it was and what it becomes.
pub(super) fn carry_out(
    input: &OfInstances,
    stage: &mut Stage<'_>,
    transition: &Transition,
) -> Result<Vec<Value>, ApiError> {
    instance::check_dry_run(input.dry_run)?;
    let mut changes = Vec::new();
    for mut instance in instance::find_all(stage, &input.instance_ids)? {
        if let (InstanceState::Terminated, Some(what)) = (instance.state, transition.refused_as) {
            return Err(instance::incorrect_state(&instance.id, what));
        }
        let previous = instance::state(instance.state);
        let is_so = instance.state == transition.to;
        let (code, name) = transition.on_the_way;
        let current = if is_so { previous.clone() } else { instance::state_of(code, name) };
        changes.push(json!({ "InstanceId": instance.id, "CurrentState": current, "PreviousState": previous }));
        if !is_so {
            instance.state = transition.to;
            instance.credentials = None;
            (transition.change)(&mut instance, stage.now);
            forget_credentials(stage.world, &instance.id);
            stage.world.put_instance(instance);
        }
    }
    Ok(changes)
}
