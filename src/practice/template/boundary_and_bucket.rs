//! L31: a boundary limits what a bucket grants to a role, and not what it grants to a user or a session. Who may?

use super::super::chance::Chance;
use super::super::document::{self, allow, deny, object, of, policy, root, trust, user};
use super::super::draft::Draft;
use super::super::edition::Edition;
use super::super::fact::{Actor, Holder};
use super::super::topic::Topic;
use super::super::twist::Twist;
use super::{Template, cast};

pub(super) const TEMPLATE: Template =
    Template::who_can("boundary-and-bucket", 1, Topic::L31, draft).since(Edition::SECOND);

fn draft(chance: &mut Chance) -> Draft {
    let (mut draft, [account]) = cast::world(chance, ["prod"]);
    let (people, role) = (cast::people(chance, 3), cast::role(chance));
    let (bucket, key, action) = (cast::bucket(chance), cast::key(chance), cast::on_object(chance));
    let users: Vec<Actor> = people.iter().map(|name| draft.user(account, name)).collect();
    draft.bucket(account, bucket);
    draft.role(account, role, &trust(user(account, people[2])));
    for holder in [Holder::User(people[0].into()), Holder::User(people[1].into()), Holder::Role(role.into())] {
        match chance.below(4) {
            0 => draft.grant(account, holder, &policy(&[allow(action, object(bucket, "*"))])),
            1 => draft.grant(account, holder, &policy(&[allow("s3:*", "*")])),
            _ => draft.grant(account, holder, &policy(&[allow("ec2:Describe*", "*")])),
        }
    }
    for holder in [Holder::User(people[0].into()), Holder::Role(role.into())] {
        let statements = match chance.below(4) {
            0 => vec![allow("s3:*", "*")],
            1 => {
                draft.note(Twist::DenyElsewhere);
                vec![allow("*", "*"), deny("s3:*", "*")]
            }
            _ => {
                draft.note(Twist::BoundaryWithoutAction);
                vec![allow("ec2:*", "*")]
            }
        };
        draft.boundary(account, holder, &policy(&statements));
    }
    let session = draft.session(&users[2], (account, role), None);
    let named = match chance.below(5) {
        0 => root(account),
        1 => document::role(account, role),
        2 => session_arn(&session),
        _ => user(account, people[0]),
    };
    draft.note(if named == root(account) { Twist::AccountForUser } else { Twist::NamedByResource });
    let mut statements = vec![of(&named, &allow(action, object(bucket, "*")))];
    if chance.one_in(2) {
        let also = match chance.below(3) {
            0 => session_arn(&session),
            1 => document::role(account, role),
            _ => user(account, people[1]),
        };
        statements.push(of(&also, &allow(action, object(bucket, "*"))));
    }
    draft.bucket_policy(account, bucket, &policy(&statements));
    draft.ask(&[users[0].clone(), users[1].clone(), session], action, &object(bucket, key));
    draft
}

/// The ARN of a session of a role.
fn session_arn(session: &Actor) -> String {
    match session {
        Actor::Session { account, role, session } => format!("arn:aws:sts::{account}:assumed-role/{role}/{session}"),
        other => other.to_string(),
    }
}
