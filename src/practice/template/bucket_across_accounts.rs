//! L24: a bucket in one account, a user in another. Both sides must say yes.

use super::super::chance::Chance;
use super::super::document::{allow, deny, object, of, policy, root, user};
use super::super::draft::Draft;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};

pub(super) const TEMPLATE: Template = Template::predict("bucket-across-accounts", 1, Topic::L24, draft);

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [owner, other]) = cast::world(chance, ["prod", "dev"]);
    let (people, bucket, key) = (cast::people(chance, 2), cast::bucket(chance), cast::key(chance));
    let asking = draft.user(other, people[0]);
    draft.user(other, people[1]);
    draft.bucket(owner, bucket);
    let action = cast::on_object(chance);
    let resource = || object(bucket, "*");
    match chance.below(4) {
        0 => draft.note(Twist::CallerSideMissing),
        1 => draft.grant_user(other, people[0], &policy(&[allow("s3:*", "*"), deny(action, resource())])),
        _ => draft.grant_user(other, people[0], &policy(&[allow(chance.pick(&["s3:*", action]), resource())])),
    }
    let grant = allow(action, resource());
    match chance.below(5) {
        0 => draft.note(Twist::OwnerSideMissing),
        1 => {
            draft.note(Twist::AccountForUser);
            draft.bucket_policy(owner, bucket, &policy(&[of(&root(other), &grant)]));
        }
        2 => {
            draft.note(Twist::SomebodyElse);
            draft.bucket_policy(owner, bucket, &policy(&[of(&user(other, people[1]), &grant)]));
        }
        3 => {
            draft.note(Twist::DenyElsewhere);
            let refusal = deny("s3:*", object(bucket, key));
            draft.bucket_policy(owner, bucket, &policy(&[of(&user(other, people[0]), &refusal)]));
        }
        _ => draft.bucket_policy(owner, bucket, &policy(&[of(&user(other, people[0]), &grant)])),
    }
    draft.ask(&[asking], action, &object(bucket, key));
    draft
}
