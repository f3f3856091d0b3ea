//! Who makes a call of the page, and to which Region it is sent: one on an instance to that of the instance, as from the
//! console, whatever the sentence says of its own.

use super::state::{AppState, Mode};
use iam_sandbox::api::Credentials;
use iam_sandbox::arn::AccountId;
use iam_sandbox::authz::Environment;
use iam_sandbox::eval::ContextValue;
use iam_sandbox::world::{Instance, World};
use serde_json::Value;

/// The circumstances of a call, with the Region of the instance that it names.
pub(super) fn environment(world: &World, input: &Value, of_sentence: &Environment) -> Environment {
    let mut environment = of_sentence.clone();
    let usual = environment.requested_region().unwrap_or("us-east-1");
    if let Some(instance) = named(world, input).filter(|instance| *instance.region != *usual) {
        let region = ContextValue::One(instance.region.clone());
        environment.overrides.insert("aws:RequestedRegion".into(), Some(region));
    }
    environment
}

fn named<'a>(world: &'a World, input: &Value) -> Option<&'a Instance> {
    let id = input["InstanceId"].as_str().or_else(|| input["InstanceIds"][0].as_str());
    let association = input["AssociationId"].as_str();
    let has_it = |instance: &&Instance| {
        let own = instance.association.as_ref().map(|association| &*association.id);
        id == Some(&*instance.id) || (association.is_some() && own == association)
    };
    world.instances().find(has_it)
}

impl AppState {
    /// Who builds in an account. What is no part of AWS is its owner's in every mode.
    pub(super) fn builder(&self, account: AccountId, operation: &str) -> Credentials {
        if self.mode == Mode::Owner || operation.starts_with("sandbox:") {
            Credentials::Owner(account)
        } else {
            self.question.credentials.clone()
        }
    }
}
