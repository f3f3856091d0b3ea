//! L05: what binds the root user and what does not, beside administrators. Who may?

use super::super::chance::Chance;
use super::super::document::{
    allow, bucket as bucket_arn, deny, object, of, policy, role as role_arn, root, trust, user,
};
use super::super::draft::Draft;
use super::super::edition::Edition;
use super::super::fact::Actor;
use super::super::reader::Reader;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};
use crate::json::json;
use serde_json::Value;

pub(super) const TEMPLATE: Template = Template::who_can("root-user", 1, Topic::L05, draft).since(Edition::SECOND);

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (people, bucket, key) = (cast::people(chance, 3), cast::bucket(chance), cast::key(chance));
    let mut everyone = vec![Actor::Root { account }];
    everyone.extend(people.iter().map(|name| draft.user(account, name)));
    draft.grant_user(account, people[0], &policy(&[allow("*", "*")]));
    draft.grant_user(account, people[1], &policy(&[allow(chance.pick(&["s3:*", "billing:*", "sts:*"]), "*")]));
    let others = chance.pick(&["iam:*", "s3:*", "billing:Get*", "sts:*"]);
    draft.grant_user(account, people[2], &policy(&[allow(others, "*"), deny("s3:Delete*", "*")]));
    draft.misjudge(Reader::AdministratorIsRoot, &everyone[1], true);
    draft.note(Twist::RootNeedsNoPolicy);
    if chance.one_in(3) {
        let is_open = chance.one_in(3);
        draft.billing(account, is_open);
        draft.note(if is_open { Twist::BillingOpen } else { Twist::BillingClosed });
        chance.shuffle(&mut everyone);
        draft.ask(&everyone, "billing:GetBillingData", "*");
        return draft;
    }
    if chance.one_in(3) {
        let role = cast::role(chance);
        draft.role(account, role, &trust(root(account)));
        draft.note(Twist::RootAssumesNoRole);
        draft.misjudge(Reader::RootMayEverything, &everyone[0], true);
        chance.shuffle(&mut everyone);
        draft.ask(&everyone, "sts:AssumeRole", &role_arn(account, role));
        return draft;
    }
    draft.bucket(account, bucket);
    let resources: Value = json!([bucket_arn(bucket), object(bucket, "*")]);
    let refused = chance.pick(&["s3:*", "s3:Delete*", "s3:Get*"]);
    let refusal = deny(refused, resources);
    let principal = if chance.one_in(3) { user(account, chance.pick(&people)) } else { "*".to_owned() };
    draft.bucket_policy(account, bucket, &policy(&[of(&principal, &refusal)]));
    chance.shuffle(&mut everyone);
    match chance.below(5) {
        0 | 1 => {
            if refused != "s3:Get*" {
                draft.note(Twist::RootMendsPolicies);
            }
            draft.ask(&everyone, "s3:DeleteBucketPolicy", &bucket_arn(bucket));
        }
        2 => draft.ask(&everyone, "s3:ListBucket", &bucket_arn(bucket)),
        3 => draft.ask(&everyone, "s3:DeleteObject", &object(bucket, key)),
        _ => draft.ask(&everyone, "s3:GetObject", &object(bucket, key)),
    }
    draft
}
