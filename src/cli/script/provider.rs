//! The verb `provider`: what an identity provider outside AWS issues, to be shown to STS.

use super::verbs::Verbs;
use super::{Act, options::Options};
use crate::cli::error::{CliError, Problem};
use crate::cli::lex::Word;
use crate::clock::Timestamp;
use crate::federation::{ATTRIBUTES, AssertionRequest, Certificate, ROLE_ATTRIBUTE, TokenRequest, metadata_of};
use serde_json::Value;
use std::collections::BTreeMap;

/// What is issued.
#[derive(Clone, PartialEq, Debug)]
pub enum Issue {
    /// A token of OpenID Connect.
    Token(TokenRequest),
    /// A SAML response, in base 64.
    Assertion(AssertionRequest),
    /// A certificate of an authority outside AWS.
    Certificate {
        /// The authority.
        authority: Box<str>,
        /// Whose it is, by the parts of the name.
        subject: Vec<(Box<str>, Box<str>)>,
        /// How long it holds.
        seconds: u32,
    },
    /// What does not depend on the time: a private key, a list of revoked certificates.
    Text(Box<str>),
    /// The document by which a SAML provider is made known.
    Metadata {
        /// The entity id.
        issuer: Box<str>,
    },
}

impl Issue {
    /// The text, as of `now`.
    pub(super) fn text(&self, now: Timestamp) -> String {
        match self {
            Self::Token(request) => request.issue(now),
            Self::Assertion(request) => request.issue(now),
            Self::Certificate { authority, subject, seconds } => {
                let parts = subject.iter().map(|(part, value)| (&**part, &**value));
                Certificate::new(authority, parts, *seconds, now).text()
            }
            Self::Text(text) => text.to_string(),
            Self::Metadata { issuer } => metadata_of(issuer),
        }
    }
}

/// For whom tokens are, unless it is said: what AWS's own action for workflows asks for.
const AUDIENCE: &str = "sts.amazonaws.com";

/// How long tokens hold, unless it is said.
const SECONDS: u32 = 300;

/// The issuer whose tokens every account knows, and which is AWS's own.
const COGNITO: &str = "https://cognito-identity.amazonaws.com";

/// The names of attributes for AWS, which may be written without their beginning.
const SHORT: [&str; 4] = ["RoleSessionName", "SessionDuration", "SourceIdentity", "TransitiveTagKeys"];

/// Reads the line.
pub(super) fn issue(verbs: &Verbs<'_>) -> Result<Act, CliError> {
    let options = Options::of(verbs.words, &["--seconds"], &[])?;
    let shape = || verbs.error(Problem::ProviderShape);
    let issued = match options.words.as_slice() {
        // What Cognito issues only Cognito does.
        [_, issuer, ..] if issuer.text == COGNITO => {
            return Err(CliError::sandbox(Problem::IssuerOfAws, issuer.span));
        }
        [what, issuer, subject, claims @ ..] if what.text == "token" => {
            let seconds =
                options.value("--seconds").map_or(Ok(SECONDS), |word| word.text.parse().map_err(|_| shape()))?;
            Issue::Token(token(issuer, subject, claims, seconds)?)
        }
        [what, issuer, subject, role, provider, attributes @ ..] if what.text == "assertion" => {
            let arn = |word: &Word| match word.text.starts_with("arn:") {
                true => word.text.clone(),
                false => format!("arn:aws:iam::{}:{}", verbs.terminal.home, word.text),
            };
            Issue::Assertion(assertion(issuer, subject, &format!("{},{}", arn(role), arn(provider)), attributes)?)
        }
        [what, issuer] if what.text == "metadata" => Issue::Metadata { issuer: issuer.text.as_str().into() },
        _ => return Err(shape()),
    };
    Ok(Act::Issue(issued))
}

/// `name=value`
fn pair(word: &Word) -> Result<(&str, &str), CliError> {
    let wrong = || CliError::sandbox(Problem::ProviderShape, word.span);
    word.text.split_once('=').filter(|(name, _)| !name.is_empty()).ok_or_else(wrong)
}

fn token(issuer: &Word, subject: &Word, claims: &[&Word], seconds: u32) -> Result<TokenRequest, CliError> {
    let mut request = TokenRequest {
        issuer: issuer.text.as_str().into(),
        subject: subject.text.as_str().into(),
        audience: AUDIENCE.into(),
        claims: BTreeMap::new(),
        seconds,
    };
    for word in claims {
        match pair(word)? {
            ("aud", audience) => request.audience = audience.into(),
            (name, text) => {
                // Lists and structures are written as JSON; everything else is text.
                let value =
                    serde_json::from_str(text).ok().filter(|value: &Value| value.is_array() || value.is_object());
                request.claims.insert(name.into(), value.unwrap_or_else(|| text.into()));
            }
        }
    }
    Ok(request)
}

fn assertion(
    issuer: &Word,
    subject: &Word,
    pair_of_arns: &str,
    attributes: &[&Word],
) -> Result<AssertionRequest, CliError> {
    let name = format!("{ATTRIBUTES}RoleSessionName");
    let mut said: BTreeMap<Box<str>, Vec<Box<str>>> = BTreeMap::from([
        (ROLE_ATTRIBUTE.into(), vec![pair_of_arns.into()]),
        (name.as_str().into(), vec![subject.text.as_str().into()]),
    ]);
    let mut audience = None;
    for word in attributes {
        let (name, value) = pair(word)?;
        if name == "aud" {
            audience = Some(value.into());
            continue;
        }
        let is_for_aws = SHORT.contains(&name) || name.starts_with("PrincipalTag:");
        let full = if is_for_aws { format!("{ATTRIBUTES}{name}") } else { name.to_owned() };
        said.insert(full.into(), value.split(',').map(Into::into).collect());
    }
    let (issuer, subject) = (issuer.text.as_str().into(), subject.text.as_str().into());
    Ok(AssertionRequest { issuer, subject, audience, attributes: said })
}
