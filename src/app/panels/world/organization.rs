//! The organization, above its accounts: the root with its units and accounts, and the policies that
//! are attached to them.

mod act;
mod node;
mod policy;

use super::fields_form::Form;
use super::rows::{button, opener};
use super::scene::Scene;
use crate::app::store::Action;
use iam_sandbox::world::{Invitation, Organization, OrganizationPolicyType};
use serde_json::json;
use yew::prelude::*;

/// The organizations of the world, and the accounts that were asked to join.
pub(super) fn blocks(scene: &Scene, is_open: bool, on_fold: &Callback<MouseEvent>) -> Html {
    html! { <>{ for scene.world().organizations().map(|organization| block(scene, organization, is_open, on_fold)) }</> }
}

fn block(scene: &Scene, organization: &Organization, is_open: bool, on_fold: &Callback<MouseEvent>) -> Html {
    let strings = scene.organization();
    html! {
        <li key={organization.id.to_string()} class="account organization" data-pattern="dotted">
            <h3>
                <button class="tree-row tree-account" type="button" aria-expanded={is_open.to_string()} onclick={on_fold}>
                    <span class="glyph" data-kind="organisation" aria-hidden="true"></span>
                    <span class="tree-name">{ strings.title }</span>
                    <span class="tree-meta" translate="no">{ organization.id.to_string() }</span>
                </button>
            </h3>
            if is_open {
                <ul class="tree-groups">
                    <li key="tree">
                        <div class="tree-heading"><h4>{ strings.tree }</h4></div>
                        <ul class="organization-tree">{ node::subtree(scene, organization, &organization.root) }</ul>
                    </li>
                    { invitations(scene, organization) }
                    { for OrganizationPolicyType::ALL.into_iter().map(|kind| policy::heading(scene, organization, kind)) }
                </ul>
            }
        </li>
    }
}

/// Accounts that were asked and have not said yes.
fn invitations(scene: &Scene, organization: &Organization) -> Html {
    let strings = scene.organization();
    let open: Vec<&Invitation> = organization.invitations().filter(|invitation| !invitation.is_accepted).collect();
    if open.is_empty() {
        return html! {};
    }
    let line = |invitation: &&Invitation| {
        let name = act::account_name(scene, invitation.account);
        let input = json!({ "HandshakeId": invitation.id });
        let accept = Scene::call(invitation.account, "organizations:AcceptHandshake", input);
        html! {
            <li key={invitation.id.to_string()} class="organization-line">
                <span class="tree-name">{ &name }</span>
                if scene.can_build(invitation.account) {
                    { button(&(strings.accept)(&name), scene.send(accept)) }
                }
            </li>
        }
    };
    html! {
        <li key="invited">
            <div class="tree-heading"><h4>{ strings.invited }</h4></div>
            <ul>{ for open.iter().map(line) }</ul>
        </li>
    }
}

/// Below the accounts: makes an organization, where whoever acts is in none.
pub(super) fn maker(scene: &Scene) -> Html {
    let strings = scene.organization();
    let free: Vec<(String, _)> = scene
        .world()
        .accounts()
        .filter(|account| scene.world().organization_of(account.id).is_none() && scene.can_build(account.id))
        .map(|account| (format!("{} · {}", account.name, account.id), account.id))
        .collect();
    if free.is_empty() || scene.world().organizations().next().is_some() {
        return html! {};
    }
    let id = "new/organization";
    let options: Vec<AttrValue> = free.iter().map(|(label, _)| label.clone().into()).collect();
    let on_submit = {
        let on = scene.on.clone();
        Callback::from(move |chosen: String| {
            if let Some((_, account)) = free.iter().find(|(label, _)| *label == chosen) {
                on.emit(Scene::call(*account, "organizations:CreateOrganization", json!({ "FeatureSet": "ALL" })));
                on.emit(Action::SelectObject(None));
            }
        })
    };
    let labels = [strings.management_account, strings.make_button];
    let form = Form::choosing(id.to_owned(), strings.make_title, labels, options, "");
    html! {
        <div class="organization-maker">
            { opener(scene, id, strings.make) }
            if scene.is_form_open(id) {
                { form.show_choice(scene, on_submit) }
                <p class="small muted">{ strings.make_note }</p>
            }
        </div>
    }
}
