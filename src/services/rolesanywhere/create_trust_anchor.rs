//! `rolesanywhere:CreateTrustAnchor`: from now on certificates of an authority are trusted, once it is enabled.

use super::thing;
use crate::authz::AccessCheck;
use crate::federation::Certificate;
use crate::services::request::request;
use crate::services::tags::Tag;
use crate::services::{ApiError, Operation, Stage};
use crate::world::AnywhereKind;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        name: String,
        source: Source,
        enabled: Option<bool>,
        tags: Vec<Tag>,
    }
}

request! {
    /// Where the certificate of the authority comes from.
    pub(crate) struct Source {
        source_type: String,
        source_data: SourceData,
    }
}

request! {
    /// The certificate; authorities of AWS Private CA are not known here.
    pub(crate) struct SourceData {
        certificate = "x509_certificate_data": String,
    }
}

/// `rolesanywhere:CreateTrustAnchor`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateTrustAnchor;

impl Operation for CreateTrustAnchor {
    type Input = Input;

    const NAME: &'static str = "rolesanywhere:CreateTrustAnchor";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![thing::check_new(Self::NAME, &input.tags)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let Source { source_type, source_data } = input.source;
        if source_type != "CERTIFICATE_BUNDLE" {
            return Err(thing::invalid("Source type is not supported"));
        }
        // The sentence is the one that the service has for certificates of others than authorities.
        let certificate = Certificate::read(&source_data.certificate).ok().filter(|read| read.is_authority);
        certificate.ok_or_else(|| thing::invalid("Incorrect basic constraints for CA certificate"))?;
        let kind = AnywhereKind::TrustAnchor { certificate: source_data.certificate.into() };
        thing::make(stage, input.name, input.enabled, input.tags, kind)
    }
}
