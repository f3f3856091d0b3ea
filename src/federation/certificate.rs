//! Certificates of an authority outside AWS, and lists of those that it has revoked.
//!
//! They say what X.509 says: who issued them, whose they are, their serial number and time. They are not X.509: the
//! signature is HMAC with SHA-256 under a key that follows from the name of the authority, and they say so themselves.
//! The private key follows from the names of authority and holder, so that nobody needs to keep one.

use super::key;
use crate::clock::Timestamp;
use data_encoding::{BASE64_NOPAD, HEXLOWER};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is between the lines of a certificate, of a list and of a private key.
const CERTIFICATE: &str = "CERTIFICATE";
const REVOKED: &str = "X509 CRL";
const PRIVATE_KEY: &str = "PRIVATE KEY";

/// What certificates say of their signature.
const ALGORITHM: &str = "HMAC with SHA-256 - not X.509";

/// What a certificate says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Certificate {
    /// Hexadecimal digits, of which each certificate of an authority has others.
    pub serial_number: Box<str>,
    /// The name of the authority, `CN` alone.
    pub issuer: Box<str>,
    /// Whose it is, by the parts of the name: `CN`, `OU`, `O`.
    pub subject: BTreeMap<Box<str>, Box<str>>,
    /// From when on it holds.
    pub not_before: Timestamp,
    /// Until when it holds.
    pub not_after: Timestamp,
    /// Whether it is that of an authority, and not of somebody who calls.
    #[serde(rename = "CA")]
    pub is_authority: bool,
    signature_algorithm: Box<str>,
}

/// Why a text is no certificate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CertificateProblem {
    /// It has not the shape of one.
    Malformed,
    /// Its issuer has not signed this.
    Signature,
}

impl Certificate {
    /// The certificate of an authority, or of somebody whom it knows, as of `now`.
    ///
    /// ```
    /// # use iam_sandbox::{clock::Timestamp, federation::Certificate};
    /// let now = Timestamp::from_epoch_seconds(1_700_000_000);
    /// let made = Certificate::new("plant-ca", [("CN", "factory-07")], 86_400, now);
    /// assert_eq!(Certificate::read(&made.text()), Ok(made));
    /// ```
    #[must_use]
    pub fn new<'a>(
        authority: &str,
        subject: impl IntoIterator<Item = (&'a str, &'a str)>,
        seconds: u32,
        now: Timestamp,
    ) -> Self {
        let subject: BTreeMap<Box<str>, Box<str>> =
            subject.into_iter().map(|(name, value)| (name.into(), value.into())).collect();
        let said = format!("serial number {subject:?} {now}");
        Self {
            serial_number: HEXLOWER.encode(&key::sign(authority, said.as_bytes())[..16]).into(),
            issuer: authority.into(),
            is_authority: subject.get("CN").is_some_and(|name| **name == *authority),
            subject,
            not_before: now,
            not_after: now.plus_seconds(seconds.into()),
            signature_algorithm: ALGORITHM.into(),
        }
    }

    /// The name of whose it is.
    #[must_use]
    pub fn common_name(&self) -> &str {
        self.subject.get("CN").map_or("", |name| name)
    }

    /// The text, signed by the authority.
    #[must_use]
    pub fn text(&self) -> String {
        signed(CERTIFICATE, &self.issuer, &serde_json::to_string(self).unwrap_or_default())
    }

    /// Reads a certificate and checks that its issuer signed it. Whether it still holds, and who trusts the issuer, is
    /// the reader's to say.
    ///
    /// Errors: it is none, or was changed.
    pub fn read(text: &str) -> Result<Self, CertificateProblem> {
        read(CERTIFICATE, text, |said| {
            let made: Self = crate::json::read(said).ok()?;
            Some((made.issuer.clone(), made))
        })
    }

    /// What only the holder of the private key can say of a request.
    #[must_use]
    pub fn proof(private_key: &str, request: &str) -> String {
        let bytes = body(PRIVATE_KEY, private_key).unwrap_or_default();
        HEXLOWER.encode(&key::sign(&HEXLOWER.encode(&bytes), request.as_bytes()))
    }

    /// Whether the holder of the private key said that of the request.
    #[must_use]
    pub fn is_proved(&self, request: &str, proof: &str) -> bool {
        Self::proof(&private_key(&self.issuer, self.common_name()), request) == proof
    }
}

