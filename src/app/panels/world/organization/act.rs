//! What is done in an organization, and what its parts are called.

use crate::app::panels::world::scene::Scene;
use crate::app::store::Action;
use iam_sandbox::api::{ApiCall, Credentials, Outcome};
use iam_sandbox::arn::AccountId;
use iam_sandbox::authz::Environment;
use iam_sandbox::json::json;
use iam_sandbox::world::{Organization, OrganizationPolicyType};
use serde_json::Value;

/// The row of a root, unit or account.
pub(super) fn node_key(target: &str) -> String {
    format!("organization/{target}")
}

/// A form below the row of a root, unit or account.
pub(super) fn form(what: &str, target: &str) -> String {
    format!("organization-{what}/{target}")
}

/// What people call an account.
pub(super) fn account_name(scene: &Scene, account: AccountId) -> String {
    scene.world().account(account).map_or_else(|| account.to_string(), |account| account.name.to_string())
}

/// What people call a root, unit, account or policy.
pub(super) fn target_name(scene: &Scene, organization: &Organization, target: &str) -> String {
    if *target == *organization.root {
        return scene.organization().root.to_owned();
    }
    if let Some(policy) = organization.policy(target) {
        return policy.name.to_string();
    }
    match (organization.unit(target), target.parse()) {
        (Some(unit), _) => unit.name.to_string(),
        (None, Ok(account)) => account_name(scene, account),
        (None, Err(_)) => target.to_owned(),
    }
}

/// The names from the root down to it: unlike a name alone, no two have the same.
pub(super) fn target_path(scene: &Scene, organization: &Organization, target: &str) -> String {
    let name = target_name(scene, organization, target);
    match organization.parent(target) {
        Some(parent) => format!("{} / {name}", target_path(scene, organization, parent)),
        None => name,
    }
}

/// The root and all units, from the root down.
pub(super) fn parents(organization: &Organization) -> Vec<Box<str>> {
    let units = organization.units().map(|unit| unit.id.clone());
    std::iter::once(organization.root.clone()).chain(units).collect()
}

/// Everything that policies can be attached to.
pub(super) fn targets(organization: &Organization) -> Vec<Box<str>> {
    let accounts = organization.accounts().map(|(account, _)| account.to_string().into());
    parents(organization).into_iter().chain(accounts).collect()
}

/// `SCP` or `RCP`.
pub(super) const fn short(kind: OrganizationPolicyType) -> &'static str {
    match kind {
        OrganizationPolicyType::ServiceControlPolicy => "SCP",
        OrganizationPolicyType::ResourceControlPolicy => "RCP",
    }
}

/// A call of the management account.
pub(super) fn call(organization: &Organization, operation: &'static str, input: Value) -> Action {
    Scene::call(organization.management_account, operation, input)
}

/// Attaches a policy.
pub(super) fn attach(organization: &Organization, policy: &str, target: &str) -> Action {
    call(organization, "organizations:AttachPolicy", json!({ "PolicyId": policy, "TargetId": target }))
}

/// Detaches a policy.
pub(super) fn detach(organization: &Organization, policy: &str, target: &str) -> Action {
    call(organization, "organizations:DetachPolicy", json!({ "PolicyId": policy, "TargetId": target }))
}

/// What a call would answer, as tried on a copy: ids follow from the world alone, so what the call
/// makes will have the id that it has here.
pub(super) fn foreseen(scene: &Scene, account: AccountId, operation: &str, input: &Value) -> Value {
    let mut fork = scene.state.sandbox.clone();
    let (credentials, environment) = (Credentials::Owner(account), Environment::default());
    let call = ApiCall { credentials, operation: operation.into(), input: input.clone(), environment };
    match &fork.call(call).outcome {
        Outcome::Done(output) => output.clone(),
        Outcome::Allowed | Outcome::Failed(_) => Value::Null,
    }
}

/// Asks an account to join; in owner mode it says yes at once.
pub(super) fn invite(scene: &Scene, organization: &Organization, account: AccountId) -> Vec<Action> {
    use crate::app::store::Mode;
    let input = json!({ "Target": { "Id": account, "Type": "ACCOUNT" } });
    let operation = "organizations:InviteAccountToOrganization";
    let answer = foreseen(scene, organization.management_account, operation, &input);
    let mut actions = vec![call(organization, operation, input)];
    if let (Mode::Owner, Some(id)) = (scene.state.mode, answer["Handshake"]["Id"].as_str()) {
        let input = json!({ "HandshakeId": id });
        actions.push(Scene::call(account, "organizations:AcceptHandshake", input));
    }
    actions
}
