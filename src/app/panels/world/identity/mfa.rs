//! MFA devices, and the authenticator that shows their codes by the clock of the sandbox.

use super::super::fields_form::request_form as form;
use super::{Bearer, fact_with, link_opener};
use crate::app::components::fields::{Field, FieldKind};
use crate::app::components::qr_code::QrCode;
use crate::app::panels::mfa_code::wait_for_code;
use crate::app::panels::time::run_with_wall;
use crate::app::panels::world::rows::link;
use crate::app::panels::world::scene::Scene;
use crate::app::store::{Action, Build, By, Then};
use iam_sandbox::json::json;
use iam_sandbox::world::{Account, MfaDevice};
use serde_json::{Map, Value};
use yew::prelude::*;

/// The devices that are the bearer's, and those that nobody uses yet and no other user has the name of: whose they are
/// to be is known when they are enabled.
fn devices(bearer: Bearer<'_>) -> Vec<&MfaDevice> {
    let (id, account) = (bearer.id(), bearer.account);
    let is_anothers = |name: &str| !name.eq_ignore_ascii_case(bearer.name()) && account.user(name).is_some();
    let is_own = |device: &&MfaDevice| match &device.assignment {
        Some(assignment) => *assignment.user_id == id,
        None => !is_anothers(device.serial_number.last_name()),
    };
    account.mfa_devices().filter(is_own).collect()
}

pub(super) fn facts(scene: &Scene, bearer: Bearer<'_>) -> Html {
    let words = scene.identity();
    let add = bearer.can_change(scene).then(|| link_opener(scene, &bearer.form("mfa"), words.add_device, words.mfa));
    let devices = devices(bearer);
    html! {
        <>
            { for devices.iter().map(|device| {
                let code = html! { <>{ code(scene, device) }{ phone(scene, device) }</> };
                fact_with(words.mfa_fact, code, acts(scene, bearer, device))
            }) }
            if devices.is_empty() {
                { fact_with(words.mfa_fact, scene.strings().facts.none, add.unwrap_or_default()) }
            } else if let Some(add) = add {
                { fact_with(words.mfa_more, Html::default(), add) }
            }
        </>
    }
}

/// What the authenticator shows.
pub(super) fn code(scene: &Scene, device: &MfaDevice) -> Html {
    let words = scene.identity();
    let (code, left) = device.code(scene.now);
    html! {
        <>
            <span translate="no">{ device.serial_number.last_name().to_owned() }</span>{ " " }
            <code class="mfa-code" translate="no">{ code }</code>{ " " }
            <span class="muted">{ (words.seconds_left)(left) }</span>
            if device.assignment.is_none() { { format!(", {}", words.not_enabled) } }
        </>
    }
}

/// The same device on a phone, whose clock is that of the wall.
fn phone(scene: &Scene, device: &MfaDevice) -> Html {
    let (words, state) = (scene.identity(), &scene.state);
    if state.play.is_some() {
        return Html::default();
    }
    let shown = if state.wall.is_some() {
        let label = (words.qr_label)(device.serial_number.last_name());
        html! {
            <>
                <QrCode text={device.otpauth_url()} {label} />
                <p class="small muted">{ words.secret_for_phone }{ " " }<code translate="no">{ device.seed.to_string() }</code></p>
            </>
        }
    } else {
        html! {
            <p class="small muted">
                { words.no_qr }{ " " }
                <button class="link small" type="button" onclick={run_with_wall(state, &scene.on)}>{ words.run_with_wall }</button>
            </p>
        }
    };
    html! { <details class="fact-phone"><summary class="small muted">{ words.on_phone }</summary>{ shown }</details> }
}

/// A device as its requests name it; the root user is named by its account.
fn input(bearer: Bearer<'_>, device: &MfaDevice) -> Value {
    let name = bearer.user.map_or_else(|| bearer.account.id.to_string(), |user| user.name.to_string());
    json!({ "UserName": name, "SerialNumber": device.serial_number })
}

fn enable_form(device: &MfaDevice) -> String {
    format!("enable-mfa/{}", device.serial_number)
}

fn resync_form(device: &MfaDevice) -> String {
    format!("resync-mfa/{}", device.serial_number)
}

