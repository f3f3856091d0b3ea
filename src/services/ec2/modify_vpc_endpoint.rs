//! `ec2:ModifyVpcEndpoint`: changes the policy of an endpoint, or sets it back to the one that allows
//! everything.

use super::endpoint;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        vpc_endpoint_id: String,
        policy_document: Option<String>,
        reset_policy: Option<bool>,
    }
}

/// `ec2:ModifyVpcEndpoint`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ModifyVpcEndpoint;

impl Operation for ModifyVpcEndpoint {
    type Input = Input;

    const NAME: &'static str = "ec2:ModifyVpcEndpoint";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        if input.policy_document.is_some() && input.reset_policy == Some(true) {
            let message = "The parameters PolicyDocument and ResetPolicy cannot be used together";
            return Err(ApiError::new("InvalidParameterCombination", 400, message));
        }
        let known = stage.world.vpc_endpoint(&input.vpc_endpoint_id);
        let known = known.filter(|endpoint| endpoint.account == stage.account());
        let arn = known.map_or_else(
            || {
                let resource = format!("vpc-endpoint/{}", input.vpc_endpoint_id);
                Arn::new("ec2", "us-east-1", Some(stage.account()), &resource)
            },
            crate::world::VpcEndpoint::arn,
        );
        let check = AccessCheck::new(Self::NAME, arn.as_str());
        Ok(vec![known.map_or(check.clone(), |endpoint| check.with("ec2:VpceServiceName", &endpoint.service_name))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let known = stage.world.vpc_endpoint(&input.vpc_endpoint_id);
        let known = known.filter(|endpoint| endpoint.account == stage.account()).cloned();
        let mut changed = known.ok_or_else(|| {
            let message = format!("The Vpc Endpoint Id '{}' does not exist", input.vpc_endpoint_id);
            ApiError::new("InvalidVpcEndpointId.NotFound", 400, message)
        })?;
        if input.policy_document.is_some() || input.reset_policy == Some(true) {
            changed.policy = endpoint::policy(input.policy_document.as_deref())?;
        }
        stage.world.put_vpc_endpoint(changed);
        Ok(json!({ "Return": true }))
    }
}
