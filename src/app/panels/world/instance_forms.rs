//! The forms of instances: launching one, its profile, the options of its metadata service.

use super::create::{self, Kind};
use super::fields_form::Form;
use super::scene::Scene;
use crate::app::components::fields::{Field, FieldKind, Typed};
use iam_sandbox::json::json;
use iam_sandbox::world::{Account, Instance, MetadataOptions};
use serde_json::Value;
use yew::prelude::*;

/// An image of the documentation's examples; images do not exist here.
const IMAGE: &str = "ami-0abcdef1234567890";
/// Nothing depends on it.
const TYPE: &str = "t3.micro";
/// The farthest that an answer may go (rule G-8).
const MOST_HOPS: u32 = 64;

/// The form that launches an instance.
pub(super) fn launch_form(scene: &Scene, account: &Account, id: String) -> Html {
    let words = &scene.compute().instance;
    let none = (String::new(), scene.compute().none.to_owned());
    let profiles = profiles(account).into_iter().map(|name| (name.clone(), name));
    let mut fields =
        vec![Field::new(FieldKind::choice(std::iter::once(none).chain(profiles)), "profile", words.profile)];
    fields.extend(option_fields(scene, &MetadataOptions::default(), false));
    fields.push(Field::text("name", words.name).noted(words.name_note));
    let on_submit = {
        let (on, account) = (scene.on.clone(), account.id);
        Callback::from(move |filled: Typed| {
            let mut input = json!({
                "ImageId": IMAGE, "InstanceType": TYPE, "MinCount": 1, "MaxCount": 1,
                "MetadataOptions": options(&filled),
            });
            if let Some(profile) = filled.some("profile") {
                input["IamInstanceProfile"] = json!({ "Name": profile });
            }
            if let Some(name) = filled.some("name") {
                let tags = json!([{ "Key": "Name", "Value": name }]);
                input["TagSpecifications"] = json!([{ "ResourceType": "instance", "Tags": tags }]);
            }
            on.emit(Scene::call(account, "ec2:RunInstances", input));
        })
    };
    let form = Form::new(id, scene.compute().new_instance, words.launch, fields);
    form.noted(words.launch_note).show(scene, on_submit)
}

fn profiles(account: &Account) -> Vec<String> {
    account.instance_profiles().map(|profile| profile.name.to_string()).collect()
}

fn option_fields(scene: &Scene, now: &MetadataOptions, may_switch_off: bool) -> Vec<Field> {
    let words = &scene.compute().instance;
    let values = ["required", "optional", "disabled"].into_iter().zip(words.versions);
    let choices = values.take(if may_switch_off { 3 } else { 2 });
    let version = match now {
        MetadataOptions { is_enabled: false, .. } => "disabled",
        MetadataOptions { requires_token: true, .. } => "required",
        MetadataOptions { .. } => "optional",
    };
    let choices = FieldKind::choice(choices);
    vec![
        Field::new(choices, "tokens", words.metadata).with(version),
        Field::new(FieldKind::Within(1, MOST_HOPS), "hops", words.hop_limit)
            .with(now.hop_limit.to_string())
            .noted(words.hop_note),
    ]
}

/// As requests have them; a number that is none is left to EC2, which refuses it.
fn options(filled: &Typed) -> Value {
    let mut options = json!({ "HttpEndpoint": "enabled", "HttpTokens": filled.of("tokens") });
    if filled.of("tokens") == "disabled" {
        options = json!({ "HttpEndpoint": "disabled" });
    }
    if let Some(hops) = filled.some("hops") {
        options["HttpPutResponseHopLimit"] = hops.parse::<i64>().map_or_else(|_| json!(hops), Value::from);
    }
    options
}

/// The key of the form for the profile.
pub(super) fn profile_form_id(instance: &Instance) -> String {
    format!("instance-profile/{}", instance.id)
}

/// The key of the form for the metadata options.
pub(super) fn options_form_id(instance: &Instance) -> String {
    format!("instance-options/{}", instance.id)
}

/// The form that is open below an instance.
pub(super) fn below(scene: &Scene, account: &Account, instance: &Instance) -> Html {
    if scene.is_form_open(&profile_form_id(instance)) {
        profile_form(scene, account, instance)
    } else if scene.is_form_open(&options_form_id(instance)) {
        options_form(scene, instance)
    } else {
        Html::default()
    }
}

/// Puts a profile on the instance, or another in its place.
fn profile_form(scene: &Scene, account: &Account, instance: &Instance) -> Html {
    let words = &scene.compute().instance;
    let [set, replace] = words.set;
    let association = instance.association.as_ref().map(|association| association.id.clone());
    let profiles = profiles(account);
    let is_nothing = profiles.is_empty();
    let button = if association.is_some() { replace } else { set };
    let on_submit = {
        let (on, account, id) = (scene.on.clone(), instance.account, instance.id.clone());
        Callback::from(move |filled: Typed| {
            let profile = json!({ "Name": filled.of("profile") });
            on.emit(match &association {
                Some(association) => Scene::call(
                    account,
                    "ec2:ReplaceIamInstanceProfileAssociation",
                    json!({ "AssociationId": association, "IamInstanceProfile": profile }),
                ),
                None => Scene::call(
                    account,
                    "ec2:AssociateIamInstanceProfile",
                    json!({ "InstanceId": id, "IamInstanceProfile": profile }),
                ),
            });
        })
    };
    let profiles = FieldKind::plain(profiles);
    let fields = vec![Field::new(profiles, "profile", words.profile)];
    let form = Form::new(profile_form_id(instance), (words.set_profile_title)(instance.name()), button, fields);
    let instead = is_nothing.then(|| {
        html! {
            <><p class="small muted">{ words.no_profile }</p>{ create::opener_of(scene, account, Kind::Profile) }</>
        }
    });
    Form { instead, ..form.noted(words.set_profile_note) }.show(scene, on_submit)
}

fn options_form(scene: &Scene, instance: &Instance) -> Html {
    let words = &scene.compute().instance;
    let on_submit = {
        let (on, account, id) = (scene.on.clone(), instance.account, instance.id.clone());
        Callback::from(move |filled: Typed| {
            let mut input = options(&filled);
            input["InstanceId"] = json!(id);
            on.emit(Scene::call(account, "ec2:ModifyInstanceMetadataOptions", input));
        })
    };
    let (title, fields) = ((words.options_title)(instance.name()), option_fields(scene, &instance.metadata, true));
    Form::new(options_form_id(instance), title, words.change, fields).show(scene, on_submit)
}
