//! Queues, topics, tables and secrets: their policies, and the question about them.

use super::fields_form::Form;
use super::rows::{Row, button, fact, outsider_note};
use super::scene::{Scene, resource_key};
use super::thing::{Ask, asks, list};
use crate::app::components::fields::{Field, FieldKind, Typed};
use crate::app::store::Action;
use iam_sandbox::analysis::DocumentRef;
use iam_sandbox::api::{Question, queue_url};
use iam_sandbox::json::json;
use iam_sandbox::world::{Account, Resource, Tags};
use serde_json::Value;
use yew::prelude::*;

/// Of each service: its name, and what one asks first about what it holds.
const SERVICES: [(&str, &str); 4] = [
    ("sqs", "sqs:SendMessage"),
    ("sns", "sns:Publish"),
    ("dynamodb", "dynamodb:GetItem"),
    ("secretsmanager", "secretsmanager:GetSecretValue"),
];

/// The rows of what an account has.
pub(super) fn rows(scene: &Scene, account: &Account) -> Vec<Html> {
    let resources = scene.world().resources().filter(|resource| resource.arn.account() == Some(account.id));
    resources.map(|resource| row(scene, account, resource)).collect()
}

/// The button that puts a question into the Ask bar.
pub(super) fn ask_about(scene: &Scene, action: &str, resource: &str) -> Html {
    let question = Question { action: action.into(), resource: resource.into(), ..scene.state.question.clone() };
    button(scene.compute().ask_about, scene.send(Action::SetQuestion(question)))
}

fn kind(scene: &Scene, resource: &Resource) -> &'static str {
    let index = SERVICES.iter().position(|(service, _)| *service == resource.arn.service()).unwrap_or_default();
    scene.compute().resource.kinds[index]
}

fn row(scene: &Scene, account: &Account, resource: &Resource) -> Html {
    let key = resource_key(&resource.arn);
    let meta = kind(scene, resource).split(" (").next().unwrap_or_default().to_lowercase();
    let row = Row { key: &key, kind: "resource", name: resource.name.to_string(), meta };
    row.show(scene, || detail(scene, account, resource))
}

fn detail(scene: &Scene, account: &Account, resource: &Resource) -> Html {
    let words = &scene.compute().resource;
    let document = DocumentRef::Resource { arn: resource.arn.clone() };
    let action = SERVICES.iter().find(|(service, _)| *service == resource.arn.service()).map(|(_, action)| *action);
    let call = |(operation, input)| scene.send(Scene::call(account.id, operation, input));
    let (label, policy) = match &resource.policy {
        Some(policy) => {
            let n_statements = policy.policy().document().statements.len();
            (words.open_policy, (scene.strings().n_statements)(n_statements))
        }
        None => (words.write_policy, scene.compute().none.to_owned()),
    };
    let key = resource_key(&resource.arn);
    let (openers, forms) = if resource.arn.service() == "sns" {
        asks(scene, account, &key, topic_asks(scene, resource))
    } else {
        Default::default()
    };
    html! {
        <>
            <dl class="facts">
                { fact("ARN", html! { <code translate="no">{ resource.arn.to_string() }</code> }) }
                { fact(words.policy, policy) }
                { for content(scene, account, resource) }
                { tags(scene, &resource.tags) }
            </dl>
            <div class="row-actions">
                { button(label, scene.send(Action::OpenDocument(Some(document)))) }
                if let Some(action) = action {
                    { ask_about(scene, action, resource.arn.as_str()) }
                }
                { openers }
                if scene.can_build(account.id) {
                    if resource.policy.is_some() && let Some(deletion) = policy_deletion(resource) {
                        { button(words.delete_policy, call(deletion)) }
                    }
                    if let Some(deletion) = deletion(resource) {
                        { button(scene.compute().delete, call(deletion)) }
                    }
                }
            </div>
            if !scene.can_build(account.id) {
                { outsider_note(scene, account) }
            }
            { forms }
        </>
    }
}

/// What is done with a topic.
fn topic_asks(scene: &Scene, topic: &Resource) -> Vec<Ask> {
    let words = scene.ways();
    let named = json!({ "TopicArn": topic.arn });
    let queue = scene.world().resources().find(|one| one.arn.service() == "sqs");
    let queue = queue.map(|queue| queue.arn.to_string()).unwrap_or_default();
    vec![
        Ask::new(
            words.subscribe,
            "sns:Subscribe",
            named.clone(),
            vec![
                Field::new(FieldKind::plain(["sqs", "lambda", "email"]), "Protocol", words.protocol),
                Field::text("Endpoint", words.endpoint).with(queue),
            ],
        )
        .noted(words.subscribe_note),
        Ask::new(words.publish, "sns:Publish", named, vec![Field::text("Message", words.message).with("hello")]),
    ]
}

