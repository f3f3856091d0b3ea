//! Identity pools of Amazon Cognito: one file an operation.
//!
//! Role mappings, developer providers and providers of SAML are not known here.

mod login;
mod pool;
mod role_mapping;
mod scope_down;

mod create_identity_pool;
mod delete_identity_pool;
mod describe_identity_pool;
mod get_credentials_for_identity;
mod get_id;
mod get_identity_pool_roles;
mod get_open_id_token;
mod list_identity_pools;
mod set_identity_pool_roles;

pub(super) use create_identity_pool::CreateIdentityPool;
pub(super) use delete_identity_pool::DeleteIdentityPool;
pub(super) use describe_identity_pool::DescribeIdentityPool;
pub(super) use get_credentials_for_identity::GetCredentialsForIdentity;
pub(super) use get_id::GetId;
pub(super) use get_identity_pool_roles::GetIdentityPoolRoles;
pub(super) use get_open_id_token::GetOpenIdToken;
pub(super) use list_identity_pools::ListIdentityPools;
pub(super) use login::outsider;
pub(super) use set_identity_pool_roles::SetIdentityPoolRoles;
