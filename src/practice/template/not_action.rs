//! L10: everything except. NotAction and NotResource, with Allow and with Deny.

use super::super::chance::Chance;
use super::super::document::{allow, bucket as bucket_arn, deny, object, policy, when};
use super::super::draft::Draft;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};
use crate::json::json;
use serde_json::Value;

pub(super) const TEMPLATE: Template = Template::predict("not-action", 1, Topic::L10, draft);

/// The statement with `NotAction` or `NotResource`.
fn except(twist: Twist, mut statement: Value) -> Value {
    twist.put_into(&mut statement);
    statement
}

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (name, key) = (cast::person(chance), cast::key(chance));
    let buckets = cast::buckets(chance, 2);
    let asking = draft.user(account, name);
    let region = chance.pick(&["eu-west-1", "us-east-1"]);
    draft.bucket_in(region, account, buckets[0]);
    let bucket = chance.pick(&buckets);
    let statements = match chance.below(4) {
        0 => {
            draft.note(Twist::NotAction);
            let spared = chance.pick(&["s3:DeleteBucket", "s3:DeleteObject"]);
            vec![except(Twist::NotAction, allow(spared, format!("{}*", bucket_arn(bucket))))]
        }
        1 => {
            draft.note(Twist::NotAction);
            let refusal = except(Twist::NotAction, deny(json!(["iam:*", "sts:*"]), "*"));
            let refusal = when(refusal, "StringNotEquals", "aws:RequestedRegion", "eu-west-1");
            let wide = chance.pick(&["*", "s3:*", "ec2:*"]);
            if chance.one_in(3) { vec![refusal] } else { vec![refusal, allow(wide, "*")] }
        }
        2 => {
            draft.note(Twist::NotResource);
            let refusal = deny("s3:*", json!([bucket_arn(bucket), object(bucket, "*")]));
            vec![allow(chance.pick(&["s3:*", "*"]), "*"), except(Twist::NotResource, refusal)]
        }
        _ => {
            draft.note(Twist::NotAction);
            vec![except(Twist::NotAction, allow(json!(["iam:*", "organizations:*"]), "*"))]
        }
    };
    draft.grant_user(account, name, &policy(&statements));
    match chance.below(4) {
        0 => draft.ask(&[asking], "s3:GetObject", &object(buckets[0], key)),
        1 => draft.ask(&[asking], "s3:DeleteObject", &object(buckets[0], key)),
        2 => draft.ask(&[asking], "s3:PutBucketPolicy", &bucket_arn(buckets[0])),
        _ => draft.ask(&[asking], "iam:ListUsers", "*"),
    }
    draft
}
