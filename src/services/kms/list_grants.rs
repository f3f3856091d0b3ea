//! `kms:ListGrants`: the grants of a key.

use super::{grant, key};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::Grant;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        key_id: String,
        grant_id: Option<String>,
        grantee_principal: Option<String>,
        grantee_service_principal: Option<String>,
    }
}

impl Input {
    fn is_wanted(&self, grant: &Grant) -> bool {
        let is_named =
            |member: &str, name: &Option<String>| name.as_ref().is_none_or(|name| grant.principals[member] == **name);
        self.grant_id.as_ref().is_none_or(|id| *grant.id == **id)
            && is_named("GranteePrincipal", &self.grantee_principal)
            && is_named("GranteeServicePrincipal", &self.grantee_service_principal)
    }
}

fn view(grant: &Grant, key: &Arn) -> Value {
    let mut view = json!({
        "KeyId": key, "GrantId": grant.id, "Name": grant.name.as_deref().unwrap_or_default(),
        "CreationDate": grant.created, "IssuingAccount": grant.issuing_account.root_arn(),
        "Operations": grant.operations,
    });
    for (name, value) in grant.principals.as_object().into_iter().flatten() {
        view[name] = value.clone();
    }
    if !grant.constraints.is_null() {
        view["Constraints"] = grant.constraints.clone();
    }
    view
}

/// `kms:ListGrants`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListGrants;

impl Operation for ListGrants {
    type Input = Input;

    const NAME: &'static str = "kms:ListGrants";
    const IS_READ: bool = true;

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![grant::check(Self::NAME, &key::arn(stage, &input.key_id, None))])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let arn = key::arn(stage, &input.key_id, None);
        let key = key::find_anywhere(stage, &arn)?;
        let grants = key.grants.iter().filter(|grant| input.is_wanted(grant)).map(|grant| view(grant, &arn));
        Ok(json!({ "Grants": grants.collect::<Vec<_>>() }))
    }
}
