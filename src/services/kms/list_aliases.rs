//! `kms:ListAliases`: the names of the keys of an account in a Region, or those of one key.

use super::key;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::Key;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        key_id: Option<String>,
    }
}

/// `kms:ListAliases`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListAliases;

impl Operation for ListAliases {
    type Input = Input;

    const NAME: &'static str = "kms:ListAliases";
    const IS_READ: bool = true;

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let wanted = input.key_id.map(|id| key::arn(stage, &id, None));
        let keys = key::here(stage).filter(|key| wanted.as_ref().is_none_or(|wanted| key.arn() == *wanted));
        let view = |key: &Key| -> Vec<Value> {
            let arn = |alias: &str| Arn::new("kms", &key.region, Some(key.account), alias);
            let view = |alias: &str| json!({ "AliasName": alias, "AliasArn": arn(alias), "TargetKeyId": key.id });
            key.aliases.iter().map(|alias| view(alias)).collect()
        };
        Ok(json!({ "Aliases": keys.flat_map(view).collect::<Vec<_>>() }))
    }
}
