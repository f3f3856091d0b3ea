//! The one table of operations: all that are carried out, by name.

use super::OperationEntry;
use super::{
    cloudtrail, cognito_identity, dynamodb, ec2, iam, identity_center, kms, lambda, organizations, rolesanywhere, s3,
    sandbox, secretsmanager, sns, sqs, sts,
};

/// The entries of operations, by the modules of their services.
macro_rules! operations {
    ($($service:ident { $($operation:ident)* })*) => {
        &[$($(OperationEntry::of::<$service::$operation>(),)*)*]
    };
}

/// Every operation that is carried out.
pub const OPERATIONS: &[OperationEntry] = operations! {
    identity_center {
        GetRoleCredentials
        ListAccountRoles ListAccounts
    }
    cloudtrail {
        CreateTrail
        DeleteTrail
        DescribeTrails
        GetEventSelectors GetTrail GetTrailStatus
        ListTrails
        LookupEvents
        PutEventSelectors
        StartLogging
        StopLogging
    }
    cognito_identity {
        CreateIdentityPool
        DeleteIdentityPool
        DescribeIdentityPool
        GetCredentialsForIdentity GetId GetIdentityPoolRoles GetOpenIdToken
        ListIdentityPools
        SetIdentityPoolRoles
    }
    dynamodb {
        CreateTable
        DeleteItem DeleteResourcePolicy DeleteTable
        DescribeTable
        GetItem GetResourcePolicy
        ListTables ListTagsOfResource
        PutItem PutResourcePolicy
        Query
        Scan
        TagResource
        UntagResource
        UpdateItem
    }
    ec2 {
        AssociateIamInstanceProfile
        CreateTags CreateVpcEndpoint
        DeleteTags
        DescribeIamInstanceProfileAssociations DescribeInstances DescribeRegions DescribeTags
        DisassociateIamInstanceProfile
        ModifyInstanceMetadataOptions ModifyVpcEndpoint
        ReplaceIamInstanceProfileAssociation
        RunInstances
        StartInstances
        StopInstances
        TerminateInstances
    }
    iam {
        AddClientIdToOpenIdConnectProvider AddRoleToInstanceProfile AddUserToGroup
        AttachGroupPolicy AttachRolePolicy AttachUserPolicy
        ChangePassword
        CreateAccessKey CreateAccountAlias CreateGroup CreateInstanceProfile CreateLoginProfile
        CreateOpenIdConnectProvider CreatePolicy CreatePolicyVersion CreateRole CreateSamlProvider
        CreateServiceLinkedRole CreateUser CreateVirtualMfaDevice
        DeactivateMfaDevice
        DeleteAccessKey DeleteAccountAlias DeleteAccountPasswordPolicy DeleteGroup DeleteGroupPolicy
        DeleteInstanceProfile DeleteLoginProfile DeleteOpenIdConnectProvider DeletePolicy DeletePolicyVersion
        DeleteRole DeleteRolePermissionsBoundary DeleteRolePolicy DeleteSamlProvider DeleteServiceLinkedRole
        DeleteUser DeleteUserPermissionsBoundary DeleteUserPolicy DeleteVirtualMfaDevice
        DetachGroupPolicy DetachRolePolicy DetachUserPolicy
        DisableOrganizationsRootCredentialsManagement DisableOrganizationsRootSessions
        EnableMfaDevice EnableOrganizationsRootCredentialsManagement EnableOrganizationsRootSessions
        GenerateCredentialReport GenerateServiceLastAccessedDetails
        GetAccessKeyLastUsed GetAccountAuthorizationDetails GetAccountPasswordPolicy GetAccountSummary
        GetContextKeysForCustomPolicy GetContextKeysForPrincipalPolicy GetCredentialReport GetGroup GetGroupPolicy
        GetInstanceProfile GetLoginProfile GetMfaDevice GetOpenIdConnectProvider GetPolicy GetPolicyVersion GetRole
        GetRolePolicy GetSamlProvider GetServiceLastAccessedDetails GetServiceLastAccessedDetailsWithEntities
        GetServiceLinkedRoleDeletionStatus GetUser GetUserPolicy
        ListAccessKeys ListAccountAliases ListAttachedGroupPolicies ListAttachedRolePolicies ListAttachedUserPolicies
        ListEntitiesForPolicy ListGroupPolicies ListGroups ListGroupsForUser ListInstanceProfileTags
        ListInstanceProfiles ListInstanceProfilesForRole ListMfaDeviceTags ListMfaDevices
        ListOpenIdConnectProviderTags ListOpenIdConnectProviders ListOrganizationsFeatures ListPolicies
        ListPoliciesGrantingServiceAccess ListPolicyTags ListPolicyVersions ListRolePolicies ListRoleTags ListRoles
        ListSamlProviderTags ListSamlProviders ListUserPolicies ListUserTags ListUsers ListVirtualMfaDevices
        PutGroupPolicy PutRolePermissionsBoundary PutRolePolicy PutUserPermissionsBoundary PutUserPolicy
        RemoveClientIdFromOpenIdConnectProvider RemoveRoleFromInstanceProfile RemoveUserFromGroup
        ResyncMfaDevice
        SetDefaultPolicyVersion
        SimulateCustomPolicy SimulatePrincipalPolicy
        TagInstanceProfile TagMfaDevice TagOpenIdConnectProvider TagPolicy TagRole TagSamlProvider TagUser
        UntagInstanceProfile UntagMfaDevice UntagOpenIdConnectProvider UntagPolicy UntagRole UntagSamlProvider
        UntagUser
        UpdateAccessKey UpdateAccountPasswordPolicy UpdateAssumeRolePolicy UpdateGroup UpdateLoginProfile
        UpdateOpenIdConnectProviderThumbprint UpdateRole UpdateRoleDescription UpdateSamlProvider UpdateUser
    }
    identity_center {
        CreateGroup CreateGroupMembership CreateUser
        DeleteGroup DeleteGroupMembership DeleteUser
        DescribeUser
        ListGroupMemberships ListGroups ListUsers
    }
    kms {
        CreateAlias CreateGrant CreateKey
        Decrypt
        DescribeKey
        DisableKey
        EnableKey
        Encrypt
        GenerateDataKey
        GetKeyPolicy
        ListAliases ListGrants ListKeys ListResourceTags
        PutKeyPolicy
        RetireGrant
        RevokeGrant
        TagResource
        UntagResource
    }
    lambda {
        AddPermission
        CreateFunction
        DeleteFunction
        GetFunction GetPolicy
        Invoke
        ListFunctions ListTags
        RemovePermission
        TagResource
        UntagResource
        UpdateFunctionConfiguration
    }
    organizations {
        AcceptHandshake
        AttachPolicy
        CancelHandshake
        CreateAccount CreateOrganization CreateOrganizationalUnit CreatePolicy
        DeclineHandshake
        DeleteOrganization DeleteOrganizationalUnit DeletePolicy
        DeregisterDelegatedAdministrator
        DescribeAccount DescribeCreateAccountStatus DescribeEffectivePolicy DescribeHandshake DescribeOrganization
        DescribeOrganizationalUnit DescribePolicy
        DetachPolicy
        DisableAwsServiceAccess DisablePolicyType
        EnableAwsServiceAccess EnablePolicyType
        InviteAccountToOrganization
        LeaveOrganization
        ListAwsServiceAccessForOrganization ListAccounts ListAccountsForParent ListChildren ListCreateAccountStatus
        ListDelegatedAdministrators ListDelegatedServicesForAccount ListHandshakesForAccount
        ListHandshakesForOrganization ListOrganizationalUnitsForParent ListParents ListPolicies ListPoliciesForTarget
        ListRoots ListTagsForResource ListTargetsForPolicy
        MoveAccount
        RegisterDelegatedAdministrator
        RemoveAccountFromOrganization
        TagResource
        UntagResource
        UpdateOrganizationalUnit UpdatePolicy
    }
    rolesanywhere {
        CreateProfile CreateSession CreateTrustAnchor
        DeleteCrl DeleteProfile DeleteTrustAnchor
        DisableCrl DisableProfile DisableTrustAnchor
        EnableCrl EnableProfile EnableTrustAnchor
        GetCrl GetProfile GetTrustAnchor
        ImportCrl
        ListCrls ListProfiles ListTrustAnchors
        UpdateProfile
    }
    s3 {
        CopyObject
        CreateBucket
        DeleteBucket DeleteBucketPolicy DeleteBucketTagging DeleteObject DeleteObjectTagging DeleteObjects
        DeletePublicAccessBlock
        GetBucketEncryption GetBucketNotificationConfiguration GetBucketPolicy GetBucketTagging GetObject
        GetObjectTagging GetPublicAccessBlock
        HeadBucket HeadObject
        ListBuckets ListObjects ListObjectsV2
        PutBucketEncryption PutBucketNotificationConfiguration PutBucketPolicy PutBucketTagging PutObject
        PutObjectTagging PutPublicAccessBlock
    }
    sandbox {
        DeployApplication
        RemoveApplication
        RestartApplication
        SetBillingAccess
    }
    secretsmanager {
        CreateSecret
        DeleteResourcePolicy DeleteSecret
        DescribeSecret
        GetResourcePolicy GetSecretValue
        ListSecrets
        PutResourcePolicy PutSecretValue
        RestoreSecret
        TagResource
        UntagResource
    }
    sns {
        AddPermission
        ConfirmSubscription
        CreateTopic
        DeleteTopic
        GetTopicAttributes
        ListSubscriptions ListSubscriptionsByTopic ListTagsForResource ListTopics
        Publish
        RemovePermission
        SetTopicAttributes
        Subscribe
        TagResource
        Unsubscribe
        UntagResource
    }
    sqs {
        AddPermission
        CreateQueue
        DeleteMessage DeleteQueue
        GetQueueAttributes GetQueueUrl
        ListQueueTags ListQueues
        ReceiveMessage
        RemovePermission
        SendMessage
        SetQueueAttributes
        TagQueue
        UntagQueue
    }
    identity_center {
        CreateToken
        AttachCustomerManagedPolicyReferenceToPermissionSet AttachManagedPolicyToPermissionSet
        CreateAccountAssignment CreateInstanceAccessControlAttributeConfiguration CreatePermissionSet
        DeleteAccountAssignment DeleteInlinePolicyFromPermissionSet DeleteInstanceAccessControlAttributeConfiguration
        DeletePermissionSet DeletePermissionsBoundaryFromPermissionSet
        DescribeInstanceAccessControlAttributeConfiguration DescribePermissionSet
        DetachCustomerManagedPolicyReferenceFromPermissionSet DetachManagedPolicyFromPermissionSet
        GetInlinePolicyForPermissionSet GetPermissionsBoundaryForPermissionSet
        ListAccountAssignments ListCustomerManagedPolicyReferencesInPermissionSet ListInstances
        ListManagedPoliciesInPermissionSet ListPermissionSets
        ProvisionPermissionSet
        PutInlinePolicyToPermissionSet PutPermissionsBoundaryToPermissionSet
        StartSso
        UpdateInstanceAccessControlAttributeConfiguration UpdatePermissionSet
    }
    sts {
        AssumeRole AssumeRoleWithSaml AssumeRoleWithWebIdentity AssumeRoot
        DecodeAuthorizationMessage
        GetAccessKeyInfo GetCallerIdentity GetFederationToken GetSessionToken
    }
};
