//! What else a session can be asked for with: a code of an MFA device, an external id, tags, a source identity.

use super::scene::Scene;
use crate::app::components::fields::{Field, FieldKind, Typed};
use crate::app::panels::mfa_code::code_field;
use iam_sandbox::json::json;
use iam_sandbox::world::{KeyOwner, MfaDevice};
use serde_json::Value;
use yew::prelude::*;

/// The fields for a device and its code.
pub(super) fn mfa_fields(scene: &Scene) -> Vec<Field> {
    let words = scene.identity();
    let devices = devices(scene);
    let none = (AttrValue::default(), AttrValue::from(words.no_mfa));
    let option = |device: &&MfaDevice| {
        (device.serial_number.to_string().into(), device.serial_number.last_name().to_owned().into())
    };
    let options = std::iter::once(none).chain(devices.iter().map(option));
    vec![
        Field::new(FieldKind::choice(options), "SerialNumber", words.mfa_choice),
        code_field("TokenCode", devices.first().copied(), scene.now, words),
    ]
}

/// The field for tags.
pub(super) fn tags_field(scene: &Scene) -> Field {
    let words = scene.identity();
    Field::new(FieldKind::Area, "Tags", words.session_tags).noted(words.session_tags_note)
}

/// All that `sts:AssumeRole` takes.
pub(super) fn assume_fields(scene: &Scene) -> Vec<Field> {
    let words = scene.identity();
    let others = [
        Field::text("ExternalId", words.external_id),
        Field::text("SourceIdentity", words.source_identity),
        tags_field(scene),
    ];
    mfa_fields(scene).into_iter().chain(others).collect()
}

/// Adds what is filled in to a request.
pub(super) fn write(fields: &[Field], typed: &Typed, input: &mut Value) {
    let Value::Object(members) = input else { return };
    let mut filled = typed.request(fields);
    if let Some(Value::String(lines)) = filled.remove("Tags") {
        let lines: Vec<_> = lines.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let tag = |line: &&str| {
            let (key, value) = line.split_once('=').unwrap_or((line, ""));
            json!({ "Key": key.trim_start_matches('*').trim(), "Value": value.trim() })
        };
        let handed_on = lines.iter().filter_map(|line| line.strip_prefix('*'));
        let handed_on: Vec<_> = handed_on.map(|line| line.split('=').next().unwrap_or_default().trim()).collect();
        if !handed_on.is_empty() {
            members.insert("TransitiveTagKeys".to_owned(), json!(handed_on));
        }
        members.insert("Tags".to_owned(), lines.iter().map(tag).collect());
    }
    members.extend(filled);
}

/// The devices of whoever acts, who may be in a session.
fn devices(scene: &Scene) -> Vec<&MfaDevice> {
    let world = scene.world();
    let owner = scene.state.question.credentials.access_key_id().and_then(|key| world.key_owner(key));
    let (account, id) = match owner {
        Some(KeyOwner::User(account, user, _)) => (Some(account), user.id.to_string()),
        Some(KeyOwner::Root(account, _)) => (Some(account), account.id.to_string()),
        Some(KeyOwner::Session(session)) => (world.account(session.account), session.id_behind().to_owned()),
        None => {
            let account = scene.state.acting_account();
            (account.and_then(|id| world.account(id)), account.map(|id| id.to_string()).unwrap_or_default())
        }
    };
    account.map(|account| account.mfa_devices_of(&id).collect()).unwrap_or_default()
}
