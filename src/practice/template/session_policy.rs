//! L22: a session gets what the role's policies and the session policy both allow.

use super::super::chance::Chance;
use super::super::document::{allow, deny, object, policy, trust, user};
use super::super::draft::Draft;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};

pub(super) const TEMPLATE: Template = Template::predict("session-policy", 1, Topic::L22, draft);

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (people, role) = (cast::people(chance, 2), cast::role(chance));
    let (bucket, key, action) = (cast::bucket(chance), cast::key(chance), cast::on_object(chance));
    let person = draft.user(account, people[0]);
    draft.bucket(account, bucket);
    draft.role(account, role, &trust(user(account, people[0])));
    let of_role = chance.pick(&["s3:*", "s3:*", action, "s3:ListBucket"]);
    draft.grant_role(account, role, &policy(&[allow(of_role, "*")]));
    let own = format!("{}/*", people[0]);
    let passed = match chance.below(5) {
        0 => {
            draft.note(Twist::SessionWithMore);
            Some(policy(&[allow("*", "*")]))
        }
        1 => {
            draft.note(Twist::SessionWithoutAction);
            Some(policy(&[allow("s3:ListBucket", "*")]))
        }
        2 => {
            draft.note(Twist::DenyElsewhere);
            Some(policy(&[deny(action, object(bucket, &own)), allow("s3:*", "*")]))
        }
        3 => {
            draft.note(Twist::SessionWithoutAction);
            Some(policy(&[allow(chance.pick(&[action, "s3:*"]), object(bucket, &own))]))
        }
        _ => None,
    };
    let session = draft.session(&person, (account, role), passed);
    let folder = chance.pick(&people);
    draft.ask(&[session], action, &object(bucket, &format!("{folder}/{key}")));
    draft
}
