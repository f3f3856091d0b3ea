//! What the owner of a world does that is no call of AWS: applications. AWS knows none of these names, and nobody but the
//! owner can do what they say.

mod application;

pub use application::keep_credentials;

mod deploy_application;
mod remove_application;
mod restart_application;

pub(super) use deploy_application::DeployApplication;
pub(super) use remove_application::RemoveApplication;
pub(super) use restart_application::RestartApplication;
