//! L06: a policy that asks for MFA, and a user with a long-term key and with session tokens. With which of them may it
//! be done?

use super::super::chance::Chance;
use super::super::document::{allow, deny, object, policy, when};
use super::super::draft::{Draft, key_of};
use super::super::edition::Edition;
use super::super::fact::{Circumstance, Holder};
use super::super::reader::Reader;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};
use serde_json::Value;

pub(super) const TEMPLATE: Template = Template::who_can("mfa-sessions", 1, Topic::L06, draft).since(Edition::SECOND);

const PRESENT: &str = "aws:MultiFactorAuthPresent";
const AGE: &str = "aws:MultiFactorAuthAge";

fn draft(chance: &mut Chance) -> Draft {
    Draft::misreadable(chance, world, false, &[(Reader::AbsentIsFalse, true)])
}

fn world(chance: &mut Chance, is_absent_false: bool) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (people, group) = (cast::people(chance, 2), cast::groups(chance, 1)[0]);
    let (bucket, key, action) = (cast::bucket(chance), cast::key(chance), cast::on_object(chance));
    let users: Vec<_> = people.iter().map(|name| draft.user(account, name)).collect();
    draft.bucket(account, bucket);
    draft.group(account, group);
    draft.join(account, people[0], group);
    if chance.one_in(3) {
        draft.note(Twist::NotAMember);
        draft.grant_user(account, people[1], &policy(&[allow("s3:*", "*")]));
    } else {
        draft.join(account, people[1], group);
    }
    let refused = chance.pick(&[action, action, "s3:*", "s3:RestoreObject"]);
    let statements = statements(chance, &mut draft, (refused, "*"), is_absent_false);
    draft.grant(account, Holder::Group(group.into()), &policy(&statements));
    draft.device(&users[0]);
    let plain = draft.session_token(&users[0], false, 43_200);
    let strong = draft.session_token(&users[0], true, 43_200);
    draft.wait(chance.pick(&[600, 7_200, 7_200]));
    let mut everyone = [key_of(&users[0], 1), plain, strong, key_of(&users[1], 1)];
    chance.shuffle(&mut everyone);
    draft.ask(&everyone, action, &object(bucket, key));
    draft.with(Circumstance::At(draft.now().to_string().into()));
    draft
}

/// An Allow and perhaps a Deny, of which one has a condition on MFA.
pub(super) fn statements(
    chance: &mut Chance,
    draft: &mut Draft,
    (refused, resource): (&str, &str),
    is_absent_false: bool,
) -> Vec<Value> {
    let grant = || allow("s3:*", resource);
    let refusal = || deny(refused, resource);
    let [for_deny, for_allow] = if is_absent_false { ["BoolIfExists", "Bool"] } else { ["Bool", "BoolIfExists"] };
    draft.note(Twist::TokenWithoutMfa);
    match chance.below(8) {
        0 => {
            draft.note(Twist::BoolOnAbsentKey);
            vec![grant(), when(refusal(), for_deny, PRESENT, "false")]
        }
        1 => {
            draft.note(Twist::IfExists);
            vec![grant(), when(refusal(), "BoolIfExists", PRESENT, "false")]
        }
        2 => {
            draft.note(Twist::BoolOnAbsentKey);
            vec![when(grant(), "Bool", PRESENT, "true")]
        }
        3 => {
            draft.note(Twist::IfExists);
            vec![when(grant(), for_allow, PRESENT, "true")]
        }
        4 | 5 => {
            draft.note(Twist::AgeOfMfa);
            vec![grant(), when(refusal(), "NumericGreaterThan", AGE, "3600")]
        }
        _ => {
            draft.note(Twist::AgeOfMfa);
            vec![when(grant(), "NumericLessThan", AGE, "3600")]
        }
    }
}
