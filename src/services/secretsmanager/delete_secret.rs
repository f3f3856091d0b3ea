//! `secretsmanager:DeleteSecret`: takes a secret away: after some days in which it can be had back, or at once.

use super::secret;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        secret_id: String,
        recovery_window_in_days: Option<u32>,
        force_delete_without_recovery: Option<bool>,
    }
}

/// `secretsmanager:DeleteSecret`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteSecret;

impl Operation for DeleteSecret {
    type Input = Input;

    const NAME: &'static str = "secretsmanager:DeleteSecret";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = secret::check(Self::NAME, stage, &input.secret_id);
        let days = input.recovery_window_in_days.map(|days| days.to_string());
        let check = days.iter().fold(check, |check, days| check.with("secretsmanager:RecoveryWindowInDays", days));
        let is_forced = input.force_delete_without_recovery.map(|is_forced| is_forced.to_string());
        let key = "secretsmanager:ForceDeleteWithoutRecovery";
        Ok(vec![is_forced.iter().fold(check, |check, is_forced| check.with(key, is_forced))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let is_forced = input.force_delete_without_recovery.unwrap_or_default();
        let invalid = |message: &str| Err(ApiError::new("InvalidParameterException", 400, message));
        if is_forced && input.recovery_window_in_days.is_some() {
            return invalid("You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
        }
        let days = input.recovery_window_in_days.unwrap_or(30);
        if !(7..=30).contains(&days) {
            return invalid("RecoveryWindowInDays value must be between 7 and 30 days (inclusive).");
        }
        let mut changed = secret::find_live(stage, &input.secret_id)?;
        let at = if is_forced { stage.now } else { stage.now.plus_seconds(i64::from(days) * 86_400) };
        let output = json!({ "ARN": changed.arn, "Name": changed.name, "DeletionDate": at });
        if is_forced {
            stage.world.remove_resource(&changed.arn);
        } else {
            changed.deletion = Some(at);
            stage.world.put_resource(changed);
        }
        Ok(output)
    }
}
