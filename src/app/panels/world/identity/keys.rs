//! Access keys, of which each secret is shown once.

use super::Bearer;
use super::fact_with;
use crate::app::components::credential_card::CredentialCard;
use crate::app::components::inline_panel::InlinePanel;
use crate::app::panels::world::rows::{button, fact, link, short_key};
use crate::app::panels::world::scene::Scene;
use crate::app::store::{Action, Then};
use iam_sandbox::json::json;
use iam_sandbox::world::{AccessKey, AccessKeyStatus};
use serde_json::Value;
use yew::prelude::*;

pub(super) fn facts(scene: &Scene, bearer: Bearer<'_>) -> Html {
    let facts = &scene.strings().facts;
    let keys = bearer.keys();
    if keys.is_empty() {
        let none = if bearer.user.is_some() { facts.no_key } else { scene.identity().no_root_key };
        return fact(facts.key, none);
    }
    html! { <>{ for keys.iter().map(|key| key_fact(scene, bearer, key)) }</> }
}

fn key_fact(scene: &Scene, bearer: Bearer<'_>, key: &AccessKey) -> Html {
    let (facts, words) = (&scene.strings().facts, scene.identity());
    let is_active = key.status == AccessKeyStatus::Active;
    let status = if is_active { facts.active } else { facts.inactive };
    let used = match scene.state.sandbox.activity().key(&key.id) {
        Some(used) => (words.last_used)(&used.at.clock_time(), &used.service),
        None => words.never_used.to_owned(),
    };
    let name = crate::app::components::key_id::short_key_id(&key.id);
    let change = |operation, rest: Value| bearer.call(operation, rest, Then::Close);
    let other = if is_active { "Inactive" } else { "Active" };
    let switch = change("iam:UpdateAccessKey", json!({ "AccessKeyId": key.id, "Status": other }));
    let delete = change("iam:DeleteAccessKey", json!({ "AccessKeyId": key.id }));
    let is_acting = scene.state.question.credentials.access_key_id() == Some(&*key.id);
    let acts = html! {
        <>
            if !is_acting { { link(scene, words.use_key, &name, Action::ActAs(key.id.clone())) } }
            if bearer.can_change(scene) {
                { link(scene, if is_active { words.deactivate } else { words.activate }, &name, switch) }
                { link(scene, scene.strings().act.delete, &name, delete) }
            }
        </>
    };
    let made = (words.made_at)(&key.created.date());
    fact_with(facts.key, html! { <>{ short_key(&key.id) }{ format!(", {status}, {made}, {used}") }</> }, acts)
}

/// Makes a key and shows it.
pub(super) fn create_button(scene: &Scene, bearer: Bearer<'_>) -> Html {
    let create = bearer.call("iam:CreateAccessKey", json!({}), Then::Form(form_of_new));
    // What is refused must not take the secret away that is shown below and never again.
    button(scene.identity().create_key, scene.on.reform(move |_: MouseEvent| create.clone()))
}

/// The form that shows the key that was just made.
pub(crate) fn form_of_new(output: &Value) -> Option<String> {
    Some(format!("new-key/{}", output["AccessKey"]["AccessKeyId"].as_str()?))
}

/// The key that was just made, with its secret, until the card is closed.
pub(super) fn new_key(scene: &Scene, bearer: Bearer<'_>) -> Html {
    let form = |key: &AccessKey| format!("new-key/{}", key.id);
    let Some(key) = bearer.keys().iter().find(|key| scene.is_form_open(&form(key))) else { return Html::default() };
    let words = scene.identity();
    let text = |value: &str| AttrValue::from(value.to_owned());
    html! {
        <InlinePanel key="new-key" id={form(key)} title={(words.new_key_title)(bearer.name())}
            close_label={scene.strings().form.close} on_close={scene.close_form()}>
            <p class="small">{ words.new_key_note }</p>
            <CredentialCard id={form(key)} language={scene.state.language} access_key_id={text(&key.id)}
                secret={Some(text(&key.secret))} profile={text(bearer.name())} />
        </InlinePanel>
    }
}
