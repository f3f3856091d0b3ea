//! Buckets: what is in them, and the bucket policy.

use super::name_form::NameForm;
use super::rows::{Row, button, fact, held, opener};
use super::scene::{Scene, bucket_key};
use super::thing::{Ask, Call, asks, list};
use crate::app::components::fields::{Field, FieldKind};
use crate::app::store::Action;
use iam_sandbox::analysis::DocumentRef;
use iam_sandbox::json::json;
use iam_sandbox::world::{Account, Bucket, Notification, PublicAccessBlock};
use serde_json::Value;
use yew::prelude::*;

/// Most objects that are listed.
const MAX_OBJECTS: usize = 12;
/// Size of an object that is put by hand; nothing depends on it.
const OBJECT_BYTES: u64 = 1_024;

/// The rows of the account's buckets.
pub(super) fn rows(scene: &Scene, account: &Account) -> Vec<Html> {
    let buckets = scene.world().buckets().filter(|bucket| bucket.account == account.id);
    buckets.map(|bucket| row(scene, account, bucket)).collect()
}

fn row(scene: &Scene, account: &Account, bucket: &Bucket) -> Html {
    let n_objects = bucket.objects.len();
    let objects = (n_objects > 0).then(|| (scene.strings().n_objects)(n_objects));
    let policy = bucket.policy.as_ref().map(|_| (scene.strings().n_policies)(1));
    let meta = objects.into_iter().chain(policy).collect::<Vec<_>>().join(" · ");
    let key = bucket_key(&bucket.name);
    let row = Row { key: &key, kind: "bucket", name: bucket.name.to_string(), meta };
    row.show(scene, || detail(scene, account, bucket))
}

fn detail(scene: &Scene, account: &Account, bucket: &Bucket) -> Html {
    let (facts, act) = (&scene.strings().facts, &scene.strings().act);
    let document = DocumentRef::Bucket { bucket: bucket.name.clone() };
    let label = if bucket.policy.is_some() { act.open_bucket_policy } else { act.write_bucket_policy };
    let put = format!("object/{}", bucket.name);
    let delete = Scene::call(bucket.account, "s3:DeleteBucket", json!({ "Bucket": bucket.name }));
    let told = bucket.notifications.iter().map(|known| (told(known), Some(notifying(bucket, Some(&known.id), None))));
    let (openers, forms) = asks(scene, account, &bucket_key(&bucket.name), vec![notify(scene, bucket)]);
    html! {
        <>
            <dl class="facts">
                { fact(facts.owner, account.name.to_string()) }
                { fact(facts.region, html! { <code translate="no">{ bucket.region.to_string() }</code> }) }
                { fact(facts.objects, objects(scene, bucket)) }
                { fact(scene.build().public_access, public_access(scene, bucket)) }
                { fact(scene.compute().resource.notifies, list(scene, account, told)) }
            </dl>
            <div class="row-actions">
                { button(label, scene.send(Action::OpenDocument(Some(document)))) }
                if bucket.policy.is_some() {
                    { button(act.delete_bucket_policy, scene.send(delete_policy(bucket))) }
                }
                { opener(scene, &put, act.put_object) }
                { switch_public_access(scene, bucket) }
                { openers }
                if scene.can_build(account.id) {
                    { button(scene.compute().delete, scene.send(delete)) }
                }
            </div>
            { forms }
            if scene.is_form_open(&put) {
                { put_form(scene, bucket, put) }
            }
        </>
    }
}

/// Whom a notification tells of what.
fn told(known: &Notification) -> String {
    let events: Vec<&str> = known.events.iter().map(|event| event.trim_start_matches("s3:")).collect();
    let keys = [&*known.prefix, "*", &*known.suffix].concat();
    let keys = if keys == "*" { String::new() } else { format!(" {keys}") };
    format!("{}: {}{keys}", known.destination.resource(), events.join(", "))
}

/// The call that sets the notifications of a bucket: those that it has without one, and one more.
fn notifying(bucket: &Bucket, without: Option<&str>, more: Option<Notification>) -> Call {
    let mut lists = json!({});
    let kept = bucket.notifications.iter().filter(|known| without != Some(&*known.id));
    for one in kept.chain(&more) {
        let (list, member) = match one.destination.service() {
            "sns" => ("TopicConfigurations", "TopicArn"),
            "lambda" => ("LambdaFunctionConfigurations", "LambdaFunctionArn"),
            _ => ("QueueConfigurations", "QueueArn"),
        };
        let mut view = json!({ "Id": one.id, "Events": one.events });
        view[member] = json!(one.destination);
        let rules =
            [("prefix", &one.prefix), ("suffix", &one.suffix)].into_iter().filter(|(_, value)| !value.is_empty());
        let rules: Vec<Value> = rules.map(|(name, value)| json!({ "Name": name, "Value": value })).collect();
        if !rules.is_empty() {
            view["Filter"] = json!({ "Key": { "FilterRules": rules } });
        }
        let known = lists[list].take();
        lists[list] = known.as_array().cloned().unwrap_or_default().into_iter().chain([view]).collect();
    }
    let input = json!({ "Bucket": bucket.name, "NotificationConfiguration": lists });
    ("s3:PutBucketNotificationConfiguration", input)
}

