//! `sts:GetSessionToken`: temporary credentials with which a user stays who it is (rules C-31, C-44).
//!
//! No permission is needed. With an MFA code the credentials say so for as long as they last, and IAM takes them.

use super::mfa::Code;
use super::session::{self, Limits, LongTerm};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{SessionFacts, SessionSubject};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        duration_seconds: Option<u32>,
        serial_number: Option<String>,
        token_code: Option<String>,
    }
}

impl Input {
    fn code(&self) -> Code {
        Code { serial_number: self.serial_number.clone(), token_code: self.token_code.clone() }
    }
}

/// `sts:GetSessionToken`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetSessionToken;

impl Operation for GetSessionToken {
    type Input = Input;

    const NAME: &'static str = "sts:GetSessionToken";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        LongTerm::of(stage, "GetSessionToken")?;
        let code = input.code();
        code.check(stage)?;
        Ok(vec![code.with_keys(AccessCheck::new(Self::NAME, "*"))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let facts = SessionFacts { mfa: input.code().take(stage)?, ..SessionFacts::default() };
        let user = LongTerm::of(stage, "GetSessionToken")?;
        let (seconds, account) = (user.seconds(input.duration_seconds), user.account);
        let subject = SessionSubject::User { user: user.arn, user_id: user.id };
        let session = session::open(stage, subject, account, seconds, Limits::default(), facts);
        Ok(json!({ "Credentials": session::credentials(&session) }))
    }
}
