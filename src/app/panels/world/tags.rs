//! Tags of whatever has some: the fact, and the form that adds one.

use super::fields_form::request_form as form;
use super::identity::{fact_with, link_opener};
use super::rows::link;
use super::scene::Scene;
use crate::app::components::fields::Field;
use crate::app::store::Action;
use iam_sandbox::arn::AccountId;
use iam_sandbox::json::json;
use iam_sandbox::world::{Role, Tags, User};
use serde_json::{Map, Value};
use yew::prelude::*;

/// Something with its tags.
pub(super) struct Tagged<'a> {
    /// The account in which it is changed.
    account: AccountId,
    /// What it is called.
    name: String,
    tags: Option<&'a Tags>,
    /// The operations that set tags and that take them away.
    operations: [&'static str; 2],
    /// What names it in both requests.
    named: Value,
}

impl<'a> Tagged<'a> {
    /// Something that is named by a member of the request; `name` is what people call it.
    pub(super) fn new(
        account: AccountId,
        name: &str,
        tags: Option<&'a Tags>,
        operations: [&'static str; 2],
        named: Value,
    ) -> Self {
        Self { account, name: name.to_owned(), tags, operations, named }
    }

    /// A user.
    pub(super) fn user(account: AccountId, user: &'a User) -> Self {
        let named = json!({ "UserName": user.name });
        Self::new(account, &user.name, Some(&user.tags), ["iam:TagUser", "iam:UntagUser"], named)
    }

    /// A role.
    pub(super) fn role(account: AccountId, role: &'a Role) -> Self {
        let named = json!({ "RoleName": role.name });
        Self::new(account, &role.name, Some(&role.tags), ["iam:TagRole", "iam:UntagRole"], named)
    }

    fn id(&self) -> String {
        let named = self.named.as_object().into_iter().flatten().filter_map(|(_, value)| value.as_str());
        let named = named.collect::<Vec<_>>().join("/");
        format!("tag/{}/{}/{named}", self.operations[0], self.account)
    }

    /// The fact.
    pub(super) fn fact(&self, scene: &Scene) -> Html {
        let (words, can_build) = (scene.identity(), scene.can_build(self.account));
        let tag = |key: &str, value: &str| {
            let remove = call(self.account, self.operations[1], &self.named, "TagKeys", json!([key]));
            html! {
                <span class="fact-tag" key={key.to_owned()}>
                    <code translate="no">{ format!("{key}={value}") }</code>{ " " }
                    if can_build { { link(scene, scene.strings().act.remove, key, remove) } }
                </span>
            }
        };
        let none = self.tags.is_none_or(Tags::is_empty).then_some(scene.strings().facts.none);
        let add = can_build.then(|| link_opener(scene, &self.id(), words.add_tag, words.tags));
        let all = self.tags.into_iter().flatten().map(|(key, value)| tag(key, value));
        fact_with(words.tags, html! { <>{ none }{ for all }</> }, add.unwrap_or_default())
    }

    /// The form that adds one, if it is open.
    pub(super) fn form_below(&self, scene: &Scene) -> Html {
        let words = scene.identity();
        let (account, operation, named) = (self.account, self.operations[0], self.named.clone());
        let on_submit = Callback::from(move |request: Map<String, Value>| {
            let value = request.get("Value").cloned().unwrap_or("".into());
            let tag = json!([{ "Key": request.get("Key"), "Value": value }]);
            call(account, operation, &named, "Tags", tag)
        });
        let fields = || vec![Field::text("Key", words.tag_key), Field::text("Value", words.tag_value)];
        let title = (words.tag_title)(&self.name);
        form(scene, self.id(), &title, fields, words.add_button, on_submit, Html::default())
    }
}

fn call(account: AccountId, operation: &'static str, named: &Value, member: &str, value: Value) -> Action {
    let mut input = named.clone();
    input[member] = value;
    Scene::call(account, operation, input)
}
