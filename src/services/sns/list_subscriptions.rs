//! `sns:ListSubscriptions`: the subscriptions of the account.

use super::subscription;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {}
}

/// `sns:ListSubscriptions`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListSubscriptions;

impl Operation for ListSubscriptions {
    type Input = Input;

    const NAME: &'static str = "sns:ListSubscriptions";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(_: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let account = stage.account();
        let own = stage.world.resources().flat_map(|topic| {
            let wanted = topic.subscriptions.iter().filter(move |known| known.owner == account);
            wanted.map(|known| subscription::view(&topic.arn, known))
        });
        Ok(json!({ "Subscriptions": own.collect::<Vec<_>>() }))
    }
}
