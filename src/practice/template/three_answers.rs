//! L08: default deny, allow, explicit deny, and where each comes from.

use super::super::chance::Chance;
use super::super::document::{allow, deny, object, policy};
use super::super::draft::Draft;
use super::super::fact::Holder;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};

pub(super) const TEMPLATE: Template = Template::predict("three-answers", 1, Topic::L08, draft);

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (name, group) = (cast::person(chance), cast::groups(chance, 1)[0]);
    let (buckets, key) = (cast::buckets(chance, 2), cast::key(chance));
    let asking = draft.user(account, name);
    for bucket in &buckets {
        draft.bucket(account, bucket);
    }
    draft.group(account, group);
    let is_member = !chance.one_in(4);
    if is_member {
        draft.join(account, name, group);
    } else {
        draft.note(Twist::NotAMember);
    }
    let action = cast::on_object(chance);
    let denied_action = chance.pick(&["s3:DeleteObject", "s3:PutObject", action, action]);
    let grant = allow("s3:*", "*");
    let refusal = deny(denied_action, object(chance.pick(&buckets), "*"));
    match chance.below(4) {
        0 => {
            draft.grant(account, Holder::Group(group.into()), &policy(&[refusal, grant]));
            draft.note(Twist::DenyBeforeAllow);
        }
        1 => {
            draft.grant(account, Holder::Group(group.into()), &policy(&[refusal]));
            draft.grant_user(account, name, &policy(&[grant]));
            draft.note(Twist::DenyElsewhere);
        }
        2 => {
            draft.grant(account, Holder::Group(group.into()), &policy(&[grant]));
            draft.grant_user(account, name, &policy(&[refusal]));
            draft.note(Twist::DenyElsewhere);
        }
        _ => draft.grant(account, Holder::Group(group.into()), &policy(&[refusal])),
    }
    draft.ask(&[asking], action, &object(buckets[0], key));
    draft
}
