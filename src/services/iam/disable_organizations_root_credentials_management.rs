//! `iam:DisableOrganizationsRootCredentialsManagement`: members keep the root credentials that they have from now on.

use super::root_features::{self, Input};
use crate::authz::AccessCheck;
use crate::services::{ApiError, Operation, Stage};
use crate::world::RootFeature;
use serde_json::Value;

/// `iam:DisableOrganizationsRootCredentialsManagement`
#[derive(Clone, Copy, Debug)]
pub(crate) struct DisableOrganizationsRootCredentialsManagement;

impl Operation for DisableOrganizationsRootCredentialsManagement {
    type Input = Input;

    const NAME: &'static str = "iam:DisableOrganizationsRootCredentialsManagement";

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(_: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        root_features::turn(stage, RootFeature::RootCredentialsManagement, false)
    }
}
