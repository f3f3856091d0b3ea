//! Trust anchors, profiles and lists in requests and answers.

use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::tags::{self, Keys, Tag};
use crate::services::{ApiError, Stage, resource};
use crate::world::{Anywhere, AnywhereKind, Tags};
use serde_json::Value;

/// The service in ARNs and actions.
const SERVICE: &str = "rolesanywhere";

/// The ARN of something that is named by id or ARN, also if there is none: AWS authorises before it looks.
pub(super) fn arn(stage: &Stage<'_>, kind: &str, id: &str) -> Arn {
    id.parse().unwrap_or_else(|_| resource::arn(stage, SERVICE, &format!("{kind}/{id}")))
}

/// Permission for `action` on it.
pub(super) fn check(action: &str, stage: &Stage<'_>, kind: &str, id: &str) -> Vec<AccessCheck> {
    vec![AccessCheck::new(action, arn(stage, kind, id).as_str())]
}

/// Permission to make something with these tags.
pub(super) fn check_new(action: &str, tags: &[Tag]) -> AccessCheck {
    tags::with(AccessCheck::new(action, "*"), tags)
}

/// Something of the caller's account, or the service's answer.
pub(super) fn find(stage: &Stage<'_>, kind: &str, id: &str) -> Result<Anywhere, ApiError> {
    let arn = arn(stage, kind, id);
    let known = stage.world.anywhere_called(&arn).filter(|_| arn.account() == Some(stage.account()));
    known.cloned().ok_or_else(|| ApiError::new("ResourceNotFoundException", 404, "Resource not found"))
}

/// All of a kind in the caller's account and Region, as answers list them.
pub(super) fn all(stage: &Stage<'_>, kind: &str) -> Vec<Value> {
    let own = resource::arn(stage, SERVICE, &format!("{kind}/"));
    stage.world.anywhere().filter(|one| one.arn.as_str().starts_with(own.as_str())).map(view).collect()
}

/// Makes something, and tells of it; it counts unless it was said that it does not.
pub(super) fn make(
    stage: &mut Stage<'_>,
    name: String,
    is_enabled: Option<bool>,
    given: Vec<Tag>,
    kind: AnywhereKind,
) -> Result<Value, ApiError> {
    let mut put = Tags::new();
    tags::put(&mut put, given, Keys::AsTyped, 200)
        .map_err(|_| ApiError::new("TooManyTagsException", 400, "Too many tags"))?;
    let id = stage.world.next_uuid();
    let made = Anywhere {
        arn: resource::arn(stage, SERVICE, &format!("{}/{id}", kind.in_arn())),
        name: name.into(),
        is_enabled: is_enabled.unwrap_or(false),
        created: stage.now,
        updated: stage.now,
        tags: put,
        kind,
    };
    let output = view_alone(&made);
    stage.world.put_anywhere(made);
    Ok(output)
}

/// `{"profile": {…}}`
pub(super) fn view_alone(one: &Anywhere) -> Value {
    let name = match one.kind {
        AnywhereKind::TrustAnchor { .. } => "trustAnchor",
        AnywhereKind::Profile { .. } => "profile",
        AnywhereKind::Crl { .. } => "crl",
    };
    let mut output = json!({});
    output[name] = view(one);
    output
}

fn view(one: &Anywhere) -> Value {
    let mut view =
        json!({ "name": one.name, "enabled": one.is_enabled, "createdAt": one.created, "updatedAt": one.updated });
    match &one.kind {
        AnywhereKind::TrustAnchor { certificate } => {
            let source = json!({
                "sourceType": "CERTIFICATE_BUNDLE", "sourceData": { "x509CertificateData": certificate },
            });
            (view["source"], view["trustAnchorId"], view["trustAnchorArn"]) =
                (source, one.id().into(), one.arn.as_str().into());
        }
        AnywhereKind::Profile { roles, session_policy, managed_policies, seconds, accepts_session_name } => {
            (view["profileId"], view["profileArn"]) = (one.id().into(), one.arn.as_str().into());
            (view["roleArns"], view["managedPolicyArns"]) = (json!(roles), json!(managed_policies));
            (view["durationSeconds"], view["acceptRoleSessionName"]) = (json!(seconds), json!(accepts_session_name));
            if let Some(policy) = session_policy {
                view["sessionPolicy"] = (&**policy).into();
            }
        }
        AnywhereKind::Crl { anchor, data } => {
            (view["crlId"], view["crlArn"]) = (one.id().into(), one.arn.as_str().into());
            (view["trustAnchorArn"], view["crlData"]) = (anchor.as_str().into(), (&**data).into());
        }
    }
    view
}

/// What is wrong with a request, in the service's code.
pub(super) fn invalid(message: &str) -> ApiError {
    ApiError::new("ValidationException", 400, message)
}
