//! L26: objects under a KMS key. Who may read one, which takes a permission for the object and one for the key?

use super::super::chance::Chance;
use super::super::document::{allow, deny, object, of, policy, root, user};
use super::super::draft::{Draft, REGION};
use super::super::edition::Edition;
use super::super::fact::Actor;
use super::super::reader::Reader;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};
use crate::arn::AccountId;
use serde_json::Value;

pub(super) const TEMPLATE: Template =
    Template::who_can("two-permissions", 1, Topic::L26, draft).since(Edition::SECOND).compound();

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (people, key) = (cast::people(chance, 4), cast::kms_key(chance));
    let (bucket, name) = (cast::bucket(chance), cast::key(chance));
    let users: Vec<Actor> = people.iter().map(|name| draft.user(account, name)).collect();
    draft.bucket_in(REGION, account, bucket);
    let document = key_policy(chance, &mut draft, account, &people);
    draft.kms_key(account, key, &document);
    draft.encrypted(account, (bucket, name), key);
    draft.note(Twist::TwoPermissions);
    let reads = || allow("s3:GetObject", object(bucket, "*"));
    for (who, name) in users.iter().zip(&people) {
        let (statements, reads_object) = match chance.below(6) {
            0 | 1 => (vec![reads()], true),
            2 | 3 => (vec![reads(), allow("kms:Decrypt", "*")], true),
            4 => (vec![allow("*", "*"), deny("kms:*", "*")], true),
            _ => (vec![allow("kms:*", "*")], false),
        };
        draft.grant_user(account, name, &policy(&statements));
        draft.misjudge(Reader::ObjectAlone, who, reads_object);
    }
    draft.ask(&users, "s3:GetObject", &object(bucket, name));
    draft
}

/// A key policy that leaves the decision to the account, or names two of the people, or both.
fn key_policy(chance: &mut Chance, draft: &mut Draft, account: AccountId, people: &[&str]) -> Value {
    let leaves_it = || of(&root(account), &allow("kms:*", "*"));
    let names = |who: &str| of(&user(account, who), &allow("kms:Decrypt", "*"));
    match chance.below(3) {
        0 => {
            draft.note(Twist::AccountForUser);
            policy(&[leaves_it()])
        }
        1 => {
            draft.note(Twist::KeyPolicyAlone);
            policy(&[names(people[0]), names(people[1])])
        }
        _ => policy(&[leaves_it(), names(people[0])]),
    }
}
