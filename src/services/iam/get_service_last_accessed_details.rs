//! `iam:GetServiceLastAccessedDetails`: shows a report of what was last accessed, a line a service (rule E-35).

use super::access_report;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        job_id: String,
    }
}

/// `iam:GetServiceLastAccessedDetails`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetServiceLastAccessedDetails;

impl Operation for GetServiceLastAccessedDetails {
    type Input = Input;

    const NAME: &'static str = "iam:GetServiceLastAccessedDetails";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let report = access_report::of_job(stage, &input.job_id)?;
        let lines: Vec<Value> = report.services.iter().map(|service| access_report::line(report, service)).collect();
        let kind = if report.has_actions { "ACTION_LEVEL" } else { "SERVICE_LEVEL" };
        Ok(json!({
            "JobStatus": "COMPLETED", "JobType": kind, "JobCreationDate": report.made,
            "ServicesLastAccessed": lines, "JobCompletionDate": report.made,
        }))
    }
}
