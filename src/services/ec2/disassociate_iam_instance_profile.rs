//! `ec2:DisassociateIamInstanceProfile`: takes the instance profile off an instance (rule G-1).

use super::{instance, profile};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        association_id: String,
    }
}

/// `ec2:DisassociateIamInstanceProfile`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DisassociateIamInstanceProfile;

impl Operation for DisassociateIamInstanceProfile {
    type Input = Input;

    const NAME: &'static str = "ec2:DisassociateIamInstanceProfile";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let known = profile::instance_with(stage, &input.association_id);
        Ok(vec![instance::check(Self::NAME, stage, known.map_or("*", |instance| &*instance.id))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let known = profile::instance_with(stage, &input.association_id).cloned();
        let mut instance = known.ok_or_else(|| profile::no_association(&input.association_id))?;
        let view = instance.association.as_ref().map(|gone| profile::view(&instance, gone, "disassociating"));
        let output = json!({ "IamInstanceProfileAssociation": view });
        (instance.association, instance.credentials) = (None, None);
        stage.world.put_instance(instance);
        Ok(output)
    }
}
