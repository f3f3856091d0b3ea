//! `iam:CreateUser`: makes a user, who has no keys, no policies and no groups (rule E-9).

use super::holder::{Holder, in_account};
use super::tags::{self, Keys, Tag};
use super::{boundary, path, view};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::json::json;
use crate::services::request::request;
use crate::services::validate;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{IdKind, PolicyHolder, User};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

request! {
    /// The request.
    pub(crate) struct Input {
        path: Option<String>,
        user_name: String,
        permissions_boundary: Option<Arn>,
        tags: Vec<Tag>,
    }
}

/// `iam:CreateUser`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateUser;

impl Operation for CreateUser {
    type Input = Input;

    const NAME: &'static str = "iam:CreateUser";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = |action| Holder::User.check_new(action, stage, input.path.as_deref(), &input.user_name);
        let make = boundary::with(check(Self::NAME)?, input.permissions_boundary.as_ref());
        let mut checks = vec![tags::with(make, &input.tags)];
        if !input.tags.is_empty() {
            checks.push(tags::with(check("iam:TagUser")?, &input.tags));
        }
        Ok(checks)
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let arn = path::arn(stage.account(), Holder::User.word(), input.path.as_deref(), &input.user_name)?;
        let mut tags = BTreeMap::new();
        tags::put(&mut tags, input.tags, Keys::AnyCase)?;
        let id = stage.world.next_id(IdKind::User);
        let user = User {
            name: input.user_name.clone().into(),
            arn,
            id,
            created: stage.now,
            policies: PolicyHolder::default(),
            groups: BTreeSet::new(),
            permissions_boundary: input.permissions_boundary.clone(),
            access_keys: Vec::new(),
            login: None,
            tags,
        };
        let output = json!({ "User": view::user_whole(&user) });
        let now = stage.now;
        in_account(stage, |account| {
            input.permissions_boundary.iter().try_for_each(|arn| boundary::check(account, arn, now))?;
            if account.user(&input.user_name).is_some() {
                return Err(ApiError::already_exists("User", &input.user_name));
            }
            validate::room(Quota::UsersPerAccount, "UsersPerAccount", account.users().count())?;
            account.put_user(user);
            Ok(output)
        })
    }
}
