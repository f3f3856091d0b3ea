//! L14: changes that authorization sees only after some seconds. Who may at a given moment?

use super::super::chance::Chance;
use super::super::document::{allow, deny, object, policy};
use super::super::draft::Draft;
use super::super::edition::Edition;
use super::super::fact::Circumstance;
use super::super::reader::Reader;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};
use crate::clock::Timestamp;

pub(super) const TEMPLATE: Template =
    Template::who_can("change-on-its-way", 1, Topic::L14, draft).since(Edition::SECOND);

fn draft(chance: &mut Chance) -> Draft {
    Draft::misreadable(chance, world, false, &[(Reader::SeenAtOnce, true)])
}

fn world(chance: &mut Chance, is_seen_at_once: bool) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (people, bucket, key) = (cast::people(chance, 3), cast::bucket(chance), cast::key(chance));
    let action = cast::on_object(chance);
    let everyone: Vec<_> = people.iter().map(|name| draft.user(account, name)).collect();
    draft.bucket(account, bucket);
    let resource = || object(bucket, "*");
    // What each has at first, and what then becomes of it.
    let changes: Vec<usize> = people.iter().map(|_| chance.below(4)).collect();
    for (name, change) in people.iter().zip(&changes) {
        if *change != 0 {
            draft.grant_user(account, name, &policy(&[allow(chance.pick(&["s3:*", action]), resource())]));
        }
    }
    let delay = chance.pick(&[20_u32, 30, 60]);
    draft.delay(delay, is_seen_at_once);
    let mut moments = Vec::new();
    for (name, change) in people.iter().zip(&changes) {
        draft.wait(chance.pick(&[8, 14, 25]));
        moments.push(draft.now().plus_seconds(delay.into()));
        match change {
            0 => {
                draft.note(Twist::NotSeenYet);
                draft.put_later(account, name, &policy(&[allow(action, resource())]));
            }
            1 => {
                draft.note(Twist::StillSeen);
                draft.take_later(account, name);
            }
            2 => {
                draft.note(Twist::NotSeenYet);
                draft.put_later(account, name, &policy(&[deny(action, resource())]));
            }
            _ => {}
        }
    }
    draft.wait(chance.pick(&[5, 11, 24]));
    // Nothing is asked about the very second in which a change is seen.
    let distance = |moment: &Timestamp| (moment.epoch_seconds() - draft.now().epoch_seconds()).abs();
    if moments.iter().any(|moment| distance(moment) < 3) {
        return draft;
    }
    draft.ask(&everyone, action, &object(bucket, key));
    draft.with(Circumstance::At(draft.now().to_string().into()));
    draft
}
