//! `iam:UpdateAccountPasswordPolicy`: sets all rules for passwords at once: what is left out becomes its default
//! (rule E-28).

use super::holder::in_account;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{CharacterClass, PasswordPolicy};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        minimum_password_length: Option<usize>,
        require_symbols: Option<bool>,
        require_numbers: Option<bool>,
        require_uppercase_characters: Option<bool>,
        require_lowercase_characters: Option<bool>,
        allow_users_to_change_password: Option<bool>,
        max_password_age: Option<u32>,
        password_reuse_prevention: Option<usize>,
        hard_expiry: Option<bool>,
    }
}

/// `iam:UpdateAccountPasswordPolicy`
#[derive(Clone, Copy, Debug)]
pub(crate) struct UpdateAccountPasswordPolicy;

impl Operation for UpdateAccountPasswordPolicy {
    type Input = Input;

    const NAME: &'static str = "iam:UpdateAccountPasswordPolicy";

    fn checks(_: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        const DEFAULT_LENGTH: usize = 6;
        let classes = [
            (input.require_uppercase_characters, CharacterClass::Uppercase),
            (input.require_lowercase_characters, CharacterClass::Lowercase),
            (input.require_numbers, CharacterClass::Number),
            (input.require_symbols, CharacterClass::Symbol),
        ];
        let required = classes.into_iter().filter(|(is_required, _)| *is_required == Some(true));
        let policy = PasswordPolicy {
            minimum_length: input.minimum_password_length.unwrap_or(DEFAULT_LENGTH),
            requires: required.map(|(_, class)| class).collect(),
            allows_change: input.allow_users_to_change_password.unwrap_or_default(),
            max_age_days: input.max_password_age.filter(|days| *days > 0),
            reuse_prevention: input.password_reuse_prevention.filter(|n_passwords| *n_passwords > 0),
            is_expiry_hard: input.hard_expiry,
        };
        in_account(stage, |account| {
            account.password_policy = Some(policy);
            Ok(json!({}))
        })
    }
}
