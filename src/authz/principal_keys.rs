//! The condition keys that follow from who asks, and from nothing else (tables B-35, B-36, B-42).
//!
//! Tags, organizations, unique ids and the life of a session are facts of a world, and are not known
//! here.

use crate::eval::{ContextValue, Principal, RequestContext};

/// The keys that a request of this principal carries, whatever it asks for. Where AWS documents no
/// value, as for `aws:PrincipalType` of a service, the key is absent.
///
/// ```
/// use iam_sandbox::authz::principal_keys;
/// use iam_sandbox::eval::Principal;
/// let keys = principal_keys(&Principal::Service { name: "sns.amazonaws.com".into() });
/// assert_eq!(keys.single("aws:principalisawsservice"), Some("true"));
/// assert_eq!(keys.single("aws:principaltype"), None);
/// ```
#[must_use]
pub fn principal_keys(principal: &Principal) -> RequestContext {
    let mut keys = RequestContext::default();
    if let Some(account) = principal.account() {
        keys.set_one("aws:PrincipalAccount", account.to_string());
        keys.set_one("aws:PrincipalIsAWSService", "false");
    }
    let (kind, arn) = match principal {
        Principal::Root { account } => {
            keys.set_one("aws:userid", account.to_string());
            ("Account", account.root_arn())
        }
        Principal::AssumedRoot { account } => {
            keys.set_one("aws:AssumedRoot", "true");
            keys.set_one("aws:userid", account.to_string());
            ("Account", account.root_arn())
        }
        Principal::User { arn, .. } => {
            keys.set_one("aws:username", arn.last_name());
            ("User", arn.clone())
        }
        // The role and never the session.
        Principal::AssumedRole { role, .. } => ("AssumedRole", role.clone()),
        Principal::FederatedUser { session, account, .. } => {
            keys.set_one("aws:userid", format!("{account}:{}", session.last_name()));
            ("FederatedUser", session.clone())
        }
        Principal::Service { name } => {
            keys.set_one("aws:PrincipalIsAWSService", "true");
            keys.set_one("aws:PrincipalServiceName", name.clone());
            keys.set("aws:PrincipalServiceNamesList", ContextValue::Many(vec![name.clone()]));
            return keys;
        }
        Principal::Anonymous => {
            keys.set_one("aws:PrincipalAccount", "anonymous");
            keys.set_one("aws:PrincipalType", "Anonymous");
            keys.set_one("aws:userid", "anonymous");
            return keys;
        }
        Principal::Federated { .. } => return keys,
    };
    keys.set_one("aws:PrincipalType", kind);
    keys.set_one("aws:PrincipalArn", arn.as_str());
    keys
}
