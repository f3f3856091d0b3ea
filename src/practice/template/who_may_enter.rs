//! L15: a trust policy, and users with and without a permission of their own. Who may assume the role?

use super::super::chance::Chance;
use super::super::document::{self, allow, deny, policy, root, trust, user};
use super::super::draft::Draft;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};

pub(super) const TEMPLATE: Template = Template::who_can("who-may-enter", 1, Topic::L15, draft);

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (people, role) = (cast::people(chance, 4), cast::role(chance));
    let everyone: Vec<_> = people.iter().map(|name| draft.user(account, name)).collect();
    let arn = document::role(account, role);
    for name in &people {
        match chance.below(5) {
            0 | 1 => draft.grant_user(account, name, &policy(&[allow("sts:AssumeRole", arn.as_str())])),
            2 => draft.grant_user(account, name, &policy(&[deny("sts:AssumeRole", "*")])),
            3 => {
                let other = document::role(account, "other-role");
                draft.grant_user(account, name, &policy(&[allow("sts:AssumeRole", other)]));
            }
            _ => {}
        }
    }
    let named = if chance.one_in(2) {
        draft.note(Twist::AccountForUser);
        trust(root(account))
    } else {
        draft.note(Twist::NamedByResource);
        let guests: Vec<_> = chance.some(2, &people).into_iter().map(|name| user(account, name)).collect();
        trust(guests)
    };
    draft.role(account, role, &named);
    draft.ask(&everyone, "sts:AssumeRole", &arn);
    draft
}
