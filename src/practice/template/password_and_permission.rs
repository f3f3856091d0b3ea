//! L03: a password lets somebody sign in and permits nothing. Who may change what belongs to a user?

use super::super::chance::Chance;
use super::super::document::{allow, policy, user};
use super::super::draft::Draft;
use super::super::edition::Edition;
use super::super::reader::Reader;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};
use crate::json::json;
use serde_json::Value;

pub(super) const TEMPLATE: Template =
    Template::who_can("password-and-permission", 1, Topic::L03, draft).since(Edition::SECOND);

const ACTIONS: &[&str] = &["iam:CreateAccessKey", "iam:DeleteLoginProfile", "iam:GetUser", "iam:UpdateLoginProfile"];

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let people = cast::people(chance, 4);
    let everyone: Vec<_> = people.iter().map(|name| draft.user(account, name)).collect();
    let action = chance.pick(ACTIONS);
    // Whose password it is.
    let owner = chance.below(people.len());
    draft.password(account, people[owner]);
    let own = user(account, "${aws:username}");
    for (index, (name, who)) in people.iter().zip(&everyone).enumerate() {
        let listed = chance.some(2, ACTIONS);
        let granted: Option<Value> = match chance.below(6) {
            0 | 1 => {
                draft.note(Twist::NameOfCaller);
                let listed: Vec<&str> = listed.into_iter().chain(["iam:ChangePassword"]).collect();
                Some(allow(json!(listed), own.as_str()))
            }
            2 => Some(allow(action, user(account, chance.pick(&people)))),
            3 => Some(allow(json!(listed), "*")),
            4 => Some(allow(chance.pick(&["iam:*", "s3:*", "iam:List*"]), "*")),
            _ => None,
        };
        if index != owner && chance.one_in(3) {
            draft.password(account, name);
        }
        match granted {
            Some(statement) => draft.grant_user(account, name, &policy(&[statement])),
            None if index == owner => {
                draft.note(Twist::PasswordPermitsNothing);
                draft.misjudge(Reader::PasswordIsPermission, who, true);
            }
            None => {}
        }
    }
    draft.ask(&everyone, action, &user(account, people[owner]));
    draft
}
