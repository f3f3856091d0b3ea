//! `iam:EnableOrganizationsRootCredentialsManagement`: root credentials of members can be taken away and let back.

use super::root_features::{self, Input};
use crate::authz::AccessCheck;
use crate::services::{ApiError, Operation, Stage};
use crate::world::RootFeature;
use serde_json::Value;

/// `iam:EnableOrganizationsRootCredentialsManagement`
#[derive(Clone, Copy, Debug)]
pub(crate) struct EnableOrganizationsRootCredentialsManagement;

impl Operation for EnableOrganizationsRootCredentialsManagement {
    type Input = Input;

    const NAME: &'static str = "iam:EnableOrganizationsRootCredentialsManagement";

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(_: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        root_features::turn(stage, RootFeature::RootCredentialsManagement, true)
    }
}
