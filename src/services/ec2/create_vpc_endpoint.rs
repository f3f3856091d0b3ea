//! `ec2:CreateVpcEndpoint`: opens a private way from a VPC to a service (rule C-59).

use super::endpoint;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::VpcEndpoint;
use serde_json::Value;

request! {
    /// The request. Subnets, route tables and security groups are not part of it.
    pub(crate) struct Input {
        vpc_id: String,
        service_name: String,
        policy_document: Option<String>,
    }
}

/// `ec2:CreateVpcEndpoint`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateVpcEndpoint;

impl Operation for CreateVpcEndpoint {
    type Input = Input;

    const NAME: &'static str = "ec2:CreateVpcEndpoint";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let region = region(&input.service_name)?;
        check_vpc_id(&input.vpc_id)?;
        let arn = |resource: &str| Arn::new("ec2", region, Some(stage.account()), resource);
        let vpc = AccessCheck::new(Self::NAME, arn(&format!("vpc/{}", input.vpc_id)).as_str());
        let endpoint = AccessCheck::new(Self::NAME, arn("vpc-endpoint/*").as_str());
        Ok(vec![
            vpc.with("ec2:VpcID", &input.vpc_id),
            endpoint.with("ec2:VpceServiceName", &input.service_name).with("ec2:VpceServiceOwner", "amazon"),
        ])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let region = region(&input.service_name)?.into();
        let policy = endpoint::policy(input.policy_document.as_deref())?;
        let made = VpcEndpoint {
            id: stage.world.next_hexadecimal("vpce-"),
            account: stage.account(),
            region,
            vpc_id: input.vpc_id.into(),
            service_name: input.service_name.into(),
            policy,
            created: stage.now,
        };
        let output = json!({ "VpcEndpoint": {
            "VpcEndpointId": made.id, "VpcEndpointType": "Gateway", "VpcId": made.vpc_id,
            "ServiceName": made.service_name, "State": "available", "PolicyDocument": made.policy.text(),
            "OwnerId": made.account, "CreationTimestamp": made.created,
        }});
        stage.world.put_vpc_endpoint(made);
        Ok(output)
    }
}

/// The Region in `com.amazonaws.<region>.<service>`.
fn region(service_name: &str) -> Result<&str, ApiError> {
    let parts = service_name.strip_prefix("com.amazonaws.").and_then(|rest| rest.split_once('.'));
    let known = parts.filter(|(region, service)| region.contains('-') && !service.is_empty());
    known.map(|(region, _)| region).ok_or_else(|| {
        let message = format!("The Vpc Endpoint Service '{service_name}' does not exist");
        ApiError::new("InvalidServiceName", 400, message)
    })
}

/// VPCs do not exist in this world; what looks like one is taken.
fn check_vpc_id(id: &str) -> Result<(), ApiError> {
    let digits = id.strip_prefix("vpc-").unwrap_or_default();
    if matches!(digits.len(), 8 | 17) && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Ok(());
    }
    Err(ApiError::new("InvalidVpcID.Malformed", 400, format!("Invalid id: \"{id}\" (expecting \"vpc-...\")")))
}
