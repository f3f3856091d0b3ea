//! What the organization has switched on: trusted access for services, who administers them, central root access.

use super::act::{account_name, call, form};
use crate::app::components::fields::{Field, FieldKind};
use crate::app::panels::world::fields_form::request_form;
use crate::app::panels::world::identity::{fact_with, link_opener};
use crate::app::panels::world::rows::{button, fact, held, link};
use crate::app::panels::world::scene::Scene;
use iam_sandbox::arn::AccountId;
use iam_sandbox::json::json;
use iam_sandbox::world::{Organization, RootFeature};
use serde_json::{Map, Value};
use yew::prelude::*;

/// The principal of IAM, which central root access rests on.
const IAM: &str = "iam.amazonaws.com";

/// The switches of central root access, with the operations that turn them on and off.
const ROOT_FEATURES: [(RootFeature, [&str; 2]); 2] = [
    (
        RootFeature::RootCredentialsManagement,
        ["iam:EnableOrganizationsRootCredentialsManagement", "iam:DisableOrganizationsRootCredentialsManagement"],
    ),
    (RootFeature::RootSessions, ["iam:EnableOrganizationsRootSessions", "iam:DisableOrganizationsRootSessions"]),
];

/// The heading and what is below it.
pub(super) fn heading(scene: &Scene, organization: &Organization) -> Html {
    let strings = scene.organization();
    let can_manage = scene.can_build(organization.management_account);
    let add = form("trust", &organization.id);
    let opener = can_manage.then(|| link_opener(scene, &add, scene.identity().add_button, strings.trusted));
    let trusted = organization.trusted_services().map(|(service, _)| {
        let input = json!({ "ServicePrincipal": service });
        let action = call(organization, "organizations:DisableAWSServiceAccess", input);
        held(scene, service, can_manage.then_some((strings.turn_off, action)))
    });
    let trusted: Vec<Html> = trusted.collect();
    let none = trusted.is_empty().then_some(scene.strings().facts.none);
    let switches = ROOT_FEATURES.iter().zip(strings.root_features).map(|((feature, operations), label)| {
        let is_on = organization.has_root_feature(*feature);
        let action = call(organization, operations[usize::from(is_on)], json!({}));
        let word = if is_on { strings.turn_off } else { strings.turn_on };
        let acts = if can_manage { link(scene, word, label, action) } else { Html::default() };
        fact_with(label, if is_on { strings.is_on } else { strings.is_off }, acts)
    });
    let delete = call(organization, "organizations:DeleteOrganization", json!({}));
    html! {
        <li key="features">
            <div class="tree-heading"><h4>{ strings.features }</h4></div>
            <div class="detail">
                <dl class="facts">
                    { fact(strings.feature_set, strings.all_features) }
                    { fact_with(strings.trusted, html! { <>{ none }{ for trusted }</> }, opener.unwrap_or_default()) }
                    { for switches }
                </dl>
                <p class="small muted">{ strings.root_note }</p>
                if can_manage {
                    <div class="row-actions">{ button(strings.delete, scene.send(delete)) }</div>
                }
                { service_form(scene, organization, add, strings.trusted, "organizations:EnableAWSServiceAccess", None) }
            </div>
        </li>
    }
}

/// The services that a member administers for the organization.
pub(super) fn delegated(scene: &Scene, organization: &Organization, account: AccountId) -> Html {
    let strings = scene.organization();
    let can_manage = scene.can_build(organization.management_account);
    let services = organization.delegated_administrators().find(|(id, _)| *id == account).map(|(_, services)| services);
    let Some(services) = services else { return Html::default() };
    let line = |service: &str| {
        let input = json!({ "AccountId": account, "ServicePrincipal": service });
        let action = call(organization, "organizations:DeregisterDelegatedAdministrator", input);
        held(scene, service, can_manage.then_some((scene.strings().act.remove, action)))
    };
    fact(strings.administers, html! { <>{ for services.keys().map(|service| line(service)) }</> })
}

/// The form that makes a member the administrator of a service, if it is open.
pub(super) fn delegate_form(scene: &Scene, organization: &Organization, account: AccountId, id: String) -> Html {
    let title = (scene.organization().delegate_title)(&account_name(scene, account));
    let operation = "organizations:RegisterDelegatedAdministrator";
    service_form(scene, organization, id, &title, operation, Some(account))
}

fn service_form(
    scene: &Scene,
    organization: &Organization,
    id: String,
    title: &str,
    operation: &'static str,
    account: Option<AccountId>,
) -> Html {
    let strings = scene.organization();
    let management = organization.management_account;
    let on_submit = Callback::from(move |mut typed: Map<String, Value>| {
        if let Some(account) = account {
            typed.insert("AccountId".to_owned(), json!(account));
        }
        Scene::call(management, operation, typed.into())
    });
    let trusted: Vec<String> = organization.trusted_services().map(|(service, _)| service.to_owned()).collect();
    // Who administers a service is said once it has trusted access; AWS says so otherwise.
    let kind = match account {
        Some(_) if !trusted.is_empty() => FieldKind::plain(trusted),
        _ => FieldKind::Text,
    };
    let fields = || vec![Field::new(kind, "ServicePrincipal", strings.service).with(IAM)];
    request_form(scene, id, title, fields, scene.identity().add_button, on_submit, Html::default())
}
