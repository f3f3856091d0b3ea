//! L32: every level from the root to the account must allow, and a Deny at any level is final.

use super::super::chance::Chance;
use super::super::document::{allow, bucket as bucket_arn, deny, object, policy, when};
use super::super::draft::Draft;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};
use crate::json::json;

pub(super) const TEMPLATE: Template = Template::predict("scp-ladder", 1, Topic::L32, draft);

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [management, member]) = cast::world(chance, ["management", "dev"]);
    let (name, bucket, key) = (cast::person(chance), cast::bucket(chance), cast::key(chance));
    let unit = cast::unit(chance);
    draft.organization(management, unit, member);
    let is_in_management = chance.one_in(5);
    let account = if is_in_management { management } else { member };
    let asking = draft.user(account, name);
    let region = chance.pick(&["eu-west-1", "us-west-2"]);
    draft.bucket_in(region, account, bucket);
    let granted = chance.pick(&["*", "s3:*", "s3:*", "s3:ListBucket"]);
    draft.grant_user(account, name, &policy(&[allow(granted, "*")]));
    let member_id = member.to_string();
    let level = chance.pick(&[("Root", "@root"), (unit, "@unit"), ("dev", &*member_id)]);
    match chance.below(4) {
        0 => {
            // Nothing can be taken from the root without stopping the whole organization.
            let level = if level.0 == "Root" { (unit, "@unit") } else { level };
            let listed = chance.pick(&["ec2:*", "s3:*", "iam:*"]);
            draft.scp(management, level, &policy(&[allow(json!([listed, "sts:*"]), "*")]));
            draft.without_full_access(management, level);
            draft.note(Twist::LevelWithoutAllow);
        }
        1 => {
            draft.scp(management, level, &policy(&[deny(chance.pick(&["s3:Put*", "s3:Get*", "s3:*"]), "*")]));
            draft.note(Twist::DenyElsewhere);
        }
        2 => {
            let refusal = when(deny("*", "*"), "StringNotEquals", "aws:RequestedRegion", "eu-west-1");
            draft.scp(management, level, &policy(&[refusal]));
            draft.note(Twist::DenyElsewhere);
        }
        _ => draft.scp(management, level, &policy(&[deny("organizations:LeaveOrganization", "*")])),
    }
    if is_in_management {
        draft.note(Twist::ManagementAccount);
    }
    match chance.below(3) {
        0 => draft.ask(&[asking], "s3:ListBucket", &bucket_arn(bucket)),
        1 => draft.ask(&[asking], "s3:PutObject", &object(bucket, key)),
        _ => draft.ask(&[asking], "s3:GetObject", &object(bucket, key)),
    }
    draft
}
