//! Attributes for access control: what the instance passes of somebody as session tags (IAM Identity Center user guide,
//! "Attributes for access control").
//!
//! Sources are paths of the directory, `${path:title}`. What nobody has told of a person is not passed.

use super::center;
use super::permission_set::{InstanceInput, arns, on_center};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::sts::SessionTag;
use crate::services::{ApiError, Operation, Stage};
use crate::world::{DirectoryUser, IdentityCenter};
use serde_json::Value;

request! {
    /// A request with attributes.
    pub(crate) struct Input {
        instance_arn: Arn,
        instance_access_control_attribute_configuration: Configuration,
    }
}

request! {
    /// The attributes.
    pub(crate) struct Configuration {
        access_control_attributes: Vec<Attribute>,
    }
}

request! {
    /// One of them.
    pub(crate) struct Attribute {
        key: String,
        value: Sources,
    }
}

request! {
    /// What it is taken from.
    pub(crate) struct Sources {
        source: Vec<String>,
    }
}

/// What the sessions of somebody are tagged with.
pub(super) fn tags(center: &IdentityCenter, user: &DirectoryUser) -> Vec<SessionTag> {
    let mut tags = Vec::new();
    for (key, sources) in center.access_control.iter().flatten() {
        let known = sources.iter().find_map(|source| value(user, source));
        tags.extend(known.map(|value| SessionTag::new(key, value)));
    }
    tags
}

/// What the directory knows under a source.
fn value<'a>(user: &'a DirectoryUser, source: &str) -> Option<&'a str> {
    match source.strip_prefix("${path:")?.strip_suffix('}')? {
        "userName" => Some(&user.name),
        "displayName" => Some(&user.display_name),
        path => user.attributes.get(path).map(|value| &**value),
    }
}

fn view(center: &IdentityCenter) -> Result<Value, ApiError> {
    let attributes = center.access_control.as_ref().ok_or_else(off)?;
    let view = attributes.iter().map(|(key, sources)| json!({ "Key": key, "Value": { "Source": sources } }));
    Ok(json!({
        "Status": "ENABLED",
        "InstanceAccessControlAttributeConfiguration": { "AccessControlAttributes": view.collect::<Value>() },
    }))
}

fn off() -> ApiError {
    center::missing("InstanceAccessControlAttributeConfiguration")
}

/// Sets the attributes of an instance where they are off, or on.
fn put(stage: &mut Stage<'_>, input: Input, is_new: bool) -> Result<Value, ApiError> {
    let mut center = center::find(stage, &input.instance_arn)?;
    match center.access_control {
        Some(_) if is_new => {
            let message = "Attributes for access control are already enabled.";
            return Err(ApiError::new("ConflictException", 400, message));
        }
        None if !is_new => return Err(off()),
        _ => {}
    }
    let attributes = input.instance_access_control_attribute_configuration.access_control_attributes;
    let entry = |one: Attribute| (one.key.into(), one.value.source.into_iter().map(Into::into).collect());
    center.access_control = Some(attributes.into_iter().map(entry).collect());
    stage.world.put_identity_center(center);
    Ok(json!({}))
}

on_center! {
    [instance_arn]
    CreateInstanceAccessControlAttributeConfiguration "sso:CreateInstanceAccessControlAttributeConfiguration"
        Input false |input, stage| put(stage, input, true);
    UpdateInstanceAccessControlAttributeConfiguration "sso:UpdateInstanceAccessControlAttributeConfiguration"
        Input false |input, stage| put(stage, input, false);
    DescribeInstanceAccessControlAttributeConfiguration "sso:DescribeInstanceAccessControlAttributeConfiguration"
        InstanceInput true |input, stage| view(&center::find(stage, &input.instance_arn)?);
    DeleteInstanceAccessControlAttributeConfiguration "sso:DeleteInstanceAccessControlAttributeConfiguration"
        InstanceInput false |input, stage| {
        let mut center = center::find(stage, &input.instance_arn)?;
        center.access_control.take().ok_or_else(off)?;
        stage.world.put_identity_center(center);
        Ok(json!({}))
    };
}
