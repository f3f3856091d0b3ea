//! Assertions of SAML 2.0 in the response that a browser or a program hands to AWS (IAM user guide, "Configure SAML
//! assertions for the authentication response").

use super::key;
use crate::clock::Timestamp;
use data_encoding::{BASE64, HEXLOWER};
use roxmltree::{Document, Node};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Where an assertion for AWS is to be handed in.
pub const RECIPIENT: &str = "https://signin.aws.amazon.com/saml";

/// What the names of attributes for AWS begin with.
pub const ATTRIBUTES: &str = "https://aws.amazon.com/SAML/Attributes/";

/// The attribute that names roles, each with the provider through which it is assumed.
pub const ROLE_ATTRIBUTE: &str = "https://aws.amazon.com/SAML/Attributes/Role";

/// How long an assertion can be handed in: five minutes.
const SECONDS: i64 = 300;

/// What an assertion is to say.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AssertionRequest {
    /// The entity id of the issuer.
    pub issuer: Box<str>,
    /// About whom it is: the name id.
    pub subject: Box<str>,
    /// Who may read it; AWS unless said otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<Box<str>>,
    /// What it says, by the names of the attributes.
    #[serde(default)]
    pub attributes: BTreeMap<Box<str>, Vec<Box<str>>>,
}

/// What an assertion says, once its signature was checked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Assertion {
    /// Unlike that of any other.
    pub id: Box<str>,
    /// The entity id of the issuer.
    pub issuer: Box<str>,
    /// About whom it is.
    pub subject: Box<str>,
    /// What kind of name that is: `persistent`, `transient`, or a URI.
    pub subject_type: Box<str>,
    /// Where it is to be handed in.
    pub recipient: Box<str>,
    /// Who may read it.
    pub audience: Box<str>,
    /// When it was issued.
    pub issued: Timestamp,
    /// Until when it can be handed in.
    pub expires: Timestamp,
    /// What it says, by the names of the attributes.
    pub attributes: BTreeMap<Box<str>, Vec<Box<str>>>,
}

/// Why a text is no assertion.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AssertionProblem {
    /// It is not in base 64, is no XML, or lacks what every assertion has.
    Malformed,
    /// The issuer has not signed this.
    Signature,
}

/// Text as it stands in XML.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

/// What stands between the tags of the signature's value.
const SIGNATURE: (&str, &str) = ("<ds:SignatureValue>", "</ds:SignatureValue>");

impl AssertionRequest {
    /// The response with the assertion, in base 64, as of `now`.
    #[must_use]
    pub fn issue(&self, now: Timestamp) -> String {
        let unsigned = self.xml(now);
        let signature = BASE64.encode(&key::sign(&self.issuer, unsigned.as_bytes()));
        let signed = unsigned.replacen(SIGNATURE.0, &format!("{}{signature}", SIGNATURE.0), 1);
        BASE64.encode(signed.as_bytes())
    }

    fn xml(&self, now: Timestamp) -> String {
        let expires = now.plus_seconds(SECONDS);
        let (issuer, subject) = (escaped(&self.issuer), escaped(&self.subject));
        let audience = escaped(self.audience.as_deref().unwrap_or(RECIPIENT));
        let mut attributes = String::new();
        for (name, values) in &self.attributes {
            attributes.push_str("\n      <saml:Attribute Name=\"");
            attributes.push_str(&escaped(name));
            attributes.push_str("\">");
            for value in values {
                attributes.push_str("<saml:AttributeValue>");
                attributes.push_str(&escaped(value));
                attributes.push_str("</saml:AttributeValue>");
            }
            attributes.push_str("</saml:Attribute>");
        }
        let (open, close) = SIGNATURE;
        let said = format!("{issuer} {subject} {now} {attributes}");
        let id = format!("_{}", &HEXLOWER.encode(&Sha256::digest(said))[..32]);
        format!(
            r#"<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" Version="2.0" Destination="{RECIPIENT}">
  <saml:Assertion ID="{id}" Version="2.0" IssueInstant="{now}">
    <saml:Issuer>{issuer}</saml:Issuer>
    <ds:Signature>{open}{close}</ds:Signature>
    <saml:Subject>
      <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">{subject}</saml:NameID>
      <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
        <saml:SubjectConfirmationData Recipient="{RECIPIENT}" NotOnOrAfter="{expires}"/>
      </saml:SubjectConfirmation>
    </saml:Subject>
    <saml:Conditions NotBefore="{now}" NotOnOrAfter="{expires}">
      <saml:AudienceRestriction><saml:Audience>{audience}</saml:Audience></saml:AudienceRestriction>
    </saml:Conditions>
    <saml:AttributeStatement>{attributes}
    </saml:AttributeStatement>
  </saml:Assertion>
</samlp:Response>
"#
        )
    }
}

