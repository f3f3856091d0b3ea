//! `rolesanywhere:ImportCrl`: certificates that an authority has taken back are refused from now on, once it is
//! enabled. Sessions that were made before live on.

use super::thing;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::federation::{Certificate, RevocationList};
use crate::services::request::request;
use crate::services::tags::Tag;
use crate::services::{ApiError, Operation, Stage};
use crate::world::AnywhereKind;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        name: String,
        crl_data: String,
        enabled: Option<bool>,
        tags: Vec<Tag>,
        trust_anchor_arn: Arn,
    }
}

/// `rolesanywhere:ImportCrl`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ImportCrl;

impl Operation for ImportCrl {
    type Input = Input;

    const NAME: &'static str = "rolesanywhere:ImportCrl";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![thing::check_new(Self::NAME, &input.tags)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let anchor = thing::find(stage, "trust-anchor", input.trust_anchor_arn.as_str())?;
        let AnywhereKind::TrustAnchor { certificate } = &anchor.kind else { return Err(thing::invalid("Invalid CRL")) };
        let issuer = Certificate::read(certificate).ok().map(|authority| authority.issuer);
        let list = RevocationList::read(&input.crl_data).ok().map(|list| list.issuer);
        if list.is_none() || list != issuer {
            return Err(thing::invalid("Invalid CRL"));
        }
        let kind = AnywhereKind::Crl { anchor: input.trust_anchor_arn, data: input.crl_data.into() };
        thing::make(stage, input.name, input.enabled, input.tags, kind)
    }
}
