//! The role that a permission set becomes in an account: made by the service, changed by nobody else, assumed through
//! the service's own SAML provider. (IAM Identity Center user guide, "Referencing permission sets in resource policies")

use super::center;
use crate::arn::{AccountId, Arn};
use crate::federation::metadata_of;
use crate::json::json;
use crate::policy::{PolicyKind, pretty_value};
use crate::services::iam::bring_in;
use crate::services::{ApiError, Stage};
use crate::world::{
    IdKind, IdentityCenter, PermissionSet, PolicyHolder, ProvisionedRole, Role, SamlProvider, StoredPolicy, Tags,
};
use std::collections::{BTreeMap, BTreeSet};

/// What the inline policy of a permission set is called in its roles.
const INLINE: &str = "AwsSSOInlinePolicy";

/// The SAML provider of the instance in an account; its beginning and end are those of all.
const PROVIDER: [&str; 2] = ["AWSSSO_", "_DO_NOT_DELETE"];

/// Whom the provider's assertions name as their issuer.
pub(super) fn issuer(center: &IdentityCenter, account: AccountId) -> String {
    format!("https://portal.sso.{}.amazonaws.com/saml/assertion/{}-{account}", center.region, center.id())
}

/// The provider in an account, which a role names.
fn provider(stage: &mut Stage<'_>, center: &IdentityCenter, account: AccountId) -> Option<Arn> {
    let is_own = |arn: &Arn| arn.last_name().starts_with(PROVIDER[0]) && arn.last_name().ends_with(PROVIDER[1]);
    let known = stage.world.account(account)?.saml_providers().find(|provider| is_own(&provider.arn));
    if let Some(known) = known {
        return Some(known.arn.clone());
    }
    let hexadecimal = stage.world.next_hexadecimal("");
    let name = format!("{}{}{}", PROVIDER[0], &hexadecimal[..16], PROVIDER[1]);
    let arn = Arn::new("iam", "", Some(account), &format!("saml-provider/{name}"));
    let made = SamlProvider {
        arn: arn.clone(),
        metadata: metadata_of(&issuer(center, account)).into(),
        created: stage.now,
        tags: Tags::new(),
        taken: BTreeMap::new(),
    };
    stage.world.change_account(account, |account| account.put_saml_provider(made))?;
    Some(arn)
}

/// What an account lacks of the policies that the permission set refers to, in the words in which the status of a
/// creation tells of it (from practice; the reference has none).
pub(super) fn missing_policy(stage: &Stage<'_>, account: AccountId, set: &PermissionSet) -> Option<String> {
    let boundary = set.boundary.iter().map(|boundary| boundary.in_account(account));
    let mut wanted = set.attached_in(account).into_iter().chain(boundary).filter(|arn| arn.account().is_some());
    let known = stage.world.account(account)?;
    let lacking = wanted.find(|arn| known.policy(arn).is_none())?;
    Some(format!("Received a 404 status error: Not supported policy {lacking}."))
}

/// Makes the role, or makes it what the permission set says now.
pub(super) fn provision(
    stage: &mut Stage<'_>,
    center: &mut IdentityCenter,
    account: AccountId,
    set: &PermissionSet,
) -> Result<(), ApiError> {
    let missing = || center::missing("Account");
    let provider = provider(stage, center, account).ok_or_else(missing)?;
    let before = center.role_in(account, &set.arn).and_then(|arn| stage.world.role(arn)).cloned();
    let mut role = match before {
        Some(role) => role,
        None => new(stage, center, account, set, trust(&provider)?),
    };
    role.trust = trust(&provider)?;
    role.max_session_seconds = set.seconds;
    let boundary = set.boundary.as_ref().map(|boundary| boundary.in_account(account));
    let attached = set.attached_in(account);
    let managed: Vec<Arn> = attached.iter().chain(&boundary).cloned().collect();
    role.permissions_boundary = boundary;
    role.policies = PolicyHolder { attached, inline: BTreeMap::new() };
    if let Some(text) = &set.inline {
        role.policies.inline.insert(INLINE.into(), parse(text, PolicyKind::Identity)?);
    }
    let now = stage.now;
    let changed = stage.world.change_account(account, |known| {
        for policy in &managed {
            bring_in(known, policy, now)?;
        }
        known.put_role(role);
        Ok(())
    });
    changed.ok_or_else(missing)?
}

/// Whom the roles trust: the provider of the instance, which also passes attributes as tags.
fn trust(provider: &Arn) -> Result<StoredPolicy, ApiError> {
    let trust = json!({ "Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": { "Federated": provider }, "Action": ["sts:AssumeRoleWithSAML", "sts:TagSession"],
        "Condition": { "StringEquals": { "SAML:aud": "https://signin.aws.amazon.com/saml" } },
    }]});
    parse(&pretty_value(&trust), PolicyKind::Trust)
}

fn new(
    stage: &mut Stage<'_>,
    center: &mut IdentityCenter,
    account: AccountId,
    set: &PermissionSet,
    trust: StoredPolicy,
) -> Role {
    let hexadecimal = stage.world.next_hexadecimal("");
    let name = format!("AWSReservedSSO_{}_{}", set.name, &hexadecimal[..16]);
    // Of the roles of us-east-1 the path has no Region.
    let region = match &*center.region {
        "us-east-1" => String::new(),
        region => format!("{region}/"),
    };
    let arn = Arn::new("iam", "", Some(account), &format!("role/aws-reserved/sso.amazonaws.com/{region}{name}"));
    center.roles.push(ProvisionedRole { account, permission_set: set.arn.clone(), role: arn.clone() });
    Role {
        name: name.into(),
        arn,
        id: stage.world.next_id(IdKind::Role),
        created: stage.now,
        description: set.description.clone(),
        trust,
        max_session_seconds: set.seconds,
        policies: PolicyHolder { attached: BTreeSet::new(), inline: BTreeMap::new() },
        permissions_boundary: None,
        tags: BTreeMap::new(),
    }
}

fn parse(text: &str, kind: PolicyKind) -> Result<StoredPolicy, ApiError> {
    StoredPolicy::parse(text, kind).map_err(|problems| ApiError::malformed("ValidationException", &problems))
}

/// Takes the role away where nobody is assigned to it any more.
pub(super) fn remove_unassigned(stage: &mut Stage<'_>, center: &mut IdentityCenter, account: AccountId, set: &Arn) {
    if center.assignments.iter().any(|one| one.account == account && one.permission_set == *set) {
        return;
    }
    if let Some(role) = center.role_in(account, set).cloned() {
        stage.world.change_account(account, |account| account.remove_role(role.last_name()));
        center.roles.retain(|one| one.role != role);
    }
}
