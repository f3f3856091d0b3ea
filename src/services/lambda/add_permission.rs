//! `lambda:AddPermission`: lets somebody invoke a function (rule G-14).

use super::{function, policy};
use crate::arn::AccountId;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, permission};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        function_name: String,
        statement_id: String,
        action: String,
        principal: String,
        source_arn: Option<String>,
        source_account: Option<String>,
        principal_org_id = "PrincipalOrgID": Option<String>,
    }
}

impl Input {
    fn statement(&self, function: &str) -> Value {
        let principal = match self.principal.as_str() {
            "*" => json!("*"),
            who if who.ends_with(".amazonaws.com") => json!({ "Service": who }),
            who => match who.parse::<AccountId>() {
                Ok(account) => json!({ "AWS": account.root_arn() }),
                Err(_) => json!({ "AWS": who }),
            },
        };
        let mut statement = json!({
            "Sid": self.statement_id, "Effect": "Allow", "Principal": principal, "Action": self.action,
            "Resource": function,
        });
        let mut equal = json!({});
        if let Some(account) = &self.source_account {
            equal["AWS:SourceAccount"] = json!(account);
        }
        if let Some(organization) = &self.principal_org_id {
            equal["aws:PrincipalOrgID"] = json!(organization);
        }
        if equal != json!({}) {
            statement["Condition"]["StringEquals"] = equal;
        }
        if let Some(arn) = &self.source_arn {
            statement["Condition"]["ArnLike"] = json!({ "AWS:SourceArn": arn });
        }
        statement
    }
}

/// `lambda:AddPermission`
#[derive(Clone, Copy, Debug)]
pub(crate) struct AddPermission;

impl Operation for AddPermission {
    type Input = Input;

    const NAME: &'static str = "lambda:AddPermission";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let check = function::check(Self::NAME, stage, &input.function_name);
        Ok(vec![check.with("lambda:Principal", &input.principal)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut found = function::find(stage, &input.function_name)?;
        let mut statements = permission::statements(found.policy.as_ref());
        if permission::position(&statements, &input.statement_id).is_some() {
            let id = &input.statement_id;
            let message = format!(
                "The statement id ({id}) provided already exists. Please provide a new statement id, or remove the existing statement."
            );
            return Err(ApiError::new("ResourceConflictException", 409, message));
        }
        let statement = input.statement(found.arn.as_str());
        statements.push(statement.clone());
        policy::put(&mut found, &statements)?;
        stage.world.put_function(found);
        Ok(json!({ "Statement": statement.to_string() }))
    }
}
