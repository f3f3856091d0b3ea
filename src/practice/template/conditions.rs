//! L11: conditions, lines that must all hold, values of which one is enough, and keys that are not there.

use super::super::chance::Chance;
use super::super::document::{allow, deny, object, of, policy, user, when};
use super::super::draft::Draft;
use super::super::fact::Circumstance;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};
use crate::json::json;
use serde_json::Value;

pub(super) const TEMPLATE: Template = Template::predict("conditions", 1, Topic::L11, draft);

const OFFICE: &str = "203.0.113.0/24";

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (name, bucket, key) = (cast::person(chance), cast::bucket(chance), cast::key(chance));
    let asking = draft.user(account, name);
    draft.bucket(account, bucket);
    let action = cast::on_object(chance);
    let address = chance.pick(&["203.0.113.25", "198.51.100.7", "192.0.2.80"]);
    let protection = if chance.one_in(3) { Circumstance::NoTls } else { Circumstance::Tls };
    let grant = || allow("s3:*", object(bucket, "*"));
    let mut told = Vec::new();
    let statements = match chance.below(7) {
        0 => vec![when(grant(), "IpAddress", "aws:SourceIp", several(chance, &mut draft))],
        1 => vec![
            grant(),
            when(deny("s3:*", object(bucket, "*")), "NotIpAddress", "aws:SourceIp", several(chance, &mut draft)),
        ],
        2 => {
            draft.note(Twist::TwoConditions);
            let both = when(deny("s3:*", object(bucket, "*")), "NotIpAddress", "aws:SourceIp", OFFICE);
            vec![grant(), when(both, "Bool", "aws:SecureTransport", "false")]
        }
        3 | 4 => {
            told.push(Circumstance::LongTermKey);
            mfa(chance, &mut draft, bucket, &grant())
        }
        5 => {
            let until = chance.pick(&["2026-11-21T00:00:00Z", "2026-12-31T00:00:00Z", "2027-01-01T00:00:00Z"]);
            draft.note(Twist::OtherValue);
            told.push(Circumstance::At(draft.now().to_string().into()));
            vec![when(grant(), "DateLessThan", "aws:CurrentTime", until)]
        }
        _ => {
            draft.note(Twist::TwoConditions);
            let both = when(grant(), "IpAddress", "aws:SourceIp", OFFICE);
            vec![when(both, "Bool", "aws:SecureTransport", "true")]
        }
    };
    if chance.one_in(3) {
        let who = user(account, name);
        let statements: Vec<Value> = statements.iter().map(|statement| of(&who, statement)).collect();
        draft.bucket_policy(account, bucket, &policy(&statements));
    } else {
        draft.grant_user(account, name, &policy(&statements));
    }
    draft.ask(&[asking], action, &object(bucket, key));
    draft.with(Circumstance::SourceIp(address.into()));
    told.push(protection);
    for circumstance in told {
        draft.with(circumstance);
    }
    draft
}

/// One range, or several.
fn several(chance: &mut Chance, draft: &mut Draft) -> Value {
    if chance.one_in(2) {
        draft.note(Twist::OtherValue);
        return json!(OFFICE);
    }
    draft.note(Twist::SeveralValues);
    json!([OFFICE, "198.51.100.0/24"])
}

/// Long-term keys do not carry the key of MFA at all.
fn mfa(chance: &mut Chance, draft: &mut Draft, bucket: &str, grant: &Value) -> Vec<Value> {
    let key = "aws:MultiFactorAuthPresent";
    match chance.below(3) {
        0 => {
            draft.note(Twist::BoolOnAbsentKey);
            vec![grant.clone(), when(deny("s3:*", object(bucket, "*")), "Bool", key, "false")]
        }
        1 => {
            draft.note(Twist::IfExists);
            vec![grant.clone(), when(deny("s3:*", object(bucket, "*")), "BoolIfExists", key, "false")]
        }
        _ => {
            draft.note(Twist::BoolOnAbsentKey);
            vec![when(grant.clone(), "Bool", key, "true")]
        }
    }
}
