//! `iam:ListPoliciesGrantingServiceAccess`: the policies of a user, group or role that allow something of a service.

use super::granting;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        arn: Arn,
        service_namespaces: Vec<String>,
    }
}

/// `iam:ListPoliciesGrantingServiceAccess`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListPoliciesGrantingServiceAccess;

impl Operation for ListPoliciesGrantingServiceAccess {
    type Input = Input;

    const NAME: &'static str = "iam:ListPoliciesGrantingServiceAccess";
    const IS_READ: bool = true;

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let all = granting::policies(stage, &input.arn)?;
        let of_service = |service: &String| {
            let policies = all.iter().filter(|policy| policy.grants(service)).map(|policy| match policy.arn {
                Some(arn) => json!({ "PolicyName": policy.name, "PolicyType": "MANAGED", "PolicyArn": arn }),
                None => json!({
                    "PolicyName": policy.name, "PolicyType": "INLINE",
                    "EntityType": policy.holder.0, "EntityName": policy.holder.1,
                }),
            });
            json!({ "ServiceNamespace": service, "Policies": policies.collect::<Vec<Value>>() })
        };
        let granted: Vec<Value> = input.service_namespaces.iter().map(of_service).collect();
        Ok(json!({ "PoliciesGrantingServiceAccess": granted }))
    }
}
