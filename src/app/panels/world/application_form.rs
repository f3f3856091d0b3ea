//! The form that deploys an application: where it runs, what it signs with, what it calls and when.

use super::application::{call_name, place_name, stored};
use super::fields_form::Form;
use super::scene::{Scene, application_key};
use crate::app::components::duration::exact_time;
use crate::app::components::fields::{Field, FieldKind, Typed};
use crate::app::store::Action;
use iam_sandbox::api::queue_url;
use iam_sandbox::arn::AccountId;
use iam_sandbox::clock::Timestamp;
use iam_sandbox::json::json;
use iam_sandbox::world::{Account, Application, Instance, Place};
use serde_json::Value;
use yew::prelude::*;

/// From one run to the next, in seconds.
const INTERVALS: [u32; 6] = [60, 300, 600, 900, 3_600, 21_600];
/// The object of applications that write into a bucket.
const OBJECT: &str = "log.txt";
/// Part of the calls that name an object.
const OF_OBJECT: &str = "\"Key\":";
/// What an application is called that nobody gave a name.
const NAME: &str = "app";
/// The value of the choice that keeps the calls.
const AS_NOW: &str = "as-now";

/// The form for a new one.
pub(super) fn create_form(scene: &Scene, account: &Account, id: String) -> Html {
    let words = &scene.compute().application;
    let mut fields = vec![Field::text("name", scene.strings().form.name).with(NAME).noted(words.name_note)];
    fields.extend(self::fields(scene, account, None));
    form(scene, account.id, id, scene.compute().new_application.into(), words.note, fields, None)
}

/// The form that puts another configuration in the place of the present one.
pub(super) fn change_form(scene: &Scene, application: &Application, id: String) -> Html {
    let words = &scene.compute().application;
    let Some(account) = scene.world().account(application.account) else { return Html::default() };
    let fields = fields(scene, account, Some(application));
    let title = (words.change_title)(&application.name);
    form(scene, account.id, id, title.into(), words.restart_note, fields, Some(application))
}

fn form(
    scene: &Scene,
    account: AccountId,
    id: String,
    title: AttrValue,
    note: &'static str,
    fields: Vec<Field>,
    present: Option<&Application>,
) -> Html {
    let on_submit = {
        let (on, present) = (scene.on.clone(), present.cloned());
        Callback::from(move |filled: Typed| {
            let input = request(&filled, present.as_ref());
            let row = input["Name"].as_str().map(application_key);
            on.emit(Scene::call(account, "sandbox:DeployApplication", input));
            on.emit(Action::SelectObject(row));
        })
    };
    let form = Form::new(id, title, scene.compute().application.deploy, fields);
    form.noted(note).show(scene, on_submit)
}

fn fields(scene: &Scene, account: &Account, present: Option<&Application>) -> Vec<Field> {
    let words = &scene.compute().application;
    let place = present.map(|application| place_value(&application.place));
    let key = present.and_then(|application| application.key.as_deref()).unwrap_or_default();
    let every = present.map_or(INTERVALS[0], |application| application.every);
    let moment = |at: Option<Timestamp>| at.map(|at| at.to_string().trim_end_matches('Z').to_owned());
    let calls = calls(scene, account);
    let then = std::iter::once((String::new(), words.nothing_more.to_owned())).chain(calls.clone());
    let as_now = present.map(|_| (AS_NOW.to_owned(), words.as_now.to_owned()));
    let first = as_now.into_iter().chain(calls);
    let object = |name| Field::text(name, scene.strings().form.object_key).noted(words.object_note);
    let from = moment(present.map(|application| application.from));
    vec![
        Field::new(FieldKind::choice(places(scene, account)), "place", words.runs_on).with(place.unwrap_or_default()),
        Field::new(FieldKind::choice(keys(scene, key)), "key", words.signs_with)
            .with(key.to_owned())
            .noted(words.copy_note),
        Field::new(FieldKind::choice(first), "call", words.calls),
        object("object").only_if("call", OF_OBJECT),
        Field::new(FieldKind::choice(then), "then", words.then_calls),
        object("then-object").only_if("then", OF_OBJECT),
        Field::new(FieldKind::choice(intervals(every)), "every", words.every).with(every.to_string()),
        Field::new(FieldKind::Moment, "from", words.from).with(from.unwrap_or_default()).noted(words.from_note),
        Field::new(FieldKind::Moment, "until", words.until)
            .with(moment(present.and_then(|application| application.until)).unwrap_or_default())
            .noted(words.until_note),
    ]
}

fn intervals(present: u32) -> Vec<(String, String)> {
    let mut intervals: Vec<u32> = INTERVALS.into_iter().chain([present]).collect();
    iam_sandbox::ordered::sort(&mut intervals);
    intervals.dedup();
    intervals.into_iter().map(|seconds| (seconds.to_string(), exact_time(i64::from(seconds)))).collect()
}

