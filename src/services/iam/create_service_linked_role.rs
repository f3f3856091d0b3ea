//! `iam:CreateServiceLinkedRole`: makes the role that a service has bound to itself (rule E-25).

use super::holder::{bring_in, in_account, parse};
use super::{service_linked, view};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::policy::{PolicyKind, pretty_value};
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{IdKind, PolicyHolder, Role};
use serde_json::Value;
use std::collections::BTreeMap;

request! {
    /// The request.
    pub(crate) struct Input {
        service = "AWSServiceName": String,
        description: Option<String>,
        custom_suffix: Option<String>,
    }
}

/// `iam:CreateServiceLinkedRole`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateServiceLinkedRole;

impl Operation for CreateServiceLinkedRole {
    type Input = Input;

    const NAME: &'static str = "iam:CreateServiceLinkedRole";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let arn = service_linked::arn(stage, &input.service, input.custom_suffix.as_deref());
        Ok(vec![AccessCheck::new(Self::NAME, arn.as_str()).with("iam:AWSServiceName", &input.service)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let linked = service_linked::of_service(&input.service)
            .ok_or_else(|| service_linked::invalid(format!("{} is not a valid AWS service name.", input.service)))?;
        if input.custom_suffix.is_some() && !linked.takes_suffix {
            return Err(service_linked::invalid(format!("Custom suffix is not allowed for {}", input.service)));
        }
        let arn = service_linked::arn(stage, &input.service, input.custom_suffix.as_deref());
        let trust = pretty_value(&json!({
            "Version": "2012-10-17",
            "Statement": [{
                "Effect": "Allow", "Principal": { "Service": [input.service] }, "Action": ["sts:AssumeRole"],
            }],
        }));
        let trust = parse(&trust, PolicyKind::Trust)?;
        let (id, now) = (stage.world.next_id(IdKind::Role), stage.now);
        in_account(stage, |account| {
            let name: Box<str> = arn.last_name().into();
            if account.role(&name).is_some() {
                let message =
                    format!("Service role name {name} has been taken in this account, please try a different suffix.");
                return Err(service_linked::invalid(message));
            }
            let policy = format!("arn:aws:iam::aws:policy/aws-service-role/{}", linked.policy);
            let policy = policy.parse::<Arn>().ok().filter(|policy| bring_in(account, policy, now).is_ok());
            let mut policies = PolicyHolder::default();
            policies.attached.extend(policy);
            let role = Role {
                name,
                arn,
                id,
                created: now,
                description: input.description.map(Into::into),
                trust,
                max_session_seconds: view::DEFAULT_SESSION_SECONDS,
                policies,
                permissions_boundary: None,
                tags: BTreeMap::new(),
            };
            let output = json!({ "Role": view::role_made(&role) });
            account.put_role(role);
            Ok(output)
        })
    }
}
