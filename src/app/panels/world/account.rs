//! An account of the tree, with the headings under which everything in it stands.

use super::create::{Kind, adder, also, create_form};
use super::many::{few, rest};
use super::scene::{Scene, group_key, role_key, user_key};
use super::{
    anywhere, application, bucket, endpoint, function, group, identity, identity_center, identity_pool, instance,
    instance_profile, key, policy, provider, resource, role, user,
};
use crate::app::accounts::account_name;
use iam_sandbox::world::Account;
use yew::prelude::*;

/// Draws the account. Accounts are told apart by letter and pattern, never by colour.
pub(super) fn account(
    scene: &Scene,
    index: usize,
    account: &Account,
    is_open: bool,
    on_fold: Callback<MouseEvent>,
) -> Html {
    let pattern = if index == 0 { "plain" } else { "diagonal" };
    html! {
        <li key={account.id.to_string()} class="account" data-pattern={pattern}>
            <h3>
                <button class="tree-row tree-account" type="button" aria-expanded={is_open.to_string()} onclick={on_fold}>
                    <span class="glyph" data-kind="account" aria-hidden="true"></span>
                    <span class="tree-name">{ account_name(scene.world(), account.id) }</span>
                    <span class="tree-meta" translate="no">{ account.id.grouped() }</span>
                </button>
            </h3>
            if is_open {
                { groups(scene, account) }
            }
        </li>
    }
}

/// All headings; what is seldom there has one only where it is.
fn groups(scene: &Scene, account: &Account) -> Html {
    let mut absent = Vec::new();
    let headings: Vec<Html> = Kind::ALL
        .into_iter()
        .filter_map(|kind| {
            let (title, rows) = rows(scene, account, kind);
            if rows.is_empty() && Kind::SELDOM.contains(&kind) {
                absent.push(kind);
                return None;
            }
            Some(heading(scene, account, kind, title, rows))
        })
        .collect();
    html! {
        <ul class="tree-groups">
            { for headings }
            <li key="account">
                <div class="tree-heading"><h4>{ scene.identity().heading }</h4></div>
                <ul>{ for identity::root_row(scene, account) }{ identity::settings_row(scene, account) }</ul>
            </li>
            { also(scene, account, &absent) }
        </ul>
    }
}

fn rows(scene: &Scene, account: &Account, kind: Kind) -> (&'static str, Vec<Html>) {
    let (strings, compute) = (scene.strings(), scene.compute());
    match kind {
        Kind::User => {
            let few = few(scene, account.users(), |user| &user.name, |user| user_key(account.id, &user.name));
            let rows = few.shown.iter().flat_map(|user| user::rows(scene, account, user));
            (strings.users, rows.chain(rest(scene, few.n_found)).collect())
        }
        Kind::Group => {
            let few = few(scene, account.groups(), |group| &group.name, |group| group_key(account.id, &group.name));
            let rows = few.shown.iter().map(|group| group::row(scene, account, group));
            (strings.groups, rows.chain(rest(scene, few.n_found)).collect())
        }
        Kind::Role => {
            let few = few(scene, account.roles(), |role| &role.name, |role| role_key(account.id, &role.name));
            let rows = few.shown.iter().flat_map(|role| role::rows(scene, account, role));
            (strings.roles, rows.chain(rest(scene, few.n_found)).collect())
        }
        Kind::Provider => (scene.outside().providers, provider::rows(scene, account)),
        Kind::Anywhere => (scene.ways().anywhere, anywhere::rows(scene, account)),
        Kind::Pool => (scene.ways().pools, identity_pool::rows(scene, account)),
        Kind::Center => (scene.ways().center, identity_center::rows(scene, account)),
        Kind::Profile => (compute.profiles, instance_profile::rows(scene, account)),
        Kind::Policy => (strings.policies, policy::rows(scene, account)),
        Kind::Bucket => (strings.buckets, bucket::rows(scene, account)),
        Kind::Key => (scene.build().keys, key::rows(scene, account)),
        Kind::Endpoint => (scene.build().endpoints, endpoint::rows(scene, account)),
        Kind::Instance => (compute.instances, instance::rows(scene, account)),
        Kind::Function => (compute.functions, function::rows(scene, account)),
        Kind::Application => (compute.applications, application::rows(scene, account)),
        Kind::Resource => (compute.resources, resource::rows(scene, account)),
    }
}

fn heading(scene: &Scene, account: &Account, kind: Kind, title: &'static str, rows: Vec<Html>) -> Html {
    html! {
        <li key={kind.word()}>
            <div class="tree-heading"><h4>{ title }</h4>{ adder(scene, account, kind) }</div>
            { create_form(scene, account, kind) }
            <ul>{ for rows }</ul>
        </li>
    }
}
