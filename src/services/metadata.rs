//! The instance metadata service: what an instance learns of itself at `http://169.254.169.254` (rules G-6 to G-11).
//!
//! It is no API of AWS's: nothing is signed, no policy is asked, and no trail shows it. Of the many paths only those
//! are answered that tell of the instance and its role.

mod answer;

use crate::clock::Timestamp;
use crate::json::json;
use crate::world::{Instance, InstanceCredentials, Session, World};
pub use answer::MetadataResponse;
use answer::{document, list, text};
use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// A request to the metadata service of an instance.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MetadataRequest {
    /// `GET` or `PUT`
    pub method: Box<str>,
    /// `/latest/meta-data/`
    pub path: Box<str>,
    /// Headers by name, whatever the case.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub headers: BTreeMap<Box<str>, Box<str>>,
    /// How many hops the answer takes: one to a process on the instance, two into a container.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub hops: u8,
}

const fn one() -> u8 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
const fn is_one(hops: &u8) -> bool {
    *hops == 1
}

impl MetadataRequest {
    /// A plain `GET`, as version 1 takes it.
    #[must_use]
    pub fn get(path: &str) -> Self {
        Self { method: "GET".into(), path: path.into(), headers: BTreeMap::new(), hops: 1 }
    }

    /// A `GET` with a token.
    #[must_use]
    pub fn get_with_token(path: &str, token: &str) -> Self {
        let mut request = Self::get(path);
        request.headers.insert(TOKEN.into(), token.into());
        request
    }

    /// The `PUT` that answers with a token for that many seconds.
    #[must_use]
    pub fn put_token(seconds: u32) -> Self {
        let mut request = Self { method: "PUT".into(), ..Self::get(TOKEN_PATH) };
        request.headers.insert(TTL.into(), seconds.to_string().into());
        request
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, value)| &**value)
    }
}

const TOKEN_PATH: &str = "/latest/api/token";
const TOKEN: &str = "X-aws-ec2-metadata-token";
const TTL: &str = "X-aws-ec2-metadata-token-ttl-seconds";

/// A token is good for six hours at the most (rule G-7).
const MOST_SECONDS: i64 = 21_600;