/// The first name of a notification that the bucket does not have.
fn free_id(bucket: &Bucket) -> String {
    let mut names = (1_u32..).map(|number| format!("notification-{number}"));
    let is_free = |name: &String| bucket.notifications.iter().all(|known| *known.id != **name);
    names.find(is_free).unwrap_or_default()
}

/// The form that adds a notification.
fn notify(scene: &Scene, bucket: &Bucket) -> Ask {
    let words = scene.ways();
    let resources = scene.world().resources().filter(|one| matches!(one.arn.service(), "sqs" | "sns"));
    let all = resources.map(|one| &one.arn).chain(scene.world().functions().map(|function| &function.arn));
    let all = all.map(|arn| (arn.to_string(), format!("{} · {}", arn.last_name(), arn.service())));
    let fields = vec![
        Field::new(FieldKind::names(all), "destination", words.destination),
        Field::text("events[]", words.events).with("s3:ObjectCreated:*"),
        Field::text("prefix", words.prefix),
        Field::text("suffix", words.suffix),
    ];
    let bucket = bucket.clone();
    let ask = Ask::by(words.notify, fields, move |typed| {
        let text = |name: &str| typed.get(name).and_then(Value::as_str).unwrap_or_default();
        let events = typed.get("events").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        let more = text("destination").parse().ok().map(|destination| Notification {
            id: free_id(&bucket).into(),
            destination,
            events: events.map(Into::into).collect(),
            prefix: text("prefix").into(),
            suffix: text("suffix").into(),
        });
        notifying(&bucket, None, more)
    });
    ask.noted(words.notify_note)
}

fn objects(scene: &Scene, bucket: &Bucket) -> Html {
    if bucket.objects.is_empty() {
        return scene.strings().facts.none.into();
    }
    let shown = bucket.objects.keys().take(MAX_OBJECTS);
    let n_others = bucket.objects.len().saturating_sub(MAX_OBJECTS);
    html! {
        <>
            { for shown.map(|key| html! { <>{ object(scene, bucket, key) }<br /></> }) }
            if n_others > 0 {
                { (scene.strings().facts.and_more)(n_others) }
            }
        </>
    }
}

fn object(scene: &Scene, bucket: &Bucket, key: &str) -> Html {
    let delete = Scene::call(bucket.account, "s3:DeleteObject", json!({ "Bucket": bucket.name, "Key": key }));
    let act = scene.can_build(bucket.account).then_some((scene.strings().act.delete, delete));
    held(scene, key, act)
}

fn public_access(scene: &Scene, bucket: &Bucket) -> &'static str {
    match (is_blocked(bucket), bucket.public_access_block == PublicAccessBlock::OFF) {
        (true, _) => scene.build().blocked,
        (false, true) => scene.build().open,
        (false, false) => scene.build().partly_blocked,
    }
}

fn is_blocked(bucket: &Bucket) -> bool {
    bucket.public_access_block == PublicAccessBlock::ON
}

fn delete_policy(bucket: &Bucket) -> Action {
    Scene::call(bucket.account, "s3:DeleteBucketPolicy", json!({ "Bucket": bucket.name }))
}

/// One button for all four settings, as the console has it.
fn switch_public_access(scene: &Scene, bucket: &Bucket) -> Html {
    let wanted = !is_blocked(bucket);
    let settings = json!({
        "BlockPublicAcls": wanted, "IgnorePublicAcls": wanted, "BlockPublicPolicy": wanted,
        "RestrictPublicBuckets": wanted,
    });
    let input = json!({ "Bucket": bucket.name, "PublicAccessBlockConfiguration": settings });
    let label = if wanted { scene.build().block } else { scene.build().unblock };
    button(label, scene.send(Scene::call(bucket.account, "s3:PutPublicAccessBlock", input)))
}

fn put_form(scene: &Scene, bucket: &Bucket, id: String) -> Html {
    let form = &scene.strings().form;
    let taken: Vec<AttrValue> = bucket.objects.keys().map(|key| key.to_string().into()).collect();
    let on_submit = {
        let (on, account, bucket) = (scene.on.clone(), bucket.account, bucket.name.clone());
        Callback::from(move |key: String| {
            let input = json!({ "Bucket": bucket, "Key": key, "ContentLength": OBJECT_BYTES });
            on.emit(Scene::call(account, "s3:PutObject", input));
        })
    };
    html! {
        <NameForm key="put" {id} scene={scene.clone()} title={(form.new_object)(&bucket.name)} label={form.object_key}
            {taken} {on_submit} />
    }
}
