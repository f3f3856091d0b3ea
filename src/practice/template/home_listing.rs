//! L12: listing is about the bucket, and the folder is in a condition.

use super::super::chance::Chance;
use super::super::document::{allow, bucket as bucket_arn, deny, object, policy, when};
use super::super::draft::Draft;
use super::super::fact::Circumstance;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};

pub(super) const TEMPLATE: Template = Template::predict("home-listing", 1, Topic::L12, draft);

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (people, bucket) = (cast::people(chance, 2), cast::bucket(chance));
    let asking = draft.user(account, people[0]);
    draft.bucket(account, bucket);
    let prefix = chance.pick(&["${aws:username}/*", "${aws:username}/", "${aws:username}*"]);
    let is_reversed = chance.one_in(3);
    let resource = match chance.below(3) {
        0 if !is_reversed => {
            draft.note(Twist::BucketLeftOut);
            object(bucket, "*")
        }
        _ => bucket_arn(bucket),
    };
    let statements = match is_reversed {
        true => {
            let refusal = when(deny("s3:ListBucket", resource), "StringNotLike", "s3:prefix", prefix);
            vec![allow("s3:*", "*"), refusal]
        }
        false => vec![when(allow("s3:ListBucket", resource), "StringLike", "s3:prefix", prefix)],
    };
    let mut document = policy(&statements);
    if chance.one_in(4) {
        Twist::OldVersion.put_into_document(&mut document);
        draft.note(Twist::OldVersion);
    }
    draft.grant_user(account, people[0], &document);
    draft.ask(&[asking], "s3:ListBucket", &bucket_arn(bucket));
    let folder = chance.pick(&[people[0], people[0], people[1]]);
    let asked = if chance.one_in(2) { format!("{folder}/") } else { format!("{folder}/2026/") };
    draft.with(Circumstance::Prefix(asked.into()));
    draft
}
