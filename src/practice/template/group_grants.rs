//! L02: permissions come through groups, and so do refusals. Who may?

use super::super::chance::Chance;
use super::super::document::{allow, deny, object, policy};
use super::super::draft::Draft;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};

pub(super) const TEMPLATE: Template = Template::who_can("group-grants", 1, Topic::L02, draft);

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (people, groups) = (cast::people(chance, 4), cast::groups(chance, 2));
    let (bucket, key, action) = (cast::bucket(chance), cast::key(chance), cast::on_object(chance));
    let everyone: Vec<_> = people.iter().map(|name| draft.user(account, name)).collect();
    for group in &groups {
        draft.group(account, group);
    }
    draft.bucket(account, bucket);
    // Nobody is in both groups for sure, and somebody may be in none.
    for name in &people {
        for group in &groups {
            if chance.one_in(2) {
                draft.join(account, name, group);
            }
        }
    }
    draft.note(Twist::NotAMember);
    let holder = |group: &str| super::super::fact::Holder::Group(group.into());
    draft.grant(account, holder(groups[0]), &policy(&[allow(action, object(bucket, "*"))]));
    match chance.below(3) {
        0 => {
            draft.grant(account, holder(groups[1]), &policy(&[deny("s3:*", object(bucket, "*"))]));
            draft.note(Twist::DenyElsewhere);
        }
        1 => {
            draft.grant(account, holder(groups[1]), &policy(&[allow("s3:*", object(bucket, key))]));
            draft.note(Twist::GrantElsewhere);
        }
        _ => {
            let other = chance.pick(&["s3:ListBucket", "s3:GetBucketPolicy"]);
            draft.grant(account, holder(groups[1]), &policy(&[allow(other, super::super::document::bucket(bucket))]));
        }
    }
    if chance.one_in(2) {
        draft.grant_user(account, people[0], &policy(&[deny(action, object(bucket, key))]));
        draft.note(Twist::DenyElsewhere);
    }
    draft.ask(&everyone, action, &object(bucket, key));
    draft
}
