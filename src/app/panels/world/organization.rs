//! The organization, above its accounts: the root with its units and accounts, and the policies that
//! are attached to them.

mod act;
mod features;
mod levels;
mod node;
mod policy;

use super::fields_form::Form;
use super::rows::{button, opener};
use super::scene::Scene;
use crate::app::store::Action;
use iam_sandbox::json::json;
use iam_sandbox::world::{Invitation, InvitationState, Organization, OrganizationPolicyType};
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
                    { features::heading(scene, organization) }
                </ul>
            }
        </li>
    }
}

/// Accounts that were asked and have not said yes: those that still may, and how it ended with the others.
fn invitations(scene: &Scene, organization: &Organization) -> Html {
    let asked: Vec<&Invitation> = organization.invitations().filter(|invitation| !invitation.is_accepted).collect();
    if asked.is_empty() {
        return html! {};
    }
    html! {
        <li key="invited">
            <div class="tree-heading"><h4>{ scene.organization().invited }</h4></div>
            <ul>{ for asked.iter().map(|invitation| invited(scene, organization, invitation)) }</ul>
        </li>
    }
}

fn invited(scene: &Scene, organization: &Organization, invitation: &Invitation) -> Html {
    let strings = scene.organization();
    let name = act::account_name(scene, invitation.account);
    let answer = |operation: &'static str, account| {
        scene.send(Scene::call(account, operation, json!({ "HandshakeId": invitation.id })))
    };
    let state = match invitation.state(scene.now) {
        InvitationState::Canceled => strings.canceled.to_owned(),
        InvitationState::Declined => strings.declined.to_owned(),
        InvitationState::Expired => strings.expired.to_owned(),
        InvitationState::Open | InvitationState::Accepted => {
            invitation.expires().map(|at| (strings.waits)(&at.date())).unwrap_or_default()
        }
    };
    let is_open = invitation.is_open(scene.now);
    let asked = is_open && scene.can_build(invitation.account);
    html! {
        <li key={invitation.id.to_string()} class="organization-invited">
            <p><span class="tree-name">{ &name }</span>{ " " }<span class="small muted">{ state }</span></p>
            <div class="row-actions">
                if asked {
                    { button(&(strings.accept)(&name), answer("organizations:AcceptHandshake", invitation.account)) }
                    { button(&(strings.decline)(&name), answer("organizations:DeclineHandshake", invitation.account)) }
                }
                if is_open && scene.can_build(organization.management_account) {
                    { button(strings.cancel, answer("organizations:CancelHandshake", organization.management_account)) }
                }
            </div>
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
