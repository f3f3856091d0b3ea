//! L23: a role in one account, users in another. Both accounts must agree: who may assume it?

use super::super::chance::Chance;
use super::super::document::{self, allow, deny, policy, root, trust, user};
use super::super::draft::Draft;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};

pub(super) const TEMPLATE: Template = Template::who_can("role-across-accounts", 1, Topic::L23, draft);

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [owner, other]) = cast::world(chance, ["prod", "dev"]);
    let (people, role) = (cast::people(chance, 4), cast::role(chance));
    let arn = document::role(owner, role);
    let mut everyone = Vec::new();
    for (index, name) in people.iter().enumerate() {
        // One of the four lives where the role is.
        let account = if index == 0 { owner } else { other };
        everyone.push(draft.user(account, name));
        match chance.below(5) {
            0 | 1 => draft.grant_user(account, name, &policy(&[allow("sts:AssumeRole", arn.as_str())])),
            2 => draft.grant_user(account, name, &policy(&[allow("sts:*", "*")])),
            3 => draft.grant_user(account, name, &policy(&[deny("sts:AssumeRole", arn.as_str()), allow("*", "*")])),
            _ => draft.note(Twist::CallerSideMissing),
        }
    }
    let named = match chance.below(3) {
        0 => {
            draft.note(Twist::AccountForUser);
            trust(root(other))
        }
        1 => {
            draft.note(Twist::SomebodyElse);
            trust(vec![user(other, people[1]), user(other, people[2])])
        }
        _ => {
            draft.note(Twist::NamedByResource);
            trust(vec![user(owner, people[0]), user(other, people[1])])
        }
    };
    draft.role(owner, role, &named);
    draft.ask(&everyone, "sts:AssumeRole", &arn);
    draft
}
