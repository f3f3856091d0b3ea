//! IAM Roles Anywhere: one file an operation; those that name one thing by its id share one.
//!
//! Authorities of AWS Private CA, mappings of attributes, notifications and subjects are not known here.

mod by_id;
mod door;
mod thing;

mod create_profile;
mod create_session;
mod create_trust_anchor;
mod import_crl;
mod update_profile;

pub(super) use by_id::{
    DeleteCrl, DeleteProfile, DeleteTrustAnchor, DisableCrl, DisableProfile, DisableTrustAnchor, EnableCrl,
    EnableProfile, EnableTrustAnchor, GetCrl, GetProfile, GetTrustAnchor, ListCrls, ListProfiles, ListTrustAnchors,
};
pub(super) use create_profile::CreateProfile;
pub(super) use create_session::CreateSession;
pub(super) use create_trust_anchor::CreateTrustAnchor;
pub(super) use door::outsider;
pub use door::signed_text;
pub(super) use import_crl::ImportCrl;
pub(super) use update_profile::UpdateProfile;
