//! What the calls on VPC endpoints have in common.

use crate::json::json;
use crate::policy::{PolicyKind, pretty_value};
use crate::services::ApiError;
use crate::world::StoredPolicy;

/// Reads an endpoint policy; without one the endpoint gets the policy that allows everything.
pub(super) fn policy(text: Option<&str>) -> Result<StoredPolicy, ApiError> {
    let everything = || {
        pretty_value(&json!({
            "Statement": [{ "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*" }],
        }))
    };
    let text = text.map_or_else(everything, str::to_owned);
    StoredPolicy::parse(&text, PolicyKind::VpcEndpoint)
        .map_err(|problems| ApiError::malformed("InvalidPolicyDocument", &problems))
}
