//! `organizations:ListDelegatedAdministrators`: the members that administer services, or one service.

use super::{account, scope};
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        service_principal: Option<String>,
    }
}

/// `organizations:ListDelegatedAdministrators`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListDelegatedAdministrators;

impl Operation for ListDelegatedAdministrators {
    type Input = Input;

    const NAME: &'static str = "organizations:ListDelegatedAdministrators";
    const IS_READ: bool = true;

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = AccessCheck::new(Self::NAME, "*");
        let service = input.service_principal.iter();
        Ok(vec![service.fold(check, |check, service| check.with("organizations:ServicePrincipal", service))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let organization = scope::seen(stage)?;
        let wanted = input.service_principal.as_deref();
        let mut listed = Vec::new();
        for (id, services) in organization.delegated_administrators() {
            if organization.is_delegated(id, wanted) {
                let mut view = account::view(stage.world, organization, id);
                view["DelegationEnabledDate"] = json!(services.values().min());
                listed.push(view);
            }
        }
        Ok(json!({ "DelegatedAdministrators": listed }))
    }
}
