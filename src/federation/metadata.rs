//! The document by which a SAML provider is made known to AWS: who it is and by which key its signatures are checked
//! (SAML 2.0 metadata).

use super::key;
use roxmltree::Document;

/// What is read of a metadata document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Metadata {
    /// The entity id: what assertions name as their issuer.
    pub entity_id: Box<str>,
    /// The certificates of the keys that may sign.
    pub certificates: Vec<Box<str>>,
}

/// The metadata document of an issuer.
#[must_use]
pub fn metadata_of(entity_id: &str) -> String {
    let certificate = key::certificate(entity_id);
    let entity_id = super::assertion::escaped(entity_id);
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="{entity_id}">
  <md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <md:KeyDescriptor use="signing">
      <ds:KeyInfo>
        <ds:X509Data>
          <ds:X509Certificate>{certificate}</ds:X509Certificate>
        </ds:X509Data>
      </ds:KeyInfo>
    </md:KeyDescriptor>
    <md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</md:NameIDFormat>
    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.example.com/sso"/>
  </md:IDPSSODescriptor>
</md:EntityDescriptor>
"#
    )
}

impl Metadata {
    /// Reads a metadata document; none if it is no XML, or tells of no issuer or of no key.
    #[must_use]
    pub fn read(xml: &str) -> Option<Self> {
        let document = Document::parse(xml).ok()?;
        let root = document.root_element();
        let entity_id = root.attribute("entityID").filter(|_| root.tag_name().name() == "EntityDescriptor")?;
        let keys = root.descendants().filter(|node| node.tag_name().name() == "X509Certificate");
        let text = |node: roxmltree::Node<'_, '_>| {
            let text = node.text().unwrap_or_default();
            text.chars().filter(|character| !character.is_whitespace()).collect::<String>().into()
        };
        let certificates: Vec<Box<str>> = keys.map(text).collect();
        (!certificates.is_empty()).then(|| Self { entity_id: entity_id.into(), certificates })
    }

    /// Whether the issuer's own key is among those that may sign.
    #[must_use]
    pub fn has_key_of_issuer(&self) -> bool {
        let own = key::certificate(&self.entity_id);
        self.certificates.iter().any(|known| **known == *own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_says_who_the_issuer_is_and_which_key_it_has() {
        let read = Metadata::read(&metadata_of("https://idp.example.com/saml?a&b")).unwrap();
        assert_eq!(&*read.entity_id, "https://idp.example.com/saml?a&b");
        assert!(read.has_key_of_issuer());
        let other = metadata_of("https://idp.example.com").replace("idp.example", "evil.example");
        assert!(!Metadata::read(&other).unwrap().has_key_of_issuer());
        assert_eq!(Metadata::read("<EntityDescriptor entityID='x'/>"), None);
        assert_eq!(Metadata::read("no XML"), None);
    }
}
