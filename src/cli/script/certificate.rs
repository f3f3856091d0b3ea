//! The verb `certificate`: what a certificate authority outside AWS issues; and `aws_signing_helper`, which shows it to
//! IAM Roles Anywhere and prints credentials as the AWS CLI takes them from a `credential_process`.
//!
//! Certificates and keys are given as text, kept under a name; files are not read.

use super::provider::Issue;
use super::verbs::{Verbs, duration_seconds};
use super::{Act, Output, options::Options};
use crate::api::{Answer, ApiCall, Credentials, Outcome};
use crate::authz::Environment;
use crate::cli::error::{CliError, GENERAL, Problem};
use crate::cli::lex::Word;
use crate::federation::{Certificate, RevocationList, private_key};
use crate::json::json;
use crate::services::signed_text;

/// What the helper asks of Roles Anywhere.
pub(super) const CREATE_SESSION: &str = "rolesanywhere:CreateSession";

/// How long certificates hold, unless it is said: 30 days, and those of authorities ten years.
const SECONDS: u32 = 2_592_000;
const AUTHORITY_SECONDS: u32 = 315_360_000;

/// Reads the line `certificate …`.
pub(super) fn issue(verbs: &Verbs<'_>) -> Result<Act, CliError> {
    let shape = || verbs.error(Problem::CertificateShape);
    // Certificates begin as options do, so they are looked for before.
    if let [what, authority, certificates @ ..] = verbs.words
        && what.text == "revoke"
    {
        let serials = certificates.iter().map(|word| Some(Certificate::read(&word.text).ok()?.serial_number));
        let revoked = serials.collect::<Option<Vec<_>>>().ok_or_else(shape)?;
        let list = RevocationList { issuer: authority.text.as_str().into(), revoked };
        return Ok(Act::Issue(Issue::Text(list.text().into())));
    }
    let options = Options::of(verbs.words, &["--for"], &[])?;
    let seconds = |usual: u32| {
        let seconds =
            options.value("--for").map(|word| duration_seconds(&word.text).and_then(|all| all.try_into().ok()));
        seconds.map_or(Ok(usual), |seconds| seconds.ok_or_else(shape))
    };
    let named = |common_name: &Word| vec![("CN".into(), common_name.text.as_str().into())];
    let issued = match options.words.as_slice() {
        [what, authority] if what.text == "authority" => Issue::Certificate {
            authority: authority.text.as_str().into(),
            subject: named(authority),
            seconds: seconds(AUTHORITY_SECONDS)?,
        },
        [what, authority, holder, parts @ ..] if what.text == "issue" => {
            let mut subject = named(holder);
            for part in parts {
                let (name, value) = part.text.split_once('=').filter(|(name, _)| !name.is_empty()).ok_or_else(shape)?;
                subject.push((name.into(), value.into()));
            }
            Issue::Certificate { authority: authority.text.as_str().into(), subject, seconds: seconds(SECONDS)? }
        }
        [what, authority, holder] if what.text == "key" => {
            Issue::Text(private_key(&authority.text, &holder.text).into())
        }
        _ => return Err(shape()),
    };
    Ok(Act::Issue(issued))
}

/// Reads the line `aws_signing_helper credential-process …`.
pub(super) fn sign(verbs: &Verbs<'_>) -> Result<Act, CliError> {
    const NEEDED: [&str; 5] = ["--certificate", "--private-key", "--trust-anchor-arn", "--profile-arn", "--role-arn"];
    let known = [&NEEDED[..], &["--session-duration", "--role-session-name"]].concat();
    let options = Options::of(verbs.words, &known, &[])?;
    let shape = || verbs.error(Problem::SigningHelperShape);
    if !matches!(options.words.as_slice(), [what] if what.text == "credential-process") {
        return Err(shape());
    }
    let text = |name: &str| options.value(name).map(|word| word.text.as_str());
    let [certificate, key, anchor, profile, role] = NEEDED.map(text);
    let given = certificate.zip(key).zip(anchor).zip(profile).zip(role);
    let ((((certificate, key), anchor), profile), role) = given.ok_or_else(shape)?;
    let mut input = json!({
        "trustAnchorArn": anchor, "profileArn": profile, "roleArn": role, "cert": certificate,
        "signature": Certificate::proof(key, &signed_text(anchor, profile, role, certificate)),
    });
    if let Some(word) = options.value("--session-duration") {
        let wrong = || CliError::sandbox(Problem::SigningHelperShape, word.span);
        input["durationSeconds"] = word.text.parse::<u32>().map_err(|_| wrong())?.into();
    }
    if let Some(name) = text("--role-session-name") {
        input["roleSessionName"] = name.into();
    }
    Ok(Act::Call(ApiCall {
        credentials: Credentials::Anonymous,
        operation: CREATE_SESSION.into(),
        input,
        environment: Environment::default(),
    }))
}

/// What the helper prints: credentials, or the error as it tells of it.
pub(super) fn output(answer: &Answer) -> Output {
    let failed = |text: String| Output { stderr: text, code: GENERAL, ..Output::default() };
    match &answer.outcome {
        Outcome::Done(made) => {
            let credentials = &made["credentialSet"][0]["credentials"];
            let printed = json!({
                "Version": 1,
                "AccessKeyId": credentials["accessKeyId"],
                "SecretAccessKey": credentials["secretAccessKey"],
                "SessionToken": credentials["sessionToken"],
                "Expiration": credentials["expiration"],
            });
            Output { stdout: format!("{printed}\n"), ..Output::default() }
        }
        Outcome::Failed(error) => failed(format!("{}: {}\n", error.code, error.message)),
        Outcome::Allowed => failed(String::new()),
    }
}
