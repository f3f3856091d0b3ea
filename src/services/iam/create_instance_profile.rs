//! `iam:CreateInstanceProfile`: makes an instance profile without a role (rule E-24).

use super::holder::in_account;
use super::instance_profile;
use super::path;
use super::tags::{self, Keys, Tag};
use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::json::json;
use crate::services::request::request;
use crate::services::validate;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{IdKind, InstanceProfile};
use serde_json::Value;
use std::collections::BTreeMap;

request! {
    /// The request.
    pub(crate) struct Input {
        path: Option<String>,
        instance_profile_name: String,
        tags: Vec<Tag>,
    }
}

/// `iam:CreateInstanceProfile`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateInstanceProfile;

impl Operation for CreateInstanceProfile {
    type Input = Input;

    const NAME: &'static str = "iam:CreateInstanceProfile";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let name = &input.instance_profile_name;
        let check = |action| instance_profile::check_new(action, stage, input.path.as_deref(), name);
        let mut checks = vec![tags::with(check(Self::NAME)?, &input.tags)];
        if !input.tags.is_empty() {
            checks.push(tags::with(check("iam:TagInstanceProfile")?, &input.tags));
        }
        Ok(checks)
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let name = &input.instance_profile_name;
        let mut tags = BTreeMap::new();
        tags::put(&mut tags, input.tags, Keys::AsTyped)?;
        let profile = InstanceProfile {
            name: name.as_str().into(),
            arn: path::arn(stage.account(), instance_profile::WORD, input.path.as_deref(), name)?,
            id: stage.world.next_id(IdKind::InstanceProfile),
            created: stage.now,
            role: None,
            tags,
        };
        in_account(stage, |account| {
            if account.instance_profile(name).is_some() {
                let message = format!("Instance Profile {name} already exists.");
                return Err(ApiError::new("EntityAlreadyExists", 409, message));
            }
            let n_profiles = account.instance_profiles().count();
            validate::room(Quota::InstanceProfilesPerAccount, "InstanceProfilesPerAccount", n_profiles)?;
            let output = json!({ "InstanceProfile": instance_profile::whole(account, &profile) });
            account.put_instance_profile(profile);
            Ok(output)
        })
    }
}
