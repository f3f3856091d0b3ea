//! Tags of users and roles.

use super::{fact_with, form, link_opener};
use crate::app::components::fields::Field;
use crate::app::panels::world::rows::link;
use crate::app::panels::world::scene::Scene;
use crate::app::store::Action;
use iam_sandbox::arn::AccountId;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use yew::prelude::*;

/// A user or role with its tags.
pub(in crate::app::panels::world) struct Tagged<'a> {
    /// Whether it is a role, and not a user.
    pub is_role: bool,
    /// Its account.
    pub account: AccountId,
    /// Its name.
    pub name: &'a str,
    /// Its tags.
    pub tags: &'a BTreeMap<Box<str>, Box<str>>,
}

impl Tagged<'_> {
    fn id(&self) -> String {
        format!("tag/{}/{}/{}", self.is_role, self.account, self.name)
    }

    fn call(&self, operation: [&'static str; 2], member: &str, value: Value) -> Action {
        let name = if self.is_role { "RoleName" } else { "UserName" };
        let operation = operation[usize::from(self.is_role)];
        Scene::call(self.account, operation, json!({ name: self.name, member: value }))
    }

    /// The fact.
    pub(in crate::app::panels::world) fn fact(&self, scene: &Scene) -> Html {
        let (words, can_build) = (scene.identity(), scene.can_build(self.account));
        let remove = |key: &str| self.call(["iam:UntagUser", "iam:UntagRole"], "TagKeys", json!([key]));
        let tag = |key: &str, value: &str| {
            html! {
                <span class="fact-tag" key={key.to_string()}>
                    <code translate="no">{ format!("{key}={value}") }</code>{ " " }
                    if can_build { { link(scene, scene.strings().act.remove, key, remove(key)) } }
                </span>
            }
        };
        let none = self.tags.is_empty().then_some(scene.strings().facts.none);
        let add = can_build.then(|| link_opener(scene, &self.id(), words.add_tag, words.tags));
        fact_with(
            words.tags,
            html! { <>{ none }{ for self.tags.iter().map(|(key, value)| tag(key, value)) }</> },
            add.unwrap_or_default(),
        )
    }

    /// The form that adds one, if it is open.
    pub(in crate::app::panels::world) fn form_below(&self, scene: &Scene) -> Html {
        let words = scene.identity();
        let (is_role, account, name) = (self.is_role, self.account, self.name.to_owned());
        let on_submit = Callback::from(move |request: Map<String, Value>| {
            let tags =
                json!([{ "Key": request.get("Key"), "Value": request.get("Value").cloned().unwrap_or("".into()) }]);
            Tagged { is_role, account, name: &name, tags: &BTreeMap::new() }.call(
                ["iam:TagUser", "iam:TagRole"],
                "Tags",
                tags,
            )
        });
        let fields = || vec![Field::text("Key", words.tag_key), Field::text("Value", words.tag_value)];
        let title = (words.tag_title)(self.name);
        form(scene, self.id(), &title, fields, words.add_button, on_submit, Html::default())
    }
}
