//! Managed policies: the account's own, and those of AWS that are attached in it.

use super::many::{few, rest};
use super::rows::{Row, button, fact};
use super::scene::{Scene, policy_key};
use super::versions;
use crate::app::store::Action;
use iam_sandbox::analysis::DocumentRef;
use iam_sandbox::arn::Arn;
use iam_sandbox::json::json;
use iam_sandbox::world::{Account, ManagedPolicy, PolicyHolder};
use yew::prelude::*;

/// The rows of the policies.
pub(super) fn rows(scene: &Scene, account: &Account) -> Vec<Html> {
    // A policy of AWS that hangs nowhere is one among hundreds; the search finds it.
    let is_row = |policy: &&ManagedPolicy| {
        !policy.is_from_aws() || !uses(account, policy).is_empty() || !bounded(account, policy).is_empty()
    };
    let policies = account.policies().filter(is_row);
    let few = few(scene, policies, |policy| &policy.name, |policy| policy_key(account.id, &policy.arn));
    let rows = few.shown.iter().map(|policy| row(scene, account, policy, &uses(account, policy)));
    rows.chain(rest(scene, few.n_found)).collect()
}

/// The names of everything that has the policy.
fn uses<'a>(account: &'a Account, policy: &ManagedPolicy) -> Vec<&'a str> {
    let has = |policies: &PolicyHolder| policies.attached.contains(&policy.arn);
    let users = account.users().filter(|user| has(&user.policies)).map(|user| &*user.name);
    let groups = account.groups().filter(|group| has(&group.policies)).map(|group| &*group.name);
    let roles = account.roles().filter(|role| has(&role.policies)).map(|role| &*role.name);
    users.chain(groups).chain(roles).collect()
}

/// The names of those whose permissions boundary it is, which AWS does not count as uses.
fn bounded<'a>(account: &'a Account, policy: &ManagedPolicy) -> Vec<&'a str> {
    let is_it = |boundary: Option<&Arn>| boundary == Some(&policy.arn);
    let users = account.users().filter(|user| is_it(user.permissions_boundary.as_ref())).map(|user| &*user.name);
    let roles = account.roles().filter(|role| is_it(role.permissions_boundary.as_ref())).map(|role| &*role.name);
    users.chain(roles).collect()
}

fn row(scene: &Scene, account: &Account, policy: &ManagedPolicy, uses: &[&str]) -> Html {
    let origin = if policy.is_from_aws() { "AWS".to_owned() } else { format!("v{}", policy.default_version) };
    let boundary = bounded(account, policy);
    let mut meta = format!("{origin} · {}", (scene.strings().n_uses)(uses.len()));
    if !boundary.is_empty() {
        meta = format!("{meta} · {}: {}", scene.strings().facts.boundary, boundary.len());
    }
    let key = policy_key(account.id, &policy.arn);
    let row = Row { key: &key, kind: "policy", name: policy.name.to_string(), meta };
    row.show(scene, || detail(scene, account, policy, uses))
}

fn detail(scene: &Scene, account: &Account, policy: &ManagedPolicy, uses: &[&str]) -> Html {
    let facts = &scene.strings().facts;
    let document = DocumentRef::Managed { account: account.id, arn: policy.arn.clone() };
    let delete = Scene::call(account.id, "iam:DeletePolicy", json!({ "PolicyArn": policy.arn }));
    let boundary = bounded(account, policy);
    let attached_to = if uses.is_empty() { facts.nothing.to_owned() } else { uses.join(", ") };
    html! {
        <>
            <dl class="facts">
                if policy.is_from_aws() {
                    { fact(facts.owner, facts.by_aws) }
                }
                { fact(facts.versions, (facts.default_of)(policy.default_version, policy.versions.len())) }
                { fact(facts.attached_to, attached_to) }
                if !boundary.is_empty() {
                    { fact(facts.boundary_of, boundary.join(", ")) }
                }
            </dl>
            <div class="row-actions">
                { button(scene.strings().act.open, scene.send(Action::OpenDocument(Some(document)))) }
                if scene.can_build(account.id) && !policy.is_from_aws() {
                    { button(scene.compute().delete, scene.send(delete)) }
                }
            </div>
            { versions::list(scene, account.id, policy) }
        </>
    }
}
