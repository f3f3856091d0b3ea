//! `portal`: somebody of the directory of IAM Identity Center signs in at the access portal, as `aws sso login` lets
//! them; the token is printed. `identity-center enable`: what the console does to start the instance.

use super::verbs::Verbs;
use super::{Act, Output, options::Options};
use crate::api::{Answer, ApiCall, Credentials, Outcome};
use crate::authz::Environment;
use crate::cli::error::{CliError, GENERAL, Problem};
use crate::eval::ContextValue;
use crate::json::json;

/// What gives the token.
pub(super) const CREATE_TOKEN: &str = "sso-oauth:CreateToken";

pub(super) fn sign_in(verbs: &Verbs<'_>) -> Result<Act, CliError> {
    let [user] = verbs.words else { return Err(verbs.error(Problem::PortalShape)) };
    let input = json!({ "grantType": "urn:ietf:params:oauth:grant-type:device_code", "deviceCode": user.text });
    let environment = Environment::default();
    Ok(Act::Call(ApiCall { credentials: Credentials::Anonymous, operation: CREATE_TOKEN.into(), input, environment }))
}

pub(super) fn enable(verbs: &Verbs<'_>) -> Result<Act, CliError> {
    let options = Options::of(verbs.words, &["--profile", "--region"], &[])?;
    if !matches!(options.words.as_slice(), [what] if what.text == "enable") {
        return Err(verbs.error(Problem::PortalShape));
    }
    let mut environment = Environment::default();
    if let Some(region) = options.value("--region") {
        let region = ContextValue::One(region.text.as_str().into());
        environment.overrides.insert("aws:RequestedRegion".into(), Some(region));
    }
    let (credentials, operation) = (verbs.actor(&options)?, "sso:StartSSO".into());
    Ok(Act::Call(ApiCall { credentials, operation, input: json!({}), environment }))
}

/// The token, or why there is none.
pub(super) fn output(answer: &Answer) -> Output {
    match &answer.outcome {
        Outcome::Done(made) => {
            let token = made["accessToken"].as_str().unwrap_or_default();
            Output { stdout: format!("{token}\n"), ..Output::default() }
        }
        Outcome::Failed(error) => Output { stderr: format!("{}\n", error.code), code: GENERAL, ..Output::default() },
        Outcome::Allowed => Output::default(),
    }
}
