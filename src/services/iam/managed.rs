//! What the calls that write managed policies have in common.

use super::holder::parse;
use crate::catalog::Quota;
use crate::policy::PolicyKind;
use crate::services::ApiError;
use crate::world::StoredPolicy;

/// Reads the document of a managed policy, 6,144 characters without white space (rule A-80).
pub(super) fn managed_document(text: &str) -> Result<StoredPolicy, ApiError> {
    let quota = Quota::ManagedPolicyCharacters.value();
    let document = parse(text, PolicyKind::Identity)?;
    if document.policy().n_counted_characters() > quota {
        return Err(ApiError::limit_exceeded(format!("Cannot exceed quota for PolicySize: {quota}")));
    }
    Ok(document)
}
