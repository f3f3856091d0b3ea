//! `iam:GetServiceLastAccessedDetailsWithEntities`: of a report of what was last accessed the users and roles that
//! accessed one service (rule E-35).

use super::{access_report, view};
use crate::activity::Accessed;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        job_id: String,
        service_namespace: String,
    }
}

/// `iam:GetServiceLastAccessedDetailsWithEntities`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetServiceLastAccessedDetailsWithEntities;

impl Operation for GetServiceLastAccessedDetailsWithEntities {
    type Input = Input;

    const NAME: &'static str = "iam:GetServiceLastAccessedDetailsWithEntities";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let report = access_report::of_job(stage, &input.job_id)?;
        let mut of_service: Vec<&Accessed> =
            report.accesses.iter().filter(|accessed| *accessed.service == *input.service_namespace).collect();
        crate::ordered::sort_by_key(&mut of_service, |accessed| std::cmp::Reverse(accessed.last.at));
        let details: Vec<Value> = of_service.into_iter().map(details).collect();
        Ok(json!({
            "JobStatus": "COMPLETED", "JobCreationDate": report.made, "JobCompletionDate": report.made,
            "EntityDetailsList": details,
        }))
    }
}

fn details(accessed: &Accessed) -> Value {
    let arn = &accessed.entity;
    let kind = if arn.resource().starts_with("role/") { "ROLE" } else { "USER" };
    json!({
        "EntityInfo": {
            "Arn": arn, "Name": arn.last_name(), "Type": kind, "Id": accessed.id, "Path": view::path(arn),
        },
        "LastAuthenticated": accessed.last.at,
    })
}
