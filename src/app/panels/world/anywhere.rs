//! IAM Roles Anywhere: trust anchors, with what their authorities have revoked, and profiles.

use super::rows::Row;
use super::scene::{Scene, door_key};
use super::thing::{self, Ask, Call, Detail, code, list};
use crate::app::components::fields::{Field, FieldKind};
use iam_sandbox::arn::Arn;
use iam_sandbox::clock::Timestamp;
use iam_sandbox::federation::{Certificate, RevocationList};
use iam_sandbox::json::json;
use iam_sandbox::world::{Account, Anywhere, AnywhereKind};
use serde_json::{Map, Value};
use yew::prelude::*;

/// How long the certificate of an authority holds: ten years, as those of the terminal do.
const AUTHORITY_SECONDS: u32 = 315_360_000;

/// The rows of an account.
pub(super) fn rows(scene: &Scene, account: &Account) -> Vec<Html> {
    let own = scene.world().anywhere().filter(|one| one.arn.account() == Some(account.id));
    let shown = own.filter(|one| !matches!(one.kind, AnywhereKind::Crl { .. }));
    shown.map(|one| row(scene, account, one)).collect()
}

fn row(scene: &Scene, account: &Account, one: &Anywhere) -> Html {
    let words = scene.ways();
    let is_anchor = matches!(one.kind, AnywhereKind::TrustAnchor { .. });
    let kind = words.anywhere_kinds[usize::from(!is_anchor)].to_lowercase();
    let meta = if one.is_enabled { kind } else { format!("{kind} · {}", words.disabled) };
    let key = door_key(&one.arn);
    let row = Row { key: &key, kind: "provider", name: one.name.to_string(), meta };
    thing::row(scene, account, row, || detail(scene, account, one))
}

fn detail(scene: &Scene, account: &Account, one: &Anywhere) -> Detail {
    let words = scene.ways();
    let mut facts = vec![("ARN", code(one.arn.as_str()))];
    let (name, [enable, disable, delete], door, asks) = match &one.kind {
        AnywhereKind::TrustAnchor { certificate } => {
            let authority = Certificate::read(certificate).map(|read| read.issuer.to_string()).unwrap_or_default();
            facts.push((scene.outside().authority, code(&authority)));
            facts.push((words.revoked, list(scene, account, revoked(scene, &one.arn))));
            let operations = [
                "rolesanywhere:EnableTrustAnchor",
                "rolesanywhere:DisableTrustAnchor",
                "rolesanywhere:DeleteTrustAnchor",
            ];
            ("trustAnchorId", operations, Some(one.arn.clone()), vec![revoke(scene, one, authority)])
        }
        AnywhereKind::Profile { roles, session_policy, seconds, accepts_session_name, .. } => {
            let roles = roles.iter().map(|role| (role.last_name().to_owned(), None));
            facts.push((words.roles, list(scene, account, roles)));
            facts.push((words.seconds, code(seconds.to_string())));
            facts.push((words.names_session, words.yes_no[usize::from(!accepts_session_name)].into()));
            if let Some(policy) = session_policy {
                facts.push((
                    words.session_policy,
                    html! { <pre class="exchange" tabindex="0" translate="no">{ policy.to_string() }</pre> },
                ));
            }
            let operations =
                ["rolesanywhere:EnableProfile", "rolesanywhere:DisableProfile", "rolesanywhere:DeleteProfile"];
            ("profileId", operations, None, vec![change(scene, one)])
        }
        AnywhereKind::Crl { .. } => return Detail::default(),
    };
    let call = |operation| -> Call { (operation, json!({ name: one.id() })) };
    let switch = if one.is_enabled { (words.disable, call(disable)) } else { (words.enable, call(enable)) };
    Detail { facts, door, buttons: vec![switch, (scene.strings().act.delete, call(delete))], asks }
}

/// What the authority of a trust anchor has revoked, by its lists, with the call that takes the list away.
fn revoked<'a>(scene: &'a Scene, anchor: &'a Arn) -> impl Iterator<Item = (String, Option<Call>)> + 'a {
    scene.world().anywhere().filter_map(move |one| match &one.kind {
        AnywhereKind::Crl { anchor: of, data } if of == anchor => {
            let serials = RevocationList::read(data).map(|list| list.revoked.join(", ")).unwrap_or_default();
            Some((serials, Some(("rolesanywhere:DeleteCrl", json!({ "crlId": one.id() })))))
        }
        _ => None,
    })
}

