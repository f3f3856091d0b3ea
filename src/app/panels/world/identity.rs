//! What users and root users sign in with and sign with: passwords, access keys, MFA devices.

mod keys;
mod mfa;
mod password;
mod report;
mod root;
mod settings;
mod sign_in;

pub(super) use keys::form_of_new as form_of_new_key;
pub(super) use root::row as root_row;
pub(super) use settings::row as settings_row;

use super::fields_form::request_form as form;
use super::rows::{fact, opener};
use super::scene::{Scene, root_key, user_key};
use crate::app::components::fields::Field;
use crate::app::store::{Action, Build, By, Mode, Then};
use iam_sandbox::api::Credentials;
use iam_sandbox::json::json;
use iam_sandbox::world::{AccessKey, Account, User};
use serde_json::{Map, Value};
use yew::prelude::*;

/// Somebody who has credentials: a user, or the root user of an account.
#[derive(Clone, Copy)]
pub(super) struct Bearer<'a> {
    /// The account.
    pub account: &'a Account,
    /// The user; none is the root user.
    pub user: Option<&'a User>,
}

impl<'a> Bearer<'a> {
    /// What devices and uses are kept under.
    fn id(self) -> String {
        self.user.map_or_else(|| self.account.id.to_string(), |user| user.id.to_string())
    }

    fn name(self) -> &'a str {
        self.user.map_or("root", |user| &user.name)
    }

    fn keys(self) -> &'a [AccessKey] {
        self.user.map_or(&self.account.root.access_keys, |user| &user.access_keys)
    }

    /// The key of a form below its row.
    fn form(self, what: &str) -> String {
        let row = self.user.map_or_else(|| root_key(self.account.id), |user| user_key(self.account.id, &user.name));
        format!("{what}/{row}")
    }

    /// Whether the buttons would do what they say: a root user's keys are in reach of nobody else.
    fn can_change(self, scene: &Scene) -> bool {
        match self.user {
            Some(_) => scene.can_build(self.account.id),
            None => scene.state.mode == Mode::Owner || self.is_acting(scene),
        }
    }

    /// Whether it acts, with whichever of its credentials.
    fn is_acting(self, scene: &Scene) -> bool {
        match (&scene.state.question.credentials, self.user) {
            (Credentials::Root(account), user) => user.is_none() && *account == self.account.id,
            (_, user) => {
                let arn = user.map_or_else(|| self.account.id.root_arn(), |user| user.arn.clone());
                scene.actor_arn(self.account.id) == Some(arn)
            }
        }
    }

    /// A request about it, which names it unless it is the root user.
    fn input(self, rest: Map<String, Value>) -> Value {
        let name = self.user.map(|user| ("UserName".to_owned(), Value::from(&*user.name)));
        name.into_iter().chain(rest).collect::<Map<_, _>>().into()
    }

    /// The call that changes its credentials.
    fn call(self, operation: &'static str, rest: Value, then: Then) -> Action {
        let rest = if let Value::Object(members) = rest { members } else { Map::new() };
        let by = if self.user.is_some() { By::Builder } else { By::Root };
        Action::Build(Build { by, account: self.account.id, calls: vec![(operation, self.input(rest))], then })
    }

    /// The facts about its credentials.
    pub(super) fn facts(self, scene: &Scene) -> Html {
        html! { <>{ keys::facts(scene, self) }{ password::fact_of(scene, self) }{ mfa::facts(scene, self) }</> }
    }

    /// The buttons that make credentials.
    pub(super) fn buttons(self, scene: &Scene) -> Html {
        html! {
            <>
                if self.can_change(scene) { { keys::create_button(scene, self) } }
                { opener(scene, &self.form("sign-in"), scene.identity().sign_in) }
            </>
        }
    }

    /// The form that is open, if it is one of those.
    pub(super) fn forms(self, scene: &Scene) -> Html {
        html! {
            <>
                { keys::new_key(scene, self) }
                { password::forms(scene, self) }
                { mfa::forms(scene, self) }
                { sign_in::form(scene, self) }
            </>
        }
    }
}

/// A word that opens a form, within a fact; `of` says of what, for those who hear it alone.
pub(super) fn link_opener(scene: &Scene, form: &str, label: &str, of: &str) -> Html {
    html! {
        <button class="link small" type="button" aria-label={(scene.strings().act.of)(label, of)}
            aria-expanded={scene.is_form_open(form).to_string()} aria-controls={form.to_owned()}
            onclick={scene.toggle_form(form)}>{ label }</button>
    }
}

/// A fact with what can be done about it.
pub(super) fn fact_with(name: &str, value: impl Into<Html>, acts: Html) -> Html {
    fact(name, html! { <><span class="fact-value">{ value.into() }</span><span class="fact-acts">{ acts }</span></> })
}

/// The form that gives a user another name.
pub(super) fn rename_form(scene: &Scene, account: &Account, user: &User) -> Html {
    let words = scene.identity();
    let (id, name) = (account.id, user.name.clone());
    let on_submit = Callback::from(move |request: Map<String, Value>| {
        let new = request.get("NewUserName").and_then(Value::as_str).unwrap_or(&name).to_owned();
        let calls = vec![("iam:UpdateUser", json!({ "UserName": name, "NewUserName": new }))];
        Action::Build(Build { by: By::Builder, account: id, calls, then: Then::Select(user_key(id, &new)) })
    });
    let fields = || vec![Field::text("NewUserName", scene.strings().form.name).with(user.name.to_string())];
    form(
        scene,
        rename_id(account, user),
        &(words.rename_title)(&user.name),
        fields,
        words.rename_button,
        on_submit,
        Html::default(),
    )
}

/// The key of that form.
pub(super) fn rename_id(account: &Account, user: &User) -> String {
    format!("rename/{}", user_key(account.id, &user.name))
}
