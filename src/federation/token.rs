//! Tokens of OpenID Connect: who somebody is, for whom it is said, and how long it holds (RFC 7519).

use super::key;
use crate::clock::Timestamp;
use crate::json::json;
use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// What a token is to say.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TokenRequest {
    /// The address of the issuer, `https://token.actions.githubusercontent.com`.
    pub issuer: Box<str>,
    /// About whom it is: `sub`.
    pub subject: Box<str>,
    /// For whom it is: `aud`.
    pub audience: Box<str>,
    /// What else it says.
    #[serde(default)]
    pub claims: BTreeMap<Box<str>, Value>,
    /// How long it holds.
    pub seconds: u32,
}

/// What a token says, once its signature was checked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Token {
    /// The address of the issuer, with `https://`.
    pub issuer: Box<str>,
    /// About whom it is.
    pub subject: Box<str>,
    /// For whom it is.
    pub audience: Vec<Box<str>>,
    /// When it was issued.
    pub issued: Timestamp,
    /// When it ends.
    pub expires: Timestamp,
    /// Everything it says.
    pub claims: Map<String, Value>,
}

/// Why a text is no token.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TokenProblem {
    /// It has not the shape of a token, or lacks what every token has.
    Malformed,
    /// The issuer has not signed this.
    Signature,
}

impl TokenRequest {
    /// The token, as of `now`.
    ///
    /// ```
    /// # use iam_sandbox::{clock::Timestamp, federation::{Token, TokenRequest}};
    /// let now = Timestamp::from_epoch_seconds(1_700_000_000);
    /// let request = TokenRequest {
    ///     issuer: "https://idp.example.com".into(),
    ///     subject: "alice".into(),
    ///     audience: "sts.amazonaws.com".into(),
    ///     claims: Default::default(),
    ///     seconds: 300,
    /// };
    /// let token = Token::read(&request.issue(now)).unwrap();
    /// assert_eq!((&*token.subject, token.expires), ("alice", now.plus_seconds(300)));
    /// ```
    #[must_use]
    pub fn issue(&self, now: Timestamp) -> String {
        let mut claims: Map<String, Value> =
            self.claims.iter().map(|(name, value)| (name.to_string(), value.clone())).collect();
        claims.insert("iss".to_owned(), json!(self.issuer));
        claims.insert("sub".to_owned(), json!(self.subject));
        claims.insert("aud".to_owned(), json!(self.audience));
        claims.insert("iat".to_owned(), json!(now.epoch_seconds()));
        claims.insert("exp".to_owned(), json!(now.plus_seconds(self.seconds.into()).epoch_seconds()));
        let header = json!({ "alg": "HS256", "typ": "JWT" }).to_string();
        let encode = |text: &str| BASE64URL_NOPAD.encode(text.as_bytes());
        let signed = format!("{}.{}", encode(&header), encode(&Value::Object(claims).to_string()));
        let signature = BASE64URL_NOPAD.encode(&key::sign(&self.issuer, signed.as_bytes()));
        format!("{signed}.{signature}")
    }
}

impl Token {
    /// Reads a token and checks that its issuer signed it. Whether it still holds, and for whom, is the reader's to say.
    ///
    /// Errors: it is none, or was changed.
    pub fn read(text: &str) -> Result<Self, TokenProblem> {
        let (signed, signature) = text.rsplit_once('.').ok_or(TokenProblem::Malformed)?;
        let token = Self::unverified(text).ok_or(TokenProblem::Malformed)?;
        let signature = BASE64URL_NOPAD.decode(signature.as_bytes()).map_err(|_| TokenProblem::Malformed)?;
        if signature != key::sign(&token.issuer, signed.as_bytes()) {
            return Err(TokenProblem::Signature);
        }
        Ok(token)
    }

    /// What a token says, whoever signed it; none if it has not the shape of one. For those who look at it: nobody may
    /// act on it.
    #[must_use]
    pub fn unverified(text: &str) -> Option<Self> {
        let (_, payload) = text.rsplit_once('.')?.0.split_once('.')?;
        claims(payload).and_then(Self::of_claims)
    }

    fn of_claims(claims: Map<String, Value>) -> Option<Self> {
        let text = |name: &str| claims.get(name)?.as_str().map(Box::from);
        let moment = |name: &str| claims.get(name)?.as_i64().map(Timestamp::from_epoch_seconds);
        let audience = match claims.get("aud")? {
            Value::String(one) => vec![one.as_str().into()],
            Value::Array(several) => several.iter().filter_map(Value::as_str).map(Into::into).collect(),
            _ => return None,
        };
        Some(Self {
            issuer: text("iss")?,
            subject: text("sub")?,
            audience,
            issued: moment("iat")?,
            expires: moment("exp")?,
            claims,
        })
    }
}

fn claims(payload: &str) -> Option<Map<String, Value>> {
    let bytes = BASE64URL_NOPAD.decode(payload.as_bytes()).ok()?;
    serde_json::from_slice(&bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn issued() -> String {
        let request = TokenRequest {
            issuer: "https://idp.example.com".into(),
            subject: "alice".into(),
            audience: "sts.amazonaws.com".into(),
            claims: BTreeMap::from([("amr".into(), json!(["authenticated"]))]),
            seconds: 60,
        };
        request.issue(Timestamp::from_epoch_seconds(1_700_000_000))
    }

    /// Somebody else's words under the first one's signature.
    #[test]
    fn a_changed_token_is_none() {
        let text = issued();
        let parts: Vec<&str> = text.split('.').collect();
        let payload = String::from_utf8(BASE64URL_NOPAD.decode(parts[1].as_bytes()).unwrap()).unwrap();
        let forged = BASE64URL_NOPAD.encode(payload.replace("alice", "mallory").as_bytes());
        assert_eq!(Token::read(&format!("{}.{forged}.{}", parts[0], parts[2])), Err(TokenProblem::Signature));
        let elsewhere = BASE64URL_NOPAD.encode(payload.replace("idp.", "evil.").as_bytes());
        assert_eq!(Token::read(&format!("{}.{elsewhere}.{}", parts[0], parts[2])), Err(TokenProblem::Signature));
        assert!(Token::read(&text).is_ok());
    }

    #[test]
    fn what_is_no_token_is_refused() {
        for text in ["", "a", "a.b", "a.b.c", "..", "e30.e30.e30"] {
            assert_eq!(Token::read(text), Err(TokenProblem::Malformed), "{text}");
        }
    }
}
