//! Instance profiles as EC2 takes them (rules G-1, G-2).

use super::instance;
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Stage, pass_role};
use crate::world::{Instance, InstanceProfile, ProfileAssociation};
use serde_json::Value;

request! {
    /// How a request names an instance profile.
    pub(crate) struct Specification {
        arn: Option<String>,
        name: Option<String>,
    }
}

impl Specification {
    /// The profile, if the caller's account has one like it.
    pub(super) fn known<'a>(&self, stage: &'a Stage<'_>) -> Option<&'a InstanceProfile> {
        let account = stage.world.account(stage.account())?;
        match (&self.arn, &self.name) {
            (Some(arn), _) => {
                let arn: Arn = arn.parse().ok()?;
                account.instance_profile(arn.last_name()).filter(|profile| profile.arn == arn)
            }
            (None, Some(name)) => account.instance_profile(name),
            (None, None) => None,
        }
    }

    /// The profile with a role in it, or EC2's answer. A role is no profile, whatever its name.
    pub(super) fn find(&self, stage: &Stage<'_>) -> Result<ProfileAssociation, ApiError> {
        let (member, value) = match (&self.arn, &self.name) {
            (Some(arn), _) => ("arn", arn.as_str()),
            (None, name) => ("name", name.as_deref().unwrap_or_default()),
        };
        let refused = |why: &str| {
            let message = format!("Value ({value}) for parameter iamInstanceProfile.{member} is invalid. {why}");
            ApiError::new("InvalidParameterValue", 400, message)
        };
        let invalid = format!("Invalid IAM Instance Profile {}", if member == "arn" { "ARN" } else { member });
        let profile = self.known(stage).ok_or_else(|| refused(&invalid))?;
        if profile.role.is_none() {
            let message = format!("IAM Instance Profile \"{}\" has no associated IAM Roles", profile.arn);
            return Err(ApiError::new("InvalidParameterValue", 400, message));
        }
        let (profile, profile_id) = (profile.arn.clone(), profile.id.clone());
        Ok(ProfileAssociation { id: Box::default(), profile, profile_id, since: stage.now })
    }

    /// Permission to hand the role in the profile to EC2, for this instance.
    pub(super) fn pass(&self, stage: &Stage<'_>, instance: &Arn) -> Option<AccessCheck> {
        let role = self.known(stage)?.role.as_deref()?;
        Some(pass_role::check(&pass_role::arn(stage, role), "ec2.amazonaws.com", Some(instance)))
    }
}

/// Permission for `action` on the instance, with the profile that it is to have, and to pass its role.
pub(super) fn checks(action: &str, stage: &Stage<'_>, id: &str, wanted: &Specification) -> Vec<AccessCheck> {
    let check = instance::check(action, stage, id);
    let check = match wanted.known(stage) {
        Some(profile) => check.with("ec2:NewInstanceProfile", profile.arn.as_str()),
        None => check,
    };
    let pass = wanted.pass(stage, &instance::arn(stage, &format!("instance/{id}")));
    [Some(check), pass].into_iter().flatten().collect()
}

/// Puts a profile on an instance; credentials of one before are handed out no more.
pub(super) fn put(stage: &mut Stage<'_>, instance: &mut Instance, wanted: &Specification) -> Result<(), ApiError> {
    let found = wanted.find(stage)?;
    let id = stage.world.next_hexadecimal("iip-assoc-");
    instance.association = Some(ProfileAssociation { id, ..found });
    instance.credentials = None;
    Ok(())
}

/// The member `IamInstanceProfile` of answers.
pub(super) fn specified(association: &ProfileAssociation) -> Value {
    json!({ "Arn": association.profile, "Id": association.profile_id })
}

/// An association as answers show it.
pub(super) fn view(instance: &Instance, association: &ProfileAssociation, state: &str) -> Value {
    json!({
        "AssociationId": association.id, "InstanceId": instance.id, "IamInstanceProfile": specified(association),
        "State": state,
    })
}

/// The instance of the caller's account and Region that has the association.
pub(super) fn instance_with<'a>(stage: &'a Stage<'_>, association_id: &str) -> Option<&'a Instance> {
    let has_it = |instance: &&Instance| {
        instance.association.as_ref().is_some_and(|association| *association.id == *association_id)
    };
    let found = stage.world.instances().find(has_it)?;
    instance::known(stage, &found.id)
}

/// EC2's answer to an association that is not there.
pub(super) fn no_association(id: &str) -> ApiError {
    let message = format!("The association ID '{id}' does not exist");
    ApiError::new("InvalidAssociationID.NotFound", 400, message)
}