/// Asks the metadata service of an instance. The world changes only where version 1 hands out credentials for the
/// first time, since those are others than version 2's (`ec2:RoleDelivery`).
pub fn metadata(world: &mut World, instance_id: &str, request: &MetadataRequest, now: Timestamp) -> MetadataResponse {
    let Some(instance) = world.instance(instance_id).filter(|instance| instance.is_running()).cloned() else {
        return MetadataResponse::NONE;
    };
    if !instance.metadata.is_enabled {
        return MetadataResponse::failed(403);
    }
    if &*request.path == TOKEN_PATH {
        return token(world, &instance, request, now);
    }
    if &*request.method != "GET" {
        return MetadataResponse::failed(405);
    }
    let is_version_2 = match request.header(TOKEN) {
        Some(token) if !is_valid(world, &instance, token, now) => return MetadataResponse::failed(401),
        None if instance.metadata.requires_token => return MetadataResponse::failed(401),
        token => token.is_some(),
    };
    let found = if is_version_2 { Version::Two } else { Version::One };
    get(world, &instance, &request.path, found, now).unwrap_or_else(|| MetadataResponse::failed(404))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Version {
    One,
    Two,
}

fn token(world: &World, instance: &Instance, request: &MetadataRequest, now: Timestamp) -> MetadataResponse {
    if &*request.method != "PUT" {
        return MetadataResponse::failed(405);
    }
    if request.header("X-Forwarded-For").is_some() {
        return MetadataResponse::failed(403);
    }
    let seconds = request.header(TTL).and_then(|seconds| seconds.parse::<i64>().ok());
    let Some(seconds) = seconds.filter(|seconds| (1..=MOST_SECONDS).contains(seconds)) else {
        return MetadataResponse::failed(400);
    };
    if request.hops > instance.metadata.hop_limit {
        return MetadataResponse::NONE;
    }
    text(&token_until(world, instance, now.plus_seconds(seconds)))
}

/// A token is its end and a seal on it, for this instance alone, so that nothing need be kept of it.
fn token_until(world: &World, instance: &Instance, end: Timestamp) -> String {
    let mut bytes = end.epoch_seconds().to_be_bytes().to_vec();
    bytes.extend(world.seal(&format!("metadata {} {end}", instance.id)));
    BASE64URL_NOPAD.encode(&bytes)
}

fn is_valid(world: &World, instance: &Instance, token: &str, now: Timestamp) -> bool {
    let bytes = BASE64URL_NOPAD.decode(token.as_bytes()).unwrap_or_default();
    let Some(end) = bytes.first_chunk::<8>().map(|end| i64::from_be_bytes(*end)) else { return false };
    let left = end.saturating_sub(now.epoch_seconds());
    (1..=MOST_SECONDS).contains(&left) && token_until(world, instance, now.plus_seconds(left)) == token
}

/// What stands at a path; none if nothing does. A path with or without a slash at its end is the same list.
fn get(
    world: &mut World,
    instance: &Instance,
    path: &str,
    version: Version,
    now: Timestamp,
) -> Option<MetadataResponse> {
    let path = path.strip_prefix('/')?.trim_end_matches('/');
    if path.is_empty() {
        return Some(list(&["latest"]));
    }
    let path = path.strip_prefix("latest")?.trim_start_matches('/');
    match path {
        "" => return Some(list(&["dynamic", "meta-data"])),
        "dynamic" => return Some(list(&["instance-identity/"])),
        "dynamic/instance-identity" => return Some(list(&["document"])),
        "dynamic/instance-identity/document" => return Some(document(&identity(instance))),
        _ => {}
    }
    let item = path.strip_prefix("meta-data")?.trim_start_matches('/');
    if let Some(item) = item.strip_prefix("iam") {
        return iam(world, instance, item.trim_start_matches('/'), version, now);
    }
    Some(match item {
        "" if instance.association.is_some() => list(&ITEMS),
        "" => list(&ITEMS.map(|item| if item == "iam/" { "" } else { item })),
        "ami-id" => text(&instance.image),
        "instance-id" => text(&instance.id),
        "instance-type" => text(&instance.instance_type),
        "local-ipv4" => text(&instance.private_address),
        "placement" => list(&["region"]),
        "placement/region" => text(&instance.region),
        "reservation-id" => text(&instance.reservation),
        _ => return None,
    })
}

/// What `/latest/meta-data/` lists.
const ITEMS: [&str; 7] =
    ["ami-id", "iam/", "instance-id", "instance-type", "local-ipv4", "placement/", "reservation-id"];

fn identity(instance: &Instance) -> Value {
    json!({
        "accountId": instance.account, "imageId": instance.image, "instanceId": instance.id,
        "instanceType": instance.instance_type, "pendingTime": instance.launched,
        "privateIp": instance.private_address, "region": instance.region, "version": "2017-09-30",
    })
}

/// What is below `iam/`; there is nothing while the instance has no profile (rule G-9).
fn iam(
    world: &mut World,
    instance: &Instance,
    item: &str,
    version: Version,
    now: Timestamp,
) -> Option<MetadataResponse> {
    let association = instance.association.as_ref()?;
    let held = instance
        .credentials
        .as_ref()
        .filter(|held| world.session(&held.access_key_id).is_some_and(|session| !session.is_expired(now)));
    let role = held.map(|held| held.role.clone()).or_else(|| Some(world.role_on(association)?.name.clone()));
    match item.strip_prefix("security-credentials").map(|role| role.trim_start_matches('/')) {
        Some("") => Some(text(&role?)),
        Some(name) if role.as_deref() == Some(name) => Some(match held {
            Some(held) => document(&credentials(world, instance, &held.clone(), version)?),
            None => document(&unauthorized(name, now)),
        }),
        Some(_) => None,
        None => match item {
            "" => Some(list(&["info", "security-credentials/"])),
            "info" => Some(document(&info(world, instance, now))),
            _ => None,
        },
    }
}

fn info(world: &World, instance: &Instance, now: Timestamp) -> Value {
    let updated = instance.credentials.as_ref().map_or(now, |held| held.updated);
    let association = instance.association.as_ref();
    let is_there = association.is_some_and(|association| {
        let account = association.profile.account().and_then(|account| world.account(account));
        let found = account.and_then(|account| account.instance_profile(association.profile.last_name()));
        found.is_some_and(|profile| profile.id == association.profile_id)
    });
    if !is_there {
        return json!({
            "Code": "InstanceProfileNotFound", "Message": "Instance Profile not found.", "LastUpdated": now,
        });
    }
    json!({
        "Code": "Success", "LastUpdated": updated,
        "InstanceProfileArn": association.map(|association| &association.profile),
        "InstanceProfileId": association.map(|association| &association.profile_id),
    })
}

fn unauthorized(role: &str, now: Timestamp) -> Value {
    let page = "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_iam-ec2.html#troubleshoot_iam-ec2_errors-info-doc";
    let message = format!("EC2 cannot assume the role {role}.  Please see documentation at {page}.");
    json!({ "Code": "AssumeRoleUnauthorizedAccess", "Message": message, "LastUpdated": now })
}

/// The document with the credentials (rule G-10). Version 1 has a session of its own, of the same life.
fn credentials(world: &mut World, instance: &Instance, held: &InstanceCredentials, version: Version) -> Option<Value> {
    let key = match (version, &held.version_1) {
        (Version::Two, _) => held.access_key_id.clone(),
        (Version::One, Some(key)) => key.clone(),
        (Version::One, None) => hand_out_by_version_1(world, instance, held)?,
    };
    let session = world.session(&key)?;
    Some(json!({
        "Code": "Success", "LastUpdated": held.updated, "Type": "AWS-HMAC", "AccessKeyId": session.access_key_id,
        "SecretAccessKey": session.secret, "Token": session.token, "Expiration": session.expires,
    }))
}

fn hand_out_by_version_1(world: &mut World, instance: &Instance, held: &InstanceCredentials) -> Option<Box<str>> {
    let first = world.session(&held.access_key_id)?.clone();
    let made = Session::new(world, first.subject.clone(), first.account, first.issued, 0);
    let session = Session { expires: first.expires, facts: super::delivery::facts(instance, "1.0"), ..made };
    let key = session.access_key_id.clone();
    world.put_session(session);
    let credentials = InstanceCredentials { version_1: Some(key.clone()), ..held.clone() };
    world.put_instance(Instance { credentials: Some(credentials), ..instance.clone() });
    Some(key)
}
