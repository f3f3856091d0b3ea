//! L16: calls to IAM and STS are not taken from every kind of credentials, whatever the policies say; calls to other
//! services are. Who may?

use super::super::chance::Chance;
use super::super::document::{allow, policy, trust, user};
use super::super::draft::{Draft, key_of};
use super::super::edition::Edition;
use super::super::reader::Reader;
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};

pub(super) const TEMPLATE: Template =
    Template::who_can("kinds-of-session", 1, Topic::L16, draft).since(Edition::SECOND);

const ACTIONS: &[&str] = &[
    "dynamodb:ListTables",
    "ec2:DescribeInstances",
    "iam:ListUsers",
    "s3:ListAllMyBuckets",
    "sts:GetFederationToken",
    "sts:GetSessionToken",
];

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (people, role) = (cast::people(chance, 2), cast::role(chance));
    let users: Vec<_> = people.iter().map(|name| draft.user(account, name)).collect();
    let action = chance.pick(ACTIONS);
    let service = action.split(':').next().unwrap_or_default();
    let is_restricted = matches!(service, "iam" | "sts");
    for name in &people {
        draft.grant_user(account, name, &policy(&[allow(granted(chance, service), "*")]));
    }
    draft.role(account, role, &trust(user(account, people[0])));
    draft.grant_role(account, role, &policy(&[allow(granted(chance, service), "*")]));
    let session = draft.session(&users[0], (account, role), None);
    let token = draft.session_token(&users[0], false, 43_200);
    draft.note(match service {
        "iam" => Twist::IamAndSessions,
        "sts" => Twist::TokensAndSessions,
        _ => Twist::OtherServices,
    });
    let reader = if is_restricted { Reader::SessionsAreAlike } else { Reader::TokenIsNothing };
    draft.misjudge(reader, &token, is_restricted);
    // What those may do elsewhere for whom a user takes credentials is not asked.
    let last = if is_restricted && chance.one_in(2) {
        draft.note(Twist::FederatedReach);
        let federated = draft.federated(&users[1], "visitor", &policy(&[allow("*", "*")]));
        draft.misjudge(reader, &federated, true);
        federated
    } else {
        key_of(&users[1], 1)
    };
    let mut everyone = [key_of(&users[0], 1), session, token, last];
    chance.shuffle(&mut everyone);
    draft.ask(&everyone, action, "*");
    draft
}

/// Everything, everything of the service, or something else.
fn granted(chance: &mut Chance, service: &str) -> String {
    match chance.below(5) {
        0 | 1 => "*".to_owned(),
        2 | 3 => format!("{service}:*"),
        _ => chance.pick(&["cloudtrail:*", "kms:*", "sns:*"]).to_owned(),
    }
}
