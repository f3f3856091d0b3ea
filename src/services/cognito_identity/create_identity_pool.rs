//! `cognito-identity:CreateIdentityPool`: makes an identity pool, as yet without roles.

use super::pool;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::services::request::request;
use crate::services::tags::{self, Tag};
use crate::services::{ApiError, Operation, Stage};
use crate::world::IdentityPool;
use serde_json::Value;
use std::collections::BTreeMap;

request! {
    /// The request. Whom developers sign in by themselves, and SAML, are not known here.
    pub(crate) struct Input {
        identity_pool_name: String,
        allow_unauthenticated_identities: bool,
        allow_classic_flow: bool,
        supported_login_providers: BTreeMap<String, String>,
        open_id_connect_provider_arns: Vec<Arn>,
        cognito_identity_providers: Vec<Client>,
        identity_pool_tags: BTreeMap<String, String>,
    }
}

request! {
    /// An app client of a user pool.
    pub(crate) struct Client {
        provider_name: String,
        client_id: String,
    }
}

/// `cognito-identity:CreateIdentityPool`
#[derive(Clone, Copy, Debug)]
pub(crate) struct CreateIdentityPool;

impl Operation for CreateIdentityPool {
    type Input = Input;

    const NAME: &'static str = "cognito-identity:CreateIdentityPool";

    fn checks(input: &Input, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        let given: Vec<Tag> = input.identity_pool_tags.iter().map(|(key, value)| Tag::new(key, value)).collect();
        Ok(vec![tags::with(AccessCheck::new(Self::NAME, "*"), &given)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        let boxed = |text: String| -> Box<str> { text.into() };
        let id = format!("{}:{}", pool::region(stage).to_owned(), stage.world.next_uuid());
        let mut made = IdentityPool {
            arn: pool::arn(stage, &id),
            name: input.identity_pool_name.into(),
            created: stage.now,
            has_guests: input.allow_unauthenticated_identities,
            has_basic_flow: input.allow_classic_flow,
            login_providers: boxes(input.supported_login_providers),
            oidc_providers: input.open_id_connect_provider_arns.into_iter().collect(),
            user_pools: BTreeMap::new(),
            roles: BTreeMap::new(),
            role_mappings: BTreeMap::new(),
            identities: BTreeMap::new(),
            tags: boxes(input.identity_pool_tags),
        };
        for Client { provider_name, client_id } in input.cognito_identity_providers {
            made.user_pools.entry(boxed(provider_name)).or_default().insert(boxed(client_id));
        }
        let output = pool::view(&made);
        stage.world.put_identity_pool(made);
        Ok(output)
    }
}

fn boxes(texts: BTreeMap<String, String>) -> BTreeMap<Box<str>, Box<str>> {
    texts.into_iter().map(|(key, value)| (key.into(), value.into())).collect()
}
