//! By a token of OpenID Connect: `AssumeRoleWithWebIdentity`.

use super::way::{Place, Way, of_token, pairs};
use crate::app::components::fields::{Field, FieldKind, Typed};
use iam_sandbox::api::{TokenFailure, claims_of_token};
use iam_sandbox::federation::{Token, TokenRequest};
use iam_sandbox::json::json;
use iam_sandbox::ordered;
use serde_json::Value;

/// The way.
pub(super) const WAY: Way = Way {
    in_arn: "oidc-provider/",
    operation: "sts:AssumeRoleWithWebIdentity",
    words: |words| &words.oidc,
    issuer: |place| address(place).to_owned(),
    sign_in,
    issue,
    claims: |_, text| claims_of_token(text),
    ends: |text| Token::unverified(text).map(|token| token.expires),
    asked: |place| {
        let role = place.role_field("RoleArn", place.provider.as_str());
        vec![role, place.session_field("RoleSessionName").with("build-77")]
    },
    come: |place, asked, text, trial| {
        let input = json!({
            "RoleArn": asked.of("RoleArn"), "RoleSessionName": asked.of("RoleSessionName"), "WebIdentityToken": text,
        });
        trial.call(place.state, WAY.operation, input);
    },
    failed: |answer| {
        of_token(answer, |failure| match failure {
            TokenFailure::Malformed => 0,
            TokenFailure::Changed => 1,
            TokenFailure::UnknownProvider { .. } => 2,
            TokenFailure::Expired { .. } => 3,
            _ => 4,
        })
    },
    asks: |_, _| true,
    tells: "",
};

/// Minutes that tokens of workflows hold, as the sandbox issues them.
const SECONDS: u32 = 300;
/// The longest that one is issued for.
const MOST_SECONDS: u32 = 86_400;

fn address<'a>(place: &'a Place<'_>) -> &'a str {
    place.provider.resource().trim_start_matches(WAY.in_arn)
}

/// A subject and claims as this issuer has them: those of AWS's and GitHub's own guides.
fn example(address: &str) -> (&'static str, &'static str) {
    match address {
        "token.actions.githubusercontent.com" => {
            ("repo:octo-org/octo-repo:ref:refs/heads/main", "repository=octo-org/octo-repo\nref=refs/heads/main")
        }
        _ => ("carmen", ""),
    }
}

fn sign_in(place: &Place<'_>) -> Vec<Field> {
    let words = place.words();
    let (subject, claims) = example(address(place));
    let client = place.account.oidc_provider(place.provider).and_then(|provider| provider.client_ids.first());
    let client = client.map_or_else(|| "sts.amazonaws.com".to_owned(), ToString::to_string);
    vec![
        Field::text("subject", words.subject).with(subject),
        Field::text("audience", words.audience).with(client),
        Field::new(FieldKind::Within(1, MOST_SECONDS), "seconds", words.seconds).with(SECONDS.to_string()),
        Field::new(FieldKind::Area, "claims", words.oidc.claims).with(claims).noted(words.lines_note),
        Field::new(FieldKind::Area, "tags", words.session_tags),
    ]
}

fn issue(place: &Place<'_>, filled: &Typed) -> String {
    // What reads as a value of JSON is one, all else is text.
    let value = |text: &str| serde_json::from_str(text).unwrap_or_else(|_| Value::from(text));
    let mut claims = ordered::map(pairs(filled.of("claims")).map(|(name, text)| (name.into(), value(text))));
    let tags: serde_json::Map<String, Value> =
        pairs(filled.of("tags")).map(|(key, text)| (key.to_owned(), json!([text]))).collect();
    if !tags.is_empty() {
        claims.insert("https://aws.amazon.com/tags".into(), json!({ "principal_tags": tags }));
    }
    let request = TokenRequest {
        issuer: format!("https://{}", address(place)).into(),
        subject: filled.of("subject").into(),
        audience: filled.of("audience").into(),
        claims,
        seconds: filled.of("seconds").parse().unwrap_or(SECONDS),
    };
    request.issue(place.now)
}
