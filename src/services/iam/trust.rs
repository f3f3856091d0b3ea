//! What the calls that write trust policies have in common.

use super::holder::parse;
use crate::catalog::Quota;
use crate::policy::{PolicyKind, PrincipalEntry};
use crate::services::ApiError;
use crate::world::{StoredPolicy, World};

/// Reads a trust policy, 2,048 characters without white space (rule A-80), whose users and roles
/// must exist (rule A-52).
pub(super) fn read(world: &World, text: &str) -> Result<StoredPolicy, ApiError> {
    let quota = Quota::TrustPolicyCharacters.value();
    let document = parse(text, PolicyKind::Trust)?;
    if document.policy().n_counted_characters() > quota {
        return Err(ApiError::limit_exceeded(format!("Cannot exceed quota for ACLSizePerRole: {quota}")));
    }
    let statements = &document.policy().document().statements;
    let entries = statements.iter().filter_map(|statement| statement.principal.as_ref()).flat_map(|it| &it.entries);
    for entry in entries {
        if let PrincipalEntry::Arn(arn) = &entry.value {
            // Nothing is known of accounts outside this world.
            let is_outside = arn.account().is_none_or(|account| world.account(account).is_none());
            let is_known =
                is_outside || arn.service() == "sts" || world.user(arn).is_some() || world.role(arn).is_some();
            if !is_known {
                let message = format!("Invalid principal in policy: \"AWS\":\"{arn}\"");
                return Err(ApiError::new("MalformedPolicyDocument", 400, message));
            }
        }
    }
    Ok(document)
}
