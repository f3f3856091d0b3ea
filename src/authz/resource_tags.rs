//! What a request tells of the tags of its resource (tables B-42 and B-47).
//!
//! Tags of what is only to be made are no tags of a resource; the call itself tells of those.

use super::AccessCheck;
use crate::arn::Arn;
use crate::eval::RequestContext;
use crate::world::{Tags, World};

/// The actions on objects that tell of an object's tags: the column of condition keys in the Service Authorization
/// Reference of S3. To write and to delete objects are not among them.
const TELLS_OBJECT_TAGS: [&str; 13] = [
    "DeleteObjectTagging",
    "DeleteObjectVersionTagging",
    "GetObject",
    "GetObjectAcl",
    "GetObjectAttributes",
    "GetObjectTagging",
    "GetObjectVersion",
    "GetObjectVersionAcl",
    "GetObjectVersionTagging",
    "PutObjectAcl",
    "PutObjectTagging",
    "PutObjectVersionAcl",
    "PutObjectVersionTagging",
];

/// Sets `aws:ResourceTag/…`, and the key that the service has for the same.
pub(super) fn set(world: &World, check: &AccessCheck, context: &mut RequestContext) {
    let Ok(arn) = check.resource.parse::<Arn>() else { return };
    let Some((service, action)) = check.action.split_once(':') else { return };
    // "This approach does not have reliable results", says the user guide of tags and PassRole (id_roles_use_passrole).
    if service.eq_ignore_ascii_case("iam") && action.eq_ignore_ascii_case("PassRole") {
        return;
    }
    if arn.service() == "s3" {
        let is_told = TELLS_OBJECT_TAGS.iter().any(|known| known.eq_ignore_ascii_case(action));
        put("s3:ExistingObjectTag", object_tags(world, &arn).filter(|_| is_told), context);
        return;
    }
    let tags = world.tags(&arn);
    put("aws:ResourceTag", tags, context);
    let own = match arn.service() {
        "iam" if arn.resource().starts_with("user/") || arn.resource().starts_with("role/") => "iam:ResourceTag",
        "ec2" => "ec2:ResourceTag",
        "secretsmanager" => "secretsmanager:ResourceTag",
        _ => return,
    };
    put(own, tags, context);
}

fn put(key: &str, tags: Option<&Tags>, context: &mut RequestContext) {
    for (name, value) in tags.into_iter().flatten() {
        context.set_one(&format!("{key}/{name}"), value.clone());
    }
}

fn object_tags<'a>(world: &'a World, arn: &Arn) -> Option<&'a Tags> {
    let (_, key) = arn.resource().split_once('/')?;
    Some(&world.bucket_of(arn)?.objects.get(key)?.tags)
}
