//! `ec2:ReplaceIamInstanceProfileAssociation`: puts another instance profile on a running instance (rule G-1).

use super::{instance, profile};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        iam_instance_profile: profile::Specification,
        association_id: String,
    }
}

/// `ec2:ReplaceIamInstanceProfileAssociation`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ReplaceIamInstanceProfileAssociation;

impl Operation for ReplaceIamInstanceProfileAssociation {
    type Input = Input;

    const NAME: &'static str = "ec2:ReplaceIamInstanceProfileAssociation";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let known = profile::instance_with(stage, &input.association_id);
        let id = known.map_or("*", |instance| &*instance.id);
        Ok(profile::checks(Self::NAME, stage, id, &input.iam_instance_profile))
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let known = profile::instance_with(stage, &input.association_id).cloned();
        let mut instance = known.ok_or_else(|| profile::no_association(&input.association_id))?;
        if !instance.is_running() {
            return Err(instance::incorrect_state(&instance.id, "modified"));
        }
        profile::put(stage, &mut instance, &input.iam_instance_profile)?;
        let view = instance.association.as_ref().map(|made| profile::view(&instance, made, "associating"));
        let output = json!({ "IamInstanceProfileAssociation": view });
        stage.world.put_instance(instance);
        Ok(output)
    }
}
