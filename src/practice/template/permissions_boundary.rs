//! L31: a boundary limits and never grants, except that it does not limit what a bucket grants to the user.

use super::super::chance::Chance;
use super::super::document::{allow, deny, object, of, policy, user};
use super::super::draft::Draft;
use super::super::fact::Holder;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};

pub(super) const TEMPLATE: Template = Template::predict("permissions-boundary", 1, Topic::L31, draft);

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (name, bucket, key) = (cast::person(chance), cast::bucket(chance), cast::key(chance));
    let asking = draft.user(account, name);
    draft.bucket(account, bucket);
    let action = cast::on_object(chance);
    let resource = || object(bucket, "*");
    let is_granted_by_bucket = chance.one_in(3);
    if is_granted_by_bucket {
        draft.bucket_policy(account, bucket, &policy(&[of(&user(account, name), &allow(action, resource()))]));
        draft.note(Twist::NamedByResource);
    } else {
        let granted = chance.pick(&["s3:*", "*", action, "s3:ListBucket"]);
        draft.grant_user(account, name, &policy(&[allow(granted, "*")]));
    }
    let boundary = match chance.below(4) {
        0 => {
            draft.note(Twist::BoundaryWithMore);
            policy(&[allow("*", "*")])
        }
        1 => {
            draft.note(Twist::BoundaryWithoutAction);
            policy(&[allow(chance.pick(&["ec2:*", "s3:ListBucket", "dynamodb:*"]), "*")])
        }
        2 => {
            draft.note(Twist::DenyElsewhere);
            policy(&[allow("*", "*"), deny(action, resource())])
        }
        _ => policy(&[allow("s3:*", object(bucket, chance.pick(&["*", key, "public/*"])))]),
    };
    draft.boundary(account, Holder::User(name.into()), &boundary);
    draft.ask(&[asking], action, &object(bucket, key));
    draft
}
