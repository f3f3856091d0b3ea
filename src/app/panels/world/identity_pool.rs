//! Identity pools of Cognito: whom they let in, and their roles.

use super::rows::Row;
use super::scene::{Scene, door_key};
use super::thing::{self, Ask, Detail, code, list};
use crate::app::components::fields::{Field, FieldKind};
use iam_sandbox::arn::Arn;
use iam_sandbox::json::json;
use iam_sandbox::world::{Account, IdentityPool, Role};
use yew::prelude::*;

/// Both kinds of identities, with the members of the request.
const KINDS: [(&str, &str); 2] =
    [("authenticated", "Roles.authenticated"), ("unauthenticated", "Roles.unauthenticated")];

/// The rows of an account.
pub(super) fn rows(scene: &Scene, account: &Account) -> Vec<Html> {
    let own = scene.world().identity_pools().filter(|pool| pool.arn.account() == Some(account.id));
    let row = |pool: &IdentityPool| {
        let key = door_key(&pool.arn);
        let row = Row { key: &key, kind: "provider", name: pool.name.to_string(), meta: String::new() };
        thing::row(scene, account, row, || detail(scene, account, pool))
    };
    own.map(row).collect()
}

fn detail(scene: &Scene, account: &Account, pool: &IdentityPool) -> Detail {
    let words = scene.ways();
    let yes_no = |is_so: bool| words.yes_no[usize::from(!is_so)].into();
    let apps = pool.login_providers.iter().map(|(name, app)| format!("{name} {app}"));
    let clients = pool.user_pools.iter().flat_map(|(name, all)| all.iter().map(move |one| format!("{name} {one}")));
    let known = pool.oidc_providers.iter().map(|arn| arn.last_name().to_owned());
    let providers = apps.chain(clients).chain(known).map(|name| (name, None));
    let identities = pool.identities.iter().map(|(id, identity)| {
        let who: Vec<&str> = identity.logins.values().map(|subject| &**subject).collect();
        (if who.is_empty() { id.to_string() } else { format!("{id} ({})", who.join(", ")) }, None)
    });
    let role = |kind: &str| {
        let role = pool.roles.get(kind).map(|arn| arn.last_name().to_owned());
        list(scene, account, role.into_iter().map(|name| (name, None)))
    };
    let id = json!({ "IdentityPoolId": pool.id() });
    Detail {
        facts: vec![
            (words.pool_id, code(pool.id())),
            (words.guests, yes_no(pool.has_guests)),
            (words.basic_flow, yes_no(pool.has_basic_flow)),
            (scene.outside().providers, list(scene, account, providers)),
            (words.pool_roles[0], role(KINDS[0].0)),
            (words.pool_roles[1], role(KINDS[1].0)),
            (words.identities, list(scene, account, identities)),
        ],
        door: Some(pool.arn.clone()),
        buttons: vec![(scene.strings().act.delete, ("cognito-identity:DeleteIdentityPool", id.clone()))],
        asks: vec![Ask::new(words.set_roles, "cognito-identity:SetIdentityPoolRoles", id, roles(scene, account, pool))],
    }
}

/// A list of roles of the account, of which the one that is set is chosen.
fn roles(scene: &Scene, account: &Account, pool: &IdentityPool) -> Vec<Field> {
    let none = (String::new(), scene.strings().facts.none.to_owned());
    let named = |role: &Role| (role.arn.to_string(), role.name.to_string());
    let field = |((kind, member), label): ((&str, &'static str), &'static str)| {
        let options = std::iter::once(none.clone()).chain(account.roles().map(named));
        let chosen = pool.roles.get(kind).map(Arn::to_string).unwrap_or_default();
        Field::new(FieldKind::names(options), member, label).with(chosen)
    };
    KINDS.into_iter().zip(scene.ways().pool_roles).map(field).collect()
}

/// The form that makes one.
pub(super) fn create_form(scene: &Scene, account: &Account, id: String) -> Html {
    let words = scene.ways();
    let known = account.oidc_providers().map(|provider| (provider.arn.to_string(), provider.address().to_owned()));
    let none = (String::new(), scene.strings().facts.none.to_owned());
    let fields = vec![
        Field::text("IdentityPoolName", scene.strings().form.name).with("app"),
        Field::new(FieldKind::Check, "AllowUnauthenticatedIdentities", words.guests).with("true"),
        Field::new(FieldKind::Check, "AllowClassicFlow", words.basic_flow),
        Field::text("user_pool", words.user_pool).with("cognito-idp.us-east-1.amazonaws.com/us-east-1_app"),
        Field::text("client", words.client).with("app"),
        Field::new(
            FieldKind::names(std::iter::once(none).chain(known)),
            "OpenIdConnectProviderARNs[]",
            words.oidc_provider,
        ),
    ];
    let create = Ask::by(words.new_pool, fields, |mut typed| {
        let (pool, client) = (typed.remove("user_pool"), typed.remove("client"));
        if let Some((pool, client)) = pool.zip(client) {
            let apps = json!([{ "ProviderName": pool, "ClientId": client }]);
            typed.insert("CognitoIdentityProviders".to_owned(), apps);
        }
        ("cognito-identity:CreateIdentityPool", typed.into())
    });
    create.create(scene, account, id)
}
