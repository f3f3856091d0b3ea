//! What is done in a world and is no call of AWS: applications, which only the owner of the world deploys, and settings
//! that AWS's console shows to the root user alone. AWS knows none of these names.

mod application;

pub use application::keep_credentials;

mod deploy_application;
mod remove_application;
mod restart_application;
mod set_billing_access;

pub(super) use deploy_application::DeployApplication;
pub(super) use remove_application::RemoveApplication;
pub(super) use restart_application::RestartApplication;
pub(super) use set_billing_access::SetBillingAccess;
