//! The permissions boundary of a user or role: a managed policy that limits what it can get.

use super::fields_form::Form;
use super::rows::{button, opener};
use super::scene::Scene;
use crate::app::store::Action;
use iam_sandbox::arn::{AccountId, Arn};
use iam_sandbox::catalog::managed_policies;
use iam_sandbox::json::json;
use iam_sandbox::world::Account;
use serde_json::Value;
use yew::prelude::*;

/// AWS's own policies that its documentation uses as boundaries.
const OFFERED: [&str; 3] = ["PowerUserAccess", "ReadOnlyAccess", "AmazonS3FullAccess"];

/// The account's own policies, and those of AWS that are offered.
pub(super) fn offered(account: &Account) -> Vec<Arn> {
    let own = account.policies().filter(|policy| !policy.is_from_aws()).map(|policy| policy.arn.clone());
    let aws = managed_policies().iter().filter(|policy| OFFERED.contains(&&*policy.name));
    own.chain(aws.map(|policy| policy.arn.clone())).collect()
}

/// What the boundary is on.
pub(super) struct Bounded<'a> {
    /// `User` or `Role`, as the operations spell it.
    pub kind: &'static str,
    /// Its account.
    pub account: AccountId,
    /// Its name.
    pub name: &'a str,
    /// The boundary that is set.
    pub boundary: Option<&'a Arn>,
}

impl Bounded<'_> {
    fn form(&self) -> String {
        format!("boundary/{}/{}/{}", self.kind, self.account, self.name)
    }

    fn call(&self, boundary: Option<&Arn>) -> Action {
        let operation = match (self.kind, boundary) {
            ("Role", Some(_)) => "iam:PutRolePermissionsBoundary",
            ("Role", None) => "iam:DeleteRolePermissionsBoundary",
            (_, Some(_)) => "iam:PutUserPermissionsBoundary",
            (_, None) => "iam:DeleteUserPermissionsBoundary",
        };
        let mut input = json!({ (format!("{}Name", self.kind)): self.name });
        if let (Some(arn), Value::Object(members)) = (boundary, &mut input) {
            members.insert("PermissionsBoundary".to_owned(), json!(arn));
        }
        Scene::call(self.account, operation, input)
    }

    /// The buttons that set it and take it away.
    pub(super) fn buttons(&self, scene: &Scene) -> Html {
        html! {
            <>
                { opener(scene, &self.form(), scene.build().set_boundary) }
                if self.boundary.is_some() {
                    { button(scene.build().remove_boundary, scene.send(self.call(None))) }
                }
            </>
        }
    }

    /// The form, if it is open.
    pub(super) fn form_below(&self, scene: &Scene, account: &Account) -> Html {
        let id = self.form();
        if !scene.is_form_open(&id) {
            return Html::default();
        }
        let build = scene.build();
        let arns = offered(account);
        let options: Vec<AttrValue> = arns.iter().map(|arn| arn.last_name().to_owned().into()).collect();
        let calls: Vec<(String, Action)> =
            arns.iter().map(|arn| (arn.last_name().to_owned(), self.call(Some(arn)))).collect();
        let on_submit = {
            let on = scene.on.clone();
            Callback::from(move |name: String| {
                if let Some((_, call)) = calls.iter().find(|(known, _)| *known == name) {
                    on.emit(call.clone());
                }
            })
        };
        let (title, labels) = ((build.boundary_title)(self.name), [build.boundary, build.set]);
        Form::choosing(id, title, labels, options, build.no_policy).show_choice(scene, on_submit)
    }
}
