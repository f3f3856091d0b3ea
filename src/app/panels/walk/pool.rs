//! By an identity pool of Amazon Cognito: an identity, and for it either `GetCredentialsForIdentity`, by which Cognito
//! assumes a role of the pool, or `GetOpenIdToken`, whose token is shown to STS.

use super::way::{Choice, Place, Way, by_words};
use crate::app::components::fields::{Field, FieldKind, Typed};
use crate::app::store::Trial;
use iam_sandbox::api::{Claim, claims_of_token};
use iam_sandbox::federation::{Token, TokenRequest};
use iam_sandbox::json::json;
use iam_sandbox::world::IdentityPool;
use serde_json::Value;
use std::collections::BTreeMap;

/// The way.
pub(super) const WAY: Way = Way {
    in_arn: "identitypool/",
    operation: "cognito-identity:GetCredentialsForIdentity",
    words: |words| &words.pool,
    issuer: |place| pool(place).map(|pool| pool.name.to_string()).unwrap_or_default(),
    sign_in,
    issue,
    claims,
    ends: |text| Token::unverified(&logins(text)?.pop_first()?.1).map(|token| token.expires),
    asked,
    come: |place, asked, text, trial| {
        come(place, asked, text, trial);
    },
    failed: |answer| by_words(answer, &FAILURES),
    asks,
    tells: "cognito-identity.amazonaws.com:",
};

/// Which words of Cognito go with which check.
const FAILURES: [(&str, usize); 12] = [
    ("IdentityPool '", 0),
    ("not from a supported provider", 1),
    ("Not a valid OpenId Connect", 2),
    ("verify signed token", 3),
    ("Issuer doesn't match", 4),
    ("Token expired", 5),
    ("Incorrect token audience", 6),
    ("Unauthenticated access", 7),
    ("Access to Identity", 8),
    ("Logins", 8),
    ("Basic (classic) flow", 9),
    ("Invalid identity pool configuration", 10),
];

/// A provider that a pool knows only if somebody named it.
const OTHER: &str = "idp.example.com";
/// The checks of a token, which a guest has none of, and the one of guests alone.
const OF_TOKEN: std::ops::RangeInclusive<usize> = 1..=6;
const OF_GUESTS: usize = 7;
/// For how long the page's providers issue tokens.
const SECONDS: u32 = 300;
const MOST_SECONDS: u32 = 86_400;

/// Tokens by the names of their providers, as they are sent; none if the text is no such list.
fn logins(text: &str) -> Option<BTreeMap<String, String>> {
    serde_json::from_str(text).ok()
}

fn asks(text: &str, position: usize) -> bool {
    let is_guest = logins(text).is_some_and(|logins| logins.is_empty());
    if is_guest { !OF_TOKEN.contains(&position) } else { position != OF_GUESTS }
}

fn pool<'a>(place: &'a Place<'_>) -> Option<&'a IdentityPool> {
    place.state.sandbox.world().identity_pool(place.provider)
}

/// The providers of the pool, each with an app that its tokens may be for.
fn providers(place: &Place<'_>) -> Vec<(String, String)> {
    let Some(pool) = pool(place) else { return Vec::new() };
    let apps = pool.login_providers.iter().map(|(name, app)| (name.to_string(), app.to_string()));
    let clients = pool.user_pools.iter().map(|(name, clients)| (name, clients.first()));
    let clients = clients.map(|(name, client)| (name.to_string(), client.map(ToString::to_string).unwrap_or_default()));
    let known = pool.oidc_providers.iter().filter_map(|arn| place.account.oidc_provider(arn));
    let known = known.map(|provider| {
        let client = provider.client_ids.first().map(ToString::to_string);
        (provider.address().to_owned(), client.unwrap_or_default())
    });
    apps.chain(clients).chain(known).collect()
}

fn sign_in(place: &Place<'_>) -> Vec<Field> {
    let words = place.words();
    let known = providers(place);
    let app = known.first().map(|(_, app)| app.clone()).unwrap_or_default();
    let named = known.into_iter().map(|(name, _)| name).chain([OTHER.to_owned()]);
    let guest: Choice = (String::new(), words.guest.into());
    let from = std::iter::once(guest).chain(named.map(|name| (name.clone(), name.into())));
    let by_token = |field: Field| field.only_if("issuer", ".");
    vec![
        Field::new(FieldKind::names(from), "issuer", words.comes_by),
        by_token(Field::text("subject", words.subject).with("carmen")),
        by_token(Field::text("audience", words.audience).with(app)),
        by_token(Field::new(FieldKind::Within(1, MOST_SECONDS), "seconds", words.seconds).with(SECONDS.to_string())),
    ]
}

fn issue(place: &Place<'_>, filled: &Typed) -> String {
    let mut logins = BTreeMap::new();
    if let Some(issuer) = filled.some("issuer") {
        let request = TokenRequest {
            issuer: format!("https://{issuer}").into(),
            subject: filled.of("subject").into(),
            audience: filled.of("audience").into(),
            claims: BTreeMap::new(),
            seconds: filled.of("seconds").parse().unwrap_or(SECONDS),
        };
        logins.insert(issuer, request.issue(place.now));
    }
    serde_json::to_string_pretty(&logins).unwrap_or_default()
}

/// What tokens of the pool's providers say, of which STS learns nothing: Cognito says who it is in words of its own.
fn claims(_: &Place<'_>, text: &str) -> Option<Vec<Claim>> {
    let claims = logins(text)?.into_values().map(|token| claims_of_token(&token)).collect::<Option<Vec<_>>>()?;
    Some(claims.into_iter().flatten().map(|claim| Claim { keys: Vec::new(), ..claim }).collect())
}

fn asked(place: &Place<'_>) -> Vec<Field> {
    let words = place.words();
    let identities = pool(place).into_iter().flat_map(|pool| pool.identities.keys());
    let found: Choice = (String::new(), words.found_identity.into());
    let identities = std::iter::once(found).chain(identities.map(|id| (id.to_string(), id.to_string().into())));
    let flows = ["enhanced", "basic"].into_iter().zip(words.flows);
    vec![
        Field::new(FieldKind::names(identities), "identity", words.identity),
        Field::new(FieldKind::choice(flows), "flow", words.flow),
        place.role_field("RoleArn", "cognito-identity.amazonaws.com").only_if("flow", "basic"),
        place.session_field("RoleSessionName").with("app").only_if("flow", "basic"),
    ]
}

fn come(place: &Place<'_>, asked: &Typed, text: &str, trial: &mut Trial) -> Option<()> {
    let state = place.state;
    // What is no list is sent as the token of the first provider.
    let logins = logins(text).unwrap_or_else(|| {
        let first = providers(place).into_iter().next().map(|(name, _)| name);
        BTreeMap::from([(first.unwrap_or_default(), text.to_owned())])
    });
    let id = if let Some(id) = asked.some("identity") {
        Value::from(id)
    } else {
        let input = json!({ "IdentityPoolId": pool(place)?.id(), "Logins": logins });
        trial.call(state, "cognito-identity:GetId", input)?["IdentityId"].clone()
    };
    let input = json!({ "IdentityId": id, "Logins": logins });
    if asked.of("flow") != "basic" {
        trial.call(state, WAY.operation, input)?;
        return Some(());
    }
    let token = trial.call(state, "cognito-identity:GetOpenIdToken", input)?;
    let input = json!({
        "RoleArn": asked.of("RoleArn"), "RoleSessionName": asked.of("RoleSessionName"),
        "WebIdentityToken": token["Token"],
    });
    trial.call(state, "sts:AssumeRoleWithWebIdentity", input).map(drop)
}
