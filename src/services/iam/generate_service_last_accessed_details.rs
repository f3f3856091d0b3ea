//! `iam:GenerateServiceLastAccessedDetails`: makes a report of the services that an identity or a policy may reach, and
//! of when each was last accessed (rule E-35). It is ready at once.

use super::{access_report, granting};
use crate::activity::AccessReport;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::IdSource;
use serde_json::Value;
use std::collections::BTreeSet;

request! {
    /// The request.
    pub(crate) struct Input {
        arn: Arn,
        granularity: Option<String>,
    }
}

/// `iam:GenerateServiceLastAccessedDetails`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GenerateServiceLastAccessedDetails;

impl Operation for GenerateServiceLastAccessedDetails {
    type Input = Input;

    const NAME: &'static str = "iam:GenerateServiceLastAccessedDetails";
    const IS_READ: bool = true;

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, input.arn.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut services = BTreeSet::new();
        for policy in granting::policies(stage, &input.arn)? {
            services.extend(policy.services());
        }
        let has_actions = input.granularity.as_deref() == Some("ACTION_LEVEL");
        let accesses = access_report::accesses(stage, &input.arn)?;
        let n_before = stage.activity.n_access_reports();
        let job_id = IdSource::new(&format!("{} {n_before}", input.arn.as_str())).next_uuid();
        let report = AccessReport { made: stage.now, arn: input.arn, has_actions, services, accesses };
        stage.activity.put_access_report(job_id.clone(), report);
        Ok(json!({ "JobId": job_id }))
    }
}
