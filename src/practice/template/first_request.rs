//! L01: a user, a bucket, one policy or none. Does anything say yes?

use super::super::chance::Chance;
use super::super::document::{allow, deny, object, policy};
use super::super::draft::Draft;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};

pub(super) const TEMPLATE: Template = Template::predict("first-request", 1, Topic::L01, draft);

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let people = cast::people(chance, 2);
    let buckets = cast::buckets(chance, 2);
    let (key, action) = (cast::key(chance), cast::on_object(chance));
    let asking = draft.user(account, people[0]);
    draft.user(account, people[1]);
    for bucket in &buckets {
        draft.bucket(account, bucket);
    }
    let grant = |bucket: &str| policy(&[allow(action, object(bucket, "*"))]);
    match chance.below(5) {
        0 => draft.grant_user(account, people[0], &grant(buckets[0])),
        1 => {
            draft.grant_user(account, people[1], &grant(buckets[0]));
            draft.note(Twist::OnSomebodyElse);
        }
        2 => {
            let other_action = chance.pick(&["s3:PutObjectTagging", "s3:GetObjectAcl", "s3:ListBucket"]);
            draft.grant_user(account, people[0], &policy(&[allow(other_action, object(buckets[0], "*"))]));
            draft.note(Twist::OtherAction);
        }
        3 => {
            draft.grant_user(account, people[0], &grant(buckets[1]));
            draft.note(Twist::OtherBucket);
        }
        _ => {
            draft.grant_user(account, people[0], &grant(buckets[0]));
            let denied = chance.pick(&buckets);
            draft.grant_user(account, people[0], &policy(&[deny(action, object(denied, key))]));
            draft.note(Twist::DenyElsewhere);
        }
    }
    draft.ask(&[asking], action, &object(buckets[0], key));
    draft
}
