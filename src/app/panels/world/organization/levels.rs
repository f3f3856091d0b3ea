//! The SCPs and RCPs that apply to a root, unit or account: its own and those of every level above it, from the root
//! down (rules C-13, C-21). Whether they allow something is said by an answer, not here.

use super::act::{detach, short, target_name};
use crate::app::panels::world::rows::link;
use crate::app::panels::world::scene::Scene;
use crate::app::store::Action;
use iam_sandbox::analysis::DocumentRef;
use iam_sandbox::world::{Organization, OrganizationPolicy, OrganizationPolicyType};
use yew::prelude::*;

/// The levels, for each type of policies that is on.
pub(super) fn levels(scene: &Scene, organization: &Organization, target: &str) -> Html {
    let strings = scene.organization();
    let up = std::iter::successors(Some(target), |id| organization.parent(id));
    let mut path: Vec<&str> = up.collect();
    path.reverse();
    let is_exempt = target.parse() == Ok(organization.management_account);
    let kinds = OrganizationPolicyType::ALL.into_iter().filter(|kind| organization.is_enabled(*kind));
    let of_kind = |kind: OrganizationPolicyType| {
        html! {
            <li key={short(kind)}>
                <h5 class="levels-title">{ (strings.by_level)(short(kind)) }</h5>
                <ol class="levels">{ for path.iter().map(|id| level(scene, organization, id, *id == target, kind)) }</ol>
            </li>
        }
    };
    html! {
        <>
            if is_exempt { <p class="small muted">{ strings.exempt }</p> }
            <ul class="levels-of">{ for kinds.map(of_kind) }</ul>
        </>
    }
}

fn level(scene: &Scene, organization: &Organization, id: &str, is_own: bool, kind: OrganizationPolicyType) -> Html {
    let strings = scene.organization();
    let policies: Vec<&OrganizationPolicy> = organization.attached(id, kind).collect();
    let line = |policy: &&OrganizationPolicy| policy_line(scene, organization, id, policy, is_own);
    html! {
        <li class="level" key={id.to_owned()} data-own={is_own.then_some("")}>
            <p class="level-name">
                <span>{ target_name(scene, organization, id) }</span>
                <span class="small muted">{ if is_own { strings.own_level } else { strings.inherited } }</span>
            </p>
            if policies.is_empty() {
                <p class="small muted">{ strings.nothing_attached }</p>
            } else {
                <ul class="detail-list">{ for policies.iter().map(line) }</ul>
            }
        </li>
    }
}

fn policy_line(
    scene: &Scene,
    organization: &Organization,
    target: &str,
    policy: &OrganizationPolicy,
    is_own: bool,
) -> Html {
    let document = DocumentRef::Organization { arn: policy.arn.clone() };
    let is_open = scene.state.document.as_ref() == Some(&document);
    // AWS's own RCP cannot be detached (C-21).
    let is_fixed = policy.is_from_aws() && policy.kind == OrganizationPolicyType::ResourceControlPolicy;
    let can_detach = is_own && scene.can_build(organization.management_account) && !is_fixed;
    let action = detach(organization, &policy.id, target);
    html! {
        <li key={policy.id.to_string()}>
            <button class="link tree-name" type="button" aria-pressed={is_open.to_string()} translate="no"
                onclick={scene.send(Action::OpenDocument(Some(document)))}>{ policy.name.to_string() }</button>
            if can_detach { { link(scene, scene.strings().act.detach, &policy.name, action) } }
        </li>
    }
}
