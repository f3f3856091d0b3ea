//! VPC endpoints: the form that makes one, its policy, and the way through it.

use super::fields_form::Form;
use super::rows::{Row, button, fact};
use super::scene::{Scene, endpoint_key};
use crate::app::store::Action;
use iam_sandbox::analysis::DocumentRef;
use iam_sandbox::api::Question;
use iam_sandbox::arn::AccountId;
use iam_sandbox::authz::Environment;
use iam_sandbox::json::json;
use iam_sandbox::world::{Account, VpcEndpoint};
use yew::prelude::*;

/// Services that are offered; those that the sentence can ask for.
const SERVICES: [&str; 4] = ["s3", "kms", "sts", "iam"];
/// Where new endpoints lie.
const REGION: &str = "eu-west-1";
/// VPCs do not exist in this world, so every endpoint opens into the same.
const VPC: &str = "vpc-0a1b2c3d4e5f67890";

/// The rows of the account's endpoints.
pub(super) fn rows(scene: &Scene, account: &Account) -> Vec<Html> {
    let endpoints = scene.world().vpc_endpoints().filter(|endpoint| endpoint.account == account.id);
    endpoints.map(|endpoint| row(scene, endpoint)).collect()
}

fn row(scene: &Scene, endpoint: &VpcEndpoint) -> Html {
    let key = endpoint_key(&endpoint.id);
    let row = Row { key: &key, kind: "endpoint", name: endpoint.id.to_string(), meta: endpoint.service().to_owned() };
    row.show(scene, || detail(scene, endpoint))
}

fn detail(scene: &Scene, endpoint: &VpcEndpoint) -> Html {
    let (build, facts) = (scene.build(), &scene.strings().facts);
    let document = DocumentRef::VpcEndpoint { id: endpoint.id.clone() };
    let question = &scene.state.question;
    let environment = Environment { vpc_endpoint: Some(endpoint.id.clone()), ..question.environment.clone() };
    let through = Action::SetQuestion(Question { environment, ..question.clone() });
    let is_used = question.environment.vpc_endpoint.as_deref() == Some(&*endpoint.id);
    html! {
        <>
            <dl class="facts">
                { fact(build.service, html! { <code translate="no">{ endpoint.service_name.to_string() }</code> }) }
                { fact(build.vpc, html! { <code translate="no">{ endpoint.vpc_id.to_string() }</code> }) }
                { fact(facts.region, html! { <code translate="no">{ endpoint.region.to_string() }</code> }) }
            </dl>
            <div class="row-actions">
                { button(build.endpoint_policy, scene.send(Action::OpenDocument(Some(document)))) }
                if !is_used {
                    { button(build.ask_through, scene.send(through)) }
                }
            </div>
        </>
    }
}

/// The form that makes an endpoint.
pub(super) fn create_form(scene: &Scene, account: AccountId, id: String) -> Html {
    let build = scene.build();
    let options: Vec<AttrValue> = SERVICES.map(AttrValue::from).to_vec();
    let on_submit = {
        let on = scene.on.clone();
        Callback::from(move |service: String| {
            let input = json!({ "VpcId": VPC, "ServiceName": format!("com.amazonaws.{REGION}.{service}") });
            on.emit(Scene::call(account, "ec2:CreateVpcEndpoint", input));
        })
    };
    let labels = [build.service, scene.strings().form.create];
    let form = Form::choosing(id, build.new_endpoint, labels, options, "");
    form.noted(build.endpoint_note).show_choice(scene, on_submit)
}
