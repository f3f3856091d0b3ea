//! L16: permissions are read when a request is made, and a session remembers when it was issued.

use super::super::chance::Chance;
use super::super::document::{allow, deny, object, policy, trust, user, when};
use super::super::draft::Draft;
use super::super::fact::Circumstance;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};

pub(super) const TEMPLATE: Template = Template::predict("older-sessions", 1, Topic::L16, draft);

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (name, role) = (cast::person(chance), cast::role(chance));
    let (bucket, key, action) = (cast::bucket(chance), cast::key(chance), cast::on_object(chance));
    let person = draft.user(account, name);
    draft.bucket(account, bucket);
    draft.role(account, role, &trust(user(account, name)));
    let granted = chance.pick(&[action, "s3:*", "s3:*", "s3:RestoreObject"]);
    let is_user = chance.one_in(5);
    let wait = chance.pick(&[300_u32, 900, 1_800]);
    let (moment, twist) = match chance.below(2) {
        0 => (draft.now().plus_seconds(i64::from(wait) / 2), Twist::IssuedBefore),
        _ => (draft.now().plus_seconds(-60), Twist::IssuedAfter),
    };
    let revocation = when(deny("*", "*"), "DateLessThan", "aws:TokenIssueTime", moment.to_string());
    let is_revoked = !chance.one_in(3);
    let mut statements = vec![allow(granted, object(bucket, "*"))];
    if is_revoked {
        draft.note(if is_user { Twist::KeyNotIssued } else { twist });
        statements.push(revocation);
    }
    let document = policy(&statements);
    let asking = if is_user {
        // A long-term key was not issued by STS, so the key is absent.
        draft.grant_user(account, name, &document);
        person
    } else {
        draft.grant_role(account, role, &document);
        let session = draft.session(&person, (account, role), None);
        draft.wait(wait);
        session
    };
    draft.ask(&[asking], action, &object(bucket, key));
    draft.with(if is_user { Circumstance::LongTermKey } else { Circumstance::At(draft.now().to_string().into()) });
    draft
}
