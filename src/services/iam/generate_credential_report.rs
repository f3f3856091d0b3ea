//! `iam:GenerateCredentialReport`: makes a credential report, unless one of the last four hours is there (rule E-33).

use super::{credential_report, entity};
use crate::activity::CredentialReport;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {}
}

/// `iam:GenerateCredentialReport`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GenerateCredentialReport;

impl Operation for GenerateCredentialReport {
    type Input = Input;

    const NAME: &'static str = "iam:GenerateCredentialReport";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(_: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let now = stage.now;
        let made = stage.activity.credential_report(stage.account()).map(|report| report.made);
        if made.is_some_and(|made| now < made.plus_seconds(credential_report::SECONDS_VALID)) {
            return Ok(json!({ "State": "COMPLETE" }));
        }
        let content = credential_report::content(entity::account(stage)?, stage.activity).into();
        let account = stage.account();
        stage.activity.put_credential_report(account, CredentialReport { made: now, content });
        let description = "No report exists. Starting a new report generation task";
        Ok(json!({ "State": "STARTED", "Description": description }))
    }
}
