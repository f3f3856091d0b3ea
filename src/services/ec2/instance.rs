//! What the calls on instances have in common.

use super::profile;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::{ApiError, Stage, tags};
use crate::world::{Instance, InstanceState, MetadataOptions};
use serde_json::{Map, Value};

/// The Region that the call is sent to.
pub(super) fn region<'a>(stage: &Stage<'a>) -> &'a str {
    stage.environment.requested_region().unwrap_or("us-east-1")
}

/// An ARN of EC2 in the caller's account and Region.
pub(super) fn arn(stage: &Stage<'_>, resource: &str) -> Arn {
    Arn::new("ec2", region(stage), Some(stage.account()), resource)
}

/// The instance of the caller's account and Region with that id.
pub(super) fn known<'a>(stage: &'a Stage<'_>, id: &str) -> Option<&'a Instance> {
    let known = stage.world.instance(id)?;
    (known.account == stage.account() && &*known.region == region(stage)).then_some(known)
}

/// The same, or EC2's answer if there is none.
pub(super) fn find(stage: &Stage<'_>, id: &str) -> Result<Instance, ApiError> {
    known(stage, id).cloned().ok_or_else(|| missing(&[id]))
}

/// Several of them.
pub(super) fn find_all(stage: &Stage<'_>, ids: &[String]) -> Result<Vec<Instance>, ApiError> {
    let absent: Vec<&str> = ids.iter().map(String::as_str).filter(|id| known(stage, id).is_none()).collect();
    if !absent.is_empty() {
        return Err(missing(&absent));
    }
    ids.iter().map(|id| find(stage, id)).collect()
}

fn missing(ids: &[&str]) -> ApiError {
    let message = match ids {
        [id] => format!("The instance ID '{id}' does not exist"),
        ids => format!("The instance IDs '{}' do not exist", ids.join(", ")),
    };
    ApiError::new("InvalidInstanceID.NotFound", 400, message)
}

/// Refuses what cannot be done in this state.
pub(super) fn incorrect_state(id: &str, what: &str) -> ApiError {
    let message = format!("The instance '{id}' is not in a state from which it can be {what}.");
    ApiError::new("IncorrectInstanceState", 400, message)
}

/// What a call that only tries answers where it would have been carried out.
pub(super) fn check_dry_run(dry_run: Option<bool>) -> Result<(), ApiError> {
    match dry_run {
        Some(true) => {
            let message = "Request would have succeeded, but DryRun flag is set.";
            Err(ApiError::new("DryRunOperation", 412, message))
        }
        _ => Ok(()),
    }
}

/// Permission for `action` on an instance, with the keys that tell of it (Service Authorization Reference, EC2).
pub(super) fn check(action: &str, stage: &Stage<'_>, id: &str) -> AccessCheck {
    let check = AccessCheck::new(action, arn(stage, &format!("instance/{id}")).as_str());
    let check = check.with("ec2:Region", region(stage)).with("ec2:InstanceID", id);
    let Some(known) = known(stage, id) else { return check };
    let profile = known.association.as_ref().map(|association| association.profile.as_str());
    with_keys(check, &known.instance_type, profile, &known.metadata)
}

/// The keys that tell of an instance, of one too that is to be.
pub(super) fn with_keys(
    check: AccessCheck,
    instance_type: &str,
    profile: Option<&str>,
    metadata: &MetadataOptions,
) -> AccessCheck {
    let check = check
        .with("ec2:InstanceType", instance_type)
        .with("ec2:MetadataHttpEndpoint", if metadata.is_enabled { "enabled" } else { "disabled" })
        .with("ec2:MetadataHttpTokens", if metadata.requires_token { "required" } else { "optional" })
        .with("ec2:MetadataHttpPutResponseHopLimit", &metadata.hop_limit.to_string());
    match profile {
        Some(arn) => check.with("ec2:InstanceProfile", arn),
        None => check,
    }
}

/// The member `State` of answers.
pub(super) fn state(state: InstanceState) -> Value {
    let (code, name) = match state {
        InstanceState::Running => (16, "running"),
        InstanceState::Stopped => (80, "stopped"),
        InstanceState::Terminated => (48, "terminated"),
    };
    state_of(code, name)
}

/// A state by its code and name; those on the way to another are only told in answers.
pub(super) fn state_of(code: u32, name: &str) -> Value {
    json!({ "Code": code, "Name": name })
}

/// The member `MetadataOptions` of answers.
pub(super) fn metadata_options(options: &MetadataOptions) -> Value {
    json!({
        "State": "applied",
        "HttpTokens": if options.requires_token { "required" } else { "optional" },
        "HttpPutResponseHopLimit": options.hop_limit,
        "HttpEndpoint": if options.is_enabled { "enabled" } else { "disabled" },
    })
}

/// An instance as answers show it.
pub(super) fn view(instance: &Instance) -> Value {
    let mut members = Map::new();
    let mut put = |name: &str, value: Value| {
        members.insert(name.to_owned(), value);
    };
    put("InstanceId", json!(instance.id));
    put("ImageId", json!(instance.image));
    put("InstanceType", json!(instance.instance_type));
    put("LaunchTime", json!(instance.launched));
    put("State", state(instance.state));
    put("MetadataOptions", metadata_options(&instance.metadata));
    if let Some(association) = &instance.association {
        put("IamInstanceProfile", profile::specified(association));
    }
    if instance.state != InstanceState::Terminated {
        put("PrivateIpAddress", json!(instance.private_address));
        put("SubnetId", json!(instance.subnet));
        put("VpcId", json!(instance.vpc));
    }
    if !instance.tags.is_empty() {
        put("Tags", tags::list(&instance.tags));
    }
    Value::Object(members)
}
