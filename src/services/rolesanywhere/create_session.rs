//! `rolesanywhere:CreateSession`: a session of a role for whoever shows a certificate and holds its private key. The
//! service assumes the role, names the holder as the source identity, and passes what the certificate says as tags.

use super::door::{Admitted, Input};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::sts::role_session;
use crate::services::{ApiError, Operation, Stage};
use data_encoding::HEXLOWER;
use serde_json::Value;

/// `rolesanywhere:CreateSession`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateSession;

/// What clients print where the trust policy says no.
fn unable(role: &str) -> ApiError {
    ApiError::new("AccessDeniedException", 403, format!("Unable to assume role for {role}"))
}

impl Operation for CreateSession {
    type Input = Input;

    const NAME: &'static str = "rolesanywhere:CreateSession";
    const IS_OPEN_TO_ALL: bool = true;
    const REFUSAL: Option<fn(&Value) -> ApiError> =
        Some(|input| unable(input.get("roleArn").and_then(Value::as_str).unwrap_or_default()));

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let admitted = Admitted::of(stage.world, input, stage.now)?;
        stage.world.role(&input.role_arn).ok_or_else(|| unable(input.role_arn.as_str()))?;
        let source = admitted.certificate().common_name();
        let told = |check: AccessCheck| check.with("sts:SourceIdentity", source);
        Ok(role_session::checks("sts:AssumeRole", &input.role_arn, admitted.name(), &admitted.facts()?, told))
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let admitted = Admitted::of(stage.world, &input, stage.now)?;
        let (facts, asked) = (admitted.facts()?, admitted.asked(&input));
        let seal = HEXLOWER.encode(&stage.world.seal(&format!("subject {}", admitted.certificate().common_name())));
        let id = [&seal[..8], &seal[8..12], &seal[12..16], &seal[16..20], &seal[20..32]].join("-");
        let region = admitted.anchor().region().to_owned();
        let role = role_session::find(stage, &input.role_arn)?;
        let account = role.arn.account();
        let made = role_session::open(asked, role, facts, stage).map_err(|error| {
            let message = format!("{}\n{}", unable(input.role_arn.as_str()).message, error.message);
            ApiError::new("AccessDeniedException", 403, message)
        })?;
        let credentials = &made["Credentials"];
        let subject = crate::arn::Arn::new("rolesanywhere", &region, account, &format!("subject/{id}"));
        Ok(json!({
            "credentialSet": [{
                "assumedRoleUser": {
                    "arn": made["AssumedRoleUser"]["Arn"], "assumedRoleId": made["AssumedRoleUser"]["AssumedRoleId"],
                },
                "credentials": {
                    "accessKeyId": credentials["AccessKeyId"],
                    "expiration": credentials["Expiration"],
                    "secretAccessKey": credentials["SecretAccessKey"],
                    "sessionToken": credentials["SessionToken"],
                },
                "packedPolicySize": made["PackedPolicySize"],
                "roleArn": input.role_arn,
                "sourceIdentity": made["SourceIdentity"],
            }],
            "subjectArn": subject,
        }))
    }
}
