//! L07: one policy for a bucket and its objects, with one thing wrong in it, or not.

use super::super::chance::Chance;
use super::super::document::{allow, bucket as bucket_arn, deny, object, policy};
use super::super::draft::Draft;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};

pub(super) const TEMPLATE: Template = Template::predict("bucket-or-object", 1, Topic::L07, draft);

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (name, bucket, key) = (cast::person(chance), cast::bucket(chance), cast::key(chance));
    let asking = draft.user(account, name);
    draft.bucket(account, bucket);
    let action = chance.pick(&["s3:GetObject", "s3:PutObject", "s3:ListBucket"]);
    let (granted, asked) = match action {
        "s3:ListBucket" => (bucket_arn(bucket), bucket_arn(bucket)),
        _ if chance.one_in(3) => (object(bucket, key), object(bucket, key)),
        _ => (object(bucket, "*"), object(bucket, key)),
    };
    let mut statement = allow(action, granted);
    let twist = chance.pick(&[
        Twist::ObjectsLeftOut,
        Twist::BucketLeftOut,
        Twist::WildcardTooWide,
        Twist::ActionWildcard,
        Twist::CaseOfAction,
        Twist::CaseOfResource,
    ]);
    if !chance.one_in(5) {
        let plain = statement.clone();
        twist.put_into(&mut statement);
        if statement != plain {
            draft.note(twist);
        }
    }
    let mut statements = vec![statement];
    if chance.one_in(2) {
        statements.extend(refusal(chance, &mut draft, bucket, key, action));
        chance.shuffle(&mut statements);
    }
    draft.grant_user(account, name, &policy(&statements));
    draft.ask(&[asking], action, &asked);
    draft
}

/// A Deny that is meant for a neighbour, and perhaps reaches further.
fn refusal(chance: &mut Chance, draft: &mut Draft, bucket: &str, key: &str, action: &str) -> Option<serde_json::Value> {
    let stem = bucket.split('-').next()?;
    let neighbour = format!("{stem}-old");
    let mut refusal = deny(action, object(&neighbour, "*"));
    match chance.below(3) {
        0 => {
            Twist::WildcardTooWide.put_into(&mut refusal);
            draft.note(Twist::WildcardTooWide);
        }
        1 => refusal["Resource"] = bucket_arn(bucket).into(),
        _ => refusal["Resource"] = object(bucket, key).into(),
    }
    Some(refusal)
}
