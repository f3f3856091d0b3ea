//! What a call for a role's session brought along beside its parameters, as `requestParameters` tell it: tags and a
//! source identity that go on in a chain, or that an assertion or a token says (rules H-8, H-9; IAM user guide,
//! "Logging IAM and AWS STS API calls with AWS CloudTrail", examples).

use super::Recorded;
use crate::eval::{ContextValue, Principal, RequestContext};
use crate::federation::Assertion;
use crate::json::json;
use serde_json::{Map, Value};

impl Recorded<'_> {
    /// The parameters with what was brought along.
    pub(super) fn with_brought(&self, mut parameters: Value) -> Value {
        if self.kind.is_assume_role() && parameters.is_object() {
            match self.caller.principal {
                Principal::Federated { .. } => self.add_said(&mut parameters),
                _ => self.add_inherited(&mut parameters),
            }
        }
        parameters
    }

    /// What goes on from the session that calls.
    fn add_inherited(&self, parameters: &mut Value) {
        let key = self.caller.access_key_id.as_deref();
        let Some(facts) = key.and_then(|key| self.world.session(key)).map(|session| &session.facts) else { return };
        let goes_on = facts.tags.iter().filter(|(key, _)| facts.transitive_tag_keys.contains(*key));
        let tags: Map<String, Value> = goes_on.map(|(key, value)| (key.to_string(), json!(value))).collect();
        if !tags.is_empty() {
            parameters["incomingTransitiveTags"] = tags.into();
        }
        if let Some(name) = &facts.source_identity {
            parameters["sourceIdentity"] = json!(name);
        }
    }

    /// What the assertion or the token says.
    fn add_said(&self, parameters: &mut Value) {
        let assertion = self.call.input.get("SAMLAssertion").and_then(Value::as_str);
        if let Some(assertion) = assertion.and_then(|text| Assertion::read(text).ok()) {
            parameters["sAMLAssertionID"] = json!(assertion.id);
        }
        let Some(check) = self.answer.checks.first() else { return };
        let context = &check.request.context;
        for (name, key) in [("roleSessionName", "sts:rolesessionname"), ("sourceIdentity", "sts:sourceidentity")] {
            if let Some(value) = context.single(key) {
                parameters[name] = json!(value);
            }
        }
        let tags = tags(context);
        if !tags.is_empty() {
            parameters["principalTags"] = tags.into();
        }
        if let Some(ContextValue::Many(keys)) = context.get("sts:transitivetagkeys") {
            parameters["transitiveTagKeys"] = json!(keys);
        }
    }

    /// The resources of the record with the provider of an assertion beside the role.
    pub(super) fn with_provider(&self, mut resources: Value) -> Value {
        let is_saml = &*self.kind.name == "AssumeRoleWithSAML";
        if let (Principal::Federated { provider }, Some(all), true) =
            (&self.caller.principal, resources.as_array_mut(), is_saml)
        {
            let owner = all.first().map(|role| role["accountId"].clone());
            all.push(json!({ "ARN": provider, "accountId": owner, "type": "AWS::IAM::SAMLProvider" }));
        }
        resources
    }
}

/// The tags of a request, with their keys as given.
fn tags(context: &RequestContext) -> Map<String, Value> {
    const PREFIX: &str = "aws:RequestTag/";
    let of_key = |(key, value): (&str, &ContextValue)| match value {
        ContextValue::One(value) => Some((key.strip_prefix(PREFIX)?.to_owned(), json!(value))),
        _ => None,
    };
    context.iter().filter_map(of_key).collect()
}
