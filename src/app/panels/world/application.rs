//! Applications: where each runs, what it signs with, and how its last call ended.

use super::application_form::change_form;
use super::rows::{Row, button, fact, opener, short_key};
use super::scene::{Scene, application_key};
use crate::app::components::duration::{exact_time, time_left};
use crate::app::components::key_id::short_key_id;
use crate::app::components::tone::tone_name;
use crate::app::store::{Action, Tab};
use iam_sandbox::api::{Answer, Cause, Event};
use iam_sandbox::json::json;
use iam_sandbox::text::Tone;
use iam_sandbox::world::{Account, Application, Instance, KeyOwner, Place};
use serde_json::Value;
use yew::prelude::*;

/// The rows of the account's applications.
pub(super) fn rows(scene: &Scene, account: &Account) -> Vec<Html> {
    let applications = scene.world().applications().filter(|application| application.account == account.id);
    applications.map(|application| row(scene, application)).collect()
}

fn row(scene: &Scene, application: &Application) -> Html {
    let words = &scene.compute().application;
    let last = last_call(scene, application);
    let meta = match (&last, is_running(scene, &application.place)) {
        (_, false) => words.stands_still.to_owned(),
        (Some((_, answer)), true) => ending(scene, answer),
        (None, true) => (words.every_so_often)(&exact_time(i64::from(application.every))),
    };
    let key = application_key(&application.name);
    let row = Row { key: &key, kind: "application", name: application.name.to_string(), meta };
    row.show(scene, || detail(scene, application, last))
}

fn detail(scene: &Scene, application: &Application, last: Option<(usize, &Answer)>) -> Html {
    let words = &scene.compute().application;
    let act = |operation| scene.send(Scene::call(application.account, operation, json!({ "Name": application.name })));
    let every = (words.every_so_often)(&exact_time(i64::from(application.every)));
    let change = format!("application-change/{}", application.name);
    html! {
        <>
            <dl class="facts">
                { fact(words.runs_on, place_name(scene, &application.place)) }
                { fact(words.signs_with, signs_with(scene, application)) }
                if let Some(key) = key_in_use(scene, application) {
                    { fact(words.holds, holds(scene, &key)) }
                }
                { fact(words.calls, html! {
                    <>
                        { for application.calls.iter().map(|call| html! {
                            <><code translate="no">{ call_name(&call.operation, &call.input) }</code><br /></>
                        }) }
                        { every }
                    </>
                }) }
                { fact(words.last_call, last_fact(scene, last)) }
            </dl>
            <div class="row-actions">
                { button(words.restart, act("sandbox:RestartApplication")) }
                { opener(scene, &change, words.change) }
                { button(words.remove, act("sandbox:RemoveApplication")) }
            </div>
            <p class="small muted">{ words.restart_note }</p>
            if scene.is_form_open(&change) {
                { change_form(scene, application, change) }
            }
        </>
    }
}

/// Its last call and what was answered.
fn last_call<'a>(scene: &'a Scene, application: &Application) -> Option<(usize, &'a Answer)> {
    let cause = Some(Cause::Application(application.name.clone()));
    let mut steps = scene.state.sandbox.steps().iter().enumerate().rev();
    let (index, step) = steps.find(|(_, step)| step.cause == cause && matches!(step.event, Event::Call(_)))?;
    Some((index, step.answer.as_ref()?))
}

fn ending(scene: &Scene, answer: &Answer) -> String {
    let done = scene.compute().application.done;
    answer.error().map_or_else(|| done.to_owned(), |error| error.code.to_string())
}

