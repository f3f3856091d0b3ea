//! The keys that KMS and S3 put into every request about a key or a bucket, whatever is asked (KMS developer guide, "AWS
//! KMS condition keys"; Amazon S3 user guide, "Bucket policy examples using condition keys").
//!
//! Keys that only one operation knows are set by that operation; tags of resources are not known here.

use super::{AccessCheck, Caller};
use crate::arn::{AccountId, Arn};
use crate::eval::{ContextValue, Principal, RequestContext};
use crate::world::World;

/// Sets them.
pub(super) fn set(
    world: &World,
    caller: &Caller,
    check: &AccessCheck,
    owner: Option<AccountId>,
    context: &mut RequestContext,
) {
    match check.action.split_once(':').map(|(service, _)| service.to_ascii_lowercase()).as_deref() {
        Some("kms") => of_key(world, caller, check, context),
        Some("s3") => of_bucket(caller, owner.filter(|_| check.names_resource()), context),
        _ => {}
    }
}

/// Who calls, and what key it is. Keys here are all of one kind.
fn of_key(world: &World, caller: &Caller, check: &AccessCheck, context: &mut RequestContext) {
    if let Some(account) = caller.account() {
        context.set_one("kms:CallerAccount", account.to_string());
    }
    let Some(key) = check.resource.parse::<Arn>().ok().and_then(|arn| world.key(&arn)) else { return };
    for (name, value) in [
        ("KeySpec", "SYMMETRIC_DEFAULT"),
        ("KeyUsage", "ENCRYPT_DECRYPT"),
        ("KeyOrigin", "AWS_KMS"),
        ("MultiRegion", "false"),
    ] {
        context.set_one(&format!("kms:{name}"), value);
    }
    if !key.aliases.is_empty() {
        context.set("kms:ResourceAliases", ContextValue::Many(key.aliases.iter().cloned().collect()));
    }
}

/// Whose bucket it is, and how the request was signed and sent.
fn of_bucket(caller: &Caller, owner: Option<AccountId>, context: &mut RequestContext) {
    if let Some(owner) = owner {
        context.set_one("s3:ResourceAccount", owner.to_string());
    }
    context.set_one("s3:TlsVersion", "1.3");
    if caller.principal != Principal::Anonymous {
        context.set_one("s3:authType", "REST-HEADER");
        context.set_one("s3:signatureversion", "AWS4-HMAC-SHA256");
    }
}
