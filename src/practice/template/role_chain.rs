//! L21: a role that trusts another role, and users, and their sessions. Who may go on to it?

use super::super::chance::Chance;
use super::super::document::{self, allow, deny, policy, root, trust, user};
use super::super::draft::Draft;
use super::super::edition::Edition;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};

pub(super) const TEMPLATE: Template = Template::who_can("role-chain", 1, Topic::L21, draft).since(Edition::SECOND);

const ROLES: &[&str] = &["build-runner", "data-loader", "deployer", "prod-deployer", "release-keeper"];

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (people, roles) = (cast::people(chance, 2), chance.some(3, ROLES));
    let users: Vec<_> = people.iter().map(|name| draft.user(account, name)).collect();
    let arns: Vec<String> = roles.iter().map(|role| document::role(account, role)).collect();
    // The last role is asked for, or the first is asked to assume itself.
    let asked = if chance.one_in(4) { 0 } else { 2 };
    for (name, role) in people.iter().zip(&arns) {
        let granted = chance.pick(&[role.as_str(), "*"]);
        draft.grant_user(account, name, &policy(&[allow("sts:AssumeRole", granted)]));
    }
    for index in 0..2 {
        let mut trusted = vec![user(account, people[index])];
        if index == asked && chance.one_in(2) {
            trusted.push(arns[0].clone());
        }
        draft.role(account, roles[index], &trust(trusted));
        let statements = match chance.below(4) {
            0 => vec![allow("s3:*", "*")],
            1 => vec![deny("sts:AssumeRole", arns[asked].as_str()), allow("*", "*")],
            _ => vec![allow("sts:AssumeRole", chance.pick(&[arns[asked].as_str(), "*"]))],
        };
        draft.grant_role(account, roles[index], &policy(&statements));
    }
    if asked == 0 {
        draft.note(Twist::RoleAssumesItself);
    } else {
        let trusted = match chance.below(4) {
            0 => {
                draft.note(Twist::AccountForUser);
                vec![root(account)]
            }
            1 => {
                draft.note(Twist::RoleIsTrusted);
                vec![arns[0].clone(), user(account, people[1])]
            }
            2 => {
                draft.note(Twist::RoleIsTrusted);
                vec![arns[0].clone(), arns[1].clone()]
            }
            _ => {
                draft.note(Twist::RightsOfTheUser);
                vec![user(account, people[0])]
            }
        };
        draft.role(account, roles[2], &trust(trusted));
    }
    let mut everyone = users.clone();
    for (user, role) in users.iter().zip(&roles) {
        everyone.push(draft.session(user, (account, role), None));
    }
    draft.ask(&everyone, "sts:AssumeRole", &arns[asked]);
    draft
}
