//! L26: a KMS key whose policy names the account, or does not. Who may decrypt with it?

use super::super::chance::Chance;
use super::super::document::{allow, deny, of, policy, root, user};
use super::super::draft::Draft;
use super::super::edition::Edition;
use super::super::fact::Actor;
use super::super::reader::Reader;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};

pub(super) const TEMPLATE: Template = Template::who_can("key-policy", 1, Topic::L26, draft).since(Edition::SECOND);

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (people, key) = (cast::people(chance, 3), cast::kms_key(chance));
    let users: Vec<Actor> = people.iter().map(|name| draft.user(account, name)).collect();
    let administrates = || of(&user(account, people[0]), &allow("kms:*", "*"));
    let decrypts = || of(&user(account, people[1]), &allow("kms:Decrypt", "*"));
    let statements = match chance.below(4) {
        0 => vec![administrates()],
        1 => vec![administrates(), decrypts()],
        2 => vec![of(&root(account), &allow("kms:*", "*"))],
        _ => vec![of(&root(account), &allow("kms:*", "*")), decrypts()],
    };
    let is_left = statements[0]["Principal"]["AWS"] == *root(account);
    draft.note(if is_left { Twist::AccountForUser } else { Twist::KeyPolicyAlone });
    draft.kms_key(account, key, &policy(&statements));
    for name in &people {
        match chance.below(5) {
            0 => {}
            1 => draft.grant_user(account, name, &policy(&[allow("kms:Encrypt", "*")])),
            2 => {
                draft.note(Twist::DenyElsewhere);
                draft.grant_user(account, name, &policy(&[allow("*", "*"), deny("kms:Decrypt", "*")]));
            }
            _ => draft.grant_user(account, name, &policy(&[allow("*", "*")])),
        }
    }
    let owner = Actor::Root { account };
    draft.misjudge(Reader::RootMayEverything, &owner, true);
    let everyone: Vec<Actor> = users.into_iter().chain([owner]).collect();
    draft.ask(&everyone, "kms:Decrypt", &format!("key/{key}"));
    draft
}
