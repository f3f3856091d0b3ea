//! `organizations:MoveAccount`: puts an account under another root or unit; what is attached to it stays.

use super::{account, scope};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        account = "AccountId": String,
        destination = "DestinationParentId": String,
        source = "SourceParentId": String,
    }
}

/// `organizations:MoveAccount`
#[derive(Clone, Copy, Debug)]
pub(crate) struct MoveAccount;

impl Operation for MoveAccount {
    type Input = Input;

    const NAME: &'static str = "organizations:MoveAccount";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let ids = [&input.account, &input.source, &input.destination];
        let check = |id| scope::check(Self::NAME, stage, |organization| organization.target_arn(id));
        Ok(ids.into_iter().map(|id| check(id)).collect())
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        scope::change(stage, |organization| {
            let (source, destination) = (&input.source, &input.destination);
            let account = account::find(organization, &input.account)?;
            if organization.parent(&input.account) != Some(source) {
                let message = "We can't find a source root or OU with the ParentId that you specified.";
                return Err(ApiError::new("SourceParentNotFoundException", 400, message));
            }
            if source == destination {
                let message = "That account is already present in the specified destination.";
                return Err(ApiError::new("DuplicateAccountException", 400, message));
            }
            if !organization.move_account(account, destination) {
                let message =
                    "We can't find the destination container (a root or OU) with the ParentId that you specified.";
                return Err(ApiError::new("DestinationParentNotFoundException", 400, message));
            }
            Ok(json!({}))
        })
    }
}
