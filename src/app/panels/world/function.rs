//! Functions: the role that each runs with, and who may invoke it.

use super::fields_form::Form;
use super::resource::ask_about;
use super::role;
use super::rows::{Row, act_with, button, fact, line_end, link, opener, outsider_note, short_key};
use super::scene::{Scene, resource_key};
use crate::app::components::duration::time_left;
use crate::app::components::fields::{Field, FieldKind, Typed};
use crate::app::store::Action;
use iam_sandbox::analysis::DocumentRef;
use iam_sandbox::json::json;
use iam_sandbox::world::{Account, Function};
use serde_json::Value;
use yew::prelude::*;

/// Nothing depends on them: code is not run.
const RUNTIME: &str = "python3.13";
const HANDLER: &str = "index.handler";
/// `fileb://` of nothing.
const CODE: &str = "UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==";

/// The rows of the account's functions.
pub(super) fn rows(scene: &Scene, account: &Account) -> Vec<Html> {
    let functions = scene.world().functions().filter(|function| function.account == account.id);
    functions.map(|function| row(scene, account, function)).collect()
}

fn row(scene: &Scene, account: &Account, function: &Function) -> Html {
    let key = resource_key(&function.arn);
    let meta = function.role.last_name().to_owned();
    let row = Row { key: &key, kind: "function", name: function.name.to_string(), meta };
    row.show(scene, || detail(scene, account, function))
}

fn detail(scene: &Scene, account: &Account, function: &Function) -> Html {
    let words = &scene.compute().function;
    let can_build = scene.can_build(account.id);
    let document = DocumentRef::Resource { arn: function.arn.clone() };
    let statements = statements(function);
    html! {
        <>
            <dl class="facts">
                { fact(scene.compute().role, function.role.last_name().to_owned()) }
                { fact(words.invoked, function.invoked.map_or_else(|| words.never.to_owned(), |at| at.to_string())) }
                { fact(words.credentials, credentials(scene, function)) }
                if statements.is_empty() { { fact(words.invokers, words.no_invokers) } }
            </dl>
            if !statements.is_empty() {
                <ul class="detail-list" aria-label={words.invokers}>
                    { for statements.iter().map(|statement| statement_line(scene, function, statement, can_build)) }
                </ul>
            }
            <div class="row-actions">
                { button(words.invoke, scene.send(invoke(function))) }
                { ask_about(scene, "lambda:InvokeFunction", function.arn.as_str()) }
                if !statements.is_empty() {
                    { button(words.policy, scene.send(Action::OpenDocument(Some(document)))) }
                }
                if can_build {
                    { opener(scene, &form(function, "role"), words.change_role) }
                    { opener(scene, &form(function, "permission"), words.allow) }
                    { button(scene.compute().delete, scene.send(delete(function))) }
                }
            </div>
            if !can_build {
                { outsider_note(scene, account) }
            }
            { below(scene, account, function) }
        </>
    }
}

fn form(function: &Function, what: &str) -> String {
    format!("function-{what}/{}", function.arn)
}

fn invoke(function: &Function) -> Action {
    Scene::call(function.account, "lambda:Invoke", json!({ "FunctionName": function.arn }))
}

fn delete(function: &Function) -> Action {
    Scene::call(function.account, "lambda:DeleteFunction", json!({ "FunctionName": function.arn }))
}

fn credentials(scene: &Scene, function: &Function) -> Html {
    let now = scene.state.sandbox.now();
    let session = function.session.as_deref().and_then(|key| scene.world().session(key));
    let Some(session) = session.filter(|session| !session.is_expired(now)) else {
        return scene.compute().instance.no_credentials.into();
    };
    let left = session.expires.epoch_seconds() - now.epoch_seconds();
    html! {
        <>
            { short_key(&session.access_key_id) }{ ", " }{ (scene.strings().left)(&time_left(left)) }{ " " }
            { act_with(scene, &(scene.strings().act.act_as)(&function.name), &session.access_key_id) }
        </>
    }
}

