//! `kms:CreateAlias`: gives a key a name; the permission is asked for on the alias and on the key.

use super::key;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, validate};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        alias_name: String,
        target_key_id: String,
        region: Option<String>,
    }
}

/// `kms:CreateAlias`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateAlias;

impl Operation for CreateAlias {
    type Input = Input;

    const NAME: &'static str = "kms:CreateAlias";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let rest = input.alias_name.strip_prefix("alias/").unwrap_or_default();
        let is_legal = |byte: u8| byte.is_ascii_alphanumeric() || b"/_-".contains(&byte);
        if input.alias_name.len() > 256 {
            let problem = "Member must have length less than or equal to 256";
            return Err(validate::failed("aliasName", &input.alias_name, problem));
        }
        if rest.is_empty() || !rest.bytes().all(is_legal) {
            let message = "Alias must start with the prefix \"alias/\". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html";
            return Err(ApiError::validation(message));
        }
        if rest.starts_with("aws/") {
            let message = "Alias cannot begin with alias/aws/";
            return Err(ApiError::new("NotAuthorizedException", 400, message));
        }
        let key = key::arn(stage, &input.target_key_id, input.region.as_deref());
        let alias = Arn::new("kms", key.region(), Some(stage.account()), &input.alias_name);
        Ok([alias, key].map(|arn| AccessCheck::new(Self::NAME, arn.as_str())).into())
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let arn = key::arn(stage, &input.target_key_id, input.region.as_deref());
        let mut changed = key::find(stage, &arn)?;
        let is_near = |key: &&crate::world::Key| key.account == changed.account && key.region == changed.region;
        if stage.world.keys().filter(is_near).any(|key| key.aliases.contains(&*input.alias_name)) {
            let alias = Arn::new("kms", arn.region(), arn.account(), &input.alias_name);
            let message = format!("An alias with the name {alias} already exists");
            return Err(ApiError::new("AlreadyExistsException", 400, message));
        }
        changed.aliases.insert(input.alias_name.into());
        stage.world.put_key(changed);
        Ok(json!({}))
    }
}
