//! L32: the same call by users and root users, in a member account and in the management account. Who may?

use super::super::chance::Chance;
use super::super::document::{allow, deny, policy, when};
use super::super::draft::Draft;
use super::super::fact::{Actor, Circumstance};
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};
use crate::json::json;

pub(super) const TEMPLATE: Template = Template::who_can("scp-who", 1, Topic::L32, draft);

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [management, member]) = cast::world(chance, ["management", "dev"]);
    let people = cast::people(chance, 3);
    let unit = cast::unit(chance);
    draft.organization(management, unit, member);
    let mut everyone = vec![Actor::Root { account: member }, Actor::Root { account: management }];
    for (name, account) in people.iter().zip([member, member, management]) {
        everyone.push(draft.user(account, name));
        let granted = chance.pick(&["*", "ec2:*", "s3:*", "iam:*"]);
        draft.grant_user(account, name, &policy(&[allow(granted, "*")]));
    }
    draft.note(Twist::RootOfMember);
    draft.note(Twist::ManagementAccount);
    let action = chance.pick(&["ec2:RunInstances", "ec2:StopInstances", "s3:ListAllMyBuckets", "iam:ListUsers"]);
    let member_id = member.to_string();
    let level = chance.pick(&[("Root", "@root"), (unit, "@unit"), ("dev", &*member_id)]);
    match chance.below(3) {
        0 => {
            let level = if level.0 == "Root" { (unit, "@unit") } else { level };
            draft.scp(management, level, &policy(&[allow(json!(["s3:*", "iam:*"]), "*")]));
            draft.without_full_access(management, level);
            draft.note(Twist::LevelWithoutAllow);
        }
        1 => draft.scp(management, level, &policy(&[deny(chance.pick(&["ec2:*", "iam:*", "s3:*"]), "*")])),
        _ => {
            let refusal = when(deny("ec2:*", "*"), "StringNotEquals", "aws:RequestedRegion", "eu-west-1");
            draft.scp(management, level, &policy(&[refusal]));
        }
    }
    draft.ask(&everyone, action, "*");
    if action.starts_with("ec2:") {
        draft.with(Circumstance::Region(chance.pick(&["eu-west-1", "us-west-2"]).into()));
    }
    draft
}
