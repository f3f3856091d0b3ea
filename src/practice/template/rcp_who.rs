//! L33: a bucket in a member account under a resource control policy, and those who come to it from inside and outside
//! the organization. Who may?

use super::super::chance::Chance;
use super::super::document::{allow, deny, object, of, policy, root, when};
use super::super::draft::Draft;
use super::super::edition::Edition;
use super::super::fact::Actor;
use super::super::reader::Reader;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};
use crate::arn::AccountId;
use crate::json::json;
use serde_json::Value;

pub(super) const TEMPLATE: Template = Template::who_can("rcp-who", 1, Topic::L33, draft).since(Edition::SECOND);

fn draft(chance: &mut Chance) -> Draft {
    Draft::misreadable(chance, world, true, &[(Reader::OrganizationBindsItsOwn, false)])
}

fn world(chance: &mut Chance, is_bound: bool) -> Draft {
    let (mut draft, [management, member, outside]) = cast::world(chance, ["management", "prod", "partner"]);
    let (people, bucket, key) = (cast::people(chance, 4), cast::bucket(chance), cast::key(chance));
    let (unit, action) = (cast::unit(chance), cast::on_object(chance));
    draft.organization(management, unit, member);
    draft.bucket(member, bucket);
    let mut everyone = vec![Actor::Root { account: member }];
    for (name, account) in people.iter().zip([member, management, outside, outside]) {
        everyone.push(draft.user(account, name));
        let granted = chance.pick(&["s3:*", "s3:*", action, "s3:ListBucket"]);
        draft.grant_user(account, name, &policy(&[allow(granted, "*")]));
    }
    let opened = chance.pick(&["s3:*", action, "s3:Get*"]);
    let guests: Vec<Value> =
        [management, outside].iter().map(|account| of(&root(*account), &allow(opened, object(bucket, "*")))).collect();
    draft.bucket_policy(member, bucket, &policy(&guests));
    let member_id = member.to_string();
    let level = chance.pick(&[("Root", "@root"), (unit, "@unit"), ("prod", &*member_id)]);
    let perimeter = perimeter(chance, management, member);
    if is_bound {
        draft.rcp(management, level, &policy(&[perimeter]));
    }
    draft.note(Twist::RcpAtResource);
    draft.note(Twist::FromOutside);
    draft.ask(&everyone, action, &object(bucket, key));
    draft
}

/// What the organization refuses whoever comes to its resources.
fn perimeter(chance: &mut Chance, management: AccountId, member: AccountId) -> Value {
    let refusal = of("*", &deny(chance.pick(&["s3:*", "s3:*", "s3:Put*", "s3:Get*"]), "*"));
    let (operator, key) = ("StringNotEqualsIfExists", "aws:PrincipalAccount");
    match chance.below(4) {
        0 => refusal,
        1 => when(refusal, operator, key, member.to_string()),
        _ => when(refusal, operator, key, json!([management.to_string(), member.to_string()])),
    }
}
