//! `iam:ListOrganizationsFeatures`: which switches of central root access are on.

use super::root_features::{self, Input};
use crate::authz::AccessCheck;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

/// `iam:ListOrganizationsFeatures`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListOrganizationsFeatures;

impl Operation for ListOrganizationsFeatures {
    type Input = Input;

    const NAME: &'static str = "iam:ListOrganizationsFeatures";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(_: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        Ok(root_features::view(root_features::seen(stage)?))
    }
}
