//! Policies on a user, a group or a role, which all have them alike.

use super::attach_form::AttachForm;
use super::name_form::NameForm;
use super::rows::{line_end, link, opener};
use super::scene::{Scene, group_key, role_key, user_key};
use crate::app::store::Action;
use iam_sandbox::analysis::DocumentRef;
use iam_sandbox::arn::{AccountId, Arn};
use iam_sandbox::json::json;
use iam_sandbox::world::PolicyHolder;
use serde_json::Value;
use yew::prelude::*;

/// What policies hang on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum HolderKind {
    User,
    Group,
    Role,
}

/// A user, group or role by name.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Holder {
    pub kind: HolderKind,
    pub account: AccountId,
    pub name: Box<str>,
}

impl Holder {
    /// Its policies.
    pub(super) fn policies<'a>(&self, scene: &'a Scene) -> Option<&'a PolicyHolder> {
        let account = scene.world().account(self.account)?;
        match self.kind {
            HolderKind::User => account.user(&self.name).map(|user| &user.policies),
            HolderKind::Group => account.group(&self.name).map(|group| &group.policies),
            HolderKind::Role => account.role(&self.name).map(|role| &role.policies),
        }
    }

    /// The place of an inline policy.
    pub(super) fn inline(&self, policy: &str) -> DocumentRef {
        let (account, policy) = (self.account, policy.into());
        match self.kind {
            HolderKind::User => DocumentRef::UserInline { account, user: self.name.clone(), policy },
            HolderKind::Group => DocumentRef::GroupInline { account, group: self.name.clone(), policy },
            HolderKind::Role => DocumentRef::RoleInline { account, role: self.name.clone(), policy },
        }
    }

    /// The call that attaches a managed policy.
    pub(super) fn attach(&self, arn: &Arn) -> (&'static str, Value) {
        let name = &self.name;
        match self.kind {
            HolderKind::User => ("iam:AttachUserPolicy", json!({ "UserName": name, "PolicyArn": arn })),
            HolderKind::Group => ("iam:AttachGroupPolicy", json!({ "GroupName": name, "PolicyArn": arn })),
            HolderKind::Role => ("iam:AttachRolePolicy", json!({ "RoleName": name, "PolicyArn": arn })),
        }
    }

    fn detach(&self, arn: &Arn) -> Action {
        let name = &self.name;
        let (operation, input) = match self.kind {
            HolderKind::User => ("iam:DetachUserPolicy", json!({ "UserName": name, "PolicyArn": arn })),
            HolderKind::Group => ("iam:DetachGroupPolicy", json!({ "GroupName": name, "PolicyArn": arn })),
            HolderKind::Role => ("iam:DetachRolePolicy", json!({ "RoleName": name, "PolicyArn": arn })),
        };
        Scene::call(self.account, operation, input)
    }

    fn delete(&self, policy: &str) -> Action {
        let name = &self.name;
        let (operation, input) = match self.kind {
            HolderKind::User => ("iam:DeleteUserPolicy", json!({ "UserName": name, "PolicyName": policy })),
            HolderKind::Group => ("iam:DeleteGroupPolicy", json!({ "GroupName": name, "PolicyName": policy })),
            HolderKind::Role => ("iam:DeleteRolePolicy", json!({ "RoleName": name, "PolicyName": policy })),
        };
        Scene::call(self.account, operation, input)
    }

    /// The key of a form below its row: `attach/user/111122223333/alice`.
    fn form(&self, what: &str) -> String {
        let row = match self.kind {
            HolderKind::User => user_key(self.account, &self.name),
            HolderKind::Group => group_key(self.account, &self.name),
            HolderKind::Role => role_key(self.account, &self.name),
        };
        format!("{what}/{row}")
    }

    /// The lines of its policies, each with the button that opens it and the one that takes it off.
    pub(super) fn lines(&self, scene: &Scene) -> Vec<Html> {
        let Some(policies) = self.policies(scene) else { return Vec::new() };
        let (facts, act) = (&scene.strings().facts, &scene.strings().act);
        let can_build = scene.can_build(self.account);
        let managed = policies.attached.iter().map(|arn| {
            let document = DocumentRef::Managed { account: self.account, arn: arn.clone() };
            let take_off = can_build.then(|| link(scene, act.detach, arn.last_name(), self.detach(arn)));
            // Most are managed: only what differs is said.
            let kind = if arn.account().is_none() { "AWS" } else { "" };
            policy_line(scene, document, kind, take_off)
        });
        let inline = policies.inline.keys().map(|name| {
            let take_off = can_build.then(|| link(scene, act.delete, name, self.delete(name)));
            policy_line(scene, self.inline(name), facts.inline, take_off)
        });
        managed.chain(inline).collect()
    }

    /// The buttons that add policies.
    pub(super) fn buttons(&self, scene: &Scene) -> Html {
        html! {
            <>
                { opener(scene, &self.form("attach"), scene.strings().act.attach) }
                { opener(scene, &self.form("inline"), scene.strings().act.write_inline) }
            </>
        }
    }

    /// The form that is open, if it is one of those that add policies.
    pub(super) fn forms(&self, scene: &Scene) -> Html {
        let (attach, inline) = (self.form("attach"), self.form("inline"));
        html! {
            <>
                if scene.is_form_open(&attach) {
                    <AttachForm key="attach" id={attach} scene={scene.clone()} holder={self.clone()} />
                }
                if scene.is_form_open(&inline) {
                    { self.inline_form(scene, inline) }
                }
            </>
        }
    }

    fn inline_form(&self, scene: &Scene, id: String) -> Html {
        let form = &scene.strings().form;
        let (action, resource) = scene.first_statement();
        let resource = iam_sandbox::text::short_resource(resource);
        let taken: Vec<AttrValue> = self
            .policies(scene)
            .map(|it| it.inline.keys().map(|name| AttrValue::from(name.to_string())).collect())
            .unwrap_or_default();
        let on_submit = {
            let (scene, holder) = (scene.clone(), self.clone());
            Callback::from(move |name: String| {
                let document = holder.inline(&name);
                let (operation, input) = document.write_call(&scene.narrow_policy());
                let then_open = Some(document);
                scene.on.emit(Action::Call { account: holder.account, operation, input, then_open });
            })
        };
        html! {
            <NameForm key="inline" {id} scene={scene.clone()} title={(form.new_inline)(&self.name)} label={form.name}
                value={scene.policy_name()} note={(form.policy_note)(action, resource)} {taken} {on_submit} />
        }
    }
}

fn policy_line(scene: &Scene, document: DocumentRef, kind: &str, take_off: Option<Html>) -> Html {
    let name = document.name().to_owned();
    let is_open = scene.state.document.as_ref() == Some(&document);
    html! {
        <li key={format!("{kind}/{name}")}>
            <button class="link tree-name" type="button" aria-pressed={is_open.to_string()} translate="no"
                onclick={scene.send(Action::OpenDocument(Some(document)))}>{ name }</button>
            { line_end(kind, take_off) }
        </li>
    }
}
