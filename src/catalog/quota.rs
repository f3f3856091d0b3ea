//! Quotas, as data with source and date: AWS moves them, so no number of theirs stands in code
//! (rules A-80, E-8).

use serde::Deserialize;
use std::sync::OnceLock;

/// A quota, named as in the data file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Quota {
    /// `accessKeysPerUser`
    AccessKeysPerUser,
    /// `accountsPerOrganization`
    AccountsPerOrganization,
    /// `bucketPolicyBytes`
    BucketPolicyBytes,
    /// `groupsPerAccount`
    GroupsPerAccount,
    /// `groupsPerUser`
    GroupsPerUser,
    /// `inlinePolicyCharactersPerGroup`
    InlinePolicyCharactersPerGroup,
    /// `inlinePolicyCharactersPerRole`
    InlinePolicyCharactersPerRole,
    /// `inlinePolicyCharactersPerUser`
    InlinePolicyCharactersPerUser,
    /// `instanceProfilesPerAccount`
    InstanceProfilesPerAccount,
    /// `keyPolicyBytes`
    KeyPolicyBytes,
    /// `managedPoliciesPerAccount`
    ManagedPoliciesPerAccount,
    /// `managedPoliciesPerGroup`
    ManagedPoliciesPerGroup,
    /// `managedPoliciesPerRole`
    ManagedPoliciesPerRole,
    /// `managedPoliciesPerUser`
    ManagedPoliciesPerUser,
    /// `managedPolicyCharacters`
    ManagedPolicyCharacters,
    /// `mfaDevicesPerUser`
    MfaDevicesPerUser,
    /// `oidcClientIdsPerProvider`
    OidcClientIdsPerProvider,
    /// `oidcProvidersPerAccount`
    OidcProvidersPerAccount,
    /// `oidcThumbprintsPerProvider`
    OidcThumbprintsPerProvider,
    /// `organizationalUnitDepth`
    OrganizationalUnitDepth,
    /// `organizationalUnitsPerOrganization`
    OrganizationalUnitsPerOrganization,
    /// `policyVersionsInUse`
    PolicyVersionsInUse,
    /// `rcpCharacters`
    RcpCharacters,
    /// `rcpsPerOrganization`
    RcpsPerOrganization,
    /// `rcpsPerTarget`
    RcpsPerTarget,
    /// `rolesPerAccount`
    RolesPerAccount,
    /// `samlProvidersPerAccount`
    SamlProvidersPerAccount,
    /// `scpCharacters`
    ScpCharacters,
    /// `scpsPerOrganization`
    ScpsPerOrganization,
    /// `scpsPerTarget`
    ScpsPerTarget,
    /// `serverCertificatesPerAccount`
    ServerCertificatesPerAccount,
    /// `sessionPolicyCharacters`
    SessionPolicyCharacters,
    /// `signingCertificatesPerUser`
    SigningCertificatesPerUser,
    /// `tagsPerResource`
    TagsPerResource,
    /// `trustPolicyCharacters`
    TrustPolicyCharacters,
    /// `usersPerAccount`
    UsersPerAccount,
    /// `versionsPerManagedPolicy`
    VersionsPerManagedPolicy,
    /// `vpcEndpointPolicyCharacters`
    VpcEndpointPolicyCharacters,
}

/// What is known of a quota.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
pub struct QuotaEntry {
    /// Which one.
    pub quota: Quota,
    /// The default of a new account.
    pub value: usize,
    /// The page that says so.
    pub source: Box<str>,
}

#[derive(Deserialize)]
struct File {
    quotas: Vec<QuotaEntry>,
}

/// All quotas that the engine knows.
#[must_use]
pub fn quotas() -> &'static [QuotaEntry] {
    static QUOTAS: OnceLock<Vec<QuotaEntry>> = OnceLock::new();
    QUOTAS.get_or_init(|| {
        let file: File = crate::json::read(include_str!("quotas.json")).expect("the data file is tested to parse");
        file.quotas
    })
}

impl Quota {
    /// The default of a new account. A quota that the file lacks is no limit; a test looks for it.
    #[must_use]
    pub fn value(self) -> usize {
        quotas().iter().find(|entry| entry.quota == self).map_or(usize::MAX, |entry| entry.value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_quota_stands_in_the_file_once() {
        let all = [
            Quota::AccessKeysPerUser,
            Quota::AccountsPerOrganization,
            Quota::BucketPolicyBytes,
            Quota::GroupsPerAccount,
            Quota::GroupsPerUser,
            Quota::InlinePolicyCharactersPerGroup,
            Quota::InlinePolicyCharactersPerRole,
            Quota::InlinePolicyCharactersPerUser,
            Quota::InstanceProfilesPerAccount,
            Quota::KeyPolicyBytes,
            Quota::ManagedPoliciesPerAccount,
            Quota::ManagedPoliciesPerGroup,
            Quota::ManagedPoliciesPerRole,
            Quota::ManagedPoliciesPerUser,
            Quota::ManagedPolicyCharacters,
            Quota::MfaDevicesPerUser,
            Quota::OidcClientIdsPerProvider,
            Quota::OidcProvidersPerAccount,
            Quota::OidcThumbprintsPerProvider,
            Quota::OrganizationalUnitDepth,
            Quota::OrganizationalUnitsPerOrganization,
            Quota::PolicyVersionsInUse,
            Quota::RcpCharacters,
            Quota::RcpsPerOrganization,
            Quota::RcpsPerTarget,
            Quota::RolesPerAccount,
            Quota::SamlProvidersPerAccount,
            Quota::ScpCharacters,
            Quota::ScpsPerOrganization,
            Quota::ScpsPerTarget,
            Quota::ServerCertificatesPerAccount,
            Quota::SessionPolicyCharacters,
            Quota::SigningCertificatesPerUser,
            Quota::TagsPerResource,
            Quota::TrustPolicyCharacters,
            Quota::UsersPerAccount,
            Quota::VersionsPerManagedPolicy,
            Quota::VpcEndpointPolicyCharacters,
        ];
        for quota in all {
            assert_eq!(quotas().iter().filter(|entry| entry.quota == quota).count(), 1, "{quota:?}");
        }
        assert_eq!(quotas().len(), all.len());
    }
}
