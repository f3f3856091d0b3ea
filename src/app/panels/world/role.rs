//! Roles: whom they trust, their policies and their sessions.

use super::assume_form::{assume_form, assume_opener};
use super::boundary::Bounded;
use super::fields_form::request_form;
use super::holder::{Holder, HolderKind};
use super::identity;
use super::instance_profile;
use super::rows::{Row, button, fact, outsider_note};
use super::scene::{Scene, role_key};
use super::session;
use super::tags::Tagged;
use crate::app::components::duration::time_left;
use crate::app::components::fields::Field;
use crate::app::store::Action;
use iam_sandbox::analysis::DocumentRef;
use iam_sandbox::api::{ApiCall, Credentials};
use iam_sandbox::json::json;
use iam_sandbox::policy::PrincipalEntry;
use iam_sandbox::world::{Account, Role};
use serde_json::{Map, Value};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The row of a role, and those of its sessions.
pub(super) fn rows(scene: &Scene, account: &Account, role: &Role) -> Vec<Html> {
    let n_policies = role.policies.n_policies();
    let meta = if n_policies == 0 { String::new() } else { (scene.strings().n_policies)(n_policies) };
    let key = role_key(account.id, &role.name);
    let row = Row { key: &key, kind: "role", name: role.name.to_string(), meta };
    let row = row.show(scene, || detail(scene, account, role));
    std::iter::once(row).chain(session::rows(scene, &role.arn)).collect()
}

fn detail(scene: &Scene, account: &Account, role: &Role) -> Html {
    let holder = Holder { kind: HolderKind::Role, account: account.id, name: role.name.clone() };
    let assume = format!("assume/role/{}/{}", account.id, role.name);
    let trust = DocumentRef::Trust { account: account.id, role: role.name.clone() };
    let lines = holder.lines(scene);
    let delete = Scene::call(account.id, "iam:DeleteRole", json!({ "RoleName": role.name }));
    let can_build = scene.can_build(account.id);
    let boundary = role.permissions_boundary.as_ref();
    let bounded = Bounded { kind: "Role", account: account.id, name: &role.name, boundary };
    html! {
        <>
            if is_service_linked(role) {
                <p class="small muted">{ scene.identity().service_linked }</p>
            }
            { facts(scene, account, role, can_build) }
            if !lines.is_empty() {
                <ul class="detail-list">{ for lines }</ul>
            }
            <div class="row-actions">
                { assume_opener(scene, &assume) }
                { button(scene.strings().act.open_trust, scene.send(Action::OpenDocument(Some(trust)))) }
                if can_build {
                    { holder.buttons(scene) }
                    { bounded.buttons(scene) }
                    { instance_profile::maker(scene, account, role) }
                    { button(scene.identity().revoke, scene.send(revoke(scene, account, role))) }
                    { button(scene.identity().delete_user, scene.send(delete)) }
                }
            </div>
            if !can_build {
                { outsider_note(scene, account) }
            }
            { assume_form(scene, assume, Some(&role.arn)) }
            { holder.forms(scene) }
            { bounded.form_below(scene, account) }
            { Tagged::role(account.id, role).form_below(scene) }
            { description_form(scene, account, role) }
        </>
    }
}

/// Whether the role belongs to a service, which alone can change it (rule E-25).
pub(super) fn is_service_linked(role: &Role) -> bool {
    role.arn.resource().starts_with("role/aws-service-role/")
}

fn facts(scene: &Scene, account: &Account, role: &Role, can_build: bool) -> Html {
    let facts = &scene.strings().facts;
    let boundary = role.permissions_boundary.as_ref().map_or(facts.none, |arn| arn.last_name()).to_owned();
    let profiles = instance_profile::holding(account, role);
    html! {
        <dl class="facts">
            { fact(facts.trust, trusted(scene, role)) }
            if can_build {
                { fact(facts.longest, longest(scene, account, role)) }
            } else {
                { fact(facts.longest, time_left(i64::from(role.max_session_seconds))) }
            }
            { fact(facts.boundary, boundary) }
            if !profiles.is_empty() {
                { fact(scene.compute().profile.of_role, profiles) }
            }
            { description_fact(scene, account, role, can_build) }
            { Tagged::role(account.id, role).fact(scene) }
        </dl>
    }
}

