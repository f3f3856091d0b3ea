//! AWS Security Token Service: one file an operation.

pub(in crate::services) mod bearer;
mod mfa;
pub(in crate::services) mod role_session;
mod session;
mod tags;

mod assume_role;
mod assume_role_with_saml;
mod assume_role_with_web_identity;
mod assume_root;
mod decode_authorization_message;
mod get_access_key_info;
mod get_caller_identity;
mod get_federation_token;
mod get_session_token;

pub(super) use assume_role::AssumeRole;
pub(super) use assume_role_with_saml::AssumeRoleWithSaml;
pub(super) use assume_role_with_web_identity::AssumeRoleWithWebIdentity;
pub(super) use assume_root::AssumeRoot;
pub(super) use decode_authorization_message::DecodeAuthorizationMessage;
pub(super) use get_access_key_info::GetAccessKeyInfo;
pub(super) use get_caller_identity::GetCallerIdentity;
pub(super) use get_federation_token::GetFederationToken;
pub(super) use get_session_token::GetSessionToken;
pub(super) use tags::{Tag as SessionTag, of_session as session_tags};
