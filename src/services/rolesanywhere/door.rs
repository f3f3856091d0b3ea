//! Whoever shows a certificate to Roles Anywhere, and what is looked at before a policy is.
//!
//! That certificates are refused which are revoked, of other authorities, or not proved, and that sessions are named
//! only where the profile lets them be, is told in the service's own words as clients print them. Of certificates that
//! are too old, of what is switched off, and of roles that are not in the profile, AWS documents that they are refused;
//! these sentences are ours. (IAM Roles Anywhere user guide, "Trust model", "CreateSession")

use crate::arn::Arn;
use crate::authz::Caller;
use crate::clock::Timestamp;
use crate::eval::Principal;
use crate::federation::{Certificate, CertificateProblem, RevocationList};
use crate::json::json;
use crate::services::request::{read, request};
use crate::services::sts::role_session::Asked;
use crate::services::sts::{SessionTag, session_tags};
use crate::services::{ApiError, Outsider};
use crate::world::{Anywhere, AnywhereKind, SessionFacts, World};
use serde_json::Value;

/// Whose principal assumes the roles.
const SERVICE: &str = "rolesanywhere.amazonaws.com";

request! {
    /// The request, which no model has (IAM Roles Anywhere user guide, "CreateSession"). What AWS has in headers, the
    /// certificate and what the private key says of the request, stands beside the rest.
    pub(crate) struct Input {
        trust_anchor_arn: Arn,
        profile_arn: Arn,
        pub(super) role_arn: Arn,
        duration_seconds: Option<u32>,
        role_session_name: Option<String>,
        cert: String,
        signature: String,
    }
}

/// What the private key has to say something of.
#[must_use]
pub fn signed_text(anchor: &str, profile: &str, role: &str, certificate: &str) -> String {
    [anchor, profile, role, certificate].join("\n")
}

/// Somebody whose certificate was taken.
pub(super) struct Admitted<'a> {
    anchor: &'a Anywhere,
    profile: &'a Anywhere,
    certificate: Certificate,
    name: Box<str>,
}

fn denied(message: impl Into<String>) -> ApiError {
    ApiError::new("AccessDeniedException", 403, message)
}

/// Who comes, and by which trust anchor.
pub(in crate::services) fn outsider(world: &World, input: &Value, now: Timestamp) -> Outsider {
    let anchor = input.get("trustAnchorArn").and_then(Value::as_str).and_then(|arn| arn.parse::<Arn>().ok());
    let anchor = anchor.filter(|arn| world.anywhere_called(arn).is_some());
    let mut outsider = Outsider::nobody(anchor);
    outsider.identity = json!({
        "type": "Unknown", "principalId": "", "arn": "", "accountId": outsider.account, "accessKeyId": "",
        "userName": "",
    });
    if let Some(admitted) = read::<Input>(input).ok().and_then(|input| Admitted::of(world, &input, now).ok()) {
        outsider.caller = admitted.caller();
    }
    outsider
}

impl<'a> Admitted<'a> {
    /// Looks at the certificate, and at what the account has said of it.
    pub(super) fn of(world: &'a World, input: &Input, now: Timestamp) -> Result<Self, ApiError> {
        let known = |arn: &Arn| world.anywhere_called(arn);
        let missing = || ApiError::new("ResourceNotFoundException", 404, "Resource not found");
        let anchor = known(&input.trust_anchor_arn).ok_or_else(missing)?;
        let profile =
            known(&input.profile_arn).filter(|one| one.arn.account() == anchor.arn.account()).ok_or_else(missing)?;
        let (
            AnywhereKind::TrustAnchor { certificate: authority },
            AnywhereKind::Profile { roles, accepts_session_name, .. },
        ) = (&anchor.kind, &profile.kind)
        else {
            return Err(missing());
        };
        if !anchor.is_enabled {
            return Err(denied("Trust anchor is disabled"));
        }
        let certificate = check_certificate(world, anchor, authority, input, now)?;
        if !profile.is_enabled {
            return Err(denied("Profile is disabled"));
        }
        if !roles.contains(&input.role_arn) {
            return Err(denied("Role is not in the profile"));
        }
        let name = match &input.role_session_name {
            Some(_) if !accepts_session_name => return Err(denied("Not authorized to set roleSessionName.")),
            Some(name) => name.as_str().into(),
            None => certificate.serial_number.clone(),
        };
        Ok(Self { anchor, profile, certificate, name })
    }

