//! Who makes a call of the page, and to which Region it is sent: one on an instance to that of the instance, as from the
//! console, whatever the sentence says of its own.

use super::state::{AppState, Mode};
use iam_sandbox::api::Credentials;
use iam_sandbox::arn::AccountId;
use iam_sandbox::authz::Environment;
use iam_sandbox::eval::ContextValue;
use iam_sandbox::world::{Instance, World};
use serde_json::Value;

/// The circumstances of a call, with the Region of the instance that it names. What follows from the parameters of a
/// call follows from those that are sent: the sentence's external id is none of the form's.
pub(super) fn environment(world: &World, operation: &str, input: &Value, of_sentence: &Environment) -> Environment {
    let mut environment = of_sentence.clone();
    environment.overrides.retain(|key, _| !is_parameter(operation, key));
    let usual = environment.requested_region().unwrap_or("us-east-1");
    if let Some(instance) = named(world, input).filter(|instance| *instance.region != *usual) {
        let region = ContextValue::One(instance.region.clone());
        environment.overrides.insert("aws:RequestedRegion".into(), Some(region));
    }
    environment
}

/// Whether a condition key is of the parameters of calls of that service: `sts:ExternalId`, `aws:RequestTag/team`.
fn is_parameter(operation: &str, key: &str) -> bool {
    let service = |name: &str| name.split_once(':').map(|(service, _)| service.to_ascii_lowercase());
    let key = key.to_ascii_lowercase();
    service(operation) == service(&key) || key.starts_with("aws:requesttag/") || key == "aws:tagkeys"
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

#[cfg(test)]
mod tests {
    use super::*;
    use iam_sandbox::json::json;
    use iam_sandbox::text::Language;

    #[test]
    fn what_parameters_tell_comes_from_the_request_and_the_rest_from_the_sentence() {
        let state = AppState::first(Language::English, None);
        let keys = ["sts:ExternalId", "STS:RoleSessionName", "aws:RequestTag/team", "aws:TagKeys"];
        let kept = ["aws:MultiFactorAuthPresent", "aws:SourceIp", "s3:prefix"];
        let mut of_sentence = Environment::default();
        for key in keys.into_iter().chain(kept) {
            of_sentence.overrides.insert(key.into(), Some(ContextValue::One("x".into())));
        }
        let sent = environment(state.sandbox.world(), "sts:AssumeRole", &json!({}), &of_sentence);
        assert_eq!(sent.overrides.keys().map(|key| &**key).collect::<Vec<_>>(), kept);
    }
}
