//! The operations that tell of a trust anchor, a profile or a list, switch it on or off, or take it away.

use super::thing;
use crate::authz::AccessCheck;
use crate::json::json;
use crate::services::request::request;
use crate::services::{ApiError, Operation, Stage, pass_role};
use crate::world::AnywhereKind;
use serde_json::Value;

request! {
    /// A request that names a trust anchor.
    pub(crate) struct AnchorInput {
        id = "trust_anchor_id": String,
    }
}

request! {
    /// A request that names a profile.
    pub(crate) struct ProfileInput {
        id = "profile_id": String,
    }
}

request! {
    /// A request that names a list.
    pub(crate) struct CrlInput {
        id = "crl_id": String,
    }
}

request! {
    /// A request for all of a kind.
    pub(crate) struct ListInput {}
}

/// What happens to the one that is named.
#[derive(Clone, Copy)]
enum Act {
    Tell,
    Switch(bool),
    Remove,
}

fn act(stage: &mut Stage<'_>, kind: &str, id: &str, act: Act) -> Result<Value, ApiError> {
    let mut one = thing::find(stage, kind, id)?;
    match act {
        Act::Tell => {}
        Act::Switch(is_on) => {
            (one.is_enabled, one.updated) = (is_on, stage.now);
            stage.world.put_anywhere(one.clone());
        }
        Act::Remove => {
            stage.world.remove_anywhere(&one.arn);
        }
    }
    Ok(thing::view_alone(&one))
}

/// Who makes a profile count hands its roles to the service (Service Authorization Reference).
fn passed(stage: &Stage<'_>, kind: &str, id: &str) -> Vec<AccessCheck> {
    match thing::find(stage, kind, id).map(|one| one.kind) {
        Ok(AnywhereKind::Profile { roles, .. }) => {
            roles.iter().map(|role| pass_role::check(role, "rolesanywhere.amazonaws.com", None)).collect()
        }
        _ => Vec::new(),
    }
}

macro_rules! by_id {
    ($($operation:ident $name:literal $input:ident $kind:literal $act:expr;)*) => {$(
        #[doc = concat!("`", $name, "`")]
        #[derive(Clone, Copy, Debug)]
        pub(crate) struct $operation;

        impl Operation for $operation {
            type Input = $input;

            const NAME: &'static str = $name;
            const IS_READ: bool = matches!($act, Act::Tell);

            fn checks(input: &$input, stage: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
                let mut checks = thing::check(Self::NAME, stage, $kind, &input.id);
                if matches!($act, Act::Switch(true)) {
                    checks.extend(passed(stage, $kind, &input.id));
                }
                Ok(checks)
            }

            fn execute(input: $input, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
                act(stage, $kind, &input.id, $act)
            }
        }
    )*};
}

by_id! {
    DeleteCrl "rolesanywhere:DeleteCrl" CrlInput "crl" Act::Remove;
    DeleteProfile "rolesanywhere:DeleteProfile" ProfileInput "profile" Act::Remove;
    DeleteTrustAnchor "rolesanywhere:DeleteTrustAnchor" AnchorInput "trust-anchor" Act::Remove;
    DisableCrl "rolesanywhere:DisableCrl" CrlInput "crl" Act::Switch(false);
    DisableProfile "rolesanywhere:DisableProfile" ProfileInput "profile" Act::Switch(false);
    DisableTrustAnchor "rolesanywhere:DisableTrustAnchor" AnchorInput "trust-anchor" Act::Switch(false);
    EnableCrl "rolesanywhere:EnableCrl" CrlInput "crl" Act::Switch(true);
    EnableProfile "rolesanywhere:EnableProfile" ProfileInput "profile" Act::Switch(true);
    EnableTrustAnchor "rolesanywhere:EnableTrustAnchor" AnchorInput "trust-anchor" Act::Switch(true);
    GetCrl "rolesanywhere:GetCrl" CrlInput "crl" Act::Tell;
    GetProfile "rolesanywhere:GetProfile" ProfileInput "profile" Act::Tell;
    GetTrustAnchor "rolesanywhere:GetTrustAnchor" AnchorInput "trust-anchor" Act::Tell;
}

macro_rules! lists {
    ($($operation:ident $name:literal $kind:literal $member:literal;)*) => {$(
        #[doc = concat!("`", $name, "`")]
        #[derive(Clone, Copy, Debug)]
        pub(crate) struct $operation;

        impl Operation for $operation {
            type Input = ListInput;

            const NAME: &'static str = $name;
            const IS_READ: bool = true;

            fn checks(_: &ListInput, _: &Stage<'_>) -> Result<Vec<AccessCheck>, ApiError> {
                Ok(vec![AccessCheck::new(Self::NAME, "*")])
            }

            fn execute(_: ListInput, stage: &mut Stage<'_>) -> Result<Value, ApiError> {
                Ok(json!({ $member: thing::all(stage, $kind) }))
            }
        }
    )*};
}

lists! {
    ListCrls "rolesanywhere:ListCrls" "crl" "crls";
    ListProfiles "rolesanywhere:ListProfiles" "profile" "profiles";
    ListTrustAnchors "rolesanywhere:ListTrustAnchors" "trust-anchor" "trustAnchors";
}
