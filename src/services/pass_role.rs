//! `iam:PassRole`: what a call needs that hands a role to a service (rules G-2, G-13). It is no call of its own.

use super::Stage;
use crate::arn::Arn;
use crate::authz::AccessCheck;

/// The ARN of the caller's role of that name, also if there is none.
pub(super) fn arn(stage: &Stage<'_>, name: &str) -> Arn {
    let account = stage.account();
    let known = stage.world.account(account).and_then(|account| account.role(name));
    known.map_or_else(|| Arn::new("iam", "", Some(account), &format!("role/{name}")), |role| role.arn.clone())
}

/// Permission to hand the role to a service, for that resource if it is known.
pub(super) fn check(role: &Arn, service: &str, resource: Option<&Arn>) -> AccessCheck {
    let check = AccessCheck::new("iam:PassRole", role.as_str()).with("iam:PassedToService", service);
    match resource {
        Some(resource) => check.with("iam:AssociatedResourceArn", resource.as_str()),
        None => check,
    }
}
