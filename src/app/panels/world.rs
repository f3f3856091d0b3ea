//! The world: organizations, and accounts with their users, groups, roles, policies and buckets, as a tree.
//!
//! A row opens its details; everything that is done there is a call like any other. What is folded
//! is known here only, what is selected and which form is open stands in the store.

mod account;
mod anywhere;
mod application;
mod application_form;
mod assume_form;
mod attach_form;
mod boundary;
mod bucket;
mod create;
mod credential;
mod endpoint;
mod fields_form;
mod function;
mod group;
mod holder;
mod identity;
mod identity_center;
mod identity_pool;
mod instance;
mod instance_forms;
mod instance_profile;
mod key;
mod many;
mod metadata;
mod name_form;
mod organization;
mod policy;
mod provider;
mod resource;
mod role;
mod rows;
mod scene;
mod session;
mod session_extras;
mod session_form;
mod session_policy;
mod switch;
mod tags;
mod thing;
mod user;
mod versions;

use super::lesson::LeftTabs;
use crate::app::store::{Action, LeftZone, Mode, Popup, use_dispatch, use_now, use_snapshot};
use crate::app::strings::strings;
use iam_sandbox::arn::AccountId;
use scene::Scene;
use std::collections::BTreeMap;
use yew::prelude::*;

/// See the module.
#[component]
pub fn WorldPanel() -> Html {
    let (snapshot, dispatch) = (use_snapshot(), use_dispatch());
    let on = use_callback(dispatch, |action, dispatch| dispatch.dispatch(action));
    let now = use_now(&snapshot);
    let search = use_state(AttrValue::default);
    let mut scene = Scene::new(snapshot, on, now);
    scene.search = (*search).clone();
    let folds = use_state(BTreeMap::<AccountId, bool>::new);
    let state = &scene.state;
    let accounts = state.sandbox.world().accounts().enumerate().map(|(index, account)| {
        let is_open = folds.get(&account.id).copied().unwrap_or_else(|| index == 0 || scene.is_involved(account.id));
        let on_fold = {
            let (folds, id) = (folds.clone(), account.id);
            Callback::from(move |_: MouseEvent| {
                let mut next = (*folds).clone();
                next.insert(id, !is_open);
                folds.set(next);
            })
        };
        account::account(&scene, index, account, is_open, on_fold)
    });
    let is_organization_open = use_state(|| true);
    let on_fold_organization = {
        let is_open = is_organization_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let mode = if state.mode == Mode::Owner { "owner" } else { "caller" };
    html! {
        <section class="zone world" id="world" aria-labelledby="world-title" data-mode={mode} tabindex="-1">
            <LeftTabs zone={LeftZone::World} />
            { head(&scene) }
            { many::field(&scene, &search) }
            <ul class="tree">
                { organization::blocks(&scene, *is_organization_open, &on_fold_organization) }
                { for accounts }
            </ul>
            { organization::maker(&scene) }
            { importer(&scene) }
        </section>
    }
}

/// Below everything: another world, of a real account. A lesson has a world of its own.
fn importer(scene: &Scene) -> Html {
    if scene.state.play.is_some() {
        return Html::default();
    }
    let on_click = scene.send(Action::OpenPopup(Some(Popup::Import)));
    let label = strings(scene.state.language).exchange.import;
    html! {
        <p class="small"><button class="link" type="button" onclick={on_click}>{ label }</button></p>
    }
}

fn head(scene: &Scene) -> Html {
    let strings = scene.strings();
    let (word, hint, other) = match scene.state.mode {
        Mode::Owner => (strings.owner_mode, strings.to_caller_mode, Mode::Caller),
        Mode::Caller => (strings.caller_mode, strings.to_owner_mode, Mode::Owner),
    };
    let note = (scene.state.mode == Mode::Caller).then(|| (strings.caller_note)(&scene.actor_name()));
    html! {
        <>
            <div class="zone-head">
                <h2 class="zone-title" id="world-title">{ strings.title }</h2>
                <p class="zone-meta">
                    <button class="link" type="button" title={hint} onclick={scene.send(Action::SetMode(other))}>
                        { word }<span class="vh">{ format!(". {hint}") }</span>
                    </button>
                </p>
            </div>
            if let Some(note) = note {
                <p class="small muted">{ note }</p>
            }
        </>
    }
}
