//! L12: one policy for everybody, with a variable in it. Who may read this folder?

use super::super::chance::Chance;
use super::super::document::{allow, object, policy};
use super::super::draft::Draft;
use super::super::fact::Holder;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};

pub(super) const TEMPLATE: Template = Template::who_can("home-folders", 1, Topic::L12, draft);

/// Names of which the first begins the second.
const NEIGHBOURS: &[(&str, &str)] = &[("ann", "anna"), ("jo", "joan"), ("max", "maxine"), ("sam", "samir")];

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let group = cast::groups(chance, 1)[0];
    let (bucket, key) = (cast::bucket(chance), cast::key(chance));
    let (short, long) = chance.pick(NEIGHBOURS);
    let third = cast::person(chance);
    let mut people = [short, long, third];
    chance.shuffle(&mut people);
    let everyone: Vec<_> = people.iter().map(|name| draft.user(account, name)).collect();
    draft.group(account, group);
    draft.bucket(account, bucket);
    for name in &people {
        if chance.one_in(5) {
            draft.note(Twist::NotAMember);
        } else {
            draft.join(account, name, group);
        }
    }
    let pattern = match chance.below(3) {
        0 => {
            draft.note(Twist::WildcardTooWide);
            "${aws:username}*"
        }
        _ => "${aws:username}/*",
    };
    let mut document = policy(&[allow(chance.pick(&["s3:GetObject", "s3:*"]), object(bucket, pattern))]);
    if chance.one_in(4) {
        Twist::OldVersion.put_into_document(&mut document);
        draft.note(Twist::OldVersion);
    }
    draft.grant(account, Holder::Group(group.into()), &document);
    if chance.one_in(2) {
        let wide = if chance.one_in(2) { object(bucket, "*") } else { object(bucket, &format!("{long}/*")) };
        draft.grant_user(account, third, &policy(&[allow("s3:GetObject", wide)]));
        draft.note(Twist::GrantElsewhere);
    }
    let folder = chance.pick(&[long, long, third]);
    draft.ask(&everyone, "s3:GetObject", &object(bucket, &format!("{folder}/{key}")));
    draft
}