/// The console's button: it denies everything to the sessions that are there, and ends none.
fn revoke(scene: &Scene, account: &Account, role: &Role) -> Action {
    let now = scene.state.sandbox.now();
    let call = ApiCall::revoke_sessions(Credentials::Owner(account.id), &role.name, now);
    Scene::call(account.id, "iam:PutRolePolicy", call.input)
}

fn description_id(account: &Account, role: &Role) -> String {
    format!("description/{}", role_key(account.id, &role.name))
}

fn description_fact(scene: &Scene, account: &Account, role: &Role, can_build: bool) -> Html {
    let words = scene.identity();
    let text = role.description.as_deref().unwrap_or(scene.strings().facts.none).to_owned();
    let change = || identity::link_opener(scene, &description_id(account, role), words.change, words.description);
    identity::fact_with(words.description, text, if can_build { change() } else { Html::default() })
}

fn description_form(scene: &Scene, account: &Account, role: &Role) -> Html {
    let (words, id, name) = (scene.identity(), account.id, role.name.clone());
    let on_submit = Callback::from(move |request: Map<String, Value>| {
        let description = request.get("Description").and_then(Value::as_str).unwrap_or_default();
        Scene::call(id, "iam:UpdateRole", json!({ "RoleName": name, "Description": description }))
    });
    let now = role.description.as_deref().unwrap_or_default().to_owned();
    let fields = || vec![Field::text("Description", words.description).with(now)];
    let title = (words.description_title)(&role.name);
    request_form(scene, description_id(account, role), &title, fields, words.set_button, on_submit, Html::default())
}

/// How long a session may last at most, to be chosen: AWS takes 1 to 12 hours (rule E-23).
fn longest(scene: &Scene, account: &Account, role: &Role) -> Html {
    let now = role.max_session_seconds;
    let mut choices: Vec<u32> = [1, 2, 4, 8, 12].into_iter().map(|hours| hours * 3_600).chain([now]).collect();
    iam_sandbox::ordered::sort(&mut choices);
    choices.dedup();
    let (on, account, name) = (scene.on.clone(), account.id, role.name.clone());
    let onchange = Callback::from(move |event: Event| {
        let Ok(seconds) = event.target_unchecked_into::<HtmlSelectElement>().value().parse::<u32>() else { return };
        let input = json!({ "RoleName": name, "MaxSessionDuration": seconds });
        // A form that happens to be open would be expected to tell what is refused.
        on.emit(Action::OpenPopup(None));
        on.emit(Action::Call { account, operation: "iam:UpdateRole", input, then_open: None });
    });
    html! {
        <select class="field" aria-label={scene.strings().facts.longest} {onchange}>
            { for choices.into_iter().map(|seconds| html! {
                <option key={seconds} value={seconds.to_string()} selected={seconds == now}>
                    { time_left(i64::from(seconds)) }
                </option>
            }) }
        </select>
    }
}

/// Whom the trust policy names; what it says about them stands in the document.
fn trusted(scene: &Scene, role: &Role) -> String {
    let statements = &role.trust.policy().document().statements;
    let entries = statements.iter().filter_map(|statement| statement.principal.as_ref()).flat_map(|it| &it.entries);
    let names: Vec<String> = entries.map(|entry| trusted_name(scene, &entry.value)).collect();
    if names.is_empty() { scene.strings().facts.none.to_owned() } else { names.join(", ") }
}

fn trusted_name(scene: &Scene, entry: &PrincipalEntry) -> String {
    let account_name = |account| {
        let known = scene.world().account(account).map(|account| account.name.to_string());
        (scene.strings().facts.account)(&known.unwrap_or_else(|| account.to_string()))
    };
    match entry {
        PrincipalEntry::Everyone => "*".to_owned(),
        PrincipalEntry::Account(account) => account_name(*account),
        PrincipalEntry::Arn(arn) => arn.last_name().to_owned(),
        PrincipalEntry::UniqueId(name)
        | PrincipalEntry::Federated(name)
        | PrincipalEntry::Service(name)
        | PrincipalEntry::CanonicalUser(name) => name.to_string(),
    }
}
