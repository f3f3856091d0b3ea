//! What a trace blames is to blame: without it, or with what it says is missing, the answer is another.

use super::documents::allow_all;
use super::worlds::{PROVIDER, World};
use iam_sandbox::eval::{PolicyLayer, Principal, StatementRef, Trace};
use iam_sandbox::policy::PolicyKind;
use serde_json::{Value, json};

/// The statements of that effect which the trace says match, in one layer or in all.
pub fn matching(world: &World, trace: &Trace, layer: Option<PolicyLayer>, effect: &str) -> Vec<StatementRef> {
    let layers = layer.map_or(PolicyLayer::ALL.to_vec(), |layer| vec![layer]);
    let all = layers.into_iter().flat_map(|layer| trace.statements(layer).collect::<Vec<_>>());
    let is_wanted = |at: &StatementRef| statement(world, *at)["Effect"] == effect;
    all.filter(|(_, matched)| *matched).map(|(at, _)| at).filter(is_wanted).collect()
}

/// The documents of a layer, in the order of the engine.
fn documents(world: &mut World, layer: PolicyLayer) -> Vec<&mut Value> {
    match layer {
        PolicyLayer::VpcEndpoint => world.vpc_endpoint.iter_mut().collect(),
        PolicyLayer::Rcp => world.rcps.iter_mut().flatten().flatten().collect(),
        PolicyLayer::Scp => world.scps.iter_mut().flatten().flatten().collect(),
        PolicyLayer::Resource => world.resource.iter_mut().collect(),
        PolicyLayer::Identity => world.identity.iter_mut().collect(),
        PolicyLayer::PermissionsBoundary => world.boundary.iter_mut().flatten().collect(),
        PolicyLayer::Session => world.session.iter_mut().flatten().collect(),
    }
}

/// The statement as it is written.
pub fn statement(world: &World, at: StatementRef) -> Value {
    let mut world = world.clone();
    let document = documents(&mut world, at.layer).swap_remove(usize::from(at.policy));
    match &document["Statement"] {
        Value::Array(statements) => statements[usize::from(at.statement)].clone(),
        single => single.clone(),
    }
}

/// The version of the document that a statement stands in.
pub fn has_variables(world: &World, at: StatementRef) -> bool {
    let mut world = world.clone();
    let document = documents(&mut world, at.layer).swap_remove(usize::from(at.policy));
    document["Version"] == "2012-10-17"
}

/// The world in which these statements say nothing. They keep their places.
pub fn without(world: &World, statements: &[StatementRef]) -> World {
    let mut changed = world.clone();
    for at in statements {
        let document = documents(&mut changed, at.layer).swap_remove(usize::from(at.policy));
        let statement = match &mut document["Statement"] {
            Value::Array(statements) => &mut statements[usize::from(at.statement)],
            single => single,
        };
        let members = statement.as_object_mut().unwrap();
        members.remove("NotAction");
        members.insert("Action".to_owned(), json!("s3:Nothing"));
    }
    changed
}

fn add(document: &mut Value, statement: &Value) {
    match &mut document["Statement"] {
        Value::Array(statements) => statements.push(statement.clone()),
        one => *one = Value::Array(vec![one.take(), statement.clone()]),
    }
}

/// The world in which a layer allows what is asked for, to whoever asks.
pub fn allowing(world: &World, layer: PolicyLayer) -> World {
    let mut changed = world.clone();
    let whole = |kind| allow_all(kind)["Statement"].clone();
    match layer {
        PolicyLayer::Rcp => {}
        PolicyLayer::Identity => changed.identity.push(allow_all(PolicyKind::Identity)),
        PolicyLayer::Session => changed.session.get_or_insert_default().push(allow_all(PolicyKind::Session)),
        PolicyLayer::PermissionsBoundary => {
            changed.boundary.iter_mut().flatten().for_each(|document| add(document, &whole(PolicyKind::Identity)));
        }
        PolicyLayer::VpcEndpoint => {
            changed.vpc_endpoint.iter_mut().for_each(|document| add(document, &whole(PolicyKind::VpcEndpoint)));
        }
        PolicyLayer::Scp => {
            changed.scps.iter_mut().flatten().for_each(|level| level.push(allow_all(PolicyKind::Scp)));
        }
        PolicyLayer::Resource => {
            let mut statement = whole(world.resource_kind());
            // Providers stand in trust policies alone.
            statement["Principal"] = match (&world.request.principal, world.resource_kind()) {
                (Principal::Federated { .. }, PolicyKind::Trust) => json!({"Federated": PROVIDER}),
                (principal, _) => caller(principal),
            };
            let empty = || json!({"Version": "2012-10-17", "Statement": []});
            // A document without statements is written only to be added to.
            add(changed.resource.get_or_insert_with(empty), &statement);
        }
    }
    changed
}

/// A principal element that names the caller and, if it can, nobody else.
fn caller(principal: &Principal) -> Value {
    match principal {
        Principal::Anonymous | Principal::Federated { .. } => json!("*"),
        Principal::Service { name } => json!({"Service": name}),
        Principal::Root { account } | Principal::AssumedRoot { account } => json!({"AWS": account.to_string()}),
        Principal::User { arn, .. } => json!({"AWS": arn}),
        Principal::AssumedRole { session, .. } | Principal::FederatedUser { session, .. } => json!({"AWS": session}),
    }
}
