//! IAM Identity Center, in the account that has its instance: the directory, permission sets, and who is assigned which
//! in which account.

use super::rows::Row;
use super::scene::{Scene, door_key};
use super::thing::{self, Ask, Call, Detail, code, joined, list};
use crate::app::accounts::account_name;
use crate::app::components::fields::{Field, FieldKind};
use iam_sandbox::json::json;
use iam_sandbox::world::{Account, Assignment, IdentityCenter, PermissionSet};
use serde_json::Value;
use yew::prelude::*;

/// What all assignments are about.
const TARGET: &str = "AWS_ACCOUNT";

/// The rows of an account: the instance, and its permission sets.
pub(super) fn rows(scene: &Scene, account: &Account) -> Vec<Html> {
    let Some(center) = of(scene, account) else { return Vec::new() };
    let words = scene.ways();
    let key = door_key(&center.arn);
    let row = Row { key: &key, kind: "provider", name: words.portal.to_owned(), meta: center.store.to_string() };
    let portal = thing::row(scene, account, row, || detail(scene, account, center));
    let set = |set: &PermissionSet| {
        let key = door_key(&set.arn);
        let meta = words.permission_set.to_lowercase();
        let row = Row { key: &key, kind: "policy", name: set.name.to_string(), meta };
        thing::row(scene, account, row, || detail_of_set(scene, account, center, set))
    };
    std::iter::once(portal).chain(center.permission_sets.values().map(set)).collect()
}

/// The instance that an account has.
fn of<'a>(scene: &'a Scene, account: &Account) -> Option<&'a IdentityCenter> {
    scene.world().identity_centers().find(|center| center.account == account.id)
}

/// Whether an instance can be started in an account.
pub(super) fn can_start(scene: &Scene, account: &Account) -> bool {
    let organization = scene.world().organization_of(account.id);
    of(scene, account).is_none() && organization.is_some_and(|own| own.management_account == account.id)
}

/// The form that starts the instance.
pub(super) fn create_form(scene: &Scene, account: &Account, id: String) -> Html {
    let words = scene.ways();
    Ask::new(words.start, "sso:StartSSO", json!({}), Vec::new()).noted(words.start_note).create(scene, account, id)
}

fn detail(scene: &Scene, account: &Account, center: &IdentityCenter) -> Detail {
    let words = scene.ways();
    let name_of = |id: &str| center.users.get(id).map_or_else(|| id.to_owned(), |user| user.name.to_string());
    let users = center.users.values().map(|user| (format!("{} ({})", user.name, user.display_name), None));
    let groups = center.groups.values().map(|group| {
        let members: Vec<String> = group.members.values().map(|id| name_of(id)).collect();
        (format!("{}: {}", group.name, members.join(", ")), None)
    });
    let store = json!({ "IdentityStoreId": center.store });
    let user_ids = center.users.iter().map(|(id, user)| (id.to_string(), user.name.to_string()));
    let group_ids = center.groups.iter().map(|(id, group)| (id.to_string(), group.name.to_string()));
    let name = scene.strings().form.name;
    Detail {
        facts: vec![
            ("ARN", code(center.arn.as_str())),
            (words.users, list(scene, account, users)),
            (words.groups, list(scene, account, groups)),
        ],
        door: Some(center.arn.clone()),
        buttons: Vec::new(),
        asks: vec![
            Ask::new(
                words.new_user,
                "identitystore:CreateUser",
                store.clone(),
                vec![
                    Field::text("UserName", words.user_name),
                    Field::text("DisplayName", words.display_name),
                    Field::text("Name.GivenName", words.given_name),
                    Field::text("Name.FamilyName", words.family_name),
                ],
            ),
            Ask::new(
                words.new_group,
                "identitystore:CreateGroup",
                store.clone(),
                vec![Field::text("DisplayName", name)],
            ),
            Ask::new(
                words.new_member,
                "identitystore:CreateGroupMembership",
                store,
                vec![
                    Field::new(FieldKind::names(group_ids), "GroupId", words.group),
                    Field::new(FieldKind::names(user_ids), "MemberId.UserId", words.user),
                ],
            ),
            Ask::new(
                words.new_set,
                "sso:CreatePermissionSet",
                json!({ "InstanceArn": center.arn }),
                vec![
                    Field::text("Name", name),
                    Field::text("SessionDuration", words.duration).with("PT1H"),
                    Field::text("Description", scene.identity().description),
                ],
            ),
        ],
    }
}

