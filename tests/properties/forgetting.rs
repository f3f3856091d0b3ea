//! Worlds of which something is forgotten, beside the world as it is. What is said about the one must be
//! true of the other, and of every other world that agrees in what is known.

use super::documents::{allow_all, context_values};
use super::worlds::{World, world};
use iam_sandbox::eval::{ContextValue, PolicyLayer, Principal, Unknown, UnknownFact};
use iam_sandbox::policy::PolicyKind as Kind;
use proptest::prelude::*;
use proptest::sample::subsequence;
use serde_json::{Value, json};

/// The world as it is, and what is known of it.
#[derive(Clone, Debug)]
pub struct Forgotten {
    pub truth: World,
    pub known: World,
}

pub fn forgotten() -> impl Strategy<Value = Forgotten> {
    let layers = subsequence(PolicyLayer::ALL.to_vec(), 0..3);
    (world(), layers, any::<u16>()).prop_map(|(truth, unknown, picked)| {
        let mut known = World { unknown, ..truth.clone() };
        let keys = keys_to_forget(&truth);
        for (index, key) in keys.iter().enumerate() {
            if (picked >> (2 * (index % 8))).is_multiple_of(4) {
                known.request.context.set(key, ContextValue::Unknown(Unknown::VALUE));
            }
        }
        Forgotten { truth, known }
    })
}

/// Keys whose values are what such a key holds: it is of these that classes are made.
fn keys_to_forget(truth: &World) -> Vec<String> {
    let is_proper = |(key, value): &(&str, &ContextValue)| is_proper(key, value);
    let keys: Vec<String> = truth.request.context.iter().filter(is_proper).map(|(key, _)| key.to_owned()).collect();
    keys.into_iter().filter(|key| key != "aws:userid").collect()
}

fn is_proper(key: &str, value: &ContextValue) -> bool {
    let is_many = matches!(value, ContextValue::Many(_));
    let is_typed = |value: &str| match key {
        "aws:SecureTransport" => matches!(value, "true" | "false"),
        "aws:MultiFactorAuthAge" => super::values::decimal(value).is_some(),
        "aws:EpochTime" => super::values::decimal(value).is_some_and(|number| number % 1_000_000_000 == 0),
        "aws:CurrentTime" => super::values::moment(value).is_some_and(|moment| moment % 1_000_000_000 == 0),
        "aws:SourceIp" => value.parse::<std::net::IpAddr>().is_ok(),
        _ => !value.is_empty(),
    };
    is_many == (key == "aws:TagKeys")
        && !value.values().is_empty()
        && value.values().iter().all(|value| is_typed(value))
}

/// Whether every request of the caller has the key.
fn is_always_there(key: &str, principal: &Principal) -> bool {
    match key {
        "aws:CurrentTime" | "aws:EpochTime" | "aws:SecureTransport" => true,
        "aws:PrincipalArn" => !matches!(principal, Principal::Anonymous | Principal::Federated { .. }),
        "aws:username" => matches!(principal, Principal::User { .. }),
        _ => false,
    }
}

impl Forgotten {
    /// Worlds that agree with what is known, each with one of the forgotten facts otherwise than in truth.
    pub fn others(&self) -> Vec<World> {
        let mut others = Vec::new();
        for layer in &self.known.unknown {
            others.extend(layer_variants(&self.truth, *layer));
        }
        for (key, value) in self.known.request.context.iter() {
            if !matches!(value, ContextValue::Unknown(_)) {
                continue;
            }
            let values = context_values().into_iter().filter(|(known, _)| *known == key).flat_map(|(_, values)| values);
            for value in values {
                let value = match key {
                    "aws:TagKeys" => ContextValue::Many(vec![(*value).into()]),
                    _ => ContextValue::One((*value).into()),
                };
                if is_proper(key, &value) {
                    let mut other = self.truth.clone();
                    other.request.context.set(key, value);
                    others.push(other);
                }
            }
            if !is_always_there(key, &self.truth.request.principal) {
                let mut other = self.truth.clone();
                other.request.context.remove(key);
                others.push(other);
            }
        }
        others
    }

    /// What is known once these facts are learnt as well.
    pub fn learning(&self, known: &World, facts: &[UnknownFact]) -> World {
        let mut known = known.clone();
        for fact in facts {
            match fact {
                UnknownFact::Layer(layer) => known.unknown.retain(|unknown| unknown != layer),
                UnknownFact::ContextKey(key) => {
                    let found = self.truth.request.context.iter().find(|(given, _)| given.eq_ignore_ascii_case(key));
                    known.request.context.set(key, found.unwrap().1.clone());
                }
            }
        }
        known
    }
}

/// The same world with a layer that allows all, that says nothing, that denies all, and without it.
fn layer_variants(truth: &World, layer: PolicyLayer) -> Vec<World> {
    let documents = |kind| {
        let mut deny = allow_all(kind);
        deny["Statement"]["Effect"] = json!("Deny");
        let mut silent = allow_all(kind);
        silent["Statement"]["Action"] = json!("iam:Nothing");
        [allow_all(kind), silent, deny]
    };
    let with = |change: &dyn Fn(&mut World)| {
        let mut world = truth.clone();
        change(&mut world);
        world
    };
    let each = |kind, change: &dyn Fn(&mut World, Value)| -> Vec<World> {
        documents(kind).into_iter().map(|document| with(&|world| change(world, document.clone()))).collect()
    };
    let (mut variants, without) = match layer {
        PolicyLayer::VpcEndpoint => (
            each(Kind::VpcEndpoint, &|world, document| world.vpc_endpoint = Some(document)),
            with(&|world| world.vpc_endpoint = None),
        ),
        PolicyLayer::Rcp => {
            let deny = json!({"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Principal": "*", "Action": ["s3:*", "sqs:*", "kms:*", "sts:*"], "Resource": "*"}});
            (vec![with(&|world| world.rcps = Some(vec![vec![deny.clone()]]))], with(&|world| world.rcps = None))
        }
        PolicyLayer::Scp => (
            each(Kind::Scp, &|world, document| world.scps = Some(vec![vec![document]])),
            with(&|world| world.scps = None),
        ),
        PolicyLayer::Resource => {
            let kind = truth.resource_kind();
            (each(kind, &|world, document| world.resource = Some(document)), with(&|world| world.resource = None))
        }
        PolicyLayer::Identity => (
            each(Kind::Identity, &|world, document| world.identity = vec![document]),
            with(&|world| world.identity = Vec::new()),
        ),
        PolicyLayer::PermissionsBoundary => (
            each(Kind::Identity, &|world, document| world.boundary = Some(vec![document])),
            with(&|world| world.boundary = None),
        ),
        PolicyLayer::Session => (
            each(Kind::Session, &|world, document| world.session = Some(vec![document])),
            with(&|world| world.session = None),
        ),
    };
    variants.push(without);
    variants
}
