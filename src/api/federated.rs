//! Who shows a token or an assertion of a provider, and whether AWS takes it (rules F-41, F-42).
//!
//! The two calls of STS that take one are signed by nobody: what is shown says who calls. What the trust policy of the
//! role asks for is weighed later, on the keys that are set here (table B-47).

use super::authenticate::AuthenticationFailure;
use super::door::ApiCall;
use crate::arn::Arn;
use crate::authz::{Authenticated, Caller};
use crate::clock::Timestamp;
use crate::eval::{ContextValue, Principal};
use crate::federation::{Assertion, AssertionProblem, Metadata, RECIPIENT, ROLE_ATTRIBUTE, Token, TokenProblem};
use crate::services::{ApiError, outsider, set_claims};
use crate::world::{OidcProvider, World};
use data_encoding::BASE64;
use serde_json::Value;
use sha1::{Digest, Sha1};

/// Why a token or an assertion is not taken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TokenFailure {
    /// It has not the shape of one.
    Malformed,
    /// Its issuer has not signed this.
    Changed,
    /// The account knows no such provider.
    UnknownProvider {
        /// The issuer of the token, or the ARN of the SAML provider.
        name: Box<str>,
    },
    /// The SAML provider that was named speaks for another issuer, or by another key.
    OtherIssuer,
    /// Its time is over.
    Expired {
        /// When it ended.
        ended: Timestamp,
    },
    /// It is meant for somebody else.
    WrongAudience,
    /// The assertion does not let this role be assumed through this provider.
    OtherRole,
    /// The assertion gives the session no name that a session can have.
    NoSessionName,
    /// The assertion was handed in before.
    Taken,
}

/// The calls that are signed by nobody, because their requests say who calls: by an assertion, by a token.
pub(super) const CALLS: [&str; 2] = ["sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity"];

/// Who calls, by what the request shows; none for a call that is signed. A request that lacks what it should show comes
/// from nobody, and is refused for what it lacks; so is one that a service takes for an outsider and finds wanting.
pub(super) fn authenticate(
    world: &World,
    call: &ApiCall,
    now: Timestamp,
) -> Option<Result<Authenticated, AuthenticationFailure>> {
    if let Some(outsider) = outsider(world, &call.operation, &call.input, now) {
        return Some(Ok(Authenticated::Caller(outsider.caller)));
    }
    let is_assertion = CALLS.iter().position(|known| **known == *call.operation)? == 0;
    let text = |name: &str| call.input.get(name).and_then(Value::as_str);
    let role = text("RoleArn").and_then(|arn| arn.parse::<Arn>().ok());
    let shown = role.and_then(|role| match is_assertion {
        true => Some(by_assertion(world, text("SAMLAssertion")?, text("PrincipalArn")?, &role, now)),
        false => Some(by_token(world, text("WebIdentityToken")?, &role, now)),
    });
    let caller = shown.unwrap_or_else(|| Ok(Caller::without_key(Principal::Anonymous)));
    let failed = |failure| AuthenticationFailure::Token { failure, is_assertion };
    Some(caller.map(Authenticated::Caller).map_err(failed))
}

/// Issuers that every account knows, with the name that trust policies have for each.
const BUILT_IN: &[(&str, &str)] = &[
    ("https://accounts.google.com", "accounts.google.com"),
    ("https://cognito-identity.amazonaws.com", "cognito-identity.amazonaws.com"),
];

fn by_token(world: &World, text: &str, role: &Arn, now: Timestamp) -> Result<Caller, TokenFailure> {
    let token = Token::read(text).map_err(|problem| match problem {
        TokenProblem::Malformed => TokenFailure::Malformed,
        TokenProblem::Signature => TokenFailure::Changed,
    })?;
    let address = token.issuer.strip_prefix("https://").unwrap_or(&token.issuer);
    let known = role
        .account()
        .and_then(|account| world.account(account))
        .and_then(|account| account.oidc_providers().find(|provider| provider.address() == address));
    let built_in = BUILT_IN.iter().find(|(issuer, _)| **issuer == *token.issuer).map(|(_, name)| *name);
    let provider: Box<str> = match known.map(|known| known.arn.as_str()).or(built_in) {
        Some(provider) => provider.into(),
        None => return Err(TokenFailure::UnknownProvider { name: token.issuer }),
    };
    if token.expires <= now {
        return Err(TokenFailure::Expired { ended: token.expires });
    }
    // Built-in providers leave it to the trust policy for whom a token is.
    let is_client = |known: &OidcProvider| token.audience.iter().any(|audience| known.client_ids.contains(audience));
    if known.is_some_and(|known| !is_client(known)) {
        return Err(TokenFailure::WrongAudience);
    }
    let mut caller = Caller::without_key(Principal::Federated { provider });
    set_claims(&mut caller, address, &token);
    Ok(caller)
}

