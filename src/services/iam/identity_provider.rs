//! What the calls on identity providers have in common (rule E-39).

use super::holder::in_account;
use super::tags::{self, Keys, Tag};
use crate::arn::Arn;
use crate::authz::AccessCheck;
use crate::catalog::Quota;
use crate::federation::Metadata;
use crate::services::{ApiError, Stage};
use crate::world::{OidcProvider, SamlProvider};

/// The ARN of a SAML provider of the caller's account.
pub(super) fn saml_arn(stage: &Stage<'_>, name: &str) -> Arn {
    Arn::new("iam", "", Some(stage.account()), &format!("saml-provider/{name}"))
}

/// The ARN of an OIDC provider of the caller's account, by the address of its issuer.
pub(super) fn oidc_arn(stage: &Stage<'_>, url: &str) -> Arn {
    let address = url.strip_prefix("https://").unwrap_or(url);
    Arn::new("iam", "", Some(stage.account()), &format!("oidc-provider/{address}"))
}

/// The permissions of a call that makes a provider: its own, and the one to tag it if it is to have tags.
pub(super) fn checks_of_new(action: &str, tag_action: &str, arn: &Arn, wanted: &[Tag]) -> Vec<AccessCheck> {
    let check = |action| tags::with(AccessCheck::new(action, arn.as_str()), wanted);
    std::iter::once(check(action)).chain((!wanted.is_empty()).then(|| check(tag_action))).collect()
}

/// The tags of what is to be made.
pub(super) fn tags_of_new(wanted: Vec<Tag>) -> Result<crate::world::Tags, ApiError> {
    let mut made = crate::world::Tags::new();
    tags::put(&mut made, wanted, Keys::AsTyped)?;
    Ok(made)
}

/// There may be so many and no more.
pub(super) fn limit(wanted: usize, quota: Quota, name: &str) -> Result<(), ApiError> {
    if wanted <= quota.value() {
        return Ok(());
    }
    Err(ApiError::limit_exceeded(format!("Cannot exceed quota for {name}: {}", quota.value())))
}

/// A metadata document must say who issues and with which key.
pub(super) fn check_metadata(document: &str) -> Result<(), ApiError> {
    let could_not = || ApiError::new("InvalidInput", 400, "Could not parse metadata");
    Metadata::read(document).map(|_| ()).ok_or_else(could_not)
}

/// The SAML provider of the caller's account.
pub(super) fn saml<'a>(stage: &'a Stage<'_>, arn: &Arn) -> Result<&'a SamlProvider, ApiError> {
    let account = stage.world.account(stage.account());
    let missing = || ApiError::new("NoSuchEntity", 404, format!("Manifest not found for arn {arn}"));
    account.and_then(|account| account.saml_provider(arn)).ok_or_else(missing)
}

/// Changes a SAML provider.
pub(super) fn change_saml(
    stage: &mut Stage<'_>,
    arn: &Arn,
    change: impl FnOnce(&mut SamlProvider) -> Result<(), ApiError>,
) -> Result<(), ApiError> {
    let mut changed = saml(stage, arn)?.clone();
    change(&mut changed)?;
    in_account(stage, |account| {
        account.put_saml_provider(changed);
        Ok(())
    })
}

/// The OIDC provider of the caller's account.
pub(super) fn oidc<'a>(stage: &'a Stage<'_>, arn: &Arn) -> Result<&'a OidcProvider, ApiError> {
    let account = stage.world.account(stage.account());
    let missing = || ApiError::new("NoSuchEntity", 404, format!("OpenIDConnect Provider not found for arn {arn}"));
    account.and_then(|account| account.oidc_provider(arn)).ok_or_else(missing)
}

/// Changes an OIDC provider.
pub(super) fn change_oidc(
    stage: &mut Stage<'_>,
    arn: &Arn,
    change: impl FnOnce(&mut OidcProvider) -> Result<(), ApiError>,
) -> Result<(), ApiError> {
    let mut changed = oidc(stage, arn)?.clone();
    change(&mut changed)?;
    in_account(stage, |account| {
        account.put_oidc_provider(changed);
        Ok(())
    })
}
