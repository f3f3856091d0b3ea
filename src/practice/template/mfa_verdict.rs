//! L06: a condition on MFA in the user's policy or in the bucket's, and one request, with or without MFA.

use super::super::chance::Chance;
use super::super::document::{allow, object, of, policy, user};
use super::super::draft::{Draft, key_of};
use super::super::edition::Edition;
use super::super::fact::Circumstance;
use super::super::reader::Reader;
use super::super::topic::Topic;
use super::{Template, cast, mfa_sessions};
use serde_json::Value;

pub(super) const TEMPLATE: Template = Template::predict("mfa-verdict", 1, Topic::L06, draft).since(Edition::SECOND);

fn draft(chance: &mut Chance) -> Draft {
    Draft::misreadable(chance, world, false, &[(Reader::AbsentIsFalse, true)])
}

fn world(chance: &mut Chance, is_absent_false: bool) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (name, bucket, key) = (cast::person(chance), cast::bucket(chance), cast::key(chance));
    let person = draft.user(account, name);
    draft.bucket(account, bucket);
    let (action, objects) = (cast::on_object(chance), object(bucket, "*"));
    let refused = chance.pick(&[action, "s3:*"]);
    let statements = mfa_sessions::statements(chance, &mut draft, (refused, &objects), is_absent_false);
    let on_bucket = |statements: &[Value]| {
        let named: Vec<Value> = statements.iter().map(|statement| of(&user(account, name), statement)).collect();
        policy(&named)
    };
    match (chance.below(3), statements.split_last()) {
        (0, _) => draft.grant_user(account, name, &policy(&statements)),
        // The Allow in one place, and what limits it in the other.
        (1, Some((refusal, [grant]))) => {
            draft.grant_user(account, name, &policy(std::slice::from_ref(grant)));
            draft.bucket_policy(account, bucket, &on_bucket(std::slice::from_ref(refusal)));
        }
        _ => {
            let beside = chance.pick(&["s3:ListBucket", "s3:GetBucketLocation"]);
            draft.grant_user(account, name, &policy(&[allow(beside, "*")]));
            draft.bucket_policy(account, bucket, &on_bucket(&statements));
        }
    }
    draft.device(&person);
    let seconds = 43_200;
    let asking = match chance.below(3) {
        0 => key_of(&person, 1),
        1 => draft.session_token(&person, false, seconds),
        _ => draft.session_token(&person, true, seconds),
    };
    draft.wait(chance.pick(&[600, 7_200]));
    draft.ask(&[asking], action, &object(bucket, key));
    draft.with(Circumstance::At(draft.now().to_string().into()));
    draft
}
