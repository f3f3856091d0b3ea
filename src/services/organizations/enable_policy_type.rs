//! `organizations:EnablePolicyType`: turns SCPs or RCPs on; AWS's full-access policy goes everywhere (rule C-15).

use super::{document, error, scope};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::OrganizationPolicyType;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        policy_type: OrganizationPolicyType,
        root_id: String,
    }
}

/// `organizations:EnablePolicyType`
#[derive(Clone, Copy, Debug)]
pub(crate) struct EnablePolicyType;

impl Operation for EnablePolicyType {
    type Input = Input;

    const NAME: &'static str = "organizations:EnablePolicyType";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = scope::check(Self::NAME, stage, |organization| organization.target_arn(&input.root_id));
        Ok(vec![check.with(scope::POLICY_TYPE, input.policy_type.as_str())])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let kind = input.policy_type;
        scope::change(stage, |organization| {
            if *organization.root != *input.root_id {
                return Err(error::no_root());
            }
            if organization.is_enabled(kind) {
                return Err(error::type_already_enabled());
            }
            organization.enable(document::full_access(kind)?);
            Ok(json!({ "Root": scope::root(organization) }))
        })
    }
}