/// What is in it: messages, who is subscribed, items; of a secret nothing is shown.
fn content(scene: &Scene, account: &Account, resource: &Resource) -> Option<Html> {
    let words = &scene.compute().resource;
    match resource.arn.service() {
        "sqs" => Some(fact(words.messages, resource.messages.len().to_string())),
        "sns" => {
            let told = resource.subscriptions.iter();
            let told = told.map(|one| {
                let waits = if one.token.is_some() { scene.ways().unconfirmed } else { "" };
                let end = one.token.is_none().then(|| ("sns:Unsubscribe", json!({ "SubscriptionArn": one.arn })));
                (format!("{} {}{waits}", one.protocol, one.endpoint), end)
            });
            Some(fact(words.subscribed, list(scene, account, told)))
        }
        "dynamodb" => {
            let n_items = resource.table.as_ref().map_or(0, |table| table.items.len());
            Some(fact(words.items, n_items.to_string()))
        }
        _ => None,
    }
}

/// A fact that lists texts of AWS's, one a line.
pub(super) fn codes(scene: &Scene, label: &'static str, texts: impl Iterator<Item = String>) -> Html {
    let lines: Vec<Html> = texts.map(|text| html! { <><code translate="no">{ text }</code><br /></> }).collect();
    if lines.is_empty() { fact(label, scene.compute().none) } else { fact(label, html! { <>{ for lines }</> }) }
}

/// The tags, where there are some.
pub(super) fn tags(scene: &Scene, tags: &Tags) -> Html {
    if tags.is_empty() {
        return Html::default();
    }
    codes(scene, scene.identity().tags, tags.iter().map(|(key, value)| format!("{key}={value}")))
}

/// The call that takes the policy away; topics cannot be without one.
fn policy_deletion(resource: &Resource) -> Option<(&'static str, Value)> {
    let arn = &resource.arn;
    Some(match arn.service() {
        "sqs" => ("sqs:SetQueueAttributes", json!({ "QueueUrl": queue_url(arn), "Attributes": { "Policy": "" } })),
        "dynamodb" => ("dynamodb:DeleteResourcePolicy", json!({ "ResourceArn": arn })),
        "secretsmanager" => ("secretsmanager:DeleteResourcePolicy", json!({ "SecretId": arn })),
        _ => return None,
    })
}

/// The call that deletes it.
fn deletion(resource: &Resource) -> Option<(&'static str, Value)> {
    let arn = &resource.arn;
    Some(match arn.service() {
        "sqs" => ("sqs:DeleteQueue", json!({ "QueueUrl": queue_url(arn) })),
        "sns" => ("sns:DeleteTopic", json!({ "TopicArn": arn })),
        "dynamodb" => ("dynamodb:DeleteTable", json!({ "TableName": arn })),
        _ => return None,
    })
}

/// The call that makes one.
fn creation(service: &str, name: &str) -> (&'static str, Value) {
    match service {
        "sns" => ("sns:CreateTopic", json!({ "Name": name })),
        "dynamodb" => {
            let schema = json!([{ "AttributeName": "id", "KeyType": "HASH" }]);
            let input = json!({
                "TableName": name, "KeySchema": schema, "BillingMode": "PAY_PER_REQUEST",
                "AttributeDefinitions": [{ "AttributeName": "id", "AttributeType": "S" }],
            });
            ("dynamodb:CreateTable", input)
        }
        "secretsmanager" => ("secretsmanager:CreateSecret", json!({ "Name": name })),
        _ => ("sqs:CreateQueue", json!({ "QueueName": name })),
    }
}

/// The form that makes one.
pub(super) fn create_form(scene: &Scene, account: &Account, id: String) -> Html {
    let words = &scene.compute().resource;
    let kinds = SERVICES.iter().zip(words.kinds);
    let kinds = kinds.map(|((service, _), kind)| (*service, kind));
    let fields =
        vec![Field::new(FieldKind::choice(kinds), "kind", words.kind), Field::text("name", scene.strings().form.name)];
    let on_submit = {
        let (on, account) = (scene.on.clone(), account.id);
        Callback::from(move |filled: Typed| {
            let (operation, input) = creation(filled.of("kind"), filled.of("name"));
            on.emit(Scene::call(account, operation, input));
        })
    };
    let form = Form::new(id, scene.compute().new_resource, scene.strings().form.create, fields);
    form.noted(words.note).show(scene, on_submit)
}
