//! L17: applications on instances, the roles in their profiles, and whoever launched them. Who may?

use super::super::chance::Chance;
use super::super::document::{allow, bucket as bucket_arn, deny, object, policy};
use super::super::draft::Draft;
use super::super::edition::Edition;
use super::super::reader::Reader;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};
use crate::json::json;

pub(super) const TEMPLATE: Template =
    Template::who_can("instance-profile", 1, Topic::L17, draft).since(Edition::SECOND);

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (people, bucket, key) = (cast::people(chance, 2), cast::bucket(chance), cast::key(chance));
    let action = cast::on_object(chance);
    let mut everyone: Vec<_> = people.iter().map(|name| draft.user(account, name)).collect();
    draft.bucket(account, bucket);
    let may_launcher = chance.one_in(2);
    let launch = allow(json!(["ec2:*", "iam:PassRole"]), "*");
    let own = allow("s3:*", object(bucket, "*"));
    let of_launcher = if may_launcher { vec![launch, own] } else { vec![launch] };
    draft.grant_user(account, people[0], &policy(&of_launcher));
    let of_other = chance.pick(&["s3:*", "s3:ListBucket", "sts:*"]);
    draft.grant_user(account, people[1], &policy(&[allow(of_other, "*")]));
    let roles = chance.some(2, &["app-role", "batch-role", "mybucket-access", "web-role"]);
    for role in &roles {
        draft.service_role(account, role, "ec2.amazonaws.com");
        let statements = match chance.below(4) {
            0 => vec![allow("s3:ListBucket", bucket_arn(bucket))],
            1 => vec![allow("s3:*", object(bucket, "*")), deny(action, object(bucket, key))],
            _ => vec![allow(chance.pick(&["s3:*", action]), object(bucket, "*"))],
        };
        draft.grant_role(account, role, &policy(&statements));
    }
    // The name of a profile says nothing of the role in it.
    let profiles = ["web-profile", "batch-profile"];
    let in_order = chance.one_in(2);
    for (index, instance) in ["web", "batch"].iter().enumerate() {
        let role = roles[if in_order { index } else { 1 - index }];
        everyone.push(draft.instance(account, instance, (profiles[index], role), people[0]));
    }
    draft.wait(60);
    draft.note(Twist::ProfileHoldsRole);
    draft.note(Twist::LauncherLendsNothing);
    for instance in everyone.iter().skip(2) {
        draft.misjudge(Reader::LauncherLendsRights, instance, may_launcher);
    }
    draft.ask(&everyone, action, &object(bucket, key));
    draft
}
