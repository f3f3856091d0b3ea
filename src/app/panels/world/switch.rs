//! Switching role in the console, and back.

use super::fields_form::request_form;
use super::rows::{button, opener};
use super::scene::Scene;
use crate::app::components::fields::Field;
use crate::app::store::Action;
use iam_sandbox::world::{Session, SessionOrigin};
use serde_json::{Map, Value};
use yew::prelude::*;

fn id(session: &Session) -> String {
    format!("switch/{}", session.access_key_id)
}

/// The buttons of a session that sits before the console; of another they would act for somebody else.
pub(super) fn buttons(scene: &Scene, session: &Session, is_acting: bool) -> Html {
    if !is_acting || !session.facts.origin.is_console() {
        return Html::default();
    }
    let words = scene.identity();
    let back = (session.facts.origin == SessionOrigin::SwitchRole).then_some(session.parent.as_ref()).flatten();
    html! {
        <>
            { opener(scene, &id(session), words.switch) }
            if let Some(parent) = back {
                { button(&(words.switch_back)(session.name().unwrap_or_default()), scene.send(Action::ActAs(parent.clone()))) }
            }
        </>
    }
}

/// The form, if it is open.
pub(super) fn form_below(scene: &Scene, session: &Session) -> Html {
    let words = scene.identity();
    let account = scene.world().account(session.account);
    let called = account.and_then(|account| account.alias.as_deref().map(ToOwned::to_owned));
    let called = called.unwrap_or_else(|| session.account.to_string());
    let on_submit = Callback::from(|request: Map<String, Value>| {
        let text = |name: &str| request.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        Action::SwitchRole { account: text("Account"), role: text("RoleName") }
    });
    let fields =
        || vec![Field::text("Account", words.account).with(called), Field::text("RoleName", words.switch_role)];
    request_form(scene, id(session), words.switch_title, fields, words.switch_button, on_submit, Html::default())
}
