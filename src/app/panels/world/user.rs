//! Users: their keys, groups and policies.

use super::assume_form::assume_opener;
use super::boundary::Bounded;
use super::choose_form::ChooseForm;
use super::holder::{Holder, HolderKind};
use super::rows::{Row, act_as, fact, line_end, link, opener, outsider_note, short_key};
use super::scene::{Scene, user_key};
use super::session_form;
use crate::app::store::Action;
use iam_sandbox::world::{AccessKey, AccessKeyStatus, Account, User};
use serde_json::json;
use yew::prelude::*;

/// The row of a user.
pub(super) fn row(scene: &Scene, account: &Account, user: &User) -> Html {
    let n_policies = user.policies.n_policies();
    let meta = if n_policies == 0 { String::new() } else { (scene.strings().n_policies)(n_policies) };
    let key = user_key(account.id, &user.name);
    let row = Row { key: &key, kind: "user", name: user.name.to_string(), meta };
    row.show(scene, || detail(scene, account, user))
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
    html! {
        <>
            { facts(scene, user) }
            { lines(scene, account, user, holder.lines(scene)) }
            <div class="row-actions">
                if can_build {
                    { holder.buttons(scene) }
                    { opener(scene, &join, scene.strings().act.join) }
                    { bounded.buttons(scene) }
                }
                if let Some(key) = active.filter(|_| !is_acting) {
                    { act_as(scene, &user.name, &key.id) }
                }
                if is_acting {
                    { assume_opener(scene, &assume) }
                    { session_form::openers(scene, account.id, &user.name) }
                }
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
        </>
    }
}

fn facts(scene: &Scene, user: &User) -> Html {
    let facts = &scene.strings().facts;
    let key_line = |key: &AccessKey| {
        let status = if key.status == AccessKeyStatus::Active { facts.active } else { facts.inactive };
        fact(facts.key, html! { <>{ short_key(&key.id) }{ format!(", {status}") }</> })
    };
    let boundary = user.permissions_boundary.as_ref().map_or(facts.none, |arn| arn.last_name()).to_owned();
    html! {
        <dl class="facts">
            { for user.access_keys.iter().map(key_line) }
            if user.access_keys.is_empty() {
                { fact(facts.key, facts.no_key) }
            }
            if user.groups.is_empty() {
                { fact(facts.groups, facts.none) }
            }
            { fact(facts.boundary, boundary) }
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
    html! {
        <ChooseForm key="join" {id} scene={scene.clone()} title={(form.join_title)(&user.name)} label={form.group}
            button={form.join} {options} nothing={form.no_group} {on_submit} />
    }
}
