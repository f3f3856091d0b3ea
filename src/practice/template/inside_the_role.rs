//! L15: inside a role the rights of the role count, and the user's do not.

use super::super::chance::Chance;
use super::super::document::{allow, deny, object, of, policy, trust, user};
use super::super::draft::Draft;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};

pub(super) const TEMPLATE: Template = Template::predict("inside-the-role", 1, Topic::L15, draft);

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (name, role) = (cast::person(chance), cast::role(chance));
    let (bucket, key) = (cast::bucket(chance), cast::key(chance));
    let person = draft.user(account, name);
    draft.bucket(account, bucket);
    let action = cast::on_object(chance);
    let of_user = chance.pick(&[action, "s3:*", "s3:ListBucket"]);
    let of_role = chance.pick(&[action, "s3:*", "s3:ListBucket", "s3:RestoreObject"]);
    let refusal = || deny(action, object(bucket, "*"));
    match chance.below(3) {
        0 => draft.grant_user(account, name, &policy(&[allow(of_user, "*"), refusal()])),
        _ => draft.grant_user(account, name, &policy(&[allow(of_user, "*")])),
    }
    draft.role(account, role, &trust(user(account, name)));
    match chance.below(3) {
        0 => draft.grant_role(account, role, &policy(&[refusal(), allow(of_role, "*")])),
        _ => draft.grant_role(account, role, &policy(&[allow(of_role, "*")])),
    }
    if chance.one_in(4) {
        // Who acts as a role is no longer the user that the bucket names.
        let statement = if chance.one_in(2) { refusal() } else { allow(action, object(bucket, "*")) };
        draft.bucket_policy(account, bucket, &policy(&[of(&user(account, name), &statement)]));
    }
    draft.note(Twist::RightsOfTheUser);
    let session = draft.session(&person, (account, role), None);
    draft.ask(&[session], action, &object(bucket, key));
    draft
}
