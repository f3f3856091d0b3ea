//! An account of the tree, with the headings under which everything in it stands.

use super::create::{Kind, adder, create_form};
use super::scene::Scene;
use super::{bucket, endpoint, group, key, policy, role, user};
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
                <ul class="tree-groups">{ for Kind::ALL.into_iter().map(|kind| heading(scene, account, kind)) }</ul>
            }
        </li>
    }
}

fn heading(scene: &Scene, account: &Account, kind: Kind) -> Html {
    let strings = scene.strings();
    let (title, rows): (&str, Vec<Html>) = match kind {
        Kind::User => (strings.users, account.users().map(|user| user::row(scene, account, user)).collect()),
        Kind::Group => (strings.groups, account.groups().map(|group| group::row(scene, account, group)).collect()),
        Kind::Role => (strings.roles, account.roles().flat_map(|role| role::rows(scene, account, role)).collect()),
        Kind::Policy => (strings.policies, policy::rows(scene, account)),
        Kind::Bucket => (strings.buckets, bucket::rows(scene, account)),
        Kind::Key => (scene.build().keys, key::rows(scene, account)),
        Kind::Endpoint => (scene.build().endpoints, endpoint::rows(scene, account)),
    };
    html! {
        <li key={kind.word()}>
            <div class="tree-heading"><h4>{ title }</h4>{ adder(scene, account, kind) }</div>
            { create_form(scene, account, kind) }
            <ul>{ for rows }</ul>
        </li>
    }
}
