//! Instances: what they run with, and what can be done with them.

use super::instance_forms as forms;
use super::metadata;
use super::rows::{Row, act_with, button, fact, opener, outsider_note, short_key};
use super::scene::{Scene, instance_key};
use crate::app::components::duration::time_left;
use iam_sandbox::json::json;
use iam_sandbox::world::{Account, Instance, InstanceState, MetadataOptions, Session};
use yew::prelude::*;

/// The rows of the account's instances. Those that are gone stay only while they are looked at.
pub(super) fn rows(scene: &Scene, account: &Account) -> Vec<Html> {
    let matters = |it: &&Instance| it.state != InstanceState::Terminated || scene.is_selected(&instance_key(&it.id));
    let instances = scene.world().instances().filter(|it| it.account == account.id).filter(matters);
    instances.map(|instance| row(scene, account, instance)).collect()
}

fn row(scene: &Scene, account: &Account, instance: &Instance) -> Html {
    let state = state(scene, instance);
    let role = instance.association.as_ref().and_then(|association| scene.world().role_on(association));
    let meta = role.map_or_else(|| state.to_owned(), |role| format!("{state} · {}", role.name));
    let key = instance_key(&instance.id);
    let row = Row { key: &key, kind: "instance", name: instance.name().to_owned(), meta };
    row.show(scene, || detail(scene, account, instance))
}

fn state(scene: &Scene, instance: &Instance) -> &'static str {
    let [running, stopped, terminated] = scene.compute().instance.states;
    match instance.state {
        InstanceState::Running => running,
        InstanceState::Stopped => stopped,
        InstanceState::Terminated => terminated,
    }
}

fn detail(scene: &Scene, account: &Account, instance: &Instance) -> Html {
    let is_gone = instance.state == InstanceState::Terminated;
    html! {
        <>
            { facts(scene, instance) }
            if !is_gone {
                <div class="row-actions">
                    { opener(scene, &metadata::form(instance), scene.compute().metadata.open) }
                    if let Some(session) = session(scene, instance) {
                        { act_with(scene, scene.compute().instance.act_as, &session.access_key_id) }
                    }
                    if scene.can_build(account.id) {
                        { acts(scene, instance) }
                    }
                </div>
                if !scene.can_build(account.id) {
                    { outsider_note(scene, account) }
                }
                { metadata::panel(scene, instance) }
                { forms::below(scene, account, instance) }
            }
        </>
    }
}

/// The session whose credentials its metadata service hands out.
fn session<'a>(scene: &'a Scene, instance: &Instance) -> Option<&'a Session> {
    let session = scene.world().session(&instance.credentials.as_ref()?.access_key_id)?;
    (!session.is_expired(scene.state.sandbox.now())).then_some(session)
}

fn facts(scene: &Scene, instance: &Instance) -> Html {
    let words = &scene.compute().instance;
    let profile = instance.association.as_ref().map(|association| association.profile.last_name());
    let role = instance.association.as_ref().and_then(|association| scene.world().role_on(association));
    let id = html! { <code translate="no">{ instance.id.to_string() }</code> };
    html! {
        <dl class="facts">
            if instance.tags.contains_key("Name") { { fact(scene.build().key_id, id) } }
            { fact(words.state, state(scene, instance)) }
            { fact(words.profile, profile.unwrap_or(scene.compute().none).to_owned()) }
            if profile.is_some() {
                { fact(scene.compute().role, role.map_or(scene.compute().none, |role| &role.name).to_owned()) }
            }
            { fact(words.metadata, options(scene, &instance.metadata)) }
            { fact(words.credentials, credentials(scene, instance)) }
        </dl>
    }
}

fn options(scene: &Scene, options: &MetadataOptions) -> String {
    let words = &scene.compute().instance;
    let [required, optional, off] = words.versions;
    let version = if options.requires_token { required } else { optional };
    if options.is_enabled { format!("{version}, {}", (words.n_hops)(options.hop_limit)) } else { off.to_owned() }
}

fn credentials(scene: &Scene, instance: &Instance) -> Html {
    let Some(session) = session(scene, instance) else { return scene.compute().instance.no_credentials.into() };
    let left = session.expires.epoch_seconds() - scene.state.sandbox.now().epoch_seconds();
    html! { <>{ short_key(&session.access_key_id) }{ ", " }{ (scene.strings().left)(&time_left(left)) }</> }
}

fn acts(scene: &Scene, instance: &Instance) -> Html {
    let words = &scene.compute().instance;
    let ids = json!({ "InstanceIds": [instance.id] });
    let call = |operation, input| scene.send(Scene::call(instance.account, operation, input));
    html! {
        <>
            { opener(scene, &forms::profile_form_id(instance), words.set_profile) }
            if let Some(association) = &instance.association {
                { button(words.take_off, call("ec2:DisassociateIamInstanceProfile",
                    json!({ "AssociationId": association.id }))) }
            }
            { opener(scene, &forms::options_form_id(instance), words.options) }
            if instance.is_running() {
                { button(words.stop, call("ec2:StopInstances", ids.clone())) }
            } else {
                { button(words.start, call("ec2:StartInstances", ids.clone())) }
            }
            { button(words.terminate, call("ec2:TerminateInstances", ids)) }
        </>
    }
}
