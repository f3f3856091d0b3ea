//! By an assertion of SAML 2.0: `AssumeRoleWithSAML`.

use super::way::{Place, Way, of_token, pairs};
use crate::app::components::fields::{Field, FieldKind, Typed};
use iam_sandbox::api::{TokenFailure, claims_of_assertion};
use iam_sandbox::federation::{ATTRIBUTES, Assertion, AssertionRequest, Metadata, RECIPIENT, ROLE_ATTRIBUTE};
use iam_sandbox::json::json;
use std::collections::BTreeMap;

/// The way.
pub(super) const WAY: Way = Way {
    in_arn: "saml-provider/",
    operation: "sts:AssumeRoleWithSAML",
    words: |words| &words.saml,
    issuer,
    sign_in,
    issue,
    claims: |place, text| claims_of_assertion(text, place.provider),
    ends: |text| Assertion::unverified(text).map(|assertion| assertion.expires),
    asked: |place| vec![place.role_field("RoleArn", place.provider.as_str())],
    come: |place, asked, text, trial| {
        let (role, provider) = (asked.of("RoleArn"), place.provider);
        trial.call(
            place.state,
            WAY.operation,
            json!({ "RoleArn": role, "PrincipalArn": provider, "SAMLAssertion": text }),
        );
    },
    failed: |answer| {
        of_token(answer, |failure| match failure {
            TokenFailure::Malformed => 0,
            TokenFailure::Changed => 1,
            TokenFailure::UnknownProvider { .. } => 2,
            TokenFailure::OtherIssuer => 3,
            TokenFailure::Expired { .. } => 4,
            TokenFailure::WrongAudience => 5,
            TokenFailure::OtherRole => 6,
            TokenFailure::NoSessionName => 7,
            TokenFailure::Taken => 8,
        })
    },
    asks: |_, _| true,
    tells: "",
};

/// The entity id of the provider's metadata.
fn issuer(place: &Place<'_>) -> String {
    let known = place.account.saml_provider(place.provider).and_then(|provider| Metadata::read(&provider.metadata));
    known.map(|metadata| metadata.entity_id.to_string()).unwrap_or_default()
}

fn sign_in(place: &Place<'_>) -> Vec<Field> {
    let words = place.words();
    let first = place
        .roles(place.provider.as_str())
        .first()
        .map(|role| format!("{},{}", role.arn, place.provider))
        .unwrap_or_default();
    vec![
        Field::text("subject", words.subject).with("carmen"),
        Field::text("session", words.session_name).with("carmen@example.com"),
        Field::new(FieldKind::Area, "roles", words.saml.roles).with(first),
        Field::text("audience", words.audience).with(RECIPIENT),
        Field::new(FieldKind::Area, "tags", words.session_tags),
        Field::new(FieldKind::Area, "claims", words.saml.claims)
            .with("eduPersonAffiliation=staff")
            .noted(words.lines_note),
    ]
}

fn issue(place: &Place<'_>, filled: &Typed) -> String {
    let mut attributes: BTreeMap<Box<str>, Vec<Box<str>>> = BTreeMap::new();
    let mut add = |name: String, value: &str| attributes.entry(name.into()).or_default().push(value.into());
    for role in filled.of("roles").lines().map(str::trim).filter(|line| !line.is_empty()) {
        add(ROLE_ATTRIBUTE.to_owned(), role);
    }
    if let Some(name) = filled.some("session") {
        add(format!("{ATTRIBUTES}RoleSessionName"), name);
    }
    for (key, value) in pairs(filled.of("tags")) {
        add(format!("{ATTRIBUTES}PrincipalTag:{key}"), value);
    }
    for (name, value) in pairs(filled.of("claims")) {
        add(name.to_owned(), value);
    }
    let request = AssertionRequest {
        issuer: issuer(place).into(),
        subject: filled.of("subject").into(),
        audience: filled.some("audience").map(Into::into),
        attributes,
    };
    request.issue(place.now)
}
