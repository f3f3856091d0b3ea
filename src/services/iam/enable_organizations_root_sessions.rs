//! `iam:EnableOrganizationsRootSessions`: root sessions in members, for tasks.

use super::root_features::{self, Input};
use crate::authz::AccessCheck;
use crate::services::{ApiError, Operation, Stage};
use crate::world::RootFeature;
use serde_json::Value;

/// `iam:EnableOrganizationsRootSessions`
#[derive(Clone, Copy, Debug)]
pub(crate) struct EnableOrganizationsRootSessions;

impl Operation for EnableOrganizationsRootSessions {
    type Input = Input;

    const NAME: &'static str = "iam:EnableOrganizationsRootSessions";

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(_: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        root_features::turn(stage, RootFeature::RootSessions, true)
    }
}
