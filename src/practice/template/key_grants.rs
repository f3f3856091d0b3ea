//! L26: grants of a KMS key, beside its policy. Who may?

use super::super::chance::Chance;
use super::super::document::{allow, deny, of, policy, root, trust, user};
use super::super::draft::Draft;
use super::super::edition::Edition;
use super::super::fact::{Actor, Holder};
use super::super::reader::Reader;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};

pub(super) const TEMPLATE: Template = Template::who_can("key-grants", 1, Topic::L26, draft).since(Edition::SECOND);

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (people, role, key) = (cast::people(chance, 3), cast::role(chance), cast::kms_key(chance));
    let users: Vec<Actor> = people.iter().map(|name| draft.user(account, name)).collect();
    draft.role(account, role, &trust(user(account, people[2])));
    let is_left = chance.one_in(3);
    draft.note(if is_left { Twist::AccountForUser } else { Twist::KeyPolicyAlone });
    let named = if is_left { root(account) } else { user(account, people[1]) };
    draft.kms_key(account, key, &policy(&[of(&named, &allow(chance.pick(&["kms:*", "kms:Describe*"]), "*"))]));
    draft.note(Twist::GrantOfKey);
    let n_grants = 1 + chance.below(2);
    for is_role in chance.some(n_grants, &[false, true]) {
        let grantee = if is_role { Holder::Role(role.into()) } else { Holder::User(people[0].into()) };
        draft.kms_grant(account, key, grantee, chance.pick(&["Decrypt", "Decrypt", "Encrypt"]));
    }
    for holder in [Holder::User(people[0].into()), Holder::User(people[1].into()), Holder::Role(role.into())] {
        match chance.below(5) {
            0 => {
                draft.note(Twist::DenyElsewhere);
                draft.grant(account, holder, &policy(&[allow("s3:*", "*"), deny("kms:*", "*")]));
            }
            1 => draft.grant(account, holder, &policy(&[allow("kms:Decrypt", "*")])),
            _ => draft.grant(account, holder, &policy(&[allow("s3:*", "*")])),
        }
    }
    let session = draft.session(&users[2], (account, role), None);
    let everyone = [users[0].clone(), users[1].clone(), session, users[2].clone()];
    for grantee in [&everyone[0], &everyone[2]] {
        draft.misjudge(Reader::GrantsPassedOver, grantee, false);
    }
    draft.ask(&everyone, "kms:Decrypt", &format!("key/{key}"));
    draft
}
