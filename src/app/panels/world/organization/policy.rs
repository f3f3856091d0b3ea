//! The SCPs and RCPs of an organization: whether they count, what they are attached to.

use super::act::{attach, call, detach, foreseen, short, target_name, target_path, targets};
use super::node::tagged;
use crate::app::components::fields::Field;
use crate::app::panels::world::fields_form::Form;
use crate::app::panels::world::fields_form::request_form;
use crate::app::panels::world::name_form::NameForm;
use crate::app::panels::world::rows::{Row, button, fact, link, opener};
use crate::app::panels::world::scene::{Scene, organization_policy_key};
use crate::app::store::Action;
use iam_sandbox::analysis::DocumentRef;
use iam_sandbox::arn::Arn;
use iam_sandbox::json::json;
use iam_sandbox::policy::pretty_value;
use iam_sandbox::world::{Organization, OrganizationPolicy, OrganizationPolicyType};
use serde_json::{Map, Value};
use yew::prelude::*;

/// The policies of a type below their heading.
pub(super) fn heading(scene: &Scene, organization: &Organization, kind: OrganizationPolicyType) -> Html {
    let strings = scene.organization();
    let can_manage = scene.can_build(organization.management_account);
    let is_on = organization.is_enabled(kind);
    let new = format!("new/{}/{}", organization.id, short(kind));
    let title = match kind {
        OrganizationPolicyType::ServiceControlPolicy => strings.scps,
        OrganizationPolicyType::ResourceControlPolicy => strings.rcps,
    };
    let (operation, label) = match is_on {
        true => ("organizations:DisablePolicyType", strings.turn_off),
        false => ("organizations:EnablePolicyType", strings.turn_on),
    };
    let toggle = call(organization, operation, json!({ "RootId": organization.root, "PolicyType": kind }));
    let policies = organization.policies().filter(|policy| policy.kind == kind && (is_on || !policy.is_from_aws()));
    html! {
        <li key={short(kind)}>
            <div class="tree-heading">
                <h4>{ title }{ " · " }{ if is_on { strings.on } else { strings.off } }</h4>
                if can_manage {
                    <span class="organization-switch">
                        { link(scene, label, short(kind), toggle) }
                        <button class="add" type="button" aria-label={(strings.new_policy)(short(kind))}
                            aria-expanded={scene.is_form_open(&new).to_string()} aria-controls={new.clone()}
                            onclick={scene.toggle_form(&new)}>{ "+" }</button>
                    </span>
                }
            </div>
            if can_manage && scene.is_form_open(&new) {
                { new_form(scene, organization, kind, new) }
            }
            <ul>{ for policies.map(|policy| row(scene, organization, policy)) }</ul>
        </li>
    }
}

fn row(scene: &Scene, organization: &Organization, policy: &OrganizationPolicy) -> Html {
    let n_uses = (scene.strings().n_uses)(organization.targets_of(&policy.id).count());
    let meta = if policy.is_from_aws() { format!("AWS · {n_uses}") } else { n_uses };
    let key = organization_policy_key(&policy.arn);
    let row = Row { key: &key, kind: "policy", name: policy.name.to_string(), meta };
    row.show(scene, || detail(scene, organization, policy))
}

fn detail(scene: &Scene, organization: &Organization, policy: &OrganizationPolicy) -> Html {
    let (strings, facts) = (scene.organization(), &scene.strings().facts);
    let can_manage = scene.can_build(organization.management_account);
    let is_fixed = policy.is_from_aws() && policy.kind == OrganizationPolicyType::ResourceControlPolicy;
    let used: Vec<&str> = organization.targets_of(&policy.id).collect();
    let document = DocumentRef::Organization { arn: policy.arn.clone() };
    let form = format!("organization-attach-to/{}", policy.id);
    let can_delete = can_manage && used.is_empty() && !policy.is_from_aws();
    let delete = call(organization, "organizations:DeletePolicy", json!({ "PolicyId": policy.id }));
    let tagged = tagged(scene, organization, &policy.id);
    let edit = format!("organization-edit/{}", policy.id);
    let line = |target: &&str| {
        let name = target_name(scene, organization, target);
        let action = detach(organization, &policy.id, target);
        let can_detach = can_manage && !is_fixed;
        html! {
            <li key={(*target).to_owned()}>
                <span class="tree-name">{ &name }</span>
                if can_detach {
                    { link(scene, scene.strings().act.detach, &name, action) }
                }
            </li>
        }
    };
    html! {
        <>
            <dl class="facts">
                { fact(strings.id, html! { <code translate="no">{ policy.id.to_string() }</code> }) }
                if !policy.description.is_empty() {
                    { fact(strings.description, policy.description.to_string()) }
                }
                { tagged.fact(scene) }
                { fact(facts.attached_to, if used.is_empty() { facts.nothing } else { "" }) }
            </dl>
            if !used.is_empty() {
                <ul class="detail-list">{ for used.iter().map(line) }</ul>
            }
            <div class="row-actions">
                { button(scene.strings().act.open, scene.send(Action::OpenDocument(Some(document)))) }
                if can_manage && organization.is_enabled(policy.kind) {
                    { opener(scene, &form, strings.attach_to) }
                }
                if can_manage && !policy.is_from_aws() {
                    { opener(scene, &edit, strings.rename) }
                }
                if can_delete {
                    { button(scene.strings().act.delete, scene.send(delete)) }
                }
            </div>
            if can_manage && scene.is_form_open(&form) {
                { attach_form(scene, organization, policy, form) }
            }
            { edit_form(scene, organization, policy, edit) }
            { tagged.form_below(scene) }
        </>
    }
}

