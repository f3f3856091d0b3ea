//! Whether two worlds are the same. What they share is compared by its address, so that it costs what they do not share.
//!
//! In what they differ is told by [`difference`](super::difference).

use super::{
    Account, Application, Bucket, Function, Group, Instance, InstanceProfile, Key, ManagedPolicy, MfaDevice,
    OidcProvider, Organization, Role, SamlProvider, Session, Table, User, VpcEndpoint, World,
};

/// Marks what tables hold as equal to itself, so that [`Arc`](std::sync::Arc) compares addresses first.
macro_rules! compared_by_address_first {
    ($($entity:ty),* $(,)?) => {$(
        impl Eq for $entity {}
    )*};
}

compared_by_address_first!(
    Account,
    Application,
    Bucket,
    Function,
    Group,
    Instance,
    InstanceProfile,
    Key,
    ManagedPolicy,
    MfaDevice,
    OidcProvider,
    Organization,
    Role,
    SamlProvider,
    Session,
    User,
    VpcEndpoint,
);

/// Both are in order, so nothing is looked up, as the tables' own comparison does.
fn is_same<K: Ord, V: Eq>(one: &Table<K, V>, other: &Table<K, V>) -> bool {
    one.size() == other.size() && one.iter().eq(other.iter())
}

impl PartialEq for World {
    fn eq(&self, other: &Self) -> bool {
        let Self {
            ids,
            accounts,
            buckets,
            sessions,
            keys,
            vpc_endpoints,
            organizations,
            trails,
            compute,
            outside,
            propagation_seconds,
        } = self;
        *ids == other.ids
            && is_same(accounts, &other.accounts)
            && is_same(buckets, &other.buckets)
            && is_same(sessions, &other.sessions)
            && is_same(keys, &other.keys)
            && is_same(vpc_endpoints, &other.vpc_endpoints)
            && is_same(organizations, &other.organizations)
            && is_same(trails, &other.trails)
            && *compute == other.compute
            && *outside == other.outside
            && *propagation_seconds == other.propagation_seconds
    }
}

impl PartialEq for Account {
    fn eq(&self, other: &Self) -> bool {
        let Self {
            id,
            name,
            alias,
            root,
            password_policy,
            has_billing_access,
            unseen,
            users,
            groups,
            roles,
            instance_profiles,
            policies,
            mfa_devices,
            saml_providers,
            oidc_providers,
        } = self;
        *id == other.id
            && *name == other.name
            && *alias == other.alias
            && *root == other.root
            && *password_policy == other.password_policy
            && *has_billing_access == other.has_billing_access
            && *unseen == other.unseen
            && is_same(users, &other.users)
            && is_same(groups, &other.groups)
            && is_same(roles, &other.roles)
            && is_same(instance_profiles, &other.instance_profiles)
            && is_same(policies, &other.policies)
            && is_same(mfa_devices, &other.mfa_devices)
            && is_same(saml_providers, &other.saml_providers)
            && is_same(oidc_providers, &other.oidc_providers)
    }
}
