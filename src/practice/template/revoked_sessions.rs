//! L36: sessions that were taken at different times, a Deny that names a moment, and a key that was ended. Who may
//! still?

use super::super::chance::Chance;
use super::super::document::{allow, deny, object, policy, root, trust, when};
use super::super::draft::{Draft, key_of};
use super::super::edition::Edition;
use super::super::fact::Circumstance;
use super::super::reader::Reader;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};

pub(super) const TEMPLATE: Template =
    Template::who_can("revoked-sessions", 1, Topic::L36, draft).since(Edition::SECOND);

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (people, bucket, key) = (cast::people(chance, 2), cast::bucket(chance), cast::key(chance));
    let action = cast::on_object(chance);
    let users: Vec<_> = people.iter().map(|name| draft.user(account, name)).collect();
    draft.bucket(account, bucket);
    let roles = chance.some(2, &["archive-keeper", "data-loader", "invoice-reader", "report-editor"]);
    let wait = chance.pick(&[600_u32, 1_200]);
    let start = draft.now();
    // Before the first session, between two of them, or after the last.
    let half = i64::from(wait) / 2;
    let n_before = i64::try_from(chance.pick(&[0_usize, 1, 1, 2, 2, 3])).unwrap_or_default();
    let revoked = start.plus_seconds(n_before * i64::from(wait) - half);
    for name in &people {
        draft.grant_user(account, name, &policy(&[allow(chance.pick(&["sts:AssumeRole", "*", "*"]), "*")]));
    }
    let revocation = when(deny("*", "*"), "DateLessThan", "aws:TokenIssueTime", revoked.to_string());
    let revoked_roles = chance.pick(&[[true, false], [false, true], [true, true]]);
    for (role, is_revoked) in roles.iter().zip(revoked_roles) {
        let granted = chance.pick(&[action, "s3:*", "s3:ListBucket"]);
        let mut statements = vec![allow(granted, object(bucket, "*"))];
        if is_revoked {
            statements.push(revocation.clone());
        }
        draft.role(account, role, &trust(root(account)));
        draft.grant_role(account, role, &policy(&statements));
    }
    let mut sessions = Vec::new();
    for (user, role) in [(0, 0), (1, 0), (0, 1)] {
        sessions.push(draft.session(&users[user], (account, roles[role]), None));
        draft.wait(wait);
    }
    draft.note(Twist::RevokedUpTo);
    if !chance.one_in(4) {
        draft.end_key(&key_of(&users[0], 1), chance.one_in(2));
        draft.note(Twist::KeyOfSessionEnded);
        draft.misjudge(Reader::KeyEndsSessions, &sessions[0], false);
        draft.misjudge(Reader::KeyEndsSessions, &sessions[2], false);
    }
    sessions.push(key_of(&users[0], 1));
    chance.shuffle(&mut sessions);
    draft.ask(&sessions, action, &object(bucket, key));
    draft.with(Circumstance::At(draft.now().to_string().into()));
    draft
}
