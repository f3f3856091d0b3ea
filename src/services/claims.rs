//! What a token says as condition keys (table B-47), whichever service reads it.

use crate::authz::Caller;
use crate::eval::ContextValue;
use crate::federation::Token;
use serde_json::Value;

/// Claims that become condition keys of every issuer, beside `aud` and `sub`.
const CLAIMS: &[&str] = &["amr", "oaud"];

/// Claims of issuers that many share, which become condition keys, too (Service Authorization Reference of STS).
const CLAIMS_OF_SHARED: &[(&str, &[&str])] = &[
    (
        "token.actions.githubusercontent.com",
        &[
            "actor",
            "actor_id",
            "enterprise_id",
            "environment",
            "job_workflow_ref",
            "ref",
            "repository",
            "repository_id",
            "repository_owner_id",
            "workflow",
        ],
    ),
    (
        "gitlab.com",
        &[
            "namespace_id",
            "pipeline_source",
            "project_id",
            "ref_protected",
            "runner_environment",
            "user_access_level",
            "user_email",
            "user_id",
            "user_login",
        ],
    ),
];

/// Sets the keys of an issuer, whose address they begin with.
pub fn set_claims(caller: &mut Caller, address: &str, token: &Token) {
    let mut set = |claim: &str, value: ContextValue| caller.context.set(&format!("{address}:{claim}"), value);
    let audience = || token.audience.first().cloned().unwrap_or_default();
    set("sub", ContextValue::One(token.subject.clone()));
    // Who was authorised goes before for whom it is (table B-47).
    match token.claims.get("azp").and_then(Value::as_str) {
        Some(party) => {
            set("aud", ContextValue::One(party.into()));
            set("oaud", ContextValue::One(audience()));
        }
        None => set("aud", ContextValue::One(audience())),
    }
    let of_shared = CLAIMS_OF_SHARED.iter().find(|(shared, _)| *shared == address).map_or(&[][..], |(_, names)| names);
    for name in CLAIMS.iter().chain(of_shared) {
        match token.claims.get(*name) {
            Some(Value::String(text)) => set(name, ContextValue::One(text.as_str().into())),
            Some(Value::Array(texts)) => {
                set(name, ContextValue::Many(texts.iter().filter_map(Value::as_str).map(Into::into).collect()));
            }
            Some(value @ (Value::Bool(_) | Value::Number(_))) => set(name, ContextValue::One(value.to_string().into())),
            _ => {}
        }
    }
}
