//! `sts:AssumeRoleWithSAML`: temporary credentials for who shows an assertion of SAML (rule F-41).

use super::bearer::{AskedByBearer, Bearer};
use super::session::PolicyDescriptor;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::federation::Assertion;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        role_arn: Arn,
        principal_arn: Arn,
        assertion = "SAMLAssertion": String,
        duration_seconds: Option<u32>,
        policy: Option<String>,
        policy_arns: Vec<PolicyDescriptor>,
    }
}

/// `sts:AssumeRoleWithSAML`
#[derive(Clone, Copy, Debug)]
pub(crate) struct AssumeRoleWithSaml;

fn read(input: &Input) -> Result<(Assertion, Bearer), ApiError> {
    // It was read to know who calls, so it can be.
    let invalid = || ApiError::new("InvalidIdentityToken", 400, "");
    let assertion = Assertion::read(&input.assertion).map_err(|_| invalid())?;
    let bearer = Bearer::of_assertion(&assertion).ok_or_else(invalid)?;
    Ok((assertion, bearer))
}

impl Operation for AssumeRoleWithSaml {
    type Input = Input;

    const NAME: &'static str = "sts:AssumeRoleWithSAML";
    const IS_OPEN_TO_ALL: bool = true;

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        read(input)?.1.checks(Self::NAME, &input.role_arn)
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let (assertion, bearer) = read(&input)?;
        take(&input.principal_arn, &assertion, stage);
        let asked = AskedByBearer {
            role: input.role_arn,
            seconds: input.duration_seconds,
            policy: input.policy,
            policy_arns: input.policy_arns,
        };
        let mut reply = bearer.open(asked, stage)?;
        reply["Subject"] = json!(assertion.subject);
        reply["SubjectType"] = json!(assertion.subject_type);
        reply["Issuer"] = json!(assertion.issuer);
        reply["Audience"] = json!(assertion.recipient);
        reply["NameQualifier"] =
            json!(stage.caller.caller().and_then(|caller| caller.context.single("saml:namequalifier")));
        Ok(reply)
    }
}

/// Keeps that an assertion was handed in, as long as it could be again.
fn take(provider: &Arn, assertion: &Assertion, stage: &mut Stage<'_>) {
    let now = stage.now;
    let Some(account) = provider.account() else { return };
    stage.world.change_account(account, |account| {
        if let Some(mut known) = account.saml_provider(provider).cloned() {
            known.taken.retain(|_, expires| now < *expires);
            known.taken.insert(assertion.id.clone(), assertion.expires);
            account.put_saml_provider(known);
        }
    });
}