fn revoke(scene: &Scene, anchor: &Anywhere, authority: String) -> Ask {
    let words = scene.ways();
    let fields = vec![
        Field::text("name", scene.strings().form.name).with(format!("{}-crl", anchor.name)),
        Field::new(FieldKind::Area, "serials[]", words.serials).noted(words.serials_note),
    ];
    let anchor = anchor.arn.clone();
    Ask::by(words.revoke, fields, move |mut typed| {
        let serials = typed.remove("serials").unwrap_or_default();
        let serials = serials.as_array().into_iter().flatten().filter_map(Value::as_str);
        let list = RevocationList { issuer: authority.as_str().into(), revoked: serials.map(Into::into).collect() };
        let name = typed.get("name");
        let input = json!({ "name": name, "crlData": list.text(), "enabled": true, "trustAnchorArn": anchor });
        ("rolesanywhere:ImportCrl", input)
    })
}

/// The fields of a profile, as it is or to begin with.
fn fields_of_profile(scene: &Scene, known: Option<&Anywhere>, role: String) -> Vec<Field> {
    let words = scene.ways();
    let (roles, seconds, names, policy) = match known.map(|one| &one.kind) {
        Some(AnywhereKind::Profile { roles, seconds, accepts_session_name, session_policy, .. }) => {
            let roles: Vec<&str> = roles.iter().map(Arn::as_str).collect();
            (roles.join("\n"), *seconds, *accepts_session_name, session_policy.as_deref().unwrap_or_default())
        }
        _ => (role, 3_600, false, ""),
    };
    vec![
        Field::new(FieldKind::Area, "roleArns[]", words.roles).with(roles).noted(words.arns_note),
        Field::new(FieldKind::Within(900, 43_200), "durationSeconds", words.seconds).with(seconds.to_string()),
        Field::new(FieldKind::Check, "acceptRoleSessionName", words.names_session).with(names.to_string()),
        Field::new(FieldKind::Area, "sessionPolicy", words.session_policy).with(policy.to_owned()),
    ]
}

fn change(scene: &Scene, profile: &Anywhere) -> Ask {
    let fields = fields_of_profile(scene, Some(profile), String::new());
    Ask::new(scene.ways().change, "rolesanywhere:UpdateProfile", json!({ "profileId": profile.id() }), fields)
}

/// The form that makes a trust anchor or a profile.
pub(super) fn create_form(scene: &Scene, account: &Account, id: String) -> Html {
    let words = scene.ways();
    let role = account.roles().find(|role| role.trust.policy().text().contains("rolesanywhere.amazonaws.com"));
    let role = role.or_else(|| account.roles().next()).map(|role| role.arn.to_string()).unwrap_or_default();
    let kinds = ["anchor", "profile"].into_iter().zip(words.anywhere_kinds);
    let own = [
        Field::new(FieldKind::choice(kinds), "kind", scene.outside().kind),
        Field::text("name", scene.strings().form.name),
        Field::text("authority", scene.outside().authority)
            .with("plant-ca")
            .noted(scene.outside().url_note)
            .only_if("kind", "anchor"),
    ];
    let of_profile = fields_of_profile(scene, None, role).into_iter().map(|field| field.only_if("kind", "profile"));
    let fields = own.into_iter().chain(of_profile).collect();
    let now = scene.now;
    Ask::by(words.new_anywhere, fields, move |typed| creation(typed, now)).create(scene, account, id)
}

fn creation(mut typed: Map<String, Value>, now: Timestamp) -> Call {
    typed.insert("enabled".to_owned(), true.into());
    let authority = typed.remove("authority");
    if typed.remove("kind").is_some_and(|kind| kind == "profile") {
        return ("rolesanywhere:CreateProfile", typed.into());
    }
    let authority = authority.as_ref().and_then(Value::as_str).unwrap_or_default();
    let certificate = Certificate::new(authority, [("CN", authority)], AUTHORITY_SECONDS, now).text();
    let source = json!({ "sourceType": "CERTIFICATE_BUNDLE", "sourceData": { "x509CertificateData": certificate } });
    typed.insert("source".to_owned(), source);
    ("rolesanywhere:CreateTrustAnchor", typed.into())
}
