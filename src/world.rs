//! The world: accounts, identities, policies, buckets, keys, endpoints, sessions, organizations, as one
//! value.
//!
//! A [`World`] is cheap to clone: its tables share what has not changed, so undo, forks and what-if
//! questions cost next to nothing. It keeps its references right (no user in a group that does not
//! exist), and it knows nothing of permissions: who may change it is decided above.
//!
//! The same calls on the same world give the same bytes: ids come from a keyed counter, time from
//! outside.

mod account;
mod application;
mod bucket;
mod comparison;
mod compute;
mod difference;
mod function;
mod grant;
mod id;
mod identity;
mod instance;
mod instance_profile;
mod key;
mod managed_policy;
mod message;
mod mfa_device;
mod organization;
mod outside;
mod password;
mod provider;
mod rename;
mod resource;
mod root_user;
mod session;
mod stored_policy;
mod table;
mod tags;
mod totp;
mod trail;
mod unseen;
mod vpc_endpoint;

pub use account::Account;
pub use application::{Application, ApplicationCall, Place};
pub use bucket::{Bucket, Object, PublicAccessBlock};
pub use difference::{Difference, Entity, EntityChange};
pub use function::Function;
pub use grant::Grant;
pub use id::{IdKind, IdSource};
pub use identity::{AccessKey, AccessKeyStatus, Group, PolicyHolder, Role, User};
pub use instance::{Instance, InstanceCredentials, InstanceState, MetadataOptions, ProfileAssociation};
pub use instance_profile::InstanceProfile;
pub use key::Key;
pub use managed_policy::{ManagedPolicy, PolicyVersion};
pub use message::{Delivery, Message, Notification, Subscription};
pub use mfa_device::{MfaAssignment, MfaDevice, MfaFailure};
pub use organization::{
    AccountCreation, Invitation, InvitationEnd, InvitationState, Level, LevelKind, Membership, Organization,
    OrganizationPolicy, OrganizationPolicyType, OrganizationalUnit, RootFeature,
};
pub use outside::{
    Anywhere, AnywhereKind, Assignment, DirectoryGroup, DirectoryUser, IdentityCenter, IdentityPool, PermissionSet,
    PoolIdentity, ProvisionedRole, RoleMapping, RoleRule, SetBoundary,
};
pub use password::{CharacterClass, LoginProfile, PasswordPolicy, PasswordProblem, check_by_default};
pub use provider::{OidcProvider, SamlProvider};
pub use resource::Resource;
pub use root_user::{RootPassword, RootUser};
pub use session::{Session, SessionFacts, SessionOrigin, SessionSubject};
pub use stored_policy::StoredPolicy;
pub use table::TableContent;
pub use tags::Tags;
pub use trail::{DataResource, EventSelector, ReadWriteType, Trail, TrailEvent};
pub use unseen::Unseen;
pub use vpc_endpoint::VpcEndpoint;

use crate::arn::{AccountId, Arn};
use rpds::RedBlackTreeMapSync;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::sync::Arc;

/// A table that shares what its copies have in common.
pub type Table<K, V> = RedBlackTreeMapSync<K, Arc<V>>;

