//! Properties of the evaluator and of the parser, tried on generated policies.
//!
//! `PROPTEST_CASES` sets how many cases each property is tried on; 2,000 if it is not set. A
//! failure is shrunk to a small world and printed.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, reason = "a test program: a panic is how it reports")]

#[path = "properties/blame.rs"]
mod blame;
#[path = "properties/documents.rs"]
mod documents;
#[path = "properties/forgetting.rs"]
mod forgetting;
#[path = "corpus/invariants.rs"]
mod invariants;
#[path = "properties/reference.rs"]
mod reference;
#[path = "properties/texts.rs"]
mod texts;
#[path = "properties/values.rs"]
mod values;
#[path = "properties/worlds.rs"]
mod worlds;

use iam_sandbox::eval::{
    DecidedBy, Decision, Element, PolicyLayer, ResourcePolicyRule, Station, StationOutcome, TraceEvent, Verdict,
    authorize, authorize_traced, unknown_facts,
};
use iam_sandbox::policy::PolicyKind;
use iam_sandbox::rule::Rule;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;
use std::collections::BTreeMap;
use worlds::World;

fn config() -> Config {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(2_000);
    Config { cases, failure_persistence: None, ..Config::default() }
}

/// The verdict, with and without a trace.
fn verdict(world: &World) -> Verdict {
    let policies = world.policies().expect("the generators write what the service takes");
    let plain = authorize(&world.request, &policies);
    let (traced, _) = authorize_traced(&world.request, &policies);
    assert_eq!(plain, traced, "a trace changes nothing");
    plain
}

/// In the words of the reference.
fn answer(verdict: Verdict) -> reference::Answer {
    match (verdict.decision, verdict.decided_by) {
        (Decision::ExplicitDeny, _) => ("explicit deny", ""),
        (decision, decided_by) => {
            (if decision == Decision::Allowed { "allowed" } else { "implicit deny" }, name(decided_by))
        }
    }
}

fn name(decided_by: DecidedBy) -> &'static str {
    match decided_by {
        DecidedBy::Layer(PolicyLayer::VpcEndpoint) => "vpce",
        DecidedBy::Layer(PolicyLayer::Rcp) => "rcp",
        DecidedBy::Layer(PolicyLayer::Scp) => "scp",
        DecidedBy::Layer(PolicyLayer::Resource) => "resource",
        DecidedBy::Layer(PolicyLayer::Identity) => "identity",
        DecidedBy::Layer(PolicyLayer::PermissionsBoundary) => "boundary",
        DecidedBy::Layer(PolicyLayer::Session) => "session",
        DecidedBy::IdentityAndResource => "identity+resource",
        DecidedBy::Root => "root",
        DecidedBy::Exempt => "exempt",
        DecidedBy::Unknown => "unknown",
    }
}

/// Every document with its kind.
fn documents_of(world: &mut World) -> Vec<(PolicyKind, &mut Value)> {
    let resource_kind = world.resource_kind();
    let of = |kind: PolicyKind| move |document| (kind, document);
    let mut all: Vec<(PolicyKind, &mut Value)> = world.identity.iter_mut().map(of(PolicyKind::Identity)).collect();
    all.extend(world.boundary.iter_mut().flatten().map(of(PolicyKind::Identity)));
    all.extend(world.session.iter_mut().flatten().map(of(PolicyKind::Session)));
    all.extend(world.scps.iter_mut().flatten().flatten().map(of(PolicyKind::Scp)));
    all.extend(world.rcps.iter_mut().flatten().flatten().map(of(PolicyKind::Rcp)));
    all.extend(world.resource.iter_mut().map(of(resource_kind)));
    all.extend(world.vpc_endpoint.iter_mut().map(of(PolicyKind::VpcEndpoint)));
    all
}

fn add(document: &mut Value, statement: Value) {
    match &mut document["Statement"] {
        Value::Array(statements) => statements.push(statement),
        one => *one = Value::Array(vec![one.take(), statement]),
    }
}

/// A world and the same world with one Deny more.
fn world_and_more_denials() -> impl Strategy<Value = (World, World)> {
    worlds::world().prop_flat_map(|mut world| {
        let kinds: Vec<PolicyKind> = documents_of(&mut world).iter().map(|(kind, _)| *kind).collect();
        let place = (0..kinds.len() + 1).prop_flat_map(move |index| {
            let kind = kinds.get(index).copied().unwrap_or(PolicyKind::Identity);
            (Just(index), documents::statement(kind, Some("Deny")))
        });
        (Just(world), place).prop_map(|(world, (index, statement))| {
            let mut changed = world.clone();
            match documents_of(&mut changed).into_iter().nth(index) {
                Some((_, document)) => add(document, statement),
                None => changed.identity.push(serde_json::json!({"Statement": statement})),
            }
            (world, changed)
        })
    })
}