fn by_assertion(world: &World, text: &str, provider: &str, role: &Arn, now: Timestamp) -> Result<Caller, TokenFailure> {
    let assertion = Assertion::read(text).map_err(|problem| match problem {
        AssertionProblem::Malformed => TokenFailure::Malformed,
        AssertionProblem::Signature => TokenFailure::Changed,
    })?;
    let unknown = || TokenFailure::UnknownProvider { name: provider.into() };
    let arn: Arn = provider.parse().map_err(|_| unknown())?;
    let known = arn.account().and_then(|account| world.account(account)?.saml_provider(&arn)).ok_or_else(unknown)?;
    let metadata = Metadata::read(&known.metadata).filter(|metadata| metadata.entity_id == assertion.issuer);
    if !metadata.is_some_and(|metadata| metadata.has_key_of_issuer()) {
        return Err(TokenFailure::OtherIssuer);
    }
    if assertion.expires <= now {
        return Err(TokenFailure::Expired { ended: assertion.expires });
    }
    if *assertion.recipient != *RECIPIENT || ![RECIPIENT, "urn:amazon:webservices"].contains(&&*assertion.audience) {
        return Err(TokenFailure::WrongAudience);
    }
    // Roles of Identity Center are assumed through its portal alone (API_AssumeRoleWithSAML).
    let is_reserved = role.resource().starts_with("role/aws-reserved/");
    if is_reserved || !assertion.values(ROLE_ATTRIBUTE).iter().any(|pair| is_pair(pair, role, &arn)) {
        return Err(TokenFailure::OtherRole);
    }
    if assertion.session_name().is_none() {
        return Err(TokenFailure::NoSessionName);
    }
    if known.taken.contains_key(&assertion.id) {
        return Err(TokenFailure::Taken);
    }
    let mut caller = Caller::without_key(Principal::Federated { provider: provider.into() });
    set_attributes(&mut caller, &assertion, &arn);
    Ok(caller)
}

/// A role and a provider, in one order or the other.
fn is_pair(text: &str, role: &Arn, provider: &Arn) -> bool {
    let Some((one, other)) = text.split_once(',') else { return false };
    let pair = (one.trim(), other.trim());
    pair == (role.as_str(), provider.as_str()) || pair == (provider.as_str(), role.as_str())
}

/// Attributes that become condition keys, by their object identifiers (IAM user guide, "Map SAML attributes to AWS trust
/// policy context keys").
pub(super) const ATTRIBUTES: &[(&str, &str)] = &[
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.1", "eduPersonAffiliation"),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.2", "eduPersonNickname"),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.3", "eduPersonOrgDN"),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.4", "eduPersonOrgUnitDN"),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.5", "eduPersonPrimaryAffiliation"),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.6", "eduPersonPrincipalName"),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.7", "eduPersonEntitlement"),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.8", "eduPersonPrimaryOrgUnitDN"),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.9", "eduPersonScopedAffiliation"),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.10", "eduPersonTargetedID"),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.11", "eduPersonAssurance"),
    ("urn:oid:2.5.4.3", "cn"),
];

pub(super) fn set_attributes(caller: &mut Caller, assertion: &Assertion, provider: &Arn) {
    let account = provider.account().map(|account| account.to_string()).unwrap_or_default();
    let one = [
        ("aud", assertion.recipient.clone()),
        ("doc", format!("{account}/{}", provider.last_name()).into()),
        ("iss", assertion.issuer.clone()),
        ("namequalifier", name_qualifier(assertion, provider).into()),
        ("sub", assertion.subject.clone()),
        ("sub_type", assertion.subject_type.clone()),
    ];
    for (key, value) in one {
        caller.context.set_one(&format!("saml:{key}"), value);
    }
    for (identifier, name) in ATTRIBUTES {
        let values = [assertion.values(identifier), assertion.values(name)].concat();
        if !values.is_empty() {
            caller.context.set(&format!("saml:{name}"), ContextValue::Many(values));
        }
    }
}

/// What tells subjects of one provider from those of another: a hash of issuer, account and name of the provider
/// (API_AssumeRoleWithSAML).
fn name_qualifier(assertion: &Assertion, provider: &Arn) -> String {
    let account = provider.account().map(|account| account.to_string()).unwrap_or_default();
    BASE64.encode(&Sha1::digest(format!("{}{account}/{}", assertion.issuer, provider.last_name())))
}

impl TokenFailure {
    /// What AWS answers (IAM user guide, "Troubleshoot SAML federation with IAM"; API references of the two calls).
    pub(super) fn error(&self, is_assertion: bool) -> ApiError {
        let invalid = |message: String| ApiError::new("InvalidIdentityToken", 400, message);
        match (self, is_assertion) {
            (Self::Malformed, true) => invalid("Invalid base64 SAMLResponse".to_owned()),
            (Self::Malformed, false) => invalid(
                "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)"
                    .to_owned(),
            ),
            (Self::Changed, true) => invalid("Response signature invalid".to_owned()),
            (Self::Changed, false) => invalid("Couldn't verify the signature of the token".to_owned()),
            (Self::UnknownProvider { .. }, true) => {
                ApiError::new("AuthSamlManifestNotFoundException", 400, "Specified provider doesn't exist")
            }
            (Self::UnknownProvider { name }, false) => {
                invalid(format!("No OpenIDConnect provider found in your account for {name}"))
            }
            (Self::OtherIssuer, _) => invalid("Issuer not present in specified provider".to_owned()),
            (Self::Expired { .. }, true) => {
                ApiError::new("ExpiredTokenException", 400, "Token must be redeemed within 5 minutes of issuance")
            }
            (Self::Expired { ended }, false) => {
                let message = format!("Token expired: the current date and time must be before {ended}");
                ApiError::new("ExpiredTokenException", 400, message)
            }
            (Self::WrongAudience, true) => invalid("Response does not contain the required audience.".to_owned()),
            (Self::WrongAudience, false) => invalid("Incorrect token audience".to_owned()),
            (Self::OtherRole, _) => {
                ApiError::new("AccessDenied", 403, "Not authorized to perform sts:AssumeRoleWithSAML")
            }
            (Self::NoSessionName, _) => {
                invalid("RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}".to_owned())
            }
            (Self::Taken, _) => invalid("Response has been used before".to_owned()),
        }
    }
}
