//! L04: two users with two access keys each, of which some were switched off or deleted. Which may still?

use super::super::chance::Chance;
use super::super::document::{allow, object, policy};
use super::super::draft::Draft;
use super::super::edition::Edition;
use super::super::reader::Reader;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};

pub(super) const TEMPLATE: Template = Template::who_can("access-keys", 1, Topic::L04, draft).since(Edition::SECOND);

fn draft(chance: &mut Chance) -> Draft {
    Draft::misreadable(chance, world, true, &[(Reader::KeyAlwaysSigns, false)])
}

fn world(chance: &mut Chance, has_ends: bool) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (people, bucket, key) = (cast::people(chance, 2), cast::bucket(chance), cast::key(chance));
    let users: Vec<_> = people.iter().map(|name| draft.user(account, name)).collect();
    draft.bucket(account, bucket);
    let action = cast::on_object(chance);
    let mut granted = [chance.pick(&["s3:*", action]), chance.pick(&["s3:*", action, "s3:ListBucket", "ec2:*"])];
    chance.shuffle(&mut granted);
    for (name, granted) in people.iter().zip(granted) {
        draft.grant_user(account, name, &policy(&[allow(granted, "*")]));
    }
    let keys: Vec<_> = users.iter().flat_map(|user| draft.second_key(user)).collect();
    for key in &keys {
        let fate = chance.below(4);
        let (is_ended, is_deleted) = (fate > 1, fate == 3);
        if !is_ended {
            draft.keep_key(key);
            continue;
        }
        draft.note(if is_deleted { Twist::KeyDeleted } else { Twist::KeyInactive });
        let wait = chance.pick(&[600, 3_600]);
        if has_ends {
            draft.wait(wait);
            draft.end_key(key, is_deleted);
        }
    }
    draft.ask(&keys, action, &object(bucket, key));
    draft
}