/// Everything there is.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct World {
    ids: IdSource,
    accounts: Table<AccountId, Account>,
    /// Bucket names are unique in all of AWS.
    buckets: Table<Box<str>, Bucket>,
    /// By access key id.
    sessions: Table<Box<str>, Session>,
    /// KMS keys, by ARN.
    #[serde(default, skip_serializing_if = "RedBlackTreeMapSync::is_empty")]
    keys: Table<Arn, Key>,
    /// By id.
    #[serde(default, skip_serializing_if = "RedBlackTreeMapSync::is_empty")]
    vpc_endpoints: Table<Box<str>, VpcEndpoint>,
    /// By id.
    #[serde(default, skip_serializing_if = "RedBlackTreeMapSync::is_empty")]
    organizations: Table<Box<str>, Organization>,
    /// CloudTrail's trails, by ARN.
    #[serde(default, skip_serializing_if = "RedBlackTreeMapSync::is_empty")]
    trails: Table<Arn, Trail>,
    #[serde(default, skip_serializing_if = "compute::Compute::is_empty")]
    compute: compute::Compute,
    #[serde(default, skip_serializing_if = "outside::Outside::is_empty")]
    outside: outside::Outside,
    /// For how many seconds authorization does not see a change of what IAM keeps (rule I-8).
    #[serde(default, skip_serializing_if = "is_zero")]
    propagation_seconds: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference over")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// Whose access key it is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum KeyOwner<'a> {
    /// A user's long-term key.
    User(&'a Account, &'a User, &'a AccessKey),
    /// A long-term key of the root user.
    Root(&'a Account, &'a AccessKey),
    /// A session's temporary key.
    Session(&'a Session),
}

impl World {
    /// A world without accounts whose ids come from `seed`.
    #[must_use]
    pub fn new(seed: &str) -> Self {
        Self {
            ids: IdSource::new(seed),
            accounts: Table::default(),
            buckets: Table::default(),
            sessions: Table::default(),
            keys: Table::default(),
            vpc_endpoints: Table::default(),
            organizations: Table::default(),
            trails: Table::default(),
            compute: compute::Compute::default(),
            outside: outside::Outside::default(),
            propagation_seconds: 0,
        }
    }

    /// For how many seconds authorization does not see a change of what IAM keeps (rule I-8).
    #[must_use]
    pub fn propagation_seconds(&self) -> u32 {
        self.propagation_seconds
    }

    /// Sets for how many seconds authorization does not see a change.
    pub fn set_propagation_seconds(&mut self, seconds: u32) {
        self.propagation_seconds = seconds;
    }

    /// This world with the accounts, and so the identities and managed policies, of another moment.
    #[must_use]
    pub fn with_identities_of(&self, other: &Self) -> Self {
        Self { accounts: other.accounts.clone(), ..self.clone() }
    }

    /// A new id that was never given out before.
    pub fn next_id(&mut self, kind: IdKind) -> Box<str> {
        self.ids.next(kind)
    }

    /// A new UUID.
    pub fn next_uuid(&mut self) -> Box<str> {
        self.ids.next_uuid()
    }

    /// A new id in the manner of EC2: the prefix and 17 hexadecimal digits.
    pub fn next_hexadecimal(&mut self, prefix: &str) -> Box<str> {
        self.ids.next_hexadecimal(prefix)
    }

    /// A new secret of `n_characters` characters.
    pub fn next_secret(&mut self, n_characters: usize) -> Box<str> {
        self.ids.next_secret(n_characters)
    }

    /// A new secret of so many characters of base 32.
    pub fn next_seed(&mut self, n_characters: usize) -> Box<str> {
        self.ids.next_seed(n_characters)
    }

    /// What nobody outside the world can put under a text.
    #[must_use]
    pub fn seal(&self, text: &str) -> Vec<u8> {
        self.ids.seal(text)
    }

    /// A text in a form that only this world can read again, for this account.
    #[must_use]
    pub fn encode(&self, account: AccountId, text: &str) -> String {
        self.ids.encode(&account.to_string(), text)
    }

    /// What was encoded for this account; none if it was not.
    #[must_use]
    pub fn decode(&self, account: AccountId, encoded: &str) -> Option<String> {
        self.ids.decode(&account.to_string(), encoded)
    }

    /// All accounts, by id.
    pub fn accounts(&self) -> impl Iterator<Item = &Account> {
        self.accounts.values().map(|account| &**account)
    }

    /// The account with that id.
    #[must_use]
    pub fn account(&self, id: AccountId) -> Option<&Account> {
        self.accounts.get(&id).map(|account| &**account)
    }

    /// The account with that id or alias.
    #[must_use]
    pub fn account_called(&self, name: &str) -> Option<&Account> {
        let by_id = name.parse().ok().and_then(|id| self.account(id));
        by_id.or_else(|| self.accounts().find(|account| account.alias.as_deref() == Some(name)))
    }

    /// The password of an account's root user, if somebody knows it.
    #[must_use]
    pub fn root_password<'a>(&self, account: &'a Account) -> Option<Cow<'a, str>> {
        match &account.root.password {
            RootPassword::Initial => Some(self.ids.password(&account.id.to_string()).into()),
            RootPassword::Set(profile) => Some(Cow::Borrowed(&profile.password)),
            RootPassword::Unknown(_) | RootPassword::None => None,
        }
    }

    /// Adds an account, or replaces the one with the same id.
    pub fn put_account(&mut self, account: Account) {
        self.accounts.insert_mut(account.id, Arc::new(account));
    }

    /// Changes an account; none if there is no such account.
    pub fn change_account<T>(&mut self, id: AccountId, change: impl FnOnce(&mut Account) -> T) -> Option<T> {
        let mut account = self.account(id)?.clone();
        let result = change(&mut account);
        self.put_account(account);
        Some(result)
    }

    /// All buckets, by name.
    pub fn buckets(&self) -> impl Iterator<Item = &Bucket> {
        self.buckets.values().map(|bucket| &**bucket)
    }

    /// The bucket with that name.
    #[must_use]
    pub fn bucket(&self, name: &str) -> Option<&Bucket> {
        self.buckets.get(name).map(|bucket| &**bucket)
    }

    /// Adds a bucket, or replaces the one with the same name.
    pub fn put_bucket(&mut self, bucket: Bucket) {
        self.buckets.insert_mut(bucket.name.clone(), Arc::new(bucket));
    }

    /// Takes a bucket away with all that is in it; false if there was none.
    pub fn remove_bucket(&mut self, name: &str) -> bool {
        self.buckets.remove_mut(name)
    }

    /// All sessions that were ever made, by access key id; ended ones stay listed.
    pub fn sessions(&self) -> impl Iterator<Item = &Session> {
        self.sessions.values().map(|session| &**session)
    }

    /// The session with that access key id.
    #[must_use]
    pub fn session(&self, access_key_id: &str) -> Option<&Session> {
        self.sessions.get(access_key_id).map(|session| &**session)
    }

    /// Adds a session.
    pub fn put_session(&mut self, session: Session) {
        self.sessions.insert_mut(session.access_key_id.clone(), Arc::new(session));
    }

    /// All KMS keys, by ARN.
    pub fn keys(&self) -> impl Iterator<Item = &Key> {
        self.keys.values().map(|key| &**key)
    }

    /// The KMS key with that ARN.
    #[must_use]
    pub fn key(&self, arn: &Arn) -> Option<&Key> {
        self.keys.get(arn).map(|key| &**key)
    }

    /// Adds a KMS key, or replaces the one with the same ARN.
    pub fn put_key(&mut self, key: Key) {
        self.keys.insert_mut(key.arn(), Arc::new(key));
    }

    /// All trails, by ARN.
    pub fn trails(&self) -> impl Iterator<Item = &Trail> {
        self.trails.values().map(|trail| &**trail)
    }

    /// The trail with that ARN.
    #[must_use]
    pub fn trail(&self, arn: &Arn) -> Option<&Trail> {
        self.trails.get(arn).map(|trail| &**trail)
    }

    /// Adds a trail, or replaces the one with the same ARN.
    pub fn put_trail(&mut self, trail: Trail) {
        self.trails.insert_mut(trail.arn(), Arc::new(trail));
    }

    /// Takes a trail away; false if there was none.
    pub fn remove_trail(&mut self, arn: &Arn) -> bool {
        self.trails.remove_mut(arn)
    }

    /// All VPC endpoints, by id.
    pub fn vpc_endpoints(&self) -> impl Iterator<Item = &VpcEndpoint> {
        self.vpc_endpoints.values().map(|endpoint| &**endpoint)
    }

    /// The VPC endpoint with that id.
    #[must_use]
    pub fn vpc_endpoint(&self, id: &str) -> Option<&VpcEndpoint> {
        self.vpc_endpoints.get(id).map(|endpoint| &**endpoint)
    }

    /// Adds a VPC endpoint, or replaces the one with the same id.
    pub fn put_vpc_endpoint(&mut self, endpoint: VpcEndpoint) {
        self.vpc_endpoints.insert_mut(endpoint.id.clone(), Arc::new(endpoint));
    }

    /// Whose access key this is; none if nobody's.
    #[must_use]
    pub fn key_owner(&self, access_key_id: &str) -> Option<KeyOwner<'_>> {
        if let Some(session) = self.session(access_key_id) {
            return Some(KeyOwner::Session(session));
        }
        let is_it = |key: &&AccessKey| &*key.id == access_key_id;
        self.accounts().find_map(|account| {
            let of_root = account.root.access_keys.iter().find(is_it).map(|key| KeyOwner::Root(account, key));
            of_root.or_else(|| {
                account.users().find_map(|user| {
                    let key = user.access_keys.iter().find(is_it)?;
                    Some(KeyOwner::User(account, user, key))
                })
            })
        })
    }

    /// The role with that ARN.
    #[must_use]
    pub fn role(&self, arn: &Arn) -> Option<&Role> {
        let role = self.account(arn.account()?)?.role(arn.last_name())?;
        (role.arn == *arn).then_some(role)
    }

    /// The user with that ARN.
    #[must_use]
    pub fn user(&self, arn: &Arn) -> Option<&User> {
        let user = self.account(arn.account()?)?.user(arn.last_name())?;
        (user.arn == *arn).then_some(user)
    }

    /// The MFA device with that serial number.
    #[must_use]
    pub fn mfa_device(&self, serial_number: &str) -> Option<&MfaDevice> {
        let arn: Arn = serial_number.parse().ok()?;
        self.account(arn.account()?)?.mfa_device(&arn)
    }

    /// Who owns the resource: the account in its ARN, or the owner of the bucket.
    #[must_use]
    pub fn resource_owner(&self, resource: &str) -> Option<AccountId> {
        let arn: Arn = resource.parse().ok()?;
        arn.account().or_else(|| self.bucket_of(&arn).map(|bucket| bucket.account))
    }

    /// The bucket that an S3 ARN is about.
    #[must_use]
    pub fn bucket_of(&self, arn: &Arn) -> Option<&Bucket> {
        let name = arn.resource().split('/').next().filter(|_| arn.service() == "s3")?;
        self.bucket(name)
    }
}