fn acts(scene: &Scene, bearer: Bearer<'_>, device: &MfaDevice) -> Html {
    if !bearer.can_change(scene) {
        return Html::default();
    }
    let (words, name) = (scene.identity(), device.serial_number.last_name());
    if device.assignment.is_none() {
        return html! { <>{ link_opener(scene, &enable_form(device), words.enable, name) }{ delete(scene, bearer.account, device) }</> };
    }
    let deactivate = Scene::call(bearer.account.id, "iam:DeactivateMFADevice", input(bearer, device));
    html! {
        <>
            { link_opener(scene, &resync_form(device), words.resync, name) }
            { link(scene, words.deactivate, name, deactivate) }
        </>
    }
}

/// Takes a device away that nobody uses.
pub(super) fn delete(scene: &Scene, account: &Account, device: &MfaDevice) -> Html {
    let input = json!({ "SerialNumber": device.serial_number });
    let delete = Scene::call(account.id, "iam:DeleteVirtualMFADevice", input);
    link(scene, scene.strings().act.delete, device.serial_number.last_name(), delete)
}

/// The form for the codes of a device that was just made.
fn form_of_new(output: &Value) -> Option<String> {
    Some(format!("enable-mfa/{}", output["VirtualMFADevice"]["SerialNumber"].as_str()?))
}

pub(super) fn forms(scene: &Scene, bearer: Bearer<'_>) -> Html {
    let (words, account) = (scene.identity(), bearer.account.id);
    let add = Callback::from(move |request: Map<String, Value>| {
        let calls = vec![("iam:CreateVirtualMFADevice", request.into())];
        Action::Build(Build { by: By::Builder, account, calls, then: Then::Form(form_of_new) })
    });
    let fields = || vec![Field::text("VirtualMFADeviceName", words.device_name).with(first_name(bearer))];
    let codes = bearer.account.mfa_devices().map(|device| {
        html! {
            <>
                { codes_form(scene, bearer, device, "iam:EnableMFADevice", enable_form(device)) }
                { codes_form(scene, bearer, device, "iam:ResyncMFADevice", resync_form(device)) }
            </>
        }
    });
    html! {
        <>
            { form(scene, bearer.form("mfa"), &(words.mfa_title)(bearer.name()), fields, words.add_button, add, Html::default()) }
            { for codes }
        </>
    }
}

/// A name that no device of the account has.
fn first_name(bearer: Bearer<'_>) -> String {
    let is_free = |name: &String| {
        !bearer.account.mfa_devices().any(|device| device.serial_number.last_name().eq_ignore_ascii_case(name))
    };
    let first = if bearer.user.is_some() { bearer.name() } else { "root-account-mfa-device" };
    let others = (2..10).map(|number| format!("{first}-{number}"));
    std::iter::once(first.to_owned()).chain(others).find(is_free).unwrap_or_default()
}

/// Asks for two codes that follow each other, between which the clock has to move.
fn codes_form(scene: &Scene, bearer: Bearer<'_>, device: &MfaDevice, operation: &'static str, id: String) -> Html {
    if !scene.is_form_open(&id) {
        return Html::default();
    }
    let (words, account) = (scene.identity(), bearer.account.id);
    let (code, left) = device.code(scene.now);
    let aid = Some(((words.take_code)(&code).into(), AttrValue::from(code)));
    let named = input(bearer, device);
    let on_submit = Callback::from(move |request: Map<String, Value>| {
        let mut input = named.clone();
        if let Value::Object(members) = &mut input {
            members.extend(request);
        }
        Action::Build(Build { by: By::Builder, account, calls: vec![(operation, input)], then: Then::Close })
    });
    let field = |name, label: &'static str| Field::new(FieldKind::Code, name, label).aided(aid.clone());
    let fields = || {
        vec![
            field("AuthenticationCode1", words.first_code).noted(words.codes_note),
            field("AuthenticationCode2", words.second_code),
        ]
    };
    // With the wall one waits oneself.
    let wait = html! {
        <>
            { phone(scene, device) }
            if scene.state.wall.is_none() {
                { wait_for_code(left, &scene.on, words) }
            }
        </>
    };
    let title = (words.codes_title)(device.serial_number.last_name());
    form(scene, id, &title, fields, words.enable_button, on_submit, wait)
}
