//! `organizations:DeleteOrganization`: ends an organization that its management account is alone in.

use super::{error, scope};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request, which has no members.
    pub(crate) struct Input {}
}

/// `organizations:DeleteOrganization`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeleteOrganization;

impl Operation for DeleteOrganization {
    type Input = Input;

    const NAME: &'static str = "organizations:DeleteOrganization";

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(_: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let organization = scope::managed(stage)?;
        if organization.accounts().nth(1).is_some() {
            return Err(error::not_empty());
        }
        let id = organization.id.clone();
        stage.world.remove_organization(&id);
        Ok(json!({}))
    }
}
