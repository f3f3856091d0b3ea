//! `ec2:ModifyInstanceMetadataOptions`: sets how the metadata service of an instance may be asked (rule G-8).

use super::instance;
use super::metadata_options::Options;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage};
use serde_json::Value;

request! {
    /// The request.
    pub(crate) struct Input {
        instance_id: String,
        dry_run: Option<bool>,
        http_tokens: Option<String>,
        http_put_response_hop_limit: Option<u32>,
        http_endpoint: Option<String>,
    }
}

/// `ec2:ModifyInstanceMetadataOptions`
#[derive(Clone, Copy, Debug)]
pub(crate) struct ModifyInstanceMetadataOptions;

impl Operation for ModifyInstanceMetadataOptions {
    type Input = Input;

    const NAME: &'static str = "ec2:ModifyInstanceMetadataOptions";

    fn checks(input: &Input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
        Ok(vec![instance::check(Self::NAME, stage, &input.instance_id)])
    }

    fn execute(input: Input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
        instance::check_dry_run(input.dry_run)?;
        let mut instance = instance::find(stage, &input.instance_id)?;
        let (tokens, endpoint) = (input.http_tokens, input.http_endpoint);
        let options = Options { tokens, hop_limit: input.http_put_response_hop_limit, endpoint };
        options.set(&mut instance.metadata)?;
        let mut told = instance::metadata_options(&instance.metadata);
        told["State"] = json!("pending");
        let output = json!({ "InstanceId": instance.id, "InstanceMetadataOptions": told });
        stage.world.put_instance(instance);
        Ok(output)
    }
}
