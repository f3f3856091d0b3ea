//! The table of operations: what each call needs to be allowed, and what it then does.
//!
//! One file an operation. An operation says which permissions it needs and changes the world; it
//! does not decide, and it does not see the clock or the event log. Input is JSON with AWS's names. An operation that
//! has no file and stands in the models of `catalog` is asked for its permissions all the same
//! ([`checks_of_unmodelled`]), and nothing comes of it.

mod cloudtrail;
mod constraints;
mod delivery;
mod dynamodb;
mod ec2;
mod error;
mod iam;
mod kms;
mod lambda;
mod metadata;
mod organizations;
mod paging;
mod pass_role;
mod principals;
mod request;
mod resource;
mod s3;
mod sandbox;
mod secretsmanager;
mod sns;
mod sqs;
mod sts;
mod trail;
mod unmodelled;
mod validate;

pub use error::ApiError;
pub use metadata::{MetadataRequest, MetadataResponse, metadata};
pub use sandbox::keep_credentials;
pub use trail::{Past, TrailRecord};

use crate::activity::Activity;
use crate::arn::AccountId;
use crate::authz::{AccessCheck, Authenticated, Environment};
use crate::clock::Timestamp;
use crate::world::World;
use request::Request;
use serde_json::Value;

/// Where an operation takes place.
#[derive(Debug)]
pub struct Stage<'a> {
    /// The world before the call; `execute` changes a copy that replaces it on success.
    pub world: &'a mut World,
    /// Whose call it is.
    pub caller: &'a Authenticated,
    /// The time of the call.
    pub now: Timestamp,
    /// Where the call comes from.
    pub environment: &'a Environment,
    /// What was used when; a copy, as the world is.
    pub activity: &'a mut Activity,
    /// What is on record.
    pub past: &'a dyn Past,
}

impl Stage<'_> {
    /// The account in which the call takes place. Callers who have none only come to operations that
    /// do not ask for it.
    #[must_use]
    pub fn account(&self) -> AccountId {
        self.caller.account().unwrap_or(AccountId::NOBODY)
    }
}

/// An API operation.
pub trait Operation {
    /// The request, with AWS's names.
    type Input: Request;

    /// Service and operation, `iam:CreateUser`.
    const NAME: &'static str;

    /// Whether the call leaves the world as it is.
    const IS_READ: bool = false;

    /// Whether callers without an account may come: services and, unsigned, anybody. For all other
    /// operations the account is the one in which they take place.
    const IS_OPEN_TO_ALL: bool = false;