    /// What goes with the session: the name of the holder as its source identity, and of the names in the certificate
    /// every part as a tag.
    pub(super) fn facts(&self) -> Result<SessionFacts, ApiError> {
        let facts = session_tags(&self.tags())?;
        Ok(SessionFacts { source_identity: Some(self.certificate.common_name().into()), ..facts })
    }

    fn tags(&self) -> Vec<SessionTag> {
        let of_subject = self.certificate.subject.iter().map(|(part, value)| (format!("x509Subject/{part}"), value));
        let of_issuer = std::iter::once(("x509Issuer/CN".to_owned(), &self.certificate.issuer));
        of_subject.chain(of_issuer).map(|(key, value)| SessionTag::new(&key, value)).collect()
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    pub(super) fn anchor(&self) -> &Arn {
        &self.anchor.arn
    }

    /// What STS is asked for: no longer than the profile says, and with its session policies.
    pub(super) fn asked(&self, input: &Input) -> Asked {
        let (policy, policy_arns, most) = match &self.profile.kind {
            AnywhereKind::Profile { session_policy, managed_policies, seconds, .. } => {
                (session_policy.clone(), managed_policies.clone(), *seconds)
            }
            _ => (None, Vec::new(), 3_600),
        };
        Asked {
            name: self.name.to_string(),
            seconds: Some(input.duration_seconds.unwrap_or(most).min(most)),
            policy: policy.map(Into::into),
            policy_arns: policy_arns.into_iter().map(Into::into).collect(),
            tags: self.tags(),
        }
    }

    /// The service in the name of the trust anchor. Trust policies have the names in the certificate as tags of the
    /// principal, before there is a session.
    fn caller(&self) -> Caller {
        let mut caller = Caller::without_key(Principal::Service { name: SERVICE.into() });
        caller.context.set_one("aws:SourceArn", self.anchor.arn.as_str());
        if let Some(account) = self.anchor.arn.account() {
            caller.context.set_one("aws:SourceAccount", account.to_string());
        }
        for tag in self.tags() {
            caller.context.set_one(&format!("aws:PrincipalTag/{}", tag.key()), tag.value());
        }
        caller
    }
}

fn check_certificate(
    world: &World,
    anchor: &Anywhere,
    authority: &str,
    input: &Input,
    now: Timestamp,
) -> Result<Certificate, ApiError> {
    let certificate = Certificate::read(&input.cert).map_err(|problem| match problem {
        CertificateProblem::Malformed => ApiError::new("ValidationException", 400, "Invalid certificate"),
        CertificateProblem::Signature => denied("Untrusted signing certificate"),
    })?;
    let [anchor_arn, profile, role] = [&input.trust_anchor_arn, &input.profile_arn, &input.role_arn].map(Arn::as_str);
    if !certificate.is_proved(&signed_text(anchor_arn, profile, role, &input.cert), &input.signature) {
        return Err(denied("Invalid signature"));
    }
    let authority = Certificate::read(authority).map_err(|_| denied("Untrusted signing certificate"))?;
    if certificate.issuer != authority.issuer {
        return Err(denied("Untrusted signing certificate"));
    }
    if certificate.is_authority {
        return Err(denied("Untrusted certificate. Insufficient certificate"));
    }
    if now < certificate.not_before || now >= certificate.not_after || now >= authority.not_after {
        return Err(denied("Certificate expired"));
    }
    let lists = world.anywhere().filter(|one| one.is_enabled).filter_map(|one| match &one.kind {
        AnywhereKind::Crl { anchor: of, data } if *of == anchor.arn => RevocationList::read(data).ok(),
        _ => None,
    });
    if lists.into_iter().any(|list| list.revoked.contains(&certificate.serial_number)) {
        return Err(denied("Certificate revoked"));
    }
    Ok(certificate)
}