impl Assertion {
    /// Reads a response in base 64 and checks that its issuer signed it. Whether it still holds, and who trusts the
    /// issuer, is the reader's to say.
    ///
    /// Errors: it is none, or was changed.
    pub fn read(text: &str) -> Result<Self, AssertionProblem> {
        let xml = Self::xml(text).ok_or(AssertionProblem::Malformed)?;
        let document = Document::parse(&xml).map_err(|_| AssertionProblem::Malformed)?;
        let assertion = Self::of_document(&document).ok_or(AssertionProblem::Malformed)?;
        let (before, rest) = xml.split_once(SIGNATURE.0).ok_or(AssertionProblem::Signature)?;
        let (signature, after) = rest.split_once(SIGNATURE.1).ok_or(AssertionProblem::Signature)?;
        let unsigned = format!("{before}{}{}{after}", SIGNATURE.0, SIGNATURE.1);
        let own = BASE64.encode(&key::sign(&assertion.issuer, unsigned.as_bytes()));
        if signature == own { Ok(assertion) } else { Err(AssertionProblem::Signature) }
    }

    /// What an assertion says, whoever signed it; none if it has not the shape of one. For those who look at it: nobody
    /// may act on it.
    #[must_use]
    pub fn unverified(text: &str) -> Option<Self> {
        let xml = Self::xml(text)?;
        Self::of_document(&Document::parse(&xml).ok()?)
    }

    /// The response as XML; none if it is not in base 64, or no text.
    #[must_use]
    pub fn xml(text: &str) -> Option<String> {
        let packed: String = text.split_whitespace().collect();
        String::from_utf8(BASE64.decode(packed.as_bytes()).ok()?).ok()
    }

    /// The values of an attribute.
    #[must_use]
    pub fn values(&self, attribute: &str) -> &[Box<str>] {
        self.attributes.get(attribute).map_or(&[], Vec::as_slice)
    }

    /// The name that it gives to the session, if a session can have it.
    #[must_use]
    pub fn session_name(&self) -> Option<&str> {
        let name = &**self.values(&format!("{ATTRIBUTES}RoleSessionName")).first()?;
        let is_legal = |byte: u8| byte.is_ascii_alphanumeric() || b"_+=,.@-".contains(&byte);
        ((2..=64).contains(&name.len()) && name.bytes().all(is_legal)).then_some(name)
    }

    fn of_document(document: &Document<'_>) -> Option<Self> {
        let find = |name: &str| document.descendants().find(|node| node.tag_name().name() == name);
        let text = |name: &str| find(name)?.text().map(Box::from);
        let moment = |node: Node<'_, '_>, name: &str| Timestamp::parse(node.attribute(name)?);
        let (assertion, name_id, confirmed) = (find("Assertion")?, find("NameID")?, find("SubjectConfirmationData")?);
        let format = name_id.attribute("Format").unwrap_or_default();
        let short = format.strip_prefix("urn:oasis:names:tc:SAML:2.0:nameid-format:");
        let short = short.filter(|short| ["persistent", "transient"].contains(short));
        let mut attributes: BTreeMap<Box<str>, Vec<Box<str>>> = BTreeMap::new();
        for attribute in document.descendants().filter(|node| node.tag_name().name() == "Attribute") {
            let values = attribute.children().filter(|node| node.tag_name().name() == "AttributeValue");
            let values = values.map(|node| node.text().unwrap_or_default().trim().into());
            attributes.entry(attribute.attribute("Name")?.into()).or_default().extend(values);
        }
        Some(Self {
            id: assertion.attribute("ID")?.into(),
            issuer: text("Issuer")?,
            subject: name_id.text()?.into(),
            subject_type: short.unwrap_or(format).into(),
            recipient: confirmed.attribute("Recipient")?.into(),
            audience: text("Audience")?,
            issued: moment(assertion, "IssueInstant")?,
            expires: moment(confirmed, "NotOnOrAfter")?,
            attributes,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request() -> AssertionRequest {
        let role = "arn:aws:iam::111122223333:role/staff,arn:aws:iam::111122223333:saml-provider/corp";
        AssertionRequest {
            issuer: "https://idp.example.com".into(),
            subject: "O'Hara & <sons>".into(),
            audience: None,
            attributes: BTreeMap::from([(ROLE_ATTRIBUTE.into(), vec![role.into(), "second".into()])]),
        }
    }

    #[test]
    fn what_was_said_is_read_again() {
        let now = Timestamp::from_epoch_seconds(1_700_000_000);
        let read = Assertion::read(&request().issue(now)).unwrap();
        assert_eq!(&*read.subject, "O'Hara & <sons>");
        assert_eq!((&*read.subject_type, &*read.recipient), ("persistent", RECIPIENT));
        assert_eq!((read.issued, read.expires), (now, now.plus_seconds(300)));
        assert_eq!(read.values(ROLE_ATTRIBUTE), request().attributes[ROLE_ATTRIBUTE]);
    }

    #[test]
    fn a_changed_assertion_is_none() {
        let text = request().issue(Timestamp::from_epoch_seconds(1_700_000_000));
        let xml = String::from_utf8(BASE64.decode(text.as_bytes()).unwrap()).unwrap();
        let forged = |from: &str, to: &str| Assertion::read(&BASE64.encode(xml.replace(from, to).as_bytes()));
        assert_eq!(forged("role/staff", "role/admin"), Err(AssertionProblem::Signature));
        assert_eq!(forged("https://idp.example.com<", "https://evil.example.com<"), Err(AssertionProblem::Signature));
        assert_eq!(forged("<ds:Signature>", "<ds:None>"), Err(AssertionProblem::Malformed));
        assert_eq!(Assertion::read("%%%"), Err(AssertionProblem::Malformed));
    }
}
