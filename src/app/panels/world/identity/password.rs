//! The password for the console.

use super::super::fields_form::request_form as form;
use super::{Bearer, fact_with, link_opener};
use crate::app::components::fields::{Field, FieldKind};
use crate::app::panels::world::rows::link;
use crate::app::panels::world::scene::Scene;
use crate::app::store::{Action, Build, By, Mode, Then};
use iam_sandbox::json::json;
use iam_sandbox::world::LoginProfile;
use serde_json::{Map, Value};
use yew::prelude::*;

pub(super) fn fact_of(scene: &Scene, bearer: Bearer<'_>) -> Html {
    let words = scene.identity();
    let known = known(scene, bearer);
    let Some(user) = bearer.user else {
        let has_password = scene.world().root_password(bearer.account).is_some();
        return fact_with(
            words.password_fact,
            if has_password { words.root_password } else { scene.strings().facts.none },
            shown(scene, known),
        );
    };
    let set = bearer.form("password");
    let acts = html! {
        <>
            { shown(scene, known) }
            if bearer.can_change(scene) {
                { link_opener(scene, &set, if user.login.is_some() { words.change } else { words.set }, words.password) }
            }
            if user.login.is_some() && bearer.is_acting(scene) {
                { link_opener(scene, &bearer.form("own-password"), words.change_own, words.password) }
            }
            if user.login.is_some() && bearer.can_change(scene) {
                { link(scene, scene.strings().act.delete, words.password, bearer.call("iam:DeleteLoginProfile", json!({}), Then::Close)) }
            }
        </>
    };
    let value = user.login.as_ref().map_or_else(|| words.no_password.to_owned(), |login| told(scene, bearer, login));
    fact_with(words.password_fact, value, acts)
}

/// Since when, and what is to come.
fn told(scene: &Scene, bearer: Bearer<'_>, login: &LoginProfile) -> String {
    let words = scene.identity();
    let mut told = vec![(words.set_at)(&login.set.date())];
    if login.is_reset_required {
        told.push(words.must_change.to_owned());
    }
    let expiry = bearer.account.password_policy.as_ref().and_then(|policy| policy.expiry(login.set));
    if let Some(expiry) = expiry {
        let word = if expiry > scene.state.sandbox.now() { words.expires } else { words.expired };
        told.push(word(&expiry.date()));
    }
    told.join(", ")
}

/// Nobody but the author of the world can look a password up.
fn known(scene: &Scene, bearer: Bearer<'_>) -> Option<String> {
    let password = match bearer.user {
        Some(user) => user.login.as_ref().map(|login| login.password.to_string()),
        None => scene.world().root_password(bearer.account).map(|password| password.to_string()),
    };
    password.filter(|_| scene.state.mode == Mode::Owner)
}

fn shown(scene: &Scene, password: Option<String>) -> Html {
    let words = scene.identity();
    html! {
        if let Some(password) = password {
            <details class="fact-secret"><summary class="small muted">{ words.show }</summary><code translate="no">{ password }</code></details>
        }
    }
}

pub(super) fn forms(scene: &Scene, bearer: Bearer<'_>) -> Html {
    let (Some(user), words) = (bearer.user, scene.identity()) else { return Html::default() };
    let operation = if user.login.is_some() { "iam:UpdateLoginProfile" } else { "iam:CreateLoginProfile" };
    let (account, name) = (bearer.account.id, user.name.clone());
    let set = Callback::from(move |request: Map<String, Value>| {
        let input: Map<_, _> = [("UserName".to_owned(), Value::from(&*name))].into_iter().chain(request).collect();
        Action::Build(Build { by: By::Builder, account, calls: vec![(operation, input.into())], then: Then::Close })
    });
    let own = Callback::from(move |request: Map<String, Value>| {
        let calls = vec![("iam:ChangePassword", request.into())];
        Action::Build(Build { by: By::Acting, account, calls, then: Then::Close })
    });
    let reset = user.login.as_ref().is_none_or(|login| login.is_reset_required);
    let fields = || {
        vec![
            Field::text("Password", words.password).noted(words.password_note),
            Field::new(FieldKind::Check, "PasswordResetRequired", words.reset_required).with(reset.to_string()),
        ]
    };
    let own_fields =
        || vec![Field::text("OldPassword", words.old_password), Field::text("NewPassword", words.new_password)];
    let title = (words.password_title)(&user.name);
    html! {
        <>
            { form(scene, bearer.form("password"), &title, fields, words.set_button, set, Html::default()) }
            { form(scene, bearer.form("own-password"), &title, own_fields, words.set_button, own, Html::default()) }
        </>
    }
}