/// The private key of somebody whom an authority knows.
#[must_use]
pub fn private_key(authority: &str, common_name: &str) -> String {
    wrapped(PRIVATE_KEY, &key::sign(authority, format!("private key of {common_name}").as_bytes()))
}

/// Certificates that their authority has taken back.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RevocationList {
    /// The name of the authority.
    pub issuer: Box<str>,
    /// Serial numbers.
    pub revoked: Vec<Box<str>>,
}

impl RevocationList {
    /// The text, signed by the authority.
    #[must_use]
    pub fn text(&self) -> String {
        signed(REVOKED, &self.issuer, &serde_json::to_string(self).unwrap_or_default())
    }

    /// Reads a list and checks that its issuer signed it.
    ///
    /// Errors: it is none, or was changed.
    pub fn read(text: &str) -> Result<Self, CertificateProblem> {
        read(REVOKED, text, |said| {
            let made: Self = crate::json::read(said).ok()?;
            Some((made.issuer.clone(), made))
        })
    }
}

fn signed(what: &str, issuer: &str, said: &str) -> String {
    let signature = HEXLOWER.encode(&key::sign(issuer, said.as_bytes()));
    wrapped(what, format!("{said}\n{signature}").as_bytes())
}

/// Lines of 64 characters between two that say what it is (RFC 7468), without the padding.
fn wrapped(what: &str, bytes: &[u8]) -> String {
    let encoded = BASE64_NOPAD.encode(bytes);
    let mut text = format!("-----BEGIN {what}-----\n");
    for line in encoded.as_bytes().chunks(64) {
        text.push_str(&String::from_utf8_lossy(line));
        text.push('\n');
    }
    format!("{text}-----END {what}-----")
}

fn body(what: &str, text: &str) -> Option<Vec<u8>> {
    let (_, rest) = text.split_once(&format!("-----BEGIN {what}-----"))?;
    let (body, _) = rest.split_once(&format!("-----END {what}-----"))?;
    let packed: String = body.split_whitespace().collect();
    BASE64_NOPAD.decode(packed.as_bytes()).ok()
}

fn read<T>(what: &str, text: &str, parse: impl Fn(&str) -> Option<(Box<str>, T)>) -> Result<T, CertificateProblem> {
    let malformed = CertificateProblem::Malformed;
    let text = String::from_utf8(body(what, text).ok_or(malformed)?).map_err(|_| malformed)?;
    let (said, signature) = text.rsplit_once('\n').ok_or(malformed)?;
    let (issuer, made) = parse(said).ok_or(malformed)?;
    let own = HEXLOWER.encode(&key::sign(&issuer, said.as_bytes()));
    if signature == own { Ok(made) } else { Err(CertificateProblem::Signature) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_certificate_is_none_and_says_how_it_is_signed() {
        let now = Timestamp::from_epoch_seconds(1_700_000_000);
        let made = Certificate::new("plant-ca", [("CN", "factory-07"), ("OU", "Line 3")], 60, now);
        assert!(!made.is_authority && Certificate::new("plant-ca", [("CN", "plant-ca")], 60, now).is_authority);
        let said = String::from_utf8(body(CERTIFICATE, &made.text()).unwrap()).unwrap();
        assert!(said.contains("HMAC with SHA-256 - not X.509"), "{said}");
        let forged = wrapped(CERTIFICATE, said.replace("factory-07", "factory-08").as_bytes());
        assert_eq!(Certificate::read(&forged), Err(CertificateProblem::Signature));
        assert_eq!(Certificate::read("no certificate"), Err(CertificateProblem::Malformed));
        assert_ne!(made.serial_number, Certificate::new("plant-ca", [("CN", "factory-08")], 60, now).serial_number);
    }

    #[test]
    fn only_the_private_key_proves() {
        let made = Certificate::new("plant-ca", [("CN", "factory-07")], 60, Timestamp::from_epoch_seconds(0));
        let own = private_key("plant-ca", "factory-07");
        assert!(made.is_proved("request", &Certificate::proof(&own, "request")));
        assert!(!made.is_proved("another", &Certificate::proof(&own, "request")));
        assert!(!made.is_proved("request", &Certificate::proof(&private_key("plant-ca", "factory-08"), "request")));
        assert!(!made.is_proved("request", &Certificate::proof("", "request")));
    }
}
