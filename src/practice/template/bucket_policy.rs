//! L13: in one account a yes from either side is enough, and a no from either side is final.

use super::super::chance::Chance;
use super::super::document::{allow, deny, object, of, policy, root, user};
use super::super::draft::Draft;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};

pub(super) const TEMPLATE: Template = Template::predict("bucket-policy", 1, Topic::L13, draft);

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (people, bucket, key) = (cast::people(chance, 2), cast::bucket(chance), cast::key(chance));
    let asking = draft.user(account, people[0]);
    draft.user(account, people[1]);
    draft.bucket(account, bucket);
    let action = cast::on_object(chance);
    let principal = match chance.below(5) {
        0 => {
            draft.note(Twist::AccountForUser);
            root(account)
        }
        1 => {
            draft.note(Twist::SomebodyElse);
            user(account, people[1])
        }
        _ => {
            draft.note(Twist::NamedByResource);
            user(account, people[0])
        }
    };
    let resource = || object(bucket, "*");
    let statement = match chance.below(3) {
        0 => {
            draft.note(Twist::DenyElsewhere);
            deny(action, resource())
        }
        _ => allow(action, resource()),
    };
    let has_identity = chance.one_in(2);
    if has_identity {
        let granted = chance.pick(&["s3:*", action, "s3:ListBucket"]);
        draft.grant_user(account, people[0], &policy(&[allow(granted, resource())]));
    }
    draft.bucket_policy(account, bucket, &policy(&[of(&principal, &statement)]));
    draft.ask(&[asking], action, &object(bucket, key));
    draft
}