fn detail_of_set(scene: &Scene, account: &Account, center: &IdentityCenter, set: &PermissionSet) -> Detail {
    let words = scene.ways();
    let named = json!({ "InstanceArn": center.arn, "PermissionSetArn": set.arn });
    let with = |more: Value| joined(named.clone(), more);
    let managed = set.managed.iter().map(|arn| {
        let input = with(json!({ "ManagedPolicyArn": arn }));
        (arn.last_name().to_owned(), Some(("sso:DetachManagedPolicyFromPermissionSet", input)))
    });
    let referred = set.references.iter().map(|whole| {
        let (path, name) = whole.rsplit_once('/').unwrap_or_default();
        let reference = json!({ "Name": name, "Path": format!("{path}/") });
        let input = with(json!({ "CustomerManagedPolicyReference": reference }));
        (whole.to_string(), Some(("sso:DetachCustomerManagedPolicyReferenceFromPermissionSet", input)))
    });
    let own = center.assignments.iter().filter(|one| one.permission_set == set.arn);
    let assigned = own.map(|one| assignment(scene, center, one, &named));
    let roles = center.roles.iter().filter(|one| one.permission_set == set.arn);
    let roles =
        roles.map(|one| (format!("{}: {}", account_name(scene.world(), one.account), one.role.last_name()), None));
    let inline = set.inline.as_deref().unwrap_or_default();
    let mut facts = vec![
        ("ARN", code(set.arn.as_str())),
        (words.seconds, code(set.seconds.to_string())),
        (words.managed, list(scene, account, managed.chain(referred))),
        (words.assignments, list(scene, account, assigned)),
        (words.roles, list(scene, account, roles)),
    ];
    if !inline.is_empty() {
        facts.push((
            words.inline,
            html! { <pre class="exchange" tabindex="0" translate="no">{ inline.to_owned() }</pre> },
        ));
    }
    if let Some(boundary) = &set.boundary {
        facts.push((scene.build().boundary, code(boundary.name())));
    }
    let policy = if inline.is_empty() { scene.narrow_policy() } else { inline.to_owned() };
    let read_only = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    Detail {
        facts,
        door: None,
        buttons: vec![
            (
                words.provision,
                ("sso:ProvisionPermissionSet", with(json!({ "TargetType": "ALL_PROVISIONED_ACCOUNTS" }))),
            ),
            (scene.strings().act.delete, ("sso:DeletePermissionSet", named.clone())),
        ],
        asks: vec![
            assign(scene, center, &named),
            Ask::new(
                words.attach,
                "sso:AttachManagedPolicyToPermissionSet",
                named.clone(),
                vec![Field::text("ManagedPolicyArn", words.policy_arn).with(read_only)],
            )
            .noted(words.provision_note),
            Ask::new(
                words.put_inline,
                "sso:PutInlinePolicyToPermissionSet",
                named.clone(),
                vec![Field::new(FieldKind::Area, "InlinePolicy", words.inline).with(policy)],
            )
            .noted(words.provision_note),
            Ask::new(
                words.put_boundary,
                "sso:PutPermissionsBoundaryToPermissionSet",
                named,
                vec![Field::text("PermissionsBoundary.ManagedPolicyArn", words.policy_arn).with(read_only)],
            )
            .noted(words.provision_note),
        ],
    }
}

/// Who has the set where, and the call that takes it away.
fn assignment(scene: &Scene, center: &IdentityCenter, one: &Assignment, named: &Value) -> (String, Option<Call>) {
    let (kind, name) = match one.is_group {
        true => ("GROUP", center.groups.get(&one.principal).map(|group| &group.name)),
        false => ("USER", center.users.get(&one.principal).map(|user| &user.name)),
    };
    let input = joined(
        named.clone(),
        json!({
            "TargetId": one.account, "TargetType": TARGET, "PrincipalType": kind, "PrincipalId": one.principal,
        }),
    );
    let text = format!("{} · {}", name.unwrap_or(&one.principal), account_name(scene.world(), one.account));
    (text, Some(("sso:DeleteAccountAssignment", input)))
}

fn assign(scene: &Scene, center: &IdentityCenter, named: &Value) -> Ask {
    let words = scene.ways();
    let organization = scene.world().organization_of(center.account);
    let accounts = scene.world().accounts().filter(|one| organization.is_some_and(|all| all.has_account(one.id)));
    let accounts = accounts.map(|one| (one.id.to_string(), one.name.to_string()));
    let users = center.users.iter().map(|(id, user)| (format!("USER {id}"), user.name.to_string()));
    let groups = center.groups.iter().map(|(id, group)| (format!("GROUP {id}"), group.name.to_string()));
    let fields = vec![
        Field::new(FieldKind::names(users.chain(groups)), "who", words.who),
        Field::new(FieldKind::names(accounts), "TargetId", scene.outside().account),
    ];
    let named = joined(named.clone(), json!({ "TargetType": TARGET }));
    Ask::by(words.assign, fields, move |typed| {
        let who = typed.get("who").and_then(Value::as_str).unwrap_or_default();
        let (kind, id) = who.split_once(' ').unwrap_or_default();
        let more = json!({ "TargetId": typed.get("TargetId"), "PrincipalType": kind, "PrincipalId": id });
        ("sso:CreateAccountAssignment", joined(named.clone(), more))
    })
}