/// Another name and another description.
fn edit_form(scene: &Scene, organization: &Organization, policy: &OrganizationPolicy, id: String) -> Html {
    let (strings, management) = (scene.organization(), organization.management_account);
    let (policy_id, words) = (policy.id.clone(), scene.identity());
    let on_submit = Callback::from(move |mut typed: Map<String, Value>| {
        typed.insert("PolicyId".to_owned(), json!(policy_id));
        Scene::call(management, "organizations:UpdatePolicy", typed.into())
    });
    let fields = || {
        vec![
            Field::text("Name", scene.strings().form.name).with(policy.name.to_string()),
            Field::text("Description", strings.description).with(policy.description.to_string()),
        ]
    };
    let title = (words.rename_title)(&policy.name);
    request_form(scene, id, &title, fields, words.set_button, on_submit, Html::default())
}

fn attach_form(scene: &Scene, organization: &Organization, policy: &OrganizationPolicy, id: String) -> Html {
    let strings = scene.organization();
    let used: Vec<&str> = organization.targets_of(&policy.id).collect();
    let free = targets(organization).into_iter().filter(|target| !used.contains(&&**target));
    let choices: Vec<(String, Box<str>)> =
        free.map(|target| (target_path(scene, organization, &target), target)).collect();
    let options: Vec<AttrValue> = choices.iter().map(|(name, _)| name.clone().into()).collect();
    let on_submit = {
        let (on, organization, policy) = (scene.on.clone(), organization.clone(), policy.id.clone());
        Callback::from(move |name: String| {
            if let Some((_, target)) = choices.iter().find(|(known, _)| *known == name) {
                on.emit(attach(&organization, &policy, target));
            }
        })
    };
    let (title, labels) = ((strings.attach_policy_title)(&policy.name), [strings.target, strings.attach_button]);
    Form::choosing(id, title, labels, options, strings.no_target).show_choice(scene, on_submit)
}

fn new_form(scene: &Scene, organization: &Organization, kind: OrganizationPolicyType, id: String) -> Html {
    let strings = scene.organization();
    let operation = scene.state.question.action.rsplit(':').next().unwrap_or_default();
    let letters: String = operation.chars().filter(char::is_ascii_alphanumeric).collect();
    let on_submit = {
        let (scene, organization) = (scene.clone(), organization.clone());
        Callback::from(move |name: String| {
            let input = json!({ "Name": name, "Description": "", "Type": kind, "Content": first_text(&scene, kind) });
            let account = organization.management_account;
            let operation = "organizations:CreatePolicy";
            let answer = foreseen(&scene, account, operation, &input);
            let arn: Option<Arn> = answer["Policy"]["PolicySummary"]["Arn"].as_str().and_then(|arn| arn.parse().ok());
            let then_open = arn.clone().map(|arn| DocumentRef::Organization { arn });
            scene.on.emit(Action::Call { account, operation, input, then_open });
            if let Some(arn) = arn {
                scene.on.emit(Action::SelectObject(Some(organization_policy_key(&arn))));
            }
        })
    };
    let note = (strings.new_policy_note)(&scene.state.question.action);
    html! {
        <NameForm key="policy" {id} scene={scene.clone()} title={(strings.new_policy)(short(kind))}
            label={scene.strings().form.name} value={format!("Deny{letters}")} {note} {on_submit} />
    }
}

/// Denies what the sentence asks for; a text to begin with.
fn first_text(scene: &Scene, kind: OrganizationPolicyType) -> String {
    let action = &scene.state.question.action;
    let statement: Value = match kind {
        OrganizationPolicyType::ServiceControlPolicy => json!({ "Effect": "Deny", "Action": action, "Resource": "*" }),
        OrganizationPolicyType::ResourceControlPolicy => {
            json!({ "Effect": "Deny", "Principal": "*", "Action": action, "Resource": "*" })
        }
    };
    pretty_value(&json!({ "Version": "2012-10-17", "Statement": [statement] }))
}
