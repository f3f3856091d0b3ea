//! What the calls that write trust policies have in common.

use super::holder::parse;
use super::shared_issuers;
use crate::catalog::Quota;
use crate::policy::PolicyKind;
use crate::services::{ApiError, principals};
use crate::world::{StoredPolicy, World};

/// Reads a trust policy, 2,048 characters without white space (rule A-80), which only speaks of STS
/// actions, and whose users and roles must exist (rule A-52).
pub(super) fn read(world: &World, text: &str) -> Result<StoredPolicy, ApiError> {
    let quota = Quota::TrustPolicyCharacters.value();
    let document = parse(text, PolicyKind::Trust)?;
    if document.policy().n_counted_characters() > quota {
        return Err(ApiError::limit_exceeded(format!("Cannot exceed quota for ACLSizePerRole: {quota}")));
    }
    let statements = &document.policy().document().statements;
    let actions = statements.iter().flat_map(|statement| &statement.action.patterns);
    if !actions.into_iter().all(|action| action.value.to_ascii_lowercase().starts_with("sts:")) {
        let message = "AssumeRole policy may only specify STS AssumeRole actions.";
        return Err(ApiError::new("MalformedPolicyDocument", 400, message));
    }
    if let Some(arn) = principals::missing(world, document.policy().document()) {
        let message = format!("Invalid principal in policy: \"AWS\":\"{arn}\"");
        return Err(ApiError::new("MalformedPolicyDocument", 400, message));
    }
    if let Some(key) = shared_issuers::missing_key(document.policy().document()) {
        // AWS documents that it refuses, not the sentence.
        let message = format!("The trust policy must evaluate the condition key {key}, and not by a wildcard alone.");
        return Err(ApiError::new("MalformedPolicyDocument", 400, message));
    }
    Ok(document)
}
