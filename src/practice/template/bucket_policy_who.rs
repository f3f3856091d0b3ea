//! L13: a bucket policy and three users of its account. Who may?

use super::super::chance::Chance;
use super::super::document::{allow, deny, object, of, policy, root, user};
use super::super::draft::Draft;
use super::super::item::ItemKind;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};

pub(super) const TEMPLATE: Template =
    Template { name: "bucket-policy-who", version: 1, topic: Topic::L13, kind: ItemKind::WhoCan, aims: &[], draft };

fn draft(chance: &mut Chance) -> Draft {
    let mut draft = Draft::default();
    let account = draft.account(cast::accounts(chance, 1)[0], "prod");
    let (people, bucket, key) = (cast::people(chance, 4), cast::bucket(chance), cast::key(chance));
    let everyone: Vec<_> = people.iter().map(|name| draft.user(account, name)).collect();
    draft.bucket(account, bucket);
    let action = cast::on_object(chance);
    for name in &people {
        match chance.below(4) {
            0 => draft.grant_user(account, name, &policy(&[allow(action, object(bucket, "*"))])),
            1 => draft.grant_user(account, name, &policy(&[allow("s3:*", super::super::document::bucket(bucket))])),
            2 => draft.grant_user(account, name, &policy(&[allow("s3:*", "*")])),
            _ => {}
        }
    }
    let named = if chance.one_in(3) {
        draft.note(Twist::AccountForUser);
        root(account)
    } else {
        draft.note(Twist::NamedByResource);
        user(account, chance.pick(&people))
    };
    let mut statements = vec![of(&named, &allow(action, object(bucket, "*")))];
    if chance.one_in(2) {
        draft.note(Twist::DenyElsewhere);
        statements.push(of(&user(account, chance.pick(&people)), &deny("s3:*", object(bucket, key))));
        chance.shuffle(&mut statements);
    }
    draft.bucket_policy(account, bucket, &policy(&statements));
    draft.ask(&everyone, action, &object(bucket, key));
    draft
}
