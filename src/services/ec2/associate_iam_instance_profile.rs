//! `ec2:AssociateIamInstanceProfile`: puts an instance profile on an instance that has none (rule G-1).

use super::{instance, profile};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::InstanceState;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        iam_instance_profile: profile::Specification,
        instance_id: String,
    }
}

/// `ec2:AssociateIamInstanceProfile`
#[derive(Clone, Copy, Debug)]
pub(crate) struct AssociateIamInstanceProfile;

impl Operation for AssociateIamInstanceProfile {
    type Input = Input;

    const NAME: &'static str = "ec2:AssociateIamInstanceProfile";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(profile::checks(Self::NAME, stage, &input.instance_id, &input.iam_instance_profile))
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut instance = instance::find(stage, &input.instance_id)?;
        if instance.state == InstanceState::Terminated {
            return Err(instance::incorrect_state(&instance.id, "modified"));
        }
        if instance.association.is_some() {
            let message = format!("There is an existing association for instance {}", instance.id);
            return Err(ApiError::new("IncorrectState", 400, message));
        }
        profile::put(stage, &mut instance, &input.iam_instance_profile)?;
        let view = instance.association.as_ref().map(|made| profile::view(&instance, made, "associating"));
        let output = json!({ "IamInstanceProfileAssociation": view });
        stage.world.put_instance(instance);
        Ok(output)
    }
}
