//! L20: who may hand a role over to a service? Launching is another permission.

use super::super::chance::Chance;
use super::super::document::{self, allow, deny, policy, trust_of, when};
use super::super::draft::Draft;
use super::super::edition::Edition;
use super::super::fact::Circumstance;
use super::super::reader::Reader;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};
use crate::json::json;
use serde_json::Value;

pub(super) const TEMPLATE: Template = Template::who_can("pass-role", 1, Topic::L20, draft).since(Edition::SECOND);

const EC2: &str = "ec2.amazonaws.com";
const LAMBDA: &str = "lambda.amazonaws.com";
const TO: &str = "iam:PassedToService";

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let people = cast::people(chance, 4);
    let everyone: Vec<_> = people.iter().map(|name| draft.user(account, name)).collect();
    let roles = chance.some(2, &["mybucket-access", "ops-admin", "report-writer"]);
    let services = json!([EC2, LAMBDA]);
    for role in &roles {
        draft.role(account, role, &trust_of(json!({ "Service": services }), "sts:AssumeRole"));
    }
    let arns: Vec<String> = roles.iter().map(|role| document::role(account, role)).collect();
    let which = chance.some(people.len(), &[0, 1, 2, 3, 4, 5, 6]);
    for ((name, who), which) in people.iter().zip(&everyone).zip(which) {
        let pass = |resource: &str| allow("iam:PassRole", resource);
        let launch = || allow(json!(["ec2:RunInstances", "lambda:CreateFunction"]), "*");
        let statements: Vec<Value> = match which {
            0 => vec![launch(), when(pass(&arns[0]), "StringEquals", TO, EC2)],
            1 => vec![launch(), when(pass("*"), "StringEquals", TO, chance.pick(&[EC2, LAMBDA]))],
            2 => vec![launch(), pass(&arns[1])],
            3 => {
                draft.note(Twist::LaunchWithoutPassing);
                draft.misjudge(Reader::LaunchingIsPassing, who, true);
                vec![allow(json!(["ec2:*", "lambda:*"]), "*")]
            }
            4 => vec![deny("iam:PassRole", arns[0].as_str()), allow("*", "*")],
            5 => vec![json!({ "Effect": "Allow", "NotAction": "iam:*", "Resource": "*" }), pass(&arns[0])],
            _ => {
                draft.note(Twist::NotAction);
                draft.misjudge(Reader::LaunchingIsPassing, who, true);
                vec![json!({ "Effect": "Allow", "NotAction": "iam:*", "Resource": "*" })]
            }
        };
        draft.grant_user(account, name, &policy(&statements));
    }
    draft.note(Twist::PassedElsewhere);
    draft.ask(&everyone, "iam:PassRole", &arns[0]);
    draft.with(Circumstance::PassedTo(chance.pick(&[EC2, LAMBDA]).into()));
    draft
}
