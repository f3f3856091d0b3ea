//! `iam:GetCredentialReport`: shows the credential report that was made last, if it is of the last four hours (rule E-33).

use super::credential_report;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use data_encoding::BASE64;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {}
}

/// `iam:GetCredentialReport`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetCredentialReport;

impl Operation for GetCredentialReport {
    type Input = Input;

    const NAME: &'static str = "iam:GetCredentialReport";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(_: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let missing = || ApiError::new("ReportNotPresent", 410, "No report exists for this account");
        let report = stage.activity.credential_report(stage.account()).ok_or_else(missing)?;
        if stage.now >= report.made.plus_seconds(credential_report::SECONDS_VALID) {
            return Err(ApiError::new("ReportExpired", 410, "The credential report for this account has expired"));
        }
        Ok(json!({
            "Content": BASE64.encode(report.content.as_bytes()), "ReportFormat": "text/csv",
            "GeneratedTime": report.made,
        }))
    }
}