/// The statements of its policy: whom each lets in, by its id.
fn statements(function: &Function) -> Vec<(String, String)> {
    let text = function.policy.as_ref().map(iam_sandbox::world::StoredPolicy::text).unwrap_or_default();
    let document: Value = serde_json::from_str(text).unwrap_or_default();
    let whom = |principal: &Value| match principal {
        Value::Object(members) => members.values().next().and_then(Value::as_str).unwrap_or_default().to_owned(),
        other => other.as_str().unwrap_or_default().to_owned(),
    };
    let entry = |statement: &Value| Some((statement["Sid"].as_str()?.to_owned(), whom(&statement["Principal"])));
    document["Statement"].as_array().into_iter().flatten().filter_map(entry).collect()
}

fn statement_line(scene: &Scene, function: &Function, (id, whom): &(String, String), can_build: bool) -> Html {
    let input = json!({ "FunctionName": function.arn, "StatementId": id });
    let remove = Scene::call(function.account, "lambda:RemovePermission", input);
    let take_off = can_build.then(|| link(scene, scene.strings().act.remove, id, remove));
    html! {
        <li key={id.clone()}><span class="tree-name" translate="no">{ whom }</span>{ line_end(id, take_off) }</li>
    }
}

/// All of them, those of services at the end: no function of the account's own can have one.
fn roles(account: &Account) -> FieldKind {
    let (of_services, own): (Vec<_>, Vec<_>) = account.roles().partition(|role| role::is_service_linked(role));
    let roles = own.into_iter().chain(of_services);
    FieldKind::names(roles.map(|role| (role.arn.to_string(), role.name.to_string())))
}

fn below(scene: &Scene, account: &Account, function: &Function) -> Html {
    let [role, permission] = [form(function, "role"), form(function, "permission")];
    if scene.is_form_open(&role) {
        role_form(scene, account, function, role)
    } else if scene.is_form_open(&permission) {
        permission_form(scene, function, permission)
    } else {
        Html::default()
    }
}

fn role_form(scene: &Scene, account: &Account, function: &Function, id: String) -> Html {
    let words = &scene.compute().function;
    let fields = vec![Field::new(roles(account), "role", scene.compute().role).with(function.role.as_str())];
    let on_submit = {
        let (on, account, arn) = (scene.on.clone(), account.id, function.arn.clone());
        Callback::from(move |filled: Typed| {
            let input = json!({ "FunctionName": arn, "Role": filled.of("role") });
            on.emit(Scene::call(account, "lambda:UpdateFunctionConfiguration", input));
        })
    };
    let form = Form::new(id, (words.change_role_title)(&function.name), scene.compute().instance.change, fields);
    form.noted(words.note).show(scene, on_submit)
}

fn permission_form(scene: &Scene, function: &Function, id: String) -> Html {
    let words = &scene.compute().function;
    let fields = vec![
        Field::text("id", words.statement_id).with("invoke"),
        Field::text("principal", words.principal).with("s3.amazonaws.com").noted(words.principal_note),
        Field::text("source", words.source_arn).noted(words.source_note),
    ];
    let on_submit = {
        let (on, account, arn) = (scene.on.clone(), function.account, function.arn.clone());
        Callback::from(move |filled: Typed| {
            let mut input = json!({
                "FunctionName": arn, "StatementId": filled.of("id"), "Principal": filled.of("principal"),
                "Action": "lambda:InvokeFunction",
            });
            if let Some(source) = filled.some("source") {
                input["SourceArn"] = json!(source);
            }
            on.emit(Scene::call(account, "lambda:AddPermission", input));
        })
    };
    Form::new(id, (words.allow_title)(&function.name), words.allow_button, fields).show(scene, on_submit)
}

/// The form that makes a function.
pub(super) fn create_form(scene: &Scene, account: &Account, id: String) -> Html {
    let words = &scene.compute().function;
    let fields =
        vec![Field::text("name", scene.strings().form.name), Field::new(roles(account), "role", scene.compute().role)];
    let nothing = account.roles().next().is_none().then_some(words.no_role);
    let on_submit = {
        let (on, account) = (scene.on.clone(), account.id);
        Callback::from(move |filled: Typed| {
            let input = json!({
                "FunctionName": filled.of("name"), "Role": filled.of("role"), "Runtime": RUNTIME, "Handler": HANDLER,
                "Code": { "ZipFile": CODE },
            });
            on.emit(Scene::call(account, "lambda:CreateFunction", input));
        })
    };
    let form = Form::new(id, scene.compute().new_function, scene.strings().form.create, fields);
    form.noted(words.note).unless(nothing).show(scene, on_submit)
}