fn last_fact(scene: &Scene, last: Option<(usize, &Answer)>) -> Html {
    let words = &scene.compute().application;
    let Some((index, answer)) = last else { return words.not_yet.into() };
    let tone = if answer.error().is_none() { Tone::Allow } else { Tone::Explicit };
    let show = scene.on.reform(move |_: MouseEvent| Action::LookAt(Some(index)));
    let to_why = scene.send(Action::SetTab(Tab::Why));
    let onclick = Callback::from(move |event: MouseEvent| {
        show.emit(event.clone());
        to_why.emit(event);
    });
    let has_trace = answer.authentication.is_err() || !answer.checks.is_empty();
    html! {
        <>
            <span class="lamp" data-tone={tone_name(tone)} aria-hidden="true"></span>
            { " " }{ answer.at.clock_time_with_seconds() }{ " " }
            <span translate="no">{ answer.action.to_string() }</span>{ ": " }{ ending(scene, answer) }
            if has_trace {
                { " " }<button class="link small" type="button" {onclick}>{ words.show_why }</button>
            }
        </>
    }
}

fn is_running(scene: &Scene, place: &Place) -> bool {
    match place {
        Place::Instance(id) => scene.world().instance(id).is_some_and(Instance::is_running),
        Place::Function(arn) => scene.world().function(arn).is_some(),
        Place::Laptop => true,
    }
}

/// What people call a place.
pub(super) fn place_name(scene: &Scene, place: &Place) -> String {
    match place {
        Place::Instance(id) => scene.world().instance(id).map_or(&**id, Instance::name).to_owned(),
        Place::Function(arn) => arn.last_name().to_owned(),
        Place::Laptop => scene.compute().application.laptop.to_owned(),
    }
}

fn signs_with(scene: &Scene, application: &Application) -> String {
    let words = &scene.compute().application;
    match (&application.key, &application.place) {
        (Some(key), _) => stored(scene, key),
        (None, Place::Instance(_)) => words.of_instance.to_owned(),
        (None, Place::Function(_)) => words.of_function.to_owned(),
        (None, Place::Laptop) => words.of_laptop.to_owned(),
    }
}

/// A key that is stored with an application: a user's, or a copy of a session's.
pub(super) fn stored(scene: &Scene, key: &str) -> String {
    let words = &scene.compute().application;
    let short = short_key_id(key);
    match scene.world().key_owner(key) {
        Some(KeyOwner::User(_, user, _)) => (words.stored_key)(&user.name, &short),
        Some(KeyOwner::Root(account, _)) => (words.stored_key)(account.id.root_arn().last_name(), &short),
        Some(KeyOwner::Session(session)) => (words.copied)(session.behind().last_name(), &short),
        None => key.to_owned(),
    }
}

/// The key that the next call is signed with, unless other credentials are found until then.
fn key_in_use(scene: &Scene, application: &Application) -> Option<Box<str>> {
    let of_function = || match &application.place {
        Place::Function(arn) => scene.world().function(arn)?.session.clone(),
        Place::Instance(_) | Place::Laptop => None,
    };
    application.key.clone().or_else(|| application.holding.clone()).or_else(of_function)
}

fn holds(scene: &Scene, key: &str) -> Html {
    let words = &scene.compute().application;
    let life = scene.world().session(key).map(|session| {
        let seconds = session.expires.epoch_seconds() - scene.state.sandbox.now().epoch_seconds();
        if seconds > 0 { (scene.strings().left)(&time_left(seconds)) } else { words.ended.to_owned() }
    });
    html! { <>{ short_key(key) }{ life.map(|life| format!(", {life}")) }</> }
}

/// A call in a few words: `s3:PutObject mybucket/log.txt`.
pub(super) fn call_name(operation: &str, input: &Value) -> String {
    let member = |name: &str| input.get(name).and_then(Value::as_str);
    let what = match (member("Bucket"), member("Key")) {
        (Some(bucket), Some(key)) => format!("{bucket}/{key}"),
        (Some(bucket), None) => bucket.to_owned(),
        _ => {
            let named = ["QueueUrl", "TopicArn", "TableName", "SecretId", "FunctionName"].into_iter().find_map(member);
            named.and_then(|name| name.rsplit(['/', ':']).next()).unwrap_or_default().to_owned()
        }
    };
    format!("{operation} {what}").trim_end().to_owned()
}