fn place_value(place: &Place) -> String {
    match place {
        Place::Instance(id) => format!("instance/{id}"),
        Place::Function(arn) => format!("function/{arn}"),
        Place::Laptop => "laptop".to_owned(),
    }
}

fn places(scene: &Scene, account: &Account) -> Vec<(String, String)> {
    let instances = scene.world().instances().filter(|it| it.account == account.id && Instance::is_running(it));
    let instances = instances.map(|instance| Place::Instance(instance.id.clone()));
    let functions = scene.world().functions().filter(|function| function.account == account.id);
    let functions = functions.map(|function| Place::Function(function.arn.clone()));
    let places = instances.chain(functions).chain([Place::Laptop]);
    places.map(|place| (place_value(&place), place_name(scene, &place))).collect()
}

/// What its place offers, a key that somebody holds at present, or the one that is stored, also where it is of no use
/// any more: a change of something else must not take it away.
fn keys(scene: &Scene, present: &str) -> Vec<(String, String)> {
    let of_place = (String::new(), scene.compute().application.of_place.to_owned());
    let held = scene.state.sandbox.live_keys();
    let held = held.map(|key| (key.access_key_id.to_string(), stored(scene, &key.access_key_id)));
    let mut keys: Vec<_> = std::iter::once(of_place).chain(held).collect();
    if !keys.iter().any(|(key, _)| key == present) {
        let is_ended = scene.world().session(present).is_some_and(|it| it.is_expired(scene.state.sandbox.now()));
        let ended = if is_ended { format!(", {}", scene.compute().application.ended) } else { String::new() };
        keys.push((present.to_owned(), format!("{}{ended}", stored(scene, present))));
    }
    keys
}

/// Calls on what the world holds; each is written as the request has it.
fn calls(scene: &Scene, account: &Account) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut add = |operation: &str, input: Value| {
        let label = call_name(operation, &input);
        found.push((json!({ "Operation": operation, "Input": input }).to_string(), label));
    };
    for bucket in scene.world().buckets().filter(|bucket| bucket.account == account.id) {
        add("s3:PutObject", json!({ "Bucket": bucket.name, "Key": OBJECT, "ContentLength": 1_024 }));
        let object = bucket.objects.keys().next().map_or(OBJECT, |key| key);
        add("s3:GetObject", json!({ "Bucket": bucket.name, "Key": object }));
        add("s3:ListObjectsV2", json!({ "Bucket": bucket.name }));
    }
    for resource in scene.world().resources() {
        let (arn, name) = (&resource.arn, &resource.name);
        match arn.service() {
            "sqs" => add("sqs:SendMessage", json!({ "QueueUrl": queue_url(arn), "MessageBody": "hello" })),
            "sns" => add("sns:Publish", json!({ "TopicArn": arn, "Message": "hello" })),
            "dynamodb" => add("dynamodb:PutItem", json!({ "TableName": name, "Item": { "id": { "S": "1" } } })),
            "secretsmanager" => add("secretsmanager:GetSecretValue", json!({ "SecretId": arn })),
            _ => {}
        }
    }
    add("sts:GetCallerIdentity", json!({}));
    found
}

fn request(filled: &Typed, present: Option<&Application>) -> Value {
    let name = present
        .map_or_else(|| filled.some("name").unwrap_or(NAME).to_owned(), |application| application.name.to_string());
    let as_now = |application: &Application| -> Vec<Value> {
        let calls = application.calls.iter();
        calls.map(|call| json!({ "Operation": call.operation, "Input": call.input })).collect()
    };
    let call = |field: &str, object: &str| {
        let mut call: Value = serde_json::from_str(filled.of(field)).ok()?;
        if let Some(key) = filled.some(object) {
            call["Input"]["Key"] = key.into();
        }
        Some(call)
    };
    let mut calls: Vec<Value> = match (filled.of("call"), present) {
        (AS_NOW, Some(application)) => as_now(application),
        _ => call("call", "object").into_iter().collect(),
    };
    calls.extend(call("then", "then-object"));
    let every: u32 = filled.of("every").parse().unwrap_or(INTERVALS[0]);
    let is_anew = present.is_some_and(|application| application.is_started_anew);
    let mut input = json!({ "Name": name, "StartedAnew": is_anew, "EverySeconds": every, "Calls": calls });
    if let Some(id) = filled.of("place").strip_prefix("instance/") {
        input["InstanceId"] = json!(id);
    }
    if let Some(arn) = filled.of("place").strip_prefix("function/") {
        input["FunctionArn"] = json!(arn);
    }
    if let Some(key) = filled.some("key") {
        input["AccessKeyId"] = json!(key);
    }
    for (field, member) in [("from", "From"), ("until", "Until")] {
        if let Some(moment) = filled.some(field) {
            input[member] = json!(with_seconds(moment));
        }
    }
    input
}

/// Browsers leave seconds out where there are none.
fn with_seconds(moment: &str) -> String {
    if moment.len() == "2026-11-21T10:02".len() { format!("{moment}:00Z") } else { format!("{moment}Z") }
}
