//! Groups: their members and policies.

use super::fields_form::Form;
use super::holder::{Holder, HolderKind};
use super::rows::{Row, button, fact, line_end, link, opener, outsider_note};
use super::scene::{Scene, group_key, user_key};
use crate::app::store::Action;
use iam_sandbox::json::json;
use iam_sandbox::world::{Account, Group};
use yew::prelude::*;

/// Most members that are named in the row.
const MAX_NAMED: usize = 2;

/// The row of a group.
pub(super) fn row(scene: &Scene, account: &Account, group: &Group) -> Html {
    let strings = scene.strings();
    let members: Vec<&str> = account.members(&group.name).map(|user| &*user.name).collect();
    let who = match members.len() {
        0 => None,
        1..=MAX_NAMED => Some(members.join(", ")),
        n => Some((strings.n_members)(n)),
    };
    let n_policies = group.policies.n_policies();
    let policies = (n_policies > 0).then(|| (strings.n_policies)(n_policies));
    let meta = who.into_iter().chain(policies).collect::<Vec<_>>().join(" · ");
    let key = group_key(account.id, &group.name);
    let row = Row { key: &key, kind: "group", name: group.name.to_string(), meta };
    row.show(scene, || detail(scene, account, group))
}

fn detail(scene: &Scene, account: &Account, group: &Group) -> Html {
    let holder = Holder { kind: HolderKind::Group, account: account.id, name: group.name.clone() };
    let can_build = scene.can_build(account.id);
    let add = format!("add/{}/{}", account.id, group.name);
    let delete = Scene::call(account.id, "iam:DeleteGroup", json!({ "GroupName": group.name }));
    let lines: Vec<Html> = holder
        .lines(scene)
        .into_iter()
        .chain(account.members(&group.name).map(|user| member(scene, account, group, &user.name)))
        .collect();
    html! {
        <>
            <dl class="facts">{ fact("ARN", html! { <code translate="no">{ group.arn.to_string() }</code> }) }</dl>
            if !lines.is_empty() {
                <ul class="detail-list">{ for lines }</ul>
            }
            if can_build {
                <div class="row-actions">
                    { holder.buttons(scene) }
                    { opener(scene, &add, scene.strings().act.add_user) }
                    { button(scene.identity().delete_user, scene.send(delete)) }
                </div>
            } else {
                { outsider_note(scene, account) }
            }
            { holder.forms(scene) }
            if scene.is_form_open(&add) {
                { add_form(scene, account, group, add) }
            }
        </>
    }
}

fn member(scene: &Scene, account: &Account, group: &Group, user: &str) -> Html {
    let input = json!({ "GroupName": group.name, "UserName": user });
    let remove = Scene::call(account.id, "iam:RemoveUserFromGroup", input);
    let remove = scene.can_build(account.id).then(|| link(scene, scene.strings().act.remove, user, remove));
    let open = Action::SelectObject(Some(user_key(account.id, user)));
    html! {
        <li key={format!("user/{user}")}>
            <button class="link tree-name" type="button" translate="no" onclick={scene.send(open)}>{ user.to_owned() }</button>
            { line_end(scene.strings().facts.member, remove) }
        </li>
    }
}

fn add_form(scene: &Scene, account: &Account, group: &Group, id: String) -> Html {
    let form = &scene.strings().form;
    let is_in = |name: &str| account.members(&group.name).any(|user| &*user.name == name);
    let options: Vec<AttrValue> =
        account.users().filter(|user| !is_in(&user.name)).map(|user| user.name.to_string().into()).collect();
    let on_submit = {
        let (on, account, group) = (scene.on.clone(), account.id, group.name.clone());
        Callback::from(move |user: String| {
            on.emit(Scene::call(account, "iam:AddUserToGroup", json!({ "GroupName": group, "UserName": user })));
        })
    };
    let (title, labels) = ((form.add_user_title)(&group.name), [form.user, form.add]);
    Form::choosing(id, title, labels, options, form.no_user).show_choice(scene, on_submit)
}