    /// The permissions that the call needs, in the order in which AWS looks at them.
    ///
    /// Errors: the request is not valid, so nothing is asked.
    fn checks(input: &Self::Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError>;

    /// Carries the call out; all permissions are there.
    ///
    /// Errors: AWS's own. The world is thrown away then, so that a failed call changes nothing.
    fn execute(input: Self::Input, stage: &mut Stage<'_>) -> Result<Value, ApiError>;
}

/// An operation without its types, for the table.
#[derive(Clone, Copy, Debug)]
pub struct OperationEntry {
    /// Service and operation, `iam:CreateUser`.
    pub name: &'static str,
    /// Whether the call leaves the world as it is.
    pub is_read: bool,
    /// Whether callers without an account may come.
    pub is_open_to_all: bool,
    unread: fn(&Value) -> Option<Box<str>>,
    checks: fn(&Value, &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError>,
    execute: fn(&Value, &mut Stage<'_>) -> Result<Value, ApiError>,
}

impl OperationEntry {
    const fn of<O: Operation>() -> Self {
        Self {
            name: O::NAME,
            is_read: O::IS_READ,
            is_open_to_all: O::IS_OPEN_TO_ALL,
            unread: request::unread::<O::Input>,
            checks: |input, stage| O::checks(&request::read(input)?, stage),
            execute: |input, stage| O::execute(request::read(input)?, stage),
        }
    }

    /// The first member of the input that AWS may know and the operation does not read.
    #[must_use]
    pub fn unread_member(&self, input: &Value) -> Option<Box<str>> {
        (self.unread)(&paging::asked(self.name, input).ok()?.input)
    }

    /// See [`Operation::checks`].
    ///
    /// Errors: the input is not what the model of the operation says, or the operation refuses it.
    pub fn checks(&self, input: &Value, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        constraints::check(self.name, input)?;
        (self.checks)(&paging::asked(self.name, input)?.input, stage)
    }

    /// See [`Operation::execute`].
    ///
    /// Errors: AWS's own.
    pub fn execute(&self, input: &Value, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let asked = paging::asked(self.name, input)?;
        let output = (self.execute)(&asked.input, stage)?;
        Ok(asked.page_of(self.name, output))
    }

    /// The request for the page after an answer, if there is one.
    #[must_use]
    pub fn request_for_next_page(&self, input: &Value, output: &Value) -> Option<Value> {
        paging::request_for_next(self.name, input, output)
    }

    /// Puts the next page after those before it.
    pub fn append_page(&self, before: &mut Value, page: &Value) {
        paging::append(self.name, before, page);
    }
}

/// Every operation that is carried out.
pub const OPERATIONS: &[OperationEntry] = &[
    OperationEntry::of::<cloudtrail::CreateTrail>(),
    OperationEntry::of::<cloudtrail::DeleteTrail>(),
    OperationEntry::of::<cloudtrail::DescribeTrails>(),
    OperationEntry::of::<cloudtrail::GetEventSelectors>(),
    OperationEntry::of::<cloudtrail::GetTrail>(),
    OperationEntry::of::<cloudtrail::GetTrailStatus>(),
    OperationEntry::of::<cloudtrail::ListTrails>(),
    OperationEntry::of::<cloudtrail::LookupEvents>(),
    OperationEntry::of::<cloudtrail::PutEventSelectors>(),
    OperationEntry::of::<cloudtrail::StartLogging>(),
    OperationEntry::of::<cloudtrail::StopLogging>(),
    OperationEntry::of::<dynamodb::CreateTable>(),
    OperationEntry::of::<dynamodb::DeleteResourcePolicy>(),
    OperationEntry::of::<dynamodb::DeleteTable>(),
    OperationEntry::of::<dynamodb::DescribeTable>(),
    OperationEntry::of::<dynamodb::GetResourcePolicy>(),
    OperationEntry::of::<dynamodb::ListTables>(),
    OperationEntry::of::<dynamodb::PutResourcePolicy>(),
    OperationEntry::of::<ec2::AssociateIamInstanceProfile>(),
    OperationEntry::of::<ec2::CreateVpcEndpoint>(),
    OperationEntry::of::<ec2::DescribeIamInstanceProfileAssociations>(),
    OperationEntry::of::<ec2::DescribeInstances>(),
    OperationEntry::of::<ec2::DisassociateIamInstanceProfile>(),
    OperationEntry::of::<ec2::ModifyInstanceMetadataOptions>(),
    OperationEntry::of::<ec2::ModifyVpcEndpoint>(),
    OperationEntry::of::<ec2::ReplaceIamInstanceProfileAssociation>(),
    OperationEntry::of::<ec2::RunInstances>(),
    OperationEntry::of::<ec2::StartInstances>(),
    OperationEntry::of::<ec2::StopInstances>(),
    OperationEntry::of::<ec2::TerminateInstances>(),
    OperationEntry::of::<iam::AddRoleToInstanceProfile>(),
    OperationEntry::of::<iam::AddUserToGroup>(),
    OperationEntry::of::<iam::AttachGroupPolicy>(),
    OperationEntry::of::<iam::AttachRolePolicy>(),
    OperationEntry::of::<iam::AttachUserPolicy>(),
    OperationEntry::of::<iam::ChangePassword>(),
    OperationEntry::of::<iam::CreateAccessKey>(),
    OperationEntry::of::<iam::CreateAccountAlias>(),
    OperationEntry::of::<iam::CreateGroup>(),
    OperationEntry::of::<iam::CreateInstanceProfile>(),
    OperationEntry::of::<iam::CreateLoginProfile>(),
    OperationEntry::of::<iam::CreatePolicy>(),
    OperationEntry::of::<iam::CreatePolicyVersion>(),
    OperationEntry::of::<iam::CreateRole>(),
    OperationEntry::of::<iam::CreateServiceLinkedRole>(),
    OperationEntry::of::<iam::CreateUser>(),
    OperationEntry::of::<iam::CreateVirtualMfaDevice>(),
    OperationEntry::of::<iam::DeactivateMfaDevice>(),
    OperationEntry::of::<iam::DeleteAccessKey>(),
    OperationEntry::of::<iam::DeleteAccountAlias>(),
    OperationEntry::of::<iam::DeleteAccountPasswordPolicy>(),
    OperationEntry::of::<iam::DeleteGroup>(),
    OperationEntry::of::<iam::DeleteGroupPolicy>(),
    OperationEntry::of::<iam::DeleteInstanceProfile>(),
    OperationEntry::of::<iam::DeleteLoginProfile>(),
    OperationEntry::of::<iam::DeletePolicy>(),
    OperationEntry::of::<iam::DeletePolicyVersion>(),
    OperationEntry::of::<iam::DeleteRole>(),
    OperationEntry::of::<iam::DeleteRolePermissionsBoundary>(),
    OperationEntry::of::<iam::DeleteRolePolicy>(),
    OperationEntry::of::<iam::DeleteServiceLinkedRole>(),
    OperationEntry::of::<iam::DeleteUser>(),
    OperationEntry::of::<iam::DeleteUserPermissionsBoundary>(),
    OperationEntry::of::<iam::DeleteUserPolicy>(),
    OperationEntry::of::<iam::DeleteVirtualMfaDevice>(),
    OperationEntry::of::<iam::DetachGroupPolicy>(),
    OperationEntry::of::<iam::DetachRolePolicy>(),
    OperationEntry::of::<iam::DetachUserPolicy>(),
    OperationEntry::of::<iam::EnableMfaDevice>(),
    OperationEntry::of::<iam::GenerateCredentialReport>(),
    OperationEntry::of::<iam::GenerateServiceLastAccessedDetails>(),
    OperationEntry::of::<iam::GetAccessKeyLastUsed>(),
    OperationEntry::of::<iam::GetAccountAuthorizationDetails>(),
    OperationEntry::of::<iam::GetAccountPasswordPolicy>(),
    OperationEntry::of::<iam::GetAccountSummary>(),
    OperationEntry::of::<iam::GetContextKeysForCustomPolicy>(),
    OperationEntry::of::<iam::GetContextKeysForPrincipalPolicy>(),
    OperationEntry::of::<iam::GetCredentialReport>(),
    OperationEntry::of::<iam::GetGroup>(),
    OperationEntry::of::<iam::GetGroupPolicy>(),
    OperationEntry::of::<iam::GetInstanceProfile>(),
    OperationEntry::of::<iam::GetLoginProfile>(),
    OperationEntry::of::<iam::GetMfaDevice>(),
    OperationEntry::of::<iam::GetPolicy>(),
    OperationEntry::of::<iam::GetPolicyVersion>(),
    OperationEntry::of::<iam::GetRole>(),
    OperationEntry::of::<iam::GetRolePolicy>(),
    OperationEntry::of::<iam::GetServiceLastAccessedDetails>(),
    OperationEntry::of::<iam::GetServiceLastAccessedDetailsWithEntities>(),
    OperationEntry::of::<iam::GetServiceLinkedRoleDeletionStatus>(),
    OperationEntry::of::<iam::GetUser>(),
    OperationEntry::of::<iam::GetUserPolicy>(),
    OperationEntry::of::<iam::ListAccessKeys>(),
    OperationEntry::of::<iam::ListAccountAliases>(),
    OperationEntry::of::<iam::ListAttachedGroupPolicies>(),
    OperationEntry::of::<iam::ListAttachedRolePolicies>(),
    OperationEntry::of::<iam::ListAttachedUserPolicies>(),
    OperationEntry::of::<iam::ListEntitiesForPolicy>(),
    OperationEntry::of::<iam::ListGroupPolicies>(),
    OperationEntry::of::<iam::ListGroups>(),
    OperationEntry::of::<iam::ListGroupsForUser>(),
    OperationEntry::of::<iam::ListInstanceProfileTags>(),
    OperationEntry::of::<iam::ListInstanceProfiles>(),
    OperationEntry::of::<iam::ListInstanceProfilesForRole>(),
    OperationEntry::of::<iam::ListMfaDeviceTags>(),
    OperationEntry::of::<iam::ListMfaDevices>(),
    OperationEntry::of::<iam::ListPolicies>(),
    OperationEntry::of::<iam::ListPoliciesGrantingServiceAccess>(),
    OperationEntry::of::<iam::ListPolicyTags>(),
    OperationEntry::of::<iam::ListPolicyVersions>(),
    OperationEntry::of::<iam::ListRolePolicies>(),
    OperationEntry::of::<iam::ListRoleTags>(),
    OperationEntry::of::<iam::ListRoles>(),
    OperationEntry::of::<iam::ListUserPolicies>(),
    OperationEntry::of::<iam::ListUserTags>(),
    OperationEntry::of::<iam::ListUsers>(),
    OperationEntry::of::<iam::ListVirtualMfaDevices>(),
    OperationEntry::of::<iam::PutGroupPolicy>(),
    OperationEntry::of::<iam::PutRolePermissionsBoundary>(),
    OperationEntry::of::<iam::PutRolePolicy>(),
    OperationEntry::of::<iam::PutUserPermissionsBoundary>(),
    OperationEntry::of::<iam::PutUserPolicy>(),
    OperationEntry::of::<iam::RemoveRoleFromInstanceProfile>(),
    OperationEntry::of::<iam::RemoveUserFromGroup>(),
    OperationEntry::of::<iam::ResyncMfaDevice>(),
    OperationEntry::of::<iam::SetDefaultPolicyVersion>(),
    OperationEntry::of::<iam::SimulateCustomPolicy>(),
    OperationEntry::of::<iam::SimulatePrincipalPolicy>(),
    OperationEntry::of::<iam::TagInstanceProfile>(),
    OperationEntry::of::<iam::TagMfaDevice>(),
    OperationEntry::of::<iam::TagPolicy>(),
    OperationEntry::of::<iam::TagRole>(),
    OperationEntry::of::<iam::TagUser>(),
    OperationEntry::of::<iam::UntagInstanceProfile>(),
    OperationEntry::of::<iam::UntagMfaDevice>(),
    OperationEntry::of::<iam::UntagPolicy>(),
    OperationEntry::of::<iam::UntagRole>(),
    OperationEntry::of::<iam::UntagUser>(),
    OperationEntry::of::<iam::UpdateAccessKey>(),
    OperationEntry::of::<iam::UpdateAccountPasswordPolicy>(),
    OperationEntry::of::<iam::UpdateAssumeRolePolicy>(),
    OperationEntry::of::<iam::UpdateGroup>(),
    OperationEntry::of::<iam::UpdateLoginProfile>(),
    OperationEntry::of::<iam::UpdateRole>(),
    OperationEntry::of::<iam::UpdateRoleDescription>(),
    OperationEntry::of::<iam::UpdateUser>(),
    OperationEntry::of::<kms::CreateAlias>(),
    OperationEntry::of::<kms::CreateKey>(),
    OperationEntry::of::<kms::PutKeyPolicy>(),
    OperationEntry::of::<lambda::AddPermission>(),
    OperationEntry::of::<lambda::CreateFunction>(),
    OperationEntry::of::<lambda::DeleteFunction>(),
    OperationEntry::of::<lambda::GetFunction>(),
    OperationEntry::of::<lambda::GetPolicy>(),
    OperationEntry::of::<lambda::Invoke>(),
    OperationEntry::of::<lambda::ListFunctions>(),
    OperationEntry::of::<lambda::RemovePermission>(),
    OperationEntry::of::<lambda::UpdateFunctionConfiguration>(),
    OperationEntry::of::<organizations::AcceptHandshake>(),
    OperationEntry::of::<organizations::AttachPolicy>(),
    OperationEntry::of::<organizations::CreateAccount>(),
    OperationEntry::of::<organizations::CreateOrganization>(),
    OperationEntry::of::<organizations::CreateOrganizationalUnit>(),
    OperationEntry::of::<organizations::CreatePolicy>(),
    OperationEntry::of::<organizations::DeletePolicy>(),
    OperationEntry::of::<organizations::DescribeOrganization>(),
    OperationEntry::of::<organizations::DetachPolicy>(),
    OperationEntry::of::<organizations::DisablePolicyType>(),
    OperationEntry::of::<organizations::EnablePolicyType>(),
    OperationEntry::of::<organizations::InviteAccountToOrganization>(),
    OperationEntry::of::<organizations::LeaveOrganization>(),
    OperationEntry::of::<organizations::ListParents>(),
    OperationEntry::of::<organizations::ListPoliciesForTarget>(),
    OperationEntry::of::<organizations::MoveAccount>(),
    OperationEntry::of::<organizations::RemoveAccountFromOrganization>(),
    OperationEntry::of::<organizations::UpdatePolicy>(),
    OperationEntry::of::<s3::CreateBucket>(),
    OperationEntry::of::<s3::DeleteBucket>(),
    OperationEntry::of::<s3::DeleteBucketPolicy>(),
    OperationEntry::of::<s3::DeleteObject>(),
    OperationEntry::of::<s3::DeletePublicAccessBlock>(),
    OperationEntry::of::<s3::GetBucketPolicy>(),
    OperationEntry::of::<s3::GetObject>(),
    OperationEntry::of::<s3::GetPublicAccessBlock>(),
    OperationEntry::of::<s3::ListBuckets>(),
    OperationEntry::of::<s3::ListObjectsV2>(),
    OperationEntry::of::<s3::PutBucketPolicy>(),
    OperationEntry::of::<s3::PutObject>(),
    OperationEntry::of::<s3::PutPublicAccessBlock>(),
    OperationEntry::of::<sandbox::DeployApplication>(),
    OperationEntry::of::<sandbox::RemoveApplication>(),
    OperationEntry::of::<sandbox::RestartApplication>(),
    OperationEntry::of::<secretsmanager::CreateSecret>(),
    OperationEntry::of::<secretsmanager::DeleteResourcePolicy>(),
    OperationEntry::of::<secretsmanager::DescribeSecret>(),
    OperationEntry::of::<secretsmanager::GetResourcePolicy>(),
    OperationEntry::of::<secretsmanager::PutResourcePolicy>(),
    OperationEntry::of::<sns::CreateTopic>(),
    OperationEntry::of::<sns::DeleteTopic>(),
    OperationEntry::of::<sns::GetTopicAttributes>(),
    OperationEntry::of::<sns::ListTopics>(),
    OperationEntry::of::<sns::SetTopicAttributes>(),
    OperationEntry::of::<sqs::CreateQueue>(),
    OperationEntry::of::<sqs::DeleteQueue>(),
    OperationEntry::of::<sqs::GetQueueAttributes>(),
    OperationEntry::of::<sqs::ListQueues>(),
    OperationEntry::of::<sqs::SetQueueAttributes>(),
    OperationEntry::of::<sts::AssumeRole>(),
    OperationEntry::of::<sts::AssumeRoot>(),
    OperationEntry::of::<sts::GetAccessKeyInfo>(),
    OperationEntry::of::<sts::GetCallerIdentity>(),
    OperationEntry::of::<sts::GetFederationToken>(),
    OperationEntry::of::<sts::GetSessionToken>(),
];

/// The permissions that a call needs whose operation is real and is not carried out here; none if there is no such
/// operation.
///
/// Errors: the input is not what the model of the operation says.
#[must_use]
pub fn checks_of_unmodelled(
    operation: &str,
    input: &Value,
    stage: &Stage<'_>,
) -> Option<Result<Vec<AccessCheck>, ApiError>> {
    unmodelled::checks(operation, input, stage)
}

/// The operation of that name.
#[must_use]
pub fn operation(name: &str) -> Option<&'static OperationEntry> {
    OPERATIONS.iter().find(|entry| entry.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_ordered_and_names_no_operation_twice() {
        assert!(OPERATIONS.windows(2).all(|pair| pair[0].name < pair[1].name));
    }
}
