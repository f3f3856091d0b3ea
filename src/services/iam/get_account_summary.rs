//! `iam:GetAccountSummary`: how many of everything there are, and how many there may be (rule E-41).

use super::entity;
use super::input::Nothing;
use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::json::json;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{Account, RootPassword};
use serde_json::{Map, Value};

/// `iam:GetAccountSummary`
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetAccountSummary;

impl Operation for GetAccountSummary {
    type Input = Nothing;

    const NAME: &'static str = "iam:GetAccountSummary";
    const IS_READ: bool = true;

    fn checks(_: &Nothing, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![AccessCheck::new(Self::NAME, "*")])
    }

    fn execute(_: Nothing, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let account = entity::account(stage)?;
        let quotas = QUOTAS.iter().map(|(name, quota)| ((*name).to_owned(), json!(quota.value())));
        let summary: Map<String, Value> = counts(account).chain(quotas).collect();
        Ok(json!({ "SummaryMap": summary }))
    }
}

const QUOTAS: [(&str, Quota); 19] = [
    ("AccessKeysPerUserQuota", Quota::AccessKeysPerUser),
    ("AssumeRolePolicySizeQuota", Quota::TrustPolicyCharacters),
    ("AttachedPoliciesPerGroupQuota", Quota::ManagedPoliciesPerGroup),
    ("AttachedPoliciesPerRoleQuota", Quota::ManagedPoliciesPerRole),
    ("AttachedPoliciesPerUserQuota", Quota::ManagedPoliciesPerUser),
    ("GroupPolicySizeQuota", Quota::InlinePolicyCharactersPerGroup),
    ("GroupsPerUserQuota", Quota::GroupsPerUser),
    ("GroupsQuota", Quota::GroupsPerAccount),
    ("InstanceProfilesQuota", Quota::InstanceProfilesPerAccount),
    ("PoliciesQuota", Quota::ManagedPoliciesPerAccount),
    ("PolicySizeQuota", Quota::ManagedPolicyCharacters),
    ("PolicyVersionsInUseQuota", Quota::PolicyVersionsInUse),
    ("RolePolicySizeQuota", Quota::InlinePolicyCharactersPerRole),
    ("RolesQuota", Quota::RolesPerAccount),
    ("ServerCertificatesQuota", Quota::ServerCertificatesPerAccount),
    ("SigningCertificatesPerUserQuota", Quota::SigningCertificatesPerUser),
    ("UserPolicySizeQuota", Quota::InlinePolicyCharactersPerUser),
    ("UsersQuota", Quota::UsersPerAccount),
    ("VersionsPerPolicyQuota", Quota::VersionsPerManagedPolicy),
];

fn counts(account: &Account) -> impl Iterator<Item = (String, Value)> {
    let own = || account.policies().filter(|policy| !policy.is_from_aws());
    let root = account.id.to_string();
    let has_password = account.root.password != RootPassword::None;
    [
        ("Users", account.users().count()),
        ("Groups", account.groups().count()),
        ("Roles", account.roles().count()),
        ("Policies", own().count()),
        ("PolicyVersionsInUse", own().map(|policy| policy.versions.len()).sum()),
        ("InstanceProfiles", account.instance_profiles().count()),
        ("ServerCertificates", 0),
        ("Providers", 0),
        ("MFADevices", account.mfa_devices().count()),
        ("MFADevicesInUse", account.mfa_devices().filter(|device| device.assignment.is_some()).count()),
        ("AccountMFAEnabled", usize::from(account.mfa_devices_of(&root).next().is_some())),
        ("AccountAccessKeysPresent", usize::from(!account.root.access_keys.is_empty())),
        ("AccountPasswordPresent", usize::from(has_password)),
        ("AccountSigningCertificatesPresent", 0),
        // Tokens of the global endpoint that hold in the Regions that are on by default: the setting of a new account.
        ("GlobalEndpointTokenVersion", 1),
    ]
    .into_iter()
    .map(|(name, number)| (name.to_owned(), json!(number)))
}
