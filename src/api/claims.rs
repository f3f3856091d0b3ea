//! What a token or an assertion says, and the condition key that each part of it becomes (table B-47).
//!
//! It is read here without looking who signed it, so that one can see what was changed in it. Whether AWS takes it is
//! said by the call (`federated`), from whose tables the keys come.

use super::federated;
use crate::arn::Arn;
use crate::authz::Caller;
use crate::eval::{Principal, RequestContext};
use crate::federation::{ATTRIBUTES, Assertion, Token};
use serde_json::Value;

/// One thing that is said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Claim {
    /// The name of the claim, of the attribute, or of the part of the assertion.
    pub name: Box<str>,
    /// What is said.
    pub values: Vec<Box<str>>,
    /// The condition keys of the request that hold it; none where it becomes no key.
    pub keys: Vec<Box<str>>,
}

impl Claim {
    fn new(name: &str, values: Vec<Box<str>>, keys: Vec<Box<str>>) -> Self {
        Self { name: name.into(), values, keys }
    }
}

/// What an OIDC token says: issuer, subject and audience first, its times last; none if it is no token.
#[must_use]
pub fn claims_of_token(text: &str) -> Option<Vec<Claim>> {
    let token = Token::unverified(text)?;
    let address = token.issuer.strip_prefix("https://").unwrap_or(&token.issuer);
    let mut caller = Caller::without_key(Principal::Anonymous);
    crate::services::set_claims(&mut caller, address, &token);
    let is_authorised = token.claims.contains_key("azp");
    let mut claims: Vec<(u8, Claim)> = Vec::new();
    for (name, value) in &token.claims {
        let (place, keys) = match name.as_str() {
            "iss" => (0, Vec::new()),
            "sub" => (1, known(&caller.context, address, "sub")),
            "aud" if is_authorised => (2, known(&caller.context, address, "oaud")),
            "aud" | "azp" => (2, known(&caller.context, address, "aud")),
            "iat" | "exp" => (4, Vec::new()),
            "https://aws.amazon.com/tags" => (3, keys_of_tags(value)),
            "https://aws.amazon.com/source_identity" => (3, vec!["sts:SourceIdentity".into()]),
            other => (3, known(&caller.context, address, other)),
        };
        claims.push((place, Claim::new(name, texts(value), keys)));
    }
    // Equals stay as they stand: within a place the order is that of the token.
    crate::ordered::sort_by_key(&mut claims, |(place, _)| *place);
    Some(claims.into_iter().map(|(_, claim)| claim).collect())
}

/// What an assertion says that is handed in through a provider: who and for whom first, then its attributes; none if it
/// is no assertion.
#[must_use]
pub fn claims_of_assertion(text: &str, provider: &Arn) -> Option<Vec<Claim>> {
    let assertion = Assertion::unverified(text)?;
    let mut caller = Caller::without_key(Principal::Anonymous);
    federated::set_attributes(&mut caller, &assertion, provider);
    let saml = |name: &str| known(&caller.context, "saml", name);
    let part = |name: &str, value: &str, key: &str| Claim::new(name, vec![value.into()], saml(key));
    let mut claims = vec![
        part("Issuer", &assertion.issuer, "iss"),
        part("NameID", &assertion.subject, "sub"),
        part("NameID Format", &assertion.subject_type, "sub_type"),
        part("Recipient", &assertion.recipient, "aud"),
        Claim::new("Audience", vec![assertion.audience.clone()], Vec::new()),
    ];
    claims.extend(assertion.attributes.iter().map(|(name, values)| {
        let keys = match name.strip_prefix(ATTRIBUTES) {
            Some("RoleSessionName") => vec!["sts:RoleSessionName".into()],
            Some("SourceIdentity") => vec!["sts:SourceIdentity".into()],
            Some("TransitiveTagKeys") => vec!["sts:TransitiveTagKeys".into()],
            Some(rest) => {
                let tag = rest.strip_prefix("PrincipalTag:");
                tag.map(|tag| vec![format!("aws:RequestTag/{tag}").into(), "aws:TagKeys".into()]).unwrap_or_default()
            }
            None => {
                let listed = federated::ATTRIBUTES.iter().find(|(identifier, _)| **identifier == **name);
                saml(listed.map_or(name, |(_, short)| *short))
            }
        };
        Claim::new(name, values.clone(), keys)
    }));
    Some(claims)
}

/// The key of that name, if the request has it.
fn known(context: &RequestContext, prefix: &str, name: &str) -> Vec<Box<str>> {
    let key = format!("{prefix}:{name}");
    context.get(&key.to_ascii_lowercase()).map(|_| key.into()).into_iter().collect()
}

fn keys_of_tags(claim: &Value) -> Vec<Box<str>> {
    let tags = claim.get("principal_tags").and_then(Value::as_object);
    let mut keys: Vec<Box<str>> =
        tags.into_iter().flatten().map(|(tag, _)| format!("aws:RequestTag/{tag}").into()).collect();
    if !keys.is_empty() {
        keys.push("aws:TagKeys".into());
    }
    if claim.get("transitive_tag_keys").and_then(Value::as_array).is_some_and(|handed_on| !handed_on.is_empty()) {
        keys.push("sts:TransitiveTagKeys".into());
    }
    keys
}

fn texts(value: &Value) -> Vec<Box<str>> {
    match value {
        Value::String(text) => vec![text.as_str().into()],
        Value::Array(several) => several.iter().flat_map(texts).collect(),
        other => vec![other.to_string().into()],
    }
}
