//! By the access portal of IAM Identity Center: `GetRoleCredentials`.

use super::way::{Place, Way, by_words, claim};
use crate::app::components::fields::{Field, FieldKind, Typed};
use crate::app::strings::strings;
use iam_sandbox::api::Claim;
use iam_sandbox::json::json;
use iam_sandbox::world::IdentityCenter;

/// The way.
pub(super) const WAY: Way = Way {
    in_arn: "instance/ssoins-",
    operation: "awsssoportal:GetRoleCredentials",
    words: |words| &words.portal,
    issuer: |place| {
        let portal = strings(place.state.language).ways.portal;
        center(place).map(|center| format!("{portal} {}", center.store)).unwrap_or_default()
    },
    sign_in,
    issue,
    claims,
    ends: |_| None,
    asked,
    come: |place, asked, text, trial| {
        let (account, role) = (asked.of("accountId"), asked.of("roleName"));
        trial.call(place.state, WAY.operation, json!({ "accountId": account, "roleName": role, "accessToken": text }));
    },
    failed: |answer| by_words(answer, &[("UnauthorizedException", 0), ("No access", 1)]),
    asks: |_, _| true,
    tells: "saml:",
};

fn center<'a>(place: &'a Place<'_>) -> Option<&'a IdentityCenter> {
    place.state.sandbox.world().identity_center(place.provider)
}

fn sign_in(place: &Place<'_>) -> Vec<Field> {
    let users = center(place).into_iter().flat_map(|center| center.users.values());
    let users = users.map(|user| user.name.to_string());
    vec![Field::new(FieldKind::plain(users), "user", place.words().subject)]
}

fn issue(place: &Place<'_>, filled: &Typed) -> String {
    let code = "urn:ietf:params:oauth:grant-type:device_code";
    let input = json!({ "grantType": code, "deviceCode": filled.of("user") });
    let made = place.state.trial().call(place.state, "sso-oauth:CreateToken", input);
    made.and_then(|made| made["accessToken"].as_str().map(str::to_owned)).unwrap_or_default()
}

/// What the portal shows: accounts, and the permission sets in each.
fn claims(place: &Place<'_>, text: &str) -> Option<Vec<Claim>> {
    let mut trial = place.state.trial();
    let accounts = trial.call(place.state, "awsssoportal:ListAccounts", json!({ "accessToken": text }))?;
    let mut shown = Vec::new();
    for account in accounts["accountList"].as_array()? {
        let (id, name) = (account["accountId"].as_str()?, account["accountName"].as_str().unwrap_or_default());
        let input = json!({ "accessToken": text, "accountId": id });
        let roles = trial.call(place.state, "awsssoportal:ListAccountRoles", input)?;
        let names = roles["roleList"].as_array()?.iter().filter_map(|role| role["roleName"].as_str());
        let values = names.map(Into::into).collect();
        shown.push(Claim { values, ..claim(&format!("{id} {name}"), "", &[]) });
    }
    Some(shown)
}

/// All accounts of the organization and all permission sets, also those that are not assigned.
fn asked(place: &Place<'_>) -> Vec<Field> {
    let (words, world) = (place.words(), place.state.sandbox.world());
    let organization = world.organization_of(place.account.id);
    let accounts = world.accounts().filter(|account| organization.is_some_and(|all| all.has_account(account.id)));
    let accounts = accounts.map(|account| (account.id.to_string(), account.name.to_string()));
    let sets = center(place).into_iter().flat_map(|center| center.permission_sets.values());
    vec![
        Field::new(FieldKind::names(accounts), "accountId", words.account),
        Field::new(FieldKind::plain(sets.map(|set| set.name.to_string())), "roleName", words.permission_set),
    ]
}
