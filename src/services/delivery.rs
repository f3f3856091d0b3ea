//! What a service does with a session of a role that it assumed for what runs in it (rules G-3, G-4, F-21).
//!
//! How long such sessions last is the service's matter and not bound by the role; the numbers here are settings of
//! this sandbox and no promise of AWS's.

use super::Stage;
use crate::eval::Principal;
use crate::world::{
    Function, Instance, InstanceCredentials, Role, Session, SessionFacts, SessionOrigin, SessionSubject,
};
use std::collections::BTreeMap;

/// How long a session for an instance, or for a function, lasts: about six hours.
const INSTANCE_SECONDS: u32 = 21_600;

/// Opens the session and hands it to the instance whose name the session has and whose profile holds the role. None
/// if the caller is no service, or nothing of the kind runs.
pub(super) fn deliver(role: &Role, name: &str, stage: &mut Stage<'_>) -> Option<Session> {
    let Principal::Service { name: service } = &stage.caller.caller()?.principal else { return None };
    match &**service {
        "ec2.amazonaws.com" => to_instance(role, name, stage),
        "lambda.amazonaws.com" => to_function(role, name, stage),
        _ => None,
    }
}

fn to_instance(role: &Role, name: &str, stage: &mut Stage<'_>) -> Option<Session> {
    let mut instance = stage.world.instance(name).filter(|instance| instance.is_running())?.clone();
    let holds = stage.world.role_on(instance.association.as_ref()?).is_some_and(|held| held.arn == role.arn);
    if !holds {
        return None;
    }
    let subject = SessionSubject::Role { role: role.arn.clone(), role_id: role.id.clone(), name: name.into() };
    let mut session = Session::new(stage.world, subject, instance.account, stage.now, INSTANCE_SECONDS);
    session.facts = facts(&instance, "2.0");
    stage.world.put_session(session.clone());
    instance.credentials = Some(InstanceCredentials {
        role: role.name.clone(),
        access_key_id: session.access_key_id.clone(),
        version_1: None,
        updated: stage.now,
    });
    stage.world.put_instance(instance);
    Some(session)
}

/// The condition keys that EC2 adds to requests with these credentials (table B-43, rule G-5).
pub(super) fn facts(instance: &Instance, delivery: &str) -> SessionFacts {
    let resource = instance.arn();
    let keys = [
        ("aws:Ec2InstanceSourcePrivateIPv4", instance.private_address.clone()),
        ("aws:Ec2InstanceSourceVpc", instance.vpc.clone()),
        ("ec2:RoleDelivery", delivery.into()),
        ("ec2:SourceInstanceArn", resource.as_str().into()),
    ];
    let mut own: BTreeMap<Box<str>, Box<str>> = BTreeMap::new();
    own.extend(keys.map(|(key, value)| (key.into(), value)));
    let name = "ec2.amazonaws.com".into();
    SessionFacts { origin: SessionOrigin::Service { name, resource, keys: own }, ..SessionFacts::default() }
}

/// The function of that name with the role runs with the session from now on (rules G-12, F-21).
fn to_function(role: &Role, name: &str, stage: &mut Stage<'_>) -> Option<Session> {
    let is_wanted = |function: &&Function| *function.name == *name && function.role == role.arn;
    let mut function = stage.world.functions().find(is_wanted)?.clone();
    let subject = SessionSubject::Role { role: role.arn.clone(), role_id: role.id.clone(), name: name.into() };
    let mut session = Session::new(stage.world, subject, function.account, stage.now, INSTANCE_SECONDS);
    let keys = BTreeMap::from([("lambda:SourceFunctionArn".into(), function.arn.as_str().into())]);
    let (name, resource) = ("lambda.amazonaws.com".into(), function.arn.clone());
    session.facts.origin = SessionOrigin::Service { name, resource, keys };
    stage.world.put_session(session.clone());
    function.session = Some(session.access_key_id.clone());
    stage.world.put_function(function);
    Some(session)
}
