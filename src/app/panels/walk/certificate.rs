//! By a certificate of an authority outside AWS: `CreateSession` of IAM Roles Anywhere.

use super::way::{Place, Way, by_words, claim, pairs};
use crate::app::components::fields::{Field, FieldKind, Typed};
use crate::app::store::Trial;
use iam_sandbox::api::Claim;
use iam_sandbox::federation::{Certificate, private_key};
use iam_sandbox::json::json;
use iam_sandbox::services::signed_text;
use iam_sandbox::world::AnywhereKind;

/// The way.
pub(super) const WAY: Way = Way {
    in_arn: "trust-anchor/",
    operation: "rolesanywhere:CreateSession",
    words: |words| &words.anywhere,
    issuer: authority,
    sign_in,
    issue,
    claims: |_, text| Certificate::read(text).ok().map(claims),
    ends: |text| Certificate::read(text).ok().map(|certificate| certificate.not_after),
    asked,
    come,
    failed: |answer| by_words(answer, &FAILURES),
    asks: |_, _| true,
    // What is said of the session depends on more than the certificate.
    tells: "sts:",
};

/// Which words of the service go with which check.
const FAILURES: [(&str, usize); 12] = [
    ("Trust anchor is disabled", 1),
    ("Invalid certificate", 2),
    ("Invalid signature", 3),
    ("Untrusted signing certificate", 4),
    ("Insufficient certificate", 5),
    ("Certificate expired", 6),
    ("Certificate revoked", 7),
    ("Profile is disabled", 8),
    ("Role is not in the profile", 9),
    ("Not authorized to set roleSessionName", 10),
    ("Unable to assume role", 11),
    ("Resource not found", 0),
];

/// 30 days, for which the terminal's authority issues them, too; and the longest.
const SECONDS: u32 = 2_592_000;
const MOST_SECONDS: u32 = 315_360_000;

/// The name of the trust anchor's authority.
fn authority(place: &Place<'_>) -> String {
    let anchor = place.state.sandbox.world().anywhere_called(place.provider);
    let certificate = anchor.and_then(|anchor| match &anchor.kind {
        AnywhereKind::TrustAnchor { certificate } => Certificate::read(certificate).ok(),
        _ => None,
    });
    certificate.map(|certificate| certificate.issuer.to_string()).unwrap_or_default()
}

fn sign_in(place: &Place<'_>) -> Vec<Field> {
    let words = place.words();
    vec![
        Field::text("authority", words.authority).with(authority(place)),
        Field::text("holder", words.holder).with("factory-07"),
        Field::new(FieldKind::Area, "parts", words.anywhere.claims).with("OU=line-3").noted(words.lines_note),
        Field::new(FieldKind::Within(1, MOST_SECONDS), "seconds", words.seconds).with(SECONDS.to_string()),
    ]
}

fn issue(place: &Place<'_>, filled: &Typed) -> String {
    let seconds = filled.of("seconds").parse().unwrap_or(SECONDS);
    let subject = std::iter::once(("CN", filled.of("holder"))).chain(pairs(filled.of("parts")));
    Certificate::new(filled.of("authority"), subject, seconds, place.state.sandbox.now()).text()
}

fn claims(certificate: Certificate) -> Vec<Claim> {
    let tag = |of: &str, part: &str| format!("aws:PrincipalTag/x509{of}/{part}");
    let subject = certificate.subject.iter().map(|(part, value)| {
        let tag = tag("Subject", part);
        let also: &[&str] = if &**part == "CN" { &[&tag, "sts:SourceIdentity"] } else { &[&tag] };
        claim(&format!("Subject {part}"), value.clone(), also)
    });
    let mut all = vec![claim("Issuer CN", certificate.issuer.clone(), &[&tag("Issuer", "CN")])];
    all.extend(subject);
    all.push(claim("Serial Number", certificate.serial_number, &[]));
    all
}

fn asked(place: &Place<'_>) -> Vec<Field> {
    let words = place.words();
    let known = place.state.sandbox.world().anywhere();
    let own = known.filter(|one| one.arn.account() == Some(place.account.id) && one.kind.in_arn() == "profile");
    let profiles = own.map(|profile| (profile.arn.to_string(), profile.name.to_string()));
    vec![
        place.role_field("roleArn", "rolesanywhere.amazonaws.com"),
        Field::new(FieldKind::names(profiles), "profileArn", words.profile),
        place.session_field("roleSessionName").noted(words.serial_note),
        Field::text("key", words.private_key).noted(words.private_key_note),
    ]
}

fn come(place: &Place<'_>, asked: &Typed, text: &str, trial: &mut Trial) {
    let [anchor, profile, role] = [place.provider.as_str(), asked.of("profileArn"), asked.of("roleArn")];
    let certificate = Certificate::read(text).ok();
    let [issuer, own] = certificate.as_ref().map_or(["", ""], |read| [&*read.issuer, read.common_name()]);
    let key = private_key(issuer, asked.some("key").unwrap_or(own));
    let mut input = json!({
        "trustAnchorArn": anchor, "profileArn": profile, "roleArn": role, "cert": text,
        "signature": Certificate::proof(&key, &signed_text(anchor, profile, role, text)),
    });
    if let Some(name) = asked.some("roleSessionName") {
        input["roleSessionName"] = name.into();
    }
    trial.call(place.state, WAY.operation, input);
}
