//! `sandbox:DeployApplication`: puts an application where it runs, or another configuration in its place.

use super::application;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::clock::Timestamp;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{Application, ApplicationCall, Place};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        name: String,
        /// The instance that it runs on.
        instance_id: Option<String>,
        /// The function that it runs in.
        function_arn: Option<Arn>,
        /// A key that is stored with it.
        access_key_id: Option<String>,
        /// Whether each run is a process of its own.
        started_anew: bool,
        /// From one run to the next.
        every_seconds: u32,
        /// The first run; otherwise after the first interval.
        from: Option<String>,
        /// No run later than this.
        until: Option<String>,
        /// What it calls.
        calls: Vec<Call>,
    }
}

request! {
    /// A call that the application makes.
    pub(crate) struct Call {
        operation: String,
        input: Value,
    }
}

impl Call {
    fn into_call(self) -> ApplicationCall {
        ApplicationCall { operation: self.operation.into(), input: self.input }
    }
}

/// `sandbox:DeployApplication`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeployApplication;

impl Operation for DeployApplication {
    type Input = Input;

    const NAME: &'static str = "sandbox:DeployApplication";

    fn checks(_: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        application::check_owner(stage, Self::NAME)
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let moment =
            |text: &str| Timestamp::parse(text).ok_or_else(|| ApiError::validation(format!("Timestamp {text}")));
        let place = match (input.instance_id, input.function_arn) {
            (Some(id), _) => {
                let missing = || ApiError::no_such_entity("instance", &id);
                Place::Instance(stage.world.instance(&id).ok_or_else(missing)?.id.clone())
            }
            (None, Some(arn)) => {
                let missing = || ApiError::no_such_entity("function", arn.as_str());
                Place::Function(stage.world.function(&arn).ok_or_else(missing)?.arn.clone())
            }
            (None, None) => Place::Laptop,
        };
        let every = input.every_seconds.max(1);
        let from = input.from.as_deref().map(moment).transpose()?;
        let deployed = Application {
            name: input.name.as_str().into(),
            account: stage.account(),
            place,
            key: input.access_key_id.map(Into::into),
            is_started_anew: input.started_anew,
            every,
            from: from.unwrap_or_else(|| stage.now.plus_seconds(i64::from(every))),
            until: input.until.as_deref().map(moment).transpose()?,
            calls: input.calls.into_iter().map(Call::into_call).collect(),
            holding: None,
        };
        stage.world.put_application(deployed);
        Ok(json!({}))
    }
}
