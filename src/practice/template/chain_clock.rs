//! L21: sessions that were taken for as long as it can be had, some of them by the session of another role. Which of
//! them still hold?

use super::super::chance::Chance;
use super::super::document::{self, allow, object, policy, root, trust};
use super::super::draft::Draft;
use super::super::edition::Edition;
use super::super::fact::{Circumstance, Lasting};
use super::super::reader::Reader;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};

pub(super) const TEMPLATE: Template = Template::who_can("chain-clock", 1, Topic::L21, draft).since(Edition::SECOND);

/// The most that a session in a chain lasts (rule F-6).
const IN_A_CHAIN: u32 = 3_600;

const ROLES: &[&str] = &["build-runner", "data-loader", "deployer", "prod-deployer", "release-keeper"];

fn draft(chance: &mut Chance) -> Draft {
    // Whoever forgets the hour could as well have gone to each role as the user.
    Draft::misreadable(chance, world, true, &[(Reader::ChainLastsAsLong, false)])
}

fn world(chance: &mut Chance, is_hour_known: bool) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (person, roles) = (cast::person(chance), chance.some(3, ROLES));
    let (bucket, key, action) = (cast::bucket(chance), cast::key(chance), cast::on_object(chance));
    let user = draft.user(account, person);
    draft.bucket(account, bucket);
    draft.grant_user(account, person, &policy(&[allow("sts:AssumeRole", "*")]));
    let mut longest = Vec::new();
    for role in &roles {
        draft.taken_role(account, role, &trust(root(account)));
        let own = chance.pick(&["s3:*", "s3:*", action, "s3:ListBucket"]);
        let next = allow("sts:AssumeRole", document::role(account, "*"));
        draft.grant_role(account, role, &policy(&[allow(own, "*"), next]));
        let seconds = chance.pick(&[3_600_u32, 7_200, 14_400, 28_800]);
        draft.max_duration(account, role, seconds);
        longest.push(seconds);
    }
    // The first role is taken by the user; the others by the user, or by a session that was taken before.
    let mut sessions =
        vec![draft.session_called(&user, (account, roles[0]), "run-1", Lasting::Longest(longest[0]), None)];
    for (index, name) in [(1, "run-2"), (2, "run-3")] {
        draft.wait(chance.pick(&[300, 900]));
        let is_chained = !chance.one_in(3);
        let by = if is_chained && is_hour_known { sessions[index - 1].clone() } else { user.clone() };
        let seconds = if is_chained && is_hour_known { longest[index].min(IN_A_CHAIN) } else { longest[index] };
        sessions.push(draft.session_called(&by, (account, roles[index]), name, Lasting::Longest(seconds), None));
        if is_chained {
            draft.note(Twist::ChainedSession);
        }
    }
    draft.wait(chance.pick(&[1_800_u32, 4_500, 9_000, 18_000]));
    draft.ask(&sessions, action, &object(bucket, key));
    draft.with(Circumstance::At(draft.now().to_string().into()));
    draft
}
