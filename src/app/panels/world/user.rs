//! Users: their credentials, groups, tags and policies.

use super::assume_form::assume_opener;
use super::boundary::Bounded;
use super::fields_form::Form;
use super::fields_form::request_form;
use super::holder::{Holder, HolderKind};
use super::identity::{self, Bearer};
use super::rows::{Row, act_as, button, fact, line_end, link, opener, outsider_note};
use super::scene::{Scene, user_key};
use super::tags::Tagged;
use super::{session, session_form};
use crate::app::components::fields::{Field, FieldKind};
use crate::app::store::{Action, Build, By, Then};
use iam_sandbox::json::json;
use iam_sandbox::world::{AccessKeyStatus, Account, Session, User};
use serde_json::{Map, Value};
use yew::prelude::*;

/// The form that makes a user. Outside lessons it gets a key, without which nobody could act as it yet.
pub(super) fn create_form(scene: &Scene, account: &Account, id: String) -> Html {
    let (words, on, account) = (scene.identity(), scene.on.clone(), account.id);
    let with_key = scene.state.play.is_none();
    let fields = || {
        vec![
            Field::text("UserName", scene.strings().form.name),
            Field::new(FieldKind::Check, "WithKey", words.with_key).with(with_key.to_string()),
        ]
    };
    let on_submit = Callback::from(move |request: Map<String, Value>| {
        let name = request.get("UserName").and_then(Value::as_str).unwrap_or_default();
        let mut calls = vec![("iam:CreateUser", json!({ "UserName": name }))];
        let mut then = Then::Close;
        if request.get("WithKey") == Some(&Value::Bool(true)) {
            calls.push(("iam:CreateAccessKey", json!({ "UserName": name })));
            then = Then::Form(identity::form_of_new_key);
        }
        on.emit(Action::SelectObject(Some(user_key(account, name))));
        Action::Build(Build { by: By::Builder, account, calls, then })
    });
    let (title, button) = (scene.strings().form.new_user, scene.strings().form.create);
    request_form(scene, id, title, fields, button, on_submit, Html::default())
}

/// The rows of a user, and of the sessions in which the user acts.
pub(super) fn rows(scene: &Scene, account: &Account, user: &User) -> Vec<Html> {
    let n_policies = user.policies.n_policies();
    let meta = if n_policies == 0 { String::new() } else { (scene.strings().n_policies)(n_policies) };
    let key = user_key(account.id, &user.name);
    let row = Row { key: &key, kind: "user", name: user.name.to_string(), meta };
    let row = row.show(scene, || detail(scene, account, user));
    std::iter::once(row).chain(session::rows(scene, &user.arn)).collect()
}

fn detail(scene: &Scene, account: &Account, user: &User) -> Html {
    let holder = Holder { kind: HolderKind::User, account: account.id, name: user.name.clone() };
    let can_build = scene.can_build(account.id);
    let boundary = user.permissions_boundary.as_ref();
    let bounded = Bounded { kind: "User", account: account.id, name: &user.name, boundary };
    let join = format!("join/{}/{}", account.id, user.name);
    let active = user.access_keys.iter().find(|key| key.status == AccessKeyStatus::Active);
    let is_acting =
        user.access_keys.iter().any(|key| scene.state.question.credentials.access_key_id() == Some(&*key.id));
    let assume = format!("assume/user/{}/{}", account.id, user.name);
    let bearer = Bearer { account, user: Some(user) };
    let delete = Scene::call(account.id, "iam:DeleteUser", json!({ "UserName": user.name }));
    html! {
        <>
            { facts(scene, account, user) }
            { lines(scene, account, user, holder.lines(scene)) }
            <div class="row-actions">
                if can_build { { holder.buttons(scene) } }
                if let Some(key) = active.filter(|_| !is_acting) { { act_as(scene, &user.name, &key.id) } }
                if is_acting { { assume_opener(scene, &assume) } }
                <details class="more-actions">
                    <summary class="button little">{ scene.strings().act.more }</summary>
                    <div class="row-actions">
                        if can_build {
                            { opener(scene, &join, scene.strings().act.join) }
                            { bounded.buttons(scene) }
                        }
                        { bearer.buttons(scene) }
                        if is_acting { { session_form::openers(scene, account.id, &user.name) } }
                        if can_build {
                            { opener(scene, &identity::rename_id(account, user), scene.identity().rename) }
                            { button(scene.identity().delete_user, scene.send(delete)) }
                        }
                    </div>
                </details>
            </div>
            if !can_build {
                { outsider_note(scene, account) }
            }
            { holder.forms(scene) }
            { bounded.form_below(scene, account) }
            if scene.is_form_open(&join) {
                { join_form(scene, account, user, join) }
            }
            { super::assume_form::assume_form(scene, assume, None) }
            { session_form::forms(scene, account.id, &user.name) }
            { bearer.forms(scene) }
            { Tagged::user(account.id, user).form_below(scene) }
            { identity::rename_form(scene, account, user) }
        </>
    }
}

fn facts(scene: &Scene, account: &Account, user: &User) -> Html {
    let (facts, now) = (&scene.strings().facts, scene.state.sandbox.now());
    let is_live = |session: &&Session| !session.is_expired(now) && *session.behind() == user.arn;
    let n_sessions = scene.world().sessions().filter(is_live).count();
    let boundary = user.permissions_boundary.as_ref().map_or(facts.none, |arn| arn.last_name()).to_owned();
    html! {
        <dl class="facts">
            { Bearer { account, user: Some(user) }.facts(scene) }
            if n_sessions > 0 {
                { fact(scene.identity().sessions, n_sessions.to_string()) }
            }
            if user.groups.is_empty() {
                { fact(facts.groups, facts.none) }
            }
            { fact(facts.boundary, boundary) }
            { Tagged::user(account.id, user).fact(scene) }
        </dl>
    }
}

fn lines(scene: &Scene, account: &Account, user: &User, policies: Vec<Html>) -> Html {
    let can_build = scene.can_build(account.id);
    let group_line = |group: &str| {
        let input = json!({ "GroupName": group, "UserName": user.name });
        let leave = Scene::call(account.id, "iam:RemoveUserFromGroup", input);
        let leave = can_build.then(|| link(scene, scene.strings().act.leave, group, leave));
        let open = Action::SelectObject(Some(super::scene::group_key(account.id, group)));
        html! {
            <li key={format!("group/{group}")}>
                <button class="link tree-name" type="button" translate="no" onclick={scene.send(open)}>{ group.to_owned() }</button>
                { line_end(scene.strings().facts.group, leave) }
            </li>
        }
    };
    if policies.is_empty() && user.groups.is_empty() {
        return html! {};
    }
    html! {
        <ul class="detail-list">
            { for policies }
            { for user.groups.iter().map(|group| group_line(group)) }
        </ul>
    }
}

fn join_form(scene: &Scene, account: &Account, user: &User, id: String) -> Html {
    let form = &scene.strings().form;
    let is_in = |name: &str| user.groups.iter().any(|group| group.eq_ignore_ascii_case(name));
    let options: Vec<AttrValue> =
        account.groups().filter(|group| !is_in(&group.name)).map(|group| group.name.to_string().into()).collect();
    let on_submit = {
        let (on, account, user) = (scene.on.clone(), account.id, user.name.clone());
        Callback::from(move |group: String| {
            on.emit(Scene::call(account, "iam:AddUserToGroup", json!({ "GroupName": group, "UserName": user })));
        })
    };
    let (title, labels) = ((form.join_title)(&user.name), [form.group, form.join]);
    Form::choosing(id, title, labels, options, form.no_group).show_choice(scene, on_submit)
}
