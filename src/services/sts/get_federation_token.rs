//! `sts:GetFederationToken`: temporary credentials for somebody whom a user vouches for (rule C-30).

use super::session::{self, Limits, LongTerm, PolicyDescriptor};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, validate};
use crate::world::{SessionFacts, SessionSubject};
use serde_json::{Value, json};

request! {
    /// The request. Tags are not part of it yet and are refused.
    pub(crate) struct Input {
        name: String,
        duration_seconds: Option<u32>,
        policy: Option<String>,
        policy_arns: Vec<PolicyDescriptor>,
    }
}

/// `sts:GetFederationToken`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetFederationToken;

impl Operation for GetFederationToken {
    type Input = Input;

    const NAME: &'static str = "sts:GetFederationToken";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        validate::sts_name("name", &input.name, 2..=32)?;
        session::check_user_duration(input.duration_seconds)?;
        LongTerm::of(stage, "GetFederationToken")?;
        let resource = format!("federated-user/{}", input.name);
        Ok(vec![AccessCheck::new(Self::NAME, Arn::new("sts", "", Some(stage.account()), &resource).as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let user = LongTerm::of(stage, "GetFederationToken")?;
        let (seconds, account) = (user.seconds(input.duration_seconds), user.account);
        let limits = Limits::read(stage, account, input.policy.as_deref(), input.policy_arns)?;
        let name = input.name.into();
        let subject = SessionSubject::FederatedUser { federated_by: user.arn, user_id: user.id, name };
        let session = session::open(stage, subject, account, seconds, limits, SessionFacts::default());
        Ok(json!({
            "Credentials": session::credentials(&session),
            "FederatedUser": { "FederatedUserId": session.user_id(), "Arn": session.arn() },
        }))
    }
}
