//! L19: a role that services may assume, or users, or both. Who may?

use super::super::chance::Chance;
use super::super::document::{self, allow, policy, root, trust_of, user};
use super::super::draft::Draft;
use super::super::edition::Edition;
use super::super::fact::Actor;
use super::super::reader::Reader;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};
use crate::json::json;
use serde_json::Value;

pub(super) const TEMPLATE: Template =
    Template::who_can("service-at-the-door", 1, Topic::L19, draft).since(Edition::SECOND);

const SERVICES: &[&str] =
    &["ec2.amazonaws.com", "ecs-tasks.amazonaws.com", "lambda.amazonaws.com", "states.amazonaws.com"];

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (people, role) = (cast::people(chance, 2), cast::role(chance));
    let users: Vec<_> = people.iter().map(|name| draft.user(account, name)).collect();
    let services = chance.some(3, SERVICES);
    let arn = document::role(account, role);
    for name in &people {
        let granted = chance.pick(&["sts:AssumeRole", "*", "lambda:*"]);
        draft.grant_user(account, name, &policy(&[allow(granted, "*")]));
    }
    let principal: Value = match chance.below(5) {
        0 | 1 => json!({ "Service": services[0] }),
        2 => json!({ "Service": [services[0], services[1]] }),
        3 => {
            draft.note(Twist::NamedByResource);
            json!({ "AWS": user(account, people[0]), "Service": services[1] })
        }
        _ => {
            draft.note(Twist::AccountForUser);
            json!({ "AWS": root(account), "Service": services[2] })
        }
    };
    draft.note(Twist::ServiceByName);
    draft.role(account, role, &trust_of(principal, "sts:AssumeRole"));
    let doors = services.iter().take(2).map(|name| Actor::Service { name: (*name).into() });
    let mut everyone: Vec<_> = doors.collect();
    for service in &everyone {
        draft.misjudge(Reader::AnyServiceMay, service, true);
    }
    everyone.extend(users);
    draft.ask(&everyone, "sts:AssumeRole", &arn);
    draft
}
