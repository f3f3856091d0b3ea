//! `iam:ListPolicies`: lists managed policies: those of the account, those of AWS that the sandbox knows, or both.

use super::{entity, view};
use crate::authz::AccessCheck;
use crate::catalog::managed_policies;
use crate::json::json;
use crate::services::request::{read_by_serde, request};
use crate::services::{ApiError, Operation, Stage};
use serde::Deserialize;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        scope: Option<Scope>,
        only_attached: Option<bool>,
    }
}

/// `iam:ListPolicies`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListPolicies;

impl Operation for ListPolicies {
    type Input = Input;

    const NAME: &'static str = "iam:ListPolicies";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let account = entity::account(stage)?;
        let scope = input.scope.unwrap_or(Scope::All);
        let own = account.policies().filter(|policy| !policy.is_from_aws() && scope != Scope::Aws);
        let mut policies: Vec<Value> = own.map(|policy| view::policy(account, policy)).collect();
        if scope != Scope::Local {
            policies.extend(managed_policies().iter().map(|policy| view::published(account, policy)));
        }
        if input.only_attached.unwrap_or(false) {
            policies.retain(|policy| policy["AttachmentCount"] != 0);
        }
        Ok(json!({ "Policies": policies }))
    }
}

/// Whose policies.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
enum Scope {
    All,
    #[serde(rename = "AWS")]
    Aws,
    Local,
}

read_by_serde!(Scope);
