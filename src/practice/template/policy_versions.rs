//! L09: a managed policy with versions, of which one answers, and an inline copy that stays as it is. Who may?

use super::super::chance::Chance;
use super::super::document::{allow, bucket as bucket_arn, deny, object, policy};
use super::super::draft::Draft;
use super::super::edition::Edition;
use super::super::fact::Holder;
use super::super::reader::Reader;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};

pub(super) const TEMPLATE: Template = Template::who_can("policy-versions", 1, Topic::L09, draft).since(Edition::SECOND);

const N_VERSIONS: usize = 3;

fn draft(chance: &mut Chance) -> Draft {
    Draft::misreadable(chance, world, false, &[(Reader::NewestVersionCounts, true)])
}

fn world(chance: &mut Chance, is_newest_default: bool) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (people, group) = (cast::people(chance, 4), cast::groups(chance, 1)[0]);
    let (buckets, key, action) = (cast::buckets(chance, 2), cast::key(chance), cast::on_object(chance));
    let everyone: Vec<_> = people.iter().map(|name| draft.user(account, name)).collect();
    draft.bucket(account, buckets[0]);
    draft.group(account, group);
    let objects = || object(buckets[0], "*");
    let written = [
        policy(&[allow(action, objects())]),
        policy(&[allow("s3:*", objects())]),
        policy(&[allow("s3:ListBucket", bucket_arn(buckets[0]))]),
        policy(&[allow("s3:*", object(buckets[1], "*"))]),
        policy(&[allow("s3:*", objects()), deny(action, objects())]),
    ];
    let versions: Vec<_> =
        chance.some(N_VERSIONS, &[0, 1, 2, 3, 4]).into_iter().map(|index: usize| written[index].clone()).collect();
    let default = chance.below(N_VERSIONS);
    if default + 1 < N_VERSIONS {
        draft.note(Twist::OlderVersionIsDefault);
    }
    let name = chance.pick(&["DevTools", "ReportTools", "TeamAccess"]);
    draft.managed(account, name, &versions, if is_newest_default { N_VERSIONS - 1 } else { default });
    draft.attach(account, name, Holder::Group(group.into()));
    draft.join(account, people[0], group);
    draft.attach(account, name, Holder::User(people[1].into()));
    draft.note(Twist::InlineCopy);
    draft.grant_user(account, people[2], &versions[chance.below(N_VERSIONS)]);
    match chance.below(3) {
        0 => draft.grant_user(account, people[3], &policy(&[allow(action, "*")])),
        1 => {
            draft.attach(account, name, Holder::User(people[3].into()));
            draft.grant_user(account, people[3], &policy(&[deny("s3:*", object(buckets[0], key))]));
        }
        _ => draft.join(account, people[3], group),
    }
    draft.ask(&everyone, action, &object(buckets[0], key));
    draft
}
