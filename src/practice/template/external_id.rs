//! L25: a role for a third party, and one call of the third party with an external ID or without. May it?

use super::super::chance::Chance;
use super::super::document::{self, allow, deny, of, policy, root, trust_of, user, when};
use super::super::draft::Draft;
use super::super::edition::Edition;
use super::super::fact::Circumstance;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};
use crate::json::json;
use serde_json::Value;

pub(super) const TEMPLATE: Template = Template::predict("external-id", 1, Topic::L25, draft).since(Edition::SECOND);

const KEY: &str = "sts:ExternalId";

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [owner, vendor]) = cast::world(chance, ["prod", "vendor"]);
    let (people, role) = (cast::people(chance, 2), cast::role(chance));
    let arn = document::role(owner, role);
    let asking = draft.user(vendor, people[0]);
    draft.user(vendor, people[1]);
    match chance.below(6) {
        0 => draft.note(Twist::CallerSideMissing),
        1 => {
            let other = allow("sts:AssumeRole", document::role(owner, "other-role"));
            draft.grant_user(vendor, people[0], &policy(&[other]));
        }
        2 => {
            draft.note(Twist::DenyElsewhere);
            let refusal = deny("sts:AssumeRole", document::role(owner, "*"));
            draft.grant_user(vendor, people[0], &policy(&[allow("sts:*", "*"), refusal]));
        }
        _ => draft.grant_user(vendor, people[0], &policy(&[allow("sts:AssumeRole", arn.as_str())])),
    }
    let ids = chance.some(2, &["acme-4711", "acme-4712", "globex-0815", "initech-77"]);
    let passed = [Some(ids[0]), Some(ids[0]), Some(ids[1]), None][chance.below(4)];
    let principal = match chance.below(4) {
        0 => {
            draft.note(Twist::SomebodyElse);
            user(vendor, people[1])
        }
        1 => {
            draft.note(Twist::NamedByResource);
            user(vendor, people[0])
        }
        _ => root(vendor),
    };
    let trust = trust(chance, &mut draft, &principal, ids[0]);
    draft.role(owner, role, &trust);
    draft.ask(&[asking], "sts:AssumeRole", &arn);
    match passed {
        None => draft.note(Twist::NoExternalId),
        Some(passed) if passed != ids[0] => draft.note(Twist::OtherValue),
        Some(_) => {}
    }
    draft.with(Circumstance::ExternalId(passed.map(Into::into)));
    draft
}

/// A trust policy that asks for the external ID in one way or another, or forgets to.
fn trust(chance: &mut Chance, draft: &mut Draft, principal: &str, id: &str) -> Value {
    let plain = json!({ "Effect": "Allow", "Action": "sts:AssumeRole" });
    let open = of(principal, &plain);
    match chance.below(5) {
        0 => {
            draft.note(Twist::ExternalIdNotAsked);
            trust_of(json!({ "AWS": principal }), "sts:AssumeRole")
        }
        1 | 2 => {
            let refusal = json!({ "Effect": "Deny", "Action": "sts:AssumeRole" });
            policy(&[open, when(of("*", &refusal), "StringNotEquals", KEY, id)])
        }
        _ => policy(&[when(open, "StringEquals", KEY, id)]),
    }
}
