//! L13: a bucket policy, users of its account, and perhaps one of another account. Who may?

use super::super::chance::Chance;
use super::super::document::{allow, deny, object, of, policy, root, user};
use super::super::draft::Draft;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};

pub(super) const TEMPLATE: Template = Template::who_can("bucket-policy-who", 1, Topic::L13, draft);

fn draft(chance: &mut Chance) -> Draft {
    let mut draft = Draft::default();
    let accounts = cast::accounts(chance, 2);
    let account = draft.account(accounts[0], "prod");
    let (people, bucket, key) = (cast::people(chance, 4), cast::bucket(chance), cast::key(chance));
    let mut everyone: Vec<_> = people.iter().map(|name| draft.user(account, name)).collect();
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
    if chance.one_in(2) {
        // A user of another account, who is allowed everything there, and whom the bucket does not name.
        let other = draft.account(accounts[1], "dev");
        let stranger = cast::stranger(chance);
        everyone.push(draft.user(other, stranger));
        draft.grant_user(other, stranger, &policy(&[allow("s3:*", "*")]));
        draft.note(Twist::OwnerSideMissing);
    }
    draft.bucket_policy(account, bucket, &policy(&statements));
    draft.ask(&everyone, action, &object(bucket, key));
    draft
}
