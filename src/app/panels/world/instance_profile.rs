//! Instance profiles: the role that each holds, and the instances that have it.

use super::fields_form::Form;
use super::rows::{Row, button, fact, opener, outsider_note};
use super::scene::{Scene, profile_key};
use crate::app::components::fields::{Field, FieldKind, Typed};
use crate::app::store::Action;
use iam_sandbox::arn::AccountId;
use iam_sandbox::json::json;
use iam_sandbox::policy::{Effect, PrincipalEntry};
use iam_sandbox::world::{Account, InstanceProfile, Role};
use yew::prelude::*;

/// The rows of the account's instance profiles.
pub(super) fn rows(scene: &Scene, account: &Account) -> Vec<Html> {
    account.instance_profiles().map(|profile| row(scene, account, profile)).collect()
}

fn row(scene: &Scene, account: &Account, profile: &InstanceProfile) -> Html {
    // Mostly it is called like its role, as the console makes it.
    let role = profile.role.as_deref().unwrap_or(scene.compute().profile.empty);
    let meta = if role == &*profile.name { String::new() } else { role.to_owned() };
    let key = profile_key(account.id, &profile.name);
    let row = Row { key: &key, kind: "profile", name: profile.name.to_string(), meta };
    row.show(scene, || detail(scene, account, profile))
}

fn detail(scene: &Scene, account: &Account, profile: &InstanceProfile) -> Html {
    let words = scene.compute();
    let call = |operation, input| scene.send(Scene::call(account.id, operation, input));
    let form = format!("profile-role/{}/{}", account.id, profile.name);
    let name = json!({ "InstanceProfileName": profile.name });
    let has_it = |id: &str| {
        let association = scene.world().instance(id).and_then(|instance| instance.association.as_ref());
        association.is_some_and(|association| association.profile_id == profile.id)
    };
    let instances: Vec<_> = scene
        .world()
        .instances()
        .filter(|instance| has_it(&instance.id))
        .map(|instance| instance.name().to_owned())
        .collect();
    let on = if instances.is_empty() { scene.strings().facts.nothing.to_owned() } else { instances.join(", ") };
    html! {
        <>
            <dl class="facts">
                { fact(words.role, profile.role.as_deref().unwrap_or(words.none).to_owned()) }
                { fact(words.profile.on, on) }
            </dl>
            <p class="small muted">{ words.profile.note }</p>
            if scene.can_build(account.id) {
                <div class="row-actions">
                    if let Some(role) = &profile.role {
                        { button(words.profile.remove_role, call("iam:RemoveRoleFromInstanceProfile",
                            json!({ "InstanceProfileName": profile.name, "RoleName": role }))) }
                    } else {
                        { opener(scene, &form, words.profile.add_role) }
                    }
                    { button(words.delete, call("iam:DeleteInstanceProfile", name)) }
                </div>
            } else {
                { outsider_note(scene, account) }
            }
            if scene.is_form_open(&form) {
                { role_form(scene, account, profile, form) }
            }
        </>
    }
}

fn role_form(scene: &Scene, account: &Account, profile: &InstanceProfile, id: String) -> Html {
    let words = &scene.compute().profile;
    let roles = FieldKind::plain(account.roles().map(|role| role.name.to_string()));
    let nothing = account.roles().next().is_none().then_some(words.no_role);
    let on_submit = {
        let (on, account, name) = (scene.on.clone(), account.id, profile.name.clone());
        Callback::from(move |filled: Typed| on.emit(add_role(account, &name, filled.of("role"))))
    };
    let fields = vec![Field::new(roles, "role", scene.compute().role)];
    let title = (words.add_role_title)(&profile.name);
    Form::new(id, title, words.add, fields).unless(nothing).show(scene, on_submit)
}

fn add_role(account: AccountId, profile: &str, role: &str) -> Action {
    let input = json!({ "InstanceProfileName": profile, "RoleName": role });
    Scene::call(account, "iam:AddRoleToInstanceProfile", input)
}

/// What the console does: a profile with the name of the role, and the role in it.
pub(super) fn of_role(role: &str) -> [(&'static str, serde_json::Value); 2] {
    [
        ("iam:CreateInstanceProfile", json!({ "InstanceProfileName": role })),
        ("iam:AddRoleToInstanceProfile", json!({ "InstanceProfileName": role, "RoleName": role })),
    ]
}

/// The names of the profiles that hold a role.
pub(super) fn holding(account: &Account, role: &Role) -> String {
    let names: Vec<&str> = account.instance_profiles_of(&role.name).map(|profile| &*profile.name).collect();
    names.join(", ")
}

/// The button that makes a profile for a role which EC2 may assume, unless there is one of its name already.
pub(super) fn maker(scene: &Scene, account: &Account, role: &Role) -> Html {
    let is_taken = account.instance_profiles().any(|profile| profile.name.eq_ignore_ascii_case(&role.name));
    if is_taken || !lets_in(role, "ec2.amazonaws.com") {
        return Html::default();
    }
    let calls = of_role(&role.name).to_vec();
    button(scene.compute().profile.make, scene.send(Scene::calls(account.id, calls)))
}

/// Whether the trust policy lets a service in by its name, whomever else it lets in.
pub(super) fn lets_in(role: &Role, service: &str) -> bool {
    let statements = role.trust.policy().document().statements.iter();
    let allowing = statements.filter(|statement| statement.effect.value == Effect::Allow);
    let entries = allowing.filter_map(|statement| statement.principal.as_ref()).flat_map(|it| &it.entries);
    entries.map(|entry| &entry.value).any(|it| matches!(it, PrincipalEntry::Service(name) if **name == *service))
}

/// The form that makes a profile.
pub(super) fn create_form(scene: &Scene, account: &Account, id: String) -> Html {
    let words = scene.compute();
    let none = (String::new(), words.none.to_owned());
    let roles = account.roles().map(|role| (role.name.to_string(), role.name.to_string()));
    let roles = FieldKind::choice(std::iter::once(none).chain(roles));
    let fields = vec![Field::text("name", scene.strings().form.name), Field::new(roles, "role", words.role)];
    let on_submit = {
        let (on, account) = (scene.on.clone(), account.id);
        Callback::from(move |filled: Typed| {
            let name = filled.of("name");
            let mut calls = vec![("iam:CreateInstanceProfile", json!({ "InstanceProfileName": name }))];
            calls.extend(filled.some("role").map(|role| {
                ("iam:AddRoleToInstanceProfile", json!({ "InstanceProfileName": name, "RoleName": role }))
            }));
            on.emit(Scene::calls(account, calls));
            on.emit(Action::SelectObject(Some(profile_key(account, name))));
        })
    };
    let form = Form::new(id, words.new_profile, scene.strings().form.create, fields);
    form.noted(words.profile.note).show(scene, on_submit)
}