/// A world and the same world with one Allow more, on the identity or on the resource.
fn world_and_more_grants() -> impl Strategy<Value = (World, World)> {
    worlds::world().prop_flat_map(|world| {
        let on_identity = documents::statement(PolicyKind::Identity, Some("Allow"));
        let on_resource = documents::statement(world.resource_kind(), Some("Allow"));
        (Just(world), on_identity, on_resource, any::<bool>()).prop_map(
            |(world, on_identity, on_resource, is_resource)| {
                let mut changed = world.clone();
                if is_resource && world.rule != ResourcePolicyRule::None {
                    let empty = || serde_json::json!({"Version": "2012-10-17", "Statement": []});
                    add(changed.resource.get_or_insert_with(empty), on_resource);
                } else {
                    changed.identity.insert(0, serde_json::json!({"Version": "2012-10-17", "Statement": on_identity}));
                }
                (world, changed)
            },
        )
    })
}

/// Puts a list into an order that follows from `seed`.
fn shuffle<T>(list: &mut [T], seed: &mut u64) {
    for last in (1..list.len()).rev() {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        list.swap(last, usize::try_from(*seed >> 33).unwrap() % (last + 1));
    }
}

fn shuffled(world: &World, mut seed: u64) -> World {
    let mut world = world.clone();
    let lists = [Some(&mut world.identity), world.session.as_mut()].into_iter().flatten();
    lists
        .chain(world.scps.iter_mut().flatten())
        .chain(world.rcps.iter_mut().flatten())
        .for_each(|list| shuffle(list, &mut seed));
    for (_, document) in documents_of(&mut world) {
        if let Value::Array(statements) = &mut document["Statement"] {
            shuffle(statements, &mut seed);
        }
    }
    world
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_engine_decides_as_the_reference_does(world in worlds::world()) {
        prop_assert_eq!(answer(verdict(&world)), reference::decide(&world));
    }

    #[test]
    fn one_more_deny_never_allows_what_was_denied((world, changed) in world_and_more_denials()) {
        prop_assert!(verdict(&world).is_allowed() || !verdict(&changed).is_allowed());
    }

    #[test]
    fn one_more_allow_never_denies_what_was_allowed((world, changed) in world_and_more_grants()) {
        // But where Block Public Access is on, a grant too many shuts everybody out (C-43).
        let may_shut_out = world.is_public_access_blocked && world.resource != changed.resource;
        prop_assert!(may_shut_out || !verdict(&world).is_allowed() || verdict(&changed).is_allowed());
    }

    #[test]
    fn the_order_of_statements_and_policies_makes_no_difference(world in worlds::world(), seed in any::<u64>()) {
        prop_assert_eq!(answer(verdict(&world)), answer(verdict(&shuffled(&world, seed))));
    }

    #[test]
    fn a_trace_fits_its_verdict(world in worlds::world()) {
        let policies = world.policies().unwrap();
        let (verdict, trace) = authorize_traced(&world.request, &policies);
        prop_assert_eq!(authorize(&world.request, &policies), verdict);
        prop_assert_eq!(invariants::check(verdict, &trace, &world.request, &policies), Ok(()));
    }

    #[test]
    fn what_is_sure_under_unknown_facts_is_true(forgotten in forgetting::forgotten()) {
        let known = verdict(&forgotten.known);
        for world in forgotten.others().iter().chain([&forgotten.truth]) {
            let (decision, decided_by) = reference::decide(world);
            let is_true = match known.decision {
                Decision::Allowed => decision == "allowed",
                Decision::ExplicitDeny => decision == "explicit deny",
                Decision::ImplicitDeny => decision != "allowed",
                Decision::CannotSay => true,
            };
            prop_assert!(is_true, "{known:?}, but {decision} by {decided_by} in {world:#?}");
            if let (Decision::Allowed, DecidedBy::Layer(_) | DecidedBy::Root) = (known.decision, known.decided_by) {
                prop_assert_eq!(name(known.decided_by), decided_by);
            }
        }
    }

    #[test]
    fn whoever_knows_the_facts_that_matter_knows_the_answer(forgotten in forgetting::forgotten()) {
        // What a layer turns out to say may ask for keys that nobody has asked for yet.
        let mut known = forgotten.known.clone();
        for _ in 0..=forgotten.known.unknown.len() {
            let facts = unknown_facts(&known.request, &known.policies().unwrap());
            prop_assert_eq!(verdict(&known).decision == Decision::CannotSay, !facts.is_empty());
            known = forgotten.learning(&known, &facts);
        }
        let learnt = verdict(&known);
        prop_assert!(learnt.decision != Decision::CannotSay, "something more matters");
        prop_assert_eq!(learnt.is_allowed(), reference::decide(&forgotten.truth).0 == "allowed");
    }

    #[test]
    fn a_deny_that_is_blamed_denies(world in worlds::world()) {
        let (found, trace) = authorize_traced(&world.request, &world.policies().unwrap());
        let denials = blame::matching(&world, &trace, None, "Deny");
        prop_assert_eq!(found.decision == Decision::ExplicitDeny, !denials.is_empty());
        if let Some((blamed, others)) = denials.split_first() {
            prop_assert_eq!(found.statement, Some(*blamed));
            let next = verdict(&blame::without(&world, &[*blamed]));
            prop_assert_eq!(next.statement.filter(|_| next.decision == Decision::ExplicitDeny), others.first().copied());
            let none = verdict(&blame::without(&world, &denials));
            prop_assert!(none.decision != Decision::ExplicitDeny);
        }
    }

    #[test]
    fn what_is_said_to_be_missing_is_missing(world in worlds::world()) {
        let (found, trace) = authorize_traced(&world.request, &world.policies().unwrap());
        let stopped = Station::ALL.into_iter().filter(|station| {
            matches!(trace.station(*station), Some((StationOutcome::Stopped, rule)) if rule != Rule::C43)
        });
        let layers: Vec<PolicyLayer> = stopped.filter_map(Station::layer).collect();
        let mut world = world;
        for layer in layers {
            let given = blame::allowing(&world, layer);
            let (next, trace) = authorize_traced(&given.request, &given.policies().unwrap());
            let station = Station::ALL.into_iter().find(|station| station.layer() == Some(layer)).unwrap();
            let (outcome, rule) = trace.station(station).unwrap();
            // A grant that Block Public Access ignores is another reason than none (C-43).
            let is_for_another_reason = rule == Rule::C43;
            prop_assert!(outcome != StationOutcome::Stopped || is_for_another_reason, "{layer:?} allows and still stops");
            if found.decided_by == DecidedBy::Layer(layer) && !is_for_another_reason {
                prop_assert!(next.decided_by != found.decided_by || next.is_allowed());
            }
            world = given;
        }
    }

    #[test]
    fn an_allow_that_is_credited_allows(world in worlds::world()) {
        let (found, trace) = authorize_traced(&world.request, &world.policies().unwrap());
        if let Some(credited) = found.statement.filter(|_| found.is_allowed()) {
            let allows = blame::matching(&world, &trace, Some(credited.layer), "Allow");
            prop_assert!(allows.contains(&credited));
            let next = verdict(&blame::without(&world, &allows));
            prop_assert!(next != found, "{credited:?} makes no difference");
        }
    }

    #[test]
    fn every_claim_about_an_element_is_true(world in worlds::world()) {
        let (_, trace) = authorize_traced(&world.request, &world.policies().unwrap());
        for at in PolicyLayer::ALL.into_iter().flat_map(|layer| trace.statements(layer)).map(|(at, _)| at) {
            let (statement, has_variables) = (blame::statement(&world, at), blame::has_variables(&world, at));
            let lines = reference::lines_hold(&statement["Condition"], has_variables, &world.request.context);
            for event in trace.elements(at) {
                let (claimed, is_so) = match event {
                    // The policies of gateway endpoints read accounts in a way of their own.
                    TraceEvent::Principal { .. } if at.layer == PolicyLayer::VpcEndpoint => continue,
                    TraceEvent::Principal { outcome, .. } => {
                        (outcome.is_match(), reference::fits_principal(&statement, &world))
                    }
                    TraceEvent::Pattern { element: Element::Action, outcome, .. } => {
                        (outcome.is_match(), reference::fits_action(&statement, &world))
                    }
                    TraceEvent::Pattern { element: Element::Resource, outcome, .. } => {
                        (outcome.is_match(), reference::fits_resource(&statement, has_variables, &world))
                    }
                    TraceEvent::Condition { item, outcome, .. } => (outcome.is_match(), lines[usize::from(*item)]),
                    _ => continue,
                };
                prop_assert_eq!(claimed, is_so, "{:?} of {}", event, statement);
            }
        }
    }
}

/// The generators are worth something only if the worlds they make end in every way.
#[test]
fn generated_worlds_reach_every_answer() {
    let mut counts: BTreeMap<reference::Answer, usize> = BTreeMap::new();
    let (mut runner, worlds) = (TestRunner::deterministic(), worlds::world());
    for _ in 0..3_000 {
        let world = worlds.new_tree(&mut runner).unwrap().current();
        *counts.entry(reference::decide(&world)).or_default() += 1;
    }
    let layers = ["boundary", "identity", "resource", "scp", "session", "vpce"];
    let grants = ["exempt", "identity", "identity+resource", "resource", "root"];
    let denied = layers.map(|layer| ("implicit deny", layer));
    let allowed = grants.map(|layer| ("allowed", layer));
    for answer in denied.into_iter().chain(allowed).chain([("explicit deny", "")]) {
        assert!(counts.contains_key(&answer), "no world is {answer:?}: {counts:?}");
    }
}
