//! L34: policies that compare the tag of who asks with the tag of the object. Who may?

use super::super::chance::Chance;
use super::super::document::{allow, deny, object, policy, root, trust_of, when};
use super::super::draft::Draft;
use super::super::edition::Edition;
use super::super::fact::Holder;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};
use crate::json::json;

pub(super) const TEMPLATE: Template = Template::who_can("tags-decide", 1, Topic::L34, draft).since(Edition::SECOND);

const PROJECTS: &[&str] = &["apollo", "zeus"];
const OF_OBJECT: &str = "s3:ExistingObjectTag/project";
const OF_CALLER: &str = "aws:PrincipalTag/project";

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (people, group) = (cast::people(chance, 4), cast::groups(chance, 1)[0]);
    let (bucket, key, role) = (cast::bucket(chance), cast::key(chance), cast::role(chance));
    let action = chance.pick(&["s3:GetObject", "s3:GetObjectTagging"]);
    let objects = || object(bucket, "*");
    draft.bucket(account, bucket);
    let of_object = (!chance.one_in(5)).then(|| chance.pick(PROJECTS));
    draft.object(account, bucket, key, of_object);
    draft.group(account, group);
    let same = when(allow(action, objects()), "StringEquals", OF_OBJECT, format!("${{{OF_CALLER}}}"));
    draft.grant(account, Holder::Group(group.into()), &policy(std::slice::from_ref(&same)));
    draft.note(Twist::TagsCompared);
    let mut everyone = Vec::new();
    for name in &people {
        everyone.push(draft.user(account, name));
        let tag = (!chance.one_in(4)).then(|| chance.pick(&["apollo", "zeus", "Apollo"]));
        draft.user_tag(account, name, tag);
        if tag.is_none() || of_object.is_none() {
            draft.note(Twist::TagAbsent);
        }
        let by_caller = |project: &str| when(allow("s3:*", objects()), "StringEquals", OF_CALLER, project);
        match chance.below(6) {
            0 => {
                draft.note(Twist::NotAMember);
                draft.grant_user(account, name, &policy(&[by_caller(chance.pick(PROJECTS))]));
            }
            1 => {
                draft.join(account, name, group);
                let refusal = when(deny("s3:*", "*"), "StringNotEquals", OF_OBJECT, chance.pick(PROJECTS));
                draft.grant_user(account, name, &policy(&[refusal]));
            }
            _ => draft.join(account, name, group),
        }
    }
    let doors = json!(["sts:AssumeRole", "sts:TagSession"]);
    draft.taken_role(account, role, &trust_of(json!({ "AWS": root(account) }), doors));
    draft.role_tag(account, role, chance.pick(PROJECTS));
    draft.grant_role(account, role, &policy(&[same]));
    draft.note(Twist::TagOfRole);
    draft.grant_user(account, people[0], &policy(&[allow("sts:*", "*")]));
    let passed = chance.one_in(2).then(|| (chance.pick(PROJECTS), false));
    everyone.push(draft.session_with(&everyone[0].clone(), (account, role), "run-1", passed, None));
    draft.ask(&everyone, action, &object(bucket, key));
    draft
}
