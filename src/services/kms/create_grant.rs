//! `kms:CreateGrant`: lets somebody use a key, besides its key policy (rule C-43).

use super::grant::{self, Constraints};
use super::key;
use crate::authz::AccessCheck;
use crate::eval::ContextValue;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use crate::world::Grant;
use data_encoding::BASE64URL_NOPAD;
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        key_id: String,
        grantee_principal: Option<String>,
        grantee_service_principal: Option<String>,
        retiring_principal: Option<String>,
        retiring_service_principal: Option<String>,
        operations: Vec<String>,
        constraints: Option<Constraints>,
        name: Option<String>,
    }
}

impl Input {
    /// Whom it names, by the condition keys that tell of them.
    fn named(&self) -> [(&'static str, Option<&str>); 4] {
        [
            ("kms:GranteePrincipal", self.grantee_principal.as_deref()),
            ("kms:GranteeServicePrincipal", self.grantee_service_principal.as_deref()),
            ("kms:RetiringPrincipal", self.retiring_principal.as_deref()),
            ("kms:RetiringServicePrincipal", self.retiring_service_principal.as_deref()),
        ]
    }

    /// The grant as `ListGrants` tells of whom it names.
    fn principals(&self) -> Value {
        let named =
            self.named().into_iter().filter_map(|(key, name)| Some((key.strip_prefix("kms:")?.to_owned(), name?)));
        named.map(|(key, name)| (key, json!(name))).collect()
    }

    fn constraints(&self) -> Value {
        let mut told = json!({});
        let Some(constraints) = &self.constraints else { return Value::Null };
        if let Some(context) = &constraints.encryption_context_subset {
            told["EncryptionContextSubset"] = json!(context);
        }
        if let Some(context) = &constraints.encryption_context_equals {
            told["EncryptionContextEquals"] = json!(context);
        }
        if let Some(arn) = &constraints.source_arn {
            told["SourceArn"] = json!(arn);
        }
        told
    }
}

/// The condition keys that tell of the constraints (KMS developer guide, condition keys).
fn with_constraints(mut check: AccessCheck, constraints: &Constraints) -> AccessCheck {
    let subset = constraints.encryption_context_subset.as_ref().map(|context| ("EncryptionContextSubset", context));
    let equals = constraints.encryption_context_equals.as_ref().map(|context| ("EncryptionContextEquals", context));
    if let Some(arn) = &constraints.source_arn {
        check = check.with("kms:GrantConstraintSourceArn", arn);
    }
    let Some((kind, context)) = equals.or(subset) else { return check };
    check = check.with("kms:GrantConstraintType", kind);
    for (key, value) in context {
        check = check.with(&format!("kms:EncryptionContext:{key}"), value);
    }
    let names = context.keys().map(|name| name.as_str().into()).collect();
    check.context.set("kms:EncryptionContextKeys", ContextValue::Many(names));
    check
}

/// `kms:CreateGrant`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateGrant;

impl Operation for CreateGrant {
    type Input = Input;

    const NAME: &'static str = "kms:CreateGrant";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let mut check = grant::check(Self::NAME, &key::arn(stage, &input.key_id, None));
        let operations = input.operations.iter().map(|operation| operation.as_str().into()).collect();
        check.context.set("kms:GrantOperations", ContextValue::Many(operations));
        for (key, name) in input.named() {
            check = name.into_iter().fold(check, |check, name| check.with(key, name));
        }
        Ok(vec![input.constraints.iter().fold(check, with_constraints)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let mut key = key::find_usable(stage, &key::arn(stage, &input.key_id, None))?;
        let grantee =
            grant::principal(stage, input.grantee_principal.as_deref(), input.grantee_service_principal.as_deref())?;
        let [_, _, (_, retiring), (_, service)] = input.named();
        let is_retired = retiring.is_some() || service.is_some();
        let retiring = is_retired.then(|| grant::principal(stage, retiring, service)).transpose()?;
        let (principals, constraints) = (input.principals(), input.constraints());
        let operations: Vec<Box<str>> = input.operations.iter().map(|operation| operation.as_str().into()).collect();
        // "recognizes the request as a retry, and does not create a new grant" (KMS developer guide, "Creating grants").
        let is_same = |known: &&Grant| {
            let is_named = known.name.is_some() && known.name.as_deref() == input.name.as_deref();
            is_named
                && known.principals == principals
                && known.operations == operations
                && known.constraints == constraints
        };
        if let Some(known) = key.grants.iter().find(is_same) {
            return Ok(output(&known.id));
        }
        let id = format!("{}{}", stage.world.next_uuid(), stage.world.next_uuid()).replace('-', "");
        let policy = grant::policy(&grantee, &input.operations, input.constraints.as_ref());
        let retirement = grant::retirement(key.account, retiring.as_ref(), &grantee, &input.operations);
        key.grants.push(Grant {
            id: id.as_str().into(),
            name: input.name.map(Into::into),
            principals,
            operations,
            constraints,
            issuing_account: stage.account(),
            created: stage.now,
            policy: grant::stored(&policy)?,
            retirement: grant::stored(&retirement)?,
        });
        stage.world.put_key(key);
        Ok(output(&id))
    }
}

fn output(id: &str) -> Value {
    json!({ "GrantToken": BASE64URL_NOPAD.encode(id.as_bytes()), "GrantId": id })
}
